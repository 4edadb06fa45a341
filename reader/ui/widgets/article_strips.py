"""Lines into strips: the only place where words become cells, and the last look at what they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from reader.document import CODE, EMPHASIS, MARK, STRIKE, STRONG, UNDERLINE
from reader.text.clean import drawable
from reader.ui.typeset.glyphs import Glyphs
from reader.ui.typeset.lines import Line, Run, split, width

_LOOKS = (
    (STRONG, Style(bold=True)),
    (EMPHASIS, Style(italic=True)),
    (STRIKE, Style(strike=True)),
    (UNDERLINE, Style(underline=True)),
    (MARK, Style(reverse=True)),
)


class Patch(NamedTuple):
    """A style laid over characters `start` to `end` of a line; an end of -1 is the end of the line."""

    start: int
    end: int
    style: Style


def segments(line: Line, look: Callable[[str], Style], patches: Sequence[Patch]) -> list[Segment]:
    """Return the segments of a line in the styles that `look` gives to roles, patches laid over them."""
    made: list[Segment] = []
    column = 0
    for run in line.runs:
        style = _style(run, look)
        made += _patched(drawable(run.text), column, style, patches)
        column += len(run.text)
    return made


def _style(run: Run, look: Callable[[str], Style]) -> Style:
    style = look("code" if run.style & CODE and run.role == "text" else run.role)
    for bit, added in _LOOKS:
        if run.style & bit:
            style += added
    if run.link >= 0:
        style += Style(underline=run.role in _UNDERLINED or None, meta={"link": run.link})
    return style


_UNDERLINED = frozenset({"text", "quote", "pull", "heading", "caption", "head"})


def _patched(text: str, column: int, style: Style, patches: Sequence[Patch]) -> list[Segment]:
    """Return `text` in one style, or in parts where a patch begins or ends inside it."""
    end = column + len(text)
    over = [patch for patch in patches if patch.start < end and (patch.end < 0 or patch.end > column)]
    edges = {column, end, *(patch.start for patch in over), *(patch.end for patch in over)}
    stops = sorted(edge for edge in edges if column <= edge <= end)
    parts = []
    for low, high in pairwise(stops):
        shown = style
        for patch in over:
            if patch.start <= low and (patch.end < 0 or patch.end >= high):
                shown += patch.style
        parts.append(Segment(text[low - column : high - column], shown))
    return parts


def windowed(line: Line, measure: int, shift: int, glyphs: Glyphs) -> Line:
    """Return a wide line as seen through the measure after a shift, an arrow where words are cut."""
    if not line.wide or line.cells <= measure:
        return line
    fixed, rest = split(line.runs, line.inset)
    shift = min(shift, width(rest) + line.inset - measure)
    room = measure - line.inset
    if shift > 0:
        gone, rest = split(rest, shift + 1)
        if width(gone) <= shift:  # a wide character lies across the edge
            half, rest = split(rest, 2)
            rest = [Run(" " * (width([*gone, *half]) - shift - 1), "pad"), *rest]
        rest = [Run(glyphs.left, "rule"), *rest]
    if width(rest) <= room:
        return line._replace(runs=(*fixed, *rest))
    if not any(run.text.strip() for run in split(rest, room)[1]):  # only the tint goes on
        return line._replace(runs=(*fixed, *_cropped(rest, room)))
    return line._replace(runs=(*fixed, *_cropped(rest, room - 1), Run(glyphs.right, "rule")))


def _cropped(runs: list[Run], cells: int) -> list[Run]:
    kept, _ = split(runs, cells)
    return [*kept, Run(" " * (cells - width(kept)), "pad")]
