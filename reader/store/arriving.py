"""Taking in what was carried from elsewhere: in one transaction, twice as good as once.

What is here already stays as it is, but for a later word on what is read, tags and quotes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property

import apsw
from msgspec.structs import replace

from reader.document import Document
from reader.news import Follow
from reader.store import bodies, measuring, mutes, quotes
from reader.store.abroad import rule_abroad
from reader.store.bookmarks import settle
from reader.store.carried import (
    NOWHERE,
    Came,
    Carried,
    CarriedBookmark,
    CarriedFeed,
    CarriedFollow,
    CarriedMark,
    CarriedMute,
)
from reader.store.carried_keys import CarriedKeys, keys_of, seconds
from reader.store.database import Database, fetch
from reader.store.feed_rows import insert, list_again, move, put
from reader.store.folding import name_key
from reader.store.follows import Followed, namesakes, place, put_back
from reader.store.namesakes import Namesake, Placed
from reader.store.short_lists import pack_list, unpack_words

_FEED = """
SELECT id, removed_at IS NOT NULL, removed_at IS NOT NULL OR last_fetched IS NULL, folder_id
FROM feed JOIN fetch ON feed_id = id WHERE url = ? ORDER BY removed_at IS NOT NULL, id LIMIT 1
"""
_FORMER = "UPDATE fetch SET former_url = ? WHERE feed_id = ?"
# What nobody said here: of a feed that was left, or that bookmarks alone named, or that was never asked.
_LACKING = """
UPDATE feed SET own_title = coalesce(own_title, ?1), feed_title = coalesce(nullif(feed_title, ''), ?2),
                site_url = coalesce(site_url, ?3), full_text = coalesce(full_text, ?4)
WHERE id = ?5
"""
_BY_KEY = "SELECT id, read, marked_at FROM status WHERE feed_id = ? AND guid_key = ?"
_BY_LINK = """
SELECT s.guid_key, s.sort, coalesce(a.title, b.title), s.id, s.read, s.marked_at
FROM status s LEFT JOIN article a ON a.id = s.id LEFT JOIN bookmark b ON b.article_id = s.id
WHERE s.feed_id = ? AND s.link_key = ? LIMIT 2
"""
_STATUS = """
INSERT INTO status (feed_id, folder_id, guid_key, link_key, sort, first_seen, read, marked_at, listed)
SELECT id, folder_id, ?2, ?3, ?4, ?5, ?6, ?7, 0 FROM feed WHERE id = ?1
"""
_SEEN = "UPDATE status SET first_seen = ?1 WHERE id = ?2 AND first_seen > ?1"
_SAVED = "SELECT article_id FROM bookmark WHERE url = ? AND title = ? ORDER BY article_id"
_SAVE = """
INSERT INTO bookmark (
    article_id, saved_at, micros, tags, note, title, url, feed_title, authors, published, updated, first_seen,
    categories, summary, image, enclosures, full_text, words, has_trailer, folded
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def take_in(db: Database, carried: Carried, now: int, html: Callable[[Document], str]) -> Came:
    """Add what is not here: all of it, or nothing. `html` writes what a text could be made from again."""
    with db.write(durable=True) as write:
        taking = _Taking(write, now, html, CarriedKeys(carried))
        came = Came(
            feeds=sum([taking.feed(each) for each in carried.feeds]),
            mutes=sum([taking.mute(each) for each in carried.mutes]),
            marks=sum([taking.mark(each) for each in carried.marks]),
            bookmarks=sum([taking.bookmark(each, at) for at, each in enumerate(carried.bookmarks)]),
            follows=sum([taking.follow(each) for each in carried.follows]),
        )
        mutes.Mutes(db, lambda: now).sweep_all(write, taking.new_mutes)
        return came


class _Taking:
    """One transaction of taking in. Every method tells whether something came that was not here."""

    def __init__(
        self, write: apsw.Connection, now: int, html: Callable[[Document], str], carried: CarriedKeys
    ) -> None:
        self._write, self._now, self._html, self._carried = write, now, html, carried
        self._feeds: dict[str, int] = {}
        self._saved: set[int] = set()
        self._marked: dict[tuple[str, str], int] = {}
        self._mutes: dict[int | None, int] = {}
        self.new_mutes: set[int] = set()

    def feed(self, feed: CarriedFeed) -> bool:
        """Follow a feed, unless it was left before it was carried; one followed and asked stays as it is."""
        known = fetch(self._write, _FEED, (feed.url,))
        if known:
            self._feeds[feed.url], left, bare, folder_id = known[0]
            if bare:
                self._settle(known[0][0], feed, placed=folder_id is not None)
            if left and feed.followed:
                list_again(self._write, known[0][0], self._now)
            return bool(left and feed.followed)
        feed_id = self._feeds[feed.url] = insert(self._write, feed.url, self._now)
        self._write.execute(_FORMER, (feed.former_url, feed_id))
        self._settle(feed_id, feed, placed=False)
        if not feed.followed:
            put(self._write, feed_id, "removed_at", self._now)
        return feed.followed

    def _settle(self, feed_id: int, feed: CarriedFeed, *, placed: bool) -> None:
        """Give a feed what is said of it and nobody said here. `placed`: it has a folder."""
        full_text = 2 if feed.full_text == "auto" else feed.full_text
        said = (feed.title, feed.named or "", feed.site_url, full_text)
        self._write.execute(_LACKING, (*said, feed_id))
        if not placed:
            move(self._write, feed_id, feed.folder)

    def mute(self, mute: CarriedMute) -> bool:
        """Mute a query that is not muted yet."""
        known = mutes.same(self._write, mute.query)
        if known is None:
            since = seconds(mute.since) or self._now
            known, _ = mutes.put(self._write, mute.query, mute.until, since)
            self.new_mutes.add(known)
        self._mutes[mute.id] = known
        return known in self.new_mutes

    def mark(self, mark: CarriedMark) -> bool:
        """Note whether an article is read: of two words of the person's the later one holds."""
        feed_id, marked = self._feed_of(mark.feed_url), seconds(mark.marked_at)
        known = self._known(mark.feed_url, mark.key, mark.link, mark.published)
        if known is None:
            times = (seconds(mark.published), seconds(mark.first_seen), mark.read, marked)
            self._write.execute(_STATUS, (feed_id, bytes.fromhex(mark.key), _bytes(mark.link), *times))
            self._hold(self._write.last_insert_rowid(), mark)
            return True
        article_id, read, before = known
        self._marked[mark.feed_url, mark.key] = article_id  # of its bookmark, too, whose date may be another
        # Else what was here before another report was read would seem to have come after it, as an echo.
        self._write.execute(_SEEN, (seconds(mark.first_seen), article_id))
        if marked is None or (before is not None and before >= marked):
            mute = self._mutes.get(mark.muted_by)
            return mute is not None and bool(mutes.mark(self._write, mute, [article_id]))
        sql = "UPDATE status SET read = ?, marked_at = ? WHERE id = ?"
        self._write.execute(sql, (mark.read, marked, article_id))
        self._hold(article_id, mark)
        return bool(read) != mark.read

    def _hold(self, article_id: int, mark: CarriedMark) -> None:
        """Keep in mind which mute marked an article, to give it back with that."""
        if (mute := self._mutes.get(mark.muted_by)) is not None:
            mutes.hold(self._write, mute, article_id)

    def bookmark(self, mark: CarriedBookmark, at: int) -> bool:
        """Save a copy; one that is saved gets the tags and quotes it lacks, and the note if it has none.

        `at`: its place in the file. The newest come first: those of one second stay in that order.
        """
        article_id = self._article_of(mark)
        self._saved.add(article_id)
        row = fetch(
            self._write, "SELECT tags, note, removed_at FROM bookmark WHERE article_id = ?", (article_id,)
        )
        if row:
            tags, note, removed = row[0]
            more = pack_list(dict.fromkeys((*unpack_words(tags), *mark.tags)))
            values = (more, note or mark.note, article_id)
            sql = "UPDATE bookmark SET tags = ?, note = ?, removed_at = NULL WHERE article_id = ?"
            self._write.execute(sql, values)
        else:
            removed = self._now
            self._save(article_id, mark, max(0, 999_999 - at))
        quotes.take_in(self._write, article_id, mark.quotes, self._now)
        settle(self._write, article_id)
        return removed is not None

    def follow(self, follow: CarriedFollow) -> bool:
        """Follow a name that is not followed yet, or a film that shares its title with another."""
        value = Follow(
            name=follow.name, kind=follow.kind, aliases=follow.aliases, companions=follow.companions,
            excludes=follow.excludes, year=follow.year, guard=follow.guard, seen=follow.seen,
            title=follow.title,
        )  # fmt: skip
        if (placed := self._placed(value)) is None:
            return False
        place(self._write, [each for each in placed if each.was is not None], self._now)
        one = next(each for each in placed if each.was is None)
        times = (seconds(follow.looked_at), seconds(follow.followed_at) or self._now)
        put_back(self._write, Followed(one.key, one.follow, *times))
        return True

    def _placed(self, follow: Follow) -> list[Placed] | None:
        """Return a new follow and what has to move for it; None where it is followed already."""
        key = name_key(follow.name)
        if follow.kind == "film" and follow.year is not None:
            title = Namesake(None, follow).title
            shelf = namesakes(self._write, name_key(title))
            if shelf.find(title, follow.year):
                return None
            if shelf.find(title, None):
                shelf.add(title, follow.year).follow = replace(follow, name=title)
                return shelf.placed()
        known = not key or fetch(self._write, "SELECT 1 FROM follow_key WHERE key = ?", (key,))
        return None if known or key in self._rules else [Placed(key, None, follow)]

    # ------------------------------------------------------------ its parts

    @cached_property
    def _rules(self) -> set[str]:
        """The queries that are followed, as they are carried."""
        addresses: dict[str, str] = dict(fetch(self._write, mutes.ADDRESSES))
        rules = fetch(self._write, "SELECT name FROM follow WHERE kind = 'topic'")
        return {name_key(rule_abroad(name, addresses)) for (name,) in rules}

    def _feed_of(self, url: str) -> int:
        """Return the feed of an address; one that nothing names is made, and is not followed."""
        if url not in self._feeds:
            self.feed(CarriedFeed(url=url, followed=False))
        return self._feeds[url]

    def _known(
        self, url: str, key: str, link: str | None, published: datetime | None, title: str | None = None
    ) -> tuple[int, int, int | None] | None:
        """Return what is here of an article: that of its key, else the only one of its link (`matching`).

        One that goes by another key which is carried too is another article.
        """
        feed_id = self._feed_of(url)
        if found := fetch(self._write, _BY_KEY, (feed_id, bytes.fromhex(key))):
            return found[0]
        if link is None or url == NOWHERE or not self._carried.alone(url, link):
            return None
        found = fetch(self._write, _BY_LINK, (feed_id, bytes.fromhex(link)))
        if len(found) != 1 or self._carried.has(url, found[0][0].hex()):
            return None
        _, sort, named, *known = found[0]
        return tuple(known) if named in (None, title) or sort == seconds(published) else None

    def _article_of(self, mark: CarriedBookmark) -> int:
        """Return the id of the article a bookmark is of, here; an article never seen here gets one."""
        url, (key, link) = mark.feed_url or NOWHERE, keys_of(mark)
        if mark.feed_url is None and (saved := self._saved_already(mark)):
            return saved
        if marked := self._marked.get((url, key)):
            return marked
        if known := self._known(url, key, link, mark.published, mark.title):
            return known[0]
        seen = seconds(mark.first_seen or mark.saved_at)
        times = (seconds(mark.published) or seen, seen, mark.read, None)
        self._write.execute(_STATUS, (self._feed_of(url), bytes.fromhex(key), _bytes(link), *times))
        return self._write.last_insert_rowid()

    def _saved_already(self, mark: CarriedBookmark) -> int | None:
        """Return the article of a bookmark that names no feed, by its address and title.

        Two that are told apart by their keys are two.
        """
        if mark.key and self._known(NOWHERE, mark.key, None, None):
            return None
        found = [int(row[0]) for row in fetch(self._write, _SAVED, (mark.url, mark.title))]
        return next((each for each in found if not (mark.key and each in self._saved)), None)

    def _save(self, article_id: int, mark: CarriedBookmark, micros: int) -> None:
        document = mark.document or Document()
        body = (article_id, *bodies.pack(document, self._html(document)))
        own = (seconds(mark.saved_at), micros, pack_list(dict.fromkeys(mark.tags)), mark.note)
        said = (
            mark.title, mark.url, mark.feed_title, pack_list(mark.authors), seconds(mark.published),
            seconds(mark.updated), seconds(mark.first_seen or mark.saved_at),
            pack_list(mark.categories), mark.summary, mark.image, pack_list(mark.enclosures),
        )  # fmt: skip
        told = (
            mark.has_full_text,
            measuring.words(document),
            measuring.has_trailer(document, mark.enclosures),
        )
        self._write.execute(_SAVE, (article_id, *own, *said, *told, ""))
        self._write.execute("INSERT INTO bookmark_body VALUES (?, ?, ?)", body)


def _bytes(digest: str | None) -> bytes | None:
    return bytes.fromhex(digest) if digest else None
