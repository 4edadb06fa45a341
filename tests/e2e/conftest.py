"""A terminal to press keys in, and a library filled from the sample reel."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from reader.demo.outlets import END, OUTLETS
from reader.demo.server import ReelServer
from reader.library import Library
from tests.conftest import need
from tests.e2e.terminal import Terminal
from tests.made import begun

NEWSREEL = [sys.executable, "-m", "reader"]
Open = Callable[..., Terminal]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """An environment of the test's own: nothing of the person's is read or written."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "TMPDIR": str(scratch),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "NEWSREEL_HOME": str(tmp_path / "home"),
        "BROWSER": "true",
    }


@pytest.fixture
def terminal(tmp_path: Path, env: dict[str, str]) -> Iterator[Open]:
    """Open Newsreel in a real terminal: `terminal("demo", size=(80, 24))`."""
    need("tmux")
    with ExitStack() as stack:

        def start(*arguments: str, size: tuple[int, int]) -> Terminal:
            return stack.enter_context(Terminal([*NEWSREEL, *arguments], tmp_path, size=size, env=env))

        yield start


def newsreel(env: dict[str, str], *arguments: str) -> str:
    """Run a command and return what it printed."""
    done = subprocess.run(
        [*NEWSREEL, *arguments],
        env=env,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout


@pytest.fixture
def filled(tmp_path: Path, env: dict[str, str]) -> dict[str, str]:
    """A library with the whole sample reel in it, on the reel's last day; its server has stopped."""
    env["NEWSREEL_CLOCK_OFFSET"] = f"{END.timestamp() - time.time():.0f}"
    config = Path(env["NEWSREEL_HOME"]) / "config" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("allow_private = true\n")
    with ReelServer() as server:
        library = config.parents[1] / "data/library.db"
        library.parent.mkdir()
        with Library(begun(library), clock=END.timestamp) as followed:
            for outlet in OUTLETS:
                followed.subscribe(server.feed_url(outlet), folder=outlet.folder, private=True)
        newsreel(env, "refresh", "--json")
    return env
