"""How many cells a picture takes."""

from __future__ import annotations

from typing import NamedTuple

from reader.ui.pictures.terminal import Cell

LIKELY = (16, 9)
"""The shape of nearly every leading picture of a film site, for one whose size is not known yet."""


class Box(NamedTuple):
    """An area of cells."""

    columns: int
    rows: int


def fit(size: tuple[int, int], within: Box, cell: Cell) -> Box:
    """Return the cells of a picture at its own shape, as large as fits and never enlarged threefold."""
    width, height = size
    wide = float(min(within.columns, max(1, 3 * width // cell.width)))
    rows = wide * cell.width * height / (width * cell.height)
    if rows > within.rows:
        wide, rows = wide * within.rows / rows, float(within.rows)
    return Box(max(1, round(wide)), max(1, round(rows)))
