"""Reports that run another outlet's text."""

from __future__ import annotations

from collections.abc import Sequence

from reader.stories.report import Report
from reader.stories.terms import fold

ALIKE = 0.5
SHORTEST = 12
RUN = 3


def copies(reports: Sequence[Report]) -> dict[int, int]:
    """Which report, in time order, copies which earlier one of another outlet."""
    if len(reports) < 2:
        return {}
    runs = {report.key: _runs(report) for report in reports}
    found: dict[int, int] = {}
    for place, report in enumerate(reports):
        for other in reports[:place]:
            if other.key in found or other.outlet == report.outlet:
                continue
            one, two = runs[report.key], runs[other.key]
            if one and two and len(one & two) >= ALIKE * len(one | two):
                found[report.key] = other.key
                break
    return found


def _runs(report: Report) -> frozenset[tuple[str, ...]]:
    words = fold(f"{report.title} {report.lead}").split()
    return (
        frozenset(zip(*(words[n:] for n in range(RUN)), strict=False))
        if len(words) >= SHORTEST
        else frozenset()
    )
