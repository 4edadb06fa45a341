"""`newsreel` alone: the reader, or the unread list where there is no screen to draw on."""

from __future__ import annotations

import os
import sys

UNREAD_SHOWN = 200


def open_reader() -> int:
    """Open the reader on a terminal; print what is unread anywhere else."""
    if not _can_draw():
        return _print_unread()
    from reader import paths
    from reader.ui.frame import FirstScreen

    found = paths.find()
    with FirstScreen(found) as first:
        from reader import config
        from reader.ui.app import run

        return run(found, config.load(found.config_file), first)


def _can_draw() -> bool:
    terminal = sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return terminal or bool(os.environ.get("TEXTUAL_DRIVER"))


def _print_unread() -> int:
    from reader.cli.desk import open_library
    from reader.cli.listing import articles_table
    from reader.cli.output import note, plain_output
    from reader.model import View

    plain_output()
    with open_library() as library:
        keys = library.keys(View("unread"), limit=UNREAD_SHOWN)
        articles_table(library.rows([key.id for key in keys]), library.clock())
        if not keys:
            note("Nothing is unread." if library.feeds() else NO_FEEDS)
        elif (more := library.count(View("unread")) - len(keys)) > 0:
            every = len(keys) + more
            note(f"{more} more are unread: `newsreel list is:unread --limit {every}` shows all.")
    return 0


NO_FEEDS = "There are no subscriptions yet: `newsreel add URL` takes one; `newsreel outlets` lists some."
