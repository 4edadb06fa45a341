"""What can still be read of a damaged library, put into the one that takes its place.

What the person subscribed to, marked, saved, wrote, quoted, followed and said of stories since the copy was
made holds; what cannot be read is as it is in the copy.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import get_args

import apsw

from reader.errors import NewsreelError
from reader.news import Follow, FollowKind
from reader.store.abroad import abroad
from reader.store.backup import opened
from reader.store.bodies import unpack
from reader.store.bookmarks import settle
from reader.store.database import fetch
from reader.store.follows import Followed, put_back
from reader.store.mutes import is_query, put, same
from reader.store.refollowing import refollow
from reader.store.short_lists import unpack_words
from reader.store.wreck import Fields, Ids, Wreck, wreck_of

_BY_KEY = "SELECT id FROM status WHERE feed_id = ? AND guid_key = ?"
# What is added has no article, so it is in no list.
_STATUS = """
INSERT INTO status (id, feed_id, folder_id, guid_key, link_key, sort, first_seen, read, marked_at, full_text,
                    listed)
SELECT ?1, id, folder_id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0 FROM feed WHERE id = ?2 RETURNING id
"""
_MARK = "UPDATE status SET read = ?2, marked_at = ?3 WHERE id = ?1 AND ifnull(marked_at, 0) <= ?3"
_KEPT = ("bookmark", "bookmark_body", "bookmark_picture", "quote", "reading")
"""The tables of what is kept by the number of an article."""
_STAYS = {"bookmark_picture": "FALSE", "reading": "excluded.at > at"}
"""Where a row that is there becomes what it was in the damaged file; of other tables it always does."""
_PAIR = """
INSERT INTO story_pair VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE
SET together = excluded.together, said_at = excluded.said_at WHERE excluded.said_at >= said_at
"""
_GROUP_ANEW = """
INSERT INTO unfiled (article_id) SELECT id FROM article WHERE id IN (?, ?)
ON CONFLICT DO UPDATE SET turn = turn + 1
"""
_TITLE = """
INSERT OR REPLACE INTO story_title (story_id, title, article_id)
SELECT ifnull((SELECT story_id FROM report WHERE article_id = ?3), ?1), ?2, ?3
"""

_MUTED = "INSERT INTO muted (article_id, mute_id, was) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_READ = "UPDATE status SET read = 1 WHERE id = ? AND marked_at IS ?"


def salvage(damaged: Path, library: Path, now: int) -> None:
    """Add to a library what a damaged one knows beyond it."""
    with wreck_of(damaged) as wreck, closing(opened(library)) as new:
        new.pragma("foreign_keys", True)
        with new:
            _take_ids(wreck.given(), new)
            feeds = refollow(wreck, new, now)
            articles = _articles(wreck, new, feeds)
            for table in _KEPT:
                _rows(wreck, new, table, articles)
            for (number,) in fetch(new, "SELECT DISTINCT article_id FROM quote"):
                settle(new, number)
            _stories(wreck, new, articles)
            _follows(wreck, new, akin=feeds.akin)
            _mutes(wreck, new, articles)


def keep_ids(old: apsw.Connection, library: Path) -> None:
    """See to it that no id the old file ever gave is given again."""
    with closing(opened(library)) as new:
        _take_ids(Wreck(old).given(), new)


def _take_ids(given: Iterable[tuple[str, int]], new: apsw.Connection) -> None:
    for each in given:
        fetch(new, "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1", each)
        fetch(
            new,
            "INSERT INTO sqlite_sequence SELECT ?1, ?2 "
            "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)",
            each,
        )


def _articles(wreck: Wreck, new: apsw.Connection, feeds: Ids) -> Ids:
    """Add what is not known here of articles, take the later word on what is; return their numbers here."""
    articles = Ids()
    for row in wreck.rows("status"):
        feed_id = feeds.of(row["feed_id"])
        with suppress(apsw.ConstraintError):
            if feed_id is not None and (here := _article(new, row, feed_id, akin=feeds.akin)) is not None:
                articles.put(row["id"], here)
                if row["marked_at"] is not None:
                    fetch(new, _MARK, (here, row["read"], row["marked_at"]))
    return articles


def _article(new: apsw.Connection, row: Fields, feed_id: int, *, akin: bool) -> int | None:
    """Return the number of an article here: a new one where another has its own; None without its feed."""
    if known := fetch(new, _BY_KEY, (feed_id, row["guid_key"])):
        return int(known[0][0])
    number: int | None = row["id"]
    if taken := fetch(new, "SELECT feed_id FROM status WHERE id = ?", (number,)):
        if akin and taken[0][0] == feed_id:  # it goes by another key since
            return number
        number = None
    said = ("guid_key", "link_key", "sort", "first_seen", "read", "marked_at", "full_text")
    made = fetch(new, _STATUS, (number, feed_id, *(row[name] for name in said)))
    return int(made[0][0]) if made else None


def _rows(wreck: Wreck, new: apsw.Connection, table: str, articles: Ids) -> None:
    """Take what is kept of articles in one table; of another library only what is not here."""
    columns = {row[1] for row in fetch(new, f"PRAGMA table_info({table})")}
    changes = "FALSE" if not articles.akin else _STAYS.get(table, "TRUE")
    for row in wreck.rows(table):
        names = [name for name in row if name in columns]
        row["article_id"] = articles.of(row["article_id"])
        # In place: to put a bookmark anew would take along its text and its picture.
        put = ", ".join(f"{name} = excluded.{name}" for name in names)
        write = (
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
            f"ON CONFLICT DO UPDATE SET {put} WHERE {changes}"
        )
        with suppress(apsw.ConstraintError, NewsreelError):
            if table == "bookmark_body":
                unpack(row["tree"])  # raises on what was damaged
            fetch(new, write, [row[name] for name in names])


def _stories(wreck: Wreck, new: apsw.Connection, articles: Ids) -> None:
    """Take what was said of stories; what it is about is grouped anew."""
    for row in wreck.pairs():
        one, other = articles.of(row["one"]), articles.of(row["other"])
        if one is not None and other is not None:
            with suppress(apsw.ConstraintError):
                fetch(new, _PAIR, (min(one, other), max(one, other), row["together"], row["said_at"]))
                fetch(new, _GROUP_ANEW, (one, other))
    for row in wreck.rows("story_title"):
        with suppress(apsw.ConstraintError):
            if article := articles.of(row.get("article_id") or 0):
                fetch(new, "DELETE FROM story_title WHERE article_id = ?", (article,))
                fetch(new, _TITLE, (row["story_id"], row["title"], article))


def _follows(wreck: Wreck, new: apsw.Connection, *, akin: bool) -> None:
    """Follow what was followed, as it was; of another library only what is not followed here."""
    for row in wreck.rows("follow"):
        known = not akin and fetch(new, "SELECT 1 FROM follow WHERE key = ?", (row["key"],))
        if row["key"] and row["kind"] in get_args(FollowKind) and not known:
            with suppress(apsw.ConstraintError), new:
                put_back(new, Followed(row["key"], _follow(row), row["looked_at"], row["followed_at"]))


def _mutes(wreck: Wreck, new: apsw.Connection, articles: Ids) -> None:
    """Mute what was muted; what a mute marked and nobody touched since is read."""
    mutes = Ids()
    mutes.akin = articles.akin
    addresses = {} if articles.akin else {str(row["id"]): row["url"] for row in wreck.rows("feed")}
    for row in wreck.rows("mute"):
        with suppress(apsw.ConstraintError):
            if is_query(str(row["query"])):
                row["query"] = abroad(str(row["query"]), addresses)
                mutes.put(row["id"], _mute(new, row, akin=articles.akin))
    for row in wreck.rows("muted"):
        mute, article = mutes.of(row["mute_id"]), articles.of(row["article_id"])
        if mute is not None and article is not None:
            with suppress(apsw.ConstraintError):
                fetch(new, _MUTED, (article, mute, row["was"]))
                fetch(new, _READ, (article, row["was"]))


def _mute(new: apsw.Connection, row: Fields, *, akin: bool) -> int:
    """Return the number of a mute here; of another library's, one that is here keeps its date."""
    if not akin and (known := same(new, row["query"])) is not None:
        return known
    return put(new, row["query"], row["until"], row["since"], row["id"])[0]


def _follow(row: Fields) -> Follow:
    return Follow(
        name=row["name"],
        kind=row["kind"],
        aliases=unpack_words(row["aliases"]),
        companions=unpack_words(row.get("companions", "[]")),
        excludes=unpack_words(row.get("excludes", "[]")),
        year=row["year"],
        guard=row["guard"],
        seen=bool(row["seen"]),
        title=row.get("title"),
    )
