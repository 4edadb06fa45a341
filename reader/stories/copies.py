"""Reports that run another outlet's text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from reader.stories.language.tokens import tokens
from reader.stories.report import Report

ALIKE = 0.5
"""The share of runs of three words that a copy has in common with its original, of those in either."""
SHORTEST = 12
"""Words; of a shorter text too little is said to tell a copy."""
MANY = 20
"""So many reports are kept for each run of words: what more of them say is no mark of a copy."""

Run = tuple[str, str, str]


def copies(reports: Sequence[Report]) -> dict[int, int]:
    """Which report, in time order, copies which earlier one of another outlet."""
    if len(reports) < 2:
        return {}
    found: dict[int, int] = {}
    holding: dict[Run, list[int]] = {}
    runs = [_runs(report) for report in reports]
    repeated = _repeated(runs)
    for place, report in enumerate(reports):
        again = runs[place] & repeated
        shared = Counter(chain.from_iterable([holding[run] for run in again if run in holding]))
        alike = [
            other
            for other, number in shared.items()
            if number >= ALIKE * (len(runs[place]) + len(runs[other]) - number)
            and reports[other].outlet != report.outlet
        ]
        if alike:
            found[report.key] = reports[min(alike)].key
            continue
        for run in again:
            held = holding.setdefault(run, [])
            if len(held) < MANY:
                held.append(place)
    return found


def _repeated(runs: Iterable[frozenset[Run]]) -> set[Run]:
    """The runs of words that more than one report has: few of all that there are."""
    met: set[Run] = set()
    found: set[Run] = set()
    for each in runs:
        found |= met & each
        met |= each
    return found


def _runs(report: Report) -> frozenset[Run]:
    words = tokens(report.title).keys + tokens(report.lead).keys
    return (
        frozenset(zip(words, words[1:], words[2:], strict=False)) if len(words) >= SHORTEST else frozenset()
    )
