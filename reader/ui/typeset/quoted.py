"""Where the quotes that were kept of an article stand in its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from reader.model import KeptQuote
from reader.ui.typeset.flow import Running, Spot
from reader.ui.typeset.lines import DRAWN, Line

_EDGE = "(?!(?<=[A-Za-z0-9])[A-Za-z0-9])"
"""Matches at the edges of words only: in scripts without spaces, lines are broken anywhere."""


def quoted(lines: Sequence[Line], quotes: Sequence[KeptQuote]) -> frozenset[int]:
    """Return the lines that quotes stand on: of the places where a text says the same, the one kept."""
    running, before = Running(lines), letters(lines)
    found = (
        _place(running.find(_pattern(each.text)), before, each.place or 0)
        for each in quotes
        if each.text.strip()
    )
    return frozenset(y for spots in found if spots for y in range(spots[0].y, spots[-1].y + 1))


def letters(lines: Sequence[Line]) -> list[int]:
    """Return for each line how many letters of the text stand before it: the same at any width."""
    return list(accumulate(map(_size, lines), initial=0))


def _size(line: Line) -> int:
    if line.leaf < 0:
        return 0
    return sum(len("".join(run.text.split())) for run in line.runs if run.role not in DRAWN)


def _place(places: Iterator[list[Spot]], before: Sequence[int], place: int) -> list[Spot] | None:
    return min(places, key=lambda spots: abs(before[spots[0].y] - place), default=None)


def _pattern(text: str) -> re.Pattern[str]:
    """Return what finds words as they are, in any lines; no part of a longer word.

    What is before the first of them is looked at after it: a pattern that begins with letters is found fast.
    """
    first, *others = map(re.escape, text.split())
    edge = f"(?<![A-Za-z0-9]{first})" if re.match("[A-Za-z0-9]", first) else ""
    return re.compile(r"\s+".join((first + edge, *others)) + _EDGE)
