"""One row of the article list: headline, outlet and age, marks, and in a search why it was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len

from reader.config import Density
from reader.library import Library
from reader.model import ArticleRow
from reader.rowstory import Reason
from reader.ui.drawing import age, cut, wrapped
from reader.ui.glyphs import ASCII, DRAWN
from reader.ui.set_off import fitted, on_lines, parted
from reader.ui.widgets.line_list import LineList, Piece

OUTLET = 19
"""Columns of an outlet's name in a compact row."""
PASSAGE, BESIDE = 26, 50
"""Cells for a passage at least, and for it beside outlet and age; with fewer it stands in their place."""
NONE = Reason()


class ArticleRows(LineList):
    """A list whose rows are articles."""

    def __init__(self, library: Library, *, ascii_marks: bool, density: Density) -> None:
        super().__init__(id="list")
        self.library = library
        self.glyphs = ASCII if ascii_marks else DRAWN
        self.density: Density = density
        self.offline = False
        """With no network at all, no outlet is marked as failing, and what is not here whole steps back."""
        self.revealed: set[int] = set()
        """Guarded articles that the person looked at all the same."""
        self.reason: Callable[[ArticleRow], Reason] = lambda _: NONE
        """Why a row was found, as far as that is known."""

    @property
    def row_height(self) -> int:
        """Lines per row."""
        raise NotImplementedError

    def row_pieces(self, row: ArticleRow, part: int, width: int) -> Sequence[Piece]:
        """Return what stands on one of the lines of a row."""
        if self.density == "compact":
            return self._one_line(row, width)
        titles = self._titles(row, width)
        if part < len(titles):
            return titles[part]
        passage = NONE if self._is_hidden(row) else self.reason(row)
        if self.row_height - len(titles) == 1:
            return self._meta(row, width, passage)
        return self._meta(row, width, NONE) if part == len(titles) else self._passage(passage, width)

    def _is_hidden(self, row: ArticleRow) -> bool:
        return row.guarded is not None and row.id not in self.revealed

    def _titles(self, row: ArticleRow, width: int) -> list[list[Piece]]:
        """Return the lines of the headline: but for the last, the row's lines are as many as it may take."""
        mark = "" if row.read else self.glyphs.unread
        hidden = self._is_hidden(row)
        before = f"{self.glyphs.guarded} " if hidden else f"{self.glyphs.rumour} " if row.rumour else ""
        title = row.guarded.said() if hidden and row.guarded else row.title
        away = self.offline and not row.has_full_text
        look = "meta" if away else "title" if row.read else "unread-title"
        lines = wrapped(title, width - 3 - len(before), max(1, self.row_height - 1)) or [""]
        marks = on_lines(title, lines, () if hidden else self.reason(row).title)
        drawn = [parted(line, met, look, "found") for line, met in zip(lines, marks, strict=True)]
        first = [(f"{mark:<2}", "unread"), *([(before, "mark")] if before else []), *drawn[0]]
        return [first, *([("  " + " " * len(before), ""), *line] for line in drawn[1:])]

    def _meta(self, row: ArticleRow, width: int, found: Reason) -> list[Piece]:
        """Return outlet and age, and a passage behind them, or in their place where there is little room."""
        when = f" {self.glyphs.dot} {age(row.sort, self.library.clock())}"
        if row.story and row.story.outlets > 1:  # the age is that of the report whose place this is
            when += f" {self.glyphs.dot} {row.story.outlets} outlets"
        failing = row.failing and not self.offline
        room = width - 6 - 2 * failing
        beside = PASSAGE + 3 if found.passage else 1
        pieces: list[Piece] = [(cut(row.feed_title, room - beside - len(when)) + when, "meta")]
        if found.passage:
            before = f"{pieces[0][0]} {self.glyphs.dot} " if room >= BESIDE else ""
            shown = fitted(found.passage, found.marks, found.first, room - cell_len(before))
            pieces = [(before, "meta"), *parted(*shown, "meta", "met")]
        gap = room - sum(cell_len(text) for text, _ in pieces)
        return [
            ("  ", ""),
            (f"{self.glyphs.failing} " if failing else "", "warning"),
            *pieces,
            (" " * max(0, gap), "meta"),
            *self._marks(row),
        ]

    def _passage(self, found: Reason, width: int) -> list[Piece]:
        """Return the line below outlet and age."""
        shown = fitted(found.passage, found.marks, found.first, width - 6)
        return [("  ", ""), *parted(*shown, "meta", "met")]

    def _one_line(self, row: ArticleRow, width: int) -> list[Piece]:
        others = f" +{row.story.outlets - 1}" if row.story and row.story.outlets > 1 else ""
        when = f"{age(row.sort, self.library.clock()):>6} "
        column = OUTLET + 7 - len(when) if width >= 70 else 0  # a day of another year takes of the outlet's
        outlet = cut(row.feed_title, column - 1 - len(others)) + others if column else ""
        when = f"{others}  {when.lstrip()}" if others and not column else when
        room = width - column - len(when) - 4
        (title,) = self._titles(row, room)
        return [
            *title,
            (" " * (room - 2 - sum(cell_len(text) for text, _ in title[1:])), ""),
            (outlet + " " * (column - cell_len(outlet)) + when, "meta"),
            *self._marks(row),
        ]

    def _marks(self, row: ArticleRow) -> list[Piece]:
        """Three columns and a margin, so that each mark always stands in the same place."""
        marks = self.glyphs
        return [
            (marks.bookmarked if row.bookmarked else " ", "bookmark"),
            (marks.full_text if row.has_full_text else " ", "bookmark" if self.offline else "mark"),
            ((marks.trailer if row.has_trailer else " ") + " ", "mark"),
        ]
