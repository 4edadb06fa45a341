"""The front desk's window for those who move: what is theirs goes out, and comes in elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.library.subscribing import SubscriptionDesk

if TYPE_CHECKING:
    from reader.store.carried import Came, Carried, CarriedBookmark
    from reader.store.taking_over import Kept, Took


class CarryDesk(SubscriptionDesk):
    """What `Library` hands out to be taken along, and takes in; imported when it is asked."""

    def carried(self) -> Carried:
        """Return what is the person's own but for the saved copies, which may be too many to hold."""
        from reader.store.carried import Carried
        from reader.store.carrying import feeds, follows, marks, mutes

        db = self._db
        return Carried(newsreel=1, feeds=feeds(db), follows=follows(db), mutes=mutes(db), marks=marks(db))

    def carried_bookmarks(self, article_ids: Iterable[int]) -> Iterator[CarriedBookmark]:
        """Yield the saved copies of articles, each with its text; what is no bookmark is passed over."""
        from msgspec.structs import replace

        from reader.store.carrying import bookmark
        from reader.text.render import as_text

        for article_id in article_ids:
            if found := bookmark(self._db, article_id):
                yield replace(found, text=as_text(found.document) if found.document else found.summary)

    def take_in(self, carried: Carried) -> Came:
        """Add what was carried and is not here, made safe first; return how much came. All or nothing."""
        from reader.library.at_home import at_home
        from reader.library.luggage import safe
        from reader.store.arriving import take_in
        from reader.text.render import as_html

        now = int(self.clock())
        answering = {feed.url for feed in self.feeds() if feed.status in ("ok", "never")}
        known = at_home(safe(carried, now), self.followed_at(or_left=True), answering)
        return take_in(self._db, known, now, as_html)

    def take_over(self, feed_id: int, kept: Sequence[Kept], *, others: Collection[bytes], seen: int) -> Took:
        """Shelve what another reader kept of a feed, a few articles at a time; what is here stays as it is.

        `others`: the first keys of all that comes; `seen`: when it counts as first seen.
        """
        from reader.store.taking_over import take_over

        return take_over(self._db, feed_id, kept, others=others, seen=seen, now=self.clock())

    def name_taken(self, names: Iterable[tuple[int, str, str | None]]) -> None:
        """Name feeds that were never asked, by id, title and site; all that was taken is on the disk then."""
        from reader.store.taking_over import name

        name(self._db, names)
