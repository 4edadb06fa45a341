"""Blocks made flat: for places that hold running text only, and for reading in order of appearance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.document import (
    Block,
    Code,
    Embed,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Rule,
    Span,
    Spans,
    Table,
)

Leaf = Paragraph | Heading | Code | Table | Figure | Embed | Rule


def leaves(blocks: Iterable[Block], *, pulls: bool = True) -> Iterator[Leaf]:
    """Every block that holds no others, in order. Without `pulls`, pull quotes are passed over."""
    waiting = list(blocks)[::-1]
    while waiting:
        block = waiting.pop()
        if isinstance(block, Quote):
            if pulls or not block.pull:
                waiting.extend(reversed(block.blocks))
        elif isinstance(block, List):
            waiting.extend(inner for item in reversed(block.items) for inner in reversed(item))
        else:
            yield block


def text_of(spans: Spans) -> str:
    """The words of a run of text."""
    return spans[0].text if len(spans) == 1 else "".join(span.text for span in spans)


def spans_of(leaf: Leaf) -> list[Spans]:
    """The runs of text in one leaf, in reading order."""
    match leaf:
        case Paragraph(spans=spans) | Heading(spans=spans):
            return [spans]
        case Code(text=text):
            return [(Span(text),)]
        case Table():
            return [leaf.caption, *(cell for row in leaf.rows for cell in row)]
        case Figure():
            return [leaf.caption or ((Span(leaf.alt),) if leaf.alt else ())]
        case Embed():
            return [(Span(leaf.title, link=leaf.link),)]
        case _:
            return []


def flatten(blocks: Iterable[Block]) -> Spans:
    """All the text of `blocks` as one run, a line for each."""
    lines: list[Span] = []
    for leaf in leaves(blocks):
        for spans in filter(None, spans_of(leaf)):
            if lines:
                lines.append(Span("\n"))
            lines.extend(spans)
    return tuple(lines)
