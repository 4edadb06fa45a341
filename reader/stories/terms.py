"""Words as the grouping compares them: folded, lightly stemmed, numbers and sequel marks kept."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from unicodedata import normalize

from reader.stories.words import COMMON, STOP

AT_HAND = 2_200
"""So many texts are kept as they were last read: the headlines and leads of a batch."""
TITLE_WEIGHT = 2.0
LEAD_WORDS = 70
USUAL_LIBRARY = 2000
USUAL_SHARE = 0.02

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKS = re.compile(r"[\u0300-\u036f]")
_SPECIAL = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
)

Vector = dict[str, float]


@lru_cache(1 << 15)
def fold(text: str) -> str:
    """Lower-case without accents: the same word however an outlet types it."""
    lower = text.lower()
    if lower.isascii():
        return lower
    return _MARKS.sub("", normalize("NFKD", lower).translate(_SPECIAL)).replace("’", "'").replace("‘", "'")


def lowered(text: str) -> str:
    """Lower-case, every letter in its place: patterns find twice as fast what has no case."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


@lru_cache(1 << 16)
def stem(word: str) -> str:
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


def words(text: str) -> list[str]:
    """The comparable words of a text, in order, stop words left out."""
    return [stem(word) for word in _WORD.findall(fold(text)) if word not in STOP]


@lru_cache(AT_HAND)
def count(title: str, lead: str) -> Vector:
    """Weigh the words of one report: those of the headline double."""
    found: Vector = {}
    for word in words(title):
        found[word] = found.get(word, 0.0) + TITLE_WEIGHT
    for word in words(lead)[:LEAD_WORDS]:
        found[word] = found.get(word, 0.0) + 1.0
    return found


@lru_cache(1)
def usual() -> frozenset[str]:
    """Stems of the words any library of film news is full of."""
    return frozenset(map(stem, COMMON))


class Rarity:
    """In how many reports each word was seen, and so how much it says.

    A young library is weighed as if it stood in one of usual size: its first stories are judged alike.
    """

    def __init__(self) -> None:
        self.reports = 0
        self.seen: dict[str, int] = {}
        self.fresh: dict[str, int] = {}
        self.fresh_reports = 0

    def learn(self, words: Iterable[str]) -> None:
        """Count one more report."""
        self.reports += 1
        self.fresh_reports += 1
        seen, fresh = self.seen, self.fresh
        for word in words:
            seen[word] = seen.get(word, 0) + 1
            fresh[word] = fresh.get(word, 0) + 1

    def restore(self, reports: int, seen: Mapping[str, int]) -> None:
        """Take in what was counted before, or by another."""
        self.reports += reports
        for word, number in seen.items():
            self.seen[word] = self.seen.get(word, 0) + number

    def of(self, word: str) -> float:
        """Return how rare a word is: its inverse document frequency."""
        seen = self.seen.get(word, 0) + (USUAL_LIBRARY * USUAL_SHARE if word in usual() else 0.5)
        return math.log((self.reports + USUAL_LIBRARY) / seen)

    def vector(self, counts: Mapping[str, float]) -> Vector:
        """Weigh counted words by rarity, to length one."""
        weighed = {word: (1 + math.log(number)) * max(self.of(word), 0.0) for word, number in counts.items()}
        length = math.sqrt(sum(value * value for value in weighed.values())) or 1.0
        return {word: value / length for word, value in weighed.items()}


def cosine(one: Vector, other: Vector) -> float:
    """How alike two vectors of length one are, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other[word] for word, value in one.items() if word in other)
