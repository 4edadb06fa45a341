"""Who goes first: a person's mark, then whatever is done behind the scenes.

SQLite's lock knows no queue: one who waits for it looks again now and then, and a writer of many small
transactions is always back before. So a person's write holds a lock on the file's folder while it waits,
and every other write looks at that lock first.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOOKS, PAUSE = 50, 0.005
"""Other writes wait a quarter of a second at most: a stopped process must not hold it up for ever."""
PATIENCE = 30.0
"""Seconds that a library is given to be made or changed by another: then it is tried all the same."""


@contextmanager
def claim(path: Path) -> Iterator[None]:
    """Be known to wait for the library at that path, and then to write."""
    lock = _open(path)
    try:
        with suppress(OSError):  # a file system without locks of this kind: there is no order there
            fcntl.flock(lock, fcntl.LOCK_SH)
        yield
    finally:
        os.close(lock)


def give_way(path: Path) -> None:
    """Wait while anyone claims the library at that path."""
    lock = _open(path)
    try:
        for _ in range(LOOKS):
            if _free(lock):
                return
            time.sleep(PAUSE)
    finally:
        os.close(lock)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until nobody else is making the library at that path, or bringing it up to date; then do so."""
    lock = _open(path)
    try:
        end = time.monotonic() + PATIENCE
        while not _free(lock) and time.monotonic() < end:
            time.sleep(PAUSE)
        yield
    finally:
        os.close(lock)


def _free(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # see above
        return True
    return True


def _open(path: Path) -> int:
    return os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
