"""When to ask again: polite by rule, in pure functions of what happened and what time it is.

All times are seconds. `failures` counts the failures in a row before this one; `jitter` is between 0
and 1 and spreads feeds that failed together.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from reader.errors import FetchError
from reader.feeds.failures import nothing_reached
from reader.incoming import Hints
from reader.model import FeedStatus

MINUTE, HOUR, DAY = 60, 3600, 86_400
WEEK = 7 * DAY
FLOOR_MINUTES, DEFAULT_MINUTES = 30, 60
AGAIN_SECONDS = 5 * MINUTE
"""How soon everything may be asked again by hand."""
OFFLINE_SECONDS = 10 * MINUTE
HOLD_SECONDS = 10 * MINUTE
SPREAD = 0.25
STALE_SECONDS = 8 * DAY
"""For how long “nothing new” is believed of a server that never says how long it holds."""
MOVED_SECONDS = DAY
"""How long a feed must say that it has moved for good before it is followed."""
FALL_BACK = 3
"""After so many failures in a row a feed that was followed is asked for where it was before."""
ONE_A_MINUTE = ("reddit.com",)
"""Hosts that answer 429 to more than that."""

NO_HINTS = Hints()

Urgency = Literal["due", "again", "force"]
"""What is due; everything but what was just asked; everything (a host's Retry-After always holds)."""

_NOT_FOR_US = (401, 403, 404)
CONNECTIVITY = ("resolve", "connect", "timeout")


class Plan(Struct, frozen=True):
    """What becomes of a feed that failed. `next_due` None: not until someone asks."""

    next_due: int | None
    status: FeedStatus = "failing"
    counts: bool = True
    """Whether it counts as a failure of the feed, which makes the next wait longer."""


def interval(minutes: int | None) -> int:
    """Return the minutes between two requests: as set, by default 60, never under 30, at most a week."""
    return min(max(minutes or DEFAULT_MINUTES, FLOOR_MINUTES), WEEK // MINUTE)


def is_held(now: int, held_until: int | None) -> bool:
    """Whether a feed's host asked to be left alone: then nothing may be asked, however urgent."""
    return held_until is not None and held_until > now


def may_ask(urgency: Urgency, now: int, *, next_due: int | None, last_fetched: int | None) -> bool:
    """Whether a feed may be asked now, as far as it goes by the feed."""
    if urgency == "force" or last_fetched is None:
        return True
    if urgency == "again" and not now - AGAIN_SECONDS < last_fetched <= now:
        return True
    return next_due is not None and next_due <= now


def as_urgent(urgency: Urgency, errors: Iterable[str | None]) -> Urgency:
    """Return how urgent it is, given what is kept with the feeds that were asked before.

    Where none was reached the network was missing, and no server has been asked a moment ago.
    """
    return "force" if urgency == "again" and nothing_reached(errors) else urgency


def after_answer(
    now: int,
    minutes: int,
    *,
    max_age: int | None = None,
    expires: int | None = None,
    hints: Hints = NO_HINTS,
) -> int:
    """Return when to ask again after a good answer: server and feed may ask for longer, up to a day."""
    by_server = max_age if max_age is not None else expires or 0
    by_feed = max(hints.ttl or 0, hints.update_period or 0) * MINUTE
    due = now + max(interval(minutes) * MINUTE, min(max(by_server, by_feed), DAY))
    latest = max(due, now + DAY)
    while due < latest and _skipped(due, hints):
        due = (due // HOUR + 1) * HOUR
    return min(due, latest)


def _skipped(when: int, hints: Hints) -> bool:
    """Whether a feed asks to be left alone at that hour or on that day, in UTC."""
    moment = time.gmtime(when)
    return moment.tm_hour in hints.skip_hours or moment.tm_wday in hints.skip_days


def asks_whole(now: int, believed_at: int | None) -> bool:
    """Whether a feed has said “nothing new” for so long that it is asked for all it has, once."""
    return believed_at is not None and now - believed_at >= STALE_SECONDS


def asks_one_a_minute(host: str) -> bool:
    """Whether a host bears no more than one request a minute."""
    return any(host == name or host.endswith(f".{name}") for name in ONE_A_MINUTE)


def after_failure(
    error: FetchError,
    now: int,
    *,
    failures: int,
    minutes: int,
    jitter: float,
    offline: bool = False,
    others_unknown: bool = False,
) -> Plan:
    """Return when to ask again after a failure.

    `offline`: nothing answered in this run. `others_unknown`: other hosts' names were not found either.
    """
    if error.status == 410:
        return Plan(None, "gone")
    if error.kind in CONNECTIVITY and offline:
        return Plan(now + OFFLINE_SECONDS, counts=False)
    if error.kind == "resolve" and others_unknown:
        return Plan(now + interval(minutes) * MINUTE, counts=False)
    if error.status in _NOT_FOR_US:
        return Plan(now + _not_for_us(failures))
    return Plan(now + _trouble(failures, minutes, jitter))


def after_bad_feed(now: int, *, failures: int, minutes: int, jitter: float) -> Plan:
    """Return when to ask again after an answer that is no feed."""
    return Plan(now + _trouble(failures, minutes, jitter))


def after_killed(now: int) -> Plan:
    """Return when to ask again for a feed that a worker died of: not before tomorrow."""
    return Plan(now + DAY)


def hold_until(now: int, retry_after: int | None, strikes: int) -> int:
    """Return until when a host is left alone: as long as it says, else 10 minutes, doubling; a day at most.

    `strikes` counts how often it has asked in a row before.
    """
    wait = retry_after or _doubled(HOLD_SECONDS, strikes)
    return now + min(wait, DAY)


def _not_for_us(failures: int) -> int:
    """An hour, doubling up to a day; a week from the seventh time."""
    wait = _doubled(HOUR, failures)
    return WEEK if wait >= 2 * DAY else min(wait, DAY)


def _trouble(failures: int, minutes: int, jitter: float) -> int:
    """The interval, doubling, up to a day, and up to a quarter more so that feeds spread out."""
    wait = min(_doubled(interval(minutes) * MINUTE, failures), max(DAY, interval(minutes) * MINUTE))
    return int(wait * (1 + SPREAD * min(1.0, max(0.0, jitter))))


def _doubled(seconds: int, times: int) -> int:
    return seconds << min(max(times, 0), 16)
