"""A second process beside the worker, on a processor of its own: it answers tasks, in their order.

To read what strangers sent takes about as long as to fetch and save it; on two processors the two go on side
by side. The second process only hastens. It has the worker's limits, touches no network and no library, and
may die of any task: what it leaves unanswered, for whatever reason, the worker does itself, under its own
guard, so that what is to blame is found out in one place. It goes when the worker goes, however that ends.
"""

from __future__ import annotations

import mmap
import os
import signal
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from reader.forks import go_with, hold_nothing_but
from reader.ready import is_readable

SLOTS = 4
"""Tasks that are under way at once."""
ROOM = 4 << 20
"""Bytes of a task, or of its answer. Only what is used of them takes memory."""
_LENGTH = struct.Struct("=q")

Answer = Callable[[bytes], bytes]


class Second:
    """The worker's end. Tasks and answers lie in a shared map, and their lengths go through a socket.

    So few lengths are under way that neither ever waits for the other to read.
    """

    def __init__(self, answer: Answer, cpu_seconds: float) -> None:
        """Fork it: before there are threads, connections, or a library. Raises OSError."""
        self._map = mmap.mmap(-1, SLOTS * ROOM)
        self._end, other = socket.socketpair()
        self._given = self._taken = 0
        worker, self.pid = os.getpid(), os.fork()
        if not self.pid:
            _be_second(worker, memoryview(self._map), other, answer, cpu_seconds)
        other.close()

    def fileno(self) -> int:
        """Return the file that can be read when an answer is there, or none will be."""
        return self._end.fileno()

    @property
    def full(self) -> bool:
        """Whether an answer must be taken before another task is given."""
        return self._given - self._taken == SLOTS

    def give(self, task: bytes) -> bool:
        """Have a task done; false for one that is too long."""
        if len(task) > ROOM:
            return False
        start = self._given % SLOTS * ROOM
        self._map[start : start + len(task)] = task
        self._given += 1
        with suppress(OSError):  # it is gone: `take` says so
            self._end.sendall(_LENGTH.pack(len(task)))
        return True

    def is_ready(self, seconds: float = 0) -> bool:
        """Wait no longer than this for an answer, and tell whether there is something to take."""
        return is_readable(self._end.fileno(), seconds)

    def take(self) -> bytes | None:
        """Return the answer to the first task that has none yet; None where it is gone."""
        length = _received(self._end)
        if length is None:
            return None
        start = self._taken % SLOTS * ROOM
        self._taken += 1
        return self._map[start : start + length]

    def close(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)  # ours until it is waited for, even when it is gone
        os.waitpid(self.pid, 0)
        self._end.close()
        self._map.close()


def _received(end: socket.socket) -> int | None:
    with suppress(OSError):
        if said := end.recv(_LENGTH.size, socket.MSG_WAITALL):
            return int(_LENGTH.unpack(said)[0])
    return None


# ---------------------------------------------------------------- the second process itself


def _be_second(
    worker: int, room: memoryview, end: socket.socket, answer: Answer, cpu_seconds: float
) -> NoReturn:
    """Go on as the second process, and never come back."""
    try:
        go_with(worker)
        hold_nothing_but(end.fileno())
        _work(room, end, answer, cpu_seconds)
    finally:
        os._exit(0)  # nobody asks why: what was not answered says enough


def _work(room: memoryview, end: socket.socket, answer: Answer, cpu_seconds: float) -> None:
    """Answer what is asked until the worker is gone; too much computing for one answer ends the process."""
    start = 0
    while (length := _received(end)) is not None:
        signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
        said = answer(bytes(room[start : start + length]))
        signal.setitimer(signal.ITIMER_PROF, 0)
        if len(said) > ROOM:
            return
        room[start : start + len(said)] = said
        end.sendall(_LENGTH.pack(len(said)))
        start = (start + ROOM) % (SLOTS * ROOM)
