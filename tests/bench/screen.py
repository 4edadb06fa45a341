"""Run a program in a pty of 140x40 and say when its screen was as wanted."""

from __future__ import annotations

import os
import pty
import random
import re
import select
import signal
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

import pyte

from tests.bench.measure import resident

COLUMNS, LINES = 140, 40
QUIET = 0.025
"""Seconds of silence after which a program has written what it had to."""
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}
"""What a terminal answers to what is asked of it."""


class Screen:
    """A program on a terminal. All times are seconds."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str]) -> None:
        self._tty, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (LINES, COLUMNS))
        kept = {name: value for name, value in env.items() if name not in ("COLUMNS", "LINES")}
        kept |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._phase = random.Random(7)
        self._written: list[tuple[float, bytes]] = []
        self.began = time.perf_counter()
        self._child = subprocess.Popen(
            ["setsid", "-c", *argv], stdin=theirs, stdout=theirs, stderr=theirs, env=kept
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child.poll() is None:
            self._child.send_signal(signal.SIGTERM)
            deadline = time.perf_counter() + 3
            while self._child.poll() is None and time.perf_counter() < deadline:
                self._read(0.05)
            if self._child.poll() is None:
                self._child.kill()
        self._child.wait()
        os.close(self._tty)

    def until(self, pattern: bytes, seconds: float = 60) -> float:
        """Return the time since the start when something was written; TimeoutError."""
        return self._until(pattern, b"".join(data for _, data in self._written), seconds) - self.began

    def press(self, keys: bytes) -> None:
        """Type."""
        os.write(self._tty, keys)

    def press_until(self, keys: bytes, pattern: bytes, seconds: float = 60) -> float:
        """Return the time from these keys until something is written anew."""
        self.settle()
        began = time.perf_counter()
        self.press(keys)
        return self._until(pattern, b"", seconds) - began

    def latency(self, key: bytes, count: int) -> list[float]:
        """Return the time from each of many presses, at random phases, until the last byte it caused."""
        return [self._one(key) for _ in range(count)]

    def handled(self, key: bytes, ready: bytes, cursor: Callable[[Sequence[str]], object]) -> float:
        """Press a key as soon as may be; return when the cursor was where it brings it.

        `ready` is written before the key is read; what else is drawn meanwhile counts for nothing.
        """
        at = len(self._written)
        self.press(key)
        self.until(ready)
        self.settle(0.4)
        screen = pyte.Screen(COLUMNS, LINES)
        stream = pyte.ByteStream(screen)
        shown: list[tuple[float, object]] = []
        for place, (when, data) in enumerate(self._written):
            stream.feed(data.replace(b"\x1b[>25u", b""))
            if place >= at - 1:
                shown.append((when, cursor(screen.display)))
        return next(when for when, seen in shown if seen == shown[-1][1]) - self.began

    def settle(self, quiet: float = 0.15) -> None:
        """Read until nothing has come for a moment."""
        deadline = time.perf_counter() + 20
        while self._read(quiet) and time.perf_counter() < deadline:
            pass

    def resident(self) -> float:
        """Return the resident size in MiB."""
        return resident(self._child.pid)

    def cpu(self) -> float:
        """Return the CPU time its main thread has had."""
        return int(Path(f"/proc/{self._child.pid}/schedstat").read_text().split()[0]) / 1e9

    def leave(self, keys: bytes) -> None:
        """Press what ends the program, and wait for its end."""
        with suppress(OSError):
            self.press(keys)
        deadline = time.perf_counter() + 10
        while self._child.poll() is None and time.perf_counter() < deadline:
            self._read(0.05)

    def _one(self, key: bytes) -> float:
        pause = time.perf_counter() + self._phase.uniform(0.01, 0.06)
        while (left := pause - time.perf_counter()) > 0:
            self._read(left)
        began = last = time.perf_counter()
        self.press(key)
        wait = 3.0
        while self._read(wait):
            last, wait = time.perf_counter(), QUIET
        return last - began

    def _until(self, pattern: bytes, seen: bytes, seconds: float) -> float:
        deadline, wanted = time.perf_counter() + seconds, re.compile(pattern)
        while not wanted.search(seen):
            if (left := deadline - time.perf_counter()) <= 0:
                raise TimeoutError(f"{pattern!r} was not written; at the end came {seen[-300:]!r}")
            seen = seen[-4000:] + self._read(min(left, 0.5))
        return self._written[-1][0] if self._written else time.perf_counter()

    def _read(self, wait: float) -> bytes:
        """Return what is written within `wait`, and answer what it asks."""
        if not select.select([self._tty], [], [], max(0.0, wait))[0]:
            return b""
        try:
            data = os.read(self._tty, 1 << 16)
        except OSError:
            return b""
        self._written.append((time.perf_counter(), data))
        for question, answer in _ANSWERS.items():
            if question in data:
                self.press(answer)
        return data
