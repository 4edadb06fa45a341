"""A document's spans into runs: roles given, links numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.document import SUBSCRIPT, SUPERSCRIPT, Span
from reader.ui.typeset.glyphs import Glyphs
from reader.ui.typeset.lines import Run

_JOINERS = "\u200d\ufe0f"


def numbered(spans: Sequence[Span], role: str, glyphs: Glyphs) -> Iterator[Run]:
    """Yield the runs of `spans`; a link has no blanks at its ends, and its small number after it."""
    before = -1
    for at, span in enumerate(spans):
        text = _shaped(span, glyphs)
        after = spans[at + 1].link if at + 1 < len(spans) else -1
        if span.link < 0 or not text.strip():
            yield Run(text, role, span.style, span.link)
        else:
            yield from _linked(span, text, role, before, after, glyphs)
        before = span.link


def _linked(span: Span, text: str, role: str, before: int, after: int, glyphs: Glyphs) -> Iterator[Run]:
    if span.link != before:
        words = text.lstrip()
        yield Run(text[: len(text) - len(words)], role)
        text = words
    if span.link == after:
        yield Run(text, role, span.style, span.link)
        return
    words = text.rstrip()
    yield Run(words, role, span.style, span.link)
    yield Run(glyphs.number(span.link + 1), "mark", 0, span.link)
    yield Run(text[len(words) :], role)


def _shaped(span: Span, glyphs: Glyphs) -> str:
    """Return the text as drawn. Joiners at a change of style would join what is measured apart."""
    text = span.text.replace("\xad", "").lstrip(_JOINERS).rstrip("\u200d")
    if span.style & SUPERSCRIPT:
        return glyphs.raised(text)
    return glyphs.lowered(text) if span.style & SUBSCRIPT else text
