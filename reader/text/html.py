"""HTML and plain text to a `Document`. The one place that reads HTML, and it runs in the worker only."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from reader.document import Block, Document
from reader.patterns import late
from reader.text.clean import clean, safe_url
from reader.text.flat import leaves, spans_of
from reader.text.walk import Walk, block_text

if TYPE_CHECKING:
    from lxml.etree import HTMLParser, _Element

HUGE_TAG = 10_000
MAX_ATTRIBUTES = 1000
_HUGE = late(rf"<[a-zA-Z][^<>]{{{HUGE_TAG},}}")
_VALUE = late(r"""=\s*(?:"[^"]*"|'[^']*')""")
_UNPARSABLE = late("[\x00-\x08\x0b-\x0c\x0e-\x1f\ud800-\udfff]")
_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32)))
_ONE_PARAGRAPH = late(r"\s*<p>([^<\n]*)</p>\s*")
_BLANK_LINES = late(r"\n[ \t\r\xa0]*\n\s*")
_STRUCTURE = late(r"<(?:p|br|div|li|h[1-6]|table|blockquote|pre|section|article)\b", re.IGNORECASE)
_MARKUP = late(r"(<[^<>]*>)")
_UNREAD = frozenset(("script", "style"))
_BLOCK_TAG = late(
    r"</?(?:p|br|div|li|ul|ol|h[1-6]|table|tr|blockquote|pre|section|article|figure|hr)\b", re.IGNORECASE
)
_APPEARED_SAYS = (
    r"(?:The post .{1,600} appeared first on .{1,300}"
    r"|Der Beitrag .{1,600} erschien zuerst auf .{1,300}"
    r"|L[’']article .{1,600} est apparu en premier sur .{1,300}"
    r"|(?:La entrada|El artículo) .{1,600} (?:se publicó|apareció|aparece) primero en .{1,300}"
    r"|L[’']articolo .{1,600} (?:proviene da|sembra essere il primo su) .{1,300}"
    r"|Het bericht .{1,600} verscheen eerst op .{1,300}"
    r"|O post .{1,600} apareceu primeiro em .{1,300})"
)
_APPEARED = late(_APPEARED_SAYS, re.DOTALL)
_APPEARED_LAST = late(rf"\n\s*{_APPEARED_SAYS}\s*\Z", re.DOTALL)
_APPEARED_LONGEST = 1000


def to_document(html: str, *, base: str | None = None) -> Document:
    """Read a body of HTML; relative links are resolved against `base`."""
    if one := _ONE_PARAGRAPH.fullmatch(html):
        html = one[1]
    if "<" not in html:
        return text_document(_unfold(unescape(html)))
    html = structured(parsable(html))
    root = element_tree(html)
    if root is None:
        return text_document(strip_tags(html))
    from reader.text.tags import OPENERS

    return _without_boilerplate(Walk(_base(root, html, base)).over(root, OPENERS))


def structured(html: str) -> str:
    """Return HTML as a parser should see it: what someone wrapped unwrapped, blank lines as paragraphs."""
    if "<![CDATA[" in html:
        html = html.replace("<![CDATA[", "").replace("]]>", "")
    return _BLANK_LINES.sub("<p>", html) if "\n" in html and not _STRUCTURE.search(html) else html


def parsable(html: str) -> str:
    """Return `html` without the characters no parser takes and no library stores."""
    return html if _is_parsable(html) else _UNPARSABLE.sub("", html.replace("\f", " "))


def _is_parsable(html: str) -> bool:
    """Tell whether nothing is to be taken away: by the bytes, an eighth of the time that a pattern takes."""
    try:
        plain = html.encode()
    except UnicodeEncodeError:  # halves of characters
        return False
    return len(plain.translate(None, _CONTROLS)) == len(plain)


def text_document(text: str) -> Document:
    """Read plain text: blank lines part paragraphs, bare addresses become links."""
    walk = Walk(None)
    for part in _paragraphs(text):
        for line in part.split("\n"):
            walk.text(line)
            walk.break_line()
        walk.flush()
    return _without_boilerplate(Document(tuple(walk.frames[0].blocks), tuple(walk.links)))


def _paragraphs(text: str) -> list[str]:
    return _BLANK_LINES.split(clean(text).strip())


def text_source(text: str) -> str:
    """Return HTML that reads as `text_document` reads `text`."""
    parts = (escape(part, quote=False).replace("\n", "<br>") for part in _paragraphs(text))
    return "".join(f"<p>{part}</p>" for part in parts)


def strip_tags(html: str) -> str:
    """The text of HTML too deep to be read as a tree: tags dropped, blocks parted by blank lines."""
    kept: list[str] = []
    unread = ""
    for part in _MARKUP.split(html):
        if not part.startswith("<") or not part.endswith(">"):
            kept.append("" if unread else part)
            continue
        name = part[1:-1].strip("/ ").split(" ", 1)[0].lower()
        if unread:
            unread = "" if part.startswith("</") and name == unread else unread
        elif name in _UNREAD and not part.startswith("</"):
            unread = name
        if _BLOCK_TAG.match(part):
            kept.append("\n\n")
    return _unfold(unescape("".join(kept)))


def _unfold(text: str) -> str:
    """Single line ends of a source are blanks; empty lines stay."""
    return "\n\n".join(" ".join(part.split("\n")) for part in _BLANK_LINES.split(text.replace("\r\n", "\n")))


def is_monstrous(html: str) -> bool:
    """Tell whether one element has thousands of attributes: libxml2 takes the square of their number."""
    if len(html) <= HUGE_TAG:
        return False
    return any(len(_VALUE.sub(" ", tag[0]).split()) > MAX_ATTRIBUTES for tag in _HUGE.finditer(html))


_parsers: list[HTMLParser] = []


def element_tree(html: str) -> _Element | None:
    """Return the tree, or None where it is monstrous or the reader gave up before the end."""
    if is_monstrous(html):
        return None
    from lxml import etree

    if not _parsers:
        _parsers.append(
            etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
        )
    parser = _parsers[0]
    try:
        root = etree.fromstring(html.encode(), parser)
    except etree.XMLSyntaxError:  # nothing but comments, or nothing at all
        return None
    gave_up = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log.filter_from_fatals())
    return None if gave_up else root


def _base(root: _Element, html: str, base: str | None) -> str | None:
    if "<base" not in html and "<BASE" not in html:
        return base
    named = root.find(".//base[@href]")
    return (safe_url(named.get("href"), base) or base) if named is not None else base


def _without_boilerplate(document: Document) -> Document:
    """Drop "The post … appeared first on …" where it is exactly the last paragraph, and its links with it."""
    blocks = document.blocks
    if not blocks or not _APPEARED.fullmatch(block_text(blocks[-1])):
        return document
    return Document(blocks[:-1], document.links[: 1 + _last_link(blocks[:-1])])


def without_appeared(text: str) -> str:
    """Return bare words of HTML, a line or more for each block, without what `_without_boilerplate` drops."""
    found = _APPEARED_LAST.search(text, max(0, len(text) - _APPEARED_LONGEST))
    return text[: found.start()] if found else text


def _last_link(blocks: tuple[Block, ...]) -> int:
    runs = (spans for leaf in leaves(blocks) for spans in spans_of(leaf))
    return max((span.link for spans in runs for span in spans), default=-1)
