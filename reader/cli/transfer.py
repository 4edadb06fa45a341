"""`import`: subscriptions from other readers, watchlists, and what another Newsreel wrote."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from shlex import quote

import click

from reader.cli import carrying, newsboat
from reader.cli.completing import files
from reader.cli.desk import home, open_library
from reader.cli.following_feeds import follow, tell
from reader.cli.options import as_json
from reader.cli.settings import load
from reader.cli.watchlist import follow_films
from reader.errors import NewsreelError, ParseError
from reader.feeds import lists, watchlist
from reader.feeds.opml import OpmlImport
from reader.store.genuine import bears_mark, is_database

LARGEST = 10 << 20
LARGEST_JSON = 256 << 20


@click.command("import")
@click.argument("file", shell_complete=files)
@click.option("--no-guard", is_flag=True, help="Hide nothing of the films of a watchlist.")
@as_json
def import_(file: str, no_guard: bool, json: bool) -> None:
    """Take in feeds (OPML, newsboat's `urls`), a watchlist, or what `newsreel export` wrote as JSON.

    Of newsboat's cache.db come its feeds and articles, read where they were read there, and as bookmarks
    where they were flagged.

    FILE is a path, a URL, or - for stdin. A watchlist is Letterboxd's watchlist.csv, watched.csv or
    ratings.csv, or a list of its or of IMDb's as CSV: its films are followed, those not seen guarded against
    spoilers.
    Of JSON what is not here is added (feeds, bookmarks with texts, tags, notes and quotes, follows, mutes,
    read marks), and what is here stays as it is.
    """
    if not file:
        raise NewsreelError("The name of the file is empty; `import FILE` takes a path, a URL, or -.")
    if file.startswith(("http://", "https://")):
        found = _fetched(file)
    else:
        data = _bytes(file)
        if is_database(data):
            newsboat.take_over(file, json=json)
            return
        if carrying.looks_like(data):
            carrying.take_in(data, file, json=json)
            return
        if watchlist.looks_like(data):
            follow_films(data, file, guard=not no_guard, json=json)
            return
        found = _read(data, file)
    with open_library() as library:
        followed = follow(library, found)
    tell(followed, found.skipped, json=json)


def _fetched(url: str) -> OpmlImport:
    """Read the list at an address: in a worker, as everything that strangers send."""
    from reader.refresh.listing import fetch_list

    fetched = home()
    load(fetched.config_file)
    return fetch_list(url, fetched)


def _read(data: bytes, file: str) -> OpmlImport:
    try:
        watchlist.check(data, file)
        return lists.read(data)
    except ParseError as error:
        raise ParseError(f"{file}: {error}") from error


def _bytes(file: str) -> bytes:
    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).expanduser().open("rb") as source:
            data = source.read(LARGEST + 1)
            _refuse_database(data, file)
            if is_database(data):
                return data
            largest = LARGEST_JSON if carrying.looks_like(data) else LARGEST
            data += source.read(largest - LARGEST)
    except (OSError, ValueError, RuntimeError) as error:  # also: a name with a NUL, ~ without a home
        why = getattr(error, "strerror", None) or error
        raise NewsreelError(f"{file} cannot be read ({why}); check its name and its rights.") from error
    if len(data) > largest:
        raise NewsreelError(
            f"{file} is larger than {largest >> 20} MB, so it is no list of feeds; nothing came."
        )
    return data


def _refuse_database(data: bytes, file: str) -> None:
    """Say what to do with a file that holds what is wanted, but cannot be taken in."""
    if bears_mark(data):
        raise ParseError(f"{file} is a copy of a library; `newsreel restore {quote(file)}` brings that back.")
    if file == "-" and is_database(data):
        raise ParseError("A database cannot be read from stdin; name its file, as in `import cache.db`.")
