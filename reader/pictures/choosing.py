"""Which pictures an article has, and which of them leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from reader.document import Block, Document, Figure, List, Quote

Mode = Literal["off", "lead", "all"]
MOST = 40
"""Pictures of one article; a gallery of more is looked at in the browser."""
_OPENING = 2
"""A figure among so many first blocks opens the article, whatever its metadata name as its picture."""
_SIZE = re.compile(r"[-_](?:\d{2,5}x\d{2,5}|scaled|\d{2,5}w)(?=\.\w+$)")


class Chosen(NamedTuple):
    """The pictures to show. `head` stands over the text; those in `figures` stand where their figures do."""

    head: str | None = None
    figures: tuple[str, ...] = ()

    @property
    def urls(self) -> tuple[str, ...]:
        """All of them, the first one to be seen first."""
        return ((self.head,) if self.head else ()) + self.figures


def choose(image: str | None, document: Document, mode: Mode) -> Chosen:
    """Return the pictures of an article whose metadata name `image`; none is shown twice."""
    if mode == "off":
        return Chosen()
    figures = list(dict.fromkeys(url for _, url in _figures(document.blocks)))[:MOST]
    opening = next((url for at, url in _figures(document.blocks) if at < _OPENING), None)
    lead = opening or next((url for url in figures if image and same(url, image)), None)
    head = image if lead is None else None
    if mode == "all":
        return Chosen(head, tuple(figures))
    return Chosen(head, (lead,) if lead else ())


def same(one: str, other: str) -> bool:
    """Tell whether two addresses name one picture, be it in two sizes."""
    return one == other or (_stem(one) == _stem(other) != "")


def _stem(url: str) -> str:
    """Return the file's name without the size sites put into it; empty where it says too little."""
    try:
        name = urlsplit(url).path.rpartition("/")[2]
    except ValueError:
        return ""
    return _SIZE.sub("", name) if len(name) >= 8 else ""


def _figures(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield the pictures in reading order, each with how many blocks stand before it."""
    stack, count = list(reversed(blocks)), 0
    while stack:
        block = stack.pop()
        if isinstance(block, Quote):
            stack += reversed(block.blocks)
        elif isinstance(block, List):
            stack += [inner for item in reversed(block.items) for inner in reversed(item)]
        else:
            if isinstance(block, Figure):
                yield count, block.url
            count += 1
