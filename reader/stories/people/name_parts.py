"""How names are written: given names, initials and particles, and the words that belong to none."""

from __future__ import annotations

from reader.patterns import late
from reader.stories.language.terms import fold, stem, usual
from reader.stories.language.tokens import key_of
from reader.stories.language.word_lists import (
    ACTS,
    BODY_TAIL,
    COUNTRIES,
    NAMESAKES,
    NO_NAME,
    ROLES,
    first_names,
    listed,
)

PART = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*)"
INITIAL = r"(?:[A-Z]\.(?:[A-Z]\.)*)"
INITIALS = late(INITIAL)
PARTICLES = listed("de del della di du la le van von den da dos")
POSSESSIVE = late(r"['’]s?$")
LONGEST_NAME = 4
"""In words."""


def counts(part: str) -> bool:
    """Tell whether a part of a name is more than an initial or a particle."""
    return part[:1].isupper() and not INITIALS.fullmatch(part) and fold(part) not in PARTICLES


def is_surname(word: str) -> bool:
    """Tell whether a word behind a given name can only be a surname."""
    key = fold(POSSESSIVE.sub("", word))
    return bool(key) and not (key in NO_NAME or key in ACTS or key in BODY_TAIL or stem(key) in usual())


GIVEN_TOO = frozenset(
    {"oscar", "june", "april", "sydney", "jan", "may", "august", "summer", "autumn", "paris"}
)
"""Given names that are more often no names: in running text, with a surname behind them, they are."""
HONOURS = frozenset({"dame", "sir", "mr", "mrs", "ms", "mx", "dr", "prof"})
"""Before a name, and no part of it."""
_NO_INITIALS = frozenset({"r i p", "u s", "u k", "l a", "d c", "p s"})


_SEASONS = frozenset({"winter", "winters", "summer", "summers"})
"""Surnames, too: Alex Winter, Donna Summer."""


def is_no_part(word: str, loose: bool, before: list[tuple[int, str]]) -> bool:
    """Tell whether a capitalised word belongs to no name; in a headline that capitalises all, most do not."""
    key = key_of(word)
    if not before and key in HONOURS:
        return True  # Dame Judi Dench
    if (
        before
        and (key in NAMESAKES or key in _SEASONS)
        and is_given(before[0][1])
        and key_of(before[0][1]) not in NAMESAKES
    ):
        return False  # Denzel Washington
    if key in NO_NAME or key in _NO_INITIALS or (key in COUNTRIES and not is_given(word)):
        return True
    if not loose:
        doing = word.endswith("ing") and len(word) > LONGEST_NAME + 1 and not is_given(word)
        return not before and (key in ROLES or doing)
    return (not before and not is_given(word)) or (
        bool(before) and (key in ACTS or stem(key) in usual()) and not is_given(word)
    )


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, or initials."""
    first = word.partition("-")[0]
    return fold(first) in first_names() or ("." in word and bool(INITIALS.fullmatch(word)))
