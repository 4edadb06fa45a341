"""The terminal that is a page in a browser, behind `newsreel serve`: pipes, and packets in them."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from contextlib import suppress
from typing import Any

from textual.drivers import web_driver
from textual.drivers.web_driver import WebDriver

from reader.ui.disputed import settled
from reader.ui.terminal import drawn, forgive

forgive(web_driver)
BREATH = 0.1
"""Seconds between looks whether it is over before it has begun."""
PATIENCE = 1.0
"""Seconds to wait for the thread that reads keys; it looks ten times a second whether it is over."""
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Tab(WebDriver):
    """Textual's own, but that signals are taken as everywhere else, and a page that has gone is no fault."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self._size is not None:
            self._size = drawn(*self._size)
        self._write = self._hand_over  # type: ignore[assignment]  # a part of os.write there
        self._begun, self._heard = threading.Event(), threading.Event()

    def write(self, data: str) -> None:
        """Write, so that every browser has the same in each cell."""
        super().write(settled(data))

    def _hand_over(self, data: bytes) -> None:
        """Write all of it. The end of the other side is told by the pipe keys come from (see leaving)."""
        with suppress(OSError):
            while data:
                data = data[os.write(self.fileno, data) :]

    def start_application_mode(self) -> None:
        """Begin; what was to be done on a signal stays so."""
        before = {number: signal.getsignal(number) for number in _SIGNALS}
        super().start_application_mode()
        loop = asyncio.get_running_loop()
        for number, handler in before.items():
            loop.remove_signal_handler(number)
            signal.signal(number, handler)
        self._app.call_later(self._begun.set)

    def stop_application_mode(self) -> None:
        """End, and leave the keys to who comes next: the sample reel, and the reader after it."""
        super().stop_application_mode()
        self._heard.wait(PATIENCE)

    def run_input_thread(self) -> None:
        """Hand on what comes from the page until the end.

        It begins after what Textual itself says of the start (a size, and that nobody looks): that would
        overtake what the page has said since.
        """
        while not (self._begun.wait(BREATH) or self.exit_event.is_set()):
            pass
        super().run_input_thread()
        self._heard.set()

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Do what the server says; of a window's size what can be drawn, also by who comes next."""
        if packet_type == "resize":
            width, height = drawn(int(str(payload["width"])), int(str(payload["height"])))
            os.environ.update(COLUMNS=str(width), ROWS=str(height))
            payload = {**payload, "width": width, "height": height}
        super().on_meta(packet_type, payload)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open a link in a tab beside this one; http and https only."""
        if url.startswith(("http://", "https://")):
            super().open_url(url, new_tab)
