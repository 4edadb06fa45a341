"""Texts as rows of folded words, and phrases looked up in them, longest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.stories.terms import AT_HAND, fold

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


@lru_cache(AT_HAND)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text with their places; those of a batch are kept: each is read many times."""
    found = []
    new: Callable[..., Token] = tuple.__new__
    for match in _PIECE.finditer(text):
        word, key = _bare(match.group())
        start = match.start()
        found.append(new(Token, (start, start + len(word), word, key)))
    return tuple(found)


@lru_cache(AT_HAND)
def said(text: str) -> frozenset[str]:
    """The words of a text, wherever they stand: a cheap look before a close one."""
    return frozenset(token.key for token in tokens(text))


class Phrases:
    """Names of one or more words, looked for in texts by their first word and their length."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._known: set[str] = set()
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._found: dict[str, tuple[int, list[tuple[int, str, int]]]] = {}
        for key in keys:
            self.add(key)

    def add(self, key: str) -> None:
        """Take a phrase in."""
        if key in self._known:
            return
        self._known.add(key)
        parts = key.split()
        lengths = self._lengths.get(parts[0], ())
        if len(parts) not in lengths:
            self._lengths[parts[0]] = tuple(sorted((*lengths, len(parts)), reverse=True))

    def found(self, text: str) -> list[tuple[int, str, int]]:
        """Every phrase in a text: its place, its key, the words it takes; at one place the longest first.

        What was found is kept until a phrase is learnt: each text of a batch is asked several times.
        """
        version, found = self._found.get(text, (-1, []))
        if version != len(self._known):
            if len(self._found) > AT_HAND:
                self._found.clear()
            found = list(self._look(tokens(text)))
            self._found[text] = (len(self._known), found)
        return found

    def _look(self, row: Sequence[Token]) -> Iterator[tuple[int, str, int]]:
        keys = [token.key for token in row]
        lengths = self._lengths
        for place, first in enumerate(keys):
            for size in lengths.get(first, ()):
                key = first if size == 1 else " ".join(keys[place : place + size])
                if key in self._known and place + size <= len(keys):
                    yield place, key, size
