"""Large groups joined by what each has in common as a whole, where no pair of their reports joins them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush, nlargest, nsmallest
from itertools import chain

from reader.stories.language.rarity import Vector, dot_product
from reader.stories.similarity import AT_ONCE, Item

GROUP, GROUPS_ALIKE, OF_OTHER_KINDS = 4, 0.4, 0.55
"""So alike two large groups must be to be one story; more where they are of two kinds of news: a film that is
given the go-ahead and cast within two days is told in the same words twice."""
UNTOLD, NEARLY_ALL = "other", 0.7
"""No kind of news; and the share of its reports that makes a group one of a kind."""
CROWD, PART_OF_CROWD = 16, 0.2
"""From so many reports on a group is a crowd, which takes in whatever group is so alike."""
TELLING, TELLING_OF_CROWD = 10, 40
"""So many of its heaviest words must a group share one with another to be compared."""
MET = 30
"""So many other groups is each compared with, those first that share most of its telling words."""


class Centroid:
    """What the reports of one story have in common."""

    __slots__ = ("_words", "first", "keys", "kinds", "last", "length", "sum", "telling")

    def __init__(self, keys: list[int], total: Vector, first: int, last: int, kinds: Counter[str]) -> None:
        self.keys, self.sum, self.first, self.last, self.kinds = keys, total, first, last, kinds
        self._words: frozenset[str] | None = None
        self.length = math.sqrt(math.fsum([value * value for value in total.values()])) or 1.0
        self.telling = _heaviest(total) if len(keys) >= GROUP else ()
        """The words that weigh most in a group: two groups that share none are not alike."""

    @classmethod
    def of(cls, items: Sequence[Item]) -> Centroid:
        """The centre of some reports."""
        total = items[0].vector
        if len(items) > 1:
            total = total.copy()
            for item in items[1:]:
                _add(total, item.vector)
        times = [item.time for item in items]
        kinds = Counter(item.beat for item in items)
        return cls([item.key for item in items], total, min(times), max(times), kinds)

    def joined(self, other: Centroid) -> Centroid:
        """The centre of two groups together."""
        total = self.sum.copy()
        _add(total, other.sum)
        keys = sorted(self.keys + other.keys)
        first, last = min(self.first, other.first), max(self.last, other.last)
        return Centroid(keys, total, first, last, self.kinds + other.kinds)

    def enough(self, other: Centroid) -> float:
        """How alike another must be to be the same story."""
        apart = self.kind != other.kind and UNTOLD not in (self.kind, other.kind)
        return OF_OTHER_KINDS if apart else GROUPS_ALIKE

    @property
    def kind(self) -> str:
        """Which kind of news nearly all of it is."""
        kind, number = max(sorted(self.kinds.items()), key=lambda each: each[1])
        return kind if number >= NEARLY_ALL * len(self.keys) else UNTOLD

    def alike(self, other: Centroid) -> float:
        """How alike two stories are as wholes, 0 where days lie between."""
        if max(self.first, other.first) - min(self.last, other.last) > 2 * AT_ONCE:
            return 0.0
        small, large = (self, other) if len(self.sum) < len(other.sum) else (other, self)
        if large._words is None:
            large._words = frozenset(large.sum)
        shared = dot_product(small.sum, large.sum, large._words.intersection(small.sum))
        return shared / (self.length * other.length)


def _add(total: Vector, vector: Vector) -> None:
    for word, weight in vector.items():
        total[word] = total.get(word, 0.0) + weight


def _heaviest(vector: Vector) -> tuple[str, ...]:
    return tuple(nlargest(TELLING, vector, key=lambda word: (vector[word], word)))


Centroids = dict[tuple[int, ...], Centroid]


def join_groups(
    stories: Iterable[list[int]], items: Mapping[int, Item], kept: Centroids | None = None
) -> list[list[int]]:
    """Join what pairs cannot: large groups about the same, and strays of news that everyone has."""
    before = kept or {}
    now = {key: before.get(key) or Centroid.of([items[each] for each in key]) for key in map(tuple, stories)}
    if kept is not None:
        kept.clear()
        kept.update(now)
    large = _joined([centre for centre in now.values() if len(centre.keys) >= GROUP])
    crowds = [centre for centre in large if len(centre.keys) >= CROWD]
    holding: dict[str, list[int]] = {}
    for place, crowd in enumerate(crowds):
        for word in nlargest(TELLING_OF_CROWD, crowd.sum, key=lambda word: (crowd.sum[word], word)):
            holding.setdefault(word, []).append(place)
    small = [centre for centre in now.values() if len(centre.keys) < GROUP]
    strays: dict[int, list[int]] = {}
    rest = []
    for centre in small + [centre for centre in large if len(centre.keys) < CROWD]:
        near = {place for word in centre.sum if word in holding for place in holding[word]}
        ranked = [(crowds[place].alike(centre), -crowds[place].keys[0], place) for place in near]
        best = max(ranked, default=(0.0, 0, 0))
        if best[0] >= PART_OF_CROWD:
            strays.setdefault(best[2], []).extend(centre.keys)
        else:
            rest.append(sorted(centre.keys))
    return sorted(rest + [sorted(crowd.keys + strays.get(n, [])) for n, crowd in enumerate(crowds)])


def _joined(centres: list[Centroid]) -> list[Centroid]:
    """Join large groups that are alike as wholes, the likest first."""
    standing: dict[int, Centroid] = {}
    telling: dict[str, set[int]] = {}
    waiting: list[tuple[float, int, int, int, int]] = []

    def meet(one: Centroid) -> None:
        shared = Counter(chain.from_iterable(telling.get(word, ()) for word in one.telling))
        for _, key in nsmallest(MET, ((-number, key) for key, number in shared.items())):
            low, high = sorted((one, standing[key]), key=lambda centre: centre.keys[0])
            alike = low.alike(high)
            if alike >= GROUPS_ALIKE and alike >= low.enough(high):
                pair = (low.keys[0], high.keys[0], len(low.keys), len(high.keys))
                heappush(waiting, (-alike, *pair))
        standing[one.keys[0]] = one
        for word in one.telling:
            telling.setdefault(word, set()).add(one.keys[0])

    def leave(key: int) -> Centroid:
        for word in standing[key].telling:
            telling[word].discard(key)
        return standing.pop(key)

    for centre in centres:
        meet(centre)
    while waiting:
        _, low, high, *sizes = heappop(waiting)
        if [len(standing[key].keys) for key in (low, high) if key in standing] == sizes:
            meet(leave(low).joined(leave(high)))  # neither has grown since
    return [standing[key] for key in sorted(standing)]
