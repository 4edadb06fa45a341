"""The step after the commit: texts made and indexed, on two processors where a new library has many.

The second process only hastens: what it leaves undone, for whatever reason, the worker does under its guard.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

from reader.library import Library
from reader.ready import is_readable
from reader.refresh.command import folders
from reader.refresh.making import Making, make_under
from reader.worker import Hand
from reader.worker.child import Worker
from reader.worker.parent import Process, start

MANY = 400
"""Texts from which on a second process is worth its start."""


def make(worker: Worker, library: Library, making: Making, searchable: Callable[[], None]) -> bool:
    """Make the texts that wait, and teach the index what is new; tell whether anything was.

    Where there are many, the index learns their words first, and says so; the texts are made then.
    """
    if not library.has_unindexed():
        return False
    middle = library.middle_unmade(MANY)
    helper = None if middle is None else _helper(worker, middle)
    if middle is not None and not worker.hand.get("ahead"):
        worker.hand.put("ahead", 1)  # only once: should this worker die of it, the next leaves it out
        making.teach_ahead()
        making.index_changed()
        _tell(worker, searchable)
    making.index()
    if helper is not None:
        _await(helper, worker)
        making.index()
    worker.hand.put("item", 0)
    _tell(worker, searchable)
    return not worker.stopped()


def _tell(worker: Worker, searchable: Callable[[], None]) -> None:
    if not worker.stopped():
        searchable()


def help_out(worker: Worker) -> None:
    """Be the second process: tell words from the end on, make texts from the middle on."""
    library = Library(folders(worker.job.options["paths"]).library)
    Making(library, guard=worker.guard, stopped=worker.stopped).teach_ahead(backwards=True)
    make_one, first = make_under(worker.guard), worker.job.options["first"]
    while not worker.stopped() and library.make_batch(make_one, first):
        pass


def _helper(worker: Worker, middle: int) -> Process | None:
    """Start it; without one all goes its way, only slower."""
    if (os.cpu_count() or 1) < 2:
        return None
    job = worker.job._replace(do="texts", options={**worker.job.options, "first": middle}, dead=None)
    with suppress(OSError):
        hand = Hand.create(folders(worker.job.options["paths"]).state)
        return start(job, hand, 2, fresh=True)
    return None


def _await(helper: Process, worker: Worker) -> None:
    """Wait for it; told to leave, tell it too: its leash is ours."""
    while not worker.stopped() and not is_readable(helper.alive, 0.1):
        pass
    os.close(helper.leash)
    if helper.popen is not None:
        helper.popen.wait()
    os.close(helper.alive)
