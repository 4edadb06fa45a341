"""The screen in a terminal of 256 colours: each colour becomes the one of those that looks most like it.

Left to itself, Rich takes a pale warm colour to the nearest corner of a coarse cube: paper turns pink.
"""

from __future__ import annotations

from bisect import bisect
from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_STEPS = (0, 95, 135, 175, 215, 255)
_HALFWAY = (48, 116, 156, 196, 236)
_CUBE, _GREYS = 16, 232
"""Where in the palette the cube of colours begins, and where the 24 greys."""


class FewColours(LineFilter):
    """Puts the nearest colour of the palette in the place of each."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments in colours of the palette."""
        return [Segment(text, style and _among_few(style), control) for text, style, control in segments]


@lru_cache(4096)
def _among_few(style: Style) -> Style:
    return style + Style.from_color(_few(style.color), _few(style.bgcolor))


def _few(color: RichColor | None) -> RichColor | None:
    return RichColor.from_ansi(nearest(*color.triplet)) if color and color.triplet else color


@lru_cache(4096)
def nearest(red: int, green: int, blue: int) -> int:
    """Return the number of the colour of the palette that looks most like this one."""
    wanted = (red, green, blue)
    r, g, b = (bisect(_HALFWAY, component) for component in wanted)
    corner = (_STEPS[r], _STEPS[g], _STEPS[b])
    grey = min(23, max(0, round(((3 * red + 4 * green + 2 * blue) / 9 - 8) / 10)))
    level = 8 + 10 * grey
    if _far(wanted, (level, level, level)) <= _far(wanted, corner):
        return _GREYS + grey
    return _CUBE + 36 * r + 6 * g + b


def _far(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Tell how unlike two colours look: as the eye does, the reds and blues weighted by how red they are."""
    red, green, blue = (a - b for a, b in zip(one, other, strict=True))
    warmth = (one[0] + other[0]) / 512
    return (2 + warmth) * red * red + 4 * green * green + (3 - warmth) * blue * blue
