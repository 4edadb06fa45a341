"""The lines of an article as far as they are laid out, and places in them that survive a new width."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from time import perf_counter
from typing import NamedTuple

from reader.ui.typeset.lines import Line

_BATCH = 20


class Place(NamedTuple):
    """A block, and how far into it, in thousandths of its lines."""

    leaf: int
    depth: int


class Sheet:
    """Lines, laid out no sooner than they are needed."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self.lines: list[Line] = []
        self._rest = iter(lines)

    def lay(self, count: int | None = None) -> None:
        """Lay out `count` more lines, or all."""
        self.lines += islice(self._rest, count)

    def lay_for(self, seconds: float) -> bool:
        """Lay out lines for some time; False when there are no more."""
        until = perf_counter() + seconds
        more = [Line()] * _BATCH
        while len(more) == _BATCH and perf_counter() < until:
            self.lines += (more := list(islice(self._rest, _BATCH)))
        return len(more) == _BATCH

    def place(self, y: int) -> Place | None:
        """Return the place of a line, None for the head of the article."""
        if y >= len(self.lines) or self.lines[y].leaf == -1:
            return None
        leaf = self.lines[y].leaf
        first, count = self._extent(leaf)
        return Place(leaf, 1000 * (y - first) // count)

    def line(self, place: Place) -> int:
        """Return the line of a place, all lines laid out."""
        self.lay()
        first, count = self._extent(place.leaf)
        return first + place.depth * count // 1000

    def _extent(self, leaf: int) -> tuple[int, int]:
        """Return the first line of a block and how many it has."""
        inside = [y for y, line in enumerate(self.lines) if line.leaf == leaf]
        return (inside[0], len(inside)) if inside else (0, 1)
