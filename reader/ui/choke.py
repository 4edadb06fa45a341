"""The last look at what is drawn: whatever comes to be on a line, nothing in it commands the terminal."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.text.clean import drawable


class Choke(LineFilter):
    """Cleans the text of every line of every widget, and takes away links that a terminal would open."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments as they may be drawn, each as wide as it was."""
        return [_safe(segment) for segment in segments]


def _safe(segment: Segment) -> Segment:
    text, style, control = segment
    cleaned = drawable(text)
    if cleaned is not text and cleaned != text:
        cleaned += " " * (cell_len(text) - cell_len(cleaned))
    elif style is None or not style.link:
        return segment
    return Segment(cleaned, style.update_link(None) if style and style.link else style, control)
