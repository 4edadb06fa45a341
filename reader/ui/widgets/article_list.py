"""The article list: 100,000 rows behind one widget, grouped by day, drawn from pages of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Literal

from reader.config import Density, Order
from reader.errors import StoreError
from reader.library import Library
from reader.model import ArticleRow, Key, ViewKind
from reader.ui.compositing import grow
from reader.ui.drawing import age, cut, wrapped
from reader.ui.folding import Folding
from reader.ui.places import Places
from reader.ui.row_pages import RowPages
from reader.ui.widgets.article_rows import ArticleRows
from reader.ui.widgets.line_list import Piece

LINES: dict[Density, int] = {"compact": 1, "comfortable": 2, "roomy": 3}
"""Lines of a row."""

Whereto = Literal["stay", "beyond", "begin"]
"""What the cursor does at a row of another list: it stays there, or goes beyond it, or begins there anew."""


class ArticleList(ArticleRows):
    """Rows of one to three lines under day headings. Never reorders by itself."""

    def __init__(
        self, library: Library, *, ascii_marks: bool = False, density: Density = "comfortable"
    ) -> None:
        super().__init__(library, ascii_marks=ascii_marks, density=density)
        self.start_key: Key | None = None
        """Where the rows selected begin; they go on to the cursor."""
        self.empty: Callable[[], str] = str
        """What to say when there is nothing to list."""
        self.prefer: Sequence[str] = ()
        """Outlets whose headline stands for a story, before the fullest report's."""
        self.folding: Folding | None = None
        self.kind: ViewKind = "all"
        """Which list the rows to come are of."""
        self.places = Places(library.day_group)
        self.pages = RowPages(self._fetch)
        self._then, self._told = library.clock(), ""

    # ------------------------------------------------------------ filling

    def fill(
        self,
        keys: Sequence[Key],
        keep: Key | None = None,
        *,
        folding: Folding | None = None,
        order: Order = "newest",
        whereto: Whereto = "stay",
    ) -> None:
        """Show another list, with the cursor where `keep` stands or would stand; with none, at its top."""
        self.places = Places(partial(self.library.day_group, kind=self.kind), order)
        self.folding = folding
        self.pages.forget()
        self.places.extend(keys)
        self.set_reactive(ArticleList.cursor, self._at(keep, whereto) if keep else 0)
        if keep and whereto != "begin":
            self.virtual_size = self.virtual_size.with_height(self.height_in_lines)
        else:
            self.start_key = None
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
            grow(self, self.height_in_lines)
        self.changed()

    def _at(self, keep: Key, whereto: Whereto) -> int:
        if whereto == "beyond":
            return self.places.beyond(keep)
        row = self.folding.row_of(keep.id) if self.folding else None
        return self.places.nearest(row or keep)

    def resume(self, keys: Sequence[Key], cursor: int, line: int, order: Order) -> None:
        """Show a list as it was left, before there is a size."""
        self.fill(keys, order=order)
        self.set_reactive(ArticleList.cursor, cursor)
        self.scroll_to(y=line, animate=False, force=True, immediate=True)

    def extend(self, keys: Sequence[Key]) -> None:
        """Append the rows that follow."""
        end = self.height_in_lines if self.length else 0
        self.pages.grow(self.length)
        self.places.extend(keys)
        grow(self, self.height_in_lines)
        if end <= self.scroll_offset.y + self.size.height:
            self.refresh()

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, ArticleRow]:
        folded = [each for each in ids if self.folding.stands(each)] if self.folding else ()
        try:
            within = self.folding.within if self.folding else ()
            return self.library.story_rows(ids, folded=folded, prefer=self.prefer, within=within)
        except StoreError:
            return {}  # the status line has said so; the rows come back with the file

    def reread(self) -> None:
        """Draw what the library now says of the rows, in the order they had."""
        with self._changing():
            self.pages.forget()

    def grow_older(self) -> None:
        """Draw again the rows whose age reads otherwise by now, and why there is nothing."""
        then, self._then = self._then, self.library.clock()
        rows = self.in_sight().items()
        self._refresh_rows(
            *(at for at, row in rows if row and age(row.sort, then) != age(row.sort, self._then))
        )
        self.tell_empty()

    def regroup(self) -> None:
        """Put the rows under the headings of the day it is by now."""
        self.places.regroup()
        self.changed()

    def show_offline(self, offline: bool) -> None:
        """Draw every row as it is with no network, or as ever."""
        if offline != self.offline:
            self.offline = offline
            self.refresh()

    def set_density(self, density: Density) -> None:
        """Draw rows on more lines or fewer; the row at the cursor stays in sight."""
        self.density = density
        self.virtual_size = self.virtual_size.with_height(self.height_in_lines)
        self.changed()

    # ------------------------------------------------------------ asking

    def row(self, index: int | None = None) -> ArticleRow | None:
        """Return the row at an index, by default under the cursor."""
        index = self.cursor if index is None else index
        return self.pages.row(self.places.ids, index) if 0 <= index < self.length else None

    def said(self, article_id: int) -> ArticleRow | None:
        """Return the row of an article as it is shown, None where it is not at hand."""
        return next((row for row in self.pages.shown() if row.id == article_id), None)

    def find(self, key: Key) -> int | None:
        """Return the row of an article, or the row it is folded into; None where it has none."""
        index = self.places.find(key)
        row = self.folding.row_of(key.id) if self.folding and index is None else None
        return self.places.find(row) if row else index

    def key(self) -> Key | None:
        """Return the place of the cursor."""
        return self.places.key(self.cursor) if self.length else None

    def select_from(self, key: Key | None) -> None:
        """Select the rows from this place to the cursor, or none."""
        self.start_key = key
        self.refresh()

    def chosen(self) -> range:
        """Return the rows selected."""
        if self.start_key is None or not self.length:
            return range(0)
        first = min(self.places.nearest(self.start_key), self.length - 1)
        return range(min(first, self.cursor), max(first, self.cursor) + 1)

    def say(self, ids: Iterable[int], **values: bool) -> None:
        """Show rows as the person just made them."""
        with self._changing():
            self.pages.say(ids, **values)

    def settle(self, ids: Sequence[int]) -> None:
        """Believe the library again about these rows."""
        with self._changing():
            self.pages.settle(ids)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Draw again the rows in sight that are others afterwards."""
        before = self.in_sight()
        yield
        now = self.in_sight()
        self._refresh_rows(*(index for index, row in now.items() if row != before.get(index)))

    def in_sight(self) -> dict[int, ArticleRow | None]:
        """Return the rows on the screen by their index."""
        top = self.scroll_offset.y
        lines = range(top, top + self.size.height) if self.length else ()
        return {index: self.row(index) for line in lines if (index := self.index_at(line)) is not None}

    # ------------------------------------------------------------ lines

    @property
    def row_height(self) -> int:
        """Lines per row."""
        return LINES[self.density]

    @property
    def length(self) -> int:
        """How many rows there are."""
        return len(self.places)

    @property
    def height_in_lines(self) -> int:
        """How many lines all rows take; the sentence of an empty list counts too."""
        return self.places.height(self.row_height) or self.size.height

    def lines_of(self, index: int) -> tuple[int, int]:
        """Return a row's first line and its height."""
        return self.places.line(index, self.row_height), self.row_height

    def index_at(self, line: int) -> int | None:
        """Return the row a line belongs to."""
        place = self.places.at(line, self.row_height)
        return place[0] if isinstance(place, tuple) else None

    def _jump(self) -> bool:
        whole = self.length and sum(self.lines_of(0)) <= self.size.height
        if whole and self.cursor == 0 and self.scroll_offset.y:
            self.scroll_to(y=0, animate=False, force=True)  # with the heading over the first row
            return True
        return super()._jump()

    # ------------------------------------------------------------ drawing

    def pieces(self, line: int, width: int) -> Sequence[Piece]:
        """Return what stands on a line."""
        if not self.length:
            return self._empty(line, width)
        place = self.places.at(line, self.row_height)
        if not isinstance(place, tuple):
            return [(" ", ""), (cut(place.upper(), width - 2), "heading")] if place else []
        index, part = place
        row = self.pages.row(self.places.ids, index)
        bar: Piece = (self.glyphs.bar if index == self.cursor or index in self.chosen() else " ", "bar")
        if row is None:
            return [bar, ("  no longer in the library" if not part else "", "meta")]
        return [bar, *self.row_pieces(row, part, width - 1)]

    def tell_empty(self) -> None:
        """Say anew why there is nothing, where there is nothing."""
        if not self.length and self.empty() != self._told:
            self.refresh()

    def _empty(self, line: int, width: int) -> Sequence[Piece]:
        self._told = self.empty()
        said = (wrapped(part, max(10, width - 6), 8) for part in self._told.split("\n"))
        lines = [line for part in said for line in part]
        return [("   ", ""), (lines[line - 1], "meta")] if 0 < line <= len(lines) else []
