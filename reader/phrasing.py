"""Long lists of phrases in a pattern, put in order of their first letters: found are the same, faster.

`re` tries each phrase of a list wherever one may begin. Here those of one first letter stand together, so
that only what begins like the text is tried. Phrases that begin alike keep their order, and with it which
of them is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

LONG = 40
"""So many choices make a pattern worth the look; the others are as fast as they are."""
FEWEST = 8
"""Shorter lists are left as they are."""
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?:|.", re.DOTALL)
"""What a pattern is made of: escapes, sets, the openings of groups, single letters."""
_CAPTURES = re.compile(r"\((?!\?)|\(\?P<")
_QUANTIFIERS = frozenset("?*+{")
_BOUNDARY = r"\b"

Begun = list[tuple[str, str]]
"""The letters that a phrase may begin with, and what follows each; no letter where none can be told."""


def by_letter(pattern: str, flags: int = 0) -> str:
    """Return a pattern that finds what another does."""
    if flags & re.VERBOSE or pattern.count("|") < LONG:
        return pattern
    return _whole(pattern, fold=bool(flags & re.IGNORECASE))


def pieces_of(pattern: str) -> list[str]:
    """Cut a pattern into what it is made of."""
    return _PIECE.findall(pattern)


def _whole(pattern: str, *, fold: bool) -> str:
    phrases = ["".join(_rewritten(phrase, fold=fold)) for phrase in phrases_of(pieces_of(pattern))]
    return _listed(phrases, fold=fold)


def _rewritten(pieces: Sequence[str], *, fold: bool) -> Iterator[str]:
    """One phrase, with the lists inside it in order."""
    at = 0
    while at < len(pieces):
        end = end_of(pieces, at)
        if pieces[at] == "(?:":
            yield f"(?:{_whole(''.join(pieces[at + 1 : end - 1]), fold=fold)}{pieces[end - 1]}"
        else:
            yield "".join(pieces[at:end])
        at = end


def end_of(pieces: Sequence[str], at: int) -> int:
    """Where a piece ends; a group at its closing bracket."""
    depth = 0
    for place in range(at, len(pieces)):
        depth += (pieces[place] in ("(", "(?:")) - (pieces[place] == ")")
        if depth <= 0:
            return place + 1
    return len(pieces)  # no pattern: `re` says what is wrong with it


def phrases_of(pieces: Sequence[str]) -> Iterator[list[str]]:
    """Cut a list into its phrases."""
    phrase: list[str] = []
    depth = 0
    for piece in pieces:
        depth += (piece in ("(", "(?:")) - (piece == ")")
        if piece == "|" and not depth:
            yield phrase
            phrase = []
        else:
            phrase.append(piece)
    yield phrase


def _listed(phrases: Sequence[str], *, fold: bool) -> str:
    """Phrases as one list in order; as they are where there are few, or where groups are counted."""
    if len(phrases) < FEWEST or any(map(_captures, phrases)):
        return "|".join(phrases)
    found: list[str] = []
    for bounded, run in groupby(phrases, lambda phrase: phrase.startswith(_BOUNDARY)):
        if bounded:
            found.append(_grouped(_BOUNDARY, [phrase[len(_BOUNDARY) :] for phrase in run], fold=fold))
        else:
            found += _in_order([each for phrase in run for each in _begun(phrase, fold=fold)], fold=fold)
    return "|".join(found)


def _captures(phrase: str) -> bool:
    """Tell whether a phrase has groups that are counted; a bracket in a set begins none."""
    if phrase.count("(") == phrase.count("(?:"):
        return False
    plain = "".join(piece for piece in pieces_of(phrase) if len(piece) == 1 or piece == "(?:")
    return _CAPTURES.search(plain) is not None


def _in_order(begun: Begun, *, fold: bool) -> Iterator[str]:
    """Phrases by their letters, between those of which none can be told."""
    for known, run in groupby(begun, lambda each: bool(each[0])):
        if known:
            for letter, tails in _by_first(run).items():
                yield _grouped(letter, tails, fold=fold)
        else:
            yield from (tail for _, tail in run)


def _by_first(begun: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for letter, tail in begun:
        found.setdefault(letter, []).append(tail)
    return found


def _grouped(start: str, tails: Sequence[str], *, fold: bool) -> str:
    return start + (tails[0] if len(tails) == 1 else f"(?:{_listed(tails, fold=fold)})")


def _begun(phrase: str, *, fold: bool) -> Begun:
    """Take the first letter off a phrase, whichever it may be."""
    if phrase[:1].isalnum() and phrase[1:2] not in _QUANTIFIERS:
        return [(phrase[0].lower() if fold else phrase[0], phrase[1:])]
    pieces = pieces_of(phrase)
    end = end_of(pieces, 0) if pieces else 0
    first, after = "".join(pieces[:end]), pieces[end : end + 1]
    optional = after == ["?"] and pieces[end + 1 : end + 2] not in (["?"], ["+"])
    if after and after[0] in _QUANTIFIERS and not optional:
        return [("", phrase)]
    rest = "".join(pieces[end + optional :])
    if first.isalnum():
        begun = [(first.lower() if fold else first, rest)]
    elif first.startswith("(?:"):
        inner = [each for one in phrases_of(pieces[1 : end - 1]) for each in _begun("".join(one), fold=fold)]
        begun = [
            (letter, _grouped("", tails, fold=fold) + rest) for letter, tails in _by_first(inner).items()
        ]
    else:
        return [("", phrase)]
    begun += _begun(rest, fold=fold) if optional else []
    return begun if all(letter for letter, _ in begun) else [("", phrase)]
