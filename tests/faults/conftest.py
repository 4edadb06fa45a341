"""A home of its own for each test, used as a person uses it: by the command, and by what is served."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest
from msgspec.structs import asdict

from reader import config
from reader.library import Library
from reader.model import Article, Feed
from reader.paths import Paths
from reader.refresh.limits import fetch_settings
from reader.refresh.making import Making
from reader.refresh.pipeline import Pipeline
from tests.faults.terminal import NEWSREEL, ROOT, Terminal
from tests.made import begun
from tests.server import Reply, Server
from tests.starter import Starter

HOUR = 3600


class Ran(NamedTuple):
    """What a command wrote, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def events(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Home:
    """A person's home and the newsreel in it; time passes in it as told."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths = Paths(*(root / name for name in ("config", "data", "cache", "state")))
        self.offset = 0

    @property
    def environ(self) -> dict[str, str]:
        return {
            "NEWSREEL_HOME": str(self.root),
            "NEWSREEL_CLOCK_OFFSET": str(self.offset),
            "PYTHONUTF8": "1",
            "TZ": "UTC",
        }

    def later(self, seconds: int) -> None:
        self.offset += seconds

    def now(self) -> float:
        return time.time() + self.offset

    def run(
        self, *words: str, environ: Mapping[str, str] | None = None, before: Sequence[str] = (), **more: Any
    ) -> Ran:
        """Run one command to its end; by an interpreter of its own where more is asked than to run."""
        env = {**clean_environ(), **self.environ, **(environ or {})}
        if not (before or more) and (ran := starter().run(words, env)):
            return Ran(ran[0], ran[1].decode(), ran[2].decode())
        done = subprocess.run(
            [*before, *NEWSREEL, *words],
            capture_output=True,
            cwd=ROOT,
            env=env,
            timeout=120,
            check=False,
            **({"stdin": subprocess.DEVNULL} | more),
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def refresh(self, *words: str, **more: Any) -> dict[int, dict[str, Any]]:
        """Refresh, and return the event of each feed."""
        ran = self.run("refresh", "--json", *words, **more)
        assert "Traceback" not in ran.err, ran.err
        return {event["feed_id"]: event for event in ran.events if event["event"] == "feed"}

    def refresh_here(self, which: Literal["due", "force"] = "due") -> dict[int, dict[str, Any]]:
        """Refresh by the same pipeline in this process: where no process is looked at, or a test begins."""
        with self.library() as library:
            settings = fetch_settings(config.load(self.paths.config_file))
            pipeline = Pipeline(library, settings, minutes=60, guard=lambda _: nullcontext())
            told = {outcome.feed_id: asdict(outcome) for outcome in pipeline.outcomes(pipeline.due(which))}
            Making(library, guard=lambda _: nullcontext()).index()
            while library.group_batch():
                pass
        return told

    def events(self, *words: str) -> Iterator[dict[str, Any]]:
        """Run one command, and yield what it says as it says it."""
        env = {**clean_environ(), **self.environ}
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        with subprocess.Popen([*NEWSREEL, *words], cwd=ROOT, env=env, **quiet) as child:
            yield from map(json.loads, child.stdout or ())

    def library(self) -> Library:
        self.paths.create()
        if not self.paths.library.exists():
            begun(self.paths.library)
        return Library(self.paths.library, clock=self.now)

    def follow(self, url: str, *, private: bool = True, **more: Any) -> int:
        """Follow an address that is not asked yet."""
        with self.library() as library:
            return library.subscribe(url, private=private, **more).id

    def feed(self, feed_id: int) -> Feed:
        with self.library() as library:
            return library.feed(feed_id)

    def articles(self) -> list[Article]:
        with self.library() as library:
            return library.search("", limit=2000)

    def terminal(self, *words: str, **more: Any) -> Terminal:
        """Open the reader, or a command, on a terminal."""
        return Terminal(self.environ | more.pop("environ", {}), (*NEWSREEL, *words), **more)


def clean_environ() -> dict[str, str]:
    """The environment without what would lead a test astray."""
    strays = (
        "TEXTUAL_DRIVER",
        "COLUMNS",
        "LINES",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "http_proxy",
        "https_proxy",
        "ALL_PROXY",
    )
    return {name: value for name, value in os.environ.items() if name not in strays}


@cache
def starter() -> Starter:
    """Return what starts the commands of this process."""
    return Starter({**clean_environ(), "PYTHONUTF8": "1", "TZ": "UTC"})


@pytest.fixture(scope="session", autouse=True)
def _starter_ends() -> Iterator[None]:
    yield
    if starter.cache_info().currsize:
        starter().close()
        starter.cache_clear()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def rss(*titles: str, name: str = "Outlet", inside: str = "", link: str = "https://film.test/") -> bytes:
    """A feed with an item per title."""
    items = "".join(
        f"<item><guid isPermaLink='false'>g-{n}</guid><link>{link}{n}</link><title>{title}</title>"
        f"<description>About {n}.</description>{inside}</item>"
        for n, title in enumerate(titles)
    )
    return f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>".encode()


HOSTILE = Path(__file__).resolve().parents[3] / "shared/corpora/hostile-made-here/files"


class Hostile(NamedTuple):
    """Every hostile file subscribed and refreshed once."""

    home: Home
    server: Server
    ids: dict[str, int]
    events: dict[int, dict[str, Any]]

    def articles(self, name: str) -> list[Article]:
        with self.home.library() as library:
            return [
                article for article in library.search("", limit=3000) if article.feed_id == self.ids[name]
            ]


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """Skips where the corpus is not beside the checkout."""
    if not HOSTILE.is_dir():
        pytest.skip("needs ../shared/corpora beside the checkout")
    home = Home(tmp_path_factory.mktemp("hostile"))
    with Server() as server, home.library() as library:
        ids = {}
        for file in sorted(HOSTILE.iterdir()):
            url = server.add(f"/{file.name}", Reply(file.read_bytes(), etag=f'"{file.name}"'))
            ids[file.name] = library.subscribe(url, private=True).id
        library.close()
        yield Hostile(home, server, ids, home.refresh())


def python(code: str, *words: str) -> list[str]:
    return [sys.executable, "-c", code, *words]
