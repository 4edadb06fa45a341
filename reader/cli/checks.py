"""What `newsreel doctor` looks at. A check returns what it saw, or raises what is wrong and what to do."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reader.addresses import masked
from reader.cli.output import count
from reader.cli.settings import load
from reader.clock import clock
from reader.config import Config
from reader.errors import NewsreelError, StoreError, barred, unmade, unwritable
from reader.library import Library
from reader.paths import Paths

ROOM = 200 << 20
STALE_DAYS = 8


class Check(NamedTuple):
    """One thing that was looked at."""

    what: str
    ok: bool
    detail: str


def checks(paths: Paths) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield every check with its name."""
    yield "program", _program
    yield "settings", lambda: _settings(paths)
    yield "folders", lambda: _folders(paths)
    yield "library", lambda: _library(paths)
    yield "backups", lambda: _backups(paths)
    yield "disk", lambda: _disk(paths)
    yield "feeds", lambda: _feeds(paths)


def _program() -> str:
    from reader import __version__

    return f"Newsreel {__version__}, Python {sys.version.split()[0]}, {sys.platform}"


def _settings(paths: Paths) -> str:
    settings = load(paths.config_file)
    said = str(paths.config_file) if os.access(paths.config_file, os.F_OK) else "all as they come"
    if settings.allow_private:  # a choice, and no fault
        said = (
            "allow_private is on, so feeds and links may lead into your local network; "
            "`newsreel config allow_private false` turns it off, and `newsreel add --allow-private` "
            "allows one feed"
        )
    lost = _meant_for_none(paths, settings)  # as of a feed that was left, or of an address with a slip in it
    return f"{said}; what is set for {masked(lost)} holds for no feed that is followed" if lost else said


def _meant_for_none(paths: Paths, settings: Config) -> str | None:
    """Return a name under [feeds] that no feed goes by; a broken library tells none."""
    if not settings.feeds or not paths.library.exists():
        return None
    with suppress(NewsreelError), Library(paths.library, clock=clock()) as library:
        held = set(map(id, library.settle(settings.feeds).values()))  # two may say the same
        return next((name for name, wish in settings.feeds.items() if id(wish) not in held), None)
    return None


def _folders(paths: Paths) -> str:
    for folder in map(_standing, paths):
        if not os.access(folder, os.W_OK | os.X_OK):
            raise NewsreelError(unwritable(barred(folder), folder))
    for private in (paths.data, paths.library, paths.config):
        if private.exists() and private.stat().st_mode & 0o077:
            raise NewsreelError(f"Others may look into {private}; `chmod go= {private}` keeps them out.")
    return "yours alone to read and write"


def _standing(folder: Path) -> Path:
    """Return a folder, or that in which it is made when it is needed. Raises NewsreelError: it cannot be."""
    for place in (folder, *folder.parents):
        if os.path.isdir(place):  # noqa: PTH112  # false, too, where we may not look
            return place
        if os.path.lexists(place):
            raise NewsreelError(unmade(FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))))
    return folder


def _library(paths: Paths) -> str:
    if not paths.library.exists():
        return "none yet"
    with Library(paths.library, clock=clock()) as library:
        if found := library.faults():
            raise StoreError(f"{paths.library} is not sound ({found[0]}); `newsreel restore` mends it.")
        counts, size = library.counts(), paths.library.stat().st_size
        if library.read_only:
            raise StoreError(f"{library.read_only}.")
    held = f"{count(counts.total, 'article')}, {count(counts.bookmarks, 'bookmark')}"
    return f"sound: {held}, {size >> 20} MB"


def _backups(paths: Paths) -> str:
    copies = list(paths.backups.glob("????-??-??.db")) if paths.backups.is_dir() else []
    if not copies:
        return "none yet; the next `newsreel refresh` makes one"
    made, newest = max((copy.stat().st_mtime, copy.stem) for copy in copies)
    if clock()() - made > STALE_DAYS * 86_400:
        raise NewsreelError(f"The newest is of {newest}; `newsreel refresh` makes one each day.")
    return f"{len(copies)}, the newest of {newest}"


def _disk(paths: Paths) -> str:
    there = next(folder for folder in (paths.data, *paths.data.parents) if folder.exists())
    free = shutil.disk_usage(there).free
    if free < ROOM:
        raise NewsreelError(f"Only {free >> 20} MB are free where {paths.data} is; free some space.")
    return f"{free >> 30} GB free"


def _feeds(paths: Paths) -> str:
    if not paths.library.exists():
        return "none yet"
    from reader.feeds.failures import LEFT_ALONE, nothing_reached

    with Library(paths.library, clock=clock()) as library:
        feeds = library.feeds()
    failing = [feed for feed in feeds if feed.status in ("failing", "gone")]
    asked = [feed for feed in feeds if feed.status not in LEFT_ALONE]
    if len(asked) > 1 and nothing_reached(feed.error for feed in asked):
        raise NewsreelError(
            f"none of {len(asked)} could be reached: it is the network, which is asked again."
        )
    if failing:
        names = ", ".join(feed.title for feed in failing[:5]) + (", …" if len(failing) > 5 else "")
        raise NewsreelError(f"{len(failing)} of {len(feeds)} fail: {names}; `newsreel feeds` says why.")
    return f"{len(feeds)} followed, none failing"
