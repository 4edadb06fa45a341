"""Letters laid over the links in sight: typed, they open one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from rich.cells import cell_len

from reader.ui.typeset.lines import Line, Run, split, width

LETTERS = "asdfghjklqwertuiopzxcvbnm"


class Spot(NamedTuple):
    """Where a link begins: line, cell, and the link's index."""

    y: int
    cell: int
    link: int


def spots(lines: Iterable[tuple[int, Line]]) -> Iterator[Spot]:
    """Yield the places where links begin, one for each link on a line and none where it only goes on."""
    last = -1
    for y, line in lines:
        seen = {last} if line.join != "\n" else set()
        cell, last = 0, -1
        for run in line.runs:
            if run.link >= 0 and run.link not in seen:
                yield Spot(y, cell, run.link)
            seen.add(run.link)
            last = run.link
            cell += cell_len(run.text)


def labels(count: int) -> list[str]:
    """Return so many labels, none the beginning of another; single letters where there are enough."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    return ["".join(pair) for pair in product(LETTERS, repeat=2)][:count]


class Labels:
    """The labels on show, fewer with every letter typed."""

    def __init__(self, places: Iterable[Spot] = ()) -> None:
        found = list(places)
        self._spots = dict(zip(labels(len(found)), found, strict=False))
        self.typed = ""

    def __len__(self) -> int:
        return len(self._spots)

    def type(self, letter: str) -> Spot | None:
        """Take a letter; return the place it completes the label of. One that no label has is not taken."""
        typed = self.typed + letter
        if any(label.startswith(typed) for label in self._spots):
            self.typed = typed
        return self._spots.get(typed)

    def laid_over(self, y: int, line: Line) -> Line:
        """Return a line with the labels that can still be typed on it."""
        here = [
            (s.cell, label) for label, s in self._spots.items() if s.y == y and label.startswith(self.typed)
        ]
        for cell, label in sorted(here, reverse=True):
            line = line._replace(runs=_over(line.runs, cell, label[len(self.typed) :]))
        return line


def _over(runs: Iterable[Run], cell: int, label: str) -> tuple[Run, ...]:
    """Return runs with a label in place of the cells it covers."""
    before, rest = split(runs, cell)
    gone, rest = split(rest, len(label))
    if rest and width(gone) < len(label):  # a wide character lies across the edge
        _, rest = split(rest, 2)
        rest = [Run(" ", "pad"), *rest]
    return (*before, Run(label, "label"), *rest)
