"""The foot of an article: its links, numbered, with what they say and where they lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from rich.cells import cell_len

from reader.document import Block, Document, Embed, Figure, Heading, Paragraph, Quote, Span, Table
from reader.document import List as Items
from reader.text.hosts import from_its_end
from reader.ui.typeset.blocks import Setter, host_of
from reader.ui.typeset.lines import Line, Run, Runs, cut


def tail(document: Document, setter: Setter) -> Iterator[Line]:
    """Yield a thin rule and a line for every link."""
    if not document.links:
        return
    yield Line()
    yield Line((Run(setter.glyphs.rule * (setter.measure // 4), "rule"),))
    yield Line()
    words = link_words(document)
    digits = len(str(len(document.links)))
    for at, url in enumerate(document.links):
        yield Line(_entry(at, url, words.get(at, ""), digits, setter))


def _entry(at: int, url: str, words: str, digits: int, setter: Setter) -> Runs:
    """Return one line: the number, the words of the link cut to leave room for its host."""
    number, host = f"{at + 1:>{digits}}  ", host_of(url)
    said = words if words and words not in (url, host) else _path(url, host)
    room = setter.measure - cell_len(number)
    shown_host = from_its_end(host, room // 2, setter.glyphs.more)
    named = (Run(shown_host, "meta", 0, at),) if said else ()
    between = Run(f" {setter.glyphs.dot} ", "meta") if said else Run("", "meta")
    left = room - sum(cell_len(run.text) for run in (*named, between))
    shown = cut([Run(said or host, "text", 0, at)], left, setter.glyphs.more)
    return (Run(number, "meta", 0, at), *shown, between, *named)


def _path(url: str, host: str) -> str:
    """Return what follows the host, where a link has no words of its own."""
    return url.partition(host)[2].strip("/") if host != url else ""


def link_words(document: Document) -> dict[int, str]:
    """Return the words of every link where it stands first, by its index."""
    words: dict[int, str] = {}
    stack: list[Block] = list(reversed(document.blocks))
    while stack:
        block = stack.pop()
        match block:
            case Quote(blocks):
                stack += reversed(blocks)
            case Items(items):
                stack += [inner for item in reversed(items) for inner in reversed(item)]
            case Embed(kind, title, link):
                words.setdefault(link, title or kind)
        for link, spans in groupby(_spans(block), key=attrgetter("link")):
            if said := " ".join("".join(span.text for span in spans).split()):
                words.setdefault(link, said)
    words.pop(-1, None)  # what stands under no link
    return words


def _spans(block: Block) -> Iterable[Span]:
    match block:
        case Paragraph(spans) | Heading(_, spans):
            return spans
        case Figure(_, _, caption):
            return caption
        case Table(rows, _, caption):
            return [span for row in rows for cell in row for span in cell] + list(caption)
    return ()
