"""What was learnt from all reports so far: as values to work with, and as pieces to keep.

Pieces add up whatever their order, so that two that learn at the same time lose nothing of each other's.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from reader.stories.films.title import Title
from reader.stories.house_styles import Houses
from reader.stories.language.rarity import Rarity
from reader.stories.names import Names
from reader.stories.people.person import Person

VERSION = 1
"""Of the form in which pieces are packed; others are passed over."""
MOST = 18_000
"""So many titles and people are kept, and four times as many words."""
RARE = 9
"""What was met so often is kept, however much it is."""
NEAREST = 40
"""So many of the people named beside a title are kept."""


class _Title(Struct, array_like=True):
    forms: dict[str, int]
    outlets: list[str]
    sure: int
    elsewhere: int
    beside: dict[str, int]


class _Person(Struct, array_like=True):
    forms: dict[str, int]
    weight: float
    character: int
    real: int


class _Piece(Struct, array_like=True):
    version: int
    reports: int
    words: dict[str, int]
    titles: dict[str, _Title]
    renamed: dict[str, str]
    people: dict[str, _Person]
    habits: dict[str, dict[str, int]]
    instead: dict[str, dict[str, int]] = {}
    titled_at: dict[str, int] = {}


_pieces = msgspec.msgpack.Decoder(_Piece)


class Memory:
    """Words, names and house styles: all that grouping knows beside the reports at hand."""

    def __init__(self) -> None:
        self.rarity, self.names, self.houses = Rarity(), Names(), Houses()

    def take(self) -> bytes:
        """Return what was learnt since the last piece was taken."""
        rarity, titles, people = self.rarity, self.names.titles, self.names.people
        piece = _packed(
            rarity.fresh_reports, rarity.fresh, titles.fresh, titles.renamed_lately, people.fresh,
            self.houses.fresh, titles.instead_lately, titles.titled_lately,
        )  # fmt: skip
        self.forget_fresh()
        return piece

    def former_names(self) -> list[str]:
        """Return the keys of films that were learnt to go by others since the last piece was taken."""
        return [old for old, new in self.names.titles.renamed_lately.items() if old != new]

    def forget_fresh(self) -> None:
        """Begin a new piece."""
        self.rarity.fresh, self.rarity.fresh_reports = {}, 0
        titles = self.names.titles
        titles.fresh, titles.renamed_lately, titles.instead_lately = {}, {}, {}
        titles.titled_lately = {}
        self.names.people.fresh, self.houses.fresh = {}, {}

    def grown(self) -> bool:
        """Tell whether so much is known that what was met only once is better forgotten."""
        names = self.names
        return max(len(names.titles.known), len(names.people.known), len(self.rarity.seen) // 4) > MOST

    def forget_rare(self) -> Memory:
        """Return what is known but for what was met once, or as seldom as it takes: slips and fancies."""
        return self._met(next((least for least in range(2, RARE) if self._fit(least)), RARE))

    def _fit(self, least: int) -> bool:
        """Tell whether what was met so many times leaves room for more; counted, for a copy takes its own."""
        names, room = self.names, MOST * 9 // 10
        return (
            sum(sum(title.forms.values()) >= least for title in names.titles.known.values()) <= room
            and sum(sum(person.forms.values()) >= least for person in names.people.known.values()) <= room
            and sum(number >= least for number in self.rarity.seen.values()) // 4 <= room
        )

    def _met(self, least: int) -> Memory:
        """What was met at least so many times."""
        memory = Memory()
        names, rarity = self.names, self.rarity
        memory.rarity.restore(rarity.reports, {word: n for word, n in rarity.seen.items() if n >= least})
        called = set(
            names.titles.renamed.values()
        )  # what others go by is printed so, however seldom it was met
        for key, title in names.titles.known.items():
            if key in called or sum(title.forms.values()) >= least:
                memory.names.titles.restore(key, title)
        memory.names.titles.renamed = names.titles.renamed
        memory.names.titles.instead = names.titles.instead
        memory.names.titles.titled_at = names.titles.titled_at
        for key, person in names.people.known.items():
            if sum(person.forms.values()) >= least:
                memory.names.people.restore(key, person)
        memory.names.people.settle()
        for outlet, habits in self.houses.habits.items():
            memory.houses.restore(outlet, habits)
        return memory

    def whole(self) -> bytes:
        """Return all that is known, in one piece."""
        titles, people = self.names.titles, self.names.people
        return _packed(
            self.rarity.reports, self.rarity.seen, titles.known, titles.renamed, people.known,
            self.houses.habits, titles.instead, titles.titled_at,
        )  # fmt: skip

    def add(self, packed: bytes) -> None:
        """Take a piece in; one of another version, or damaged, is passed over."""
        try:
            piece = _pieces.decode(zlib.decompress(packed))
        except (zlib.error, msgspec.DecodeError):
            return
        if piece.version != VERSION:
            return
        self.rarity.restore(piece.reports, piece.words)
        titles, people = self.names.titles, self.names.people
        for key, t in piece.titles.items():
            known = Title(Counter(t.forms), set(t.outlets), t.sure, t.elsewhere, Counter(t.beside))
            titles.restore(key, known)
        for old, new in piece.renamed.items():
            if old != new or old not in titles.renamed:  # what has a title by now, keeps it
                titles.renamed[old] = new
        for project, at in piece.titled_at.items():
            titles.titled_at[project] = min(at, titles.titled_at.get(project, at))
        for key, full in piece.instead.items():
            titles.instead.setdefault(key, Counter()).update(full)
        for key, p in piece.people.items():
            people.restore(key, Person(Counter(p.forms), p.weight, p.character, p.real))
        people.settle()
        for outlet, habits in piece.habits.items():
            self.houses.restore(outlet, habits)


def _packed(
    reports: int, words: Mapping[str, int], titles: Mapping[str, Title], renamed: dict[str, str],
    people: Mapping[str, Person], habits: Mapping[str, Mapping[str, int]],
    instead: Mapping[str, Mapping[str, int]], titled_at: Mapping[str, int],
) -> bytes:  # fmt: skip
    piece = _Piece(
        VERSION,
        reports,
        dict(words),
        {
            key: _Title(t.forms, sorted(t.outlets), t.sure, t.elsewhere, dict(t.beside.most_common(NEAREST)))
            for key, t in titles.items()
        },
        renamed,
        {key: _Person(p.forms, p.weight, p.character, p.real) for key, p in people.items()},
        {outlet: dict(seen) for outlet, seen in habits.items()},
        {key: dict(full) for key, full in instead.items()},
        dict(titled_at),
    )
    return zlib.compress(msgspec.msgpack.encode(piece), 1)
