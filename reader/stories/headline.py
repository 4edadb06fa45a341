"""Whose headline stands for a story: the fullest report among those that tell the news itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import chain

from reader.stories.filed import Told
from reader.stories.kinds.own_pieces import own_piece
from reader.stories.language.tokens import key_of, words
from reader.stories.report import Report

SURELY = 2
"""What `own_piece` says of a report that surely is a piece of its own."""
NEAR = 0.75
"""A headline that says so much less than the plainest of what all say is no mere telling of the news."""


def representative(reports: Sequence[Report], told: Mapping[int, Told], copied: Container[int]) -> int:
    """Return the key of the report whose headline stands for a story; copies come last."""
    if len(reports) == 1:
        return reports[0].key
    common = Counter(one.beat for one in told.values()).most_common(1)[0][0]
    plain = _plainness(reports)
    best = max(plain.values())

    def rank(report: Report) -> tuple[bool, bool, bool, bool, int, int]:
        one = told[report.key]
        head = key_of(report.title)
        return (
            report.key not in copied,
            own_piece(report.title, report.categories) < SURELY,
            one.beat == common and plain[report.key] >= NEAR * best,
            not one.films or any(key_of(film) in head for film in one.films),
            max(report.size, len(report.lead)),
            -report.key,
        )

    return max(reports, key=rank).key


def _plainness(reports: Sequence[Report]) -> dict[int, float]:
    """How much of each headline the other reports say, too: 0 to 1."""
    heads = [frozenset(words(each.title)) for each in reports]
    said = Counter(chain.from_iterable(h.union(words(r.lead)) for h, r in zip(heads, reports, strict=True)))
    others = max(1, len(reports) - 1)
    return {
        each.key: (sum([said[word] for word in head]) - len(head)) / (others * max(1, len(head)))
        for each, head in zip(reports, heads, strict=True)
    }
