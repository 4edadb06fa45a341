"""Texts that are no UTF-8, as a failing disk makes them, or longer than any of ours. SQLite minds neither.

To read one that is no UTF-8 is an error, so a single one takes the list that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator

import apsw

LONGEST = 1 << 20
"""Bytes; a copy of a library may say more than any feed."""


def illegible(connection: apsw.Connection) -> list[str]:
    """Return the tables that hold such texts."""
    return [table for table, columns in _texts(connection) if not _legible(connection, table, columns)]


def make_legible(connection: apsw.Connection) -> None:
    """Put a mark for every byte that is none of a letter's, and end what does not end."""
    connection.create_scalar_function("legible", _made_legible, 1, deterministic=True)
    wrong = [
        (table, columns)
        for table, columns in _texts(connection)
        if _long(connection, table, columns) or not _legible(connection, table, columns)
    ]
    with connection:
        for table, columns in wrong:
            for column in columns:
                made = f"legible(CAST({column} AS BLOB))"
                connection.execute(f"UPDATE {table} SET {column} = {made} WHERE {column} IS NOT {made}")


def _texts(connection: apsw.Connection) -> Iterator[tuple[str, list[str]]]:
    """Yield our tables and the columns of theirs that hold text."""
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'"
    for (table,) in connection.execute(tables).fetchall():
        rows = connection.execute("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'", (table,))
        if columns := [name for (name,) in rows]:
            yield str(table), columns


def _legible(connection: apsw.Connection, table: str, columns: list[str]) -> bool:
    try:
        for _ in connection.execute(f"SELECT {', '.join(columns)} FROM {table}"):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _long(connection: apsw.Connection, table: str, columns: list[str]) -> bool:
    longest = " OR ".join(f"octet_length({column}) > {LONGEST}" for column in columns)
    return bool(connection.execute(f"SELECT 1 FROM {table} WHERE {longest} LIMIT 1").get)


def _made_legible(*given: apsw.SQLiteValue) -> str | None:
    (text,) = given
    return text[:LONGEST].decode(errors="replace") if isinstance(text, bytes) else None
