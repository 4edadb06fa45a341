"""A list drawn line by line: what the article list, the outlets and the bookmarks have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.selection import Selection
from textual.strip import Strip

KEPT = 400
"""Drawn lines that are kept."""

_LIT = {part: f"{part}-lit" for part in ("heading", "cursor", "bar")}

Piece = tuple[str, str]
"""Text already safe to draw, and the name of its part: a component class without the prefix."""


class LineList(ScrollView, can_focus=False):
    """Rows of any height under one cursor. The screen moves it; only changed rows are drawn again."""

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("row--title", "row--unread-title", "row--unread", "row--meta", "row--mark", "row--bookmark"),
        *("row--warning", "row--heading", "row--cursor", "row--chosen", "row--here", "row--bar"),
        *("row--heading-lit", "row--cursor-lit", "row--bar-lit", "row--found", "row--met"),
    }

    cursor: reactive[int] = reactive(0, repaint=False)

    class Pointed(Message):
        """The mouse put the cursor on a row; `twice` when it was a double click."""

        def __init__(self, sender: LineList, index: int, *, twice: bool) -> None:
            super().__init__()
            self.sender, self.index, self.twice = sender, index, twice

        @property
        def control(self) -> LineList:
            """The list."""
            return self.sender

    lit = False
    """Whether it has the keys: the parts that have a second style say so."""
    _looks: dict[tuple[str, ...], Style]
    """The styles of parts in use, until the theme changes them."""
    _strips: dict[tuple[object, ...], Strip]
    """Lines as drawn, by all that is on them."""

    def light(self, lit: bool) -> None:
        """Show that it has the keys, or no longer: a style of its own for that would be read for 5 ms."""
        if lit != self.lit:
            self.lit = lit
            marked = {None, self.cursor, *self.chosen()}
            for line in range(self.scroll_offset.y, self.scroll_offset.y + self.size.height):
                if not self.length or self.index_at(line) in marked:
                    self.refresh_line(line)

    def notify_style_update(self) -> None:
        """Ask for the styles anew."""
        self._looks, self._strips = {}, {}
        super().notify_style_update()

    # ------------------------------------------------------------ what each list says of itself

    @property
    def length(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def height_in_lines(self) -> int:
        """How many lines all rows and headings take."""
        raise NotImplementedError

    def lines_of(self, index: int) -> tuple[int, int]:
        """Return a row's first line and its height."""
        raise NotImplementedError

    def index_at(self, line: int) -> int | None:
        """Return the row a line belongs to, None for headings and blanks."""
        raise NotImplementedError

    def chosen(self) -> range:
        """Return the rows selected beside the one under the cursor."""
        return range(0)

    def pieces(self, line: int, width: int) -> Sequence[Piece]:
        """Return what stands on a line, left to right, at most `width` cells wide."""
        raise NotImplementedError

    # ------------------------------------------------------------ moving

    def go(self, index: int) -> None:
        """Put the cursor on a row, or on the nearest there is."""
        self.cursor = index

    def move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.go(self.cursor + step)

    def move_page(self, direction: int) -> None:
        """Move the cursor by half a page."""
        height = max(1, self.lines_of(self.cursor)[1]) if self.length else 1
        self.move(direction * max(1, self.size.height // 2 // height))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self.length - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw the two rows again, or the page when it had to jump."""
        if self.is_mounted and not self._jump():
            if self.chosen():
                self.refresh()
            else:
                self._refresh_rows(before, now)

    def _jump(self) -> bool:
        """Bring the cursor into sight; at an edge by half a page, so that the next keys cost two rows."""
        if not self.length or not self.size.height:
            return False
        top, height = self.lines_of(self.cursor)
        first, page = self.scroll_offset.y, self.size.height
        if top < first:
            goal = (
                0 if self.cursor == 0 and top + height <= page else min(top, top + height - page + page // 2)
            )
        elif top + height > first + page:
            goal = min(top, top - page // 2 + height)
        else:
            return False
        self.scroll_to(y=max(0, min(goal, self.height_in_lines - page)), animate=False, force=True)
        self.refresh()
        return True

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Show other lines. The scrollbar, a third of the cost, is drawn anew only where its thumb moves."""
        if self.show_vertical_scrollbar and self._thumb(old_value) == self._thumb(new_value):
            self.vertical_scrollbar.set_reactive(ScrollBar.position, new_value)
        super().watch_scroll_y(old_value, new_value)

    def _thumb(self, y: float) -> int:
        """Return where the thumb is, in the eighths of a cell that Textual draws it in."""
        page, whole = self.size.height, self.virtual_size.height
        room = page - max(1, page * page / whole) if whole > page else 0
        return int(8 * room * y / (whole - page)) if room else 0

    def _refresh_rows(self, *rows: int) -> None:
        width, offset = self.size.width, self.scroll_offset.y
        for index in {row for row in rows if 0 <= row < self.length}:
            top, height = self.lines_of(index)
            self.refresh(Region(0, top - offset, width, height))

    def changed(self) -> None:
        """Take in that rows came, went or changed height."""
        self.virtual_size = Size(self.size.width, self.height_in_lines)
        self.set_reactive(LineList.cursor, self.validate_cursor(self.cursor))
        self._jump()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.changed()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a double click opens, and selects nothing."""
        event.prevent_default()
        if (index := self.index_at(self.scroll_offset.y + event.y)) is not None:
            self.go(index)
            self.post_message(self.Pointed(self, index, twice=event.chain == 2))

    # ------------------------------------------------------------ drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows of the pane. It has no border for Textual to lay around each of them."""
        top, width = self.scroll_offset.y, self.scrollable_content_region.width
        whole, ground = self.outer_size.width, self.background_colors[1]
        strips = [self._drawn(top + y, width, whole) for y in crop.line_range]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        if crop.column_span == (0, whole):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Return one line of the page: Textual asks for it where the mouse selects."""
        width = self.scrollable_content_region.width
        return self._drawn(y + self.scroll_offset.y, width, width)

    def _drawn(self, line: int, width: int, whole: int) -> Strip:
        """Return a line: that drawn before, and with it what became of it on the way to the screen."""
        if line >= self.height_in_lines:
            return Strip.blank(whole, self._look(""))
        index = self.index_at(line) if self.length else None
        row = "cursor" if index == self.cursor else "chosen" if index in self.chosen() else ""
        pieces = self.pieces(line, width)
        if self.text_selection:
            return self._laid(line, row, pieces, width, whole)
        key = (line, row, self.lit, width, whole, *pieces)
        if key not in self._strips:
            if len(self._strips) >= KEPT:
                self._strips.clear()
            self._strips[key] = self._laid(line, row, pieces, width, whole)
        return self._strips[key]

    def _laid(self, line: int, row: str, pieces: Sequence[Piece], width: int, whole: int) -> Strip:
        """Lay pieces out on a line."""
        segments = [Segment(text, self._look(row, part)) for text, part in pieces if text]
        strip = Strip(self._with_selection(segments, line)).adjust_cell_length(width, self._look(row))
        return strip.adjust_cell_length(whole, self._look("")).apply_offsets(0, line)

    def _look(self, *parts: str) -> Style:
        """Return the pane's own style with those of parts laid over it."""
        if self.lit:
            parts = tuple(_LIT.get(part, part) for part in parts)
        if parts not in self._looks:
            over = (self.get_component_rich_style(f"row--{part}", partial=True) for part in parts if part)
            self._looks[parts] = sum(over, self.rich_style)
        return self._looks[parts]

    def _with_selection(self, segments: list[Segment], line: int) -> list[Segment]:
        span = self.text_selection.get_span(line) if self.text_selection else None
        if span is None:
            return segments
        style = self.screen.get_component_rich_style("screen--selection")
        start, end = span
        out, x = [], 0
        for text, own, _ in segments:
            a, b = max(0, start - x), len(text) if end == -1 else max(0, end - x)
            own = own or Style.null()
            parts = ((text[:a], own), (text[a:b], own + style), (text[max(a, b) :], own))
            out += [Segment(part, part_style) for part, part_style in parts if part]
            x += len(text)
        return out

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text."""
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else self.height_in_lines - 1
        width = self.scrollable_content_region.width
        # A selection of everything in a list of 100,000 rows is cut to what a person could have meant.
        lines = []
        for line in range(first, min(last, first + 2000, self.height_in_lines - 1) + 1):
            text = "".join(text for text, _ in self.pieces(line, width))
            if (span := selection.get_span(line)) is not None:
                lines.append(text[span[0] : None if span[1] == -1 else span[1]].strip())
        return "\n".join(lines), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        del selection
        self.refresh()
