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
from reader.errors import NewsreelError, ParseError
from reader.feeds import lists, opml
from reader.feeds.opml import OpmlImport
from reader.library import Library
from reader.model import Feed

LARGEST = 10 << 20


@click.command("import")
@click.argument("file")
@as_json
def import_(file: str, json: bool) -> None:
    """Follow the feeds of an OPML file or a newsboat `urls` file. FILE is a path, a URL, or - for stdin."""
    found = _read(file)
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


def _read(file: str) -> OpmlImport:
    """Read a list: one at an address in a worker, as everything that strangers send."""
    if file.startswith(("http://", "https://")):
        from reader.refresh.listing import fetch_list

        fetched = home()
        load(fetched.config_file)
        return fetch_list(file, fetched)
    data = _bytes(file)
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
@click.argument("what", type=click.Choice(["opml"]))
@click.option("-o", "--output", help="The file to write; else stdout.")
@click.option("--version", type=click.Choice(["1", "2"]), default="2", show_default=True, help="Of OPML.")
def export(what: str, output: str | None, version: str) -> None:
    """Write the subscriptions, folders and titles as OPML."""
    assert what == "opml"
    with open_library() as library:
        found = library.feeds()
    data = opml.write(found, version=int(version))
    if output is None or output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    secret = any(masked(each.url) != each.url for each in found)
    _write(Path(output).expanduser(), data, rights=0o600 if secret else 0o666)
    note(f"{count(len(found), 'feed')} written to {output}{', with passwords' if secret else ''}.")


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
