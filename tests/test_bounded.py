"""Work that computes too long ends with an exception, wherever it is."""

from __future__ import annotations

import re
import signal
import time
from threading import Thread

import pytest

from reader.bounded import TooLong, bounded

ENDLESS = re.compile(r"(?:a|a)*b")


def compute(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_a_search_that_would_never_end_is_ended() -> None:
    with pytest.raises(TooLong), bounded(0.05):
        ENDLESS.fullmatch("a" * 200)


def test_what_begins_anew_has_all_its_time_again() -> None:
    with bounded(0.5) as begin:
        for _ in range(4):
            begin()
            compute(0.2)


def test_afterwards_all_is_as_before() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with bounded(0.05):
        pass
    compute(0.1)
    assert (signal.getsignal(signal.SIGPROF), signal.getitimer(signal.ITIMER_PROF)) == (before, (0.0, 0.0))


def test_beside_the_main_thread_nothing_is_bounded() -> None:
    done = []

    def work() -> None:
        with bounded(0.01) as begin:
            begin()
            compute(0.1)
        done.append(True)

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
