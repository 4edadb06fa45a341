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


def copy_to(connection: apsw.Connection, target: Path) -> None:
    """Copy the library to a file."""
    with draft(target) as part:
        flags = apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READWRITE
        copy = apsw.Connection(part.absolute().as_uri(), flags)  # as an address any bytes of a name will do
        try:
            with copy.backup("main", connection, "main") as backup:
                while not backup.done:
                    backup.step(PAGES)
            copy.pragma("journal_mode", "delete")  # one file, for good
        finally:
            copy.close()


@contextmanager
def draft(target: Path) -> Iterator[Path]:
    """Give a file to write to; it takes the name of `target` when all went well, else it goes."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    forget(part)
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield part
        if faults := unsound(part):
            refuse(f"The copy of the library came out damaged ({faults[0]}), so it was not kept; try again.")
        sync(part)
        part.replace(target)
        sync(target.parent)
    finally:
        forget(part)


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


def look_at(path: Path) -> apsw.Connection:
    """Open a file for reading only, with what its log holds if it has one."""
    return apsw.Connection(reading(path), apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READONLY)


def reading(path: Path) -> str:
    """Return the address under which SQLite reads a file that it may not write.

    Beside a log, the log must be read too; without one, SQLite reads only if told that no one writes.
    """
    wal = path.with_name(f"{path.name}-wal")
    mode = "mode=ro" if wal.exists() and wal.stat().st_size else "mode=ro&immutable=1"
    return f"{path.absolute().as_uri()}?{mode}"


def sync(path: Path) -> None:
    """Let the disk have what was written to a file or folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def forget(path: Path) -> None:
    """Remove a file of ours that was not finished, and what SQLite keeps beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
