"""Where the prose of a page stands by its own weight: heard where trafilatura's choice holds little of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.boilerplate import is_clutter
from reader.text.passages import Passage, lineage

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SENTENCE = 12
"""Words from which on a passage is prose."""
LINKED = 1 / 3
"""The share of a passage that may stand in links."""
MOST = 0.6
"""The share of the prose around it that an element must hold to be where the article stands."""
ENOUGH = 250
"""A choice of so many words is an article, whatever else stands on its page."""
LITTLE = 1 / 3
"""A choice of fewer words than this share of that prose has missed the article."""


def missed(page: list[Passage], chosen: int) -> list[Passage]:
    """Return the prose that stands together in a page where the `chosen` words are few, and few beside it."""
    if chosen >= ENOUGH:
        return []
    prose = _thickest(_undisturbed([passage for passage in page if _is_prose(passage)]))
    return prose if chosen < LITTLE * sum(len(passage.words) for passage in prose) else []


def _is_prose(passage: Passage) -> bool:
    return len(passage.words) >= SENTENCE and passage.linked <= LINKED * len(passage.text)


def _undisturbed(prose: list[Passage]) -> list[Passage]:
    """Leave out what stands in an element that is clutter by its name; one that holds the text is not."""
    held = weights(prose)
    half = sum(len(passage.words) for passage in prose) / 2
    aside = {element for element, words in held.items() if words < half and is_clutter(element)}
    return [passage for passage in prose if aside.isdisjoint(lineage(passage.home))]


def _thickest(prose: list[Passage]) -> list[Passage]:
    """Return the prose of the element that holds most of it, going inwards as long as one does."""
    held = weights(prose)
    home = prose[0].home.getroottree().getroot() if prose else None
    while home is not None:
        inner = max(home, key=lambda child: held.get(child, 0), default=None)
        if inner is None or held.get(inner, 0) < MOST * held[home]:
            break
        home = inner
    return [passage for passage in prose if any(element is home for element in lineage(passage.home))]


def weights(prose: list[Passage]) -> dict[HtmlElement, int]:
    """Return how many words of `prose` each element holds."""
    held: dict[HtmlElement, int] = {}
    for passage in prose:
        words = len(passage.words)
        for element in lineage(passage.home):
            held[element] = held.get(element, 0) + words
    return held
