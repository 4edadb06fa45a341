"""`newsreel` alone: the reader, or the unread list where there is no screen to draw on."""

from __future__ import annotations

import os
import sys

from reader import folders
from reader.errors import DamagedError
from reader.folders import Folders

UNREAD_SHOWN = 200


def open_reader() -> int:
    """Open the reader on a terminal; print what is unread anywhere else."""
    if not can_draw():
        return _print_unread()
    found = folders.find()
    try:
        return _open(found)
    except DamagedError as error:
        if not _offer_copy(error):
            raise
    return _open(found)


def _open(found: Folders) -> int:
    """Show the last screen at once, then the reader."""
    import gc

    from reader.ui.frame import FirstScreen

    gc.disable()  # until the first frame: what a start makes, it keeps; looking through it costs a fifth
    with FirstScreen(found) as first:
        from reader import paths
        from reader.cli.settings import read
        from reader.ui.app import run

        places = paths.find()
        return run(places, *read(places.config_file), first)


def _offer_copy(error: DamagedError) -> bool:
    """Ask whether to bring back the last good copy of a damaged library; tell whether that was done."""
    import click

    from reader import paths
    from reader.cli.output import note
    from reader.clock import clock
    from reader.library.mending import restore

    if "newsreel restore" not in str(error) or not (sys.stdin and sys.stdin.isatty()):
        return False
    note(str(error))
    if not click.confirm("Do that now?", err=True):
        return False
    _, kept = restore(paths.find().library, None, now=clock()())
    note(f"What was there before is kept at {kept} until you remove it.")
    return True


def can_draw() -> bool:
    """Tell whether there is a terminal to type at and draw on: keys come by stdin, the screen is stderr."""
    terminal = sys.stdout is not None and sys.stdout.isatty() and os.isatty(0) and os.isatty(2)
    return (terminal and os.environ.get("TERM") != "dumb") or bool(os.environ.get("TEXTUAL_DRIVER"))


def _print_unread() -> int:
    from reader.cli.desk import open_library
    from reader.cli.listing import articles_table
    from reader.cli.output import note, plain_output
    from reader.model import View

    plain_output()
    with open_library() as library:
        keys = library.keys(View("unread"), limit=UNREAD_SHOWN)
        ids = [key.id for key in keys]
        articles_table(library.rows(ids), library.clock(), library.guarded(ids))
        if not keys:
            note("Nothing is unread." if library.feeds() else no_feeds())
        elif (more := library.count(View("unread")) - len(keys)) > 0:
            every = len(keys) + more
            note(f"{more} more are unread: `newsreel list is:unread --limit {every}` shows all.")
    return 0


def no_feeds() -> str:
    """Say that nothing is followed; where a copy of the library says what was, how that comes back."""
    from reader.cli.desk import home
    from reader.cli.output import count
    from reader.library.mending import followed_in

    copy, feeds = followed_in(home().backups)
    held = f" A copy holds {count(feeds, 'feed')} ({copy}): `newsreel restore` brings it back."
    return NO_FEEDS + (held if feeds else "")


NO_FEEDS = "There are no subscriptions yet: `newsreel add URL` takes one; `newsreel outlets` lists some."
