"""A pane over a sheet of lines: laid out as far as it is looked at, the rest between frames."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView

from reader.ui.compositing import grow
from reader.ui.typeset.lines import Line
from reader.ui.typeset.sheet import Sheet

_SLICE = 0.004
_GROWN = 1.5


class SheetView(ScrollView):
    """Lines that are laid out when they are needed, and the ways to move over them."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._sheet = Sheet()
        self._measure = self._shift = self._wanted = 0

    @property
    def lines(self) -> list[Line]:
        """The lines laid out so far."""
        return self._sheet.lines

    # ------------------------------------------------------------ laying out

    def _lay(self, count: int | None) -> None:
        """Lay out `count` more lines, or all."""
        self._sheet.lay(count)
        self._grow()
        self.refresh()

    def _continue(self, sheet: Sheet) -> None:
        """Lay out what fits in a few milliseconds, then let keys and frames pass."""
        if sheet is self._sheet:
            more = sheet.lay_for(_SLICE)
            # A new height costs a layout of the screen: not one for every slice of a long text.
            if not more or len(self.lines) > _GROWN * self.virtual_size.height:
                self._grow()
            if more:
                self.call_after_refresh(self._continue, sheet)
            else:
                self._whole()

    def _whole(self) -> None:
        """Do what waits for the last line."""

    def _grow(self) -> None:
        """Let the scrollbar and the places that can be scrolled to follow what is laid out."""
        if self.virtual_size.width == self.size.width:
            grow(self, len(self.lines))
        else:
            self.virtual_size = Size(self.size.width, len(self.lines))

    def _redraw(self) -> None:
        """Draw every line anew: something in them changed."""
        self.refresh()

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
        elif y + self.size.height > self.virtual_size.height:
            self._grow()
        # Forced, as the scrollbar of a text just laid out is shown only with the next layout.
        self.scroll_to(y=min(y, self._last), animate=False, immediate=True, force=True)
