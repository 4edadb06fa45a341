"""The one writer."""

from __future__ import annotations

import signal
import subprocess
import sys

from reader.errors import StoreError
from reader.ui.writer import Job, Writer


def test_everything_is_written_in_order_before_close_returns() -> None:
    written: list[int] = []
    writer = Writer()
    for n in range(500):
        writer.submit(Job(lambda n=n: written.append(n), lambda: None, lambda _: None))  # type: ignore[misc]
    writer.close()
    assert list(range(500)) == written


def test_a_failure_is_told_and_the_next_job_has_its_turn() -> None:
    told: list[str] = []

    def fail() -> None:
        raise StoreError("The disk is full.")

    def break_down() -> None:
        raise ZeroDivisionError("by zero")

    writer = Writer()
    for write in (fail, break_down, lambda: None):
        writer.submit(Job(write, lambda: told.append("done"), lambda error: told.append(str(error))))
    writer.close()
    assert (told) == [
        "The disk is full.",
        "That could not be saved (by zero); nothing was changed, try again.",
        "done",
    ]


def test_a_writer_that_never_wrote_keeps_no_process_alive() -> None:
    code = "from reader.ui.writer import Writer; Writer(); raise KeyboardInterrupt"
    done = subprocess.run([sys.executable, "-c", code], stderr=subprocess.DEVNULL, timeout=20)
    assert done.returncode in (1, -signal.SIGINT)
