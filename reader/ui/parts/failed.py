"""What is said where most outlets fail: how many, why, each cause once, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from reader.model import Feed
from reader.ui.drawing import cut, number, outlets

CAUSES, NAME = 3, 40
"""Causes told at most; columns of an outlet's name."""


def failed(feeds: Collection[Feed]) -> list[Feed]:
    """Return the outlets that fail, where that is most of them; else none."""
    found = [feed for feed in feeds if feed.status in ("failing", "gone")]
    return found if len(found) * 2 > len(feeds) else []


def shares(feeds: Collection[Feed]) -> str:
    """Say how many of these outlets fail; empty where it is not most of them."""
    lost = failed(feeds)
    if len(feeds) == 1 or not lost:
        return ""
    whole = len(lost) == len(feeds)
    return f"{'All' if whole else f'{number(len(lost))} of'} {outlets(len(feeds))} failed"


def causes(feeds: Iterable[Feed]) -> Sequence[str]:
    """Say why these outlets fail: what many have in common once, the rest by name, not too many."""
    return _causes(tuple((feed.title, feed.error or "failed.") for feed in feeds))


@lru_cache(1)
def _causes(lost: tuple[tuple[str, str], ...]) -> Sequence[str]:
    """Kept for the next line of the same list: it is asked for while each is drawn."""
    from reader.feeds.failures import MANY, of_many

    why = [of_many(error) for _, error in lost]
    many = [(cause, n) for cause, n in Counter(filter(None, why)).most_common() if n >= MANY]
    shared = {cause for cause, _ in many}
    alone = [(name, error) for (name, error), cause in zip(lost, why, strict=True) if cause not in shared]
    told = [(f"{outlets(count)}: {cause}", count) for cause, count in many]
    told += [(f"{cut(name, NAME)}: {error}", 1) for name, error in alone]
    left = sum(count for _, count in told[CAUSES:])
    more = [f"And {outlets(left)} more."] if left else []
    return [*(said for said, _ in told[:CAUSES]), *more]
