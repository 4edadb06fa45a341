"""Whether a file is a library as this program makes them: anyone may have made a copy that is brought back.

What SQLite runs by itself (triggers, checks, generated columns, indexes over expressions) stands in the
schema, so it must be, word for word, what the steps of `migrations` make. Tables beside ours may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import apsw

from reader.store.migrations import APPLICATION_ID, steps

LEAST, MOST = -(1 << 35), 1 << 37
"""All ids, counts and times in seconds lie between them: a calendar knows the years 882 to 6325."""
HEAD = 72
"""Bytes at the beginning of a file that say what it is."""
_GOES = {"search_before_data"}
"""Tables that a library lets go of when it is done with them."""
_NUMBERED_APART = ("search", "document")
"""Tables of the index: made of the others, and looked through by SQLite itself."""
_COMMENT = re.compile(r"--[^\n]*")
_OBJECTS = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
_LEANING = """
SELECT s.name, f."table" FROM sqlite_schema s, pragma_foreign_key_list(s.name) f WHERE s.type = 'table'
"""
_GIVEN = "SELECT 1 FROM sqlite_sequence WHERE typeof(seq) <> 'integer' OR seq NOT BETWEEN 0 AND ? LIMIT 1"


def is_marked(path: Path) -> bool:
    """Tell whether a file bears our mark, as a library and its copies do; a database of others does not."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return bears_mark(file.read(HEAD))


def bears_mark(head: bytes) -> bool:
    """Tell the same of a file by what it begins with."""
    return is_database(head) and head[:HEAD].endswith(APPLICATION_ID.to_bytes(4, "big"))


def is_database(head: bytes) -> bool:
    """Tell whether a file is one of SQLite's by what it begins with."""
    return head.startswith(b"SQLite format 3\0")


def strange(connection: apsw.Connection) -> list[str]:
    """Return what in a file no Newsreel of its version made, in a few words each. It may not be damaged."""
    return list(_strange(connection))


def _strange(connection: apsw.Connection) -> Iterator[str]:
    ours = _made(int(connection.pragma("user_version")))
    tables = {table for table, _ in ours.values()}
    found = {name: (table, _plain(sql)) for name, table, sql in connection.execute(_OBJECTS)}
    if connection.pragma("encoding") != "UTF-8":
        yield "its texts are not in UTF-8"
    for name in sorted(ours.keys() | found.keys()):
        missing = name not in found and name in _GOES
        concerned = name in ours or found[name][0] in tables
        if concerned and not missing and found.get(name) != ours.get(name):
            yield f"“{name}” is {'missing' if name not in found else 'not as Newsreel makes it'}"
    for name, table in connection.execute(_LEANING):
        if table in tables and name not in tables:
            yield f"“{name}” holds on to its rows"
    yield from _beyond(connection, {table for table in tables if table in found})


def _beyond(connection: apsw.Connection, tables: set[str]) -> Iterator[str]:
    """Tell of numbers that no library counts to: ids that leave none to give, times of no calendar."""
    for table in sorted(table for table in tables if not table.startswith(_NUMBERED_APART)):
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[2] == "INTEGER"]
        beyond = " OR ".join(f"{column} NOT BETWEEN {LEAST} AND {MOST}" for column in columns)
        if beyond and connection.execute(f"SELECT 1 FROM {table} WHERE {beyond} LIMIT 1").get:
            yield f"there are numbers in “{table}” that nothing counts to"
    if connection.execute(_GIVEN, (MOST,)).get:
        yield "there are no ids left in it to give"


@cache
def _made(version: int) -> dict[str, tuple[str, str]]:
    """Return the table and the words of everything a library of that version has."""
    library = apsw.Connection(":memory:")
    for sql in steps()[:version]:
        library.execute(sql).fetchall()
    return {name: (table, _plain(sql)) for name, table, sql in library.execute(_OBJECTS)}


def _plain(sql: str) -> str:
    return " ".join(_COMMENT.sub("", sql).replace('"', "'").split())
