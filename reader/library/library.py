"""The front desk: everything people and scripts can ask of the library, by delegation to `store`.

A `Library` may be used from any thread. It must be opened after a fork, never before one. Every
method raises `StoreError` where the file cannot be read or written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader import clock as clocks
from reader.document import Document
from reader.errors import QueryError
from reader.library.carrying import CarryDesk
from reader.library.keeping import KeepDesk
from reader.library.muting import MuteDesk
from reader.library.quoting import QuoteDesk
from reader.library.reading import ReadingDesk
from reader.library.refreshing import RefreshDesk
from reader.library.texts import TextDesk
from reader.model import Article, ArticleRow, Bookmark, Counts, Key, Sort, View, ViewKind
from reader.store.database import Database
from reader.store.values import LAST

if TYPE_CHECKING:
    from reader.store.articles import Articles
    from reader.store.bookmarks import Bookmarks
    from reader.store.lists import Lists
    from reader.store.marks import Marks
    from reader.store.query import Node
    from reader.store.search import Search


class Library(RefreshDesk, ReadingDesk, TextDesk, MuteDesk, CarryDesk, QuoteDesk, KeepDesk):
    """One `library.db`, open. `read_only` says why nothing can be written, or is None."""

    def __init__(self, path: Path, *, clock: clocks.Clock | None = None) -> None:
        self.clock = clock or clocks.clock()
        self._db = Database(path, self.clock)
        self.read_only = self._db.read_only

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

    # ------------------------------------------------------------ its shelves, imported when they are asked

    @cached_property
    def _articles(self) -> Articles:
        from reader.store.articles import Articles

        return Articles(self._db)

    @cached_property
    def _lists(self) -> Lists:
        from reader.store.lists import Lists

        return Lists(self._db, self.clock)

    @cached_property
    def _marks(self) -> Marks:
        from reader.store.marks import Marks

        return Marks(self._db, self.clock)

    @cached_property
    def _bookmarks(self) -> Bookmarks:
        from reader.store.bookmarks import Bookmarks

        return Bookmarks(self._db, self.clock)

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

    def today(self) -> str:
        """Return the day it is where the person is, in ISO's form."""
        from reader.store.days import today

        return today(self.clock())

    def day_group(self, sort: int, kind: ViewKind = "all") -> str:
        """Return the heading over a key of such a list: Today, Yesterday, Monday, October 2026."""
        from reader.store.days import day_group

        return day_group(sort // 1_000_000 if kind == "bookmarks" else sort, self.clock())

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
        self,
        article_id: int,
        *,
        tags: Iterable[str] | None = None,
        more: Iterable[str] = (),
        note: str | None = None,
    ) -> Bookmark:
        """Save a copy of an article, or change the tags and note of one saved; None leaves them.

        `more`: tags to have beside those there are.
        """
        if tags or more:
            from reader.library.typed import fits

            tags = tags and [fits(tag, "A tag") for tag in tags]
            more = [fits(tag, "A tag") for tag in more]
        return self._bookmarks.save(article_id, tags=tags, more=more, note=note)

    def unbookmark(self, article_id: int) -> None:
        """Take a bookmark away; `restore_bookmark` brings it back. NotFoundError."""
        self._bookmarks.remove(article_id)

    def restore_bookmark(self, article_id: int) -> Bookmark:
        """Undo `unbookmark`: tags, note, quotes, saved text and the time it was saved come back."""
        return self._bookmarks.restore(article_id)

    def bookmarks(self, query: str = "") -> list[Bookmark]:
        """Return bookmarks, newest first, whose title, feed, tags, note or quotes hold every word typed.

        `#word` is a tag, or the beginning of one.
        """
        return self._bookmarks.list(query)
