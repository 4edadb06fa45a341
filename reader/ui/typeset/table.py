"""Tables: columns aligned where they fit, cells wrapped where they do not, a window where nothing helps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from reader.document import Span, Table
from reader.ui.typeset.glyphs import Glyphs
from reader.ui.typeset.lines import Line, Run, Runs, merged, width
from reader.ui.typeset.spans import numbered
from reader.ui.typeset.wrap import fill

_GAP = 2
_LEAST = 8
_WIDEST = 40
_ENDLESS = 10**6
_NUMBER = re.compile(r"[-+~≈]?[$€£¥]?\s?[-+]?\d[\d.,\s\u202f]*\s?(%|[kKmMbB]n?|[$€£¥])?[*†]?")


class Cell(NamedTuple):
    """A cell: its runs, the lines they make where there is room, and the cells the widest of them takes."""

    runs: list[Run]
    lines: list[Runs]
    size: int


Cells = list[Cell]


def table_lines(table: Table, measure: int, glyphs: Glyphs) -> Iterator[Line]:
    """Yield the rows of `table`, wide lines if even wrapped cells do not fit in the measure."""
    rows = [_cells(row, at < table.header, glyphs) for at, row in enumerate(table.rows)]
    count = max(map(len, rows), default=0)
    if not count:
        return
    columns: list[Cells] = [[] for _ in range(count)]
    for row in rows:
        for column, cell in zip(columns, row, strict=False):
            column.append(cell)
    right = [_is_numeric(column[table.header :]) for column in columns]
    widths = _widths(columns, table.header, right, measure)
    wide = sum(widths) + _GAP * (count - 1) > measure
    tall = False
    for at, row in enumerate(rows):
        if at and at == table.header:
            yield Line((Run(glyphs.rule * min(measure, sum(widths) + _GAP * (count - 1)), "rule"),))
        lines = list(_row(row, widths, right, header=at < table.header))
        before, tall = tall, len(lines) > 1
        if at > table.header and (before or tall):  # else nobody sees where one row ends
            yield Line()
        for line in lines:
            yield Line(line, wide=wide)


def _cells(row: Sequence[tuple[Span, ...]], header: bool, glyphs: Glyphs) -> Cells:
    role = "head" if header else "text"
    return [_cell(list(merged(numbered(spans, role, glyphs)))) for spans in row]


def _cell(runs: list[Run]) -> Cell:
    """Lay a cell out once, without a limit: nearly all of them are one run of plain words."""
    text = runs[0].text if len(runs) == 1 else ""
    if text and text.isascii() and text == " ".join(text.split()):
        return Cell(runs, [tuple(runs)], len(text))
    lines = [line for _, line in fill(runs, _ENDLESS, _ENDLESS)]
    return Cell(runs, lines, max(map(width, lines), default=1))


def _words(cell: Cell) -> str:
    return "".join(run.text for run in cell.runs if run.role != "mark").strip()


def _is_numeric(column: Cells) -> bool:
    """Tell whether a column holds numbers and so aligns right."""
    words = [_words(cell) for cell in column]
    return any(words) and all(not word or word in "-–—" or _NUMBER.fullmatch(word) for word in words)


def _widths(columns: list[Cells], header: int, numeric: list[bool], measure: int) -> list[int]:
    """Return the width of each column: its widest cell; first headings wrap, then the widest texts."""
    natural = [_widest(column) for column in columns]
    room = measure - _GAP * (len(columns) - 1)
    if sum(natural) <= room:
        return natural
    bodies = [_widest(column[header:]) for column in columns]
    least = [
        max(min(widest, max(map(_longest, column))), body if numbers else min(widest, _LEAST))
        for widest, body, column, numbers in zip(natural, bodies, columns, numeric, strict=True)
    ]
    whole = [max(small, body) for small, body in zip(least, bodies, strict=True)]
    if sum(whole) <= room:
        return _unwrapped(natural, whole, room)
    if sum(least) <= room:
        shared = _shared(whole, least, room)
        used = [_used(column, size) for column, size in zip(columns, shared, strict=True)]
        return _unwrapped(natural, used, room)
    return [min(widest, _WIDEST) for widest in natural]


def _unwrapped(natural: list[int], whole: list[int], room: int) -> list[int]:
    """Give the columns whose headings need least the room to stand on one line."""
    widths, spare = list(whole), room - sum(whole)
    for at in sorted(range(len(whole)), key=lambda at: natural[at] - whole[at]):
        if (needed := natural[at] - whole[at]) <= spare:
            widths[at], spare = natural[at], spare - needed
    return widths


def _shared(natural: list[int], least: list[int], room: int) -> list[int]:
    """Cap the columns at the greatest width with which all of them fit in `room`."""
    low, high = 1, max(natural)
    while low < high:
        cap = (low + high + 1) // 2
        fits = sum(max(small, min(big, cap)) for small, big in zip(least, natural, strict=True)) <= room
        low, high = (cap, high) if fits else (low, cap - 1)
    return [max(small, min(big, low)) for small, big in zip(least, natural, strict=True)]


def _widest(column: Cells) -> int:
    """Return the width of a column in which nothing is wrapped."""
    return max((cell.size for cell in column), default=1)


def _used(column: Cells, size: int) -> int:
    """Return how much of its size a column takes up once its cells are wrapped."""
    return max((width(runs) for cell in column for runs in _wrapped(cell, size)), default=1)


def _wrapped(cell: Cell, size: int) -> list[Runs]:
    """Return the lines of a cell in a column of this size."""
    return cell.lines if cell.size <= size else [runs for _, runs in fill(cell.runs, size, size)]


def _longest(cell: Cell) -> int:
    """Return the width of the longest word of a cell, as far as a column should respect it."""
    words = "".join(run.text for run in cell.runs).split()
    return min(16, max(map(len, words), default=1))


def _row(row: Cells, widths: list[int], right: list[bool], *, header: bool) -> Iterator[Runs]:
    """Yield the lines of one row, its cells wrapped side by side; headings stand on their last line."""
    cells = [_wrapped(cell, size) for cell, size in zip(row, widths, strict=False)]
    if header:
        height = max(map(len, cells), default=0)
        cells = [[()] * (height - len(cell)) + cell for cell in cells]
    for parts in zip_longest(*cells, fillvalue=()):
        line: list[Run] = []
        for at, (part, size) in enumerate(zip(parts, widths, strict=False)):
            pad = Run(" " * (size - width(part)), "text")
            line += [pad, *part] if right[at] else [*part, pad]
            line.append(Run(" " * _GAP, "text"))
        yield _trimmed(line)


def _trimmed(line: list[Run]) -> Runs:
    """Return the runs without the blanks at their end."""
    while line and not line[-1].text.strip():
        line.pop()
    return merged(line)
