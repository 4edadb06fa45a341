"""Bringing the file to this version's schema: each step one transaction, with a backup before the first.

`schema/NNN_name.sql` are the steps; `user_version` says how many were taken.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import apsw

from reader.store.backup import copy_to
from reader.store.faults import refuse
from reader.store.precedence import alone

SCHEMA = Path(__file__).parent / "schema"
APPLICATION_ID = 0x4E52454C  # "NREL"


# One statement sees one moment: another process may be making this very library.
_LOOK = """
SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version),
       (SELECT count(*) FROM sqlite_schema)
"""


@cache
def steps() -> list[str]:
    """Return the SQL of every step, in order; step n is named n in three digits."""
    files = sorted(SCHEMA.glob("*.sql"))
    assert [int(f.name[:3]) for f in files] == list(range(1, len(files) + 1)), "schema steps have gaps"
    return [f.read_text(encoding="utf-8") for f in files]


def bring_up_to_date(connection: apsw.Connection, path: Path, now: int) -> None:
    """Take the steps not taken yet, one program at a time: a library half made is nothing to back up."""
    todo = steps()
    if _version(connection) >= len(todo):
        return
    with alone(path):
        taken = _version(connection)
        if 0 < taken < len(todo):
            copy_to(connection, path.parent / "backups" / f"before-schema-{len(todo)}-{now}.db")
        for number in range(taken + 1, len(todo) + 1):
            _take(connection, number, todo[number - 1])


def check(connection: apsw.Connection, path: Path, *, unwritable: str | None = None) -> None:
    """Refuse a file that is not ours, or newer than this program, or older where it is `unwritable`.

    That is why, and what to do about it.
    """
    owner, version, tables = connection.execute(_LOOK).get
    if owner != APPLICATION_ID and (owner or version or tables):
        refuse(f"{path} belongs to another program, so nothing in it was changed; move it aside.")
    if version > len(steps()):
        refuse(
            f"{path} was written by a newer Newsreel (schema {version}; this one knows {len(steps())}), "
            "so nothing in it was changed; upgrade Newsreel."
        )
    if unwritable and version < len(steps()):
        refuse(
            f"{path} was written by an older Newsreel and cannot be brought up to date: {unwritable} "
            "and try again."
        )


def see_it_is_known(connection: apsw.Connection, path: Path) -> None:
    """Refuse to go on in an open file that a newer program has changed: its tables may mean other things."""
    if _version(connection) > len(steps()):
        refuse(
            f"{path} was brought up to date by a newer Newsreel while it was open here, so nothing is saved "
            "any more; close Newsreel and open it again."
        )


def _version(connection: apsw.Connection) -> int:
    return int(connection.pragma("user_version"))


def _take(connection: apsw.Connection, number: int, sql: str) -> None:
    """Take one step, unless another process just did."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _version(connection) < number:
            connection.execute(sql).fetchall()
            connection.pragma("application_id", APPLICATION_ID)
            connection.pragma("user_version", number)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
