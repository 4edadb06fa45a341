"""Bookmarks: copies that need neither the article nor its feed. Removing one can be undone."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

import apsw

from reader.clock import Clock
from reader.errors import NotFoundError
from reader.model import Bookmark, KeptQuote
from reader.store.database import Database, Row, fetch
from reader.store.folding import fold as fold
from reader.store.short_lists import IN_ORDER, pack_list, unpack_words
from reader.store.values import storable

PLACE = "saved_at * 1000000 + micros"
"""What the list goes by: millionths of a second since 1970, as many are saved within one second."""
_COPIED = (
    "title", "url", "feed_title", "authors", "published", "updated", "first_seen", "categories", "summary",
    "image", "enclosures", "words", "has_trailer", "full_text",
)  # fmt: skip
# Saving what was removed keeps its tags, note and quotes, and takes the text of now.
_COPY = f"""
INSERT INTO bookmark (article_id, saved_at, micros, folded, {", ".join(_COPIED)})
SELECT a.id, ?2, ?3, '', a.title, a.url, f.title, a.authors, a.published, a.updated, s.first_seen,
       a.categories, a.summary, a.image, a.enclosures, a.words, a.has_trailer, s.full_text
FROM article a JOIN status s ON s.id = a.id JOIN feed f ON f.id = s.feed_id WHERE a.id = ?1
ON CONFLICT (article_id) DO UPDATE
SET saved_at = excluded.saved_at, micros = excluded.micros, removed_at = NULL,
    {", ".join(f"{name} = excluded.{name}" for name in _COPIED)}
"""
_COPY_BODY = """
INSERT OR REPLACE INTO bookmark_body
SELECT t.article_id, ifnull(p.tree, t.tree), ifnull(p.source, t.source)
FROM body t LEFT JOIN page p ON p.article_id = t.article_id WHERE t.article_id = ?
"""
_REVIVE = "UPDATE bookmark SET saved_at = ?2, micros = ?3, removed_at = NULL WHERE article_id = ?1"
_SELECT = """
SELECT article_id, title, url, feed_title, published, saved_at, tags, note, full_text FROM bookmark
"""
_QUOTES = "SELECT article_id, text, place, kept_at FROM quote"


class Bookmarks:
    """Saving, removing and finding bookmarks."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def save(
        self, article_id: int, *, tags: Iterable[str] | None, more: Iterable[str] = (), note: str | None
    ) -> Bookmark:
        """Copy the article unless it is saved; then change tags and note where given, and add `more` tags."""
        note = None if note is None else storable(note)
        with self._db.write(durable=True) as write:
            if not stands(write, article_id):
                copy(write, article_id, self._clock())
            if more := tuple(more):
                had = fetch(write, "SELECT tags FROM bookmark WHERE article_id = ?", (article_id,))[0][0]
                tags = _with(unpack_words(had) if tags is None else tags, more)
            if tags is not None:
                write.execute(
                    "UPDATE bookmark SET tags = ? WHERE article_id = ?", (pack_tags(tags), article_id)
                )
            if note is not None:
                write.execute(
                    "UPDATE bookmark SET note = ? WHERE article_id = ?", (note.strip() or None, article_id)
                )
            return settle(write, article_id)

    def remove(self, article_id: int) -> None:
        """Take a bookmark out of sight, keeping all of it."""
        with self._db.write(durable=True) as write:
            if not stands(write, article_id):
                raise NotFoundError(f"Article {article_id} is not bookmarked, so there is nothing to remove.")
            write.execute(
                "UPDATE bookmark SET removed_at = ? WHERE article_id = ?", (int(self._clock()), article_id)
            )

    def restore(self, article_id: int) -> Bookmark:
        """Bring a removed bookmark back as it was."""
        with self._db.write(durable=True) as write:
            if not write.execute("SELECT 1 FROM bookmark WHERE article_id = ?", (article_id,)).get:
                raise NotFoundError(
                    f"Article {article_id} was never bookmarked, so it cannot be brought back."
                )
            write.execute("UPDATE bookmark SET removed_at = NULL WHERE article_id = ?", (article_id,))
            return settle(write, article_id)

    def list(self, query: str) -> builtins.list[Bookmark]:
        """Return those that hold every word typed, newest first; `#word` is the beginning of a tag."""
        typed = fold(query).split()
        words, tags = [w for w in typed if w[0] != "#"], [w[1:] for w in typed if w[0] == "#"]
        having = "".join(" AND instr(folded, ?)" for _ in words)
        sql = f"{_SELECT} WHERE removed_at IS NULL{having} ORDER BY {PLACE} DESC, article_id DESC"
        quotes = _quotes(self._db.rows(f"{_QUOTES} ORDER BY article_id, {IN_ORDER}"))
        found = [_bookmark(row, quotes.get(row[0], ())) for row in self._db.rows(sql, words)]
        return [b for b in found if all(any(fold(t).startswith(tag) for t in b.tags) for tag in tags)]


def stands(write: apsw.Connection, article_id: int) -> bool:
    """Tell whether an article is bookmarked."""
    return bool(
        fetch(write, "SELECT 1 FROM bookmark WHERE article_id = ? AND removed_at IS NULL", (article_id,))
    )


def copy(write: apsw.Connection, article_id: int, now: float) -> None:
    """Copy an article; where it is gone, a copy removed before comes back."""
    moment = (int(now), int(now % 1 * 1_000_000))
    write.execute(_COPY, (article_id, *moment))
    if write.changes():
        write.execute(_COPY_BODY, (article_id,))
        return
    write.execute(_REVIVE, (article_id, *moment))
    if not write.changes():
        raise NotFoundError(f"There is no article {article_id} to bookmark; `newsreel list` shows the ids.")


def pack_tags(tags: Iterable[str]) -> str:
    """Tags as stored: each once, in the order given, none empty."""
    return pack_list(dict.fromkeys(clean for tag in tags if (clean := " ".join(storable(tag).split()))))


def _with(tags: Iterable[str], more: Iterable[str]) -> list[str]:
    """Return tags with more of them: `#` is how one is shown, and how it is written makes no other."""
    held = list(tags)
    for tag in (each.strip().removeprefix("#") for each in more):
        if tag.casefold() not in {each.casefold() for each in held}:
            held.append(tag)
    return held


def settle(write: apsw.Connection, article_id: int) -> Bookmark:
    """Refresh what the filter reads, and return the bookmark."""
    quotes = _quotes(fetch(write, f"{_QUOTES} WHERE article_id = ? ORDER BY {IN_ORDER}", (article_id,)))
    kept = quotes.get(article_id, ())
    saved = _bookmark(fetch(write, f"{_SELECT} WHERE article_id = ?", (article_id,))[0], kept)
    words = (saved.title, saved.feed_title, *saved.tags, saved.note or "", *(each.text for each in kept))
    folded = fold("\n".join(words))
    write.execute("UPDATE bookmark SET folded = ? WHERE article_id = ?", (folded, article_id))
    return saved


def _quotes(rows: Iterable[Row]) -> dict[int, tuple[KeptQuote, ...]]:
    """Return the quotes of each article, in the order of their rows."""
    return {
        article_id: tuple(KeptQuote(text=text, place=place, kept_at=at) for _, text, place, at in group)
        for article_id, group in groupby(rows, itemgetter(0))
    }


def _bookmark(row: Row, quotes: tuple[KeptQuote, ...]) -> Bookmark:
    return Bookmark(
        article_id=row[0],
        title=row[1],
        url=row[2],
        feed_title=row[3],
        published=row[4],
        saved_at=row[5],
        tags=unpack_words(row[6]),
        note=row[7],
        quotes=quotes,
        has_full_text=bool(row[8]),
    )
