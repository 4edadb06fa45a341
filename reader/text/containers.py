"""Elements that hold blocks: paragraphs, quotes, lists, tables, figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.document import STRONG, Quote
from reader.text import media
from reader.text.flat import flatten
from reader.text.frames import Cell, FigureFrame, Frame, ListFrame, TableFrame
from reader.text.walk import Close, Walk

if TYPE_CHECKING:
    from lxml.etree import _Element

_PULL = re.compile(r"pull-?quote", re.IGNORECASE)
_CAPTIONED = re.compile(r"(?:^|\s)wp-caption(?:\s|$)")
_CAPTION = re.compile(r"(?:^|[\s_-])(?:fig)?caption(?:[\s_-](?:text|title))?(?:\s|$)")


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
    return paragraph(walk, element)


def paragraph(walk: Walk, element: _Element) -> Close | None:
    """A paragraph, or one that by its name is the caption of the picture over it."""
    name = element.get("class")
    captions = name and _CAPTION.search(name) and element.find(".//img") is None
    return caption(walk, element) if captions else block(walk, element)


def quote(walk: Walk, element: _Element) -> Close | None:
    """A block quote, a pull quote or a quoted post."""
    if walk.deep:
        return block(walk, element)
    if post := media.post(element, walk.base):
        walk.embed(post)
        walk.skip = True
        return None
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
            pull = bool(_PULL.search(names)) or (parent is not None and parent.tag == "aside")
            walk.emit(Quote(tuple(frame.blocks), pull))

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
    """The caption of a figure or table, or of the picture before it; a stray one is a paragraph."""
    walk.flush()
    home = walk.frames[-1]
    if walk.deep or not home.awaits_caption:
        return block(walk, element)
    frame = Frame()
    walk.push(frame)

    def close() -> None:
        walk.pop()
        if said := flatten(frame.blocks):
            home.take_caption(said)

    return close
