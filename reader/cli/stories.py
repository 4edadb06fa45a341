"""`stories` and `story`."""

from __future__ import annotations

import click

from reader.cli import shapes
from reader.cli.desk import asking, nothing_matches, open_library
from reader.cli.listing import said
from reader.cli.options import ARTICLE, COUNT, STORY, QueryCommand, as_json, as_revealed, words
from reader.cli.output import count, date_and_time, note, say, say_json
from reader.cli.story_tables import beat, reports_table, stories_table
from reader.errors import UsageError
from reader.library import Library
from reader.news import Coverage
from reader.store import dates


@click.command(cls=QueryCommand)
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@click.option("--since", metavar="WHEN", help="Told since then: 2026-01-31, 7d, yesterday.")
@click.option("--limit", type=COUNT, default=50, show_default=True, help="At most so many.")
@as_revealed
@as_json
def stories(query: tuple[str, ...], since: str | None, limit: int, reveal: bool, json: bool) -> None:
    """List stories, the newest first: all, or those with an article that a QUERY finds."""
    text = words(query)
    with open_library() as library, asking(text):
        found = library.stories(text, since=_start(since, library.clock()), limit=limit)
        if json:
            say_json([shapes.story(each) for each in found])
            return
        hidden = {} if reveal else library.guarded_stories(each.id for each in found)
        stories_table(found, library.clock(), hidden)
        if not found:
            note(
                nothing_matches(library)
                if text or since
                else "No stories yet: `newsreel refresh` fetches news."
            )


def _start(since: str | None, now: float) -> int:
    if since is None:
        return 0
    if not dates.is_date(since.lower()):
        raise UsageError(f"“{since}” is no date; write 2026-01-31, 7d, 24h or yesterday.")
    return dates.start(since.lower(), now)


@click.command()
@click.argument("story", type=STORY)
@click.option("--rename", metavar="TITLE", help="Give it a title; an empty one gives the headline back.")
@click.option("--merge", metavar="STORY", type=STORY, help="Make that story part of this one, for good.")
@click.option("--remove", metavar="ARTICLE", type=ARTICLE, multiple=True, help="Not this story, for good.")
@as_revealed
@as_json
def story(
    story: int, rename: str | None, merge: int | None, remove: tuple[int, ...], reveal: bool, json: bool
) -> None:
    """Print one story with all its reports, or change what belongs to it. STORY is its number."""
    with open_library() as library:
        found = _changed(library, story, rename, merge, remove)
        if json:
            say_json(shapes.coverage(found))
            return
        headline = None if reveal else library.guarded_stories([found.story.id]).get(found.story.id)
        hidden = {} if reveal else library.guarded(each.article_id for each in found.reports)
        say(said(headline) if headline else found.story.title or "(untitled)")
        say(_line(found, secret=bool(hidden)))
        say("")
        reports_table(found.reports, library.clock(), hidden)
        if found.why and not hidden:  # the words that reports share are words of their headlines
            say("")
            say(f"Why together: {', '.join(found.why)}.")


def _changed(
    library: Library, story: int, rename: str | None, merge: int | None, remove: tuple[int, ...]
) -> Coverage:
    """Do what the options say, and return the story as it is then."""
    if merge is not None:
        library.merge_stories(story, merge)
    if remove:
        library.split_story(story, remove)
    if rename is not None:
        library.rename_story(story, rename)
    return library.story(story)


def _line(found: Coverage, *, secret: bool) -> str:
    """Return what a story is. `secret`: who is in it may be what its hidden reports give away."""
    told = found.story
    names = ", ".join((*told.films[:2], *(() if secret else told.people[:3])))
    parts = (beat(told.beat), count(told.outlets, "outlet"), date_and_time(told.first_published), names)
    return " · ".join(filter(None, parts))
