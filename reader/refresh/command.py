"""The command's own half of a refresh: one at a time, a worker to do it, and what to say at the end."""

from __future__ import annotations

import fcntl
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from reader import paths as places
from reader.errors import unwritable
from reader.paths import Paths
from reader.worker import Ending, Hand, Job, Supervisor
from reader.worker.parent import CPU_SECONDS, MEMORY, UNSAID, stdin_is_a_leash

INTERRUPTED, SOME_FAILED = 130, 3
_COUNTS = ("updated", "unchanged", "failed", "skipped", "new")


def run(
    feeds: Sequence[str] = (),
    *,
    force: bool = False,
    again: bool = False,
    json: bool = False,
    paths: Paths | None = None,
    cpu_seconds: float = CPU_SECONDS,
    memory: int = MEMORY,
) -> int:
    """Refresh the feeds named (ids, URLs, parts of titles), or all that are due, and return an exit code.

    `force` asks those not due too; `again` everything but what was asked in the last five minutes.
    With `json`, an open pipe on stdin is a leash: at its end the refresh saves what it has and leaves.
    """
    paths = paths or places.find()
    options = {
        "feeds": list(feeds),
        "urgency": "force" if force else "again" if again else "due",
        "json": json,
        "paths": [str(folder) for folder in paths],
    }
    try:
        paths.create()
        lock = os.open(paths.refresh_lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if not _locked(lock):
            return _busy(lock, json=json)
        hand = Hand.create(paths.state)
    except OSError as error:
        _say(unwritable(error, paths.state))
        return 1
    began = time.monotonic()
    supervisor = Supervisor(hand, watch_stdin=json and stdin_is_a_leash(), private=(lock,))
    ending = supervisor.run(Job("refresh", options, cpu_seconds, memory))
    try:
        return _finish(ending, hand, time.monotonic() - began, json=json)
    finally:
        hand.close()
        os.close(lock)


def _locked(lock: int) -> bool:
    """Take the lock, which the kernel gives back whatever happens, and write who holds it."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    os.ftruncate(lock, 0)
    os.pwrite(lock, str(os.getpid()).encode(), 0)
    return True


def _busy(lock: int, *, json: bool) -> int:
    pid = _holder(lock)
    os.close(lock)
    named = f" (process {pid})" if pid else ""
    _print(f'{{"event":"busy","pid":{pid}}}' if json else f"Another refresh is under way{named}.")
    return 0


def _holder(lock: int) -> int:
    """Return which process has the lock; 0 for one that does not say."""
    for _ in range(50):
        if (said := os.pread(lock, 20, 0)).isdigit():
            return int(said)
        time.sleep(0.01)  # it took the lock just now, and has yet to write that down
    return 0


def _finish(ending: Ending, hand: Hand, seconds: float, *, json: bool) -> int:
    """Say what came of it, and return the exit code."""
    counts = {name: hand.get(name) for name in _COUNTS}
    if ending.code == UNSAID:
        return 1
    if ending.died is not None:
        _say(f"The refresh broke off because {ending.died}; what was saved is kept. Try again.")
    if hand.get("started") and json:
        _print(_done(counts, seconds))
    elif hand.get("started") and (any(counts.values()) or not ending.code):
        _print(_summary(counts, followed=bool(hand.get("followed"))))
    if ending.stopped:
        return 128 + ending.stopped if ending.stopped > 0 else INTERRUPTED
    if ending.died is not None:
        return 1
    if ending.code:
        return ending.code if ending.code <= 2 else INTERRUPTED
    return SOME_FAILED if counts["failed"] else 0


def _done(counts: dict[str, int], seconds: float) -> str:
    numbers = ",".join(f'"{name}":{number}' for name, number in counts.items())
    return f'{{"event":"done",{numbers},"seconds":{seconds:.3f}}}'


def _summary(counts: dict[str, int], *, followed: bool) -> str:
    """Return one sentence."""
    asked = sum(counts[name] for name in _COUNTS[:3])
    if not asked and counts["skipped"]:
        return f"No feed asked, {counts['skipped']} skipped."
    if not asked and not followed:
        return "No feed is followed, so none was asked; `newsreel add URL` follows one."
    if not asked:
        return "Nothing is due; --force asks all the same."
    new = counts["new"]
    news = f"{new} new article{'' if new == 1 else 's'}" if new else "nothing new"
    rest = [f"{counts[name]} {name}" for name in ("failed", "skipped") if counts[name]]
    return f"{asked} feed{'' if asked == 1 else 's'} asked: " + ", ".join([news, *rest]) + "."


def _print(line: str) -> None:
    with suppress(BrokenPipeError):
        os.write(1, line.encode() + b"\n")


def _say(line: str) -> None:
    with suppress(OSError):  # nowhere to say it: the exit code does
        print(line, file=sys.stderr)


def folders(texts: Sequence[str]) -> Paths:
    """Return the folders a job was told of."""
    return Paths(*(Path(text) for text in texts))
