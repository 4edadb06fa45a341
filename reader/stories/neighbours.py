"""Which recent reports are worth comparing with a new one: those that share most of its rarest words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from reader.stories.language.rarity import Vector, dot_product
from reader.stories.language.stock_words import telling_words
from reader.stories.similarity import (
    EACH_THEIR_WAY,
    ENOUGH,
    FEWEST,
    LEAST_REST,
    UNLIKE,
    USUAL_REST,
    Item,
    log_odds,
    of_other_part,
)

PROBED = 32
"""So many of a report's weightiest words are looked up; each in so many of the last reports that hold it."""
BY_FEW = (0.13, 0.13, 0.2, 0.13)
"""So alike a headline must be to a report of no film in common by so few words: anyone delays a plan."""
COMMONEST = 40
"""So many of the last reports that hold a word are looked at."""
PROMISING = 0.06
"""So alike two reports must be to be compared closely; less where each has words of their own."""
WEIGHED, CLOSEST = 32, 20
"""So many reports that share most words are compared by these, and so many of them closely."""
PLACE = (1 << 40) - 1
"""The bits of a number that hold a place; above them stands how many words are shared."""


class Neighbours:
    """Finds, among the reports of a few days, those a new one may belong with."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self.items: list[Item] = []
        self._holding: dict[str, list[int]] = {}
        self._judging: dict[tuple[str, str], list[int]] = {}
        """Reports in words of their own, by film and kind of news."""
        for item in items:
            self.add(item)

    def add(self, item: Item) -> None:
        """Take a report in."""
        number = len(self.items)
        self.items.append(item)
        for word in item.vector:
            holding = self._holding.setdefault(word, [])
            holding.append(number)
            if len(holding) == 2 * COMMONEST:
                del holding[:COMMONEST]
        for key in _judged(item):
            self._judging.setdefault(key, []).append(number)

    def of(self, item: Item) -> list[tuple[Item, float]]:
        """The reports likeliest to bring the same news, with the log-odds that they do."""
        found = []
        judging = (each for key in _judged(item) for each in self._judging.get(key, ())[-COMMONEST:])
        near = {-place: 0.0 for place in judging}
        near |= {place: alike for alike, place in self._alike(item)}
        for place, alike in sorted(near.items(), key=lambda pair: (pair[1], pair[0]), reverse=True)[:CLOSEST]:
            other = self.items[-place]
            odds = log_odds(item, other, alike, _rest(item, other))
            if odds != UNLIKE:
                found.append((other, odds))
        return found

    def _alike(self, item: Item) -> Iterator[tuple[float, int]]:
        """How alike the reports are that share most of the words looked up, and their places, negative."""
        vector = item.vector
        probes = sorted(vector, key=vector.__getitem__, reverse=True)[:PROBED]
        rows = [self._holding[word][-COMMONEST:] for word in probes if word in self._holding]
        shared = Counter(chain.from_iterable(rows))
        near = [number << 40 | place for place, number in shared.items() if number >= FEWEST]
        near.sort(reverse=True)  # by number, then place: one whole number is compared faster than two
        items, common = self.items, frozenset(vector).intersection
        for place in [each & PLACE for each in near[:WEIGHED]]:
            other = items[place]
            words = common(other.vector)
            alike = dot_product(vector, other.vector, words)
            if alike >= PROMISING and (alike >= BY_FEW[FEWEST] or _by_enough(item, other, alike, words)):
                yield alike, -place


def _by_enough(one: Item, other: Item, alike: float, words: frozenset[str]) -> bool:
    """Tell whether a headline and a report have enough words in common."""
    if min(len(one.vector), len(other.vector)) >= ENOUGH:
        return True
    return len(words) >= len(BY_FEW) or alike >= BY_FEW[len(words)] or not one.films.isdisjoint(other.films)


def _judged(item: Item) -> list[tuple[str, str]]:
    """The films that a report judges in words of its own."""
    return [(film, item.beat) for film in sorted(item.films)] if item.beat in EACH_THEIR_WAY else []


def _rest(one: Item, other: Item) -> float:
    """How alike two reports of one film are, but for the words of its title."""
    same = not one.films.isdisjoint(other.films) or of_other_part(one, other)
    if not same:
        return USUAL_REST
    named = one.film_words | other.film_words
    common = (one.vector.keys() & other.vector.keys()) - named
    if min(len(one.vector), len(other.vector)) < ENOUGH:
        return USUAL_REST if telling_words(common) else LEAST_REST
    shared = math.fsum([one.vector[word] * other.vector[word] for word in common])
    return shared / math.sqrt(_without(one.vector, named) * _without(other.vector, named))


def _without(vector: Vector, named: Iterable[str]) -> float:
    return max(1.0 - math.fsum([vector[word] ** 2 for word in named if word in vector]), 0.01)
