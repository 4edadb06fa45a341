"""A page as a tree that lets itself be cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.html import is_monstrous, parsable

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def parse_page(html: str) -> HtmlElement | None:
    """Return the tree of a whole page, None where there is none to be had."""
    html = parsable(html)
    if "<" not in html or is_monstrous(html):
        return None
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(html.encode(), parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
