"""Opening articles, and reading on."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from reader.errors import NewsreelError
from reader.model import Article, Key, View
from reader.ui.parts.part import Part
from reader.ui.parts.reading_on import ReadingOn
from reader.ui.writer import Job

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen

_END = 995
SCAN = 2000
"""Rows looked through for an unread one where no index answers (searches, filters)."""


class Read(Part):
    """What is read, and what comes next."""

    _kept = (0, 0)

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self.further = ReadingOn(screen)

    def open(self) -> None:
        """Open the article under the cursor; of a search, once it has answered."""
        if self.screen.pane == "list" and self.screen.listing.waits:
            self.screen.listing.then += (self.open,)
        elif (article_id := self.screen.hand.article()) is not None:
            if self.screen.pane == "list":
                self._show_row(article_id)
            else:
                self.show(article_id)

    def _show_row(self, article_id: int) -> None:
        """Show an article of the list; of one that was searched, the words are found in the text."""
        if self.show(article_id):
            self.screen.article.find_searched(article_id, self.screen.searching.reasons.query)

    def show(self, article_id: int) -> bool:
        """Show an article, or its saved copy, and mark it read."""
        try:
            article, document = self.library.article(article_id), self.library.document(article_id)
        except NewsreelError as error:
            self.say(str(error), trouble=True)
            return False
        self.keep_position()
        self.screen.story.way = ()
        self.screen.article.end_find()
        self.screen.article_view.show(*self.screen.guard.shown(article, document))
        self.go_on(article_id)
        self.screen.enter("article")
        if not self.screen.guard.hides(article_id):
            self.screen.mark.opened(article)
        return True

    def go_on(self, article_id: int) -> None:
        """Go to where an article was left."""
        self._kept = (article_id, self.library.position(article_id))
        if self._kept[1]:
            self.screen.article_view.position = self._kept[1]

    def keep_position(self) -> None:
        """Note how far the open article is read, if that has changed; one read to its end begins anew."""
        view = self.screen.article_view
        if view.article is None or not view.size.width:
            return
        position = view.position if view.scroll_offset.y else 0
        kept = (view.article.id, position if position < _END else 0)
        if kept != self._kept:
            self._kept = kept
            keep = partial(self.library.keep_position, *kept)
            self.screen.writer.submit(Job(keep, lambda: None, self._not_kept))

    def _not_kept(self, _: NewsreelError) -> None:
        """Try again the next time there is a chance to."""
        self._kept = (0, 0)

    def renew(self, ids: Sequence[int]) -> None:
        """Show what the library now says of the article on show, if it is one of these."""
        view = self.screen.article_view
        if view.article is None or view.article.id not in ids:
            return
        with suppress(NewsreelError):  # gone meanwhile: what is on show can still be read
            document, stale = self.library.document(view.article.id), self.screen.guard.is_stale()
            article, document = self.screen.guard.shown(self.library.article(view.article.id), document)
            finding = self.screen.article.finding and not self.screen.article.searched
            busy = finding or self.screen.mode is not None  # lines are being picked, or letters lie on links
            if stale or (view.scroll_offset.y == 0 and not busy):
                view.show(article, document)
            else:
                view.take(article)

    def look(self) -> None:
        """Show what another process has kept of the article on show: a bookmark and what is with it."""
        shown = self.screen.article_view.article
        if shown is None or self.screen.mark.pending:
            return
        with suppress(NewsreelError):  # gone meanwhile: what is on show can still be read
            if _own(self.library.article(shown.id)) != _own(shown):
                self.renew((shown.id,))

    def take_text(self) -> None:
        """Show the text of the article on show, if it was still being made when it was opened."""
        view = self.screen.article_view
        if view.article is None or view.article.words:
            return
        with suppress(NewsreelError):
            if self.library.article(view.article.id).words:
                self.screen.guard.show(view.article.id)

    def on(self) -> None:
        """Scroll; at the end, open the next unread article."""
        view, pane = self.screen.article_view, self.screen.pane
        if pane == "sidebar":
            self.screen.section.open()
        elif pane == "bookmarks":
            self.open()
        elif view.article is not None and self.screen.panes.shows("article"):
            if not view.scroll_page():
                self._go(down=True)
        elif (row := self.screen.list.row()) and not row.read:
            self._show_row(row.id)
        else:
            self.next()

    def next(self) -> None:
        """Open the next unread article; in a find, go to the next match."""
        if self.screen.article.finding and self.screen.pane == "article":
            self.screen.article.find_next()
        else:
            self._go(down=True)

    def previous(self) -> None:
        """Open the unread article before."""
        self._go(down=False)

    def _go(self, *, down: bool) -> None:
        if self.screen.listing.waits:
            self.screen.listing.then += (partial(self._go, down=down),)
            return
        rows = self.screen.list
        start = rows.cursor
        row = rows.row()
        # With the keys in the list, an unread article under the cursor is the next one itself.
        if down and row and not row.read and row.id != self._shown():
            index: int | None = start
        else:
            index = self._unread(start, down=down)
            if index is None:
                index = self._unread(-1 if down else rows.length, down=down)
        if index is None:
            listing = self.screen.listing
            if self.screen.arrivals.take_in():
                self._go(down=down)
            elif listing.coming:
                listing.once_whole(partial(self._go, down=down))
            else:
                self.further.go(down=down)
            return
        rows.go(index)
        if (found := rows.row(index)) is not None:
            self._show_row(found.id)

    def _shown(self) -> int | None:
        article = self.screen.article_view.article
        return article.id if article else None

    def _unread(self, start: int, *, down: bool) -> int | None:
        """Return the nearest unread row beyond `start`."""
        near = self._scan(start, down=down, limit=64)
        return near if near is not None else self._ask(start, down=down)

    def _scan(self, start: int, *, down: bool, limit: int) -> int | None:
        rows, step = self.screen.list, 1 if down else -1
        stop = min(rows.length, start + 1 + limit) if down else max(-1, start - 1 - limit)
        unread = (i for i in range(start + step, stop, step) if (row := rows.row(i)) and not row.read)
        return next(unread, None)

    def _ask(self, start: int, *, down: bool) -> int | None:
        """Ask the index of unread articles; searches and filters have none."""
        view, rows = self.screen.listing.view, self.screen.list
        if view.query or view.kind in ("search", "bookmarks", "today", "follow"):
            return self._scan(start, down=down, limit=SCAN)
        after: Key | None = rows.places.key(start) if 0 <= start < rows.length else None
        unread = View("unread", view.feed_id, view.folder)
        keys = self.library.keys(unread, after=after, limit=200, sort=rows.places.along(down=down))
        places = (i for key in keys if (i := rows.find(key)) is not None)
        # A report may be folded into a row on the other side: that one is not next.
        beyond = (i for i in places if (i > start if down else i < start))
        return next((i for i in beyond if (row := rows.row(i)) and not row.read), None)


def _own(article: Article) -> tuple[object, ...]:
    return article.bookmarked, article.tags, article.note, article.quotes
