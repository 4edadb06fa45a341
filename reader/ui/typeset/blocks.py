"""Every kind of leaf as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from rich.cells import cell_len, chop_cells

from reader.document import Block, Code, Embed, Figure, Heading, Paragraph, Rule, Span, Table
from reader.text.hosts import from_its_end, unmistakable
from reader.ui.typeset.direction import runs_left, sides
from reader.ui.typeset.glyphs import Glyphs
from reader.ui.typeset.leaves import Leaf, Place
from reader.ui.typeset.lines import Line, Pictured, Run, Runs, width
from reader.ui.typeset.spans import numbered
from reader.ui.typeset.table import table_lines
from reader.ui.typeset.wrap import fill

_LONGEST_CODE = 400

Frame = Callable[[str, int], int]
"""Tells how many rows to keep for a picture in so many columns."""


class Setter:
    """Sets leaves in a measure. `links` are the document's, for the hosts on cards."""

    def __init__(
        self,
        measure: int,
        glyphs: Glyphs,
        links: Sequence[str] = (),
        frame: Frame = lambda *_: 0,
        spacing: int = 1,
    ) -> None:
        self.measure, self.glyphs, self.links, self.frame = measure, glyphs, links, frame
        self._spacing = spacing

    def lines(self, leaf: Leaf) -> Iterator[Line]:
        """Yield the lines of a leaf, the empty ones above it first; nothing for a block without words."""
        lines = self._set(leaf.block, leaf.place)
        for line in lines:
            yield from [self._above(leaf)] * self._gap(leaf)
            yield line
            yield from lines

    def _above(self, leaf: Leaf) -> Line:
        above, block = leaf.place.above, leaf.block
        leftward = above and isinstance(block, Paragraph) and runs_left(Run(s.text) for s in block.spans)
        return Line(self._at_right((), above) if leftward else above)

    def _gap(self, leaf: Leaf) -> int:
        """Return the empty rows above a leaf; only those between paragraphs may go altogether."""
        gap = leaf.place.gap
        close = 0 if isinstance(leaf.block, Paragraph) else 1
        return gap and max(close, gap + self._spacing - 1)

    def _set(self, block: Block, place: Place) -> Iterator[Line]:
        match block:
            case Paragraph(spans):
                yield from self._text(spans, place.role, place)
            case Heading(_, spans):
                yield from self._text(spans, "heading", place)
            case Code(text):
                yield from self._code(text, place)
            case Figure():
                yield from self._figure(block, place)
            case Embed():
                yield from self._card(block, place)
            case Rule():
                yield Line((*place.first, *self.ornament(width(place.first))))
            case Table():
                yield from self._table(block, place)

    def _text(self, spans: Iterable[Span], role: str, place: Place) -> Iterator[Line]:
        runs = numbered(tuple(spans), role, self.glyphs)
        yield from self.hung(runs, place.first, place.rest)

    def hung(self, runs: Iterable[Run], first: Runs, rest: Runs) -> Iterator[Line]:
        """Yield running text behind a prefix for its first line and one for the others."""
        runs = tuple(runs)
        rooms = self.measure - width(first), self.measure - width(rest)
        leftward = runs_left(runs)
        for at, (join, filled) in enumerate(fill(runs, *rooms)):
            before = rest if at else first
            yield Line(self._at_right(filled, before) if leftward else (*before, *filled), join)

    def _at_right(self, runs: Runs, before: Runs) -> Runs:
        """Return a line of right-to-left text at the right edge of the measure."""
        stays, moved = sides(before)
        pad = self.measure - width(before) - width(runs)
        return *stays, Run(" " * pad, "pad"), *runs, *moved

    def _figure(self, figure: Figure, place: Place) -> Iterator[Line]:
        """Yield the picture where it is shown, and its caption, or else its alternative text."""
        prefix = place.first
        if figure.url in place.pictured:
            for line in self.picture(figure.url, prefix, place.rest):
                yield line
                prefix = place.rest
        caption = figure.caption if any(span.text.strip() for span in figure.caption) else (Span(figure.alt),)
        if any(span.text.strip() for span in caption):
            mark, hang = Run(f"{self.glyphs.picture} ", "caption"), Run("  ", "pad")
            runs = numbered(caption, "caption", self.glyphs)
            yield from self.hung(runs, (*prefix, mark), (*place.rest, hang))

    def picture(self, url: str, first: Runs = (), rest: Runs = ()) -> Iterator[Line]:
        """Yield the rows kept for a picture; none where it is not shown."""
        for row in range(self.frame(url, self.measure - width(rest))):
            yield Line(rest if row else first, picture=Pictured(url, row))

    def _card(self, embed: Embed, place: Place) -> Iterator[Line]:
        """Yield a quiet card: what it is, where it lives, and the number of its link."""
        link = embed.link if 0 <= embed.link < len(self.links) else -1
        host = host_of(self.links[link]) if link >= 0 else ""
        title = embed.title if embed.title != host else ""
        runs = [Run(title or embed.kind, "text", 0, link)]
        if link >= 0:
            runs.append(Run(self.glyphs.number(link + 1), "mark", 0, link))
            runs.append(
                Run(f" {self.glyphs.dot} {from_its_end(host, self.measure, self.glyphs.more)}", "caption")
            )
        mark, hang = Run(f"{self.glyphs.play} ", "caption"), Run("  ", "pad")
        yield from self.hung(runs, (*place.first, mark), (*place.rest, hang))

    def _code(self, text: str, place: Place) -> Iterator[Line]:
        """Yield verbatim lines on a tint as wide as the measure, or wider, to be looked at in a window."""
        rows = [part for row in text.expandtabs(4).strip("\n").split("\n") for part in _bounded(row)]
        inset = width(place.rest)
        span = max(self.measure - inset - 2, *map(cell_len, rows), 1)
        for at, row in enumerate(rows):
            padded = f" {row}{' ' * (span - cell_len(row))} "
            yield Line((*(place.rest if at else place.first), Run(padded, "code")), wide=True, inset=inset)

    def _table(self, table: Table, place: Place) -> Iterator[Line]:
        inset, prefix = width(place.rest), place.first
        loose = False
        for line in table_lines(table, self.measure - inset, self.glyphs):
            loose = loose or not line.runs
            yield line._replace(runs=(*prefix, *line.runs), inset=inset)
            prefix = place.rest
        if any(span.text.strip() for span in table.caption):
            if loose:  # rows with lines between them: it would read as one of the last
                yield Line(place.rest, inset=inset)
            yield from self.hung(numbered(table.caption, "caption", self.glyphs), prefix, place.rest)

    def ornament(self, inset: int) -> Runs:
        """Return a centred ornament."""
        shape = self.glyphs.ornament
        return Run(" " * max(0, (self.measure - len(shape)) // 2 - inset), "pad"), Run(shape, "rule")


def _bounded(row: str) -> list[str]:
    """Return a line of code, in parts where it is longer than anyone scrolls."""
    return chop_cells(row, _LONGEST_CODE) if len(row) > _LONGEST_CODE // 2 else [row]


def host_of(url: str) -> str:
    """Return where a link leads: its host, without the `www.` nobody says."""
    try:
        return unmistakable(urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url
