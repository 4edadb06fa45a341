"""Which story keeps which id when reports are grouped anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple


class Kept(NamedTuple):
    """One story after grouping: its id (None: a new one) and its reports."""

    story_id: int | None
    keys: list[int]


def assign_ids(
    groups: Sequence[Sequence[int]],
    before: Mapping[int, int],
    times: Mapping[int, int],
    frozen: Collection[int] = (),
) -> tuple[list[Kept], dict[int, int]]:
    """Give every group its id, and say which ids now lead to which.

    A story's id goes with its largest part. Where stories met, the one with the earliest report keeps its
    id and the others lead there. What is `frozen` is neither cut nor joined: it only takes newcomers.
    """
    parts = sorted((part for group in groups for part in _unfrozen(list(group), before, frozen)), key=min)
    heirs: dict[int, list[int]] = {}
    for story, place in _heirs(parts, before, times).items():
        heirs.setdefault(place, []).append(story)
    firsts: dict[int, tuple[int, int]] = {}
    for key, story in before.items():
        firsts[story] = min(firsts.get(story, (1 << 62, story)), (times.get(key, 1 << 62), story))
    kept: list[Kept] = []
    aliases: dict[int, int] = {}
    for place, part in enumerate(parts):
        stories = sorted(heirs.get(place, ()), key=lambda story: firsts[story])
        kept.append(Kept(stories[0] if stories else None, sorted(part)))
        for other in stories[1:]:
            aliases[other] = stories[0]
    return kept, aliases


def _heirs(
    parts: Sequence[Sequence[int]], before: Mapping[int, int], times: Mapping[int, int]
) -> dict[int, int]:
    """For each story of before, the part that holds most of it, or its earliest report."""
    shares: dict[int, dict[int, tuple[int, int]]] = {}
    for place, part in enumerate(parts):
        for key in part:
            if (story := before.get(key)) is not None:
                number, first = shares.setdefault(story, {}).get(place, (0, -(1 << 62)))
                shares[story][place] = (number + 1, max(first, -times[key]))
    return {story: max(held, key=lambda place: (held[place], -place)) for story, held in shares.items()}


def _unfrozen(group: list[int], before: Mapping[int, int], frozen: Collection[int]) -> list[list[int]]:
    """Keep stories apart that may not be joined any more; newcomers go with the one that most are of."""
    held = Counter(before[key] for key in group if before.get(key) in frozen)
    if len(held) < 2:
        return [group]
    home = max(held, key=lambda story: (held[story], -story))
    parts = {story: [key for key in group if before.get(key) == story] for story in held}
    parts[home] += [key for key in group if before.get(key) not in held]
    return list(parts.values())
