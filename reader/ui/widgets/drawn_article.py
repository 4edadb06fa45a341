"""The lines of an article as strips: drawn as they are asked for, with the marks of finding and picking."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region
from textual.selection import Selection
from textual.strip import Strip

from reader.model import KeptQuote
from reader.ui.typeset.flow import Find
from reader.ui.typeset.glyphs import ASCII, UNICODE
from reader.ui.typeset.labels import Labels
from reader.ui.typeset.lines import HEAD, Line
from reader.ui.typeset.picking import Picked
from reader.ui.widgets.article_strips import Patch, segments, windowed
from reader.ui.widgets.sheet_view import SheetView

if TYPE_CHECKING:
    from reader.ui.pictures.gallery import Gallery


class DrawnArticle(SheetView, can_focus=False):
    """A sheet of lines drawn as they are asked for. A line once drawn is kept."""

    ascii_only = False
    gallery: Gallery | None = None

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._over_due = self._lit = False
        self._find = Find()
        self.labels, self.picked = Labels(), Picked()
        self._strips: dict[tuple[int, int], Strip] = {}
        self._quotes: tuple[KeptQuote, ...] = ()
        self._quoted: frozenset[int] = frozenset()
        self._looked: tuple[int, object] = (0, ())
        self._base: Style | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows of the pane. It has no border for Textual to lay around each of them.

        A line once drawn is kept, and with it what Textual makes of it on the way to the terminal:
        scrolling changes nothing in it.
        """
        top, width, ground = self.scroll_offset.y, self.outer_size.width, self.background_colors[1]
        strips = [self._drawn(top + y, width) for y in crop.line_range]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        return (
            strips if crop.column_span == (0, width) else [strip.crop(*crop.column_span) for strip in strips]
        )

    def render_line(self, y: int) -> Strip:
        """Return one row of the pane: Textual asks for it where the mouse selects."""
        return self._drawn(self.scroll_offset.y + y, self.outer_size.width)

    def _drawn(self, at: int, width: int) -> Strip:
        self._base = base = self._base or self.rich_style
        if at >= len(self.lines):
            return Strip.blank(width, base)
        if (at, width) in self._strips:
            return self._strips[at, width]
        margin = self._air(at, base)
        if self.lines[at].picture is not None:
            return self._picture(self.lines[at], margin).adjust_cell_length(width, base)
        strip = Strip([margin, *segments(self._seen(at), self._look, self._patches(at))])
        strip = strip.adjust_cell_length(width, base).apply_offsets(-self._margin, at)
        self._strips[at, width] = strip
        return strip

    def _grow(self) -> None:
        super()._grow()
        self._mark_quotes()

    def _mark_quotes(self) -> None:
        """Mark the lines that were kept, as far as they are laid out."""
        if self._looked == (look := (len(self.lines), self._quotes)):
            return
        before, self._looked = self._quoted, look
        self._quoted = frozenset()
        if self._quotes:
            from reader.ui.typeset.quoted import quoted

            self._quoted = quoted(self.lines, self._quotes)
        if before != self._quoted:
            self._redraw()

    def _redraw(self) -> None:
        self._strips.clear()
        super()._redraw()

    def notify_style_update(self) -> None:
        """Draw in the new styles."""
        self._strips, self._base = {}, None
        super().notify_style_update()

    def light(self, lit: bool) -> None:
        """Show that it has the keys, or no longer: the name of the outlet says so."""
        if lit != self._lit:
            self._lit = lit
            head = sum(1 for _ in takewhile(lambda line: line.leaf == HEAD, self.lines))
            for at in range(head):
                self._strips.pop((at, self.outer_size.width), None)
            self.refresh_lines(0, head)

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self._strips.clear()
        super().selection_updated(selection)

    def _picture(self, line: Line, margin: Segment) -> Strip:
        """Draw one row of a picture behind what stands before it."""
        assert self.gallery is not None
        assert line.picture is not None
        url, row = line.picture
        lead = [margin, *segments(line, self._look, ())]
        if row == 0 and not self._over_due:
            self._over_due = True
            self.call_after_refresh(self._draw_over)
        ground = self.background_colors[1].rgb
        return Strip([*lead, *self.gallery.strip(url, row, self._look("place"), ground)])

    def _draw_over(self) -> None:
        """Have the terminal draw pictures over their half blocks, where they are whole in sight."""
        self._over_due = False
        driver, top = self.app._driver, self.scroll_offset.y
        if self.gallery is None or driver is None or not self.screen.is_active:
            return
        for at in range(top, min(len(self.lines), top + self.size.height)):
            line = self.lines[at]
            over = self.gallery.over(line.picture.url) if line.picture and not line.picture.row else None
            if over is not None and at + over.row + over.rows <= top + self.size.height:
                x = self.region.x + self._margin + line.cells + over.column
                y = self.region.y + at - top + over.row
                driver.write(f"\x1b7\x1b[{y + 1};{x + 1}H{over.drawn}\x1b8")

    @property
    def _margin(self) -> int:
        return max(0, (self.size.width - self._measure) // 2)

    def _air(self, at: int, base: Style) -> Segment:
        """Return what stands left of a line: nothing, or the bar of one that is picked or was kept."""
        glyphs = ASCII if self.ascii_only else UNICODE
        if at in self.picked.lines:
            bar, style = glyphs.bar, base
        elif at in self._quoted:
            bar, style = glyphs.kept, self._look("bar")
        else:
            return Segment(" " * self._margin, base)
        return Segment(f"{bar:>{max(1, self._margin - 1)}}"[: self._margin].ljust(self._margin), style)

    def _look(self, role: str) -> Style:
        lit = "-lit" if self._lit and role == "outlet" else ""
        return self.get_component_rich_style(f"article--{role}{lit}")

    def _seen(self, at: int) -> Line:
        return self.labels.laid_over(at, self._windowed(at))

    def _windowed(self, at: int) -> Line:
        glyphs = ASCII if self.ascii_only else UNICODE
        return windowed(self.lines[at], self._measure, self._shift, glyphs)

    def _patches(self, y: int) -> list[Patch]:
        """Return the marks of the find and of the selection on one line."""
        patches = [
            Patch(spot.start, spot.end, self._look("current" if current else "found"))
            for spot, current in self._find.on(y)
            if not (self._shift and self.lines[y].wide)
        ]
        if y in self.picked.lines:
            patches.append(Patch(0, -1, self.get_component_rich_style("article--band", partial=True)))
        if (selection := self.text_selection) and (span := clamped(selection).get_span(y)):
            patches.append(Patch(*span, self.screen.get_component_rich_style("screen--selection")))
        return patches


def clamped(selection: Selection) -> Selection:
    """Return the selection with places in the left margin moved to the first character."""
    start, end = selection
    return Selection(start and Offset(max(0, start.x), start.y), end and Offset(max(0, end.x), end.y))
