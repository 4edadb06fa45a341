"""A block tree from a file is made what one of our own making is: clean text, web links, at most 200 deep."""

from __future__ import annotations

from reader.document import (
    Block,
    Code,
    Document,
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
from reader.text.characters import clean, one_line
from reader.text.flat import flatten
from reader.text.urls import safe_url

DEEPEST = 200
_STYLES = 0xFF
_LARGEST_START = 10**9


def readmitted(document: Document) -> Document:
    """Return the tree without what ours never holds; one of ours comes back as it is."""
    again = _Again(document.links)
    return Document(again.blocks(document.blocks, 1), tuple(again.links))


class _Again:
    def __init__(self, links: tuple[str, ...]) -> None:
        safe = [(number, url) for number, link in enumerate(links) if (url := safe_url(link))]
        self.links = [url for _, url in safe]
        self._number = {old: new for new, (old, _) in enumerate(safe)}

    def blocks(self, blocks: tuple[Block, ...], depth: int) -> tuple[Block, ...]:
        """Take blocks in; those too deep as one paragraph of their words."""
        if depth > DEEPEST:
            return (Paragraph(self._spans(flatten(blocks))),)
        return tuple(made for block in blocks if (made := self._block(block, depth)) is not None)

    def _block(self, block: Block, depth: int) -> Block | None:
        match block:
            case Quote(blocks=blocks, pull=pull):
                return Quote(self.blocks(blocks, depth + 1), pull)
            case List(items=items, start=start):
                numbered = start if start is None or 0 <= start < _LARGEST_START else 1
                return List(tuple(self.blocks(item, depth + 1) for item in items), numbered)
            case Paragraph(spans=spans):
                return Paragraph(self._spans(spans))
            case Heading(level=level, spans=spans):
                return Heading(min(max(level, 1), 6), self._spans(spans))
            case Code(text=text):
                return Code(clean(text))
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Embed(kind=kind, title=title, link=link):
                number = self._number.get(link)
                return None if number is None else Embed(one_line(kind, 40), clean(title), number)
            case _:
                return Rule()

    def _table(self, table: Table) -> Table:
        rows = tuple(tuple(map(self._spans, row)) for row in table.rows)
        return Table(rows, min(max(table.header, 0), len(rows)), self._spans(table.caption))

    def _figure(self, figure: Figure) -> Block | None:
        caption = self._spans(figure.caption)
        if url := safe_url(figure.url):
            return Figure(url, clean(figure.alt), caption)
        return Paragraph(caption) if caption else None

    def _spans(self, spans: Spans) -> Spans:
        return tuple(
            Span(clean(span.text), span.style & _STYLES, self._number.get(span.link, -1)) for span in spans
        )
