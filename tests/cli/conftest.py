"""The command as a person meets it, over a real library in a home of its own."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reader import paths
from reader.__main__ import main
from reader.document import Document, Paragraph, Span
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import Enclosure
from reader.store.values import Answer
from tests.made import copied

NOW = 1_696_950_000  # 2023-10-10 15:00 UTC
HOUR = 3600
PYTHON = [sys.executable, "-m", "reader"]


class Ran(NamedTuple):
    """What a command wrote and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Newsreel:
    """Runs commands in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *words: str) -> Ran:
        self._monkeypatch.setattr(sys, "argv", ["newsreel", *words])
        self._capsys.readouterr()
        code = main()
        return Ran(code, *self._capsys.readouterr())


@pytest.fixture
def newsreel(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Newsreel:
    return Newsreel(monkeypatch, capsys)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """An empty home in UTC; the clock stands near NOW."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSREEL_HOME", str(tmp_path))
        patch.setenv("NEWSREEL_CLOCK_OFFSET", str(NOW - time.time()))
        patch.setenv("TZ", "UTC")
        patch.delenv("TEXTUAL_DRIVER", raising=False)
        time.tzset()
        yield tmp_path
    time.tzset()


def entry(name: str, body: str, *, hours: int = 1, **more: Any) -> Entry:
    document = Document((Paragraph((Span(body),)),)) if body else Document()
    url = f"https://backlot.test/{len(name)}"
    said = {"guid": name, "title": name, "published": NOW - hours * HOUR, **more}
    return Entry(url=url, document=document, **said)


HEAT = "Mann says Heat 2 is what he shoots next"
ENTRIES = (
    entry(
        HEAT,
        "He gave the order of work: Ferrari first, then this.",
        authors=("Ana Ruiz",),
        categories=("Casting", "Heat 2"),
        summary="He gave the order of work.",
        image="https://backlot.test/heat.png",
        enclosures=(Enclosure("https://backlot.test/heat.mp4", "video/mp4", 12),),
    ),
    entry("Venice names its opening film", "A ferry, and a long night.", hours=3),
    entry("A quiet drama wins the weekend", "", hours=30),
)


@pytest.fixture
def library(home: Path) -> Path:
    """A library with two feeds: article 3 is the Heat one, 2 and 1 are older."""
    found = paths.find()
    found.create()
    copied(_filled, found.library)
    return home


def _filled(path: Path) -> None:
    with Library(path, clock=lambda: NOW) as library:
        feed = library.subscribe("https://backlot.test/feed", folder="Trade")
        parsed = ParsedFeed(
            format="rss 2.0", title="The Backlot", entries=ENTRIES, site_url="https://backlot.test/"
        )
        library.save_feed(feed.id, parsed, Answer(next_due=NOW + HOUR))
        library.subscribe("https://slate.test/feed", title="Slate Line")
        while library.index_batch():
            pass


def on_a_terminal(*words: str, columns: int, term: str = "xterm", typed: str = "") -> str:
    """Run a command on a pseudo-terminal of that width, typing ahead, and return what it wrote."""
    ours, theirs = pty.openpty()
    env = os.environ | {"COLUMNS": str(columns), "TERM": term, "PYTHONUTF8": "1"}
    os.write(ours, typed.encode())
    with subprocess.Popen([*PYTHON, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=env):
        os.close(theirs)
        written = b""
        try:
            while piece := os.read(ours, 65536):
                written += piece
        except OSError:  # Linux ends a terminal so
            pass
    os.close(ours)
    return written.decode().replace("\r\n", "\n")
