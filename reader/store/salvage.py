"""What can still be read of a damaged library: bookmarks with their texts, read marks, ids that are taken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import apsw

from reader.errors import NewsreelError
from reader.store.backup import look_at, opened
from reader.store.bodies import unpack
from reader.store.genuine import MOST

_UNREADABLE = (apsw.Error, UnicodeDecodeError)
_KEYS = {
    "status": "id",
    "bookmark": "article_id",
    "bookmark_body": "article_id",
    "bookmark_picture": "article_id",
}
_STAYS = ("status", "bookmark_picture")
"""Tables of which a row that is there stays as it is."""

_GIVEN = "SELECT name, seq FROM sqlite_sequence WHERE typeof(seq) = 'integer' AND seq BETWEEN 0 AND ?"


def salvage(damaged: Path, library: Path) -> None:
    """Add to a library what a damaged one knows beyond it; whatever cannot be read is passed over."""
    with suppress(*_UNREADABLE), closing(look_at(damaged)) as old:
        keep_ids(old, library)
        with closing(opened(library)) as new:
            new.pragma("foreign_keys", True)
            for table in _KEYS:
                _rows(old, new, table)


def keep_ids(old: apsw.Connection, library: Path) -> None:
    """See to it that no id the old file ever gave is given again."""
    with suppress(*_UNREADABLE):
        given = old.execute(_GIVEN, (MOST,)).fetchall()
        with closing(opened(library)) as new:
            new.executemany("UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1", given)
            new.executemany(
                "INSERT INTO sqlite_sequence SELECT ?1, ?2 "
                "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)",
                given,
            )


def _rows(old: apsw.Connection, new: apsw.Connection, table: str) -> None:
    known = {
        row[1] for row in old.execute(f"PRAGMA table_info({table})")
    }  # the old may be of an older schema
    names = [row[1] for row in new.execute(f"PRAGMA table_info({table})") if row[1] in known]
    columns = ", ".join(names)
    # What is added has no article, so it is in no list.
    told = ", ".join("0" if name == "listed" else name for name in names)
    read = f"SELECT {told} FROM {table} WHERE {_KEYS[table]} = ?"
    write = f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))}) ON CONFLICT DO "
    # In place: to put a bookmark anew would take along its text and its picture.
    write += "NOTHING" if table in _STAYS else f"UPDATE SET {', '.join(f'{n} = excluded.{n}' for n in names)}"
    for key in list(_keys(old, table)):
        with suppress(*_UNREADABLE, NewsreelError):
            for row in old.execute(read, (key,)).fetchall():
                if table == "bookmark_body":
                    unpack(bytes(row[1]))  # type: ignore[arg-type]  # raises on what was damaged
                new.execute(write, row)
                if table == "status":
                    _mark(new, dict(zip(names, row, strict=True)))


def _mark(new: apsw.Connection, row: dict[str, object]) -> None:
    """Take the person's later word on whether it is read."""
    sql = "UPDATE status SET read = ?, marked_at = ? WHERE id = ? AND guid_key = ? AND marked_at IS NOT ?2"
    if row["marked_at"] is not None:
        new.execute(sql, (row["read"], row["marked_at"], row["id"], row["guid_key"]))


def _keys(old: apsw.Connection, table: str) -> Iterator[int]:
    """Yield the keys as far as they can be read, from both ends."""
    seen: set[int] = set()
    for order in ("ASC", "DESC"):
        with suppress(*_UNREADABLE):
            for (key,) in old.execute(f"SELECT {_KEYS[table]} FROM {table} ORDER BY 1 {order}"):
                if key in seen:
                    break
                seen.add(key)
                yield key
