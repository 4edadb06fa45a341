"""The screen without colours (NO_COLOR): bold, dim and reversed say what colours said."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

_NIGHT, _GREY, _LIGHT = "#000000", "#808080", "#ffffff"

PLAIN = Theme(
    name="no-color",
    dark=True,
    primary=_LIGHT,
    secondary=_LIGHT,
    accent=_LIGHT,
    warning=_LIGHT,
    error=_LIGHT,
    success=_LIGHT,
    foreground=_LIGHT,
    background=_NIGHT,
    surface=_NIGHT,
    panel=_NIGHT,
    variables={
        "meta": _GREY,
        "hairline": _GREY,
        "band": _LIGHT,
        "band-quiet": _NIGHT,
        "input-selection-background": _LIGHT,
        "screen-selection-background": _LIGHT,
        "scrollbar": _GREY,
        "scrollbar-hover": _LIGHT,
        "scrollbar-active": _LIGHT,
        "scrollbar-background": _NIGHT,
        "scrollbar-background-hover": _NIGHT,
        "scrollbar-background-active": _NIGHT,
    },
)
"""Three shades for `WithoutColour` to read: none of them is ever written."""


class WithoutColour(LineFilter):
    """Takes every colour away. A light ground becomes reversed, a grey letter or ground dim."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments as a terminal draws them in its own two colours."""
        return [Segment(text, style and _plain(style), control) for text, style, control in segments]


@lru_cache(4096)
def _plain(style: Style) -> Style:
    letter, ground = _light(style.color, 1.0), _light(style.bgcolor, 0.0)
    if style.reverse:
        letter, ground = ground, letter
    banded = ground > 0.15
    grey = 0.05 < (ground if banded else letter) < 0.6
    look = Style(reverse=banded, dim=grey or bool(style.dim), meta=style.meta or None)
    return style.without_color + look


def _light(color: RichColor | None, otherwise: float) -> float:
    """How light a colour is, from 0 to 1; the terminal's own is taken to be as in the dark."""
    if color is None or color.is_default:
        return otherwise
    return Color.from_rich_color(color).brightness
