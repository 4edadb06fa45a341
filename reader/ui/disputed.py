"""Characters that terminals disagree on: how many cells they take is settled by saying where the next goes.

❤️ takes one cell in some and two in others, a thumb with a colour two or four, दी one or two. Left to itself
the rest of the line shifts, and what stood at its end before stays there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

_PICTURES = "\ufe0f\u200d\U0001f3fb-\U0001f3ff"
"""What makes a picture of a character, joins two, tints one."""
_VOWELS = "\u0900-\u0dff\u0e33\u0eb3\u1000-\u109f\u1780-\u17ff"
"""Scripts with vowels that take a cell of their own, or none."""
_DISPUTED = re.compile(f"[{_PICTURES}{_VOWELS}]")
_WORDS = re.compile(f"[{_VOWELS}]")
_PLACE = re.compile(r"\x1b\[(\d+);(\d+)H")
_COMMAND = re.compile(r"(\x1b(?:[P_\]^X].*?(?:\x1b\\|\x07)|\[[0-?]*[ -/]*[@-~]|[ -/]*[0-~]))", re.DOTALL)


def settled(written: str) -> str:
    """Return what is written to a terminal, with the place of whatever follows such a character."""
    if not _DISPUTED.search(written):
        return written
    before, *placed = _PLACE.split(written)
    made = [before]
    for row, column, text in zip(placed[::3], placed[1::3], placed[2::3], strict=True):
        line = _line(int(row), int(column), text) if _DISPUTED.search(text) else text
        made += (_place(int(row), int(column)), line)
    return "".join(made)


def _line(row: int, column: int, text: str) -> str:
    """Return text that begins at a place: the cells of what is disputed blank first, then the next told."""
    made: list[str] = []
    for at, part in enumerate(_COMMAND.split(text)):
        if at % 2:
            made.append(part)
            continue
        for one, width in _parted(part):
            if width and _DISPUTED.search(one):
                made += (" " * width, _place(row, column), one, _place(row, column + width))
            else:
                made.append(one)
            column += width
    return "".join(made)


def _parted(text: str) -> Iterator[tuple[str, int]]:
    """Yield what is told its place, with its cells: pictures one by one, words together, as they are read."""
    if _WORDS.search(text):
        yield text, cell_len(text)
        return
    for start, end, width in split_graphemes(text)[0]:
        yield text[start:end], width


def _place(row: int, column: int) -> str:
    return f"\x1b[{row};{column}H"
