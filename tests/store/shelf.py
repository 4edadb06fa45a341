"""What the store's tests are made of: entries and feeds in one line, and a clock one can turn."""

from __future__ import annotations

from typing import Any

from reader.document import Document, Paragraph, Span
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import Feed, View
from reader.store.values import Answer, Saved

NOW = 1_790_000_000  # 2026-09-21 14:13:20 UTC
HOUR, DAY = 3600, 86_400


class Clock:
    """Time that stands still until it is moved."""

    def __init__(self, now: float = NOW) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def text(words: str) -> Document:
    return Document((Paragraph((Span(words),)),))


def entry(name: str, **fields: Any) -> Entry:
    """An entry whose guid, link and title come from its name, an hour old."""
    given = {
        "guid": f"guid-{name}",
        "url": f"https://film.test/{name}",
        "title": f"Title {name}",
        "published": NOW - HOUR,
        "document": text(f"Body of {name}"),
        "source": f"<p>Body of {name}</p>",
    }
    return Entry(**{**given, **fields})


def parsed(*entries: Entry, title: str = "The Backlot") -> ParsedFeed:
    return ParsedFeed(format="rss 2.0", title=title, site_url="https://film.test/", entries=entries)


def answer(clock: Clock, **fields: Any) -> Answer:
    return Answer(next_due=int(clock.now) + HOUR, **fields)


def save(library: Library, feed: Feed, *entries: Entry) -> Saved:
    return library.save_feed(feed.id, parsed(*entries), answer(library.clock))  # type: ignore[arg-type]


def titles(library: Library, view: View) -> list[str]:
    """The titles a list shows, newest first."""
    return [row.title for row in library.rows([key.id for key in library.keys(view)])]


def unread(library: Library) -> list[str]:
    return titles(library, View("unread"))


def let_go(library: Library) -> int:
    """Take away every article that is not bookmarked or marked unread; return how many went.

    What is said of them stays: so it is where the person's own was brought back, and their outlets have not
    been asked yet.
    """
    kept = """
    SELECT article_id FROM bookmark WHERE removed_at IS NULL
    UNION ALL SELECT id FROM status WHERE read = 0 AND marked_at IS NOT NULL
    """
    with library._db.write() as write:
        write.execute(f"UPDATE status SET listed = 0 WHERE listed = 1 AND id NOT IN ({kept})")
        write.execute(f"DELETE FROM article WHERE id NOT IN ({kept})")
        gone = write.changes()
        write.execute("DELETE FROM story WHERE id NOT IN (SELECT story_id FROM report)")
    return gone
