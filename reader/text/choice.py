"""The words of a page that trafilatura takes for the article, and the passages they are found in."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from reader.text.passages import Passage, runs

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEW = 3
"""A passage with fewer runs of words than these must be chosen word for word."""
AGREEING = 0.5
"""The share of a passage's runs of words that must be chosen."""


def choice(root: HtmlElement, url: str | None) -> HtmlElement | None:
    """Return the tree trafilatura makes of a page: the words of the article, little of its shape."""
    for name in ("trafilatura", "courlan", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    from trafilatura import bare_extraction

    found = bare_extraction(root, url=url, fast=True, include_comments=False)
    return None if found is None or isinstance(found, dict) else found.body


def mark(page: list[Passage], chosen: list[Passage]) -> float:
    """Mark the passages that were chosen; return the share of the choice that was found."""
    lines = [passage.words for passage in chosen]
    flat = [word for line in lines for word in line]
    known, whole = runs(flat), set(lines)
    for passage in page:
        passage.kept = _agrees(passage.words, known, whole)
    return sum(len(passage.words) for passage in page if passage.kept) / max(1, len(flat))


def _agrees(said: tuple[str, ...], known: set[tuple[str, ...]], whole: set[tuple[str, ...]]) -> bool:
    said_runs = runs(said)
    if len(said_runs) < FEW:
        return bool(said) and said in whole
    return len(said_runs & known) >= AGREEING * len(said_runs)
