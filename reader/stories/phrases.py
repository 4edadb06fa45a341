"""Texts as rows of folded words, and phrases looked up in them, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.stories.terms import fold

_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Token(NamedTuple):
    """A word of a text, folded, without its possessive ending."""

    start: int
    end: int
    text: str
    key: str


@lru_cache(1 << 15)
def key_of(text: str) -> str:
    """What two ways to print one name share: folded words and numbers, no marks."""
    plain = fold(text).replace("'", "").replace("&", " and ")
    return " ".join(re.findall(r"[^\W_]+", plain))


@lru_cache(1 << 15)
def _bare(word: str) -> tuple[str, str]:
    """A word without its possessive ending, and its key."""
    for ending in ("'s", "’s", "'S", "’S", "'", "’"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            word = word[: -len(ending)]
            break
    return word, fold(word).replace("'", "")


@lru_cache(4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text with their places; those of a batch are kept: each is read many times."""
    found = []
    for match in _PIECE.finditer(text):
        word, key = _bare(match.group())
        start = match.start()
        found.append(Token(start, start + len(word), word, key))
    return tuple(found)


class Phrases:
    """Names of one or more words, by their first word."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for key in keys:
            self.add(key)

    def add(self, key: str) -> None:
        """Take a phrase in."""
        parts = tuple(key.split())
        beginning = self._by_first.setdefault(parts[0], [])
        if parts not in beginning:
            beginning.append(parts)
            beginning.sort(key=lambda phrase: (-len(phrase), phrase))

    def begins(self, word: str) -> bool:
        """Tell whether any phrase begins with a word."""
        return word in self._by_first

    def at(self, row: Sequence[Token], place: int) -> Iterator[tuple[str, int]]:
        """Every phrase that begins at a place, longest first, with the words it takes."""
        for parts in self._by_first.get(row[place].key, ()):
            size = len(parts)
            if size == 1 or (
                place + size <= len(row) and all(row[place + n].key == parts[n] for n in range(1, size))
            ):
                yield " ".join(parts), size
