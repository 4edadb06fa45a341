"""A screen of panes that is laid out, styled and painted no more often than it must be."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from reader.ui.compositing import RowCompositor

BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (120, "-wide"), (160, "-vast")]


class PanedScreen(Screen[None]):
    """Paints for the first time when every pane has heard how large it is, then only what has changed."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As Textual's, but what has the keys draws itself, not the whole screen."""

    def __init__(self, *, classes: str) -> None:
        super().__init__(classes=classes)
        self._compositor = RowCompositor()
        self._begun = False
        self._styled_for = self.classes
        self._laid_out_for: Size | None = None

    def expect(self, width: int) -> None:
        """Be styled for a width from the first frame on, before there was a resize."""
        self.add_class(next(name for least, name in BREAKPOINTS[::-1] if width >= least), update=False)
        self._styled_for = self.classes

    def awaited(self) -> Sequence[Widget]:
        """Return the panes that are waited for before the first paint."""
        raise NotImplementedError

    def painted(self) -> None:
        """Take in that the first paint is done."""

    def update_node_styles(self, animate: bool = True) -> None:
        """Read the styles of all panes again; not before the first frame for what they were made with."""
        if self._begun or self.classes != self._styled_for:
            self._styled_for = self.classes
            super().update_node_styles(animate)

    def _screen_resized(self, size: Size) -> None:
        """Lay out anew where the size is another: it is told three times at the start."""
        if size != self._laid_out_for:
            self._laid_out_for = size
            super()._screen_resized(size)

    @on(events.ScreenResume)
    def _await_panes(self) -> None:
        if not self._begun:
            first, *others = (pane.call_later for pane in (*self.awaited(), self))
            self.call_next(first, *others, self._begin)

    def _begin(self) -> None:
        self._begun = True
        self._compositor_refresh()
        self.painted()

    def _compositor_refresh(self) -> None:
        if self._begun:
            super()._compositor_refresh()
