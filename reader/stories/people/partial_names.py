"""People called by one of their names alone: which words may be it, and whose it is."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from reader.stories.language.spans import Spans, inside
from reader.stories.language.terms import stem, usual
from reader.stories.language.tokens import Token, tokens, word_set
from reader.stories.language.word_lists import BODY_TAIL, COUNTRIES, NO_NAME, SURNAMES_LIKE_WORDS, first_names

SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
"""Behind a surname."""


def by_surname(text: str, blocked: Spans, people: Iterable[str]) -> Iterator[str]:
    """Surnames of the people given; one that two of them bear says nothing, but in the plural: the Russos."""
    spoken = word_set(text)
    bearers: dict[str, set[str]] = {}
    families: dict[str, set[str]] = {}
    for key in people:
        if (surname := surname_of(key)) in spoken:
            bearers.setdefault(surname, set()).add(key)
        elif f"{surname}s" in spoken:
            families.setdefault(f"{surname}s", set()).add(key)
    if not bearers and not families:
        return
    row = tokens(text)
    for token in map(row.__getitem__, row.places({*bearers, *families})):
        named, family = bearers.get(token.key, set()), families.get(token.key, set())
        if is_large(text, token) and not inside(token.start, token.end, blocked):
            yield from named if len(named) == 1 else ()
            yield from sorted(family) if len(family) > 1 else ()


def is_word(surname: str) -> bool:
    """Tell whether a surname is a word as well, or a place, or the end of a body’s name."""
    return stem(surname) in usual() or any(
        surname in no for no in (NO_NAME, COUNTRIES, BODY_TAIL, first_names())
    )


def half_said(key: str, spoken: Container[str]) -> bool:
    """Tell whether a text may have somebody's given name or surname, or that of a family."""
    surname = surname_of(key)
    return surname in spoken or key.partition(" ")[0] in spoken or f"{surname}s" in spoken


def in_speech(text: str, at: int) -> bool:
    """Tell whether somebody speaks there: they may call anyone by a given name."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def is_common(given: str) -> bool:
    """Tell whether a given name is a word as well: Will, June, Grace."""
    return stem(given) in usual() or given in NO_NAME or given in SURNAMES_LIKE_WORDS


def stands_alone(text: str, token: Token) -> bool:
    """Tell whether a word is no part of a longer run of capitalised ones."""
    before, after = text[: token.start].rstrip(" -"), text[token.end : token.end + 2]
    last = before[before.rfind(" ") + 1 :]
    return not (last[:1].isupper() and last[-1:].isalnum()) and not (
        after[:1] in " -" and after[1:].isupper()
    )


def is_large(text: str, token: Token) -> bool:
    """Tell whether a word is printed as a name, or as the second half of one: Kore-eda."""
    return token.text[0].isupper() or text[max(0, token.start - 1) : token.start] == "-"


def surname_of(key: str) -> str:
    """The last of somebody’s names, without what stands behind it."""
    before, _, last = key.rpartition(" ")
    return before.rpartition(" ")[2] if last in SUFFIXES and " " in before else last
