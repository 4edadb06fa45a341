"""Search, filter and find: what is typed in the line above the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from reader.model import Key, View
from reader.paths import find
from reader.ui.parts.part import Part
from reader.ui.parts.reasons import Reasons
from reader.ui.widgets.query_bar import Purpose
from reader.ui.writer import Job

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen
    from reader.ui.searches import Recall


class Search(Part):
    """Narrowing what is listed by words, as they are typed, or to what is unread; and turning it round."""

    narrowed = False
    """Whether the list on show is a search or is filtered; `came_from` is the list before."""
    came_from = View("unread")
    came_from_key: Key | None = None

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self.reasons = Reasons(screen)
        self._recall: Recall | None = None
        self._opened = ""
        screen.query_bar.former = self._former

    def search(self) -> None:
        """Search the whole library."""
        self._ask("search")

    def filter(self) -> None:
        """Narrow this list; in the bookmarks sidebar, narrow that."""
        if self.screen.pane == "bookmarks":
            self.screen.bookmarks_sidebar.ask()
        else:
            self._ask("filter")

    def unread_only(self) -> None:
        """Leave what is read out of the lists of outlets, folders and names, or not any more."""
        self.screen.unread_only.turn()

    def order(self) -> None:
        """List the oldest first, or the newest again."""
        self.screen.order.turn()

    def _ask(self, purpose: Purpose) -> None:
        view = self.screen.listing.view
        same = self.narrowed and (view.kind == "search") == (purpose == "search")
        if not self.narrowed:
            self.came_from, self.came_from_key = view, self.screen.list.key()
        elif not same:
            self._unsettle()
            self.screen.listing.open(self.came_from)
        self.narrowed = True
        self.screen.enter("list")
        self._recall, self._opened = None, view.query if same else ""
        self.screen.query_bar.ask(purpose, self._opened)
        if purpose == "search" and not same:
            self.screen.listing.open(View("search"))

    def typed(self, purpose: Purpose, text: str) -> None:
        """List what the text finds so far."""
        if purpose == "find":
            self.screen.article.typed(text)
        else:
            self._unsettle()
            self._list(View("search") if purpose == "search" else self.came_from, text)

    def _former(self, by: int, text: str) -> str | None:
        """Return the former query before what stands in the line, or after it."""
        if self.screen.query_bar.purpose != "search":
            return None
        if self._recall is None:
            from reader.ui.searches import Recall

            self._recall = Recall(find().searches, self._opened)
        return self._recall.step(by, text)

    def _keep(self, query: str) -> None:
        """Have a query come back in later searches; one that cannot be kept is none that is missed."""
        from reader.ui.searches import keep

        job = Job(partial(keep, find().searches, query), lambda: None, lambda _: None)
        self.screen.writer.submit(job)

    def _list(self, view: View, text: str) -> None:
        """List what a text finds in a list; a space after its last word ends that word."""
        query = text.rstrip()
        self.screen.listing.open(msgspec.structs.replace(view, query=query), live=query == text)

    def left(self, purpose: Purpose, text: str, *, kept: bool) -> None:
        """Go on to what was found, or back to where it began."""
        if purpose == "find":
            if not (kept and text):
                self.screen.article.end_find()
            self.screen.enter("article")
        elif kept and text.strip():
            self.screen.listing.typed_out()
            self.reasons.open(text.strip())
            if purpose == "search":
                self._keep(text)
            self.screen.enter("list")
        else:
            self.end()
            self.screen.enter("list")

    def end(self) -> None:
        """Back to the list there was before."""
        if self.narrowed:
            self.forget()
            self.screen.listing.open(self.came_from, self.came_from_key)

    def _unsettle(self) -> None:
        """Show nothing of the query any more that was settled."""
        self.reasons.close()
        self.screen.article.end_searched()

    def forget(self) -> None:
        """Put the line away."""
        self.narrowed = False
        self._unsettle()
        self.screen.query_bar.hide()
