"""The bookmarks sidebar: shown and put away, and what its filter leaves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from reader.errors import NewsreelError
from reader.model import Bookmark
from reader.rowstory import Guarded
from reader.ui.parts.part import Part


class Bookmarks(Part):
    """What can be done with the sidebar itself."""

    token = 0

    def show(self) -> None:
        """Show it and give it the keys, or put it away."""
        if self.screen.has_class("-bookmarks"):
            self.screen.bookmarks_sidebar.leave()
            self.screen.remove_class("-bookmarks")
            self.screen.enter("list")
        else:
            self.screen.bookmarks_sidebar.fill()
            self.screen.add_class("-bookmarks")
            self.screen.enter("bookmarks")
            self.screen.call_after_refresh(self.read)

    def read(self) -> None:
        """Read what the filter leaves, off the screen's thread."""
        if self.screen.has_class("-bookmarks"):
            self.token += 1
            read = partial(self._read, self.token, self.screen.bookmarks_sidebar.text)
            self.screen.run_worker(read, thread=True, group="bookmarks", exclusive=True, exit_on_error=False)

    def _read(self, token: int, text: str) -> None:
        try:
            found = self.library.bookmarks(text)
            hidden = self.library.guarded(each.article_id for each in found)
        except NewsreelError as error:
            self.say_later(str(error), trouble=True)
            return
        self.later(partial(self._take, token, found, hidden))

    def _take(self, token: int, found: list[Bookmark], hidden: Mapping[int, Guarded]) -> None:
        """Show what was found; a later question makes the answer stale."""
        if token == self.token:
            self.screen.bookmarks_sidebar.list.guarded = hidden
            self.screen.bookmarks_sidebar.show(found)
