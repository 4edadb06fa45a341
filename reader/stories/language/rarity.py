"""How much each word says: the rarer it is in all reports, the more (inverse document frequency)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import mul
from sys import intern

from reader.stories.language.terms import usual

USUAL_LIBRARY = 2000
"""As of so many reports is a library weighed in which few were seen so far."""
USUAL_SHARE, UNUSUAL = 0.02, 0.5
"""In what share of them each of the usual words is taken to stand, and in how many any other word."""

Vector = dict[str, float]
"""Words, and what each weighs."""


@lru_cache(1)
def _taken_as_seen() -> dict[str, float]:
    """How often the usual words are taken to have been seen before a library begins."""
    return dict.fromkeys(usual(), USUAL_LIBRARY * USUAL_SHARE)


@lru_cache(256)
def _damped(number: float) -> float:
    return 1 + math.log(number)


def dot_product(one: Vector, other: Vector, words: frozenset[str]) -> float:
    """Add up what the words that two vectors share weigh in both; in any order that is the same."""
    return math.fsum(map(mul, map(one.__getitem__, words), map(other.__getitem__, words)))


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

    def vector(self, counts: Mapping[str, float]) -> Vector:
        """Weigh counted words by rarity, to length one."""
        library, seen, taken = self.reports + USUAL_LIBRARY, self.seen, _taken_as_seen()
        weighed = [
            _damped(number) * max(math.log(library / (seen.get(word, 0) + taken.get(word, UNUSUAL))), 0.0)
            for word, number in counts.items()
        ]
        length = math.sqrt(sum([value * value for value in weighed])) or 1.0
        return dict(zip(map(intern, counts), [value / length for value in weighed], strict=True))
