"""Stories as they are read: rows of a list, the coverage of one, timelines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from reader.model import ReleaseClaim
from reader.news import Story, StoryReport
from reader.store.bodies import unpack_words
from reader.store.database import Database, Row

_UNREAD = """EXISTS (SELECT 1 FROM report u JOIN status s ON s.id = u.article_id
    WHERE u.story_id = y.id AND s.read = 0 AND s.listed = 1)"""
_ARTICLES = """(SELECT json_group_array(article_id) FROM
    (SELECT article_id FROM report WHERE story_id = y.id ORDER BY published, article_id))"""
_STORY = f"""
SELECT y.id, coalesce(t.title, a.title), y.first, y.last, y.outlets, y.reports, {_UNREAD}, y.films,
       y.people, y.beat, {_ARTICLES}
FROM story y JOIN article a ON a.id = y.head LEFT JOIN story_title t ON t.story_id = y.id
"""
_REPORTS = """
SELECT r.article_id, f.title, a.title, r.published, a.url, r.copy_of
FROM report r JOIN article a ON a.id = r.article_id JOIN status s ON s.id = a.id
     JOIN feed f ON f.id = s.feed_id
WHERE r.story_id = ? ORDER BY r.published, r.article_id
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


def _story(row: Row) -> Story:
    return Story(
        id=row[0],
        title=row[1],
        first_published=row[2],
        last_published=row[3],
        outlets=row[4],
        report_count=row[5],
        unread=bool(row[6]),
        films=unpack_words(row[7]),
        people=unpack_words(row[8]),
        beat=row[9],
        article_ids=tuple(map(int, json.loads(row[10]))),
    )
