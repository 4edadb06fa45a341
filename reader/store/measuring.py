"""What is told of a text beside it: its words, whether it is the article itself, whether a video is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from reader.document import Block, Code, Document, Embed, Heading, List, Paragraph, Quote, Spans, Table
from reader.incoming import Entry
from reader.model import Enclosure

FULL_TEXT_WORDS = 150
"""A feed's text of so many words is the article, unless it breaks off."""


def words(document: Document) -> int:
    """Return how many words of running text a tree holds."""
    # Blanks are single in running text: to count them takes a sixth of the time of cutting it up.
    texts = filter(None, map(str.strip, _texts(document.blocks)))
    return sum(text.count(" ") + text.count("\n") + 1 for text in texts)


def is_full(entry: Entry, count: int) -> bool:
    """Tell whether a feed's text, of so many words, is the article itself."""
    return count >= FULL_TEXT_WORDS and not entry.breaks_off


def has_trailer(document: Document, enclosures: Iterable[Enclosure]) -> bool:
    """Tell whether a video comes with the article or is embedded in it."""
    return any((e.type or "").startswith("video/") for e in enclosures) or _embeds_video(document.blocks)


def _embeds_video(blocks: Iterable[Block]) -> bool:
    return any(isinstance(b, Embed) and b.kind == "video" for b in flat(blocks))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in flat(blocks):
        if isinstance(block, Paragraph | Heading):
            yield _plain(block.spans)
        elif isinstance(block, Code):
            yield " ".join(block.text.split())
        elif isinstance(block, Table):
            yield from (_plain(cell) for row in block.rows for cell in row)


def _plain(spans: Spans) -> str:
    return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those inside others after them; however deep they are, each is handed on once."""
    waiting = [iter(blocks)]
    while waiting:
        if (block := next(waiting[-1], None)) is None:
            waiting.pop()
            continue
        yield block
        if isinstance(block, Quote):
            waiting.append(iter(block.blocks))
        elif isinstance(block, List):
            waiting.append(chain.from_iterable(block.items))
