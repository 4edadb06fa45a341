"""Hosts that bear one request a minute: of their feeds one is asked, the others wait for their turn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.feeds import schedule
from reader.feeds.schedule import MINUTE
from reader.refresh.hosts import host_name
from reader.store.values import FeedState


def turns(
    states: Sequence[FeedState], every: Iterable[FeedState], now: int
) -> tuple[list[FeedState], list[tuple[FeedState, int]]]:
    """Return the feeds to ask now, in their order, and those that wait with when their turn is.

    `every` feed that is followed says when its host was asked last.
    """
    free: dict[str, int] = {}
    for state in every:
        host = _place(state.url)
        if state.last_fetched is not None and state.last_fetched <= now:
            free[host] = max(free.get(host, 0), state.last_fetched + MINUTE)
    asked, waiting = [], []
    for state in states:
        host = _place(state.url)
        turn = max(free.get(host, 0), now)
        if not schedule.asks_one_a_minute(host):
            asked.append(state)
            continue
        free[host] = turn + MINUTE
        if turn == now:
            asked.append(state)
        else:
            waiting.append((state, turn))
    return asked, waiting


def is_slow(state: FeedState) -> bool:
    """Whether a feed's host bears one request a minute."""
    return schedule.asks_one_a_minute(host_name(state.url))


def _place(url: str) -> str:
    """Return the name that stands for all of a host's spellings."""
    return host_name(url).removeprefix("www.").removeprefix("old.")
