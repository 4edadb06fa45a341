"""Moving within a pane; past the end of a list, to what is new."""

from __future__ import annotations

from functools import partial

from reader.config import Order
from reader.ui.parts.part import Part
from reader.ui.widgets.line_list import LineList


class Move(Part):
    """Within the pane that has the keys."""

    def down(self, count: int = 1) -> None:
        """The next row or line; below the last row of a list that is oldest first is what is new."""
        if not (self.screen.list.cursor == self.screen.list.length - 1 and self._take_in("oldest")):
            self._by(count)

    def up(self, count: int = 1) -> None:
        """The row or line before; above the first row of a list that is newest first is what is new."""
        if not (self.screen.list.cursor == 0 and self._take_in("newest")):
            self._by(-count)

    def _take_in(self, order: Order) -> bool:
        """Take in what is new, where it stands at that end of the list; tell whether there was any."""
        there = self.screen.pane == "list" and self.screen.listing.order == order
        return there and self.screen.arrivals.take_in()

    def _by(self, count: int) -> None:
        if rows := self.screen.panes.rows():
            rows.move(count)
        else:
            self.screen.article_view.scroll_lines(count)

    def page_down(self) -> None:
        """Half a page down."""
        self._page(1)

    def page_up(self) -> None:
        """Half a page up."""
        self._page(-1)

    def _page(self, direction: int) -> None:
        if rows := self.screen.panes.rows():
            rows.move_page(direction)
        else:
            self.screen.article_view.scroll_half_page(direction)

    def top(self) -> None:
        """To the top; a list with news above takes it in."""
        if rows := self.screen.panes.rows():
            rows.go(0)
            self._take_in("newest")
        else:
            self.screen.article_view.go_home()

    def bottom(self) -> None:
        """To the end; a list with news below takes it in, and one still being read is gone to its end."""
        if rows := self.screen.panes.rows():
            self._to_end(rows)
            self._take_in("oldest")
            if rows is self.screen.list:
                self.screen.listing.once_whole(partial(self._to_end, rows))
        else:
            self.screen.article_view.go_end()

    def _to_end(self, rows: LineList) -> None:
        rows.go(rows.length - 1)
