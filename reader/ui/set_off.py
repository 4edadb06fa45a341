"""Words of a text set off from the rest, and so much of the text that they are in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rich.cells import cell_len

from reader.rowstory import Marks
from reader.text.clean import drawable
from reader.ui.drawing import cut


def parted(text: str, marks: Marks, look: str, met: str) -> list[tuple[str, str]]:
    """Return a text in pieces: its look, and another where it is marked."""
    pieces, at = [], 0
    for start, end in marks:
        pieces += [(text[at:start], look), (text[start:end], met)]
        at = end
    return [*(piece for piece in pieces if piece[0]), (text[at:], look)]


def on_lines(text: str, lines: Sequence[str], marks: Marks) -> list[Marks]:
    """Return what is marked in a text on each of the lines it is broken into, the last of them cut."""
    return list(_on_lines(drawable(text), lines, marks)) if marks else [()] * len(lines)


def _on_lines(text: str, lines: Sequence[str], marks: Marks) -> Iterator[Marks]:
    at = 0
    for line in lines:
        kept = line if text.startswith(line, at) else line.removesuffix("…")
        at = max(at, text.find(kept, at))
        yield _between(marks, at, at + len(kept))
        at += len(kept)


def _between(marks: Marks, start: int, end: int) -> Marks:
    """Return the parts of marks from one character up to another, counted from there."""
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in marks if a < end and b > start)


@lru_cache(maxsize=1024)
def fitted(text: str, marks: Marks, first: int, width: int) -> tuple[str, Marks]:
    """Return as much of a text as fits, with one of the marks in sight, and where the marks are in it."""
    start = _start(text, marks[first], width) if marks else 0
    lead = "…" if start else ""
    shown = cut(text[start:], width - len(lead))
    kept = len(shown) if text.startswith(shown, start) else len(shown) - 1
    shift = len(lead)
    return lead + shown, tuple((a + shift, b + shift) for a, b in _between(marks, start, start + kept))


def _start(text: str, first: tuple[int, int], width: int) -> int:
    """Return from where to show a text: from its beginning, or a word not far before what is marked."""
    if cell_len(text[: first[1]]) < width - 1:
        return 0
    start = first[0]
    while start and cell_len(text[start - 1 : first[0]]) <= width // 3:
        start -= 1
    space = text.find(" ", start, first[0])
    return space + 1 if space >= 0 else start
