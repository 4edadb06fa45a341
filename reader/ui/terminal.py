"""The terminal as Textual drives it, with signals taken in turn, and our first screen on it already."""

from __future__ import annotations

import asyncio
import io
import os
import re
import signal
from codecs import getincrementaldecoder
from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.keys import Keys
from textual.message import Message

from reader.ui.disputed import settled
from reader.ui.frame import FirstScreen

_ALTERNATE = "\x1b[?1049h"
LARGEST = Size(1000, 400)
"""Of a window said to be larger, no more is drawn: a number that is wrong costs a gigabyte."""


def forgiving(encoding: str) -> Any:
    """Return what reads keys: bytes that are no text, as of another encoding, would end the reader."""
    return partial(getincrementaldecoder(encoding), errors="replace")


_ANSWER = re.compile(r"\x1b\[[0-?]*[ -/]*[@-LN-Z\\-ln-xz-~]")
"""What a terminal says, whole; not what may be of a key of the console ([), a mouse (M, m), a mode (y)."""
_ESCAPE = "\x1b"


class Forgiving(XTermParser):
    """Textual's own, but that what no keyboard sends, nor a mouse in a window without a size, is ignored,
    and that Esc with another key on its heels is two keys: of a letter it makes an alt, else it loses Esc.
    """

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        heel = sequence[1:] if sequence[:1] == _ESCAPE else ""
        if len(heel) == 1 and heel.isdecimal():  # Textual takes it for ¡ or ™
            return [events.Key("escape", _ESCAPE), events.Key(heel, heel)]
        found = list(super()._sequence_to_key_events(sequence, alt))
        if alt and not sequence.isalnum():
            return [events.Key("escape", _ESCAPE), *found]
        if not found and _ANSWER.fullmatch(sequence):
            return [events.Key(Keys.Ignore, sequence)]
        return found

    def _parse_extended_key(  # type: ignore[override]  # cached there, so no method to mypy
        self, sequence: str
    ) -> list[events.Key] | None:
        try:
            return super()._parse_extended_key(sequence)
        except (ValueError, OverflowError):
            return [events.Key(Keys.Ignore, sequence)]

    def parse_mouse_code(self, code: str) -> Message | None:
        """Return what the mouse did; in a window without a size that cannot be told."""
        try:
            return super().parse_mouse_code(code)
        except ZeroDivisionError:
            return None


def forgive(driver: Any) -> None:
    """Have the drivers of a module read keys so: each makes both in its thread, and takes them from there."""
    driver.getincrementaldecoder, driver.XTermParser = forgiving, Forgiving


forgive(linux_driver)


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
        if isinstance(self._file, io.TextIOWrapper):
            self._file.reconfigure(errors="replace")  # the escape of a letter would fill the cells beside it
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        loop.add_signal_handler(signal.SIGCONT, self._go_on)

    def write(self, data: str) -> None:
        """Write, so that every terminal has the same in each cell."""
        super().write(settled(data))

    def process_message(self, message: Message) -> None:
        """Hand on what the terminal says, of its size what can be."""
        if isinstance(message, events.Resize):
            message = events.Resize.from_dimensions(drawn(*message.size), message.pixel_size)
        super().process_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        return drawn(*super()._get_terminal_size())

    def _go_on(self) -> None:
        """Go on, unless it is the end: a window that closes sends SIGCONT, too.

        Who was stopped unasked has its threads still; with two that read, one waits for a key at the end.
        """
        if self.exit_event.is_set() or not os.isatty(self.fileno):
            return
        if self._auto_restart and self._key_thread is not None and self._key_thread.is_alive():
            self.suspend_application_mode()
            self._must_signal_resume = True
        if self._must_signal_resume:
            self._sigcont_application()


def drawn(width: int, height: int) -> tuple[int, int]:
    """Return of a window's size, in cells, what can be drawn."""
    return min(max(width, 1), LARGEST.width), min(max(height, 1), LARGEST.height)


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
