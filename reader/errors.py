"""Every error a person can meet: one sentence that says what, why, and what to do."""

from __future__ import annotations

import errno
import os

MOUNT = "have its disk mounted for writing"
"""What to do where a disk is only to be read."""
FEW_FILES = 32
"""Fewer files than may be open at once are what goes wrong, though a library cannot say so."""


class NewsreelError(Exception):
    """The root of the tree. `str()` is the sentence shown; `exit_code` is what a command returns."""

    exit_code = 1


class UsageError(NewsreelError):
    """The command was asked in a way it cannot answer."""

    exit_code = 2


class ConfigError(NewsreelError):
    """The settings file holds something Newsreel does not understand."""


class FetchError(NewsreelError):
    """An address could not be fetched. `kind` sorts it for the scheduler.

    Kinds: resolve, connect, timeout, tls, refused (a private address), too_big, encoding, redirect,
    http (a status of 400 or more, in `status`), truncated, held (the host asked to be left alone),
    files (too few may be open here), cancelled, other.
    """

    def __init__(self, message: str, *, kind: str = "other", status: int | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.status = status


class ParseError(NewsreelError):
    """The bytes are not a feed, a page or a list this program reads."""


class StoreError(NewsreelError):
    """The library file could not be read or written."""


class DamagedError(StoreError):
    """The library file is damaged: `newsreel restore` moves it aside and brings a copy back."""


class QueryError(UsageError):
    """A query that cannot be understood. `position` is the index of the character to put the caret under."""

    def __init__(self, message: str, *, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


class NotFoundError(UsageError):
    """Nothing, or more than one thing, goes by that name."""

    exit_code = 1


def starved(error: BaseException) -> str:
    """Return why something went wrong if it is for want of files that may be open at once; else nothing."""
    if isinstance(error, OSError) and error.errno:
        few = error.errno in (errno.EMFILE, errno.ENFILE)
    else:  # libraries tell no more than that they could not
        few = 0 < os.sysconf("SC_OPEN_MAX") < FEW_FILES
    return "too few files may be open at once here (`ulimit -n 256` allows more)" if few else ""


def unsaid(error: OSError) -> str:
    """Return the sentence for output that found no room."""
    return (
        f"What there was to say could not be written ({error.strerror}); free some space there, "
        "or send it elsewhere."
    )


def unmade(error: OSError) -> str:
    """Return the sentence for a folder of ours that cannot be made."""
    mend = "give yourself the right to write there, or set NEWSREEL_HOME to another folder"
    return _astray(error) or f"{error.filename} cannot be made ({error.strerror}); {mend}."


def _astray(error: OSError) -> str:
    """Return the sentence for a link that leads nowhere, as to a disk that is not mounted; empty for none."""
    if error.errno != errno.EEXIST:
        return ""
    from pathlib import Path  # no start waits for it but one that has gone wrong

    place = Path(error.filename)
    if not place.is_symlink():
        return ""
    return f"{place} leads to {place.readlink()}, which is not there; bring that back and try again."


def barred(place: object) -> OSError:
    """Return why a place that is there takes no writing: its disk is only to be read, or it is another's."""
    number = errno.EROFS if _is_only_read(place) else errno.EACCES
    return OSError(number, os.strerror(number), str(place))


def _is_only_read(place: object) -> bool:
    try:
        return bool(os.statvfs(str(place)).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def unreadable(error: OSError) -> str:
    """Return the sentence for a file or folder of ours that cannot even be looked at."""
    return f"{error.filename} cannot be looked at ({error.strerror}); check that it is yours."


def unwritable(error: OSError, place: object) -> str:
    """Return the sentence for a file or folder of ours that cannot be written."""
    if astray := _astray(error):
        return astray
    if why := starved(error):
        return f"{error.filename or place} cannot be written, because {why}."
    mends = {
        errno.ENOSPC: "free some space and try again",
        errno.EDQUOT: "free some space and try again",
        errno.ENOTDIR: "move the file that stands in its way",
        errno.EEXIST: "move the file that stands in its way",
        errno.EROFS: MOUNT,
        errno.ENOLCK: "its file system has no locks, so set NEWSREEL_HOME to a folder on another",
        errno.EOPNOTSUPP: "its file system has no locks, so set NEWSREEL_HOME to a folder on another",
    }
    mend = mends.get(error.errno or 0, "check that it is yours")
    return f"{error.filename or place} cannot be written ({error.strerror}); {mend}."
