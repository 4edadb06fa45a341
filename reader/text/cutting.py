"""A tree with everything cut away that is not kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.text import media
from reader.text.passages import UNREAD, Passage

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PICTURES = frozenset(("img", "amp-img"))
_PLAYERS = frozenset(
    ("iframe", "video", "audio", "embed", "object", "amp-iframe", "amp-youtube", "lite-youtube", "amp-video")
)
_HOLDING = _PICTURES | _PLAYERS | frozenset(("br", "hr", "source", "td", "th"))


def cut(page: list[Passage], top: HtmlElement, is_clutter: Callable[[HtmlElement], bool]) -> None:
    """Take away the text that is not kept, pictures after the end, and what holds nothing then."""
    for passage in page:
        for element, tail in passage.nodes if not passage.kept else ():
            if tail:
                element.tail = None
            else:
                element.text = None
    homes = {passage.home for passage in page if passage.kept}
    holding = {element for home in homes for element in (home, *home.iterancestors())}
    ended = True
    for element in reversed(list(top.iterdescendants())):
        ended = ended and element not in homes
        if _is_over(element, ended=ended) or (element not in holding and is_clutter(element)):
            element.drop_tree()


def _is_over(element: HtmlElement, *, ended: bool) -> bool:
    """Tell whether an element is not read, holds nothing, or is a picture after the end of the text."""
    if element.tag in UNREAD or (ended and element.tag in _PICTURES):
        return True
    return element.tag not in _HOLDING and not len(element) and not (element.text or "").strip()


def players_before(
    top: HtmlElement, root: HtmlElement, is_clutter: Callable[[HtmlElement], bool]
) -> list[HtmlElement]:
    """Return the players of known video hosts that stand over the text, outside `top`."""
    over: list[HtmlElement] = []
    for element in root.iter():
        if element is top:
            return over
        source = element.get("src") or element.get("data-src") or "" if element.tag == "iframe" else ""
        if media.is_video(source) and not any(map(is_clutter, element.iterancestors())):
            over.append(element)
    return []
