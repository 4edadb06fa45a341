"""The words of a draft before its text is made: what the index learns first, at an eighth of the time.

They need not be the words of the tree to the letter; whoever makes that sees where they are not.
"""

from __future__ import annotations

import re
from html import unescape

from lxml import etree

from reader.incoming import RawEntry
from reader.patterns import late
from reader.text.clean import clean
from reader.text.drafts import longest, markup_of
from reader.text.html import element_tree, strip_tags, structured, without_appeared
from reader.text.pictures import is_picture_file

_UNREAD = frozenset(
    ("script", "style", "template", "noscript", "textarea", "select", "svg", "iframe", "object", "video")
)
# Words of two blocks are two words; those of `<b>H</b>eat` are one.
_BLOCK = late(
    r"<(?=/?(?:p|br|hr|div|h[1-6]|[uod]l|li|d[td]|t[drh]|table|caption|blockquote|pre|article|section|aside"
    r"|fig(?:ure|caption)|img)\b)",
    re.IGNORECASE,
)


def words_ahead(draft: RawEntry) -> str:
    """Return the words of the body that says most; nothing where it defeats the HTML reader."""
    body = longest(draft)
    if body is None:
        return ""
    try:
        return _words(*markup_of(body))
    except MemoryError:
        raise  # ends the worker: the next one starts afresh
    except Exception:  # its text will be made by those who know what to do then
        return ""


def _words(value: str, is_html: bool) -> str:
    if not is_html:
        return clean(value)
    if "<" not in value:
        return clean(unescape(value))
    root = element_tree(_BLOCK.sub("\n<", structured(value)))
    if root is None:
        return clean(strip_tags(value))
    text = _text(root)
    return without_appeared(text if text.isascii() else clean(text))


def _text(root: etree._Element) -> str:
    etree.strip_elements(root, *_UNREAD, with_tail=False)
    for picture in root.iter("img"):
        words = picture.get("alt") or ""
        picture.tail = f"{'' if is_picture_file(words) else words}\n{picture.tail or ''}"
    return etree.tostring(root, method="text", encoding="unicode")
