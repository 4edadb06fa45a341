"""Watchlists and release dates: films that come in as CSV, dates that go out as a calendar."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec.structs import replace

from reader.cli.desk import forget_frame, open_library
from reader.cli.output import count, note, say, say_json
from reader.errors import NewsreelError, ParseError
from reader.feeds import watchlist
from reader.library import Library
from reader.text.clean import one_line
from reader.text.ics import calendar, events


def follow_films(data: bytes, file: str, *, guard: bool, json: bool) -> None:
    """Follow the films of a watchlist; those seen without a guard."""
    try:
        found, skipped = watchlist.read(data, file)
    except ParseError as error:
        raise ParseError(f"{file}: {error}") from error
    films = [
        replace(film, title=one_line(film.title), aliases=tuple(map(one_line, film.aliases)))
        for film in found
    ]
    with open_library() as library:
        new, already, seen = library.follow_films(films, guard=guard)
    if guard:
        forget_frame()
    cleaned = [replace(each, what=one_line(each.what)) for each in skipped]
    if json:
        say_json({"films": films, "added": new, "already": already, "seen": seen, "skipped": cleaned})
        return
    say(f"{count(new, 'film')} followed, {already} already, {seen} of all seen, {len(cleaned)} skipped.")
    if guard and new and not all(film.seen for film in films):
        note("What would give away a film not seen yet is hidden; `newsreel follow TITLE --seen` lifts that.")
    for each in cleaned:
        note(f"Skipped {f'line {each.line}, ' if each.line else ''}{each.what}: {each.why}.")


def releases(library: Library) -> tuple[bytes, int]:
    """Return every release date stated as a calendar, and how many events it holds."""
    found = library.releases()
    number = len(events(found))
    moment = datetime.fromtimestamp(library.clock(), UTC)
    if not number:
        raise NewsreelError("No article states a release date yet; `newsreel refresh` fetches news.")
    return calendar(found, moment), number
