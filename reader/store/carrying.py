"""What is the person's own, read out of the library to be taken along."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal

from reader.model import KeptQuote
from reader.store import bodies
from reader.store.abroad import abroad, rule_abroad
from reader.store.carried import (
    NOWHERE,
    CarriedBookmark,
    CarriedFeed,
    CarriedFollow,
    CarriedMark,
    CarriedMute,
    CarriedQuote,
)
from reader.store.database import Database, Row
from reader.store.mutes import ADDRESSES, is_query
from reader.store.short_lists import quotes_of, unpack_enclosures, unpack_quotes, unpack_words

_FEEDS = """
SELECT f.url, f.own_title, d.name, f.full_text, f.removed_at IS NULL, nullif(f.feed_title, ''), f.site_url,
       t.former_url
FROM feed f JOIN fetch t ON t.feed_id = f.id LEFT JOIN folder d ON d.id = f.folder_id
ORDER BY f.removed_at IS NOT NULL, d.id IS NULL, d.id, f.id
"""
_FOLLOWS = """
SELECT name, kind, aliases, companions, excludes, year, guard, seen, followed_at, looked_at, title
FROM follow ORDER BY key
"""
_MARKS = """
SELECT f.url, s.guid_key, s.link_key, s.sort, s.first_seen, s.read, s.marked_at, m.mute_id
FROM status s JOIN feed f ON f.id = s.feed_id
     LEFT JOIN muted m ON m.article_id = s.id AND s.read = 1 AND s.marked_at IS m.was
WHERE f.url <> ? ORDER BY s.id
"""
_BOOKMARKS = f"""
SELECT b.article_id, b.title, b.url, b.feed_title, b.saved_at, b.tags, b.note,
       {quotes_of("b.article_id")}, nullif(f.url, ?), s.guid_key, s.link_key,
       b.authors, b.published, b.updated, b.first_seen, ifnull(s.read, 1), b.categories,
       b.summary, b.image, b.enclosures, b.full_text, coalesce(p.tree, t.tree, c.tree)
FROM bookmark b LEFT JOIN bookmark_body c ON c.article_id = b.article_id
     LEFT JOIN status s ON s.id = b.article_id LEFT JOIN feed f ON f.id = s.feed_id
     LEFT JOIN page p ON p.article_id = b.article_id AND p.tree IS NOT NULL
     LEFT JOIN body t ON t.article_id = b.article_id
WHERE b.article_id = ? AND b.removed_at IS NULL
"""

_FULL_TEXT: dict[object, bool | Literal["auto"] | None] = {None: None, 0: False, 1: True, 2: "auto"}


def feeds(db: Database) -> list[CarriedFeed]:
    """Return what is followed, then what was left: each address once."""
    rows = {row[0]: row for row in reversed(db.rows(_FEEDS)) if row[0] != NOWHERE}
    return [
        CarriedFeed(
            url=url,
            title=title,
            folder=folder,
            full_text=_FULL_TEXT[full_text],
            followed=bool(followed),
            named=named,
            site_url=site_url,
            former_url=former_url,
        )
        for url, title, folder, full_text, followed, named, site_url, former_url in reversed(rows.values())
    ]


def follows(db: Database) -> list[CarriedFollow]:
    """Return the films, people and words that are followed."""
    addresses: dict[str, str] = dict(db.rows(ADDRESSES))
    return [_follow(row, addresses) for row in db.rows(_FOLLOWS)]


def marks(db: Database) -> list[CarriedMark]:
    """Return, of every article ever seen, whether it is read."""
    return [_mark(row) for row in db.rows(_MARKS, (NOWHERE,))]


def mutes(db: Database) -> list[CarriedMute]:
    """Return the queries that are muted, those that are over too; of what cannot be understood, none."""
    addresses: dict[str, str] = dict(db.rows(ADDRESSES))
    rows = db.rows("SELECT id, query, until, since FROM mute ORDER BY id")
    return [
        CarriedMute(id=number, query=abroad(query, addresses), until=until, since=_when(since))
        for number, query, until, since in rows
        if is_query(query)
    ]


def bookmark(db: Database, article_id: int) -> CarriedBookmark | None:
    """Return one saved copy, its text as blocks only; None where there is none."""
    row = db.row(_BOOKMARKS, (NOWHERE, article_id))
    return _bookmark(row) if row else None


def _follow(row: Row, addresses: Mapping[str, str]) -> CarriedFollow:
    name, kind, aliases, companions, excludes, year, guard, seen, followed_at, looked_at, title = row
    return CarriedFollow(
        name=rule_abroad(name, addresses) if kind == "topic" else name,
        kind=kind,
        aliases=unpack_words(aliases),
        companions=unpack_words(companions),
        excludes=unpack_words(excludes),
        year=year,
        guard=guard,
        seen=bool(seen),
        followed_at=_when(followed_at),
        looked_at=None if looked_at is None else _when(looked_at),
        title=title,
    )


def _mark(row: Row) -> CarriedMark:
    url, key, link, sort, first_seen, read, marked_at, mute = row
    return CarriedMark(
        feed_url=url,
        key=key.hex(),
        link=link and link.hex(),
        published=_when(sort),
        first_seen=_when(first_seen),
        read=bool(read),
        marked_at=None if marked_at is None else _when(marked_at),
        muted_by=mute,
    )


def _bookmark(row: Row) -> CarriedBookmark:
    article_id, title, url, feed_title, saved_at, tags, note, quotes, feed_url, key, link, *said = row
    authors, published, updated, first_seen, read, categories, summary, image, enclosures, full, tree = said
    return CarriedBookmark(
        article_id=article_id,
        title=title,
        url=url,
        feed_title=feed_title,
        saved_at=_when(saved_at),
        tags=unpack_words(tags),
        note=note,
        quotes=tuple(map(_quote, unpack_quotes(quotes))),
        feed_url=feed_url,
        key=key and key.hex(),
        link=link and link.hex(),
        authors=unpack_words(authors),
        published=None if published is None else _when(published),
        updated=None if updated is None else _when(updated),
        first_seen=_when(first_seen),
        read=bool(read),
        categories=unpack_words(categories),
        summary=summary,
        image=image,
        enclosures=unpack_enclosures(enclosures),
        has_full_text=bool(full),
        document=bodies.readable(tree) if tree else None,
    )


def _quote(quote: KeptQuote) -> CarriedQuote:
    return CarriedQuote(text=quote.text, kept_at=_when(quote.kept_at), place=quote.place)


def _when(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
