"""The front desk: everything people and scripts can ask of the library, by delegation to `store`.

A `Library` may be used from any thread. It must be opened after a fork, never before one. Every
method raises `StoreError` where the file cannot be read or written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader import clock as clocks
from reader.errors import QueryError
from reader.library.carrying import CarryDesk
from reader.library.keeping import KeepDesk
from reader.library.reading import ReadingDesk
from reader.library.texts import TextDesk
from reader.model import (
    Article,
    ArticleRow,
    Bookmark,
    Counts,
    Document,
    Entry,
    Feed,
    FeedStatus,
    Key,
    ParsedFeed,
    Sort,
    View,
)
from reader.store.articles import Articles
from reader.store.bodies import unpack
from reader.store.bookmarks import Bookmarks
from reader.store.database import Database
from reader.store.days import day_group
from reader.store.fetching import Fetching
from reader.store.indexing import Index, middle, pending
from reader.store.lists import LAST, Lists
from reader.store.marks import Marks
from reader.store.subscriptions import UNSET, Subscriptions, Unset
from reader.store.values import Answer, FeedState, Host, Saved

if TYPE_CHECKING:
    from reader.config import FeedConfig
    from reader.store.drafts import Read
    from reader.store.query import Node
    from reader.store.search import Search


class Library(ReadingDesk, TextDesk, CarryDesk, KeepDesk):
    """One `library.db`, open. `read_only` says why nothing can be written, or is None."""

    def __init__(self, path: Path, *, clock: clocks.Clock | None = None) -> None:
        self.clock = clock or clocks.clock()
        self._db = Database(path, self.clock)
        self.read_only = self._db.read_only
        self._subscriptions = Subscriptions(self._db, self.clock)
        self._articles = Articles(self._db)
        self._lists = Lists(self._db, self.clock)
        self._marks = Marks(self._db, self.clock)
        self._bookmarks = Bookmarks(self._db, self.clock)
        self._fetching = Fetching(self._db, self.clock)
        self._just_made: dict[bytes, Document] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection. Nothing may be asked afterwards."""
        self._db.close()

    def data_version(self) -> int:
        """Return a number that differs once another connection has written. Compare on one thread only."""
        return self._db.data_version()

    # ------------------------------------------------------------ subscriptions

    def feeds(self) -> list[Feed]:
        """Return every subscription with its health and counts: by folder as first made, then by title."""
        return self._subscriptions.all()

    def feed(self, feed_id: int) -> Feed:
        """Return one subscription; NotFoundError."""
        return self._subscriptions.get(feed_id)

    def find_feed(self, ref: str) -> Feed:
        """Return the one feed with this id, URL or part of a title; NotFoundError."""
        return self._subscriptions.find(ref)

    def folders(self) -> list[str]:
        """Return the names of the folders in use, in alphabetical order."""
        return self._subscriptions.folders()

    def subscribe(
        self,
        url: str,
        *,
        title: str | None = None,
        folder: str | None = None,
        full_text: bool | None = None,
        private: bool = False,
    ) -> Feed:
        """Follow a feed from now on. One already followed is returned, its read marks kept.

        `private`: the person said that it may be on this computer or the local network.
        """
        return self._subscriptions.add(url, title=title, folder=folder, full_text=full_text, private=private)

    def subscribe_all(
        self, wanted: Iterable[tuple[str, str | None, str | None]]
    ) -> tuple[list[int], list[int]]:
        """Follow feeds by URL, title and folder, all or none; return the ids added, and those had before."""
        return self._subscriptions.add_all(wanted)

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
        full_text: bool | Unset | None = UNSET,
    ) -> Feed:
        """Change what is given. A title or folder of None goes back to the feed's title, to no folder."""
        return self._subscriptions.edit(feed_id, title=title, folder=folder, url=url, full_text=full_text)

    def settle(self, chosen: Mapping[str, FeedConfig]) -> dict[int, FeedConfig]:
        """Give feeds what the settings file says of them, by number or address; return it by id."""
        from reader.store.overrides import settle

        return settle(self._db, chosen)

    # ------------------------------------------------------------ lists

    def counts(self) -> Counts:
        """Return the numbers of the sidebar, kept up to date as articles are saved and marked."""
        return self._lists.counts()

    def keys(
        self,
        view: View,
        *,
        after: Key | None = None,
        limit: int = 500,
        sort: Sort = "newest",
        live: bool = False,
    ) -> list[Key]:
        """Return the next keys of a list after `after`: cheap at any size, from any place; QueryError.

        A feed_id or a folder narrows any kind but "bookmarks". `live`: the last word of the view's query
        is still being typed.
        """
        if view.kind == "follow":
            return self.follow_keys(view, after=after, limit=limit, sort=sort, live=live)
        if view.query.strip():
            return self._search.keys(view, after=after, limit=limit, sort=sort, live=live)
        return self._lists.keys(view, after=after, limit=limit, sort=sort)

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """Return list rows in the order asked, missing ones left out. Reads no bodies."""
        return self.guarded_rows(self._articles.rows(ids))

    def count(self, view: View) -> int:
        """Return how many articles a list holds; QueryError."""
        if view.kind == "follow":
            return len(self.follow_keys(view))
        return self._search.count(view) if view.query.strip() else self._lists.count(view)

    def newest(self) -> Key:
        """Return the present: a key that no article saved later falls under. For `mark_view`."""
        return self._lists.newest()

    def day_group(self, sort: int) -> str:
        """Return the heading over an article of that time: Today, Yesterday, Monday, October 2026."""
        return day_group(sort, self.clock())

    # ------------------------------------------------------------ searching

    def search(self, query: str, *, sort: Sort = "newest", limit: int = 50, offset: int = 0) -> list[Article]:
        """Return the articles a query finds, saved copies among them; QueryError. No query finds all."""
        keys = self.keys(View("search", query=query), limit=offset + limit, sort=sort)
        return self._articles.many([key.id for key in keys[offset:]])

    def parse_query(self, text: str) -> Node:
        """Return a query as understood; QueryError says what is wrong with it, and where."""
        from reader.store.query import parse

        return parse(text)

    def doubt(self, text: str, *, live: bool = False) -> QueryError | None:
        """Return what in a query may not be meant as it is read, and where; not raised, as it is read."""
        from reader.store.query import doubt

        return doubt(text, live=live)

    @cached_property
    def _search(self) -> Search:
        """Imported at the first search: no start and no refresh waits for it."""
        from reader.store.search import Search

        return Search(self._db, self.clock)

    def index_batch(self) -> bool:
        """Teach the full-text index a few of the articles it does not know; tell whether more wait."""
        return pending(self._db, "unindexed") and self._index.batch()

    @cached_property
    def _index(self) -> Index:
        from reader.text.render import plain  # only a refresh with news pays for it

        return Index(self._db, lambda tree: plain(self._just_made.get(tree) or unpack(tree)))

    # ------------------------------------------------------------ articles

    def article(self, article_id: int) -> Article:
        """Return one article, or its bookmark's copy once it is gone; NotFoundError."""
        return self._articles.get(article_id)

    def document(self, article_id: int) -> Document:
        """Return the text of one article, or of its bookmark's copy; NotFoundError."""
        return self._articles.document(article_id)

    def source(self, article_id: int) -> str:
        """Return the HTML the text was made from, for rebuilding only; NotFoundError."""
        return self._articles.source(article_id)

    # ------------------------------------------------------------ marks

    def mark(self, ids: Iterable[int], *, read: bool) -> list[int]:
        """Mark articles and return the ids that changed: give them back the other way to undo."""
        return self._marks.mark(ids, read=read)

    def mark_view(self, view: View, *, read: bool, up_to: Key | None = None) -> list[int]:
        """Mark a whole list and return the ids that changed.

        `up_to` is what `newest()` said when the list was loaded: whatever was saved since, wherever
        in the list it falls, stays as it is.
        """
        if not view.query.strip() and view.kind != "follow":
            return self._marks.mark_view(view, read=read, up_to=up_to)
        keys = self.keys(view, limit=LAST)
        return self.mark([k.id for k in keys if up_to is None or k.id <= up_to.id], read=read)

    # ------------------------------------------------------------ bookmarks

    def bookmark(
        self, article_id: int, *, tags: Iterable[str] | None = None, note: str | None = None
    ) -> Bookmark:
        """Save a copy of an article, or change the tags and note of one saved; None leaves them."""
        return self._bookmarks.save(article_id, tags=tags, note=note)

    def unbookmark(self, article_id: int) -> None:
        """Take a bookmark away; `restore_bookmark` brings it back. NotFoundError."""
        self._bookmarks.remove(article_id)

    def restore_bookmark(self, article_id: int) -> Bookmark:
        """Undo `unbookmark`: tags, note, saved text and the time it was saved come back."""
        return self._bookmarks.restore(article_id)

    def bookmarks(self, query: str = "") -> list[Bookmark]:
        """Return bookmarks, newest first, whose title, feed, tags or note hold every word typed.

        `#word` is a tag, or the beginning of one.
        """
        return self._bookmarks.list(query)

    # ------------------------------------------------------------ refreshing

    def due(self, *, force: bool = False, feed_ids: Iterable[int] | None = None) -> list[FeedState]:
        """Return the feeds to ask for now: of those named, or all; `force` takes also those not due."""
        return self._fetching.due(force=force, feed_ids=feed_ids)

    def settle_clock(self) -> None:
        """Correct what a wrong clock left behind: feeds asked in the future, waits without end."""
        self._fetching.settle_clock()

    def postpone(self, feed_id: int, next_due: int) -> None:
        """Let a feed wait until then, without blame."""
        self._fetching.postpone(feed_id, next_due)

    def save_feed(self, feed_id: int, feed: ParsedFeed, answer: Answer) -> Saved:
        """Save what a feed said, in one transaction."""
        from reader.store.saving import save_feed  # most refreshes find nothing to save

        return save_feed(self._db, feed_id, feed, answer, now=int(self.clock()))

    def can_wait(self, feed_id: int, entries: Sequence[Entry]) -> set[bytes]:
        """Return the digests of entries whose text need not be made before they are saved."""
        from reader.store.saving import can_wait

        return can_wait(self._db, feed_id, entries)

    def make_batch(self, read: Read, first: int = 0) -> bool:
        """Make and index the texts of a few articles saved without, from an id on; tell whether any were.

        `read` is what touches the bytes of strangers: for a worker only.
        """
        if not pending(self._db, "draft"):
            return False
        from reader.store.drafts import finish

        made = finish(self._db, read, first)
        if made is None:
            return False
        self._just_made = {one.tree: one.document for one in made}
        self._index.batch([one.id for one in made])
        return True

    def has_unindexed(self) -> bool:
        """Tell whether any article is not searchable yet."""
        return pending(self._db, "draft") or pending(self._db, "unindexed")

    def make_one(self, article_id: int, read: Read) -> None:
        """Make the text of one article, if it is still to be made."""
        from reader.store.drafts import finish_one

        finish_one(self._db, read, article_id)

    def middle_unmade(self, many: int) -> int | None:
        """Return the id in the middle of those whose text is to be made; None where they are not so many."""
        return middle(self._db, many)

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

    def hold_host(self, name: str, not_before: int) -> Host:
        """Leave a host alone until then; each hold while one stands is a further strike."""
        return self._fetching.hold(name, not_before)

    def hosts(self) -> list[Host]:
        """Return every host that asked to be left alone and has not answered well since."""
        return self._fetching.hosts()

    def release_host(self, name: str) -> None:
        """Forget a host's strikes once it has answered well."""
        self._fetching.release(name)
