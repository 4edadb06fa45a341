"""Mutes: what matches a query of the person's own is read as it arrives. On the disk before the answer.

Of an article that comes later only what nobody marked is marked; of those there are, all that are unread.
Bookmarks are left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

import apsw

from reader.clock import Clock
from reader.errors import NotFoundError, QueryError
from reader.model import View
from reader.news import Mute
from reader.store.abroad import named
from reader.store.database import Database, Row, fetch
from reader.store.days import today
from reader.store.query import parse
from reader.store.search import Search
from reader.store.values import as_json

BATCH = 80
"""Articles held against the mutes at a time: as many as become searchable at once."""
ADDRESSES = "SELECT CAST(id AS TEXT), url FROM feed"
"""The addresses of feeds by their numbers, as `abroad` takes them."""

_SELECT = """
SELECT id, query, until, since, (SELECT count(*) FROM muted WHERE mute_id = mute.id) FROM mute
"""
_IN_FORCE = "SELECT id, query FROM mute WHERE until IS NULL OR until > ? ORDER BY id"
_SAVE = "INSERT INTO mute (id, query, until, since) VALUES (?, ?, ?, ?) RETURNING id"
_KEPT = "SELECT article_id FROM bookmark WHERE removed_at IS NULL"
_NOTE = f"""
INSERT INTO muted (article_id, mute_id, was)
SELECT id, ?1, marked_at FROM status
WHERE id IN (SELECT value FROM json_each(?2)) AND read = 0 AND (marked_at IS NULL OR ?3)
      AND id NOT IN ({_KEPT}) AND EXISTS (SELECT 1 FROM mute WHERE id = ?1)
ON CONFLICT (article_id) DO UPDATE SET mute_id = excluded.mute_id, was = excluded.was RETURNING article_id
"""
_HOLD = """
INSERT INTO muted (article_id, mute_id, was) SELECT id, ?1, marked_at FROM status WHERE id = ?2 AND read = 1
ON CONFLICT DO NOTHING
"""
_SET = "UPDATE status SET read = ? WHERE id IN (SELECT value FROM json_each(?))"
_UNTOUCHED = f"""
SELECT s.id FROM muted m JOIN status s ON s.id = m.article_id
WHERE m.mute_id = ? AND s.read = 1 AND s.marked_at IS m.was
      AND s.id NOT IN ({_KEPT}) AND s.id NOT IN (SELECT article_id FROM reading)
"""
_NOTES = "SELECT article_id, was FROM muted WHERE mute_id = ?"
_NOTE_AGAIN = """
INSERT INTO muted (article_id, mute_id, was)
SELECT s.id, ?1, value ->> 1 FROM json_each(?2) JOIN status s ON s.id = value ->> 0 WHERE 1
ON CONFLICT (article_id) DO UPDATE SET mute_id = excluded.mute_id, was = excluded.was
"""
_READ_AGAIN = f"""
UPDATE status SET read = 1
WHERE id IN (SELECT value FROM json_each(?)) AND read = 0
      AND marked_at IS (SELECT was FROM muted WHERE article_id = status.id)
      AND id NOT IN ({_KEPT}) AND id NOT IN (SELECT article_id FROM reading)
"""
_SEEN = "SELECT count(*) FROM status WHERE id IN (SELECT value FROM json_each(?)) AND read = 0 AND listed = 1"
_DONE = "DELETE FROM unmuted WHERE article_id = ? AND turn = ?"


class Lifted(NamedTuple):
    """A mute that was ended, and all that is needed to have it as it was."""

    mute: Mute
    unread: int
    """How many articles can be seen to be unread again."""
    given: list[int]
    """Those that were given back as unread, in sight or not, but what another mute may have taken over."""
    notes: list[tuple[int, int | None]]
    """What it had marked: the articles, and when the person had marked each before."""


class Mutes:
    """The mutes of one library, and what they marked."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock, self._search = db, clock, Search(db, clock)

    def all(self) -> list[Mute]:
        """Return the mutes, those that are over too, in the order they were made."""
        return [_mute(row) for row in self._db.rows(f"{_SELECT} ORDER BY id")]

    def make(self, query: str, until: str | None) -> tuple[Mute, int]:
        """Mute a query, or change how long it is; return it, and how many it marked at once; QueryError."""
        with self._db.write(durable=True) as write:
            number, new = put(write, query, until, int(self._clock()))
            marked = self.sweep(write, number, query, touched=new)
            return _mute(fetch(write, f"{_SELECT} WHERE id = ?", (number,))[0]), marked

    def sweep(self, write: apsw.Connection, number: int, query: str, *, touched: bool = False) -> int:
        """Mark all that is unread and matches a mute; return how many. `touched`: as in `mark`."""
        found = self._search.ids(View("unread", query=query))
        return len(mark(write, number, found, touched=touched))

    def sweep_all(self, write: apsw.Connection, numbers: Collection[int]) -> None:
        """Mark what is unread, matches one of these mutes and was never marked, as if it arrived now."""
        for number, query in self._in_force():
            if number in numbers:
                self.sweep(write, number, query)

    def end(self, number: int) -> Lifted:
        """End a mute: what it alone marked and nobody touched since is unread again; NotFoundError."""
        with self._db.write(durable=True) as write:
            rows = fetch(write, f"{_SELECT} WHERE id = ?", (number,))
            if not rows:
                raise NotFoundError(f"There is no mute {number}; `newsreel mutes` shows the numbers.")
            notes = [(row[0], row[1]) for row in fetch(write, _NOTES, (number,))]
            given = [row[0] for row in fetch(write, _UNTOUCHED, (number,))]
            fetch(write, "DELETE FROM mute WHERE id = ?", (number,))
            fetch(write, _SET, (False, as_json(given)))
            for other, query in self._in_force():
                mark(write, other, self._search.among(query, given), touched=True)
            unread = int(fetch(write, _SEEN, (as_json(given),))[0][0])
            return Lifted(_mute(rows[0]), unread, given, notes)

    def restore(self, lifted: Lifted) -> None:
        """Have a mute as if it had never been ended: what came in since is held against it, too.

        What the person marked, opened or bookmarked since stays as it is.
        """
        query = lifted.mute.query
        with self._db.write(durable=True) as write:
            number, _ = put(write, query, lifted.mute.until, lifted.mute.since, lifted.mute.id)
            fetch(write, _NOTE_AGAIN, (number, as_json(lifted.notes)))
            fetch(write, _READ_AGAIN, (as_json(lifted.given),))
            if number in dict(self._in_force()):
                self.sweep(write, number, query)

    def batch(self) -> None:
        """Hold a few articles against the mutes that could not be searched before."""
        waiting = self._db.rows("SELECT article_id, turn FROM unmuted LIMIT ?", (BATCH,))
        ids = [row[0] for row in waiting]
        found = {number: self._search.among(query, ids) for number, query in self._in_force()}
        with self._db.write() as write:
            for number, matching in found.items():
                mark(write, number, matching)
            write.executemany(_DONE, waiting)

    def _in_force(self) -> list[tuple[int, str]]:
        rows = self._db.rows(_IN_FORCE, (today(self._clock()),))
        return [(number, query) for number, query in rows if is_query(query)]


def put(
    write: apsw.Connection, query: str, until: str | None, since: int, number: int | None = None
) -> tuple[int, bool]:
    """Mute a query, under a number if it is free; one that is muted gets the date. Tell whether it is new."""
    if is_query(query) and (known := same(write, query)) is not None:
        fetch(write, "UPDATE mute SET until = ? WHERE id = ?", (until, known))
        return known, False
    if number is not None and fetch(write, "SELECT 1 FROM mute WHERE id = ?", (number,)):
        number = None
    return int(fetch(write, _SAVE, (number, query, until, since))[0][0]), True


def same(write: apsw.Connection, query: str) -> int | None:
    """Return the mute that asks for the same, however it is written: a feed by its number or its address."""
    addresses: dict[str, str] = dict(fetch(write, ADDRESSES))
    asked = named(parse(query), addresses)
    known = [row for row in fetch(write, "SELECT id, query FROM mute ORDER BY id") if is_query(row[1])]
    return next((number for number, held in known if named(parse(held), addresses) == asked), None)


def mark(write: apsw.Connection, number: int, ids: Iterable[int], *, touched: bool = False) -> list[int]:
    """Mark articles read for a mute, if it still is there; return those that were not.

    `touched`: those that the person marked, too.
    """
    marked = [row[0] for row in fetch(write, _NOTE, (number, as_json(list(ids)), touched))]
    fetch(write, _SET, (True, as_json(marked)))
    return marked


def hold(write: apsw.Connection, number: int, article_id: int) -> None:
    """Note of an article that is read that a mute marked it, elsewhere or before."""
    fetch(write, _HOLD, (number, article_id))


def is_query(text: str) -> bool:
    """Tell whether a text can be understood: what lies in a file may be of anyone, or another version."""
    try:
        parse(text)
    except QueryError:
        return False
    return True


def _mute(row: Row) -> Mute:
    number, query, until, since, muted = row
    return Mute(id=number, query=query, until=until, since=since, muted=muted)
