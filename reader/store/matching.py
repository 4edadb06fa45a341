"""Pairing what a feed says with what is on the shelf, by the keys of `identity`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import apsw

from reader.model import Entry
from reader.store.database import fetch
from reader.store.identity import guid_key, link_key

_KNOWN = """
SELECT s.id, s.guid_key, s.sort, a.id IS NOT NULL, a.url, a.title, a.published, a.updated, a.digest,
       a.silent_edits, a.words
FROM status s LEFT JOIN article a ON a.id = s.id WHERE s.feed_id = ? AND
"""


class Item(NamedTuple):
    """An entry with the keys it goes by."""

    entry: Entry
    guid: bytes
    link: bytes | None


class Known(NamedTuple):
    """What the shelf holds of an entry; without the article, only that it was there."""

    id: int
    guid: bytes
    sort: int
    here: int
    url: str | None
    title: str | None
    published: int | None
    updated: int | None
    digest: bytes | None
    silent_edits: int | None
    words: int | None


class Shelf(NamedTuple):
    """One feed while it is being saved."""

    write: apsw.Connection
    feed_id: int
    folder_id: int | None
    last_success: int | None
    now: int


def items(entries: Iterable[Entry], *, by_link: bool) -> list[Item]:
    """Entries with their keys, each first key once."""
    items: dict[bytes, Item] = {}
    for entry in entries:
        key = guid_key(entry, by_link=by_link)
        items.setdefault(key, Item(entry, key, link_key(entry.url)))
    return list(items.values())


def recognise(shelf: Shelf, items: list[Item]) -> list[tuple[Item, Known | None]] | None:
    """Pair items with what is known of them; None if a guid turns out to be used again for something else."""
    guids = {item.guid for item in items}
    links = Counter(item.link for item in items)
    pairs: list[tuple[Item, Known | None]] = []
    for item in items:
        known = _look_up(shelf, "s.guid_key = ?", item.guid)
        if known and _reused(known[0], item):
            return None
        once = item.link is not None and links[item.link] == 1
        pairs.append((item, known[0] if known else _by_link(shelf, item, guids) if once else None))
    return pairs


def _by_link(shelf: Shelf, item: Item, guids: set[bytes]) -> Known | None:
    """Find the one entry of this link, unless the feed still says it under its own guid."""
    found = _look_up(shelf, "s.link_key = ?", item.link)
    if len(found) != 1 or found[0].guid in guids:
        return None
    (known,) = found
    same_day = known.published is not None and known.published == item.entry.published
    return known if not known.here or same_day or known.title == item.entry.title else None


def _look_up(shelf: Shelf, condition: str, key: bytes | None) -> list[Known]:
    return [Known(*row) for row in fetch(shelf.write, _KNOWN + condition, (shelf.feed_id, key))]


def _reused(known: Known, item: Item) -> bool:
    """Tell whether a guid now stands for another article: link, title and day are all different."""
    entry = item.entry
    if not known.here or known.title == entry.title or link_key(known.url) == item.link:
        return False
    return bool(known.published and entry.published and abs(known.published - entry.published) > 86400)
