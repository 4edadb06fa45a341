"""Full texts: which articles want their page fetched, and keeping what came of it with the article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import apsw

from reader.clock import Clock
from reader.incoming import Page
from reader.model import PageState
from reader.store import bodies, measuring
from reader.store.database import Database, fetch
from reader.store.short_lists import pack_list
from reader.store.values import CHOSEN, as_json

_WANTED = """
SELECT a.id, a.url, a.title, f.url, f.private, p.problem, p.why, p.fetched_at, p.tree IS NOT NULL,
       ifnull(p.tree, t.tree), f.full_text, b.article_id IS NOT NULL,
       EXISTS (SELECT 1 FROM report_name JOIN follow_key USING (key) WHERE article_id = a.id) followed
FROM article a JOIN status s ON s.id = a.id JOIN feed f ON f.id = s.feed_id
     LEFT JOIN page p ON p.article_id = a.id LEFT JOIN body t ON t.article_id = a.id
     LEFT JOIN bookmark b ON b.article_id = a.id AND b.removed_at IS NULL
"""
_RECENT = f"""
{_WANTED} WHERE a.url IS NOT NULL AND s.listed = 1 AND p.tree IS NULL
AND (p.article_id IS NULL
     OR p.fetched_at + ifnull((SELECT value FROM json_each(?) WHERE key = p.problem), ?) <= ?)
AND a.id IN (SELECT article_id FROM bookmark WHERE removed_at IS NULL
             UNION ALL SELECT id FROM status WHERE listed = 1 AND read = 0 AND sort >= ?)
AND (f.full_text = 1 OR ((? OR f.full_text = 2 OR b.article_id IS NOT NULL OR followed) AND a.words < ?))
ORDER BY s.sort DESC LIMIT ?
"""
_SAVE = """
INSERT INTO page VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (article_id) DO UPDATE
SET fetched_at = excluded.fetched_at, problem = excluded.problem, why = excluded.why,
    tree = coalesce(excluded.tree, tree), source = coalesce(excluded.source, source)
"""
_ENRICH = """
UPDATE article SET words = ?2, has_trailer = max(has_trailer, ?3), image = coalesce(image, ?4),
                   authors = iif(authors = '[]', ?5, authors)
WHERE id = ?1
"""
_COPY = """
UPDATE bookmark SET full_text = 1, words = ?2, has_trailer = max(has_trailer, ?3), image = coalesce(image, ?4)
WHERE article_id = ?1 AND removed_at IS NULL
"""
_COPY_BODY = """
INSERT OR REPLACE INTO bookmark_body SELECT p.article_id, p.tree, p.source
FROM page p JOIN bookmark b ON b.article_id = p.article_id AND b.removed_at IS NULL WHERE p.article_id = ?
"""


class Pages:
    """Pages of articles."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def states(self, ids: Iterable[int]) -> list[PageState]:
        """Return what is known of the pages of articles, in the order asked; those gone are left out."""
        asked = list(ids)
        sql = f"{_WANTED} WHERE a.id IN (SELECT value FROM json_each(?))"
        found = {row[0]: _state(row) for row in self._db.rows(sql, (as_json(asked),))}
        return [found[n] for n in asked if n in found]

    def recent(
        self,
        since: int,
        limit: int,
        *,
        fewer_words: int,
        every_feed: bool,
        rest: Mapping[str, int],
        soon: int,
    ) -> list[PageState]:
        """Return the unread and the bookmarked whose page is to be asked for, newest first.

        `fewer_words`: of feeds that are not set to always, only texts with fewer words than these;
        `every_feed`: also of feeds about which nothing was said. A page that gave no text rests for the
        seconds that its problem names, else for `soon`.
        """
        now = int(self._clock())
        bindings = (as_json(dict(rest)), soon, now, since, every_feed, fewer_words, limit)
        return [_state(row) for row in self._db.rows(_RECENT, bindings)]

    def save(self, article_id: int, page: Page) -> int:
        """Keep the text of a page, in the saved copy too; return the bytes it takes. One gone stays gone."""
        now, words = int(self._clock()), measuring.words(page.document)
        trailer = measuring.has_trailer(page.document, ())
        tree, source = bodies.pack(page.document, page.source)
        with self._db.write() as write:
            if not _is_here(write, article_id):
                return 0
            write.execute(_SAVE, (article_id, now, None, None, tree, source))
            authors = pack_list(page.authors)
            write.execute(_ENRICH, (article_id, words, trailer, page.image, authors))
            write.execute("UPDATE status SET full_text = 1 WHERE id = ? AND full_text = 0", (article_id,))
            write.execute(_COPY, (article_id, words, trailer, page.image))
            write.execute(_COPY_BODY, (article_id,))
            return len(tree) + len(source)

    def fail(self, article_id: int, problem: str, why: str) -> None:
        """Note why a page gave no text; a text once had is kept."""
        with self._db.write() as write:
            if _is_here(write, article_id):
                write.execute(_SAVE, (article_id, int(self._clock()), problem, why, None, None))


def _is_here(write: apsw.Connection, article_id: int) -> bool:
    return bool(fetch(write, "SELECT 1 FROM article WHERE id = ?", (article_id,)))


def _state(row: tuple[object, ...]) -> PageState:
    tree = row[9]
    return PageState(
        article_id=row[0],  # type: ignore[arg-type]  # as the columns are declared, STRICT
        url=row[1],  # type: ignore[arg-type]
        title=row[2],  # type: ignore[arg-type]
        feed_url=row[3],  # type: ignore[arg-type]
        private=bool(row[4]),
        problem=row[5],  # type: ignore[arg-type]
        why=row[6],  # type: ignore[arg-type]
        fetched_at=row[7],  # type: ignore[arg-type]
        kept=bool(row[8]),
        document=bodies.readable(tree if isinstance(tree, bytes) else None),
        full_text=CHOSEN.get(row[10]),
        bookmarked=bool(row[11]),
        followed=bool(row[12]),
    )
