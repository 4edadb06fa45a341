"""What every match of a pattern has in it: where a text has none of that, nothing need be searched.

`re` tries a pattern wherever it may begin. Whether a text has a few letters in it is told many times faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.phrasing import end_of, phrases_of, pieces_of

SHORTEST = 2
"""Letters that say something."""
TELLING = 4
"""So many letters are rare enough: of two lists of these the shorter one is better."""
_MARKS = frozenset(" ,'’‘“”\"&–—-/:;!%#@=_")
_PERHAPS = frozenset("?*{")
"""Behind what may be missing."""
_UNREAD = frozenset((r"\u", r"\x", r"\N", r"\U", r"\0"))
"""Escapes of more than one letter."""

Needles = frozenset[str]
_NONE: Needles = frozenset()


def needles(pattern: str, flags: int = 0) -> Needles:
    """Return texts one of which is in all that a pattern matches; none where they cannot be told."""
    pieces = pieces_of(pattern)
    if flags & (re.VERBOSE | re.IGNORECASE) or not _UNREAD.isdisjoint(pieces):
        return _NONE
    found = _of_list(pieces)
    return frozenset(one for one in found if not any(other in one for other in found - {one}))


def _of_list(pieces: Sequence[str]) -> Needles:
    """Those of all phrases of a list; none where one phrase has none."""
    each = [_of_phrase(phrase) for phrase in phrases_of(pieces)]
    return _NONE.union(*each) if all(each) else _NONE


def _of_phrase(pieces: Sequence[str]) -> Needles:
    """Those of the part of a phrase that says most."""
    found = [(min(map(len, part)), part) for part in _parts(pieces) if part]
    telling = [(min(size, TELLING), -len(part), part) for size, part in found if size >= SHORTEST]
    return max(telling, key=lambda each: each[:2])[2] if telling else _NONE


def _parts(pieces: Sequence[str]) -> Iterator[Needles]:
    """The needles of each part of a phrase that no match can be without."""
    run, at = "", 0
    while at < len(pieces):
        end = end_of(pieces, at)
        after = "".join(pieces[end : end + 1])
        letter = _letter(pieces[at])
        if letter and after not in _PERHAPS:
            run += letter
        else:
            yield frozenset([run])
            yield _NONE if after in _PERHAPS else _of_group(pieces[at:end])
            run = ""
        at = pieces.index("}", end) + 1 if after == "{" else end
    yield frozenset([run])


def _letter(piece: str) -> str:
    """The letter that a piece stands for; nothing where it may be another, or is none."""
    if piece[0] == "\\":
        return "" if piece[1].isalnum() else piece[1]
    return piece if len(piece) == 1 and (piece.isalnum() or piece in _MARKS) else ""


def _of_group(pieces: Sequence[str]) -> Needles:
    plain = pieces[0] == "(?:" or (pieces[0] == "(" and pieces[1] != "?")
    return _of_list(pieces[1:-1]) if plain else _NONE
