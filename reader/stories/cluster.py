"""Reports into stories: pairs that bring the same news, joined while the groups agree on average.

The result depends on the reports and their likenesses alone, never on the order they came in: best pairs
first, equal ones by the reports' keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from reader.stories.similarity import UNLIKE

JOIN = 0.0
"""Log-odds, on average over all pairs, from which two groups are one story: as likely as not."""


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


def join_pairs(keys: Iterable[int], links: Links, kept: Kept | None = None) -> list[list[int]]:
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
