"""Lines and the runs they are made of."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

ROLES = (
    "text", "outlet", "headline", "meta", "heading", "quote", "bar", "marker", "code", "caption",
    "mark", "rule", "head", "note",
)  # fmt: skip
"""What a run is for; each has a component class `article--ROLE` in the style sheet."""

HEAD, FOOT = -1, -2
"""Leaves that are no blocks: what stands above the text, and below it."""

DRAWN = frozenset({"bar", "mark", "rule", "pad"})
"""Roles that are drawing, not words: left out of what is found and what is copied."""


class Run(NamedTuple):
    """Text in one look: a role, the style bits of `model.Span`, and the link it belongs to (or -1)."""

    text: str
    role: str = "text"
    style: int = 0
    link: int = -1


Runs = tuple[Run, ...]


class Pictured(NamedTuple):
    """A row of the cells kept for a picture."""

    url: str
    row: int


class Line(NamedTuple):
    """One row of cells. `join` is what stands before it in running text: a newline, a space or nothing.

    `leaf` numbers the block it belongs to, so that a place survives a new width. A `wide` line may be
    wider than the measure and is shown through a window of `span` cells that starts at cell `inset`.
    """

    runs: Runs = ()
    join: str = "\n"
    leaf: int = HEAD
    wide: bool = False
    inset: int = 0
    picture: Pictured | None = None
    """What is drawn behind the line's prefix, where it is a row of a picture."""

    @property
    def text(self) -> str:
        """The characters drawn."""
        return "".join(run.text for run in self.runs)

    @property
    def cells(self) -> int:
        """The width in cells."""
        return width(self.runs)


def width(runs: Iterable[Run]) -> int:
    """Return the width of `runs` in cells."""
    return sum(cell_len(run.text) for run in runs)


def merged(runs: Iterable[Run]) -> Runs:
    """Return `runs` with neighbours of the same look joined, and without empty ones."""
    full = [run for run in runs if run[0]]
    return tuple(Run("".join([run[0] for run in group]), *look) for look, group in groupby(full, _LOOK))


_LOOK = itemgetter(1, 2, 3)


def split(runs: Iterable[Run], cells: int) -> tuple[list[Run], list[Run]]:
    """Divide `runs` after at most `cells` cells, never inside a character."""
    left: list[Run] = []
    rest = list(runs)
    while rest and (size := cell_len(rest[0].text)) <= cells:
        cells -= size
        left.append(rest.pop(0))
    if rest and cells > 0 and (cut := _fitting(rest[0].text, cells)):
        run = rest[0]
        left.append(run._replace(text=run.text[:cut]))
        rest[0] = run._replace(text=run.text[cut:])
    return left, rest


def cut(runs: Iterable[Run], cells: int, more: str) -> Runs:
    """Return `runs` in at most `cells` cells, the end replaced by `more` where they do not fit."""
    runs = tuple(runs)
    if width(runs) <= cells:
        return runs
    left, _ = split(runs, cells - cell_len(more))
    if left:
        left[-1] = left[-1]._replace(text=left[-1].text.rstrip() + more)
    return tuple(left)


def _fitting(text: str, cells: int) -> int:
    """Return how many characters of `text` fit in `cells`."""
    end = 0
    for _, stop, size in split_graphemes(text)[0]:
        cells -= size
        if cells < 0:
            break
        end = stop
    return end
