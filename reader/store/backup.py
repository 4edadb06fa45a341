"""Copies of the library, made by SQLite while it is in use, and how a copy comes by its name.

A copy appears under its name only once it is whole, found sound, and on the disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from reader.store.faults import refuse

PAGES = 1000
BESIDE = ("-journal", "-wal", "-shm")
"""How the files end that SQLite keeps beside a database."""


def copy_to(connection: apsw.Connection, target: Path) -> None:
    """Copy the library to a file."""
    with draft(target) as part:
        copy = opened(part)
        try:
            with copy.backup("main", connection, "main") as backup:
                while not backup.done:
                    backup.step(PAGES)
            copy.pragma("journal_mode", "delete")  # one file, for good
        finally:
            copy.close()


@contextmanager
def draft(target: Path, *, own: bool = False) -> Iterator[Path]:
    """Give a file to write to; it takes the name of `target` when all went well, else it goes.

    `own`: the name is ours alone, so what SQLite left beside an earlier copy goes with that.
    """
    target = Path(os.path.realpath(target))  # where a link leads to, the link stays
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not own:
        _see_it_is_closed(target)
    part = target.with_name(f"{target.name}.part-{os.urandom(4).hex()}")
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield part
        if faults := unsound(part):
            refuse(f"The copy of the library came out damaged ({faults[0]}), so it was not kept; try again.")
        sync(part)
        if own:
            _forget_logs(target)
        part.replace(target)
        sync(target.parent)
    finally:
        forget(part)


def _see_it_is_closed(target: Path) -> None:
    """Refuse a name with a log beside it: SQLite would read that into the copy."""
    for log in ("-wal", "-journal"):
        if (beside := target.with_name(target.name + log)).exists():
            refuse(
                f"{beside} is there, so {target} is in use or was not closed in good order: left alone; "
                "choose another name."
            )


def unsound(path: Path) -> list[str]:
    """Return what is wrong with a library file that nobody writes; nothing for a sound one."""
    connection = look_at(path)
    try:
        return faults_of(connection)
    except apsw.Error as fault:
        return [str(fault)]
    finally:
        connection.close()


def faults_of(connection: apsw.Connection) -> list[str]:
    """Return what SQLite finds wrong with a file: its structure, and what points to nothing."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    except apsw.CorruptError as fault:  # too damaged to be looked through
        return [str(fault)]
    if found:
        return found
    lost = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [f"{len(lost)} rows point to rows that are gone"] if lost else []


def opened(path: Path) -> apsw.Connection:
    """Open a file that is there, for writing too."""
    return apsw.Connection(address(path), apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READWRITE)


def address(path: Path) -> str:
    """Return a name as an address, which may be of any bytes; a name as such must be UTF-8 to SQLite."""
    return path.absolute().as_uri()


def look_at(path: Path) -> apsw.Connection:
    """Open a file for reading only, with what its log holds if it has one."""
    return apsw.Connection(reading(path), apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READONLY)


def reading(path: Path) -> str:
    """Return the address under which SQLite reads a file that it may not write.

    Beside a log, the log must be read too; without one, SQLite reads only if told that no one writes.
    """
    real = Path(os.path.realpath(path))  # the log lies beside the file, not beside a link to it
    wal = real.with_name(f"{real.name}-wal")
    mode = "mode=ro" if wal.exists() and wal.stat().st_size else "mode=ro&immutable=1"
    return f"{address(path)}?{mode}"


def sync(path: Path) -> None:
    """Let the disk have what was written to a file or folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def forget(path: Path) -> None:
    """Remove a file of ours that was not finished, and what SQLite keeps beside it."""
    path.unlink(missing_ok=True)
    _forget_logs(path)


def _forget_logs(path: Path) -> None:
    for suffix in BESIDE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
