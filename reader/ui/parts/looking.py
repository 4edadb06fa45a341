"""Finding words in the article that is open: those typed, or those of the search it was opened from."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from reader.errors import NewsreelError
from reader.ui.drawing import number
from reader.ui.parts.part import Part


class Find(Part):
    """Finding words in the article that is open."""

    finding = False
    searched = False
    """Whether the words are those of the search that the article was opened from."""

    def find(self) -> None:
        """Ask for the words."""
        self.end_searched()
        self.screen.article_view.clear_find()  # nothing of a search is looked for beside what is typed
        self.finding = True
        self.screen.find_bar.ask("find")

    def typed(self, text: str) -> None:
        """Mark what was typed, as it is typed."""
        view = self.screen.article_view
        if not text:
            view.clear_find()
            return
        view.find(text)
        self._tell()

    def find_next(self) -> None:
        """Go to the next match."""
        self.screen.article_view.find_next()
        self._tell()

    def find_previous(self) -> None:
        """Go to the match before."""
        if self.finding:
            self.screen.article_view.find_previous()
            self._tell()
        else:
            find = self.key("article.find")
            self.say(f"No words are being looked for: press {find} to find some in this article.")

    def find_searched(self, article_id: int, query: str) -> None:
        """Find what was searched for in the article just opened; where its text has none of it, no find."""
        if query:
            self.screen.article_view.seek(partial(self._seek, article_id, query), self._take_searched)

    def _seek(self, article_id: int, query: str, text: str) -> Sequence[tuple[int, int]]:
        with suppress(NewsreelError):  # the library is gone: the status line says so
            if not self.screen.guard.hides(article_id):
                return self.library.reasons(query).in_text(text)
        return ()

    def _take_searched(self, count: int) -> None:
        """Open the find of what was searched for, or close it where the text has nothing of it any more."""
        if count and not self.finding:
            key = self.key("read.next")
            self.screen.status.add(f"{number(count)} {'match' if count == 1 else 'matches'} · {key} next")
        self.finding = self.searched = bool(count)
        self.screen.hints.show()

    def end_searched(self) -> None:
        """End the find if it is that of a search: that is over, or changes."""
        if self.searched:
            self.end_find()
        elif self.screen.article_view.seeks:  # a text that comes later is not looked through any more
            self.screen.article_view.clear_find()

    def _tell(self) -> None:
        """Say which match it is, of how many."""
        at, count = self.screen.article_view.match
        self.say(f"match {at} of {count}" if count else "Not in this article.")

    def end_find(self) -> None:
        """Take the marks of the find away."""
        if self.finding:
            self.finding = self.searched = False
            self.screen.article_view.clear_find()
            self.screen.find_bar.hide()
            self.screen.hints.show()
