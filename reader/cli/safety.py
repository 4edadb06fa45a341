"""`backup`, `restore` and `doctor`."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

import click

from reader import paths as places
from reader.cli.checks import Check, checks
from reader.cli.completing import files
from reader.cli.desk import home, open_library
from reader.cli.files import named, reachable
from reader.cli.options import as_json
from reader.cli.output import columns, count, note, say, say_json
from reader.clock import clock
from reader.errors import NewsreelError, UsageError, unreadable
from reader.store.genuine import is_marked


@click.command()
@click.argument("file", required=False, shell_complete=files)
@as_json
def backup(file: str | None, json: bool) -> None:
    """Copy the whole library, while it is in use, to FILE, or to a new file among the backups."""
    _refuse_no_name(file)
    target = named(file) if file else _new_copy()
    with reachable(target):
        if target.exists() and not is_marked(target):
            raise UsageError(f"{target} is there and is no backup, so it was left alone; name another file.")
    with open_library() as library:
        if target.exists() and target.samefile(home().library):
            raise UsageError(f"{target} is the library itself; name another file.")
        library.copy_to(target)
    if json:
        say_json({"file": str(target.absolute()), "size": target.stat().st_size})
    else:
        say(f"The library is copied to {target}; `newsreel restore {quote(str(target))}` brings it back.")


def _new_copy() -> Path:
    """Return where no copy is yet: named for this second, or for the next that none was made in."""
    now = clock()()
    stamps = (time.strftime("%Y-%m-%d-%H%M%S", time.localtime(now + n)) for n in itertools.count())
    return next(copy for stamp in stamps if not (copy := home().backups / f"library-{stamp}.db").exists())


def _refuse_no_name(file: str | None) -> None:
    """Refuse a name that a script had none for: to leave it out means another file."""
    if file == "":
        raise UsageError("The name of the file is empty, so nothing was done; give one, or none at all.")


@click.command()
@click.argument("file", required=False, shell_complete=files)
@as_json
def restore(file: str | None, json: bool) -> None:
    """Put a copy in the place of the library: FILE, or the newest daily backup.

    What was there before is kept, and the command says where. What can still be read of a damaged library is
    brought back, too: subscriptions, marks, bookmarks, follows, mutes, what was said of stories.
    """
    from reader.library.mending import restore as bring_back

    _refuse_no_name(file)
    source = named(file) if file else None
    chosen, kept = bring_back(home().library, source, now=clock()())
    with open_library() as library:
        feeds, bookmarks = len(library.feeds()), len(library.bookmarks())
    if json:
        kept_at = str(kept) if kept else None
        say_json({"from": chosen and str(chosen), "kept": kept_at, "feeds": feeds, "bookmarks": bookmarks})
        return
    say(f"Brought back from {chosen or DAMAGED}: {count(feeds, 'feed')} and {count(bookmarks, 'bookmark')}.")
    if kept:
        note(f"What was there before is kept at {kept} until you remove it.")
    note("`newsreel refresh` fetches the articles that are not in it.")


DAMAGED = "what can still be read of the damaged library"


@click.command()
@as_json
def doctor(json: bool) -> int:
    """Look at settings, folders, library and backups, and say what is wrong and what to do."""
    found = list(_checked())
    if json:
        say_json([each._asdict() for each in found])
    else:
        columns([(MARKS[each.ok], each.what, each.detail) for each in found], last="wrap")
        wrong = sum(not each.ok for each in found)
        note("Everything is in order." if not wrong else f"{count(wrong, 'thing')} to look at.")
    return 0 if all(each.ok for each in found) else 1


MARKS = {True: "ok", False: "!!"}


def _checked() -> Iterator[Check]:
    """Run every check; one that fails is a finding."""
    for name, look in checks(places.find()):
        try:
            yield Check(name, True, look())
        except NewsreelError as error:
            yield Check(name, False, str(error))
        except OSError as error:
            yield Check(name, False, unreadable(error))
