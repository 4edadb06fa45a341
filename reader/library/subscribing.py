"""The front desk's window for subscriptions: what is followed, left and come back to, and how each does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from reader.clock import Clock
from reader.model import Feed, FullText
from reader.store.database import Database
from reader.store.subscriptions import UNSET, Subscriptions, Unset, Wanted

if TYPE_CHECKING:
    from reader.config import FeedConfig
    from reader.news import Silence


_Other = TypeVar("_Other")


class SubscriptionDesk:
    """What `Library` answers about the feeds themselves."""

    clock: Clock
    _db: Database

    @cached_property
    def _subscriptions(self) -> Subscriptions:
        return Subscriptions(self._db, self.clock)

    def feeds(self) -> list[Feed]:
        """Return every subscription with its health and counts: by folder as first made, then by title."""
        return self._subscriptions.all()

    def feed(self, feed_id: int) -> Feed:
        """Return one subscription; NotFoundError."""
        return self._subscriptions.get(feed_id)

    def find_feed(self, ref: str) -> Feed:
        """Return the one feed with this id, URL (however written) or part of a title; NotFoundError."""
        from reader.feeds.target import place  # costs more than the reader's start may

        asked = place(ref) if "://" in ref else None
        same = [feed.url for feed in self.feeds() if asked and place(feed.url) == asked]
        return self._subscriptions.find(same[0] if len(same) == 1 else ref)

    def followed_at(self, *, or_left: bool = False) -> Callable[[str], str | None]:
        """Return what tells where a feed is followed that a list names; None: nowhere.

        Lists are written elsewhere: they may name it over the other of http and https, or where it was before
        it moved. `or_left`: also where one that was left went to, if nothing else was ever at the place.
        """
        from reader.feeds.target import place

        known = self._subscriptions.addresses()
        here, ever = {url for url, _, left in known if not left}, {url for url, _, _ in known}
        places = {place(old): url for url, old, left in known if left and or_left and old and old not in ever}
        places |= {place(old): url for url, old, left in known if old and not left}
        places |= {place(url): url for url in here}
        return lambda url: url if url in here else places.get(place(url))

    def gone_quiet(self) -> dict[int, Silence]:
        """Return the silence of each feed that answers but has said nothing for far longer than before."""
        from reader.store.silence import gone_quiet

        return gone_quiet(self._db, int(self.clock()))

    def folders(self) -> list[str]:
        """Return the names of the folders in use, in alphabetical order."""
        return self._subscriptions.folders()

    def subscribe(
        self,
        url: str,
        *,
        title: str | None = None,
        folder: str | None = None,
        full_text: FullText | None = None,
        private: bool = False,
    ) -> Feed:
        """Follow a feed from now on. One already followed is returned, its read marks kept.

        `private`: the person said that it may be on this computer or the local network. UsageError for a
        title or folder beyond all length.
        """
        title, folder = _typed(title, "A title"), _typed(folder, "A folder's name")
        return self._subscriptions.add(url, title=title, folder=folder, full_text=full_text, private=private)

    def subscribe_all(self, wanted: Iterable[Wanted]) -> tuple[list[int], list[int]]:
        """Follow feeds, all or none; return the ids added, and those had before.

        Lists are written by others: their names are cleaned, and cut where they are too long.
        """
        from reader.library.typed import cut

        return self._subscriptions.add_all(
            (url, title and cut(title), folder and cut(folder), site) for url, title, folder, site in wanted
        )

    def unsubscribe(self, feed_id: int) -> None:
        """Take a feed and its articles out of every list. Bookmarks stay, and so do read marks."""
        self._subscriptions.remove(feed_id)

    def resubscribe(self, feed_id: int) -> Feed:
        """Undo `unsubscribe`."""
        return self._subscriptions.restore(feed_id)

    def edit_feed(
        self,
        feed_id: int,
        *,
        title: str | Unset | None = UNSET,
        folder: str | Unset | None = UNSET,
        url: str | Unset = UNSET,
        full_text: FullText | Unset | None = UNSET,
    ) -> Feed:
        """Change what is given. None: the feed's own title, no folder, full text as the settings say.

        UsageError for a title or folder beyond all length.
        """
        title, folder = _typed(title, "A title"), _typed(folder, "A folder's name")
        return self._subscriptions.edit(feed_id, title=title, folder=folder, url=url, full_text=full_text)

    def rename_folder(self, old: str, new: str) -> tuple[list[int], bool]:
        """Give a folder another name; one that another has makes the two one.

        Return the feeds it held, and whether that was so. UsageError for no name or one beyond all length;
        NotFoundError.
        """
        from reader.store.folders import rename

        return rename(self._db, old, _typed(new, "A folder's name"))

    def part_folder(self, feed_ids: Iterable[int], folder: str) -> None:
        """Put feeds into a folder again: undoes that two became one."""
        from reader.store.folders import put_back

        put_back(self._db, feed_ids, folder)

    def settle(self, chosen: Mapping[str, FeedConfig]) -> dict[int, FeedConfig]:
        """Give feeds what the settings file says of them, by number or address; return it by id."""
        from reader.store.overrides import settle

        return settle(self._db, chosen)


def _typed(name: str | _Other, what: str) -> str | _Other:
    """Return a name as it was typed, if it is of a length that names may have."""
    from reader.library.typed import fits

    return fits(name, what) if isinstance(name, str) else name
