"""The program in a pty of its own: what it writes, when, and what it makes of the terminal."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyte

_START = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.write(1, b'.\\r'); "
    "os.execv(sys.executable, [sys.executable, '-m', 'reader', *sys.argv[1:]])"
)

_ELSEWHERE = ("COLUMNS", "LINES", "TEXTUAL_DRIVER", "NO_COLOR")


class Tty:
    """`newsreel` on a terminal of `columns` by `lines`."""

    def __init__(self, home: Path, *, columns: int = 120, lines: int = 40, **env: str) -> None:
        self.size = (columns, lines)
        self.master, self.slave = pty.openpty()
        termios.tcsetwinsize(self.slave, (lines, columns))
        self.before = termios.tcgetattr(self.slave)
        self.written = b""
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in _ELSEWHERE},
            "NEWSREEL_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor", **env,
        }  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-IS", "-c", _START],
            stdin=self.slave, stdout=self.slave, stderr=self.slave,
            env=self.environment, start_new_session=True,
        )  # fmt: skip
        self.until(lambda written: b"." in written)  # the terminal is its own
        # What it wrote right after that may have come in the same breath.
        self.written, self.began = self.written.partition(b".")[2], time.monotonic()

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self.master, keys.encode())

    def press_at(self, seconds: float, keys: str) -> None:
        """Type so long after the start, reading what is written until then."""
        while (left := self.began + seconds - time.monotonic()) > 0:
            if select.select([self.master], [], [], left)[0]:
                self.written += os.read(self.master, 1 << 16)
        self.press(keys)

    def until(self, seen: Callable[[bytes], object], seconds: float = 30) -> bytes:
        """Read until what was written is as wanted."""
        deadline = time.monotonic() + seconds
        while not seen(self.written):
            left = deadline - time.monotonic()
            assert left > 0, f"never seen, after {self.written[-2000:]!r}"
            if select.select([self.master], [], [], min(left, 1))[0]:
                self.written += os.read(self.master, 1 << 16)
        return self.written

    def shows(self, text: str) -> None:
        """Read until the screen shows a text; it is drawn when nothing more waits to be read."""
        self.until(lambda written: not self._more() and text in "\n".join(self.screen(written)))

    def _more(self) -> bool:
        return bool(select.select([self.master], [], [], 0)[0])

    def screen(self, written: bytes | None = None) -> list[str]:
        """Return the lines on the screen after these bytes; as xterm does, every 1049h clears it."""
        written = self.written if written is None else written
        screen = pyte.Screen(*self.size)
        stream = pyte.ByteStream(screen)
        for part in written.split(b"\x1b[?1049h"):
            screen.reset()
            stream.feed(part.replace(b"\x1b[>25u", b"").replace(b"\x1b[<u", b""))
        return [line.rstrip() for line in screen.display]

    def signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.process.pid, number)

    def ended(self) -> int:
        """Read to the end and return the exit code."""
        deadline = time.monotonic() + 30
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"never ended, after {self.written[-2000:]!r}"
            if select.select([self.master], [], [], 0.05)[0]:
                self.written += os.read(self.master, 1 << 16)
        while select.select([self.master], [], [], 0)[0]:
            self.written += os.read(self.master, 1 << 16)
        return self.process.returncode

    def attributes(self) -> list[Any]:
        """Return the terminal's attributes now."""
        return termios.tcgetattr(self.slave)

    def __enter__(self) -> Tty:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self.slave)
