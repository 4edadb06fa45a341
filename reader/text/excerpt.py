"""The passage of a text that shows best what was searched for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

BEFORE, REACH, LONGEST = 60, 160, 320
"""Characters of a passage before the first word met, in which words count as together, and in all."""

Spots = Sequence[tuple[int, int, int]]
"""From, up to, and which of the words searched for, in order."""


class Excerpt(NamedTuple):
    """A passage, where in it words are met, and the one of these that it is shown for."""

    text: str
    marks: tuple[tuple[int, int], ...]
    first: int


def excerpt(text: str, spots: Spots, lacking: Collection[int]) -> Excerpt:
    """Return the passage where most is met of what is lacking elsewhere: something of it is."""
    best = _best(spots, lacking)
    start = _start(text, spots[best][0])
    end = _end(text, start)
    lead = "…" if start and text[start - 1] != "\n" else ""
    shift = len(lead) - start
    met = [(at, (a + shift, b + shift)) for at, (a, b, _) in enumerate(spots) if start <= a and b <= end]
    shown = lead + text[start:end].replace("\n", " ")
    return Excerpt(shown, tuple(mark for _, mark in met), sum(at < best for at, _ in met))


def _best(spots: Spots, lacking: Collection[int]) -> int:
    """Return the first of the words lacking that stand together with most others."""

    def worth(at: int) -> tuple[int, int]:
        near = {which for start, _, which in spots[at : at + 20] if start - spots[at][0] <= REACH}
        return len(near & set(lacking)), len(near)

    return max((at for at, (_, _, which) in enumerate(spots) if which in lacking), key=worth)


def _start(text: str, first: int) -> int:
    """Return where the passage begins: with its line if that is near, else with a word."""
    line = text.rfind("\n", 0, first) + 1
    if first - line <= BEFORE:
        return line
    space = text.find(" ", first - BEFORE, first)
    return space + 1 if space >= 0 else first


def _end(text: str, start: int) -> int:
    """Return where it ends: with a word."""
    if len(text) - start <= LONGEST:
        return len(text)
    space = text.rfind(" ", start + REACH, start + LONGEST)
    return space if space >= 0 else start + LONGEST
