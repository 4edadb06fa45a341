"""`newsreel serve` as a process of its own, and what a browser does with it."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pyte
import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tests.cli.conftest import PYTHON, home, library

__all__ = ["home", "library"]
SIZE = (80, 24)
PATIENCE = 30


class Answer(NamedTuple):
    """What came back; names of headers are in lower case."""

    status: int
    headers: dict[str, str]
    body: str


class Served:
    """A server at a free port, and where it is."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        assert process.stdout is not None
        said = ""
        while not said.endswith("}\n"):
            line = process.stdout.readline()
            assert line, said
            said += line
        self.said = json.loads(said)
        address = urlsplit(self.said["url"])
        self.host, self.query, self.key = address.netloc, address.query, address.query.partition("=")[2]
        self.port = address.port or 80
        headers = self.ask(f"/?{self.query}").headers
        self.cookie = headers["set-cookie"].partition(";")[0]
        self.socket = "/ws/" + headers["location"].partition("#")[2]
        """Where the reader of a page that was let in is."""

    def ask(self, path: str, *headers: tuple[str, str], host: Sequence[str] | None = None) -> Answer:
        """Ask for a path; `host`: the Host headers to send in place of the right one."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.putrequest("GET", path, skip_host=True)
            named = [("Host", name) for name in (host if host is not None else [self.host])]
            for name, value in (*named, *headers):
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            body = "" if answer.status == 101 else answer.read().decode()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)
        finally:
            connection.close()

    def readers(self) -> list[int]:
        """Return the processes it has started."""
        pid = self.process.pid
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


class Page:
    """A page: keeps what a terminal would show of what is sent to it."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.terminal = pyte.Screen(*SIZE)
        self._stream = pyte.ByteStream(self.terminal)
        self.asked: list[object] = []
        """What it was asked to do, besides to show."""

    @property
    def shown(self) -> str:
        return "\n".join(self.terminal.display)

    async def until(self, *words: str) -> None:
        """Take what is sent until these words are shown."""
        await self._take_until(lambda: all(each in self.shown for each in words))

    async def until_asked(self) -> object:
        """Take what is sent until it is asked something."""
        await self._take_until(lambda: self.asked)
        return self.asked.pop()

    async def until_closed(self) -> None:
        """Take what is sent until the other side closes."""
        await self._take_until(lambda: self.socket.closed)

    async def press(self, keys: str) -> None:
        await self.socket.send_json(["stdin", keys])

    async def _take_until(self, done: Callable[[], object]) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while not done():
                    await self._take()
        except TimeoutError:
            raise AssertionError(self.shown) from None

    async def _take(self) -> None:
        assert not self.socket.closed, self.shown
        message = await self.socket.receive()
        if message.type is WSMsgType.BINARY:
            self._stream.feed(message.data)
        elif message.type is WSMsgType.TEXT:
            self.asked.append(json.loads(message.data))


@contextmanager
def serving(home: Path, **env: str) -> Iterator[Served]:
    """Serve the reader of a home; nothing is left when this ends."""
    command = [*PYTHON, "serve", "--port", "0", "--json"]
    environment = {**os.environ, "NEWSREEL_HOME": str(home), **env}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment, text=True) as process:
        try:
            yield Served(process)
        finally:
            process.terminate()


@asynccontextmanager
async def opened(served: Served, *, width: object = SIZE[0], height: object = SIZE[1]) -> AsyncIterator[Page]:
    """Open a page as a browser that was let in does."""
    headers = {"Cookie": served.cookie, "Origin": f"http://{served.host}"}
    url = f"ws://{served.host}{served.socket}?width={width}&height={height}"
    async with ClientSession() as client, client.ws_connect(url, headers=headers, max_msg_size=0) as socket:
        yield Page(socket)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server over an empty home, for those that open no page."""
    with serving(tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.fixture
def calm(library: Path) -> Path:
    """A home with three articles, which asks nobody for more."""
    (library / "config").mkdir(exist_ok=True)
    (library / "config/config.toml").write_text("auto_refresh = false\n")
    return library


@pytest.fixture
def reading(calm: Path) -> Iterator[Served]:
    """A server over that home."""
    with serving(calm) as running:
        yield running
