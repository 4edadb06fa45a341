"""The article pane: one widget that draws lines as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, Resize
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.model import Article, Document
from reader.ui.compositing import grow
from reader.ui.typeset import ASCII, ROLES, UNICODE, Line, placard, typeset
from reader.ui.typeset.flow import Find, copied
from reader.ui.typeset.sheet import Sheet
from reader.ui.typeset.tail import link_words
from reader.ui.widgets.article_strips import Patch, segments, windowed

_SLICE = 0.004
MEASURE = 80


def measure_for(width: int, widest: int = MEASURE) -> int:
    """Return the measure in a pane of `width` cells: at most `widest`, with air where there is room."""
    air = 1 if width < 50 else 2 if width < 64 else 4
    return max(1, min(widest, width - 2 * air))


class ArticleView(ScrollView, can_focus=True):
    """One article, set in a measure; long ones are laid out between frames."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article--{role}" for role in (*ROLES, "pull", "pad", "found", "current")
    }
    DEFAULT_CSS = "ArticleView { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; }"

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
        self.ascii_only, self.widest = ascii_only, measure
        self.article: Article | None = None
        self.document = Document()
        self.message = ""
        self._sheet = Sheet()
        self._measure = self._shift = self._wanted = 0
        self._find = Find()
        self._strips: dict[tuple[int, int], Strip] = {}
        self._base: Style | None = None

    # ------------------------------------------------------------ what is shown

    def show(self, article: Article, document: Document) -> None:
        """Show an article from its top."""
        self.article, self.document = article, document
        self._shift, self._find = 0, Find()
        self._wanted = 0
        self._set()
        self._scroll(0)

    def clear(self, message: str = "") -> None:
        """Show no article: an empty pane, or a quiet sentence in its middle."""
        self.article, self.document, self.message = None, Document(), message
        self._shift, self._find = 0, Find()
        self._set()

    @property
    def lines(self) -> list[Line]:
        """The lines laid out so far."""
        return self._sheet.lines

    def links(self) -> list[str]:
        """Return the addresses of the article's links, number one first."""
        return list(self.document.links)

    def open_link(self, number: int) -> bool:
        """Post `LinkChosen` for a link by its number, from 1; False if there is none."""
        if not 1 <= number <= len(self.document.links):
            return False
        words = link_words(self.document).get(number - 1, "")
        self.post_message(self.LinkChosen(self.document.links[number - 1], words))
        return True

    # ------------------------------------------------------------ layout

    def _set(self) -> None:
        """Lay out the first screenful now, and have the rest follow between frames."""
        self._measure = measure_for(self.size.width, self.widest)
        self._strips.clear()
        # A pane not shown yet has no width; its first resize comes back here.
        self._sheet = Sheet(self._source()) if self.size.width else Sheet()
        self._lay(2 * self.size.height + 1)
        self.call_after_refresh(self._continue, self._sheet)

    def _source(self) -> Iterator[Line]:
        if self.article is None:
            return placard(self.message, self._measure, self.size.height)
        glyphs = ASCII if self.ascii_only else UNICODE
        return self._framed(typeset(self.article, self.document, self._measure, glyphs))

    def _framed(self, lines: Iterator[Line]) -> Iterator[Line]:
        """Yield the lines with air above and below."""
        yield Line()
        yield from lines
        yield from (Line(), Line())

    def _lay(self, count: int | None) -> None:
        """Lay out `count` more lines, or all."""
        self._sheet.lay(count)
        self.virtual_size = Size(self.size.width, len(self.lines))
        self.refresh()

    def _continue(self, sheet: Sheet) -> None:
        """Lay out what fits in a few milliseconds, then let keys and frames pass."""
        if sheet is self._sheet:
            if sheet.lay_for(_SLICE):
                self.call_after_refresh(self._continue, sheet)
            else:
                grow(self, len(self.lines))

    def on_resize(self, _: Resize) -> None:
        """Set the article anew where the width changed, at the place that was being read."""
        if self.article and measure_for(self.size.width, self.widest) == self._measure and self.lines:
            self._redraw()
            return
        place = self._sheet.place(self.scroll_offset.y)
        self._set()
        if self._find.query:
            self.find(self._find.query)
        if self._wanted:
            self.position = self._wanted
        elif place:
            self._lay(None)
            self._scroll(self._sheet.line(place))

    # ------------------------------------------------------------ moving

    def scroll_page(self) -> bool:
        """Move on by a screenful, two lines kept; False at the end."""
        if self.scroll_offset.y >= self._last:
            return False
        self._scroll(self.scroll_offset.y + max(1, self.size.height - 2))
        return True

    def scroll_lines(self, count: int) -> None:
        """Move by lines, back if negative."""
        self._scroll(self.scroll_offset.y + count)

    def scroll_half_page(self, direction: int) -> None:
        """Move by half a screenful, back if negative."""
        self.scroll_lines(direction * max(1, self.size.height // 2))

    def scroll_full_page(self, direction: int) -> None:
        """Move by a screenful, back if negative."""
        self.scroll_lines(direction * max(1, self.size.height - 2))

    def go_home(self) -> None:
        """Move to the headline."""
        self._scroll(0)

    def go_end(self) -> None:
        """Move to the last line."""
        self._lay(None)
        self._scroll(self._last)

    @property
    def position(self) -> int:
        """How far the article is read, in thousandths of what can be scrolled."""
        self._lay(None)
        return round(1000 * self.scroll_offset.y / self._last) if self._last else 0

    @position.setter
    def position(self, thousandths: int) -> None:
        self._wanted = 0 if self.size.width else thousandths
        self._lay(None)
        self._scroll(round(self._last * thousandths / 1000))

    def scroll_wide(self, direction: int) -> bool:
        """Move the window over tables and code that are wider than the measure; False if there are none."""
        self._lay(None)
        overhang = max((line.cells - self._measure for line in self.lines if line.wide), default=0)
        self._shift = max(0, min(overhang, self._shift + direction * 16))
        self._redraw()
        return overhang > 0

    @property
    def _last(self) -> int:
        """The greatest line the pane can start with."""
        if len(self.lines) <= self.scroll_offset.y + 2 * self.size.height:
            self._lay(2 * self.size.height)
        return max(0, len(self.lines) - self.size.height)

    def _scroll(self, y: int) -> None:
        y = max(0, y)
        missing = y + self.size.height - len(self.lines)
        if missing > 0:
            self._lay(missing)
        # Forced, as the scrollbar of a text just laid out is shown only with the next layout.
        self.scroll_to(y=min(y, self._last), animate=False, immediate=True, force=True)

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

    # ------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row of the pane. A line once drawn is kept: scrolling changes nothing in it."""
        at, size = y + self.scroll_offset.y, self.size.width
        if at >= len(self.lines):
            return Strip.blank(size, self.rich_style)
        if (at, size) not in self._strips:
            self._strips[at, size] = self._drawn(at, size)
        return self._strips[at, size]

    def _redraw(self) -> None:
        """Draw every line anew: something in them changed."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw in the new styles."""
        self._strips, self._base = {}, None
        super().notify_style_update()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Look otherwise with the keys; the scrollbar does not."""
        self.app.stylesheet.apply(self)

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self._strips.clear()
        super().selection_updated(selection)

    def _drawn(self, at: int, size: int) -> Strip:
        self._base = base = self._base or self.rich_style
        strip = Strip(
            [Segment(" " * self._margin, base), *segments(self._seen(at), self._look, self._patches(at))]
        )
        return strip.adjust_cell_length(size, base).apply_offsets(-self._margin, at)

    @property
    def _margin(self) -> int:
        return max(0, (self.size.width - self._measure) // 2)

    def _look(self, role: str) -> Style:
        return self.get_component_rich_style(f"article--{role}")

    def _seen(self, at: int) -> Line:
        glyphs = ASCII if self.ascii_only else UNICODE
        return windowed(self.lines[at], self._measure, self._shift, glyphs)

    def _patches(self, y: int) -> list[Patch]:
        """Return the marks of the find and of the selection on one line."""
        patches = [
            Patch(spot.start, spot.end, self._look("current" if current else "found"))
            for spot, current in self._find.on(y)
            if not (self._shift and self.lines[y].wide)
        ]
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
