"""Names cut out of runs of capitalised words: where one can begin, and where none goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.patterns import late
from reader.stories.language.terms import fold
from reader.stories.people.name_parts import (
    GIVEN_TOO,
    INITIAL,
    LONGEST_NAME,
    PART,
    PARTICLES,
    POSSESSIVE,
    counts,
    is_given,
    is_no_part,
    is_surname,
)

_SMALL = r"(?:de|del|della|der|di|du|la|le|van|von|den|ten|bin|al|el|da|dos|y)"
RUN = late(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:(?<=[A-Z])\.(?:[A-Z]\.)*|[^\W\d_]*(?:['’-][^\W\d_]+)*)"
    rf"(?:[ \u00a0-](?:{_SMALL}[ ])*(?:{INITIAL}|{PART}))*"
)
"""It begins with one letter of a set, for which `re` looks fastest."""
BREAK = late(r"([ \u00a0]|(?<=[^\W_])-(?=[A-Z]))")
_SUFFIX = late(
    r"-(?:directed|led|starring|produced|penned|fronted|scripted|style|esque|written|helmed|scored|composed|shot|"
    r"lensed|edited|created|voiced|backed|hosted|adapted|designed|costumed|narrated|anchored|nominated|winning|"
    r"based|born|bound|set|trained|educated|adjacent|era|like|less|free|approved|supervised|endorsed|"
    r"headlined|toplined|headed|owned|founded|curated|inspired|heavy)$",
    re.I,
)
_SUFFIXED = late(r"(?:Jr|Sr)\.?|III?")


@lru_cache(1 << 12)
def split_names(run: str, loose: bool) -> tuple[tuple[int, str], ...]:
    """The names in a run and where they stand in it; most runs of a day are met in several reports."""
    return tuple(_cut(run, loose))


def _cut(run: str, loose: bool) -> Iterator[tuple[int, str]]:
    """Cut a run where no name can go on: after a possessive, before and after words that start none."""
    pieces: list[tuple[int, str]] = []
    words = list(_parts(run, loose))
    for (at, word), (_, following) in zip(words, [*words[1:], (0, "")], strict=True):
        stripped = POSSESSIVE.sub("", word) if "'" in word or "’" in word else word
        if "-" in stripped:
            stripped = _SUFFIX.sub("", stripped)
        given_too = fold(stripped) in GIVEN_TOO and not loose and stripped == word and is_surname(following)
        if not word or (is_no_part(stripped, loose, pieces) and not given_too):
            if pieces:
                yield from _piece(pieces)
            pieces = []
        else:
            pieces.append((at, stripped))
            # In a headline: Ana de Armas, F. Gary Gray, Gus Van Sant
            whole = loose and sum(counts(part) for _, part in pieces) == 2
            if (whole and not _SUFFIXED.fullmatch(following)) or stripped != word:
                yield from _piece(pieces)
                pieces = []
    if pieces:
        yield from _piece(pieces)


def _parts(run: str, loose: bool) -> Iterator[tuple[int, str]]:
    """The words of a run and where they stand; an empty one where a hyphen stands between two people."""
    start, at, held = 0, 0, ""
    if "-" not in run and "\u00a0" not in run:
        for word in run.split(" "):
            yield start, word
            start += len(word) + 1
        return
    for word in BREAK.split(run):
        if word.isspace():
            yield start, held
            start, held = at + len(word), ""
        elif word == "-" and " " in run[:at] and _begins_another(run[at + 1 :], loose):
            yield start, held
            yield at, ""
            start, held = at + 1, ""
        else:
            held += word
        at += len(word)
    if held:
        yield start, held


def _begins_another(rest: str, loose: bool) -> bool:
    """Tell whether a whole name stands behind a hyphen: Leonardo DiCaprio-Christian Bale."""
    given, _, surname = rest.partition(" ")
    surname = surname.partition(" ")[0]
    return is_given(given) and surname[:1].isupper() and not is_no_part(surname, loose, [(0, given)])


def _piece(pieces: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    if fold(pieces[0][1]) in PARTICLES and not is_given(pieces[0][1]):
        return  # De Niro is half a name
    while len(pieces) > 2 and not is_given(pieces[0][1]) and is_given(pieces[1][1]):
        pieces = pieces[1:]  # Plus Sam Raimi
    if 2 <= len(pieces) <= LONGEST_NAME:
        yield pieces[0][0], " ".join(word for _, word in pieces)
