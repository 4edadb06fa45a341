"""Reports into stories: pairs that bring the same news, joined while the groups agree on average.

The result depends on the reports and their likenesses alone, never on the order they came in: best pairs
first, equal ones by the reports' keys.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush, nlargest, nsmallest
from itertools import chain

from reader.stories.language.rarity import Vector, dot_product
from reader.stories.similarity import AT_ONCE, UNLIKE, Item

JOIN = 0.0
"""Log-odds, on average over all pairs, from which two groups are one story: as likely as not."""

GROUP, GROUPS_ALIKE, OF_OTHER_KINDS = 4, 0.4, 0.55
"""So alike two large groups must be to be one story; more where they are of two kinds of news: a film that is
given the go-ahead and cast within two days is told in the same words twice."""
UNTOLD, NEARLY_ALL = "other", 0.7
CROWD, PART_OF_CROWD = 16, 0.2
TELLING, TELLING_OF_CROWD = 10, 40
MET = 30
"""So many other groups is each compared with, those first that share most of its telling words."""

Links = Mapping[int, Mapping[int, float]]
"""The log-odds of every pair worth knowing, by both keys; other pairs are `UNLIKE`."""


def parts(keys: Iterable[int], links: Links) -> list[list[int]]:
    """Cut reports into parts that no likely pair crosses: each can be grouped by itself."""
    left = set(keys)
    found = []
    for start in sorted(left):
        if start not in left:
            continue
        left.discard(start)
        part, waiting = [start], [start]
        while waiting:
            for other, odds in links.get(waiting.pop(), {}).items():
                if odds >= JOIN and other in left:
                    left.discard(other)
                    part.append(other)
                    waiting.append(other)
        found.append(sorted(part))
    return found


Kept = dict[tuple[int, ...], list[list[int]]]
"""The groups of parts grouped before: what nothing was added to is not grouped again."""


def group(keys: Iterable[int], links: Links, kept: Kept | None = None) -> list[list[int]]:
    """Group reports by average likeness, the likeliest first; `kept` is used and brought up to date."""
    before = kept or {}
    # Nearly all reports of a few days hang together in one part: two processes are no faster.
    now: Kept = {
        part: before.get(part) or _agglomerate(part, links) for part in map(tuple, parts(keys, links))
    }
    if kept is not None:
        kept.clear()
        kept.update(now)
    return [story for groups in now.values() for story in groups]


def _agglomerate(part: Sequence[int], links: Links) -> list[list[int]]:
    members = {key: [key] for key in part}
    between = {
        key: {o: odds - UNLIKE for o, odds in links.get(key, {}).items() if o in members} for key in part
    }
    waiting = [
        (-(gain + UNLIKE), a, b)
        for a in part
        for b, gain in between[a].items()
        if a < b and gain + UNLIKE >= JOIN
    ]
    heapify(waiting)
    while waiting:
        odds, one, other = heappop(waiting)
        if one not in members or other not in members or _average(one, other, members, between) != -odds:
            continue
        _join(one, other, members, between)
        size = len(members[one])
        for near, gain in between[one].items():
            average = gain / (size * len(members[near])) + UNLIKE
            if average >= JOIN:
                heappush(waiting, (-average, one, near) if one < near else (-average, near, one))
    return [sorted(story) for _, story in sorted(members.items())]


def _average(
    one: int, other: int, members: Mapping[int, list[int]], between: Mapping[int, Mapping[int, float]]
) -> float:
    return between[one].get(other, 0.0) / (len(members[one]) * len(members[other])) + UNLIKE


def _join(one: int, other: int, members: dict[int, list[int]], between: dict[int, dict[int, float]]) -> None:
    members[one] += members.pop(other)
    beside = between[one]
    for near, gain in between.pop(other).items():
        if near != one:
            beside[near] = between[near][one] = beside.get(near, 0.0) + gain
            del between[near][other]
    beside.pop(other, None)


class Centre:
    """What the reports of one story have in common."""

    __slots__ = ("_words", "first", "keys", "kinds", "last", "length", "sum", "telling")

    def __init__(self, keys: list[int], total: Vector, first: int, last: int, kinds: Counter[str]) -> None:
        self.keys, self.sum, self.first, self.last, self.kinds = keys, total, first, last, kinds
        self._words: frozenset[str] | None = None
        self.length = math.sqrt(math.fsum([value * value for value in total.values()])) or 1.0
        self.telling = _heaviest(total) if len(keys) >= GROUP else ()
        """The words that weigh most in a group: two groups that share none are not alike."""

    @classmethod
    def of(cls, items: Sequence[Item]) -> Centre:
        """The centre of some reports."""
        total = items[0].vector
        if len(items) > 1:
            total = total.copy()
            for item in items[1:]:
                _add(total, item.vector)
        times = [item.time for item in items]
        kinds = Counter(item.beat for item in items)
        return cls([item.key for item in items], total, min(times), max(times), kinds)

    def joined(self, other: Centre) -> Centre:
        """The centre of two groups together."""
        total = self.sum.copy()
        _add(total, other.sum)
        keys = sorted(self.keys + other.keys)
        first, last = min(self.first, other.first), max(self.last, other.last)
        return Centre(keys, total, first, last, self.kinds + other.kinds)

    def enough(self, other: Centre) -> float:
        """How alike another must be to be the same story."""
        apart = self.kind != other.kind and UNTOLD not in (self.kind, other.kind)
        return OF_OTHER_KINDS if apart else GROUPS_ALIKE

    @property
    def kind(self) -> str:
        """Which kind of news nearly all of it is."""
        kind, number = max(sorted(self.kinds.items()), key=lambda each: each[1])
        return kind if number >= NEARLY_ALL * len(self.keys) else UNTOLD

    def alike(self, other: Centre) -> float:
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


Centres = dict[tuple[int, ...], Centre]


def gather(
    stories: Iterable[list[int]], items: Mapping[int, Item], kept: Centres | None = None
) -> list[list[int]]:
    """Join what pairs cannot: large groups about the same, and strays of news that everyone has."""
    before = kept or {}
    now = {key: before.get(key) or Centre.of([items[each] for each in key]) for key in map(tuple, stories)}
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


def _joined(centres: list[Centre]) -> list[Centre]:
    """Join large groups that are alike as wholes, the likest first."""
    standing: dict[int, Centre] = {}
    telling: dict[str, set[int]] = {}
    waiting: list[tuple[float, int, int, int, int]] = []

    def meet(one: Centre) -> None:
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

    def leave(key: int) -> Centre:
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
