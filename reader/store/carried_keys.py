"""The keys that what is carried from elsewhere goes by: which articles of a feed come along."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from reader.incoming import Entry
from reader.store.carried import NOWHERE, Carried, CarriedBookmark
from reader.store.identity import guid_key, link_key


class CarriedKeys:
    """The keys that what is carried goes by, feed by feed, as hex."""

    def __init__(self, carried: Carried) -> None:
        self._of_feed: defaultdict[str, set[str]] = defaultdict(set)
        self._of_link: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for mark in carried.marks:
            self._add(mark.feed_url, mark.key, mark.link)
        for each in carried.bookmarks:
            self._add(each.feed_url or NOWHERE, *keys_of(each))

    def _add(self, url: str, key: str, link: str | None) -> None:
        self._of_feed[url].add(key)
        if link:
            self._of_link[url, link].add(key)

    def has(self, url: str, key: str) -> bool:
        """Tell whether an article of a feed is carried."""
        return key in self._of_feed[url]

    def alone(self, url: str, link: str) -> bool:
        """Tell whether only one article of a feed is carried that has this link."""
        return len(self._of_link[url, link]) == 1


def keys_of(mark: CarriedBookmark) -> tuple[str, str | None]:
    """Return the keys of a bookmark's article; another program writes none."""
    plain = Entry(guid=None, url=mark.url, title=mark.title, published=seconds(mark.published))
    link = link_key(mark.url)
    return mark.key or guid_key(plain, by_link=False).hex(), mark.link or (link.hex() if link else None)


def seconds(moment: datetime | None) -> int | None:
    """Return a moment as the library keeps it."""
    return None if moment is None else int(moment.timestamp())
