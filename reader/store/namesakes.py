"""Films of one title, told apart by their years: the newest goes by the title alone, the others by both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from msgspec.structs import replace

from reader.news import Follow
from reader.store.folding import name_key

NEAR = 1
"""Years that may lie between a film's first showing and its release."""
PUT_OFF = 4
"""Years that a release may be put off by between two lists; nobody makes a film of the same title so soon."""
MOVED = 10
"""Years that a release may be put off by; a film of a title that lies further from it is another."""
_DATED = re.compile(r"(.*\S)\s*\(((?:1[89]|20|21)\d\d)\)")


def same(one: int | None, other: int | None) -> bool:
    """Tell whether films of one title are one by their years: none given is any."""
    return one is None or other is None or abs(one - other) <= NEAR


def dated(title: str, year: int) -> str:
    """Return what a film is called that shares its title with a newer one."""
    return f"{title} ({year})"


def parted(name: str) -> tuple[str, int | None]:
    """Return a film's title and the year behind it in parentheses, None where there is none."""
    found = _DATED.fullmatch(name)
    return (found[1], int(found[2])) if found else (name, None)


def names(follow: Follow) -> tuple[str, ...]:
    """Return every name that means what is followed; a film is also named with its year."""
    with_year = () if follow.kind != "film" or follow.year is None else (dated(follow.name, follow.year),)
    return (follow.name, *follow.aliases, *(() if parted(follow.name)[1] else with_year))


def keys(follow: Follow) -> list[str]:
    """Return the names of what is followed, folded."""
    return [key for name in names(follow) if (key := name_key(name))]


class Placed(NamedTuple):
    """A follow, the key it shall have, and the one it has in the file, None where it is new."""

    key: str
    was: str | None
    follow: Follow


class Called(NamedTuple):
    """What a name to follow goes by among those of its title, its year, and what moves for it."""

    name: str
    year: int | None
    moved: Sequence[Placed] = ()


class Namesake:
    """A follow among those of its title."""

    def __init__(self, was: str | None, follow: Follow) -> None:
        self.was, self._follow = was, follow
        self.changed = was is None

    @property
    def follow(self) -> Follow:
        """How it is followed."""
        return self._follow

    @follow.setter
    def follow(self, value: Follow) -> None:
        self._follow, self.changed = value, True

    @property
    def title(self) -> str:
        """Its name without the year that tells it from another."""
        title, year = parted(self._follow.name)
        return title if year is not None and year == self._follow.year else self._follow.name

    def may_be_put_off_to(self, year: int) -> bool:
        """Tell whether it may be what a film that is listed for a later year was known as before."""
        return (
            self.was is not None and self.may_move_to(year) and 0 < year - (self._follow.year or 0) <= PUT_OFF
        )

    def may_move_to(self, year: int) -> bool:
        """Tell whether it may be what a film of its title and another year was known as."""
        known, plain = self._follow.year, parted(self._follow.name)[1] is None
        return plain and not self._follow.seen and known is not None and abs(known - year) <= MOVED


class Namesakes:
    """What is followed, by title: films may come in any order, and stand at last in the same."""

    def __init__(self, held: Iterable[tuple[str, Follow]]) -> None:
        self._titles: dict[str, list[Namesake]] = {}
        self._also: dict[str, list[Namesake]] = {}
        self._taken: set[str] = set()
        self._given: set[str] = set()
        for key, follow in held:
            one = Namesake(key, follow)
            self._titles.setdefault(name_key(one.title), []).append(one)
            for alias in follow.aliases if follow.kind == "film" else ():
                self._also.setdefault(name_key(alias), []).append(one)
            self._taken.add(key)

    def find(self, title: str, year: int | None) -> Namesake | None:
        """Return the film of that title and year: the nearest; where no year is given, the newest."""
        mine = [each for each in self._titles.get(name_key(title), ()) if same(each.follow.year, year)]
        return min(mine, key=lambda each: _distance(each.follow.year, year), default=None)

    def listed(self, title: str, year: int | None, years: Iterable[int | None]) -> Namesake | None:
        """Return the film that a list has under a title and a year. `years`: of all it has of that title.

        It may be known by a working title, or for an earlier year of which none is on the list.
        """
        if (one := self.find(title, year)) is not None:
            return one
        for also in self._also.get(name_key(title), ()):
            untitled = name_key(also.follow.name).startswith("untitled ")
            if same(also.follow.year, year) and (untitled or None not in (also.follow.year, year)):
                return also
        newest = self.find(title, None)
        if newest is None or year is None or not newest.may_be_put_off_to(year):
            return None
        return None if any(same(newest.follow.year, each) for each in years) else newest

    def of_year(self, title: str, year: int, *, moves: bool) -> Namesake | None:
        """Return the film of that title and year, followed from now on; None where no other has the title.

        `moves`: one that goes by the title alone and is not seen yet may have had its release moved.
        """
        newest = self.find(title, None)
        if newest is None or (one := self.find(title, year)) is not None:
            return newest and one
        if not (moves and newest.may_move_to(year)):
            return self.add(title, year)
        newest.follow = replace(newest.follow, year=year)
        return newest

    def add(self, title: str, year: int | None) -> Namesake:
        """Return a film that is followed from now on."""
        one = Namesake(None, Follow(name=title, kind="film", year=year))
        self._titles.setdefault(name_key(title), []).append(one)
        return one

    def placed(self) -> list[Placed]:
        """Return what changed, each under the key and the name it shall have."""
        changed = [mine for mine in self._titles.values() if any(each.changed for each in mine)]
        return [placed for mine in changed for placed in self._place(mine)]

    def _place(self, mine: list[Namesake]) -> Iterator[Placed]:
        newest = max(mine, key=_age)
        for each in mine:
            name = each.follow.name
            if len(mine) > 1:
                name = each.title if each is newest else dated(each.title, each.follow.year or 0)
            key = self._key(name_key(name), mine)
            if each.changed or each.was != key:
                yield Placed(key, each.was, replace(each.follow, name=name))

    def _key(self, key: str, mine: list[Namesake]) -> str:
        """Return a key that nothing else has: words may be followed that read as a film and its year."""
        while key in self._given or (key in self._taken and all(each.was != key for each in mine)):
            key += " film"
        self._given.add(key)
        return key


def _age(film: Namesake) -> float:
    return inf if film.follow.year is None else film.follow.year


def _distance(one: int | None, year: int | None) -> float:
    if one is None or year is None:
        return -(one or inf)  # the newest
    return abs(one - year)
