"""Run a command and say what it cost; run a program in a pty and say when its screen was ready."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds on the wall and of CPU (children too), and the largest resident size in MiB."""

    wall: float
    cpu: float
    peak: float
    saved: float = 0.0
    """Seconds until the last feed was saved, where the command tells so in events."""


def run(argv: Sequence[str], env: Mapping[str, str]) -> Cost:
    """Run a command to its end."""
    began = time.perf_counter()
    child = subprocess.Popen(
        argv, env=dict(env), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, used = os.wait4(child.pid, 0)
    return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def refresh(argv: Sequence[str], env: Mapping[str, str]) -> Cost:
    """Run a refresh; note when its events say that the last feed was saved."""
    began, saved = time.perf_counter(), 0.0
    child = subprocess.Popen(
        argv, env=dict(env), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert child.stdout is not None
    for line in child.stdout:
        if b'"event":"feed"' in line:
            saved = time.perf_counter() - began
    _, _, used = os.wait4(child.pid, 0)
    child.stdout.close()
    wall = time.perf_counter() - began
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, saved)


class Screen:
    """A program in a pty of 120x40: send keys, and time what it writes."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str]) -> None:
        self.began = time.perf_counter()
        self.pid, self.tty = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execvpe(argv[0], list(argv), dict(env))

    def until(self, text: bytes, seconds: float = 60) -> float:
        """Return the seconds since the start when the text was written."""
        seen, deadline = b"", time.perf_counter() + seconds
        while text not in seen and time.perf_counter() < deadline:
            if select.select([self.tty], [], [], 0.5)[0]:
                seen = seen[-len(text) :] + os.read(self.tty, 1 << 16)
        return time.perf_counter() - self.began

    def key(self, key: bytes) -> float:
        """Press a key and return the seconds until something is written."""
        self.drain()
        began = time.perf_counter()
        os.write(self.tty, key)
        select.select([self.tty], [], [], 5)
        return time.perf_counter() - began

    def drain(self, quiet: float = 0.05) -> None:
        """Read until nothing has come for a moment."""
        while select.select([self.tty], [], [], quiet)[0]:
            os.read(self.tty, 1 << 16)

    def resident(self) -> float:
        """Return the resident size in MiB."""
        with open(f"/proc/{self.pid}/statm", encoding="ascii") as file:  # noqa: PTH123  not a file on disk
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def leave(self, key: bytes) -> None:
        """Press a key that ends the program, and wait for its end."""
        os.write(self.tty, key)
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            with suppress(OSError):  # gone between two looks
                self.drain()
        os.close(self.tty)
