"""Following the films of a watchlist: which are met among those followed, and what their list adds."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from reader.news import Follow, Watched
from reader.store.folding import name_key
from reader.store.follows import Follows
from reader.store.namesakes import Namesake, Namesakes


def follow_films(follows: Follows, films: Iterable[Watched], *, guard: bool) -> tuple[int, int, int]:
    """Follow films; return how many are new, how many were, and how many are seen.

    `guard`: those not seen are guarded until they are. A film once seen stays seen.
    """
    listed = sorted(films, key=lambda each: each.year is None)
    met, placed = follows.place(lambda shelf: _met(shelf, listed, guard=guard))
    follows.look(*(each.key for each in placed if each.follow.seen))
    already = sum(each.was is not None for each in met)
    return len(met) - already, already, sum(each.follow.seen for each in met)


def _met(shelf: Namesakes, films: Collection[Watched], *, guard: bool) -> Collection[Namesake]:
    """Have a shelf follow films as lists say; return those it met."""
    met: dict[int, Namesake] = {}
    years: dict[str, list[int | None]] = {}
    for film in films:
        years.setdefault(name_key(film.title), []).append(film.year)
    for film in films:
        if key := name_key(film.title):
            one = shelf.listed(film.title, film.year, years[key]) or shelf.add(film.title, film.year)
            one.follow = _watched(one.follow, film, guard=guard and one.was is None)
            met[id(one)] = one
    return met.values()


def _watched(follow: Follow, film: Watched, *, guard: bool) -> Follow:
    """Return a follow with what a list says of its film; of two years the later one is its release."""
    names = {name_key(each): each for each in (*follow.aliases, *film.aliases)}
    seen = film.seen or follow.seen
    return replace(
        follow,
        aliases=tuple(name for key, name in names.items() if key not in ("", name_key(follow.name))),
        year=max(filter(None, (film.year, follow.year)), default=None),
        seen=seen,
        guard=None if seen else "on" if guard else follow.guard,
    )
