"""`follow`, `unfollow`, `following` and `timeline`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click
from msgspec.structs import replace

from reader.cli import shapes
from reader.cli.desk import forget_frame, open_library
from reader.cli.options import as_json, as_revealed, day
from reader.cli.output import heading, note, say, say_json
from reader.cli.story_tables import follows_table, timeline_table
from reader.errors import UsageError
from reader.library import Library
from reader.news import FollowKind, TimelineEntry
from reader.text.clean import one_line

NAME = click.argument("name", nargs=-1, required=True)


@click.command()
@NAME
@click.option(
    "--kind", type=click.Choice(["film", "person", "topic"]), help="What it is; else told by the name."
)
@click.option(
    "--alias", "aliases", metavar="A", multiple=True, help="Another name; may be given several times."
)
@click.option(
    "--with",
    "companions",
    metavar="NAME",
    multiple=True,
    help="Who is named with a film whose title is a mere word; may be given several times.",
)
@click.option(
    "--not",
    "excludes",
    metavar="WORDS",
    multiple=True,
    help="What it is not to be mistaken for; may be given several times.",
)
@click.option("--forget", metavar="A", multiple=True, help="Take an alias, a --with or a --not away again.")
@click.option("--year", type=click.IntRange(1880, 2200), metavar="Y", help="The film's year.")
@click.option("--guard", is_flag=True, help="Hide what gives the plot away, until it is seen.")
@click.option("--strict", is_flag=True, help="Hide everything but dates and casting, until it is seen.")
@click.option("--guard-until", metavar="DATE", help="Hide it until that day.")
@click.option(
    "--seen", is_flag=True, help="The film was seen, or the timeline read: nothing is hidden or new."
)
@click.option("--title", metavar="T", help="What to call words or a query, for which T then stands.")
@click.option("--query", metavar="Q", help="The words or the query to follow in place of those until now.")
@as_json
def follow(
    name: tuple[str, ...],
    kind: FollowKind | None,
    aliases: tuple[str, ...],
    companions: tuple[str, ...],
    excludes: tuple[str, ...],
    forget: tuple[str, ...],
    year: int | None,
    guard: bool,
    strict: bool,
    guard_until: str | None,
    seen: bool,
    title: str | None,
    query: str | None,
    json: bool,
) -> None:
    """Follow a film, a person or any words, or change how. Works before any news of it has come.

    Words with fields or operators are a query: venice OR title:"golden lion" -jury. --title names it.
    """
    if (guard or strict or guard_until) and seen:
        raise UsageError("--seen lifts the guard, so it goes with no guard.")
    with open_library() as library:
        until = day(guard_until) if guard_until else None
        held = library.follow(
            " ".join(name), kind=kind, aliases=aliases, companions=companions, excludes=excludes,
            forget=forget, year=year,
            guard=until or ("strict" if strict else "on" if guard else None), seen=seen,
            title=title, query=query,
        )  # fmt: skip
    if held.guard:
        forget_frame()
    if json:
        say_json(shapes.follow(held))
        return
    number = held.unread_stories
    say(f"Following the {held.kind} {held.called}: {number} new {'story' if number == 1 else 'stories'}.")


@click.command()
@NAME
@as_json
def unfollow(name: tuple[str, ...], json: bool) -> None:
    """Follow a name no longer. Nothing else is lost."""
    with open_library() as library:
        gone = library.unfollow(one_line(" ".join(name)))
    if json:
        say_json({"name": gone.name, "followed": False})
        return
    say(f"No longer following {gone.called}.")


@click.command()
@as_json
def following(json: bool) -> None:
    """List what is followed, each with its new stories."""
    with open_library() as library:
        found = library.following()
        if json:
            say_json([shapes.follow(each) for each in found])
            return
        if found:
            heading("New stories, kind, when last in the news, name:")
        follows_table(found, library.clock())
        if not found:
            note("Nothing is followed yet: `newsreel follow NAME` follows a film or a person.")


@click.command()
@NAME
@click.option("--new", is_flag=True, help="Only what came since it was last read.")
@click.option("--passing", is_flag=True, help="Also what only names it, and is about something else.")
@click.option("--seen", is_flag=True, help="And note that it was read.")
@as_revealed
@as_json
def timeline(name: tuple[str, ...], new: bool, passing: bool, seen: bool, reveal: bool, json: bool) -> None:
    """Print what happened to a followed film or person, oldest first."""
    text = one_line(" ".join(name))
    with open_library() as library:
        found = library.timeline(text, new=new, passing=passing)
        if json:
            say_json([shapes.timeline_entry(each) for each in found])
        else:
            _tell(found, library, reveal=reveal)
            if not found:
                note("Nothing new." if new else "No news of it yet.")
        if seen:
            sys.stdout.flush()  # what could not be written was not read
            library.look(text)


def _tell(found: Sequence[TimelineEntry], library: Library, *, reveal: bool) -> None:
    hidden = {} if reveal else library.guarded_stories(each.story_id for each in found)
    told = found if reveal else [_unspoilt(each, library) for each in found]
    timeline_table(told, library.clock(), hidden)


def _unspoilt(entry: TimelineEntry, library: Library) -> TimelineEntry:
    """Return an entry without its new facts, where a guarded report may be what tells one."""
    if not entry.facts or not library.guarded(library.story(entry.story_id).story.article_ids):
        return entry
    return replace(entry, facts=())
