"""The one writer: what the person did, written to the library in order, off the screen's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import NamedTuple

from reader.errors import NewsreelError, StoreError


class Job(NamedTuple):
    """Something to write, and whom to tell. All three are called on the writer's thread."""

    write: Callable[[], object]
    done: Callable[[], object]
    failed: Callable[[NewsreelError], object]


class Writer:
    """A thread and a queue. `close` returns when everything submitted is written.

    There is no thread before there is something to write: one that waits would keep alive a process that
    is interrupted while it starts.
    """

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def submit(self, job: Job) -> None:
        """Write this after everything submitted before."""
        self._jobs.put(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="writer")
            self._thread.start()

    def close(self) -> None:
        """Write what is left and stop."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            _perform(job)


def _perform(job: Job) -> None:
    """Do one job; whatever goes wrong, the next one has its turn."""
    try:
        job.write()
    except NewsreelError as error:
        job.failed(error)
    except Exception as error:
        job.failed(StoreError(f"That could not be saved ({error}); nothing was changed, try again."))
    else:
        job.done()
