"""Work for two processors: what only reads what is known is done by two processes, every other item each.

The first few are done before there are two: what takes its time at its first use only is done once. The
second is a fork of this one. It knows all that is known here, sends back what it made, and is gone. It only
hastens: what it does not send, for whatever reason, is made here.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import zip_longest
from types import GenericAlias
from typing import NoReturn, TypeVar

import msgspec

from reader.forks import go_with, hold_nothing_but, is_worth_it

MANY = 150
"""Items from which on a fork is worth its few milliseconds."""
FIRST = 32
"""So many are made before the fork: it has the patterns that these are the first to use, compiled."""
CPU_SECONDS = 30.0
"""What the fork may compute: many times what a thousand items take."""

A = TypeVar("A")
B = TypeVar("B")


def halved(
    work: Callable[[A], B], items: Sequence[A], kind: type[B], heed: Callable[[], None] = lambda: None
) -> list[B]:
    """Return what `work` makes of each item, of a `kind` to be sent, in their order.

    What it changes while it works on every second of them may be lost. `heed` is called between items here;
    what it raises ends the work of both.
    """

    def here(some: Sequence[A]) -> list[B]:
        return [work(item) for item in heeding(some, heed)]

    # Beside threads no fork is safe: they may hold a lock.
    if len(items) < MANY or threading.active_count() > 1 or not is_worth_it():
        return here(items)
    begun, rest = here(items[:FIRST]), items[FIRST:]
    mine, others = rest[::2], rest[1::2]  # what is near is alike, and takes as long
    reading, writing = os.pipe()
    parent = os.getpid()
    try:
        pid = os.fork()
    except OSError:  # too many processes, or no memory for one
        os.close(writing)
        os.close(reading)
        return begun + here(rest)
    if not pid:
        _be_second(parent, work, others, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as answer:
            found = here(mine)
            said = answer.read()
    finally:
        os.kill(pid, signal.SIGKILL)  # it has written all, or nobody reads; ours until it is waited for
        os.waitpid(pid, 0)
    made = _read(said, len(others), kind) or here(others)
    return begun + [each for pair in zip_longest(found, made) for each in pair][: len(rest)]


def heeding(items: Iterable[A], heed: Callable[[], None]) -> Iterator[A]:
    """Yield the items, calling `heed` before each: what it raises ends that."""
    for item in items:
        heed()
        yield item


def _read(said: bytes, number: int, kind: type[B]) -> list[B]:
    with suppress(msgspec.MsgspecError):
        found: list[B] = msgspec.msgpack.decode(said, type=GenericAlias(list, (kind,)))
        return found if len(found) == number else []
    return []


def _be_second(parent: int, work: Callable[[A], B], items: Sequence[A], writing: int) -> NoReturn:
    """Make the second half, and never come back."""
    try:
        go_with(parent)
        hold_nothing_but(writing)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
        with os.fdopen(writing, "wb") as answer:
            answer.write(msgspec.msgpack.encode(list(map(work, items))))
    finally:
        os._exit(0)  # nobody asks why: what was not sent says enough
