"""The bookmarks sidebar: what was saved, newest first, with tags and notes, filtered as one types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from reader.model import Bookmark
from reader.text.clean import drawable
from reader.ui.drawing import cut, date, number
from reader.ui.glyphs import ASCII, DRAWN
from reader.ui.widgets.line_list import LineList, Piece

LINES = 4
"""Each bookmark: title, outlet and date, tags and note, a blank."""


class BookmarkList(LineList):
    """The saved articles."""

    def __init__(self, *, ascii_marks: bool) -> None:
        super().__init__(id="bookmark-list")
        self.glyphs = ASCII if ascii_marks else DRAWN
        self.bookmarks: Sequence[Bookmark] = ()
        self.empty = ""

    def show(self, bookmarks: Sequence[Bookmark]) -> None:
        """Take in other bookmarks; the cursor stays on its article."""
        kept = self.bookmarks[self.cursor].article_id if self.bookmarks else None
        self.bookmarks = bookmarks
        found = (i for i, bookmark in enumerate(bookmarks) if bookmark.article_id == kept)
        self.set_reactive(BookmarkList.cursor, next(found, min(self.cursor, max(0, len(bookmarks) - 1))))
        self.changed()

    @property
    def length(self) -> int:
        """How many bookmarks there are."""
        return len(self.bookmarks)

    @property
    def height_in_lines(self) -> int:
        """How many lines they take."""
        return LINES * len(self.bookmarks) or self.size.height

    def lines_of(self, index: int) -> tuple[int, int]:
        """Return a bookmark's lines, without the blank."""
        return LINES * index, LINES - 1

    def index_at(self, line: int) -> int | None:
        """Return the bookmark on a line."""
        index, part = divmod(line, LINES)
        return index if part < LINES - 1 and index < len(self.bookmarks) else None

    def pieces(self, line: int, width: int) -> Sequence[Piece]:
        """Return what stands on a line."""
        if not self.bookmarks:
            return [(f"  {cut(self.empty, width - 3)}", "meta")] if line == 0 else []
        if (index := self.index_at(line)) is None:
            return []
        bookmark, part, room = self.bookmarks[index], line % LINES, width - 4
        bar: Piece = (f"{self.glyphs.bar if index == self.cursor else ' '} ", "bar")
        if part == 0:
            return [bar, (cut(bookmark.title, room), "title")]
        if part == 1:
            when = f" {self.glyphs.dot} {date(bookmark.published or bookmark.saved_at)}"
            return [bar, (cut(bookmark.feed_title, room - cell_len(when)) + when, "meta")]
        said = cut(_said(bookmark), room - 2)
        mark = self.glyphs.full_text if bookmark.has_full_text else " "
        return [bar, (said + " " * (room - cell_len(said)), "meta"), (mark, "mark")]


class BookmarksSidebar(Vertical):
    """A heading, a filter, the tags in use, and the list."""

    class Filtered(Message):
        """The filter's text changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, ascii_marks: bool = False) -> None:
        super().__init__(id="bookmarks")
        self.list = BookmarkList(ascii_marks=ascii_marks)
        self._bookmarks: Sequence[Bookmark] = ()

    def compose(self) -> ComposeResult:
        """Heading, filter, tags, list."""
        yield Static("", id="bookmarks-heading", markup=False)
        yield Input(placeholder="filter…", compact=True, select_on_focus=False)
        yield Static("", id="bookmarks-tags", markup=False)
        yield self.list

    @property
    def text(self) -> str:
        """The filter."""
        return self.query_one(Input).value

    def show(self, bookmarks: Sequence[Bookmark]) -> None:
        """Take in the bookmarks that the filter leaves."""
        self.list.empty = "Nothing saved goes by that." if self.text else "Nothing saved yet: b keeps one."
        self.list.show(bookmarks)
        self._bookmarks = bookmarks
        self._head()

    def _head(self) -> None:
        """Fit the heading and the tags to the width."""
        width, figure = self.size.width - 4, number(len(self._bookmarks))
        heading = "Bookmarks" + figure.rjust(width - 9)
        self.query_one("#bookmarks-heading", Static).update(Content(heading))
        tags = Counter(tag for bookmark in self._bookmarks for tag in bookmark.tags).most_common(5)
        words = "  ".join(f"#{tag} {number(count)}" for tag, count in tags)
        self.query_one("#bookmarks-tags", Static).update(Content(cut(words, max(0, width))))
        self.set_class(bool(tags), "-tags")

    def on_resize(self) -> None:
        """Fit the heading and the tags to the width."""
        self._head()

    def ask(self) -> None:
        """Take the keys into the filter."""
        self.query_one(Input).focus()

    def leave(self) -> None:
        """Give the keys back."""
        if self.screen.focused is self.query_one(Input):
            self.screen.set_focus(None)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Filtered(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.leave()

    def on_key(self, event: events.Key) -> None:
        """Esc empties the filter and leaves it; ↓ goes on to the list."""
        if event.key in ("escape", "down") and self.screen.focused is self.query_one(Input):
            event.stop()
            event.prevent_default()
            if event.key == "escape":
                self.query_one(Input).value = ""
            self.leave()


def _said(bookmark: Bookmark) -> str:
    """What the person added: the note in quotes, then the tags."""
    note = " ".join((bookmark.note or "").split())
    return drawable("  ".join([*([f"“{note}”"] if note else []), *(f"#{tag}" for tag in bookmark.tags)]))
