"""The terminal as Textual drives it, with signals taken in turn, and our first screen on it already."""

from __future__ import annotations

import asyncio
import os
import signal
from codecs import getincrementaldecoder
from functools import partial
from typing import Any

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from reader.ui.frame import FirstScreen

_ALTERNATE = "\x1b[?1049h"


def _forgiving(encoding: str) -> Any:
    """Return what reads keys: bytes that are no text, as of another encoding, would end the reader."""
    return partial(getincrementaldecoder(encoding), errors="replace")


# The driver makes its decoder inside the thread that reads keys: there is no other way to give it one.
linux_driver.getincrementaldecoder = _forgiving  # type: ignore[attr-defined]  # it imports, not exports, it


def driver(first: FirstScreen | None) -> type[LinuxDriver] | None:
    """Return the driver of a real terminal; None where the environment names another."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return None
    if first is None or first.attributes is None:
        return Terminal
    return type("TakingOver", (_TakingOver,), {"first": first})


class Terminal(LinuxDriver):
    """Textual's own, but that stopping and going on wait for the frame being written.

    Textual writes from inside the signal's handler: one that arrives while a frame is handed over waits
    for ever for the lock that it interrupted.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        loop.add_signal_handler(signal.SIGCONT, self._go_on)

    def _go_on(self) -> None:
        """Go on, unless it is the end: a window that closes sends SIGCONT, too."""
        if not self.exit_event.is_set() and os.isatty(self.fileno):
            self._sigcont_application()


class _TakingOver(Terminal):
    first: FirstScreen

    def start_application_mode(self) -> None:
        """Begin; at the end the terminal is given back as it was before the first screen."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = self.first.attributes
        self.first.taken = True

    def write(self, data: str) -> None:
        """Write, but for the first change to the alternate screen: xterm clears it on a second."""
        if data != _ALTERNATE or self.first.taken:
            super().write(data)
