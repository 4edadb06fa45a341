"""By what a calendar knows the event of a release date again, once the date has moved."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Sequence

from reader.news import StatedDate, within

Event = tuple[str, str, str]
"""A film, its date and its region."""


def event_of(stated: StatedDate) -> Event:
    """Return the event that a stated date tells of."""
    return (stated.film or stated.title, stated.date, stated.region or "")


def identities(dates: Sequence[StatedDate], shown: Collection[Event]) -> dict[Event, tuple[str, int]]:
    """Return the UID and the SEQUENCE of each event shown: one that took another's place has its UID.

    Of two that both took it, as outlets differ, the one told first; the other is a new event.
    """
    ordered = sorted(dates, key=lambda each: (each.said, each.article_id))
    before = _predecessors(ordered)
    moves = Counter(_first(event_of(each), before) for each in ordered if each.moved_from)
    moves.update(_first(event, before) for event, known in before.items() if within(event[1], known[1]))
    found: dict[Event, tuple[str, int]] = {}
    taken: set[Event] = set()
    for event in dict.fromkeys(map(event_of, ordered)):
        if event in shown:
            first = _first(event, before)
            known = event if first in taken else first
            taken.add(known)
            found[event] = (_uid(known), moves[known])
    return found


def _predecessors(ordered: Sequence[StatedDate]) -> dict[Event, Event]:
    """Return what each event was before: at another date or one less exact, or at this one of no region."""
    before: dict[Event, Event] = {}
    told: set[Event] = set()
    dated: dict[tuple[str, str], list[Event]] = {}
    for each in ordered:
        event = film, date, region = event_of(each)
        vague = (one for one in dated.get((film, region), ()) if within(date, one[1]))
        earlier = ((film, each.moved_from or "", region), (film, date, ""), *vague)
        if event not in told and (known := next((one for one in earlier if one in told), None)):
            before[event] = known
        if event not in told:
            told.add(event)
            dated.setdefault((film, region), []).append(event)
    return before


def _first(event: Event, before: dict[Event, Event]) -> Event:
    while event in before:
        event = before[event]
    return event


def _uid(event: Event) -> str:
    return hashlib.sha256("|".join(event).encode()).hexdigest()[:24] + "@newsreel"
