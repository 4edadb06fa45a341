"""The stories that may be on a timeline, and their reports as a timeline reads them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from reader.store.database import Database, Row
from reader.store.short_lists import unpack_words

_NAMING = """
SELECT DISTINCT story_id FROM report WHERE article_id IN
    (SELECT article_id FROM report_name WHERE key IN (SELECT value FROM json_each(?)))
"""
_NAMING_ALL = """
SELECT DISTINCT k.follow_key, r.story_id FROM follow_key k CROSS JOIN report_name n ON n.key = k.key
    CROSS JOIN report r ON r.article_id = n.article_id
"""
_SAYING_ALL = """
SELECT DISTINCT j.key, r.story_id FROM json_each(?) j CROSS JOIN search
    CROSS JOIN document d ON d.id = search.rowid CROSS JOIN report r ON r.article_id = d.article_id
WHERE search MATCH j.value
"""
_OF = "SELECT DISTINCT story_id FROM report WHERE article_id IN (SELECT value FROM json_each(?))"
_SAYING = """
SELECT DISTINCT story_id FROM report WHERE article_id IN
    (SELECT article_id FROM document WHERE id IN (SELECT rowid FROM search WHERE search MATCH ?))
"""
_HEADS = """
SELECT r.story_id, a.title || ' ' || a.summary || ' ' || r.films || r.mentioned || r.people
FROM json_each(?) j CROSS JOIN report r INDEXED BY report_story ON r.story_id = j.value
     JOIN article a ON a.id = r.article_id
"""
_REPORTS = """
SELECT r.story_id, r.article_id, a.title, a.summary, r.films, r.mentioned, r.people, r.beat, a.categories,
       r.published, s.first_seen, r.claim_date, r.rumour <> '[]', r.copy_of IS NOT NULL, s.read
FROM report r JOIN article a ON a.id = r.article_id JOIN status s ON s.id = a.id
WHERE s.listed = 1 AND r.story_id IN (SELECT value FROM json_each(?)) ORDER BY r.published, r.article_id
"""


class Told(Struct, frozen=True):
    """One report of a story that a timeline may show."""

    story_id: int
    article_id: int
    title: str
    summary: str
    films: tuple[str, ...]
    mentioned: tuple[str, ...]
    people: tuple[str, ...]
    beat: str
    categories: tuple[str, ...]
    published: int
    came: int
    date: str | None
    hearsay: bool
    copied: bool
    read: bool


class Candidates:
    """Looks for the stories of follows, and of articles."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def named(self, keys: Sequence[str]) -> set[int]:
        """Return the stories with a report that names one of these."""
        return {int(row[0]) for row in self._db.rows(_NAMING, (json.dumps(list(keys)),))}

    def saying(self, match: str) -> set[int]:
        """Return the stories with a report that holds these words, for the index, anywhere."""
        return {int(row[0]) for row in self._db.rows(_SAYING, (match,))}

    def all_named(self) -> dict[str, set[int]]:
        """Return the stories that name what is followed, by its key."""
        return _by_key(self._db.rows(_NAMING_ALL))

    def all_saying(self, matches: Mapping[str, str]) -> dict[str, set[int]]:
        """Return the stories that hold the words of what is followed: asked for all at once, by key."""
        return _by_key(self._db.rows(_SAYING_ALL, (json.dumps(matches),)))

    def heads(self, story_ids: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Yield of each report of stories its story, and in one text what it says without its body."""
        return iter(self._db.rows(_HEADS, (json.dumps(list(story_ids)),)))

    def of_articles(self, article_ids: Iterable[int]) -> list[int]:
        """Return the stories of articles."""
        return sorted(int(row[0]) for row in self._db.rows(_OF, (json.dumps(list(article_ids)),)))

    def told(self, story_ids: Iterable[int]) -> dict[int, list[Told]]:
        """Return the reports of stories, each story's in time order."""
        found: dict[int, list[Told]] = {}
        for row in self._db.rows(_REPORTS, (json.dumps(list(story_ids)),)):
            found.setdefault(int(row[0]), []).append(_told(row))
        return found


def _by_key(rows: Iterable[Row]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for key, story in rows:
        found.setdefault(key, set()).add(int(story))
    return found


def _told(row: Row) -> Told:
    (
        story_id,
        article_id,
        title,
        summary,
        films,
        mentioned,
        people,
        beat,
        categories,
        published,
        came,
        date,
        *flags,
    ) = row
    names = (unpack_words(films), unpack_words(mentioned), unpack_words(people))
    tags = unpack_words(categories)
    times = (published, came)
    return Told(story_id, article_id, title, summary, *names, beat, tags, *times, date, *map(bool, flags))
