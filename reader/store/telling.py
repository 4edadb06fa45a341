"""Stories as they are read: rows of a list, the coverage of one, timelines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from reader.errors import NotFoundError
from reader.model import ReleaseClaim
from reader.news import Story, StoryReport
from reader.store.database import Database, Row
from reader.store.short_lists import unpack_words

_HERE = """EXISTS (SELECT 1 FROM status s WHERE s.id = r.article_id AND (s.listed = 1 OR EXISTS (
    SELECT 1 FROM bookmark b WHERE b.article_id = s.id AND b.removed_at IS NULL)))"""
"""A report of a feed that was left is told no more, but for one that was saved."""
_UNREAD = """EXISTS (SELECT 1 FROM report u JOIN status s ON s.id = u.article_id
    WHERE u.story_id = y.id AND s.read = 0 AND s.listed = 1)"""
_ARTICLES = f"""(SELECT json_group_array(article_id) FROM
    (SELECT article_id FROM report r WHERE story_id = y.id AND {_HERE} ORDER BY published, article_id))"""
_HEAD = f"""(SELECT article_id FROM report r WHERE story_id = y.id AND {_HERE}
    ORDER BY article_id <> y.head, published, article_id LIMIT 1)"""
_OUTLETS = f"""(SELECT count(DISTINCT s.feed_id) FROM report r JOIN status s ON s.id = r.article_id
    WHERE r.story_id = y.id AND {_HERE})"""
_STORY = f"""
SELECT y.id, coalesce(t.title, a.title), y.first, y.last, min(y.outlets, {_OUTLETS}), {_UNREAD}, y.films,
       y.people, y.beat, {_ARTICLES}
FROM story y JOIN article a ON a.id = {_HEAD} LEFT JOIN story_title t ON t.story_id = y.id
"""
_REPORTS = f"""
SELECT r.article_id, f.title, a.title, r.published, a.url, r.copy_of
FROM report r JOIN article a ON a.id = r.article_id JOIN status s ON s.id = a.id
     JOIN feed f ON f.id = s.feed_id
WHERE r.story_id = ? AND {_HERE} ORDER BY r.published, r.article_id
"""


class Telling:
    """Reading stories."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def newest(self, *, since: int = 0, limit: int = 50) -> list[Story]:
        """Return the stories last told, the newest first."""
        sql = f"{_STORY} WHERE y.last >= ? ORDER BY y.last DESC, y.id DESC LIMIT ?"
        return [_story(row) for row in self._db.rows(sql, (since, limit))]

    def of_articles(self, ids: Sequence[int], *, since: int = 0) -> list[Story]:
        """Return the stories that articles belong to, the newest first."""
        chosen = "(SELECT story_id FROM report WHERE article_id IN (SELECT value FROM json_each(?)))"
        sql = f"{_STORY} WHERE y.id IN {chosen} AND y.last >= ? ORDER BY y.last DESC, y.id DESC"
        return [_story(row) for row in self._db.rows(sql, (json.dumps(list(ids)), since))]

    def many(self, ids: Iterable[int]) -> list[Story]:
        """Return stories by their ids, oldest first."""
        sql = f"{_STORY} WHERE y.id IN (SELECT value FROM json_each(?)) ORDER BY y.first, y.id"
        return [_story(row) for row in self._db.rows(sql, (json.dumps(sorted(ids)),))]

    def reports(self, story_id: int) -> list[StoryReport]:
        """Return the reports of a story in time order."""
        return [
            StoryReport(
                article_id=row[0], outlet=row[1], title=row[2], published=row[3], url=row[4], copy_of=row[5]
            )
            for row in self._db.rows(_REPORTS, (story_id,))
        ]

    def claims(self, story_ids: Iterable[int]) -> dict[int, ReleaseClaim]:
        """Return the most exact release date stated in each story; of equals the earliest said."""
        sql = """SELECT story_id, films, claim_date, claim_place, claim_from FROM report
                 WHERE claim_date IS NOT NULL AND story_id IN (SELECT value FROM json_each(?))
                 ORDER BY length(claim_date), published DESC"""
        found: dict[int, ReleaseClaim] = {}
        for story_id, films, date, place, before in self._db.rows(sql, (json.dumps(sorted(story_ids)),)):
            found[int(story_id)] = ReleaseClaim(next(iter(unpack_words(films)), None), date, place, before)
        return found

    def resolve(self, story_id: int) -> int:
        """The story an id leads to; NotFoundError."""
        found = self._db.value("SELECT story_id FROM story_alias WHERE id = ?", (story_id,)) or story_id
        if self._db.value("SELECT 1 FROM story WHERE id = ?", (found,)) is None:
            raise NotFoundError(f"There is no story {story_id}; `newsreel stories` shows the ids there are.")
        return int(found)

    def members(self, story_id: int) -> list[int]:
        """The articles of a story, oldest first."""
        rows = self._db.rows(
            "SELECT article_id FROM report WHERE story_id = ? ORDER BY published, article_id", (story_id,)
        )
        return [int(row[0]) for row in rows]


def _story(row: Row) -> Story:
    article_ids = tuple(map(int, json.loads(row[9])))
    return Story(
        id=row[0],
        title=row[1],
        first_published=row[2],
        last_published=row[3],
        outlets=row[4],
        report_count=len(article_ids),
        unread=bool(row[5]),
        films=unpack_words(row[6]),
        people=unpack_words(row[7]),
        beat=row[8],
        article_ids=article_ids,
    )
