"""Texts as rows of folded words, and the key by which two ways to print one name are the same."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterator
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

from reader.patterns import late
from reader.stories.language.rarity import Vector
from reader.stories.language.terms import AT_HAND, ODD, Cache, fold, folded, stem
from reader.stories.language.word_lists import SMALL, STOP

TITLE_WEIGHT, LEAD_WEIGHT = 2.0, 1.0
"""How much a word of the headline counts, and one of the lead."""
LEAD_WORDS = 70
"""So many words of a lead are compared."""

_WORD = late(r"[^\W_]+(?:['’][^\W_]+)*")
_PIECE = late(f"({_WORD.pattern})")
_PARTS = late(r"[^\W_]+")


class Token(NamedTuple):
    """A word of a text, folded, without its possessive ending."""

    start: int
    end: int
    text: str
    key: str


class Part(NamedTuple):
    """Some words of a text, in columns: as printed, and by key."""

    texts: tuple[str, ...]
    keys: tuple[str, ...]


def plain(text: str) -> str:
    """Fold a text as its key is, but keep what stands between the words."""
    return folded(text).replace("'", "").replace("&", " and ")


def _key_of(text: str) -> str:
    return " ".join(_PARTS.findall(plain(text)))


key_of: Callable[[str], str] = Cache(_key_of).__getitem__
"""What two ways to print one name share: folded words and numbers, no marks."""


def _read(word: str) -> tuple[str, str, str, str]:
    """A word without its possessive ending, its key, the term it is compared by, and how it is printed."""
    return *_bare(word), "" if fold(word) in STOP else stem(fold(word)), case(word)


_words = Cache(_read)


def _bare(word: str) -> tuple[str, str]:
    for ending in ("'s", "’s", "'S", "’S", "'", "’"):
        if word.endswith(ending) and len(word) > len(ending) + (not word[0].isdigit()):
            word = word[: -len(ending)]
            break
    return word, fold(word).replace("'", "")


def case(word: str) -> str:
    """How a word is printed: `u` with a capital, `l` without; blank where that says nothing."""
    if not word[0].isalpha() or fold(word) in SMALL:
        return " "
    return "u" if word[0].isupper() else "l"


class Row:
    """The words of a text, in columns: most are looked at by key, few by where they stand."""

    __slots__ = ("cases", "keys", "starts", "terms", "texts")

    def __init__(self, text: str) -> None:
        pieces = _PIECE.split(text)  # a word at every odd place: nothing here is done word by word
        self.starts = array("I", list(accumulate(map(len, pieces)))[:-1:2])
        read = list(zip(*map(_words.__getitem__, pieces[1::2]), strict=True)) or [(), (), (), ()]
        self.texts, self.keys, self.terms, self.cases = read[0], read[1], read[2], "".join(read[3])

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, place: int) -> Token:
        start, text = self.starts[place], self.texts[place]
        return Token(start, start + len(text), text, self.keys[place])

    def __iter__(self) -> Iterator[Token]:
        return map(self.__getitem__, range(len(self)))

    def part(self, place: int, words: int) -> Part:
        """So many words from one on."""
        return Part(self.texts[place : place + words], self.keys[place : place + words])

    def places(self, keys: Container[str]) -> list[int]:
        """Where words with these keys stand."""
        return list(compress(range(len(self.keys)), map(keys.__contains__, self.keys)))


@lru_cache(AT_HAND)
def tokens(text: str) -> Row:
    """The words of a text; those of a batch are kept: each is read many times."""
    return Row(text)


@lru_cache(256)
def word_set(text: str) -> frozenset[str]:
    """The keys of the words of a text, wherever they stand: a cheap look before a close one."""
    return frozenset(tokens(text).keys)


@lru_cache(AT_HAND // 2)
def words(text: str) -> tuple[str, ...]:
    """The comparable words of a text, in order, stop words left out."""
    if ODD.search(text):  # folding may join what stands apart: a letter and its accent
        return tuple([stem(word) for word in _WORD.findall(folded(text)) if word not in STOP])
    return tuple(filter(None, tokens(text).terms))


@lru_cache(AT_HAND // 2)
def word_counts(title: str, lead: str) -> Vector:
    """Weigh the words of one report: those of the headline double. Letters alone, as of U.S., are none."""
    found: Vector = {}
    for row, weight in ((words(title), TITLE_WEIGHT), (words(lead)[:LEAD_WORDS], LEAD_WEIGHT)):
        for word in row:
            if len(word) > 1 or word <= "9":
                found[word] = found[word] + weight if word in found else weight
    return found
