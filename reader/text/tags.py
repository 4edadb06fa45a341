"""What each element of HTML means for the walk. Elements not named here let their content through."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.model import CODE, EMPHASIS, MARK, STRIKE, STRONG, SUBSCRIPT, SUPERSCRIPT, UNDERLINE, Quote
from reader.text import media
from reader.text.clean import safe_url
from reader.text.flat import flatten
from reader.text.frames import Cell, FigureFrame, Frame, ListFrame, TableFrame
from reader.text.walk import Close, Walk

if TYPE_CHECKING:
    from lxml.etree import _Element

Opener = Callable[[Walk, "_Element"], Close | None]

_PULL = re.compile(r"pull-?quote", re.IGNORECASE)
_CAPTIONED = re.compile(r"(?:^|\s)wp-caption(?:\s|$)")
_CAPTION = re.compile(r"wp-caption-text|(?:^|\s)caption(?:\s|$)")
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
FORM_TEXT = 300
"""A form with more words than this is a page someone forgot to close a form in."""


def skip(walk: Walk, _element: _Element) -> None:
    """Drop an element with everything in it."""
    walk.skip = True


def block(walk: Walk, _element: _Element) -> Close | None:
    """Start and end a paragraph."""
    walk.flush()
    return walk.flush


def division(walk: Walk, element: _Element) -> Close | None:
    """A div: mostly a paragraph, sometimes a figure of an older WordPress."""
    name = element.get("class")
    if name and _CAPTIONED.search(name):
        return figure(walk, element)
    if name and _PULL.search(name):
        return quote(walk, element)
    return block(walk, element)


def paragraph(walk: Walk, element: _Element) -> Close | None:
    """A paragraph, or the caption in a figure of an older WordPress."""
    name = element.get("class")
    if name and _CAPTION.search(name) and isinstance(walk.frames[-1], FigureFrame):
        return caption(walk, element)
    return block(walk, element)


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


def anchor(walk: Walk, element: _Element) -> Close | None:
    """A link; one that holds nothing but a picture of a video becomes that video."""
    href, before = element.get("href"), walk.href
    if not href:
        return None
    url = safe_url(href, walk.base)
    walk.href = url

    def close() -> None:
        walk.href = before
        if url and len(element) and media.is_video(url) and not media.words_of(element):
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


def quote(walk: Walk, element: _Element) -> Close | None:
    """A block quote, a pull quote or a quoted post."""
    if post := media.post(element, walk.base):
        walk.embed(post)
        walk.skip = True
        return None
    if walk.deep:
        return block(walk, element)
    parent = element.getparent()
    names = (element.get("class") or "") + " " + ((parent.get("class") or "") if parent is not None else "")
    frame = Frame()
    walk.push(frame)

    def close() -> None:
        walk.pop()
        nested = frame.blocks[0] if len(frame.blocks) == 1 else None
        if isinstance(nested, Quote) and nested.pull:
            walk.emit(nested)
        elif frame.blocks:
            walk.emit(Quote(tuple(frame.blocks), bool(_PULL.search(names))))

    return close


def aside(walk: Walk, element: _Element) -> Close | None:
    """An aside is a pull quote when it says so, else part of the text."""
    return quote(walk, element) if _PULL.search(element.get("class") or "") else block(walk, element)


def listing(walk: Walk, element: _Element) -> Close | None:
    """A list, numbered or not, or a list of definitions."""
    if walk.deep:
        return block(walk, element)
    frame = ListFrame()
    if element.tag == "ol":
        frame.step = -1 if element.get("reversed") is not None else 1
        given = number(element.get("start"))
        count = len(element.findall("li")) if frame.step < 0 else 1
        frame.start = given if given is not None else count
    walk.push(frame)

    def close() -> None:
        walk.pop()
        walk.emit_all(frame.close())

    return close


def item(walk: Walk, element: _Element) -> Close | None:
    """An item of a list; a stray one makes a list of its own."""
    if walk.deep:
        return block(walk, element)
    walk.flush()
    home = walk.frames[-1]
    stray = not isinstance(home, ListFrame)
    parent = home if isinstance(home, ListFrame) else ListFrame()
    frame = Frame()
    walk.push(frame)

    def close() -> None:
        walk.pop()
        parent.new_item(frame.blocks, number(element.get("value")))
        if stray:
            walk.emit_all(parent.close())

    return close


def term(walk: Walk, _element: _Element) -> Close | None:
    """A term to be defined: strong, and the start of an item."""
    walk.flush()
    if isinstance(home := walk.frames[-1], ListFrame):
        home.new_item([])
    before = walk.style
    walk.style |= STRONG

    def close() -> None:
        walk.flush()
        walk.style = before

    return close


def number(value: str | None) -> int | None:
    """Read a list number."""
    found = re.fullmatch(r"\s*([+-]?\d{1,9})\s*", value or "", re.ASCII)
    return int(found[1]) if found else None


def table(walk: Walk, element: _Element) -> Close | None:
    """A table, of data or of layout."""
    if walk.deep:
        return block(walk, element)
    frame = TableFrame(layout=(element.get("role") or "") in ("presentation", "none"))
    walk.push(frame)

    def close() -> None:
        walk.pop()
        walk.emit_all(frame.close())

    return close


def row(walk: Walk, _element: _Element) -> Close | None:
    """A row of a table."""
    walk.flush()
    if isinstance(home := walk.frames[-1], TableFrame):
        home.new_row()
    return walk.flush


def table_head(walk: Walk, _element: _Element) -> Close | None:
    """The rows that are headings."""
    walk.flush()
    home = walk.frames[-1]
    if not isinstance(home, TableFrame):
        return None
    home.in_head = True

    def close() -> None:
        walk.flush()
        home.in_head = False

    return close


def cell(walk: Walk, element: _Element) -> Close | None:
    """A cell of a table; a stray one is a paragraph."""
    walk.flush()
    home = walk.frames[-1]
    if not isinstance(home, TableFrame):
        return block(walk, element)
    frame = Frame()
    walk.push(frame)

    def close() -> None:
        walk.pop()
        columns, rows = number(element.get("colspan")) or 1, number(element.get("rowspan")) or 1
        home.add_cell(Cell(frame.blocks, element.tag == "th", max(1, columns), max(1, rows)))

    return close


def figure(walk: Walk, element: _Element) -> Close | None:
    """A picture, table or quote with a caption."""
    if walk.deep:
        return block(walk, element)
    frame = FigureFrame()
    walk.push(frame)

    def close() -> None:
        walk.pop()
        walk.emit_all(frame.close())

    return close


def caption(walk: Walk, element: _Element) -> Close | None:
    """The caption of a figure or table; a stray one is a paragraph."""
    walk.flush()
    home = walk.frames[-1]
    if not isinstance(home, FigureFrame | TableFrame):
        return block(walk, element)
    frame = Frame()
    walk.push(frame)

    def close() -> None:
        walk.pop()
        home.caption = flatten([*frame.blocks]) or home.caption

    return close


def image(walk: Walk, element: _Element) -> None:
    """A picture, or the emoji someone drew instead of writing it."""
    url, alt = media.picture(element, walk.base)
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
    if element.find(".//embed") is None and element.find(".//iframe") is None and element.get("data"):
        walk.embed(media.embed(element.get("data"), element.get("title") or "", walk.base))


def form(walk: Walk, element: _Element) -> Close | None:
    """A form is dropped, unless so much stands in it that someone forgot to close it."""
    walk.flush()
    if len(media.words_of(element)) < FORM_TEXT:
        walk.skip = True
    return walk.flush


def drawing(walk: Walk, element: _Element) -> None:
    """A drawing is dropped; HTML inside means that it was never closed, as browsers see it too."""
    walk.skip = next(element.iter(*_NOT_DRAWN), None) is None


# fmt: off
_NOT_DRAWN = (
    "b", "blockquote", "br", "center", "code", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "hr", "i",
    "img", "li", "ol", "p", "pre", "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul",
)
# fmt: on
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
