"""`import` and `export`: subscriptions from other readers, and to them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from msgspec.structs import replace

from reader.addresses import masked
from reader.cli import shapes
from reader.cli.desk import home, open_library
from reader.cli.options import as_json
from reader.cli.output import count, note, say, say_json
from reader.cli.settings import load
from reader.cli.watchlist import follow_films, releases
from reader.errors import NewsreelError, ParseError, UsageError
from reader.feeds import lists, opml, watchlist
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
    if file.startswith(("http://", "https://")):
        found = _fetched(file)
    else:
        data = _bytes(file)
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
    wanted = [(each.url, each.title, each.folder) for each in found.subscriptions]
    added, already = library.subscribe_all(wanted)
    feeds = {feed.id: feed for feed in library.feeds()}
    return [feeds[n] for n in added if n in feeds], [feeds[n] for n in already if n in feeds]


def _fetched(url: str) -> OpmlImport:
    """Read the list at an address: in a worker, as everything that strangers send."""
    from reader.refresh.listing import fetch_list

    fetched = home()
    load(fetched.config_file)
    return fetch_list(url, fetched)


def _read(data: bytes, file: str) -> OpmlImport:
    try:
        return lists.read(data)
    except ParseError as error:
        raise ParseError(f"{file}: {error}") from error


def _bytes(file: str) -> bytes:
    try:
        if file == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(file).expanduser().open("rb") as source:
                data = source.read(LARGEST + 1)
    except (OSError, ValueError, RuntimeError) as error:  # also: a name with a NUL, ~ without a home
        why = getattr(error, "strerror", None) or error
        raise NewsreelError(
            f"{file or '“”'} cannot be read ({why}); check its name and its rights."
        ) from error
    if len(data) > LARGEST:
        raise NewsreelError(
            f"{file} is larger than {LARGEST >> 20} MB, so it is no list of feeds; nothing came."
        )
    return data


@click.command()
@click.argument("what", type=click.Choice(["opml", "releases"]))
@click.option("-o", "--output", help="The file to write; else stdout.")
@click.option("--version", type=click.Choice(["1", "2"]), default="2", show_default=True, help="Of OPML.")
@click.option("--format", "form", type=click.Choice(["ics"]), help="Of releases: a calendar.")
def export(what: str, output: str | None, version: str, form: str | None) -> None:
    """Write the subscriptions, folders and titles as OPML, or the release dates as a calendar (.ics)."""
    if form and what == "opml":
        raise UsageError("--format ics goes with releases; subscriptions are written as OPML.")
    data, held, secret = _opml(int(version)) if what == "opml" else _releases()
    if output is None or output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    _write(Path(output).expanduser(), data, rights=0o600 if secret else 0o666)
    note(f"{held} written to {output}{', with passwords' if secret else ''}.")


def _opml(version: int) -> tuple[bytes, str, bool]:
    with open_library() as library:
        found = library.feeds()
    secret = any(masked(each.url) != each.url for each in found)
    return opml.write(found, version=version), count(len(found), "feed"), secret


def _releases() -> tuple[bytes, str, bool]:
    data, number = releases()
    return data, count(number, "date"), False


def _write(path: Path, data: bytes, *, rights: int) -> None:
    """Write a file so that a failure leaves the old one."""
    if not path.name or path.is_dir():
        raise NewsreelError(f"{path} is a folder; name the file to write.")
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rights), "wb") as file:
            file.write(data)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise NewsreelError(f"{path} cannot be written ({error.strerror}); choose another place.") from error
