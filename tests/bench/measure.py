"""Run a command and say what it cost."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds on the wall and of CPU (children too), and the largest resident size in MiB."""

    wall: float
    cpu: float
    peak: float


class Refreshed(NamedTuple):
    """Seconds until all was saved, could be searched for, had its texts; what it took to the end."""

    saved: float
    searchable: float
    made: float
    ended: Cost


def run(argv: Sequence[str], env: Mapping[str, str]) -> Cost:
    """Run a command to its end."""
    began = time.perf_counter()
    child = subprocess.Popen(
        argv, env=dict(env), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return _reaped(child, began)


def refresh(argv: Sequence[str], env: Mapping[str, str]) -> Refreshed:
    """Run `refresh --json` until the texts of all that came are made; it then is let go.

    What it would do after that (grouping news into stories) no peer does.
    """
    began = time.perf_counter()
    child = subprocess.Popen(
        argv, env=dict(env), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert child.stdin
    assert child.stdout
    moments: dict[str, float] = {}
    asked, answered, new = -1, 0, 0
    while ("texts" not in moments and (new or answered != asked)) and (line := child.stdout.readline()):
        event = json.loads(line)
        moments[event["event"]] = time.perf_counter() - began
        asked = event["feeds"] if event["event"] == "start" else asked
        answered += event["event"] == "feed"
        new += event.get("new", 0)
    child.stdin.close()
    ended = _reaped(child, began)
    child.stdout.close()
    saved, searchable = moments["feed"], moments.get("searchable", moments["feed"])
    return Refreshed(saved, searchable, moments.get("texts", saved), ended)


def _reaped(child: subprocess.Popen[bytes], began: float) -> Cost:
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def resident(pid: int) -> float:
    """Return the resident size of a process in MiB."""
    pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20


def share(values: Sequence[float], part: float) -> float:
    """Return the value below which that part of them lies."""
    return sorted(values)[round(part * (len(values) - 1))]
