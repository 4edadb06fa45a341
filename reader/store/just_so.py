"""What of a feed the library has just so already: entries to pass over, and entries whose texts may wait."""

from __future__ import annotations

from collections.abc import Sequence

from reader.incoming import Entry
from reader.store.database import Database
from reader.store.identity import Saying, saying
from reader.store.matching import items
from reader.store.values import as_json

_LOOKED_UP = """
SELECT s.guid_key, s.link_key, a.digest FROM status s LEFT JOIN article a ON a.id = s.id
WHERE s.feed_id = ?1 AND s.guid_key IN (SELECT unhex(value) FROM json_each(?2))
UNION ALL
SELECT s.guid_key, s.link_key, a.digest FROM status s LEFT JOIN article a ON a.id = s.id
WHERE s.feed_id = ?1 AND s.link_key IN (SELECT unhex(value) FROM json_each(?3))
"""
_NEWEST = """
SELECT a.digest FROM feed f CROSS JOIN status s INDEXED BY list_feed ON s.feed_id = f.id
     JOIN article a ON a.id = s.id
WHERE f.id = ? AND f.by_link = 0 AND s.listed = 1 ORDER BY s.sort DESC, s.id DESC LIMIT ?
"""
_SAID = """
SELECT a.url, a.title, a.published FROM status s JOIN article a ON a.id = s.id
WHERE s.feed_id = ? AND s.listed = 1 AND s.sort IN (SELECT value FROM json_each(?))
"""


def just_so(db: Database, feed_id: int, many: int) -> frozenset[bytes]:
    """Return the digests of a feed's newest articles: entries with these need no second look.

    None of a feed whose guids repeat, in which one entry says which article another is.
    """
    return frozenset(row[0] for row in db.rows(_NEWEST, (feed_id, many)) if row[0])


def can_wait(db: Database, feed_id: int, entries: Sequence[Entry]) -> set[bytes]:
    """Return the digests of entries that may be saved as drafts: new by both keys, or known just so."""
    digests = {entry.digest for entry in entries}
    if db.value("SELECT 1 FROM status WHERE feed_id = ? LIMIT 1", (feed_id,)) is None:
        return digests
    by_link = bool(db.value("SELECT by_link FROM feed WHERE id = ?", (feed_id,)))
    keyed = items(entries, by_link=by_link)
    guids = as_json([item.guid.hex() for item in keyed])
    links = as_json([item.link.hex() for item in keyed if item.link])
    rows = db.rows(_LOOKED_UP, (feed_id, guids, links))
    known: set[bytes | None] = {key for row in rows for key in row[:2]} - {None}
    new = [item.entry for item in keyed if known.isdisjoint((item.guid, item.link))]
    said = _said_already(db, feed_id, new)
    unsaid = {each.digest for each in new if saying(each.url, each.title, each.published) not in said}
    return unsaid | digests.intersection(row[2] for row in rows)


def _said_already(db: Database, feed_id: int, entries: Sequence[Entry]) -> set[Saying | None]:
    """Return the words of articles that entries with new keys may be."""
    moments = as_json([each.published for each in entries if each.published])
    return {saying(*row) for row in db.rows(_SAID, (feed_id, moments))} - {None}
