"""What a text is made of: blocks, and in them runs of text in one style. All of it is cleaned already."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, array_like=True, gc=False):
    """A run of text in one style: `style` sums the constants below, `link` counts `Document.links` from 0."""

    text: str
    style: int = 0
    link: int = -1


STRONG, EMPHASIS, CODE, STRIKE, SUPERSCRIPT, SUBSCRIPT, UNDERLINE, MARK = (1 << n for n in range(8))

Spans = tuple[Span, ...]


class Paragraph(Struct, frozen=True, array_like=True, gc=False, tag="p"):
    """Running text. A line break inside it is a newline in a span."""

    spans: Spans


class Heading(Struct, frozen=True, array_like=True, gc=False, tag="h"):
    """A heading of level 1 to 6."""

    level: int
    spans: Spans


class Quote(Struct, frozen=True, array_like=True, gc=False, tag="q"):
    """A block quote; `pull` marks a pull quote, which repeats words of the text."""

    blocks: tuple[Block, ...]
    pull: bool = False


class List(Struct, frozen=True, array_like=True, gc=False, tag="l"):
    """A list; `start` is the first number of an ordered one, None for bullets."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


class Code(Struct, frozen=True, array_like=True, gc=False, tag="c"):
    """Preformatted text, line ends kept."""

    text: str


class Table(Struct, frozen=True, array_like=True, gc=False, tag="t"):
    """Rows of cells; the first `header` rows are headings."""

    rows: tuple[tuple[Spans, ...], ...]
    header: int = 0
    caption: Spans = ()


class Figure(Struct, frozen=True, array_like=True, gc=False, tag="f"):
    """A picture with its alternative text and caption."""

    url: str
    alt: str = ""
    caption: Spans = ()


class Embed(Struct, frozen=True, array_like=True, gc=False, tag="e"):
    """Something that lives elsewhere (a video, a post), kept as a card with its link."""

    kind: str
    title: str
    link: int


class Rule(Struct, frozen=True, array_like=True, gc=False, tag="r"):
    """A thematic break."""


Block = Paragraph | Heading | Quote | List | Code | Table | Figure | Embed | Rule


class Document(Struct, frozen=True, array_like=True, gc=False):
    """An article as blocks, at most 200 deep, cleaned text only. `links` are absolute http(s) URLs."""

    blocks: tuple[Block, ...] = ()
    links: tuple[str, ...] = ()
    version: int = 1
