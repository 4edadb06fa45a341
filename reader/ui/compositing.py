"""How the main screen is put together: for a change of two rows, only those rows of one pane are drawn."""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class RowCompositor(Compositor):
    """Textual's own asks every widget for all its lines, whatever changed: most of the cost of a key."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Yield, front to back, where each widget is, where it may be seen, and its lines of these rows.

        What shows nothing between the first and the last changed cell, or is behind others, is left out.
        """
        if crop is None:
            yield from super()._get_renders(crop)
            return
        covered = 0
        for widget, (region, clip) in self.visible_widgets.items():
            rows = clip.intersection(Region(clip.x, crop.y, clip.width, crop.height))
            shown = region.intersection(rows)
            wanted = _columns(shown.intersection(crop))
            if not wanted & ~covered:
                continue
            if shown.height == crop.height:
                covered |= wanted
            yield region, rows, widget.render_lines(shown.translate(-region.offset))


def _columns(region: Region) -> int:
    """Return the columns of a region, a bit for each."""
    return ((1 << region.width) - 1) << region.x if region else 0
