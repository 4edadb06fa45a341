"""What the person wrote on a text, and kept of it, as blocks of its own."""

from __future__ import annotations

from collections.abc import Iterable

from reader.document import Document, Paragraph, Quote, Span
from reader.model import Article, KeptQuote
from reader.text.characters import clean


def annotated(document: Document, article: Article) -> Document:
    """Return a text under what the person wrote on it, and kept of it; one without text, its summary."""
    written = _quote([" ".join(f"#{tag}" for tag in article.tags), article.note or ""])
    own = (*written, *quoted(article.quotes).blocks)
    said = document.blocks or _paragraphs([article.summary])
    return Document((*own, *said), document.links) if own else document


def quoted(quotes: Iterable[KeptQuote]) -> Document:
    """Return quotes, each as one block."""
    return Document(tuple(block for each in quotes for block in _quote(each.text.split("\n\n"))))


def _quote(texts: Iterable[str]) -> tuple[Quote, ...]:
    own = _paragraphs(texts)
    return (Quote(own),) if own else ()


def _paragraphs(texts: Iterable[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Span(clean(text)),)) for text in texts if text)
