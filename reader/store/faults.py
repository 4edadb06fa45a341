"""SQLite's errors as one sentence each: what, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import apsw

from reader.errors import StoreError

_Damage = (apsw.CorruptError, UnicodeDecodeError)
_SENTENCES: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (
        apsw.NotADBError,
        "{path} is not a Newsreel library (its contents are something else, or damaged); nothing in it was "
        "changed: move it aside and put a copy from {backups} in its place.",
    ),
    (
        _Damage,
        "{path} is damaged ({why}); nothing in it was changed: move it aside and put a copy from {backups} "
        "in its place.",
    ),
    (
        apsw.FullError,
        "The disk that holds {path} is full, so nothing was saved; free some space and try again.",
    ),
    (
        apsw.BusyError,
        "{path} is busy: another Newsreel has been writing for several seconds; try again in a moment.",
    ),
    (apsw.LockedError, "{path} is busy: another part of Newsreel is writing; try again in a moment."),
    (
        apsw.ReadOnlyError,
        "{path} cannot be written ({why}); give yourself the right to write there and try again.",
    ),
    (apsw.CantOpenError, "{path} cannot be opened ({why}); check that its folder exists and is yours."),
    (apsw.IOError, "{path} could not be read or written ({why}); check the disk and try again."),
    (OSError, "{path} cannot be opened ({why}); check that its folder exists and is yours."),
    (
        apsw.Error,
        "{path} could not be used ({why}); if this goes on, put a copy from {backups} in its place.",
    ),
)


def refuse(sentence: str) -> NoReturn:
    """Raise StoreError."""
    raise StoreError(sentence)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise inside into StoreError."""
    try:
        yield
    except (apsw.Error, OSError, UnicodeDecodeError) as fault:
        raise StoreError(_sentence(fault, path)) from fault


def reason(fault: Exception) -> str:
    """Return the few words that say what SQLite or the system met."""
    said = fault.strerror if isinstance(fault, OSError) else str(fault)
    return said or type(fault).__name__


def _sentence(fault: Exception, path: Path) -> str:
    template = next(text for kind, text in _SENTENCES if isinstance(fault, kind))
    return template.format(path=path, why=reason(fault), backups=path.parent / "backups")
