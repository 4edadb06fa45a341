"""The bookmarks sidebar: what was saved, newest first, with tags, notes and quotes, filtered as one types."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from rich.cells import cell_len
from textual import events, on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Input, Static

from reader.model import Bookmark
from reader.rowstory import Guarded
from reader.text.clean import drawable
from reader.ui.drawing import cut, date, number, wrapped
from reader.ui.glyphs import ASCII, DRAWN
from reader.ui.widgets.line_list import LineList, Piece

QUOTES = 3
"""Lines for the quotes of one bookmark; of more, the last says how many."""
LONGEST = 400


class BookmarkList(LineList):
    """The saved articles."""

    def __init__(self, *, ascii_marks: bool) -> None:
        super().__init__(id="bookmark-list")
        self.glyphs = ASCII if ascii_marks else DRAWN
        self.bookmarks: Sequence[Bookmark] = ()
        self._tops: list[int] = []
        self.empty = ""
        self.guarded: Mapping[int, Guarded] = {}
        """What is kept from the eye, but for the articles that were revealed all the same."""
        self.revealed: Set[int] = frozenset()

    def show(self, bookmarks: Sequence[Bookmark]) -> None:
        """Take in other bookmarks; the cursor stays on its article."""
        kept = self.bookmarks[self.cursor].article_id if self.bookmarks else None
        self.bookmarks, self._tops, line = bookmarks, [], 0
        for bookmark in bookmarks:
            self._tops.append(line)
            line += _height(bookmark) + 1
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
        return sum(self.lines_of(self.length - 1)) if self.bookmarks else self.size.height

    def lines_of(self, index: int) -> tuple[int, int]:
        """Return a bookmark's lines: title, outlet and date, what was added to it and kept of it."""
        return self._tops[index], _height(self.bookmarks[index])

    def index_at(self, line: int) -> int | None:
        """Return the bookmark on a line."""
        index = bisect_right(self._tops, line) - 1
        return index if index >= 0 and line < sum(self.lines_of(index)) else None

    def pieces(self, line: int, width: int) -> Sequence[Piece]:
        """Return what stands on a line."""
        if not self.bookmarks:
            lines = wrapped(self.empty, width - 3, 4)
            return [(f"  {lines[line]}", "meta")] if line < len(lines) else []
        if (index := self.index_at(line)) is None:
            return []
        bookmark, part = self.bookmarks[index], line - self._tops[index]
        bar: Piece = (f"{self.glyphs.bar if index == self.cursor else ' '} ", "bar")
        if part == 0:
            return [bar, (cut(self._title(bookmark), width - 4), "title")]
        # The mark stands at the end of the last line, in a column of its own.
        kept = part == _height(bookmark) - 1 and bookmark.has_full_text
        room = width - 4 - 2 * kept
        said = self._meta(bookmark, room) if part == 1 else cut(self._added(bookmark)[part - 2], room)
        gap = " " * (width - 5 - cell_len(said)) if kept else ""
        return [bar, (said + gap, "meta"), (self.glyphs.full_text if kept else "", "mark")]

    def _hidden(self, bookmark: Bookmark) -> Guarded | None:
        return None if bookmark.article_id in self.revealed else self.guarded.get(bookmark.article_id)

    def _title(self, bookmark: Bookmark) -> str:
        """Return the headline, or what may be said in its place."""
        guarded = self._hidden(bookmark)
        return f"{self.glyphs.guarded} {guarded.said()}" if guarded else bookmark.title

    def _added(self, bookmark: Bookmark) -> list[str]:
        """Return what the person wrote, and the first quotes: as many lines as `_height` says."""
        written = [_said(bookmark)] if bookmark.note or bookmark.tags else []
        hidden = f"{self.glyphs.guarded} hidden" if self._hidden(bookmark) else ""
        more = len(bookmark.quotes) - QUOTES + 1
        shown = bookmark.quotes[: QUOTES - 1] if more > 1 else bookmark.quotes
        kept = [f"{self.glyphs.quote} {hidden or _opening(each.text)}" for each in shown]
        return [*written, *kept, *([f"{self.glyphs.quote} {number(more)} more quotes"] if more > 1 else [])]

    def _meta(self, bookmark: Bookmark, room: int) -> str:
        when = f" {self.glyphs.dot} {date(bookmark.published or bookmark.saved_at)}"
        return cut(bookmark.feed_title, room - cell_len(when)) + when


class BookmarksSidebar(Vertical):
    """A heading, a filter, the tags in use, and the list: made when it is first shown."""

    class Filtered(Message):
        """The filter's text changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, ascii_marks: bool = False) -> None:
        super().__init__(id="bookmarks")
        self.list = BookmarkList(ascii_marks=ascii_marks)
        self._bookmarks: Sequence[Bookmark] = ()

    def fill(self) -> None:
        """Have something to show."""
        if not self.children:
            self.mount(
                Static("", id="bookmarks-heading", markup=False),
                Input(placeholder="filter…", compact=True, select_on_focus=False),
                Static("", id="bookmarks-tags", markup=False),
                self.list,
            )

    @property
    def text(self) -> str:
        """The filter."""
        return self.query_one(Input).value

    def show(self, bookmarks: Sequence[Bookmark]) -> None:
        """Take in the bookmarks that the filter leaves."""
        self.list.empty = (
            "Nothing saved goes by that."
            if self.text
            else "Nothing saved yet: a bookmark keeps an article, for good."
        )
        self.list.show(bookmarks)
        self._bookmarks = bookmarks
        self._head()

    def _head(self) -> None:
        """Fit the heading and the tags to the width."""
        width, figure = self.size.width - 4, number(len(self._bookmarks))
        heading = "Bookmarks" + figure.rjust(width - 9)
        self.query_one("#bookmarks-heading", Static).update(Content(heading))
        tags = Counter(tag for bookmark in self._bookmarks for tag in bookmark.tags).most_common(9)
        self.query_one("#bookmarks-tags", Static).update(Content.assemble(_in_use(tags, max(0, width))))
        self.set_class(bool(tags), "-tags")

    def on_resize(self) -> None:
        """Fit the heading and the tags to the width."""
        self._head()

    @on(events.Click, "#bookmarks-tags")
    def _pick(self, event: events.Click) -> None:
        """Narrow to a tag, or no longer."""
        if (tag := event.style.meta.get("tag")) is None:
            return
        field, word = self.query_one(Input), f"#{tag}"
        words = f" {field.value} "
        without = words.replace(f" {word} ", " ")
        field.value = " ".join((without if without != words else f"{words} {word}").split())

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


def _height(bookmark: Bookmark) -> int:
    return 2 + bool(bookmark.note or bookmark.tags) + min(QUOTES, len(bookmark.quotes))


def _in_use(tags: Sequence[tuple[str, int]], width: int) -> Content:
    """Return as many tags with their numbers as there is room for; a click on one is told by its meta."""
    line = Content("")
    for tag, count in tags:
        word = Content.styled(drawable(f"#{tag} {number(count)}"), Style.from_meta({"tag": tag}))
        longer = Content.assemble(line, "   ", word) if line.plain else word
        if longer.cell_length <= width:
            line = longer
    return line


def _opening(text: str) -> str:
    """Return how a quote begins: no more than any sidebar shows."""
    return " ".join(text[:LONGEST].split())


def _said(bookmark: Bookmark) -> str:
    """What the person added: the note in quotes, then the tags."""
    note = " ".join((bookmark.note or "").split())
    return drawable("  ".join([*([f"“{note}”"] if note else []), *(f"#{tag}" for tag in bookmark.tags)]))
