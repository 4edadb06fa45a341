"""`newsreel demo`: the reader on the sample reel, in a home that is gone when it closes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from reader import paths
from reader.cli.opening import can_draw
from reader.clock import clock
from reader.demo.outlets import END, OUTLETS
from reader.demo.server import ReelServer
from reader.itself import own_command

_SIGNALS = (signal.SIGTERM, signal.SIGHUP)
_VARIABLES = ("NEWSREEL_HOME", "NEWSREEL_CLOCK_OFFSET")
_SETTINGS = "# The sample reel is served from this machine itself.\nallow_private = true\n"


def run() -> int:
    """Open the reader on the sample reel, or print its unread list where there is no terminal."""
    with ExitStack() as stack:
        stack.enter_context(signals_raise())
        stack.enter_context(throwaway_home())
        server = stack.enter_context(ReelServer())
        subscribe_all(server)
        if can_draw():
            return _open_reader()
        return _print_list()


@contextmanager
def throwaway_home() -> Iterator[paths.Paths]:
    """Make a home under the system's temporary folder, live in it at the reel's end, and remove it."""
    before = {name: os.environ.get(name) for name in _VARIABLES}
    home = Path(tempfile.mkdtemp(prefix="newsreel-demo-"))
    try:
        offset = END.timestamp() - time.time()
        os.environ.update(zip(_VARIABLES, (str(home), f"{offset:.3f}"), strict=True))
        found = paths.find()
        found.create()
        found.config_file.write_text(_SETTINGS, "utf-8")
        yield found
    finally:
        for name, value in before.items():
            _restore(name, value)
        _remove(home)


def subscribe_all(server: ReelServer) -> None:
    """Subscribe to every outlet of the reel; nothing is fetched yet."""
    from reader.library import Library

    with Library(paths.find().library, clock=clock()) as library:
        for outlet in OUTLETS:
            library.subscribe(server.feed_url(outlet), title=outlet.name, folder=outlet.folder)


def _open_reader() -> int:
    from reader import config
    from reader.ui import app
    from reader.ui.leaving import FAREWELLS

    found = paths.find()
    FAREWELLS.append(lambda: _remove(found.config.parent))
    return app.run(found, config.load(found.config_file))


def _print_list() -> int:
    """Refresh, then do what `newsreel` does without a terminal."""
    nothing = subprocess.DEVNULL
    refreshed = subprocess.run(own_command("refresh"), stdin=nothing, stdout=nothing)
    listed = subprocess.run(own_command(), stdin=nothing)
    return refreshed.returncode or listed.returncode


@contextmanager
def signals_raise() -> Iterator[None]:
    """Let a polite request to end unwind the stack, so that what must be removed is."""
    before = {number: signal.signal(number, _leave) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _frame: FrameType | None) -> None:
    # Once is enough: another signal must not break off the clearing up.
    for other in _SIGNALS:
        signal.signal(other, signal.SIG_IGN)
    raise SystemExit(128 + number)


def _restore(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


def _remove(home: Path) -> None:
    """Delete the home, again if a refresh that is just ending wrote a file meanwhile."""
    for _ in range(20):
        shutil.rmtree(home, ignore_errors=True)
        if not home.exists():
            return
        time.sleep(0.05)
