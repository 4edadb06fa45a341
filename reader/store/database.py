"""The library file itself: connections, transactions, and errors in plain words. All SQL goes through here.

A connection belongs to one thread. None is ever used across a fork: a copied lock protects nothing.
"""

from __future__ import annotations

import errno
import os
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import apsw

from reader.clock import Clock
from reader.errors import MOUNT, StoreError, barred
from reader.store import migrations
from reader.store.backup import reading
from reader.store.faults import explained, is_full, newest_copy, reason, refuse
from reader.store.precedence import claim, give_way

PAGE_SIZE = 8192
BUSY_MS = 5000
BEHIND_MS = 60_000
"""What is written behind the scenes waits longer: nobody waits for it, and SQLite's lock knows no queue."""
MADE_SECONDS = 1.0
"""How long a file may be empty that another process is making a library of."""
TICK = 0.01
"""Seconds between two looks at what another process makes of a new file: SQLite waits for nobody there."""
WAL_LIMIT = 16 << 20
STATEMENTS = 512
"""Statements kept ready. apsw takes a place for each row it inserts: of 100, a feed would leave none."""
NORMAL, FULL = 1, 2

Row = tuple[Any, ...]


class Database:
    """One file, opened now: made, brought up to date, or refused in one sentence."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self.read_only: str | None = None
        self._unwritable: str | None = None
        self._uri = f"{path.absolute().as_uri()}?mode=rwc"
        self._process = os.getpid()
        self._local = threading.local()
        self._all: weakref.WeakSet[apsw.Connection] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._closed = False
        self._file: tuple[int, int] | None = None
        with explained(path):
            self._begin(clock)

    def _begin(self, clock: Clock) -> None:
        """Open for writing if we may, else for reading, saying why."""
        try:
            _private(self.path)
            migrations.bring_up_to_date(self.connection(), self.path, int(clock()))
            self._file = _identity(self.path)
        except (OSError, apsw.CantOpenError, apsw.ReadOnlyError, apsw.FullError, apsw.IOError) as fault:
            self._close_all()
            full = is_full(fault, self.path)
            if not self.path.exists() or (isinstance(fault, apsw.FullError | apsw.IOError) and not full):
                raise
            self._open_read_only(fault, full=full)

    def _open_read_only(self, fault: Exception, *, full: bool) -> None:
        why = "the disk is full" if full else reason(fault)
        self._mend = "free some space" if full else _mend(fault)
        self._unwritable = f"{why}; {self._mend}"
        self.read_only = f"{self.path} cannot be written ({why}), so nothing you mark is kept"
        self._uri = reading(self.path)
        self.connection()

    # ------------------------------------------------------------ connections

    def connection(self) -> apsw.Connection:
        """Return this thread's connection."""
        if self._closed or os.getpid() != self._process:
            why = "closed" if self._closed else "opened before a fork"
            raise StoreError(f"The library at {self.path} was {why}; open it again.")
        found: apsw.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            self._see_it_is_there()
        return found or self._connect()

    def _connect(self) -> apsw.Connection:
        flags = apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        connection = apsw.Connection(self._uri, flags, statementcachesize=STATEMENTS)
        connection.set_busy_timeout(BUSY_MS)
        if self._file is not None:
            migrations.see_it_is_known(connection, self.path)
        # Before anything is set: a file that is refused must stay as it was.
        migrations.check(connection, self.path, unwritable=self._unwritable)
        _prepare(connection, writable=self.read_only is None)
        with self._lock:
            self._all.add(connection)
        self._local.connection = connection
        return connection

    def _see_it_is_there(self) -> None:
        """Refuse to go on where the file is another one now: what is written to one that is gone is lost."""
        if self._file is None:
            return
        if _identity(self.path) != self._file:
            refuse(
                f"{self.path} was removed or replaced while it was open here, so nothing is saved any more; "
                "close Newsreel and open it again."
            )

    def close(self) -> None:
        """Close every thread's connection, one at work as soon as its thread lets go. Harmless twice."""
        if os.getpid() == self._process:
            self._closed = True
            self._close_all()

    def _close_all(self) -> None:
        with self._lock:
            for connection in list(self._all):
                with suppress(apsw.ThreadingViolationError):  # at work: it goes with its thread
                    connection.close()
            self._all.clear()
        self._local = threading.local()

    # ------------------------------------------------------------ reading and writing

    def rows(self, sql: str, bindings: apsw.Bindings = ()) -> list[Row]:
        """Return every row of one query: reading to the end also ends the read transaction."""
        with explained(self.path):
            return self.connection().execute(sql, bindings).fetchall()

    def row(self, sql: str, bindings: apsw.Bindings = ()) -> Row | None:
        """Return the first row of a query, or None."""
        found = self.rows(sql, bindings)
        return found[0] if found else None

    def value(self, sql: str, bindings: apsw.Bindings = ()) -> Any:
        """Return the first column of the first row, or None."""
        found = self.row(sql, bindings)
        return found[0] if found else None

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """Several queries over one unchanging library."""
        with explained(self.path):
            connection = self.connection()
            with connection:
                yield connection

    @contextmanager
    def write(self, *, durable: bool = False) -> Iterator[apsw.Connection]:
        """One transaction, all or nothing. `durable`: on the disk before this returns, and before others.

        That is a person's word; whatever else is written lets it pass.
        """
        if self.read_only:
            raise StoreError(f"{self.read_only}; {self._mend} and try again.")
        with explained(self.path):
            connection = self.connection()
            connection.pragma("synchronous", FULL if durable else NORMAL)
            connection.set_busy_timeout(BUSY_MS if durable else BEHIND_MS)
            if not durable:
                give_way(self.path)
            with claim(self.path) if durable else nullcontext():
                connection.execute("BEGIN IMMEDIATE")
            try:
                self._see_it_is_there()  # now that nobody may put another in its place
                migrations.see_it_is_known(connection, self.path)
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def data_version(self) -> int:
        """Return a number that differs once another connection has written.

        StoreError: it is gone, or a newer program's now.
        """
        with explained(self.path):
            self._see_it_is_there()
            migrations.see_it_is_known(self.connection(), self.path)
        return int(self.value("PRAGMA data_version"))


def fetch(write: apsw.Connection, sql: str, bindings: apsw.Bindings = ()) -> list[Row]:
    """Run one statement of a transaction to its end, and return its rows."""
    return write.execute(sql, bindings).fetchall()


def _mend(fault: Exception) -> str:
    only_to_be_read = isinstance(fault, OSError) and fault.errno == errno.EROFS
    return MOUNT if only_to_be_read else "give yourself the right to write there"


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _private(path: Path) -> None:
    """Make the file, for the person alone to read, before SQLite makes it for everyone.

    One that is there is not opened: closing it would drop the locks this process holds on it.
    """
    if path.exists() and not path.is_file():
        what = "a folder" if path.is_dir() else "no ordinary file"
        refuse(f"{path} is {what}, where the library belongs; move it aside and Newsreel begins a new one.")
    if not path.exists():
        with suppress(FileExistsError):  # another process was faster
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    elif not path.stat().st_size and newest_copy(path.parent / "backups") and _stays_empty(path):
        raise apsw.CorruptError("it is empty")
    elif not os.access(path, os.W_OK):
        raise barred(path)


def _stays_empty(path: Path) -> bool:
    """Tell whether nobody is making a library of an empty file: one that is just being made is empty, too."""
    until = time.monotonic() + MADE_SECONDS
    while not path.stat().st_size:
        if time.monotonic() > until:
            return True
        time.sleep(TICK)
    return False


def _prepare(connection: apsw.Connection, *, writable: bool) -> None:
    """Set what is set per connection, and for a new file what must come before its first table."""
    connection.pragma("foreign_keys", True)
    connection.pragma("temp_store", 2)
    if not writable:
        connection.pragma("query_only", True)
        return
    connection.pragma("page_size", PAGE_SIZE)
    if _journal(connection) != "wal":
        refuse(f"The file system of {connection.filename} cannot hold a library (no shared memory); move it.")
    connection.pragma("journal_size_limit", WAL_LIMIT)
    connection.pragma("synchronous", NORMAL)


def _journal(connection: apsw.Connection) -> Any:
    """Set the journal, return which it is. While another makes the same new file SQLite waits for nobody."""
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            return connection.pragma("journal_mode", "wal")
        except apsw.BusyError:
            if time.monotonic() > until:
                raise
            time.sleep(TICK)
