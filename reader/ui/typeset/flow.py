"""Lines back into running text: what is copied, and where words are found."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from reader.ui.typeset.lines import DRAWN, Line


class Spot(NamedTuple):
    """A stretch of one line: characters `start` to `end` of line `y`."""

    y: int
    start: int
    end: int


def words(lines: Sequence[Line]) -> Iterator[tuple[str, Spot | None]]:
    """Yield the words of lines with where they are, and what joins the lines (with no place)."""
    for y, line in enumerate(lines):
        if y:
            yield line.join, None
        column = 0
        for run in line.runs:
            if run.role not in DRAWN:
                yield run.text, Spot(y, column, column + len(run.text))
            column += len(run.text)


def copied(lines: Sequence[Line], start: tuple[int, int] | None, end: tuple[int, int] | None) -> str:
    """Return the text between two (line, character) places, wrapped lines joined again."""
    parts: list[str] = []
    for text, spot in words(lines):
        if spot is None:
            parts.append(text)
            continue
        low = max(0, start[1] - spot.start) if start and start[0] == spot.y else 0
        high = max(0, end[1] - spot.start) if end and end[0] == spot.y else len(text)
        inside = (not start or start[0] <= spot.y) and (not end or end[0] >= spot.y)
        parts.append(text[low:high] if inside else "")
    return re.sub(r"[ \t]+\n", "\n", "".join(parts)).strip()


Seek = Callable[[str], Iterable[tuple[int, int]]]
"""Returns where in a running text something is: from which character, up to which."""


def found(lines: Sequence[Line], query: str) -> list[list[Spot]]:
    """Return every place of `query`, in any case and with any spaces, in parts where it spans lines."""
    pattern = r"\s+".join(map(re.escape, query.split()))
    return list(Running(lines).find(re.compile(pattern, re.IGNORECASE))) if pattern else []


def sought(lines: Sequence[Line], seek: Seek) -> list[list[Spot]]:
    """Return every place in the text that is sought, as `found` does; none in the head, nor in the foot."""
    return list(Running(lines, leaves=True).seek(seek))


class Running:
    """Lines as running text, with the places where its parts are drawn. `leaves`: of blocks alone."""

    def __init__(self, lines: Sequence[Line], *, leaves: bool = False) -> None:
        parts, self._places, size = [], list[tuple[int, Spot]](), 0
        for part, spot in words(lines):
            if leaves and spot is not None and lines[spot.y].leaf < 0:
                continue
            parts.append(part)
            if spot is not None:
                self._places.append((size, spot))
            size += len(part)
        self._text = "".join(parts)

    def find(self, pattern: re.Pattern[str]) -> Iterator[list[Spot]]:
        """Yield every place of a pattern, in parts where it spans lines."""
        yield from self.seek(lambda text: (match.span() for match in pattern.finditer(text)))

    def seek(self, seek: Seek) -> Iterator[list[Spot]]:
        """Yield every place of what is sought."""
        for start, end in seek(self._text) if self._places else ():
            yield _spots(start, end, self._places)


def _spots(start: int, end: int, places: list[tuple[int, Spot]]) -> list[Spot]:
    """Return the stretches of lines that characters `start` to `end` of the running text are drawn on."""
    spots = []
    first = max(0, bisect(places, start, key=itemgetter(0)) - 1)
    for index in range(first, len(places)):
        at, spot = places[index]
        if at >= end:
            break
        if at + spot.end - spot.start > start:
            low, high = max(0, start - at), min(spot.end - spot.start, end - at)
            spots.append(Spot(spot.y, spot.start + low, spot.start + high))
    return spots


class Find:
    """The places of a query, or of what else is sought in the text, one of them current.

    `at` numbers it from 0; -1 where there are none, and before the first step to what is sought.
    """

    def __init__(
        self, lines: Sequence[Line] = (), query: str = "", top: int = 0, *, seek: Seek | None = None
    ) -> None:
        self.query, self.seek = query, seek
        self.places = sought(lines, seek) if seek else found(lines, query)
        self._by_line: dict[int, list[tuple[int, Spot]]] = {}
        for at, place in enumerate(self.places):
            for spot in place:
                self._by_line.setdefault(spot.y, []).append((at, spot))
        self.at = self._from(top) if self.places and not seek else -1

    def anew(self) -> Find:
        """Return what is still to be looked for in lines to come, at the same place; what is typed stays."""
        if self.seek is None:
            return self
        waiting = Find(seek=self.seek)
        waiting.at = self.at
        return waiting

    def _from(self, top: int) -> int:
        below = (at for at, place in enumerate(self.places) if place[0].y >= top)
        return next(below, 0)

    def step(self, by: int, top: int = 0) -> int:
        """Move to another place, around the ends; return its number from 1, or 0 if there are none.

        The first step to what is sought is to the first at or below the line `top`, or to that before.
        """
        if self.places:
            begins = self.at < 0
            self.at = (self._from(top) + min(by, 0) if begins else self.at + by) % len(self.places)
        return self.at + 1

    @property
    def line(self) -> int:
        """The line of the current place."""
        return self.places[self.at][0].y

    def on(self, y: int) -> list[tuple[Spot, bool]]:
        """Return what is found on a line, and whether it is current."""
        return [(spot, at == self.at) for at, spot in self._by_line.get(y, ())]
