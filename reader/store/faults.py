"""SQLite's errors as one sentence each: what, why, and what to do."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import apsw

from reader.errors import DamagedError, StoreError, starved

ROOM = 64 << 10
"""Bytes without which SQLite cannot begin to write."""
_Damage = (apsw.CorruptError, UnicodeDecodeError)
HAD_COME = """
SELECT ifnull(max(seq), 0), (SELECT count(*) FROM bookmark) FROM sqlite_sequence
WHERE name = 'status' AND typeof(seq) = 'integer'
"""
_SENTENCES: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (
        apsw.NotADBError,
        "{path} is not a Newsreel library (its contents are something else, or damaged); nothing in it was "
        "changed: {mend}.",
    ),
    (
        _Damage,
        "{path} is damaged ({why}); nothing in it was changed: {mend}.",
    ),
    (
        UnicodeEncodeError,
        "{path} has a name that is not UTF-8, which SQLite cannot take; use a folder with a plain name.",
    ),
    (
        apsw.FullError,
        "The disk that holds {path} is full, so nothing more was saved; free some space and try again.",
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
        "{path} could not be used ({why}); if this goes on, {mend}.",
    ),
)


def refuse(sentence: str) -> NoReturn:
    """Raise StoreError."""
    raise StoreError(sentence)


@contextmanager
def explained(path: Path, mend: str = "") -> Iterator[None]:
    """Turn what SQLite and the system raise inside into StoreError. `mend`: what to do, for no library."""
    try:
        yield
    except (apsw.Error, OSError, UnicodeError) as fault:
        kind = DamagedError if isinstance(fault, (apsw.NotADBError, *_Damage)) else StoreError
        raise kind(_sentence(fault, path, mend)) from fault


def is_full(fault: Exception, path: Path) -> bool:
    """Whether the disk has no room: where it is so, SQLite may say no more than “disk I/O error”."""
    if isinstance(fault, apsw.IOError):
        with suppress(OSError):
            disk = os.statvfs(path.parent)
            return disk.f_bavail * disk.f_frsize < ROOM
    return isinstance(fault, apsw.FullError)


def reason(fault: Exception) -> str:
    """Return the few words that say what SQLite or the system met."""
    said = fault.strerror if isinstance(fault, OSError) else str(fault)
    return " ".join((said or "").split()) or type(fault).__name__


def _sentence(fault: Exception, path: Path, mend: str) -> str:
    if isinstance(fault, (apsw.CantOpenError, OSError)) and (why := starved(fault)):
        return f"{path} cannot be opened, because {why}."
    fault = apsw.FullError() if is_full(fault, path) else fault
    template = next(text for kind, text in _SENTENCES if isinstance(fault, kind))
    return template.format(path=path, why=reason(fault), mend=mend or _mend(path))


def _mend(path: Path) -> str:
    """Return what brings a damaged library back."""
    if copy := newest_copy(path.parent / "backups"):
        return f"`newsreel restore` moves it aside and puts the copy of {copy.stem} in its place"
    if gives(path):
        return "`newsreel restore` moves it aside and brings back what can still be read of it"
    return "there is no copy of it yet, so move it aside and Newsreel begins a new one"


def gives(path: Path) -> bool:
    """Tell whether a damaged library says at least which tables it has."""
    from reader.store.wreck import wreck_of  # which raises errors of this module

    with suppress(apsw.Error, OSError), wreck_of(path) as wreck:
        return wreck.gives()
    return False


def newest_copy(folder: Path) -> Path | None:
    """Return the newest copy, made by the day or by hand, passing over those that are not sound."""
    from reader.store.backup import unsound  # which raises errors of this module

    try:
        return next((copy for copy in reversed(copies_in(folder)) if not unsound(copy)), None)
    except (OSError, apsw.Error):
        return None


def copies_in(folder: Path) -> list[Path]:
    """Return the copies in a folder, made by the day or by hand, the oldest first."""
    return in_order([*folder.glob("????-??-??.db"), *folder.glob("library-????-??-??-??????.db")])


def in_order(copies: Iterable[Path]) -> list[Path]:
    """Return copies, the oldest first, by what had come until then: their dates are of clocks that err."""
    return sorted(copies, key=lambda copy: (had_come(copy), copy.stem.removeprefix("library-")))


def had_come(copy: Path) -> tuple[int, int]:
    """Return how many articles a library had ever seen, and how many were ever saved: neither ever falls."""
    from reader.store.backup import look_at

    with suppress(apsw.Error), closing(look_at(copy)) as library:
        seen, saved = library.execute(HAD_COME).get
        return int(seen), int(saved)
    return 0, 0
