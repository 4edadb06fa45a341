"""Elements that show something that is not text, and those that people fill in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text import media, pictures
from reader.text.walk import Close, Walk

if TYPE_CHECKING:
    from lxml.etree import _Element

FORM_TEXT = 300
"""A form with more characters than this is a page someone forgot to close a form in."""


def image(walk: Walk, element: _Element) -> None:
    """A picture, or the emoji someone drew instead of writing it."""
    url, alt = pictures.picture(element, walk.base)
    if url:
        walk.picture(url, alt)
    elif alt:
        walk.words(alt)


def frame(walk: Walk, element: _Element) -> None:
    """A player or page embedded."""
    source = element.get("src") or ""
    if not source or source.startswith(("about:", "data:")):
        source = element.get("data-src") or element.get("data-lazy-src") or element.get("data") or ""
    walk.embed(media.embed(source, element.get("title") or "", walk.base))
    walk.skip = True


def player(walk: Walk, element: _Element) -> None:
    """A video or a sound by its own file."""
    sources = [element.get("src"), *(source.get("src") for source in element.iter("source"))]
    found = next(
        (
            found
            for source in sources
            if (found := media.embed(source, element.get("title") or "", walk.base))
        ),
        None,
    )
    walk.embed((element.tag, found[1], found[2]) if found else None)
    walk.skip = True


def light_video(walk: Walk, element: _Element) -> None:
    """A stand-in for a YouTube player that names only the video."""
    video = element.get("data-videoid") or element.get("videoid") or ""
    if re.fullmatch(r"[\w-]{11}", video):
        title = element.get("playlabel") or element.get("title") or ""
        walk.embed(media.embed(f"https://www.youtube.com/watch?v={video}", title, None))
    walk.skip = True


def flash(walk: Walk, element: _Element) -> None:
    """An object of old: only what it embeds matters, unless it names it itself."""
    if not any(child.tag in ("embed", "iframe") for child in element) and element.get("data"):
        walk.embed(media.embed(element.get("data"), element.get("title") or "", walk.base))


def form(walk: Walk, element: _Element) -> Close | None:
    """A form is dropped, unless so much stands in it that someone forgot to close it."""
    walk.flush()
    if not walk.unclosed and len(media.words_of(element)) < FORM_TEXT:
        walk.skip = True
        return None
    return _unclosed(walk)


def _unclosed(walk: Walk) -> Close:
    """Let through what is inside, without asking again at every level."""
    before, walk.unclosed = walk.unclosed, True

    def close() -> None:
        walk.flush()
        walk.unclosed = before

    return close


# fmt: off
_NOT_DRAWN = (
    "b", "blockquote", "br", "center", "code", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "hr",
    "i", "img", "li", "ol", "p", "pre", "small", "span", "strong", "strike", "sub", "sup", "table", "u", "ul",
)
# fmt: on


def drawing(walk: Walk, element: _Element) -> Close | None:
    """A drawing is dropped; HTML inside means that it was never closed, as browsers see it too."""
    if walk.unclosed or next(element.iter(*_NOT_DRAWN), None) is not None:
        return _unclosed(walk)
    walk.skip = True
    return None
