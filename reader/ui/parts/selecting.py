"""Several rows of the list at once, for the keys that mark and bookmark."""

from __future__ import annotations

from reader.model import ArticleRow
from reader.ui.drawing import number
from reader.ui.parts.part import Part

MOST = 1000
"""Rows selected at most; `A` marks a whole list."""


class Rows(Part):
    """From the row where V was pressed to the cursor."""

    def select(self) -> None:
        """Begin to select rows, or end it."""
        rows = self.screen.list
        if rows.start_key is None and rows.length:
            rows.select_from(rows.key())
            self.tell()
        else:
            self.end()
        self.screen.hints.show()

    @property
    def begun(self) -> bool:
        """Whether rows are being selected."""
        return self.screen.list.start_key is not None

    def tell(self) -> None:
        """Say how many there are."""
        if self.begun:
            count = len(self.screen.list.chosen())
            many = f" · {number(MOST)} at most: A marks the whole list" if count > MOST else ""
            self.say(f"{number(count)} selected{many}", trouble=bool(many))

    def take(self) -> list[ArticleRow]:
        """Return the rows selected, which they are no longer; none where they are too many, and say so."""
        rows = self.screen.list
        chosen = rows.chosen() if self.screen.pane == "list" else range(0)
        if len(chosen) > MOST:
            self.tell()
            return []
        taken = [row for index in chosen if (row := rows.row(index)) is not None]
        self.end()
        return taken

    def end(self) -> None:
        """Select nothing."""
        if self.begun:
            self.screen.list.select_from(None)
            self.screen.status.quiet()
            self.screen.hints.show()
