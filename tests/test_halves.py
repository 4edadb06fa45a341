"""Work done by two processes is the work done by one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader import halves
from reader.forks import is_worth_it
from reader.halves import FIRST, MANY, halved
from tests.test_second import ends_with_who_made_it

ROOT = Path(__file__).resolve().parents[1]
NUMBERS = range(MANY + 1)
needs_two = pytest.mark.skipif(not is_worth_it(), reason="needs Linux and two processors")


def squares_and_process(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


BY_HALVES = """
import json, os
from reader.halves import MANY, halved

def work(number: int) -> tuple[int, int]:
    return number * number, os.getpid()

found = halved(work, range(MANY + 1), tuple[int, int])
print(json.dumps([[square, process == os.getpid()] for square, process in found]))
"""


@contextmanager
def another_thread() -> Iterator[None]:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


@needs_two
def test_two_processes_make_half_each_of_all_but_the_first() -> None:
    # In a process of its own: here tests of others may have left a thread, beside which nothing is forked.
    ran = subprocess.run([sys.executable, "-c", BY_HALVES], cwd=ROOT, capture_output=True, check=True)
    here = [True] * FIRST + [True, False] * ((MANY - FIRST) // 2) + [True]
    assert json.loads(ran.stdout) == [
        [number * number, mine] for number, mine in zip(NUMBERS, here, strict=True)
    ]


def test_few_items_are_worth_no_second() -> None:
    assert {process for _, process in halved(squares_and_process, range(9), tuple[int, int])} == {os.getpid()}


def test_beside_a_thread_nothing_is_forked() -> None:
    with another_thread():
        found = halved(squares_and_process, NUMBERS, tuple[int, int])
    assert {process for _, process in found} == {os.getpid()}


def test_a_second_that_dies_is_made_up_for() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != here:
            os._exit(1)
        return -number

    assert halved(work, NUMBERS, int) == [-number for number in NUMBERS]


@needs_two
def test_P2_a_second_that_never_ends_is_ended_and_made_up_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halves, "CPU_SECONDS", 0.1)
    here = os.getpid()

    def work(number: int) -> int:
        while os.getpid() != here:
            pass
        return -number

    assert halved(work, NUMBERS, int) == [-number for number in NUMBERS]


@needs_two
def test_S16_a_second_goes_with_who_made_it_even_amid_its_work() -> None:
    code = (
        "import os, pathlib, signal; from reader.halves import MANY, halved; here = os.getpid()\n"
        "def work(_):\n"
        "    while os.getpid() != here: pass\n"
        "    made = pathlib.Path(f'/proc/self/task/{here}/children').read_text()\n"
        "    if made: print(made, flush=True); signal.pause()\n"
        "halved(work, range(MANY), int)"
    )
    ends_with_who_made_it(code, signal.SIGKILL)


def test_what_cannot_be_sent_is_made_here() -> None:
    assert halved(lambda number: {number: object}, NUMBERS, dict[int, type]) == [{n: object} for n in NUMBERS]


@needs_two
def test_what_is_heeded_between_items_ends_both_at_once() -> None:
    here, alone = os.getpid(), iter(range(FIRST))

    def work(number: int) -> int:
        while os.getpid() != here:
            signal.pause()
        return -number

    def heed() -> None:
        if next(alone, None) is None:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        halved(work, NUMBERS, int, heed)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, 0)


def test_an_error_is_raised_here_and_leaves_no_process() -> None:
    with pytest.raises(ZeroDivisionError):
        halved(lambda number: 1 // (number - MANY), NUMBERS, int)
    with pytest.raises(ZeroDivisionError):
        halved(lambda number: 1 // (number - FIRST), NUMBERS, int)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, 0)
