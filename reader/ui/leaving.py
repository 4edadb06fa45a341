"""The way out when someone else says so: SIGTERM, SIGHUP, SIGINT, or a terminal that is gone.

The screen is asked to close, which writes what was marked and gives the terminal back. A screen that does
not answer in time, say because its terminal takes no more text, is left behind: the marks are written and
the terminal given back without it.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

Modes = list[Any]
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
PATIENCE = 1.0
"""Seconds the screen has to close by itself."""
FLUSH = 0.6
"""Seconds for what was marked to be written without it."""
FAREWELLS: list[Callable[[], object]] = []
"""What is to be done even where the screen is left behind: the demo takes its home away."""
# The main screen, a cursor, no mouse, no focus reports, no bracketed paste, plain keys, wrapped lines.
_RESTORE = (
    b"\x1b[?1049l\x1b[?25h\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"
    b"\x1b[?1004l\x1b[?2004l\x1b[?2048l\x1b[<u\x1b[?7h\x1b[0m\r\n"
)


@contextmanager
def leaving(app: ReaderApp, modes: Modes | None = None) -> Iterator[None]:
    """Let signals and the end of the terminal close the app, in the main thread, within two seconds.

    `modes` are the terminal's own, where it is not as it was any more.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    left = threading.Event()
    modes = modes or _modes()

    def leave(number: int, _frame: FrameType | None) -> None:
        for other in SIGNALS:
            signal.signal(other, signal.SIG_IGN)
        threading.Thread(target=_insist, args=(app, number, left, modes), daemon=True).start()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            raise SystemExit(128 + number) from None
        loop.call_soon_threadsafe(app.exit, 128 + number)

    before = {number: signal.signal(number, leave) for number in SIGNALS}
    threading.Thread(target=_watch_terminal, args=(left,), daemon=True, name="terminal").start()
    try:
        yield
    finally:
        left.set()
        for number, handler in before.items():
            signal.signal(number, handler)


def _insist(app: ReaderApp, number: int, left: threading.Event, modes: Modes | None) -> None:
    """End the process if it has not ended in time, with everything marked written.

    The screen may have closed and a thread of Textual's go on, waiting for keys that cannot come.
    """
    if left.wait(PATIENCE):
        time.sleep(PATIENCE)
    within(FLUSH, app.writer.close)
    if modes is not None:
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, modes)
        within(0.1, lambda: os.write(2, _RESTORE))
    for farewell in FAREWELLS:
        within(FLUSH, farewell)
    os._exit(128 + number)


def within(seconds: float, work: Callable[[], object]) -> None:
    """Wait so long for some work, and no longer."""

    def do() -> None:
        with suppress(Exception):  # whatever it is, we are leaving
            work()

    worker = threading.Thread(target=do, daemon=True)
    worker.start()
    worker.join(seconds)


def _watch_terminal(left: threading.Event) -> None:
    """Take a terminal that is closed for the signal that only some processes get."""
    poll = select.poll()
    poll.register(0, 0)  # nothing but its end
    while not left.is_set():
        if poll.poll(500):
            if not left.is_set():
                os.kill(os.getpid(), signal.SIGHUP)
            return


def _modes() -> Modes | None:
    try:
        return termios.tcgetattr(0) if sys.stdin is not None and sys.stdin.isatty() else None
    except (termios.error, ValueError):
        return None
