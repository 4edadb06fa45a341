"""Subscriptions: following, leaving (which can be undone), titles and folders."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from enum import Enum
from typing import Final, Literal, NoReturn

import apsw

from reader.addresses import masked
from reader.clock import Clock
from reader.errors import NotFoundError, UsageError
from reader.model import Feed, FullText
from reader.store.database import Database, Row, fetch
from reader.store.feed_rows import insert, leave, list_again, move, put, readdress, title_of
from reader.store.values import CHOSEN, FULL_TEXT, storable

_SELECT = """
SELECT folder.id, f.id, f.url, f.title, f.site_url, folder.name, t.error, t.last_fetched, t.next_due,
       ifnull(c.unread, 0), ifnull(c.total, 0), t.interval_minutes, t.status,
       (SELECT max(sort) FROM status WHERE feed_id = f.id AND listed = 1), t.notice, t.former_url,
       t.followed_at, f.full_text, f.own_title
FROM feed f JOIN fetch t ON t.feed_id = f.id LEFT JOIN folder ON folder.id = f.folder_id
     LEFT JOIN feed_count c ON c.feed_id = f.id
WHERE f.removed_at IS NULL
"""
_COLUMNS = (
    "id", "url", "title", "site_url", "folder", "error", "last_fetched", "next_due",
    "unread", "total", "interval_minutes", "status", "newest",
)  # fmt: skip
TOLD_SECONDS = 30 * 86400
"""How long it is told that a feed has moved."""
_BY_URL = """
SELECT id, removed_at IS NOT NULL FROM feed WHERE url = ? ORDER BY removed_at IS NOT NULL, removed_at DESC
"""
_FOLLOWED = "SELECT id FROM feed WHERE url = ? AND removed_at IS NULL"
_BARE = """
SELECT 1 FROM feed JOIN fetch ON feed_id = id
WHERE id = ? AND last_fetched IS NULL AND own_title IS NULL AND folder_id IS NULL
"""
_ADDRESSES = "SELECT url, former_url, removed_at IS NOT NULL FROM feed JOIN fetch ON feed_id = id"
_LEFT = "SELECT url, id FROM feed WHERE removed_at IS NOT NULL ORDER BY removed_at"


Wanted = tuple[str, str | None, str | None, str | None]
"""A feed to follow: its address, a title, a folder, and the address of its site."""


class _Unset(Enum):
    UNSET = "unset"


UNSET: Final = _Unset.UNSET
"""Stands for an argument not given, where None means something."""
Unset = Literal[_Unset.UNSET]


class Subscriptions:
    """The feeds the person follows."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def all(self) -> builtins.list[Feed]:
        """Return every subscription: by folder as they were first made, then by title; those in none last."""
        now = int(self._clock())
        placed = [(row[0], _feed(row, now)) for row in self._db.rows(_SELECT)]
        placed.sort(key=lambda pair: (pair[0] is None, pair[0], pair[1].title.casefold(), pair[1].id))
        return [feed for _, feed in placed]

    def addresses(self) -> builtins.list[tuple[str, str | None, bool]]:
        """Return where each feed is, where it was before it was followed there, and whether it was left."""
        return [(url, former, bool(left)) for url, former, left in self._db.rows(_ADDRESSES)]

    def get(self, feed_id: int) -> Feed:
        """Return one subscription."""
        row = self._db.row(f"{_SELECT} AND f.id = ?", (feed_id,))
        return _feed(row, int(self._clock())) if row else _missing(str(feed_id))

    def find(self, ref: str) -> Feed:
        """Return the one feed with this id, URL, title or part of a title."""
        wanted, feeds = ref.strip(), self.all()
        tests = (
            lambda feed: str(feed.id) == wanted,
            lambda feed: feed.url == wanted,
            lambda feed: masked(feed.url) == wanted,
            lambda feed: feed.title.casefold() == wanted.casefold(),
            lambda feed: bool(wanted) and wanted.casefold() in feed.title.casefold(),
        )
        for test in tests:
            found = [feed for feed in feeds if test(feed)]
            if test is tests[-1]:
                self._refuse_left(wanted)
            if len(found) == 1:
                return found[0]
            if found:
                _ambiguous(ref, found)
        return _missing(ref)

    def _refuse_left(self, wanted: str) -> None:
        """A number that was a feed's is never a part of another's title: a script may say it twice."""
        sql = "SELECT title FROM feed WHERE CAST(id AS TEXT) = ?"
        if (title := self._db.value(sql, (wanted,))) is not None:
            raise NotFoundError(
                f"Feed {wanted} ({title}) is followed no longer; `newsreel feeds` lists those that are."
            )

    def folders(self) -> builtins.list[str]:
        """Return the folders that hold a feed."""
        sql = "SELECT DISTINCT name FROM folder JOIN feed ON folder_id = folder.id WHERE removed_at IS NULL"
        return sorted((row[0] for row in self._db.rows(sql)), key=str.casefold)

    def add(
        self,
        url: str,
        *,
        title: str | None,
        folder: str | None,
        full_text: FullText | None,
        private: bool = False,
    ) -> Feed:
        """Follow a feed, or return the one followed; one left before comes back with its read marks."""
        now, url = int(self._clock()), storable(url)
        with self._db.write(durable=True) as write:
            known = fetch(write, _BY_URL, (url,))
            feed_id = known[0][0] if known else insert(write, url, now)
            if known and known[0][1]:
                list_again(write, feed_id, now)
            if title is not None:
                put(write, feed_id, "own_title", title_of(title))
            if folder is not None:
                move(write, feed_id, folder)
            if full_text is not None:
                put(write, feed_id, "full_text", FULL_TEXT[full_text])
            if private:
                put(write, feed_id, "private", 1)
        return self.get(feed_id)

    def add_all(self, wanted: Iterable[Wanted]) -> tuple[builtins.list[int], builtins.list[int]]:
        """Follow many feeds in one transaction; those followed keep their titles and folders.

        One that was never asked and has neither gets them: newsboat's `urls` may come after its cache.
        """
        now, added, already = int(self._clock()), list[int](), list[int]()
        with self._db.write(durable=True) as write:
            left: dict[str, int] = dict(fetch(write, _LEFT))
            for url, title, folder, site_url in wanted:
                url = storable(url)
                if (known := write.execute(_FOLLOWED, (url,)).get) is not None:
                    already.append(known)
                    if (title or folder) and write.execute(_BARE, (known,)).get:
                        put(write, known, "own_title", title_of(title))
                        move(write, known, folder)
                    continue
                if (feed_id := left.pop(url, None)) is None:
                    feed_id = insert(write, url, now)
                else:
                    list_again(write, feed_id, now)
                if title is not None:
                    put(write, feed_id, "own_title", title_of(title))
                if folder is not None:
                    move(write, feed_id, folder)
                if site_url is not None:  # until the feed says it, which one that is gone never does
                    put(write, feed_id, "site_url", site_url)
                added.append(feed_id)
        return added, already

    def remove(self, feed_id: int) -> None:
        """Take a feed and its articles out of every list."""
        self.get(feed_id)
        with self._db.write(durable=True) as write:
            leave(write, feed_id, int(self._clock()))

    def restore(self, feed_id: int) -> Feed:
        """Undo `remove`."""
        with self._db.write(durable=True) as write:
            url = write.execute("SELECT url FROM feed WHERE id = ?", (feed_id,)).get
            if url is None:
                _missing(str(feed_id))
            _refuse_twice(write, url, feed_id)
            list_again(write, feed_id, int(self._clock()))
        return self.get(feed_id)

    def edit(
        self,
        feed_id: int,
        *,
        title: str | Unset | None,
        folder: str | Unset | None,
        url: str | Unset,
        full_text: FullText | Unset | None,
    ) -> Feed:
        """Change what is given."""
        old = self.get(feed_id)
        with self._db.write(durable=True) as write:
            if title is not UNSET:
                put(write, feed_id, "own_title", title_of(title))
            if folder is not UNSET:
                move(write, feed_id, folder)
            if full_text is not UNSET:
                put(write, feed_id, "full_text", FULL_TEXT[full_text])
            if url is not UNSET and (url := storable(url)) != old.url:
                _refuse_twice(write, url, feed_id)
                readdress(write, feed_id, url, old.url, int(self._clock()))
        return self.get(feed_id)


def _feed(row: Row, now: int) -> Feed:
    *values, notice, former_url, followed_at, full_text, own_title = row[1:]
    lately = followed_at is not None and now - followed_at < TOLD_SECONDS
    moved = f"It has moved for good and is followed here; it was at {former_url}."
    told = " ".join(filter(None, (moved if former_url and lately else None, notice))) or None
    own = {"full_text": CHOSEN[full_text], "own_title": own_title}
    return Feed(**dict(zip(_COLUMNS, values, strict=True)), notice=told, **own)


def _missing(ref: str) -> NoReturn:
    raise NotFoundError(f"No feed is called “{ref}”; `newsreel feeds` lists those there are.")


def _ambiguous(ref: str, found: list[Feed]) -> NoReturn:
    names = ", ".join(f"{feed.title} ({feed.id})" for feed in found[:5])
    more = ", …" if len(found) > 5 else ""
    raise NotFoundError(f"“{ref}” could be any of {len(found)} feeds: {names}{more}; give an id instead.")


def _refuse_twice(write: apsw.Connection, url: str, feed_id: int) -> None:
    sql = "SELECT title FROM feed WHERE url = ? AND removed_at IS NULL AND id <> ?"
    other = write.execute(sql, (url, feed_id)).get
    if other is not None:
        raise UsageError(f"{url} is followed already, as {other}; remove one of the two first.")
