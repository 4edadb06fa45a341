"""Why rows were found by a search: told of those in sight once they are painted, and never for a key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.worker import get_current_worker

from reader.errors import NewsreelError
from reader.model import ArticleRow
from reader.rowstory import Reason
from reader.ui.parts.part import Part
from reader.ui.widgets.article_rows import NONE

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen

PATIENCE = 0.05
"""Seconds that rows must be in sight before their texts are read: leafing through reads none."""
AT_ONCE = 8
"""Rows told of with one message."""

Known = dict[tuple[object, ...], Reason]


class Reasons(Part):
    """The reasons of the query that is settled, until there is another."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self.query = ""
        """The query that is settled, empty where there is none."""
        self._known: Known = {}
        self._timer: Timer | None = None
        screen.list.reason = self.of

    def open(self, query: str) -> None:
        """Tell from now on why this query found what it found."""
        if query != self.query:
            self.close()
            self.query = query
            self.screen.list.refresh()

    def close(self) -> None:
        """Tell nothing any more: the query changes, or the search is over."""
        if self.query:
            self.query, self._known = "", {}
            self.screen.workers.cancel_group(self.screen, "reasons")
            self.screen.list.refresh()

    def of(self, row: ArticleRow) -> Reason:
        """Return why a row was found as far as that is known; what is not is read soon."""
        if not self.query:
            return NONE
        known = self._told(row)
        if known is None and self._timer is None:
            self._timer = self.screen.set_timer(PATIENCE, self._read)
        return known or NONE

    def _told(self, row: ArticleRow) -> Reason | None:
        """Return what was told of a row; with its passage, where its lines have room for one."""
        known = self._known.get(_key(row, passage=True))
        return self._known.get(_key(row, passage=False)) if known is None and self._is_compact else known

    @property
    def _is_compact(self) -> bool:
        return self.screen.list.density == "compact"

    def is_told(self, row: ArticleRow) -> bool:
        """Tell whether nothing is to be read any more of why a row was found."""
        hidden = row.guarded is not None and row.id not in self.screen.list.revealed
        return hidden or self._told(row) is not None

    def _read(self) -> None:
        self._timer = None
        rows = [row for row in self.screen.list.in_sight().values() if row and not self.is_told(row)]
        if rows and self.query:
            read = partial(self._find, self.query, rows, passage=not self._is_compact)
            self.screen.run_worker(read, thread=True, group="reasons", exclusive=True, exit_on_error=False)

    def _find(self, query: str, rows: Sequence[ArticleRow], *, passage: bool) -> None:
        """Read on a worker's thread why these rows were found."""
        worker, told = get_current_worker(), Known()
        try:
            reasons = self.library.reasons(query)
            for at, row in enumerate(rows, 1):
                if worker.is_cancelled:
                    return
                told[_key(row, passage=passage)] = reasons.of(row, passage=passage)
                if at % AT_ONCE == 0 or at == len(rows):
                    self.later(partial(self._take, query, told))
                    told = {}
        except NewsreelError:
            return  # a wrong query, or no library: the list says so

    def _take(self, query: str, told: Known) -> None:
        if query == self.query:
            self._known |= told
            self.screen.list.refresh()


def _key(row: ArticleRow, *, passage: bool) -> tuple[object, ...]:
    """Return what a reason is of: an article whose text came since is another."""
    return row.id, row.title, row.has_full_text, passage
