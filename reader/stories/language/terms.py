"""Words as the grouping compares them: folded, lightly stemmed, numbers and sequel marks kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar
from unicodedata import normalize

from reader.patterns import late
from reader.stories.language.word_lists import COMMON

AT_HAND = 4_400
"""So many texts are kept as they were last read: the headlines and leads of a batch."""
TOLD = 2_000
"""Of so many reports what they say by themselves is kept: those of the days in which a story still grows."""

_MARKS = late(r"[\u0300-\u036f]")
ODD = late("[^\x00-\x7f‘’“”–—]")
"""A letter that folding looks at closely."""
_SPECIAL = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
)

MOST = 1 << 15
"""So many words, or names, are kept as they were first read."""

Known = TypeVar("Known")


class Cache(dict[str, Known]):
    """What is made of words met again and again; emptied when full. A dict, for nothing is asked faster."""

    def __init__(self, make: Callable[[str], Known]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> Known:
        if len(self) >= MOST:
            self.clear()
        made = self[word] = self._make(word)
        return made


def folded(text: str) -> str:
    """Lower-case without accents: the same words however an outlet types them."""
    lower = text.lower()
    if lower.isascii():
        return lower
    if ODD.search(lower):
        # Lowered again: bold and small capitals of other alphabets have a case only now.
        lower = _MARKS.sub("", normalize("NFKD", lower).lower().translate(_SPECIAL))
    return lower.replace("’", "'").replace("‘", "'")


fold: Callable[[str], str] = Cache(folded).__getitem__
"""The same for single words and names, which are met again and again."""


def lowered(text: str) -> str:
    """Lower-case, every letter in its place: patterns find twice as fast what has no case."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _stemmed(word: str) -> str:
    """Take the commonest English endings off a folded word; never shorter than three letters."""
    if word.endswith("'s"):
        word = word[:-2]
    word = word.replace("'", "")
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: -len(ending)]
            if base[-1] == base[-2] and base[-1] not in "ls":
                return base[:-1]
            return base.rstrip("e")
    if word.endswith("es") and len(word) > 4:
        return word[:-2]
    if word.endswith("s") and word[-2] not in "su":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


stem: Callable[[str], str] = Cache(_stemmed).__getitem__
"""The same for words met before."""


@lru_cache(1)
def usual() -> frozenset[str]:
    """Stems of the words any library of film news is full of."""
    return frozenset(map(stem, COMMON))
