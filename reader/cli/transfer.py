"""`import`: subscriptions from other readers, watchlists, and what another Newsreel wrote."""

from __future__ import annotations

import re
import sys
from contextlib import nullcontext
from pathlib import Path
from shlex import quote

import click
from msgspec.structs import replace

from reader.addresses import masked
from reader.cli import carrying, shapes
from reader.cli.desk import home, open_library
from reader.cli.options import as_json
from reader.cli.output import count, note, say, say_json
from reader.cli.settings import load
from reader.cli.watchlist import follow_films
from reader.errors import NewsreelError, ParseError
from reader.feeds import lists, watchlist
from reader.feeds.opml import OpmlImport
from reader.feeds.target import as_asked
from reader.library import Library
from reader.model import Feed
from reader.store.genuine import bears_mark, is_database

LARGEST = 10 << 20
LARGEST_JSON = 256 << 20


@click.command("import")
@click.argument("file")
@click.option("--no-guard", is_flag=True, help="Hide nothing of the films of a watchlist.")
@as_json
def import_(file: str, no_guard: bool, json: bool) -> None:
    """Take in feeds (OPML, newsboat's `urls`), a watchlist, or what `newsreel export` wrote as JSON.

    FILE is a path, a URL, or - for stdin. A watchlist is Letterboxd's watchlist.csv, watched.csv or
    ratings.csv, or a list of IMDb as CSV: its films are followed, those not seen guarded against spoilers.
    Of JSON what is not here is added (feeds, bookmarks with texts, tags and notes, follows, mutes, read
    marks), and what is here stays as it is.
    """
    if not file:
        raise NewsreelError("The name of the file is empty; `import FILE` takes a path, a URL, or -.")
    if file.startswith(("http://", "https://")):
        found = _fetched(file)
    else:
        data = _bytes(file)
        if carrying.looks_like(data):
            carrying.take_in(data, file, json=json)
            return
        if watchlist.looks_like(data):
            follow_films(data, file, guard=not no_guard, json=json)
            return
        found = _read(data, file)
    with open_library() as library:
        added, already = _follow(library, found)
    skipped = [replace(each, what=masked(each.what), why=masked(each.why)) for each in found.skipped]
    if json:
        came = {"added": added, "already": already}
        say_json(
            {
                **{how: [shapes.feed(each) for each in feeds] for how, feeds in came.items()},
                "skipped": skipped,
            }
        )
        return
    say(f"{count(len(added), 'feed')} added, {len(already)} already there, {len(skipped)} skipped.")
    for each in skipped:
        note(f"Skipped {f'line {each.line}, ' if each.line else ''}{each.what}: {each.why}")
    if added:
        note("`newsreel refresh` fetches them.")


def _follow(library: Library, found: OpmlImport) -> tuple[list[Feed], list[Feed]]:
    """Follow what is not followed yet, all of it or nothing; what is keeps its title and folder."""
    places = {_place(feed.url): feed.url for feed in library.feeds()}
    wanted = [
        (places.setdefault(_place(each.url), each.url), each.title, each.folder)
        for each in found.subscriptions
    ]
    added, already = library.subscribe_all(wanted)
    feeds = {feed.id: feed for feed in library.feeds()}
    return [feeds[n] for n in added if n in feeds], [feeds[n] for n in already if n in feeds]


def _place(url: str) -> object:
    """Return what two addresses of one feed have in common, over http or over https."""
    return as_asked(re.sub(r"^http:", "https:", url.strip(), flags=re.IGNORECASE))


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
    """Say what to do with a file that holds what is wanted, but is no list."""
    if bears_mark(data):
        raise ParseError(f"{file} is a copy of a library; `newsreel restore {quote(file)}` brings that back.")
    if is_database(data):
        raise ParseError(f"{file} is a database, not a list of feeds; newsboat's list is its `urls` file.")
