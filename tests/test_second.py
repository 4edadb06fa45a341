"""The second process: what it answers, how it ends, and what it holds meanwhile."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.worker.second import ROOM, SLOTS, Second

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is one on Linux only")


@contextmanager
def second(answering: Callable[[bytes], bytes], cpu_seconds: float = 10) -> Iterator[Second]:
    process = Second(answering, cpu_seconds)
    yield process
    process.close()


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def is_gone(pid: int, *, within: float = 10) -> bool:
    """Wait for a process of another's to end."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    ended = select.select([process], [], [], within)[0]
    os.close(process)
    return bool(ended)


def ends_with_who_made_it(code: str, number: signal.Signals) -> None:
    """Run a program that says which process it made, end it, and see that one end, too."""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as maker:
        assert maker.stdout is not None
        made = int(maker.stdout.readline())
        assert is_alive(made)
        maker.send_signal(number)
        maker.wait(10)
        assert is_gone(made)


def test_answers_come_in_the_order_of_their_tasks() -> None:
    with second(lambda task: task[::-1]) as process:
        given = [b"%d" % n * (n + 1) for n in range(3 * SLOTS)]
        answers = []
        for task in given:
            if process.full:
                answers.append(process.take())
            assert process.give(task)
        answers += [process.take() for _ in range(SLOTS)]
    assert answers == [task[::-1] for task in given]


def test_the_largest_task_fits_and_a_larger_one_is_refused() -> None:
    with second(lambda task: task) as process:
        assert [process.give(bytes(ROOM + 1)), process.give(b"x" * ROOM)] == [False, True]
        assert process.take() == b"x" * ROOM


def test_an_answer_too_large_is_none() -> None:
    with second(lambda _: bytes(ROOM + 1)) as process:
        process.give(b"")
        assert process.take() is None


def test_too_much_computing_is_the_end_of_it() -> None:
    def spin(_: bytes) -> bytes:
        while True:
            pass

    with second(spin, cpu_seconds=0.2) as process:
        assert [process.give(b""), process.give(b""), process.take(), process.take()] == [
            True,
            True,
            None,
            None,
        ]


def test_it_holds_no_file_of_the_workers() -> None:
    """Whoever waits for a pipe of the worker's to close must not wait for the second process."""
    ready, told = os.pipe()
    os.set_blocking(ready, False)
    with second(lambda task: task) as process:
        process.give(b"")
        process.take()  # it has begun
        os.close(told)
        assert os.read(ready, 1) == b""
    os.close(ready)


def test_it_leaves_when_told_to() -> None:
    with second(lambda task: task) as process:
        process.give(b"")
        process.take()
        os.kill(process.pid, signal.SIGTERM)
        assert process.take() is None
        assert is_gone(process.pid)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_it_goes_with_the_worker_even_amid_a_task(number: signal.Signals) -> None:
    code = (
        "import signal; from reader.worker.second import Second\n"
        "def spin(_):\n while True: pass\n"
        "second = Second(spin, 60); second.give(b''); print(second.pid, flush=True); signal.pause()"
    )
    ends_with_who_made_it(code, number)
