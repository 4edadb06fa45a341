"""A damaged library, read row by row: what cannot be read is passed over, what is beside it is not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import apsw

from reader.store.backup import look_at
from reader.store.genuine import LEAST, MOST

UNREADABLE = (apsw.Error, UnicodeDecodeError)
_TRIES = 100_000
"""So many rows in a row are tried that cannot be read: more than any page but the topmost leads to."""
_FEW = 1000
"""So many are tried of any table, though no id as high was ever given."""
_GIVEN = "SELECT name, seq FROM sqlite_sequence WHERE typeof(seq) = 'integer' AND seq BETWEEN 0 AND ?"

Fields = dict[str, Any]
"""A row by the names of its columns: those that the schema of its time had."""


@contextmanager
def wreck_of(path: Path) -> Iterator[Wreck]:
    """Open a damaged file for reading: also one that breaks off."""
    with closing(look_at(path)) as connection:
        with suppress(*UNREADABLE):
            connection.pragma("writable_schema", True)  # then SQLite overlooks that; nothing is written
        yield Wreck(connection)


class Wreck:
    """A damaged file, open for reading."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def gives(self) -> bool:
        """Tell whether it says at least which tables it has."""
        return bool(self._columns("status"))

    def given(self) -> list[tuple[str, int]]:
        """Return the last id that each table ever gave; nothing where it cannot be read."""
        with suppress(*UNREADABLE):
            return [(str(name), int(seq)) for name, seq in self._connection.execute(_GIVEN, (MOST,))]
        return []

    def rows(self, table: str) -> Iterator[Fields]:
        """Yield the rows of a table that can be read and hold no number that nothing counts to."""
        names = self._columns(table)
        sql = f"SELECT {', '.join(names)} FROM {table} WHERE rowid = ?"
        for number in self._numbers(table) if names else ():
            with suppress(*UNREADABLE):
                for row in self._connection.execute(sql, (number,)).fetchall():
                    if all(LEAST <= value <= MOST for value in row if isinstance(value, int)):
                        yield dict(zip(names, row, strict=True))

    def pairs(self) -> list[Fields]:
        """Return what the person said of pairs of articles, as far as it can be read from both ends."""
        names = ("one", "other", "together", "said_at")
        found: dict[tuple[Any, ...], Fields] = {}
        for order in ("ASC", "DESC"):
            sql = f"SELECT {', '.join(names)} FROM story_pair ORDER BY one {order}, other {order}"
            with suppress(*UNREADABLE):
                for row in self._connection.execute(sql):
                    found[row] = dict(zip(names, row, strict=True))
        return list(found.values())

    def _columns(self, table: str) -> list[str]:
        with suppress(*UNREADABLE):
            return [str(row[1]) for row in self._connection.execute(f"PRAGMA table_info({table})")]
        return []

    def _numbers(self, table: str) -> Iterator[int]:
        """Yield the numbers of the rows from both ends; where a page cannot be read, those behind it too."""
        first, tries = LEAST, 0
        last = max([_FEW, *(seq for _, seq in self.given())])
        seen: set[int] = set()
        while tries < _TRIES and first <= last:
            sql = f"SELECT rowid FROM {table} WHERE rowid >= ? ORDER BY rowid"
            try:
                for (number,) in self._connection.execute(sql, (first,)):
                    if number not in seen:  # damaged, they may come in any order
                        seen.add(number)
                        yield number
                        first, tries = max(first, number), 0
                break
            except UNREADABLE:
                first, tries = max(first, 0) + 1, tries + 1
        with suppress(*UNREADABLE):
            for (number,) in self._connection.execute(f"SELECT rowid FROM {table} ORDER BY rowid DESC"):
                if number in seen:
                    break
                yield number


class Ids:
    """Numbers in a damaged library, and those that the same things have in the one in its place."""

    def __init__(self) -> None:
        self._here: dict[int, int] = {}
        self.akin = True
        """What has a number in both is the same in both, as one was copied from the other."""

    def put(self, number: int, here: int) -> None:
        """Note the number that a thing has here."""
        self._here[number] = here
        self.akin = self.akin and number == here

    def of(self, number: int) -> int | None:
        """Return the number that a thing has here: of what could not be read its own, where that is sure."""
        return self._here.get(number, number if self.akin else None)
