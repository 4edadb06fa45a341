"""The article pane: one widget that draws lines as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, Resize
from textual.geometry import Offset, Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from reader.model import Article, Document
from reader.ui.typeset.flow import Find, copied
from reader.ui.typeset.glyphs import ASCII, UNICODE
from reader.ui.typeset.labels import Labels, spots
from reader.ui.typeset.lines import HEAD, ROLES, Line
from reader.ui.typeset.picking import Picked
from reader.ui.typeset.placard import placard
from reader.ui.typeset.sheet import Sheet
from reader.ui.widgets.article_strips import Patch, segments, windowed
from reader.ui.widgets.sheet_view import SheetView

if TYPE_CHECKING:
    from reader.ui.pictures.gallery import Gallery

MEASURE = 80


def measure_for(width: int, widest: int = MEASURE) -> int:
    """Return the measure in a pane of `width` cells: at most `widest`, with air where there is room."""
    air = 1 if width < 50 else 2 if width < 64 else 4
    return max(1, min(widest, width - 2 * air))


class ArticleView(SheetView, can_focus=False):
    """One article, set in a measure; long ones are laid out between frames."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article--{role}"
        for role in (*ROLES, "outlet-lit", "pull", "pad", "found", "current", "band", "label", "place")
    }
    DEFAULT_CSS = "ArticleView { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; }"

    class Opened(Message):
        """An article is on show."""

    class LinkChosen(Message):
        """A link was clicked or chosen by its number."""

        def __init__(self, url: str, text: str) -> None:
            super().__init__()
            self.url, self.text = url, text

    def __init__(
        self,
        *,
        ascii_only: bool = False,
        measure: int = MEASURE,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.ascii_only, self.widest, self.spacing = ascii_only, measure, 1
        self.article: Article | None = None
        self.document = Document()
        self.message = ""
        self.gallery: Gallery | None = None
        self._over_due = self._lit = False
        self._find = Find()
        self.labels, self.picked = Labels(), Picked()
        self._strips: dict[tuple[int, int], Strip] = {}
        self._base: Style | None = None

    # ------------------------------------------------------------ what is shown

    def show(self, article: Article, document: Document) -> None:
        """Show an article from its top; one that has yet to go to where it was left still does."""
        again = self.article is not None and self.article.id == article.id
        wanted = self._wanted if again else 0
        self.article, self.document = article, document
        self._shift, self._find = 0, Find()
        if self.gallery is not None:
            self.gallery.open(article, document)
        self._wanted = 0
        self._set()
        if wanted:
            self.position = wanted
        else:
            self._scroll(0)
        self.post_message(self.Opened())

    def clear(self, message: str = "") -> None:
        """Show no article: an empty pane, or a quiet sentence in its middle."""
        self.article, self.document, self.message = None, Document(), message
        self._shift, self._find = 0, Find()
        self._set()

    def links(self) -> list[str]:
        """Return the addresses of the article's links, number one first."""
        return list(self.document.links)

    def open_link(self, number: int) -> bool:
        """Post `LinkChosen` for a link by its number, from 1; False if there is none."""
        if not 1 <= number <= len(self.document.links):
            return False
        from reader.ui.typeset.tail import link_words

        words = link_words(self.document).get(number - 1, "")
        self.post_message(self.LinkChosen(self.document.links[number - 1], words))
        return True

    # ------------------------------------------------------------ layout

    def reset(self, *, measure: int, spacing: int) -> None:
        """Set the article anew, as the settings say now, at the place that was being read."""
        self.widest, self.spacing = measure, spacing
        if self.article is not None and self.gallery is not None:
            self.gallery.open(self.article, self.document)
            self.post_message(self.Opened())
        self._set_again()

    def _set(self) -> None:
        """Lay out the first screenful now, and have the rest follow between frames."""
        self._measure = measure_for(self.size.width, self.widest)
        self._strips.clear()
        # A pane not shown yet has no width; its first resize comes back here.
        self._sheet = Sheet(self._source()) if self.size.width else Sheet()
        self.labels, self.picked = Labels(), Picked()
        self._lay(2 * self.size.height + 1)
        self.call_after_refresh(self._continue, self._sheet)

    def _source(self) -> Iterator[Line]:
        if self.article is None:
            return placard(self.message, self._measure, self.size.height)
        from reader.ui.widgets.article_lines import article_lines

        return article_lines(
            *(self.article, self.document, self._measure, ASCII if self.ascii_only else UNICODE),
            gallery=self.gallery,
            height=self.size.height,
            spacing=self.spacing,
        )

    def on_resize(self, _: Resize) -> None:
        """Set the article anew where the width changed, at the place that was being read."""
        if self.article and measure_for(self.size.width, self.widest) == self._measure and self.lines:
            self._redraw()
            return
        self._set_again()

    def _set_again(self) -> None:
        place = self._sheet.place(self.scroll_offset.y)
        self._set()
        if self._find.query:
            self.find(self._find.query)
        if self._wanted:
            self.position = self._wanted
        elif place:
            self._lay(None)
            self._scroll(self._sheet.line(place))

    def close_up(self, url: str) -> None:
        """Take in the room left for a picture that will not come, where nothing read moves."""
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        room = (y for y, line in enumerate(self.lines) if line.picture and line.picture.url == url)
        first = next(room, bottom)
        if (top == 0 or first >= bottom) and not (self._find.query or self.picked.lines or self.labels):
            self._set()
            self._scroll(top)
        self.refresh()

    # ------------------------------------------------------------ finding

    def find(self, text: str) -> int:
        """Mark every place of `text`, go to the first at or below the top, and return how many there are."""
        self._lay(None)
        self._find = Find(self.lines if self.article else (), text, self.scroll_offset.y)
        self._go_to_match(0)
        return len(self._find.places)

    def find_next(self) -> int:
        """Go to the next match, from the last to the first; return its number from 1, or 0 if none."""
        return self._go_to_match(1)

    def find_previous(self) -> int:
        """Go to the match before; return its number from 1, or 0 if there are none."""
        return self._go_to_match(-1)

    @property
    def match(self) -> tuple[int, int]:
        """Which match is the current one, from 1, and of how many."""
        return self._find.at + 1, len(self._find.places)

    def clear_find(self) -> None:
        """End the find and take its marks away."""
        self._find = Find()
        self._redraw()

    def _go_to_match(self, by: int) -> int:
        self._redraw()
        number, top = self._find.step(by), self.scroll_offset.y
        if number and not top <= self._find.line < top + self.size.height:
            self._scroll(self._find.line - self.size.height // 3)
        return number

    # ------------------------------------------------------------ links and lines by the keyboard

    def label_links(self) -> int:
        """Lay letters over the links in sight and return how many there are."""
        top = self.scroll_offset.y
        ys = range(top, min(len(self.lines), top + self.size.height))
        self.labels = Labels(spots((y, self._windowed(y)) for y in ys))
        self._redraw()
        return len(self.labels)

    def unlabel(self) -> None:
        """Take the letters away."""
        self.labels = Labels()
        self._redraw()

    def pick(self) -> bool:
        """Show a cursor on the first line of the text in sight; False where there are no words."""
        if self.article is not None:
            self._lay(None)
            self.picked = Picked(self.lines, self.scroll_offset.y)
            self.move_pick(0)
        return bool(self.picked.lines)

    def move_pick(self, by: int) -> None:
        """Move the cursor by lines, and keep it in sight."""
        self.picked.move(by)
        top, height, y = self.scroll_offset.y, self.size.height, self.picked.cursor
        if not top <= y < top + height:
            self._scroll(y - height // 3 if by > 0 else y - height // 2)
        self._redraw()

    def unpick(self) -> None:
        """Pick nothing."""
        self.picked = Picked()
        self._redraw()

    # ------------------------------------------------------------ drawing

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
        """Return what stands left of a line: nothing, or the bar of a line that is picked."""
        if at not in self.picked.lines:
            return Segment(" " * self._margin, base)
        glyphs = ASCII if self.ascii_only else UNICODE
        return Segment(f"{glyphs.bar:>{max(1, self._margin - 1)}}"[: self._margin].ljust(self._margin), base)

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
        if (selection := self.text_selection) and (span := _clamped(selection).get_span(y)):
            patches.append(Patch(*span, self.screen.get_component_rich_style("screen--selection")))
        return patches

    # ------------------------------------------------------------ the mouse

    def on_click(self, event: Click) -> None:
        """Choose the link under the pointer, unless text was being selected."""
        link = event.style.meta.get("link", -1)
        if link >= 0 and self.text_selection is None:
            event.stop()
            self.open_link(link + 1)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected words, wrapped lines joined, without bars and numbers of links."""
        start, end = _clamped(selection)
        self._lay(None)
        seen = [self._seen(at) for at in range(len(self.lines))]
        return copied(seen, start and (start.y, start.x), end and (end.y, end.x)), "\n"


def _clamped(selection: Selection) -> Selection:
    """Return the selection with places in the left margin moved to the first character."""
    start, end = selection
    return Selection(start and Offset(max(0, start.x), start.y), end and Offset(max(0, end.x), end.y))
