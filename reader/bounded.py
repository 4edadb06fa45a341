"""A bound on what a piece of work may compute, where all of it is Python: it ends with an exception."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial


class TooLong(Exception):
    """A piece of work computed more than it may."""


@contextmanager
def bounded(seconds: float) -> Iterator[Callable[[], object]]:
    """Raise TooLong in work that computes for so many seconds; yield what has them begin anew.

    A search for a pattern is ended amid it, too. Only the main thread hears signals: in others nothing is
    bounded.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return
    before = signal.signal(signal.SIGPROF, _end)
    begin = partial(signal.setitimer, signal.ITIMER_PROF, seconds)
    try:
        begin()
        yield begin
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _end(*_: object) -> None:
    raise TooLong("it computes without an end")
