"""The front desk's window for the refresh: what is due, what was said, what is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reader.clock import Clock
from reader.document import Document
from reader.incoming import Entry, ParsedFeed
from reader.model import FeedStatus
from reader.store.database import Database
from reader.store.fetching import Fetching
from reader.store.values import Answer, FeedState, Host, Saved
from reader.store.waiting import middle, pending

if TYPE_CHECKING:
    from reader.store.drafts import Read, ReadWords, Span
    from reader.store.indexing import Index


class RefreshDesk:
    """What `Library` keeps for those who ask the outlets."""

    clock: Clock
    _db: Database

    @cached_property
    def _fetching(self) -> Fetching:
        return Fetching(self._db, self.clock)

    # ------------------------------------------------------------ asking

    def due(self, *, force: bool = False, feed_ids: Iterable[int] | None = None) -> list[FeedState]:
        """Return the feeds to ask for now: of those named, or all; `force` takes also those not due."""
        return self._fetching.due(force=force, feed_ids=feed_ids)

    def settle_clock(self) -> None:
        """Correct what a wrong clock left behind: feeds asked in the future, waits without end."""
        self._fetching.settle_clock()

    def postpone(self, feed_id: int, next_due: int) -> None:
        """Let a feed wait until then, without blame."""
        self._fetching.postpone(feed_id, next_due)

    def hold_host(self, name: str, not_before: int) -> Host:
        """Leave a host alone until then; each hold while one stands is a further strike."""
        return self._fetching.hold(name, not_before)

    def hosts(self) -> list[Host]:
        """Return every host that asked to be left alone and has not answered well since."""
        return self._fetching.hosts()

    def release_host(self, name: str) -> None:
        """Forget a host's strikes once it has answered well."""
        self._fetching.release(name)

    # ------------------------------------------------------------ what was said

    def save_feed(self, feed_id: int, feed: ParsedFeed, answer: Answer, *, seen: int | None = None) -> Saved:
        """Save what a feed said, in one transaction; Incomplete where entries passed over are needed.

        `seen`: when its new entries count as first seen, if not now.
        """
        from reader.store.saving import save_feed  # most refreshes find nothing to save

        return save_feed(self._db, feed_id, feed, answer, now=int(self.clock()), seen=seen)

    def save_unchanged(self, answers: Mapping[int, Answer]) -> None:
        """Note that these feeds answered and have nothing new."""
        self._fetching.unchanged(answers)

    def save_failure(
        self,
        feed_id: int,
        error: str,
        *,
        next_due: int | None,
        status: FeedStatus = "failing",
        counts: bool = True,
    ) -> None:
        """Note that a feed could not be had, and when to ask again (None: not until someone asks).

        `counts`: it is one more failure in a row of this feed.
        """
        self._fetching.failure(feed_id, error, next_due=next_due, status=status, counts=counts)

    def save_held(self, feed_id: int, error: str, *, next_due: int) -> None:
        """Note that a feed was not asked, since its host asks to be left alone until then."""
        self._fetching.held(feed_id, error, next_due)

    # ------------------------------------------------------------ the texts, and the index of them

    def just_so(self, feed_id: int, many: int) -> frozenset[bytes]:
        """Return the digests of so many of a feed's newest articles: entries with these say nothing new."""
        from reader.store.just_so import just_so

        return just_so(self._db, feed_id, many)

    def can_wait(self, feed_id: int, entries: Sequence[Entry]) -> set[bytes]:
        """Return the digests of entries whose text need not be made before they are saved."""
        from reader.store.just_so import can_wait

        return can_wait(self._db, feed_id, entries)

    def has_unindexed(self) -> bool:
        """Tell whether any article is not searchable yet, or not held against the mutes."""
        return any(pending(self._db, queue) for queue in ("draft", "unindexed", "unmuted"))

    def unmade_batches(self) -> list[Span]:
        """Return what articles saved without their texts wait in, as it is to be dealt with at once."""
        from reader.store.drafts import batches

        return batches(self._db)

    def teach_ahead(self, batch: Span, read: ReadWords) -> None:
        """Index articles by the words their texts will have; `read` is for a worker only."""
        from reader.store.drafts import words_ahead

        if words := words_ahead(self._db, read, batch):
            self._index.teach_ahead(words)

    def make_batch(self, read: Read, first: int = 0) -> bool:
        """Make and index the texts of a few articles saved without, from an id on; tell whether any were.

        `read` is what touches the bytes of strangers: for a worker only.
        """
        if not pending(self._db, "draft"):
            return False
        from reader.store.drafts import finish

        made = finish(self._db, read, self._words, first)
        if made is None:
            return False
        self._just_made = {one.tree: one.document for one in made}
        self._index.batch([one.id for one in made])
        return True

    def make_one(self, article_id: int, read: Read) -> None:
        """Make the text of one article, if it is still to be made."""
        from reader.store.drafts import finish_one

        finish_one(self._db, read, self._words, article_id)

    def middle_unmade(self, many: int) -> int | None:
        """Return the id in the middle of those whose text is to be made; None where they are not so many."""
        return middle(self._db, many)

    def index_batch(self) -> bool:
        """Teach the full-text index a few of the articles it does not know; tell whether more wait."""
        return pending(self._db, "unindexed") and self._index.batch()

    def merge_index_batch(self) -> bool:
        """Merge a little of the full-text index; tell whether there may be more to merge."""
        return self._index.merge()

    @cached_property
    def _index(self) -> Index:
        # Only a refresh with news pays for them.
        from reader.store.bodies import unpack
        from reader.store.indexing import Index

        return Index(self._db, lambda tree: self._words(self._just_made.get(tree) or unpack(tree)))

    def _words(self, document: Document) -> str:
        from reader.text.render import plain

        return plain(document)

    @cached_property
    def _just_made(self) -> dict[bytes, Document]:
        """The texts made last, by their packed trees: the index need not unpack them."""
        return {}
