"""Films that a report is about and never names: told by the people it names, who stand beside one alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from reader.stories.films.canonical import canonical
from reader.stories.films.in_turn import title_of
from reader.stories.films.titles import Titles
from reader.stories.language.word_lists import FRANCHISES

_OF_ONE_FILM = frozenset({"review", "interview", "casting", "production", "trailer"})
"""Kinds of news that are of one film, and name who made it and who is in it."""
_TOGETHER = 2
"""So many people tell which film is meant."""
SURELY = 2
"""So many times as often they are named with it as with any other."""


def implied_film(titles: Titles, people: Collection[str], beat: str) -> str | None:
    """The one film with which most of the people named go, two of them at least; None where several do."""
    if beat not in _OF_ONE_FILM or len(people) < _TOGETHER:
        return None
    films = {key for one in people for key in titles.with_person.get(one, ())}
    known: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for key in films - FRANCHISES:
        full, beside = canonical(titles, key), titles.known[key].beside
        if not titles.usual(full):
            continue
        known[full] = max(known[full], sum(beside[one] > 1 for one in people))
        times[full] += sum(beside[one] for one in people)
    if not known or (most := max(known.values())) < max(_TOGETHER, (len(people) + 1) // 2):
        return None
    best = sorted((times[film], film) for film, number in known.items() if number == most)
    coming = {title_of(titles, one) for one in people}.intersection(film for _, film in best)
    if len(coming) == 1:
        return coming.pop()
    return best[-1][1] if len(best) == 1 or best[-1][0] >= SURELY * best[-2][0] else None
