"""One report as the grouping sees it, made from what a feed sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.document import EMPHASIS, STRONG, Block, Document, List, Paragraph, Quote, Span
from reader.patterns import late

LEAD = 900
"""Letters of an article that are read as its lead."""
OPENING = 200
"""Letters of a lead in which it says what it is about."""
EMPHASES, EMPHASIS_READ = 12, 200
"""So many spans in italics or bold are read, and so many letters of each: more than any title has.

All parts of what may be a title are learnt: of a text as long as a feed likes that is more than memory holds.
"""
BEGINNING = 20
"""Letters of a sentence that show how it begins."""
PASS_ON = frozenset(
    {"news.google.com", "reddit.com", "old.reddit.com", "news.ycombinator.com", "imdb.com", "m.imdb.com"}
    | {"msn.com", "news.yahoo.com", "yahoo.com", "flipboard.com"}
)
"""Sites whose feeds bring what others print."""

_FOOTS = "The post "
_FOOTER = late(rf"\s*{_FOOTS}.{{1,300}} (?:appeared first on|first appeared on) .{{1,120}}$", re.S)
_BEGINS = late(r"[:–—|-]|[“«\"‘'(]?(?:\d+ |[^\W\d_a-z])")
"""How a sentence begins behind a heading; behind a film it goes on."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one outlet said once. `emphases`: spans in italics or bold; `size`: letters of the whole text."""

    key: int
    outlet: str
    title: str
    lead: str = ""
    emphases: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    published: int = 0
    url: str = ""
    size: int = 0


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Put a batch in the order that grouping depends on, whatever order it came in."""
    return sorted(
        reports, key=lambda report: (report.published, report.outlet, report.url, report.title, report.key)
    )


def site_of(url: str) -> str:
    """Return the host that printed a report; none where it only passes on what others print."""
    host = url.partition("://")[2].partition("/")[0].lower().removeprefix("www.")
    return "" if host in PASS_ON else host


def size_of(document: Document) -> int:
    """How much a report says in running text, in letters."""
    return sum(len(span.text) for spans in _paragraphs(document.blocks) for span in spans)


def lead_of(summary: str, document: Document) -> str:
    """The opening of a report in running text, without the footer that blogs append."""
    text = summary or " ".join("".join(span.text for span in spans) for spans in _paragraphs(document.blocks))
    plain = " ".join(text.split())
    return (_FOOTER.sub("", plain) if _FOOTS in plain else plain)[:LEAD]


def emphases(document: Document) -> tuple[str, ...]:
    """The first spans set in italics or bold, but for bold words that head a paragraph."""
    found: dict[str, None] = {}
    for spans in _paragraphs(document.blocks):
        for place, (span, begun) in enumerate(zip(spans, _begun(spans), strict=True)):
            styled = span.style & (EMPHASIS | STRONG)
            text = span.text[:EMPHASIS_READ].strip() if styled else ""
            if text and (begun or not _heads(spans, place)):
                found[text] = None
                if len(found) == EMPHASES:
                    return tuple(found)
    return tuple(found)


def _begun(spans: Iterable[Span]) -> Iterator[bool]:
    """Tell of each span whether it stands amid a line; behind a dash or a medal it does not yet."""
    said = ended = False
    for span in spans:
        yield said and not ended
        if text := span.text.rstrip(" "):
            said, ended = said or any(map(str.isalnum, text)), text.endswith("\n")


def _heads(spans: tuple[Span, ...], place: int) -> bool:
    """Tell whether bold words at the beginning of a line head it: the sentence begins behind them."""
    if not spans[place].style & STRONG:
        return False
    after = _behind(spans, place)
    return not after or _BEGINS.match(after) is not None or spans[place].text.rstrip().endswith((":", "."))


def _behind(spans: tuple[Span, ...], place: int) -> str:
    """What a line says behind a span, as far as it tells how a sentence begins: not all that a feed likes."""
    behind = ""
    for at in range(place + 1, len(spans)):
        behind += spans[at].text
        if "\n" in behind or len(behind.strip()) >= BEGINNING:
            break
    return behind.split("\n", 1)[0].strip()


def _paragraphs(blocks: Iterable[Block]) -> Iterator[tuple[Span, ...]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.spans
        elif isinstance(block, Quote):
            yield from _paragraphs(block.blocks)
        elif isinstance(block, List):
            for item in block.items:
                yield from _paragraphs(item)
