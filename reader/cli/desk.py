"""The way from a command to the library."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from reader import paths as places
from reader.clock import clock
from reader.errors import NewsreelError, QueryError, unmade
from reader.library import Library
from reader.paths import Paths

NEAR = 36
"""How much of a query is shown before and after a mistake: with both, a line of a terminal."""


def home() -> Paths:
    """Return the folders, made if they are not there. One that cannot be made is left to who needs it."""
    found = places.find()
    try:
        found.create()
    except OSError as error:
        if not os.path.exists(found.library):  # noqa: PTH110  # false, too, where we may not look
            raise NewsreelError(unmade(error)) from error
    return found


def open_library() -> Library:
    """Open the library of this person, with what their settings say of single feeds.

    A wrong settings file keeps no command from the library: it is told, and what is right in it holds.
    """
    found = home()
    if not os.access(found.config_file, os.F_OK):  # also: in a folder that is not ours
        return Library(found.library, clock=clock())
    from reader.cli.output import note
    from reader.cli.settings import read

    chosen, wrong = read(found.config_file)
    if wrong:
        note(wrong)
    library = Library(found.library, clock=clock())
    if chosen.feeds:
        library.settle(chosen.feeds)
    return library


def forget_frame() -> None:
    """Have the next start begin with no frame of before: it may show what is guarded by now."""
    with suppress(OSError):
        places.find().frame.unlink()


@contextmanager
def asking(query: str) -> Iterator[None]:
    """Show where in the query a mistake is, or may be, with a caret under the place."""
    from reader.store.query import doubt

    try:
        yield
        doubtful = doubt(query)
    except QueryError as error:
        raise QueryError(_pointed(error, query), position=error.position) from error
    if doubtful:
        from reader.cli.output import note

        note(_pointed(doubtful, query))


def nothing_matches(library: Library) -> str:
    """Return the sentence for a query that finds nothing, as long as some texts are not searchable too."""
    if library.has_unindexed():
        return "Nothing matches in what can be searched so far; `newsreel refresh` makes the rest searchable."
    return "Nothing matches."


def _pointed(error: QueryError, query: str) -> str:
    from reader.text.clean import drawable
    from reader.text.render import cells

    before, after = drawable(query[: error.position]), drawable(query[error.position :])
    if len(before) > NEAR:
        before = "…" + before[-NEAR:]
    if len(after) > NEAR:
        after = after[:NEAR] + "…"
    return f"{error}\n  {before}{after}\n  {' ' * cells(before)}^"
