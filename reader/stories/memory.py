"""What was learnt from all reports so far, as bytes to keep and as values to work with."""

from __future__ import annotations

import zlib
from collections import Counter

import msgspec
from msgspec import Struct

from reader.stories.houses import Houses
from reader.stories.names import Names
from reader.stories.people import Person
from reader.stories.terms import Rarity
from reader.stories.titles import Title

VERSION = 1


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


class _Kept(Struct, array_like=True):
    version: int
    reports: int
    words: dict[str, int]
    titles: dict[str, _Title]
    renamed: dict[str, str]
    people: dict[str, _Person]
    habits: dict[str, dict[str, int]]


class Memory:
    """Words, names and house styles: all that grouping knows beside the reports at hand."""

    def __init__(self) -> None:
        self.rarity, self.names, self.houses = Rarity(), Names(), Houses()

    def pack(self) -> bytes:
        """Return the memory as bytes."""
        titles, people = self.names.titles, self.names.people
        kept = _Kept(
            VERSION,
            self.rarity.reports,
            self.rarity.seen,
            {
                key: _Title(t.forms, sorted(t.outlets), t.sure, t.elsewhere, dict(t.beside.most_common(40)))
                for key, t in titles.known.items()
            },
            titles.renamed,
            {key: _Person(p.forms, p.weight, p.character, p.real) for key, p in people.known.items()},
            self.houses.habits,  # type: ignore[arg-type]
        )
        return zlib.compress(msgspec.msgpack.encode(kept), 3)


def unpack(packed: bytes | None) -> Memory:
    """Return the memory kept in bytes; an empty one for None, or for bytes of another version."""
    memory = Memory()
    if packed is None:
        return memory
    try:
        kept = msgspec.msgpack.decode(zlib.decompress(packed), type=_Kept)
    except (zlib.error, msgspec.DecodeError):
        return memory
    if kept.version != VERSION:
        return memory
    memory.rarity = Rarity(kept.reports, kept.words)
    titles, people = memory.names.titles, memory.names.people
    for key, title in kept.titles.items():
        titles.restore(
            key,
            Title(
                Counter(title.forms), set(title.outlets), title.sure, title.elsewhere, Counter(title.beside)
            ),
        )
    titles.renamed = kept.renamed
    for key, person in kept.people.items():
        people.restore(key, Person(Counter(person.forms), person.weight, person.character, person.real))
    people.settle()
    memory.houses.habits = {outlet: Counter(habits) for outlet, habits in kept.habits.items()}
    return memory
