"""Taking over what another reader kept: a few articles in one transaction, twice as good as once.

What is here already stays as it is; only what the person never marked here is read where it was read there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from reader.incoming import Entry
from reader.store import bookmarks, saving
from reader.store.database import Database, fetch
from reader.store.identity import guids_repeat
from reader.store.matching import Item, Known, Shelf, items, recognise
from reader.store.short_lists import unpack_words

_SHELF = """
SELECT folder_id, by_link, EXISTS (SELECT 1 FROM status WHERE feed_id = feed.id)
FROM feed WHERE id = ? AND removed_at IS NULL
"""
_GONE = """
INSERT INTO status (feed_id, folder_id, guid_key, link_key, sort, first_seen, read, marked_at, listed)
VALUES (?, ?, ?, ?, ?, ?, 1, ?, 0)
"""
_CAME_READ = "UPDATE status SET marked_at = ? WHERE id >= ? AND feed_id = ? AND read = 1"
_MARK = "UPDATE status SET read = 1, marked_at = ? WHERE id = ? AND read = 0 AND marked_at IS NULL"
_SAVED = "SELECT tags, removed_at IS NOT NULL FROM bookmark WHERE article_id = ?"
_TAG = "UPDATE bookmark SET tags = ? WHERE article_id = ?"
# What a feed says of itself is known better once it was asked.
_NAME = """
UPDATE feed SET feed_title = iif(last_success IS NULL, coalesce(nullif(?1, ''), feed_title), feed_title),
                site_url = coalesce(site_url, ?2)
FROM fetch WHERE feed_id = id AND id = ?3
"""


class Kept(Struct, frozen=True):
    """An article another reader kept, cleaned. One that has tags is to be a bookmark, and has its text.

    `gone`: it was deleted there, so only that it was read is kept: its feed may say it for weeks.
    """

    entry: Entry
    read: bool = False
    gone: bool = False
    tags: tuple[str, ...] = ()


class Took(Struct, frozen=True):
    """How many articles, read marks and bookmarks came that were not here."""

    articles: int = 0
    marks: int = 0
    bookmarks: int = 0


def take_over(
    db: Database, feed_id: int, kept: Sequence[Kept], *, others: Collection[bytes], seen: int, now: float
) -> Took:
    """Shelve articles of a feed that are not here, as they were read and flagged. One left stays left.

    `others`: the first keys of all that is taken over; what goes by one of these is that, and no other.
    `seen`: when all of it counts as first seen.
    """
    with db.write() as write:
        found = fetch(write, _SHELF, (feed_id,))
        if not found:
            return Took()
        folder_id, by_link, filled = found[0]
        shelf = Shelf(write, feed_id, folder_id, None, seen, bool(filled))
        taking = _Taking(shelf, kept, now)
        pairs = _pairs(shelf, [each.entry for each in kept], by_link=bool(by_link), others=others)
        ids = taking.shelve(taking.remember([item for item, known in pairs if known is None]))
        marks = sum([taking.mark(item, known) for item, known in pairs])
        flagged = [taking.flag(item, known, ids) for item, known in pairs]
        return Took(articles=len(ids), marks=marks, bookmarks=sum(flagged))


def name(db: Database, names: Iterable[tuple[int, str, str | None]]) -> None:
    """Name feeds that were never asked, by id, title and site. With it, all that came is on the disk."""
    with db.write(durable=True) as write:
        for feed_id, title, site_url in names:
            write.execute(_NAME, (title, site_url, feed_id))


def _pairs(
    shelf: Shelf, entries: list[Entry], *, by_link: bool, others: Collection[bytes]
) -> list[tuple[Item, Known | None]]:
    """Pair entries with what is here: by link where guids are used again."""
    if by_link or guids_repeat(entries):
        return recognise(shelf, items(entries, by_link=True), others) or []
    told = recognise(shelf, items(entries, by_link=False), others)
    if told is not None or len(entries) == 1:
        return told or _pairs(shelf, entries, by_link=True, others=others)
    # One of the guids stands for another article here; what goes by the others is as it was.
    alone = [pair for one in entries for pair in _pairs(shelf, [one], by_link=False, others=others)]
    return list({item.guid: (item, known) for item, known in reversed(alone)}.values())


class _Taking:
    """One transaction of taking over."""

    def __init__(self, shelf: Shelf, kept: Sequence[Kept], now: float) -> None:
        self._shelf, self._write, self._now = shelf, shelf.write, now
        self._kept = {id(each.entry): each for each in kept}
        # After all of it came: else what is unread would count as an echo of what had been read before.
        self._marked_at = shelf.seen + 1

    def remember(self, new: list[Item]) -> list[Item]:
        """Note those that were deleted as read, should their feed say them again; return the others."""
        for item in (each for each in new if self._of(each).gone):
            place = (self._shelf.feed_id, self._shelf.folder_id, item.guid, item.link)
            sort = item.entry.published or self._shelf.seen
            self._write.execute(_GONE, (*place, sort, self._shelf.seen, self._marked_at))
        return [each for each in new if not self._of(each).gone]

    def shelve(self, new: list[Item]) -> dict[bytes, int]:
        """Put new articles on the shelf, the newest last; return their ids by first key."""
        if not new:
            return {}
        new = sorted(new, key=lambda item: item.entry.published or self._shelf.seen)
        unread = {item.guid for item in new if not self._of(item).read}
        first = saving.insert(self._shelf, new, unread)
        self._write.execute(_CAME_READ, (self._marked_at, first, self._shelf.feed_id))
        return {item.guid: number for number, item in enumerate(new, first)}

    def mark(self, item: Item, known: Known | None) -> bool:
        """Mark an article that is here read where it was read there; tell whether that is news."""
        one = self._of(item)
        if known is None or not one.read:
            return one.read and not one.gone
        self._write.execute(_MARK, (self._marked_at, known.id))
        return bool(self._write.changes())

    def flag(self, item: Item, known: Known | None, ids: dict[bytes, int]) -> bool:
        """Make a bookmark of what was flagged; one given up here stays so. Tell whether one came."""
        tags = self._of(item).tags
        if not tags:
            return False
        article_id = known.id if known else ids[item.guid]
        had = fetch(self._write, _SAVED, (article_id,))
        if had and had[0][1]:
            return False
        if not had:
            self._copy(item, known, article_id)
        more = (*unpack_words(had[0][0]), *tags) if had else tags
        self._write.execute(_TAG, (bookmarks.pack_tags(more), article_id))
        bookmarks.settle(self._write, article_id)
        return not had

    def _copy(self, item: Item, known: Known | None, article_id: int) -> None:
        if known and not known.here:  # let go of in the meantime, and had again
            saving.change(self._shelf, item, known)
        bookmarks.copy(self._write, article_id, self._now)

    def _of(self, item: Item) -> Kept:
        return self._kept[id(item.entry)]
