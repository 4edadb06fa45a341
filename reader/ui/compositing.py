"""How the main screen is put together: for a change of two rows, only those rows of one pane are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from textual._compositor import ChopsUpdate, Compositor
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


@lru_cache(1024)
def _grounds(base: Color, over: Color) -> tuple[Style, Style]:
    return Style(background=base + over), Style(background=base)


# Textual remembers this by widget, too, and so all that the last 1024 of them drew: a hundred megabytes
# once a hundred dialogs have been closed.
StylesCache.get_inner_outer = lambda _, base, over: _grounds(base, over)  # type: ignore[method-assign,assignment]


class RowCompositor(Compositor):
    """Textual's own asks every widget for all its lines, whatever changed: most of the cost of a key."""

    _changed: Sequence[Region] = ()

    def render_partial_update(self) -> ChopsUpdate | None:
        """Draw what changed, noting where that is."""
        self._changed = tuple(self._dirty_regions)
        update = super().render_partial_update()
        self._changed = ()
        return update

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Yield, front to back, where each widget is, where it may be seen, and its lines of changed rows.

        What shows nothing where something changed, or is behind others, is left out.
        """
        if not self._changed:
            yield from super()._get_renders(crop)
            return
        covered = [0] * len(self._changed)
        for widget, (region, clip) in self.visible_widgets.items():
            shown = [change.intersection(clip).intersection(region) for change in self._changed]
            wanted = [part for at, part in enumerate(shown) if _columns(part) & ~covered[at]]
            for at, part in enumerate(shown):
                if part.height == self._changed[at].height:
                    covered[at] |= _columns(part)
            if wanted:
                near = Region.from_union(wanted)
                rows = clip.intersection(Region(clip.x, near.y, clip.width, near.height))
                lines = region.intersection(rows)
                yield region, rows, widget.render_lines(lines.translate(-region.offset))


def _columns(region: Region) -> int:
    """Return the columns of a region, a bit for each."""
    return ((1 << region.width) - 1) << region.x if region else 0


def grow(view: ScrollView, height: int) -> None:
    """Let what scrolls be longer, or shorter while it shows its top.

    Where it had and needs a scrollbar, that moves, and nothing has to be laid out anew.
    """
    if view.show_vertical_scrollbar and min(view.virtual_size.height, height) > view.size.height:
        view.set_reactive(ScrollView.virtual_size, view.virtual_size.with_height(height))
        view.vertical_scrollbar.window_virtual_size = height
    else:
        view.virtual_size = view.virtual_size.with_height(height)


def paint_soon(view: Widget) -> None:
    """Paint once a widget has said what changed, not with the next frame, a sixtieth of a second later.

    For the answer to a key, where what the key itself changed has just been painted.
    """
    screen = view.screen
    view.call_next(screen.call_later, screen._on_timer_update)
