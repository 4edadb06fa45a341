"""Running text into lines: broken at spaces, between CJK characters, and in a word only if it must be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, repeat
from typing import NamedTuple

from rich.cells import split_graphemes

from reader.text.breaking import BREAKABLE, cuts
from reader.ui.typeset.lines import Run, Runs, merged, width

_TOKENS = re.compile(
    r"\n|[ \t\r\u2002-\u2006\u2008-\u200b\u3000]+|[^ \t\r\n\u2002-\u2006\u2008-\u200b\u3000]+"
)
_SPACE = frozenset(" \t\r\n\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u3000")
_SOME = 1000
"""Characters of a word looked at in one step: the first lines of an endless one are there at once."""


class Piece(NamedTuple):
    """What is never parted unless a whole line is too short for it, and the space or newlines before it."""

    glue: Run
    runs: list[Run]
    size: int


_NOTHING = Run("")


def fill(runs: Iterable[Run], first: int, rest: int) -> Iterator[tuple[str, Runs]]:
    """Yield lines (what joins them to the line before, their runs) of `first`, then `rest` cells."""
    line: list[Run] = []
    used, join, room = 0, "\n", max(first, 2)
    for glue, word, size in _pieces(runs):
        space = glue.text
        if line and (space[:1] == "\n" or used + len(space) + size > room):
            yield join, merged(line)
            yield from [("\n", ())] * (len(space) - 1)
            line, used, room = [], 0, max(rest, 2)
            join = space[:1]
        if size > room:
            parts = _chopped(word, min(room, max(rest, 2)))
            word = next(parts)
            for part in parts:
                yield join, merged(word)
                word, join, room = part, "", max(rest, 2)
            size = width(word)
        if line and space:
            line.append(glue)
            used += 1
        line += word
        used += size
    if line:
        yield join, merged(line)


def _chopped(word: list[Run], room: int) -> Iterator[list[Run]]:
    """Cut a word that is too long for any line into parts of at most `room` cells, between characters."""
    part, left = list[Run](), room
    for run in word:
        start = 0
        for begin, size in _graphemes(run.text):
            if size > left:
                yield [*part, run._replace(text=run.text[start:begin])]
                part, start, left = [], begin, room
            left -= size
        part.append(run._replace(text=run.text[start:]))
    yield part


def _graphemes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each character as people see it begins, and its cells."""
    done = 0
    while done < len(text):
        some = split_graphemes(text[done : done + _SOME])[0]
        if done + _SOME < len(text):
            some = some[:-1] or some  # the last may go on
        yield from ((done + begin, size) for begin, _, size in some)
        done += some[-1][1]


def _pieces(runs: Iterable[Run]) -> Iterator[Piece]:
    """Cut runs into pieces, whitespace becoming one space or one or two newlines."""
    glue, word = _NOTHING, list[Run]()
    for run in runs:
        look = run[1:]
        for token in _TOKENS.findall(run.text):
            if token[0] not in _SPACE:
                word.append(Run(token, *look))
                continue
            if word:
                yield from _parts(glue, word)
                glue, word = _NOTHING, []
            glue = _widened(glue, token, run)
    if word:
        yield from _parts(glue, word)


def _widened(glue: Run, space: str, run: Run) -> Run:
    """Return the space between two words after one more whitespace token."""
    if space == "\n":
        return run._replace(text=("\n" + glue.text.strip(" "))[:2])
    return glue if glue.text or space == "\u200b" else Run(" ", *run[1:])


def _parts(glue: Run, word: list[Run]) -> Iterable[Piece]:
    """Return a word whole, or in parts where it may be broken without a space."""
    text = word[0].text if len(word) == 1 else "".join(run.text for run in word)
    if text.isascii():
        return (Piece(glue, word, len(text)),)
    if not BREAKABLE.search(text):
        return (Piece(glue, word, width(word)),)
    glues = chain((glue,), repeat(_NOTHING))
    return (
        Piece(before, part, width(part)) for before, part in zip(glues, _sliced(word, text), strict=False)
    )


def _sliced(word: list[Run], text: str) -> Iterator[list[Run]]:
    """Yield the parts of a word between the places where it may be broken."""
    rest = iter(word)
    run, offset = next(rest), 0
    for start, end in pairwise(chain((0,), cuts(text), (len(text),))):
        part: list[Run] = []
        needed = end - start
        while needed:
            if offset == len(run.text):
                run, offset = next(rest), 0
            taken = run.text[offset : offset + needed]
            part.append(Run(taken, *run[1:]))
            offset, needed = offset + len(taken), needed - len(taken)
        yield part
