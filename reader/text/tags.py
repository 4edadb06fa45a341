"""What each element of HTML means for the walk. Elements not named here let their content through."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.document import CODE, EMPHASIS, MARK, STRIKE, STRONG, SUBSCRIPT, SUPERSCRIPT, UNDERLINE
from reader.text import media
from reader.text.clean import safe_url
from reader.text.containers import (
    aside,
    block,
    caption,
    cell,
    division,
    figure,
    item,
    listing,
    paragraph,
    quote,
    row,
    table,
    table_head,
    term,
)
from reader.text.embeds import drawing, flash, form, frame, image, light_video, player
from reader.text.walk import Close, Walk

if TYPE_CHECKING:
    from lxml.etree import _Element

Opener = Callable[[Walk, "_Element"], Close | None]

_DIGITS = 3
"""A number with more of them is no footnote."""
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)


def skip(walk: Walk, _element: _Element) -> None:
    """Drop an element with everything in it."""
    walk.skip = True


def line_break(walk: Walk, _element: _Element) -> None:
    """End a line."""
    walk.break_line()


def rule(walk: Walk, _element: _Element) -> None:
    """Draw a line between two parts."""
    walk.rule()


def styled(style: int) -> Opener:
    """Make an opener that adds a style to the text inside."""

    def open_style(walk: Walk, element: _Element) -> Close | None:
        before = walk.style
        if style == STRONG and (css := element.get("style")) and _NOT_BOLD.search(css):
            return None
        walk.style |= style

        def close() -> None:
            walk.style = before

        return close

    return open_style


def surrounded(left: str, right: str) -> Opener:
    """Make an opener that puts marks around the text inside."""

    def open_marks(walk: Walk, _element: _Element) -> Close:
        walk.words(left)
        return lambda: walk.words(right)

    return open_marks


_NOTE = surrounded("(", ")")
"""The mark of a footnote: small digits by themselves are the numbers of links."""


def _is_note(anchor: _Element) -> bool:
    inner = anchor.text or (anchor[0].text if len(anchor) else "") or ""
    return inner.isdecimal() and len(inner) <= _DIGITS


def _stays(href: str, url: str | None, base: str | None) -> bool:
    """Tell whether a link leads to another place of the same page."""
    same = url and base and "#" in url and url.partition("#")[0] == base.partition("#")[0]
    return href.lstrip().startswith("#") or bool(same)


def anchor(walk: Walk, element: _Element) -> Close | None:
    """A link; one that holds nothing but a picture of a video becomes that video.

    One to another place of the same page (a footnote, a contents list) leads nowhere here: it is text.
    """
    href, before = element.get("href") or "", walk.href
    url = safe_url(href, walk.base)
    if not href or _stays(href, url, walk.base):
        return _NOTE(walk, element) if href and _is_note(element) else None
    unseen = url and url not in walk.links
    walk.href = url

    def close() -> None:
        walk.href = before
        if url and unseen and url not in walk.links and len(element) and media.is_video(url):
            walk.embed(media.embed(url, element.get("title") or "", walk.base))

    return close


def heading(level: int) -> Opener:
    """Make an opener for a heading."""

    def open_heading(walk: Walk, _element: _Element) -> Close:
        walk.flush()
        before = walk.heading
        walk.heading = level

        def close() -> None:
            walk.flush()
            walk.heading = before

        return close

    return open_heading


def preformatted(walk: Walk, _element: _Element) -> Close | None:
    """Text whose blanks and line ends count."""
    if walk.preformatted:
        return None
    walk.flush()
    walk.preformatted = True
    return walk.end_preformatted


_BLOCKS = (
    "html body section article main header footer nav address center dir fieldset legend hgroup optgroup"
)
_BLOCKS += " summary details dd tbody tfoot picture noscript amp-carousel"
_SKIPPED = (
    "script style template input textarea option head title meta link rp datalist progress meter applet"
)


OPENERS: dict[str, Opener] = {
    **dict.fromkeys(_BLOCKS.split(), block),
    **dict.fromkeys(_SKIPPED.split(), skip),
    **{f"h{level}": heading(level) for level in range(1, 7)},
    "div": division,
    "p": paragraph,
    "br": line_break,
    "hr": rule,
    "a": anchor,
    "pre": preformatted,
    "listing": preformatted,
    "xmp": preformatted,
    "plaintext": preformatted,
    "blockquote": quote,
    "aside": aside,
    "q": surrounded("“", "”"),
    "rt": surrounded("(", ")"),
    "ul": listing,
    "ol": listing,
    "menu": listing,
    "dl": listing,
    "li": item,
    "dt": term,
    "summary": term,
    "table": table,
    "thead": table_head,
    "tr": row,
    "td": cell,
    "th": cell,
    "caption": caption,
    "figure": figure,
    "figcaption": caption,
    "img": image,
    "amp-img": image,
    "iframe": frame,
    "amp-iframe": frame,
    "embed": frame,
    "object": flash,
    "video": player,
    "audio": player,
    "amp-video": player,
    "amp-youtube": light_video,
    "lite-youtube": light_video,
    **dict.fromkeys(("form", "button", "select", "canvas", "dialog"), form),
    "svg": drawing,
    **{name: styled(STRONG) for name in ("b", "strong")},
    **{name: styled(EMPHASIS) for name in ("i", "em", "cite", "dfn", "var")},
    **{name: styled(CODE) for name in ("code", "kbd", "samp", "tt")},
    **{name: styled(STRIKE) for name in ("s", "strike", "del")},
    **{name: styled(UNDERLINE) for name in ("u", "ins")},
    "sup": styled(SUPERSCRIPT),
    "sub": styled(SUBSCRIPT),
    "mark": styled(MARK),
}
