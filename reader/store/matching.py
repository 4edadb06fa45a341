"""Pairing what a feed says with what is on the shelf, by the keys of `identity`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import apsw

from reader.incoming import Entry
from reader.store.database import fetch
from reader.store.identity import Saying, guid_key, link_key, saying
from reader.store.values import Incomplete

_KNOWN = """
SELECT s.id, s.guid_key, s.link_key, s.sort, a.id IS NOT NULL, a.url, a.title, a.published, a.updated,
       a.digest, a.silent_edits, a.words
FROM status s LEFT JOIN article a ON a.id = s.id WHERE s.feed_id = ? AND
"""
_AT_ONCE = 500
"""Keys looked up by one statement."""


class Item(NamedTuple):
    """An entry with the keys it goes by."""

    entry: Entry
    guid: bytes
    link: bytes | None


class Known(NamedTuple):
    """What the shelf holds of an entry; without the article, only that it was there."""

    id: int
    guid: bytes
    link: bytes | None
    sort: int
    here: int
    url: str | None
    title: str | None
    published: int | None
    updated: int | None
    digest: bytes | None
    silent_edits: int | None
    words: int | None


class Elsewhere(NamedTuple):
    """Entries that are not to be paired: first keys of those said elsewhere, digests of those passed over."""

    keys: Collection[bytes]
    passed_over: Collection[bytes]

    def tells(self, known: Known) -> bool:
        """Tell whether an article is one said elsewhere. Incomplete: one passed over tells it."""
        if known.digest in self.passed_over:
            raise Incomplete
        return known.guid in self.keys


class Shelf(NamedTuple):
    """One feed while it is being saved."""

    write: apsw.Connection
    feed_id: int
    folder_id: int | None
    last_success: int | None
    seen: int
    """When its new entries count as first seen."""
    filled: bool
    """Whether it holds anything."""


def items(entries: Iterable[Entry], *, by_link: bool) -> list[Item]:
    """Entries with their keys, each first key once."""
    items: dict[bytes, Item] = {}
    for entry in entries:
        key = guid_key(entry, by_link=by_link)
        items.setdefault(key, Item(entry, key, link_key(entry.url)))
    return list(items.values())


def recognise(
    shelf: Shelf, items: list[Item], others: Collection[bytes] = (), passed_over: Collection[bytes] = ()
) -> list[tuple[Item, Known | None]] | None:
    """Pair items with what is known of them; None if a guid turns out to be used again for something else.

    `others`: first keys of entries said elsewhere; what is known by one of these is no item that has another.
    `passed_over`: digests of entries that are not here; Incomplete where another may be the article of one.
    """
    by_guid = {known.guid: known for known in _look_up(shelf, "guid_key", [item.guid for item in items])}
    told = {(item.link, item.entry.title) for item in items if item.link}
    if any(item.guid in by_guid and _reused(by_guid[item.guid], item, told) for item in items):
        return None
    known = by_guid | _by_link(shelf, items, by_guid, Elsewhere(others, passed_over))
    rest = [item for item in items if item.guid not in known]
    known |= _by_saying(shelf, rest, known.values(), Elsewhere(others, passed_over))
    return [(item, known.get(item.guid)) for item in items]


def _by_link(
    shelf: Shelf, items: list[Item], by_guid: dict[bytes, Known], elsewhere: Elsewhere
) -> dict[bytes, Known]:
    """Find entries whose guid changed: the only one of their link, here and in the feed."""
    guids = {item.guid for item in items}
    links = Counter(item.link for item in items)
    strange = {item.link: item for item in items
               if item.link and links[item.link] == 1 and item.guid not in by_guid}  # fmt: skip
    found: defaultdict[bytes, list[Known]] = defaultdict(list)
    for known in _look_up(shelf, "link_key", list(strange)):
        if not elsewhere.tells(known):
            found[known.link or b""].append(known)
    return {
        strange[link].guid: several[0]
        for link, several in found.items()
        if len(several) == 1 and several[0].guid not in guids and _same(several[0], strange[link].entry)
    }


def _by_saying(
    shelf: Shelf, strange: list[Item], told: Iterable[Known], elsewhere: Elsewhere
) -> dict[bytes, Known]:
    """Find entries whose guid and link changed: of these words there is but one here, and one in the feed."""
    alike: defaultdict[Saying | None, list[Item]] = defaultdict(list)
    for item in strange:
        alike[saying(item.entry.url, item.entry.title, item.entry.published)].append(item)
    alike.pop(None, None)
    taken = {known.id for known in told}
    found: defaultdict[Saying | None, list[Known]] = defaultdict(list)
    for known in _look_up(shelf, "listed = 1 AND s.sort", list({said[2] for said in alike if said})):
        said = saying(known.url, known.title or "", known.published)
        if said in alike and known.id not in taken and not elsewhere.tells(known):
            found[said].append(known)
    return {
        here[0].guid: found[said][0]
        for said, here in alike.items()
        if len(here) == 1 == len(found.get(said, ()))
    }


def _same(known: Known, entry: Entry) -> bool:
    """Tell whether an entry under the same link is the same article."""
    same_day = known.published is not None and known.published == entry.published
    return not known.here or same_day or known.title == entry.title


def _look_up(shelf: Shelf, column: str, keys: Sequence[bytes | int]) -> Iterator[Known]:
    """Yield what the shelf holds under any of these keys."""
    waiting = iter(keys if shelf.filled else ())
    while some := list(islice(waiting, _AT_ONCE)):
        places = ",".join("?" * len(some))
        for row in fetch(shelf.write, f"{_KNOWN} s.{column} IN ({places})", (shelf.feed_id, *some)):
            yield Known(*row)


def _reused(known: Known, item: Item, told: Collection[tuple[bytes, str]]) -> bool:
    """Tell whether a guid now stands for another article: its link and title are others, and so is its day.

    Or `told`, the links and titles in the feed, has the former article under another guid.
    """
    if not is_another(known, item):
        return False
    if (known.link, known.title) in told:
        return True
    then, now = known.published, item.entry.published
    return bool(then and now and abs(then - now) > 86400)


def is_another(known: Known, item: Item) -> bool:
    """Tell whether an entry has neither the title nor the link of the article that is known by its guid."""
    if not known.here or known.guid != item.guid:
        return False
    return known.title != item.entry.title and link_key(known.url) != item.link
