"""Saving what a feed said: new entries shelved, known ones changed in place, none ever deleted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from hashlib import blake2b

import msgspec

from reader.incoming import Entry, ParsedFeed
from reader.store import bodies, drafts, edits, measuring
from reader.store.database import Database, fetch
from reader.store.fetching import answered
from reader.store.identity import guids_repeat
from reader.store.matching import Item, Known, Shelf, is_another, items, recognise
from reader.store.short_lists import pack_list
from reader.store.values import Answer, Incomplete, Saved

FIRST_UNREAD = 10
FIRST_SPAN = 3 * 86400
BACKLOG_SPAN = 7 * 86400
DAY = 86400
# A name once known is not given up for none.
_FEED = """
UPDATE feed SET feed_title = coalesce(nullif(?, ''), feed_title), site_url = coalesce(?, site_url), format = ?
WHERE id = ?
"""


def save_feed(
    db: Database, feed_id: int, feed: ParsedFeed, answer: Answer, *, now: int, seen: int | None = None
) -> Saved:
    """Save a feed in one transaction; Incomplete. One left in the meantime stays left.

    `seen`: when its new entries count as first seen, if not now.
    """
    seen = now if seen is None else seen
    with db.write() as write:
        sql = (
            "SELECT folder_id, last_success, by_link, EXISTS (SELECT 1 FROM status WHERE feed_id = feed.id) "
            "FROM feed JOIN fetch ON feed_id = id WHERE id = ? AND removed_at IS NULL"
        )
        found = fetch(write, sql, (feed_id,))
        if not found:
            return Saved()
        folder_id, last_success, by_link, filled = found[0]
        saved = _save(Shelf(write, feed_id, folder_id, last_success, seen, bool(filled)), feed, bool(by_link))
        name = feed.title if feed.named or last_success is None else ""
        write.execute(_FEED, (name, feed.site_url, feed.format, feed_id))
        answered(write, feed_id, answer, etag=answer.etag, last_modified=answer.last_modified, now=now)
        return saved


def _save(shelf: Shelf, feed: ParsedFeed, by_link: bool) -> Saved:
    entries = feed.entries
    pairs = None
    if not by_link and not guids_repeat(entries):
        pairs = recognise(shelf, items(entries, by_link=False), passed_over=feed.known)
    if pairs is None:
        if not by_link:
            if feed.known:
                raise Incomplete
            shelf.write.execute("UPDATE feed SET by_link = 1 WHERE id = ?", (shelf.feed_id,))
        pairs = recognise(shelf, items(entries, by_link=True)) or []
    if feed.known and any(known and _is_unsure(item, known, feed.known) for item, known in pairs):
        raise Incomplete
    new = [item for item, known in pairs if known is None]
    # Feeds put the newest first: saved from the end, its id is highest, which settles ties of time.
    unread = _unread(shelf, new)
    insert(shelf, new[::-1], unread)
    told = [(item, known) for item, known in pairs if known is not None]
    edited = [(item, known) for item, known in told if known.digest != digest(item.entry)]
    edits.note(shelf, edited, len(pairs) + len(feed.known))
    changed = [change(shelf, item, known) for item, known in told]
    return Saved(len(new), sum(changed), sum(item.guid in unread for item in new))


def _is_unsure(item: Item, known: Known, passed_over: Collection[bytes]) -> bool:
    """Tell whether another entry of the feed may be the article that one is taken for.

    It is one passed over; or the article has neither its title nor its link, and one passed over may tell it.
    """
    return known.digest in passed_over or is_another(known, item)


# ---------------------------------------------------------------- new entries


def _unread(shelf: Shelf, new: list[Item]) -> set[bytes]:
    """Choose which new entries are news: the rest goes on the shelf read."""
    dated = [(item.entry.published or shelf.seen, item.guid) for item in new]
    if shelf.last_success is not None:
        return {guid for when, guid in dated if when >= shelf.last_success - BACKLOG_SPAN}
    recent = [pair for pair in dated if pair[0] >= shelf.seen - FIRST_SPAN]
    return {guid for _, guid in sorted(recent, key=lambda pair: -pair[0])[:FIRST_UNREAD]}


def insert(shelf: Shelf, new: list[Item], unread: set[bytes]) -> int:
    """Put new entries on the shelf in this order, the rows of each table in one go; return the first's id."""
    if not new:
        return 0
    counts = [0 if item.entry.draft else measuring.words(item.entry.document) for item in new]
    shelf.write.executemany(
        "INSERT INTO status (feed_id, folder_id, guid_key, link_key, sort, first_seen, read, full_text) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                shelf.feed_id, shelf.folder_id, item.guid, item.link, item.entry.published or shelf.seen,
                shelf.seen, item.guid not in unread, measuring.is_full(item.entry, count),
            )
            for item, count in zip(new, counts, strict=True)
        ],
    )  # fmt: skip
    # Ids rise by one within a transaction.
    first = shelf.write.last_insert_rowid() - len(new) + 1
    for sql in COUNTED:
        shelf.write.execute(sql, (first,))
    numbered = list(enumerate((item.entry for item in new), first))
    drafts.keep(shelf.write, ((number, entry.draft) for number, entry in numbered if entry.draft))
    articles = (
        _article(number, entry, digest(entry), words=count)
        for (number, entry), count in zip(numbered, counts, strict=True)
    )
    shelf.write.executemany(_ARTICLE, articles)
    made = ((n, *bodies.pack(entry.document, entry.source)) for n, entry in numbered if not entry.draft)
    shelf.write.executemany(_BODY, made)
    return first


# ---------------------------------------------------------------- known entries


def digest(entry: Entry) -> bytes:
    """Return what tells whether an entry was edited. Its date of change alone is no edit."""
    if entry.digest:
        return entry.digest
    plain = msgspec.msgpack.encode(msgspec.structs.replace(entry, updated=None))
    return blake2b(plain, digest_size=16).digest()


def change(shelf: Shelf, item: Item, known: Known) -> bool:
    """Bring a known entry up to date in place; it stays read or unread. Tell whether its text changed."""
    entry, now_digest = item.entry, digest(item.entry)
    if known.guid != item.guid:
        shelf.write.execute(
            "UPDATE status SET guid_key = ?, link_key = ? WHERE id = ?", (item.guid, item.link, known.id)
        )
    if known.digest == now_digest:
        return False
    if entry.draft is not None:  # saved by two processes at once: only its text follows
        drafts.renew(shelf.write, known.id, entry.draft)
        return True
    silent = edits.silent(known, entry)
    if silent > edits.SILENT_EDITS:
        return False
    # A text once had is not given up for none.
    keeps_text = bool(known.words and not entry.document.blocks)
    count = known.words or 0 if keeps_text else measuring.words(entry.document)
    has_page = bool(fetch(shelf.write, _HAS_PAGE, (known.id,)))
    article = _article(known.id, entry, now_digest, words=count, silent_edits=silent)
    shelf.write.execute(_ARTICLE_WITH_PAGE if has_page else _ARTICLE, article)
    if not keeps_text:
        shelf.write.execute(_BODY, (known.id, *bodies.pack(entry.document, entry.source)))
    sort = _place(known, entry)
    full = has_page or (None if keeps_text else measuring.is_full(entry, count))
    shelf.write.execute(_MOVED, (item.link, sort, full, known.id))
    return True


def _place(known: Known, entry: Entry) -> int:
    """Return where a known entry stands in lists, which stay put: it moves when its date is an earlier one.

    And when it came while the clock was days behind, so that its date was not believed then.
    """
    if entry.published is None:
        return known.sort
    ahead = known.here and known.published is None and entry.published > known.sort + DAY
    return entry.published if ahead else min(known.sort, entry.published)


def _article(
    article_id: int, entry: Entry, new_digest: bytes, *, words: int, silent_edits: int = 0
) -> tuple[object, ...]:
    return (
        article_id, entry.guid, entry.url, entry.title, pack_list(entry.authors), entry.published,
        entry.updated, pack_list(entry.categories), entry.summary, entry.image,
        pack_list(entry.enclosures), new_digest, silent_edits,
        measuring.has_trailer(entry.document, entry.enclosures), words,
    )  # fmt: skip


_FIELDS = (
    "guid", "url", "title", "authors", "published", "updated", "categories", "summary", "image",
    "enclosures", "digest", "silent_edits", "has_trailer", "words",
)  # fmt: skip
# Where the page's text is shown, its words count, and what it had beyond the feed stays.
_OF_PAGE = {
    "words": "words",
    "has_trailer": "max(has_trailer, excluded.has_trailer)",
    "image": "coalesce(excluded.image, image)",
    "authors": "iif(excluded.authors = '[]', authors, excluded.authors)",
}


def _upsert(own: Mapping[str, str]) -> str:
    changes = (f"{field} = {own.get(field, f'excluded.{field}')}" for field in _FIELDS)
    return (
        f"INSERT INTO article (id, {', '.join(_FIELDS)}) VALUES (?{', ?' * len(_FIELDS)}) "
        f"ON CONFLICT (id) DO UPDATE SET {', '.join(changes)}"
    )


_ARTICLE, _ARTICLE_WITH_PAGE = _upsert({}), _upsert(_OF_PAGE)
_HAS_PAGE = "SELECT 1 FROM page WHERE article_id = ? AND tree IS NOT NULL"
COUNTED = (
    """
    INSERT INTO feed_count SELECT feed_id, count(*), sum(1 - read), sum(full_text) FROM status
    WHERE id >= ? GROUP BY +feed_id
    ON CONFLICT DO UPDATE SET total = total + excluded.total, unread = unread + excluded.unread,
                              full_text = full_text + excluded.full_text
    """,
    """
    INSERT INTO slot_count SELECT sort / 900, count(*), sum(1 - read) FROM status WHERE id >= ? GROUP BY 1
    ON CONFLICT DO UPDATE SET total = total + excluded.total, unread = unread + excluded.unread
    """,
)
"""Counts new articles, from an id on; every later change is counted by triggers.

The plus keeps SQLite from reading every article there is, to have these in the order of feeds.
"""
_BODY = (
    "INSERT INTO body VALUES (?, ?, ?) "
    "ON CONFLICT (article_id) DO UPDATE SET tree = excluded.tree, source = excluded.source"
)
_MOVED = (
    "UPDATE status SET link_key = ?, sort = ?, listed = 1, full_text = coalesce(?, full_text) WHERE id = ?"
)
