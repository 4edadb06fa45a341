"""`mute`, `mutes` and `unmute`."""

from __future__ import annotations

import click

from reader.addresses import masked
from reader.cli import shapes
from reader.cli.desk import asking, open_library
from reader.cli.options import MUTE, QueryCommand, as_json, day, words
from reader.cli.output import age, columns, count, heading, note, say, say_json
from reader.news import Mute


@click.command(cls=QueryCommand)
@click.argument("query", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--until", metavar="DATE", help="Until that day; else for good.")
@as_json
def mute(query: tuple[str, ...], until: str | None, json: bool) -> None:
    """Mark read what a QUERY finds, now and as it arrives. Nothing is hidden; bookmarks are left alone.

    The same query again only changes its date. `newsreel list` says what a QUERY may be.
    """
    text = words(query)
    with open_library() as library, asking(text):
        made, marked = library.mute(text, until=day(until) if until is not None else None)
    if json:
        say_json(shapes.mute(made))
        return
    how = f"until {made.until}" if made.until else "for good"
    say(f"“{masked(made.query)}” is muted {how}: {count(marked, 'article')} marked read.")


@click.command()
@as_json
def mutes(json: bool) -> None:
    """List the mutes: number, how many articles each marked, since when, until when, and the query."""
    with open_library() as library:
        found = library.mutes()
        if json:
            say_json([shapes.mute(each) for each in found])
            return
        if found:
            heading("Number, articles marked, since, until, query:")
        now, today = library.clock(), library.today()
    columns(
        [(str(m.id), str(m.muted), age(m.since, now), _until(m, today), masked(m.query)) for m in found],
        right=(0, 1, 2),
    )
    if not found:
        note("Nothing is muted: `newsreel mute QUERY` marks what it finds read as it arrives.")


def _until(mute: Mute, today: str) -> str:
    if mute.until is None:
        return "for good"
    return f"until {mute.until}" if mute.until > today else f"over since {mute.until}"


@click.command()
@click.argument("mute_id", metavar="ID", type=MUTE)
@as_json
def unmute(mute_id: int, json: bool) -> None:
    """End a mute, and give back as unread what it alone marked and nobody touched since."""
    with open_library() as library:
        gone, given = library.unmute(mute_id)
    if json:
        say_json(shapes.mute(gone) | {"unread": given})
        return
    again = "article is" if given == 1 else "articles are"
    say(f"“{masked(gone.query)}” is muted no longer: {given} {again} unread again.")
