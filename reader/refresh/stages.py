"""The stages of a refresh: one that goes wrong is told of, and those after it have their turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader import log
from reader.errors import NewsreelError, starved
from reader.refresh.command import folders
from reader.worker.child import Worker

Stage = tuple[str, Callable[[], object]]
"""What it does, as a sentence begins, and the doing."""


def run(worker: Worker, stages: Sequence[Stage]) -> None:
    """Do all in turn until told to stop; then raise the first NewsreelError there was.

    A fault with an item in hand is the item's, and ends the worker: the next one gives the item up and goes
    on. A worker that died with none in hand died of its stage, which the next one leaves out; only the first
    is not left out, as there is no refresh without it.
    """
    died_in = 0 if worker.job.dead else worker.hand.get("stage")
    journal, faults = folders(worker.job.options["paths"]).log, list[NewsreelError]()
    for number, (name, stage) in enumerate(stages):
        if worker.stopped():
            break
        if number and number == died_in:
            log.note(journal, f"{name} was left out: the process before this one died of it.")
            continue
        worker.hand.put("stage", number)
        try:
            stage()
        except NewsreelError as error:
            log.note(journal, f"{name} broke off: {error}")
            faults.append(error)
        except Exception as error:  # whatever it is: the daily copy comes after it
            if isinstance(error, MemoryError) or worker.hand.get("item"):
                raise
            worker.fault(error)
            faults.append(_of_ours(name, error))
        worker.hand.put("item", 0)
    if faults:
        raise faults[0]


def _of_ours(name: str, error: Exception) -> NewsreelError:
    if why := starved(error):
        return NewsreelError(f"{name} broke off, because {why}; nothing saved is lost.")
    kind = type(error).__name__
    return NewsreelError(
        f"{name} broke off by a fault inside Newsreel ({kind}: {error}); nothing saved is lost. "
        "Run it again with --debug and report what it prints."
    )
