"""A terminal for a program under test: its bytes are kept as they come, and drawn by pyte."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

ROOT = Path(__file__).resolve().parents[2]
NEWSREEL = (sys.executable, "-m", "reader")


class Terminal:
    """A pseudo-terminal with one program on it, which is the leader of a session of its own."""

    def __init__(
        self,
        environ: Mapping[str, str],
        argv: Sequence[str] = NEWSREEL,
        *,
        size: tuple[int, int] = (100, 30),
        controls: bool = True,
        cwd: Path = ROOT,
    ) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.modes = termios.tcgetattr(theirs)
        self.bytes = b""
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        argv = (*CONTROLLED, *argv) if controls else argv
        self.process = subprocess.Popen(
            argv,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=cwd,
            env={**os.environ, "TERM": "xterm-256color", **environ},
            start_new_session=True,
        )
        self.theirs = theirs  # kept open, so that what is left in it can still be read and looked at

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for end in (self.ours, self.theirs):
            if end >= 0:
                os.close(end)

    def type(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def take(self, seconds: float) -> bool:
        """Read what comes within that time; tell whether anything did."""
        waiting = select.poll()  # select() takes no file above 1,024, which a long run of tests may reach
        waiting.register(self.ours, select.POLLIN)
        if not waiting.poll(seconds * 1000):
            return False
        try:
            piece = os.read(self.ours, 1 << 16)
        except OSError:
            return False
        self.bytes += piece
        # pyte knows no sub-parameters of SGR nor private modes with them
        self._stream.feed(piece)
        return bool(piece)

    def wait(self, *words: str, gone: Sequence[str] = (), seconds: float = 20) -> str:
        """Return the screen once all the words are on it, and none of those gone."""
        deadline = time.monotonic() + seconds
        while any(w not in self.text() for w in words) or any(w in self.text() for w in gone):
            left = deadline - time.monotonic()
            assert left > 0, f"never saw {words} (and not {gone}) on:\n{self.text()}"
            self.take(left)
        return self.text()

    def drain(self, quiet: float = 0.3) -> bytes:
        """Read until nothing comes for a while; return every byte so far."""
        while self.take(quiet):
            pass
        return self.bytes

    def ended(self, seconds: float = 10) -> tuple[int, float]:
        """Wait for the end while reading along; return the exit code and how long it took."""
        began = time.monotonic()
        while self.process.poll() is None:
            assert time.monotonic() - began < seconds, "it does not end"
            self.take(0.02)
        took = time.monotonic() - began
        self.drain(0.05)
        return self.process.returncode, took

    def hang_up(self) -> None:
        """Close the window."""
        for end in (self.theirs, self.ours):
            os.close(end)
        self.ours = self.theirs = -1

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)


# Makes the terminal on stdin the controlling one, as a terminal emulator does, and becomes the program.
CONTROLLED = (
    sys.executable,
    "-IS",
    "-c",
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execvp(sys.argv[1], sys.argv[1:])",
)
