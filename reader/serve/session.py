"""One tab: a `newsreel` of its own, what it draws sent to the page, what is typed there given to it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from typing import Literal

from aiohttp import web
from textual_serve.app_service import AppService

from reader.itself import own_command
from reader.text.clean import clean

PATIENCE = 4.0
"""Seconds a reader has to write what was marked and leave; by itself it takes two at most."""
LAST_WORDS = 8192
"""Bytes that are kept of what a reader complains of."""
_DRAWN, _SAID, _PRELUDE = b"D", b"M", b"_"
_OF_A_TERMINAL = ("KITTY_WINDOW_ID", "KITTY_INSTALLATION_DIR", "TMUX", "STY", "LINES")
_BLANK = "\x1b[?1049l\x1b[2J\x1b[H\x1b[?25l"


class Session:
    """A reader whose terminal is a page. It ends when its pipe does, however this process ends."""

    def __init__(self, process: Process, page: web.WebSocketResponse, hang_up: Callable[[], object]) -> None:
        self._process, self._page, self._hang_up = process, page, hang_up
        self._sending = asyncio.create_task(self._send())

    async def take(self, text: str) -> None:
        """Pass on what the page says; whatever else comes is nothing to a reader."""
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            return
        match said:
            case ["stdin", str(typed)]:
                await self._give(b"D", typed.encode("utf-8", "ignore"))
            case ["resize", {"width": int(w), "height": int(h)}] if bool not in (type(w), type(h)):
                await self._tell(type="resize", width=w, height=h)
            case ["focus" | "blur" as what]:
                await self._tell(type=what)
            case ["ping", str(sent)]:
                await self._page.send_json(["pong", sent])

    async def stop(self) -> None:
        """End the reader and whatever it started, with what was marked written."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        done, _ = await asyncio.wait([self._sending], timeout=PATIENCE)
        if not done:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._hang_up()  # a page that takes nothing would be waited for without end
        await self._sending

    async def _tell(self, **said: object) -> None:
        await self._give(b"M", json.dumps(said).encode())

    async def _give(self, kind: Literal[b"D", b"M"], payload: bytes) -> None:
        assert self._process.stdin is not None
        if self._process.stdin.is_closing():  # asyncio complains of what is written there, on our screen
            return
        with suppress(ConnectionError):  # it is ending; its page is told so
            self._process.stdin.write(AppService.encode_packet(kind, payload))
            await self._process.stdin.drain()

    async def _send(self) -> None:
        """Send what the reader draws until it ends; then why, if it says so, and close the page."""
        words = asyncio.create_task(self._last_words())
        with suppress(asyncio.IncompleteReadError):
            while True:
                await self._send_packet()
        code, said = await self._process.wait(), await words
        with suppress(ConnectionError, RuntimeError):
            if code > 0 and said:
                await self._page.send_bytes(plain(said))
            await self._page.close()

    async def _send_packet(self) -> None:
        """Send a packet on. It is read without a page, too: a pipe that is full would hold the reader up."""
        assert self._process.stdout is not None
        kind = await self._process.stdout.readexactly(1)
        if kind == _PRELUDE:  # a line that each reader begins with: the sample reel's comes amid another's
            await self._process.stdout.readline()
            return
        size = int.from_bytes(await self._process.stdout.readexactly(4), "big")
        payload = await self._process.stdout.readexactly(size)
        with suppress(ConnectionError, RuntimeError):
            if kind == _DRAWN:
                await self._page.send_bytes(payload)
            elif kind == _SAID and (said := json.loads(payload))["type"] == "open_url":
                await self._page.send_json(["open_url", {"url": said["url"], "new_tab": True}])

    async def _last_words(self) -> str:
        """Return the end of what the reader complained of, once it has ended."""
        assert self._process.stderr is not None
        kept = b""
        while part := await self._process.stderr.read(LAST_WORDS):
            kept = (kept + part)[-LAST_WORDS:]
        return kept.decode(errors="replace").strip()


async def start(
    page: web.WebSocketResponse, hang_up: Callable[[], object], width: int, height: int
) -> Session:
    """Start a reader for a page, at its size in cells; OSError where no process can be had.

    `hang_up` drops what the page is reached by, with all that was not taken yet.
    It has a session of its own: keys that stop or end a terminal's jobs are for the server.
    """
    process = await asyncio.create_subprocess_exec(
        *own_command(),
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        env=_environment(width, height),
        start_new_session=True,
    )
    return Session(process, page, hang_up)


def plain(text: str) -> bytes:
    """Return text as a page shows it where no reader draws."""
    return (_BLANK + clean(text)).replace("\n", "\r\n").encode()


def _environment(width: int, height: int) -> dict[str, str]:
    """Say what terminal this is: the page, whatever terminal the server was started in."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_TERMINAL}
    return kept | {
        "TEXTUAL_DRIVER": "reader.ui.tab:Tab",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM": "xterm-256color",
        "TERM_PROGRAM": "textual",
        "COLUMNS": str(width),
        "ROWS": str(height),
    }
