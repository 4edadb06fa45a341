"""Articles: whole, as list rows, and their texts. A bookmark's copy stands in for one that is gone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NoReturn

from reader.document import Document, Paragraph, Span
from reader.errors import NotFoundError
from reader.model import Article, ArticleRow, ReleaseClaim
from reader.store.bodies import unpack, unpack_source
from reader.store.database import Database, Row
from reader.store.short_lists import quotes_of, unpack_enclosures, unpack_quotes, unpack_words

_FEED = "CASE WHEN f.removed_at IS NULL THEN f.id END"
OLDER = "The full text shown is from before the change; fetch it again to read it as it is now."
UNSURE = "The full text shown may be from before the change: it was asked for again and did not come."
_OF_PAGE = f"""
       CASE WHEN p.tree IS NULL THEN p.why WHEN a.changed_at > p.fetched_at THEN '{OLDER}'
       WHEN a.changed_at AND p.problem IS NOT NULL THEN '{UNSURE}' END
"""
_ARTICLE = f"""
SELECT a.id, {_FEED}, f.title, a.title, a.url, a.authors, a.published, s.first_seen, a.updated, s.read,
       b.article_id IS NOT NULL, ifnull(b.tags, '[]'), b.note, a.categories, a.summary, a.image,
       a.enclosures, s.full_text, a.words, {_OF_PAGE}, r.story_id,
       ifnull(r.films, '[]'), ifnull(r.people, '[]'), r.beat, ifnull(r.deciding, '[]'),
       ifnull(r.rumour <> '[]', 0), ifnull(r.spoiler <> '[]', 0), r.claim_date, r.claim_place, r.claim_from,
       iif(b.article_id IS NULL, '[]', {quotes_of("b.article_id")}), ifnull(a.changed_said, a.changed_at),
       a.former_title
FROM article a JOIN status s ON s.id = a.id JOIN feed f ON f.id = s.feed_id
     LEFT JOIN page p ON p.article_id = a.id LEFT JOIN report r ON r.article_id = a.id
     LEFT JOIN bookmark b ON b.article_id = a.id AND b.removed_at IS NULL
WHERE a.id IN (SELECT value FROM json_each(?))
"""
_COPY = f"""
SELECT b.article_id, NULL, b.feed_title, b.title, b.url, b.authors, b.published, b.first_seen, b.updated,
       ifnull(s.read, 1), 1, b.tags, b.note, b.categories, b.summary, b.image, b.enclosures, b.full_text,
       b.words, NULL, NULL, '[]', '[]', NULL, '[]', 0, 0, NULL, NULL, NULL,
       {quotes_of("b.article_id")}, NULL, NULL
FROM bookmark b LEFT JOIN status s ON s.id = b.article_id
WHERE b.article_id IN (SELECT value FROM json_each(?)) AND b.removed_at IS NULL
"""
_ROWS = f"""
SELECT a.id, {_FEED}, f.title, a.title, s.sort, s.read, b.article_id IS NOT NULL, s.full_text, a.has_trailer,
       a.image IS NOT NULL, ifnull(t.status = 'failing', 0), ifnull(r.rumour <> '[]', 0)
FROM json_each(?) j JOIN article a ON a.id = j.value JOIN status s ON s.id = a.id
     JOIN feed f ON f.id = s.feed_id LEFT JOIN fetch t ON t.feed_id = f.id
     LEFT JOIN report r ON r.article_id = a.id
     LEFT JOIN bookmark b ON b.article_id = a.id AND b.removed_at IS NULL
"""
_COPY_ROWS = """
SELECT b.article_id, NULL, b.feed_title, b.title, ifnull(b.published, b.first_seen), ifnull(s.read, 1), 1,
       b.full_text, b.has_trailer, b.image IS NOT NULL, 0, 0
FROM json_each(?) j JOIN bookmark b ON b.article_id = j.value AND b.removed_at IS NULL
     LEFT JOIN status s ON s.id = b.article_id
"""
_TREE, _SOURCE = (
    f"SELECT {columns} FROM page WHERE article_id = ?1 AND tree IS NOT NULL UNION ALL "
    f"SELECT {columns} FROM body WHERE article_id = ?1 UNION ALL "
    f"SELECT {columns} FROM bookmark_body c JOIN bookmark b ON b.article_id = c.article_id "
    "WHERE c.article_id = ?1 AND b.removed_at IS NULL LIMIT 1"
    for columns in ("tree", "source, tree")
)

UNMADE = Document(
    (Paragraph((Span("This article has just come in; its text is being made ready. Look again soon."),)),)
)
"""Shown in the moment between the listing of new articles and the making of their texts."""


class Articles:
    """Reading articles."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, article_id: int) -> Article:
        """Return one article, or the copy of it."""
        found = self.many([article_id])
        return found[0] if found else _missing(article_id)

    def many(self, ids: Sequence[int]) -> list[Article]:
        """Return articles, or the copies of them, in the order asked; missing ones are left out."""
        return [_article(row) for row in self._found(ids, _ARTICLE, _COPY)]

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """Return list rows in the order asked."""
        return [_row(row) for row in self._found(ids, _ROWS, _COPY_ROWS)]

    def _found(self, ids: Sequence[int], sql: str, copies: str) -> list[Row]:
        found = {row[0]: row for row in self._db.rows(sql, (json.dumps(list(ids)),))}
        if gone := [n for n in ids if n not in found]:
            found |= {row[0]: row for row in self._db.rows(copies, (json.dumps(gone),))}
        return [found[n] for n in ids if n in found]

    def document(self, article_id: int) -> Document:
        """Return the text of an article, or of its copy."""
        stored = self._db.value(_TREE, (article_id,))
        if stored is None and self._db.value("SELECT 1 FROM article WHERE id = ?", (article_id,)):
            return UNMADE
        return unpack(stored) if stored is not None else _missing(article_id)

    def source(self, article_id: int) -> str:
        """Return the HTML behind the text."""
        stored = self._db.row(_SOURCE, (article_id,))
        if stored is None and self.document(article_id) is UNMADE:
            return ""
        return unpack_source(*stored) if stored is not None else _missing(article_id)


def _missing(article_id: int) -> NoReturn:
    raise NotFoundError(f"There is no article {article_id}; `newsreel list` shows the ids there are.")


def _article(row: Row) -> Article:
    return Article(
        id=row[0],
        feed_id=row[1],
        feed_title=row[2],
        title=row[3],
        url=row[4],
        authors=unpack_words(row[5]),
        published=row[6],
        first_seen=row[7],
        updated=row[8],
        read=bool(row[9]),
        bookmarked=bool(row[10]),
        tags=unpack_words(row[11]),
        note=row[12],
        quotes=unpack_quotes(row[30]),
        categories=unpack_words(row[13]),
        summary=row[14],
        image=row[15],
        enclosures=unpack_enclosures(row[16]),
        has_full_text=bool(row[17]),
        words=row[18],
        no_page=row[19],
        story_id=row[20],
        films=unpack_words(row[21]),
        people=unpack_words(row[22]),
        beat=row[23],
        beat_words=unpack_words(row[24]),
        rumour=bool(row[25]),
        spoiler=bool(row[26]),
        release_claim=_claim(unpack_words(row[21]), *row[27:30]),
        changed=row[31],
        former_title=row[32],
    )


def _claim(
    films: Sequence[str], date: str | None, place: str | None, before: str | None
) -> ReleaseClaim | None:
    return ReleaseClaim(films[0] if films else None, date, place, before) if date else None


def _row(row: Row) -> ArticleRow:
    read, bookmarked, full_text, trailer, image, failing, rumour = map(bool, row[5:12])
    return ArticleRow(
        id=row[0],
        feed_id=row[1],
        feed_title=row[2],
        title=row[3],
        sort=row[4],
        read=read,
        bookmarked=bookmarked,
        has_full_text=full_text,
        has_trailer=trailer,
        has_image=image,
        failing=failing,
        rumour=rumour,
    )
