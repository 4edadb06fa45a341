"""`import` and `export`: subscriptions from other readers, and to them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from reader.cli import shapes
from reader.cli.desk import home, open_library
from reader.cli.options import as_json
from reader.cli.output import count, note, say, say_json
from reader.cli.watchlist import follow_films, releases
from reader.errors import NewsreelError, ParseError, UsageError
from reader.feeds import newsboat, opml, watchlist
from reader.feeds.opml import OpmlImport
from reader.library import Library
from reader.model import Feed

LARGEST = 10 << 20


@click.command("import")
@click.argument("file")
@click.option("--no-guard", is_flag=True, help="Hide nothing of the films of a watchlist.")
@as_json
def import_(file: str, no_guard: bool, json: bool) -> None:
    """Follow the feeds of an OPML or newsboat `urls` file, or the films of a watchlist.

    FILE is a path, a URL, or - for stdin. A watchlist is Letterboxd's watchlist.csv, watched.csv or
    ratings.csv, or a list of IMDb as CSV: its films are followed, those not seen guarded against spoilers.
    """
    data = _bytes(file)
    if watchlist.looks_like(data):
        follow_films(data, file, guard=not no_guard, json=json)
        return
    found = _read(data, file)
    with open_library() as library:
        added, already = _follow(library, found)
    if json:
        came = {
            "added": [shapes.feed(each) for each in added],
            "already": [shapes.feed(each) for each in already],
        }
        say_json({**came, "skipped": found.skipped})
        return
    say(f"{count(len(added), 'feed')} added, {len(already)} already there, {len(found.skipped)} skipped.")
    for each in found.skipped:
        note(f"Skipped {each.what}: {each.why}")
    if added:
        note("`newsreel refresh` fetches them.")


def _follow(library: Library, found: OpmlImport) -> tuple[list[Feed], list[Feed]]:
    """Follow what is not followed yet; what is keeps its title and folder."""
    have = {feed.url: feed for feed in library.feeds()}
    added, already = [], []
    for each in found.subscriptions:
        if each.url in have:
            already.append(have[each.url])
        else:
            feed = library.subscribe(each.url, title=each.title, folder=each.folder)
            have[each.url] = feed
            added.append(feed)
    return added, already


def _bytes(file: str) -> bytes:
    if file.startswith(("http://", "https://")):
        return _fetched(file)
    try:
        if file == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(file).expanduser().open("rb") as source:
                data = source.read(LARGEST + 1)
    except OSError as error:
        raise NewsreelError(
            f"{file} cannot be read ({error.strerror}); check its name and its rights."
        ) from error
    if len(data) > LARGEST:
        raise NewsreelError(
            f"{file} is larger than {LARGEST >> 20} MB, so it is no list of feeds; nothing came."
        )
    return data


def _fetched(url: str) -> bytes:
    """Fetch a list, with every limit of a feed. Its reader looks at tags alone, so it is read right here."""
    from reader import config
    from reader.feeds.fetch import Fetcher
    from reader.feeds.http import FetchSettings, Request

    settings = config.load(home().config_file)
    limits = FetchSettings(allow_private=settings.allow_private, ca_file=settings.ca_file or None)
    (response,) = Fetcher(limits).fetch([Request(1, url)])
    if response.error is not None:
        raise response.error
    return response.body


def _read(data: bytes, file: str) -> OpmlImport:
    try:
        return newsboat.read(data) if newsboat.looks_like(data) else opml.read(data)
    except ParseError as error:
        raise ParseError(f"{file}: {error}") from error


@click.command()
@click.argument("what", type=click.Choice(["opml", "releases"]))
@click.option("-o", "--output", help="The file to write; else stdout.")
@click.option("--version", type=click.Choice(["1", "2"]), default="2", show_default=True, help="Of OPML.")
@click.option("--format", "form", type=click.Choice(["ics"]), help="Of releases: a calendar.")
def export(what: str, output: str | None, version: str, form: str | None) -> None:
    """Write the subscriptions, folders and titles as OPML, or the release dates as a calendar (.ics)."""
    if form and what == "opml":
        raise UsageError("--format ics goes with releases; subscriptions are written as OPML.")
    data, held = _opml(int(version)) if what == "opml" else _releases()
    if output is None or output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    _write(Path(output).expanduser(), data)
    note(f"{held} written to {output}.")


def _opml(version: int) -> tuple[bytes, str]:
    with open_library() as library:
        found = library.feeds()
    return opml.write(found, version=version), count(len(found), "feed")


def _releases() -> tuple[bytes, str]:
    data, number = releases()
    return data, count(number, "date")


def _write(path: Path, data: bytes) -> None:
    """Write a file so that a failure leaves the old one."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise NewsreelError(f"{path} cannot be written ({error.strerror}); choose another place.") from error
