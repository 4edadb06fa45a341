"""One-line text out of whatever feeds put into titles and names: markup, entities, entities of entities."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from urllib.parse import unquote, urlsplit

from reader.patterns import late
from reader.text.clean import clean, one_line

# Elements that occur in titles and bodies. Anything else in angle brackets is taken for words.
_NAMES = (
    "a|abbr|acronym|address|article|aside|b|big|blockquote|br|caption|center|cite|code|dd|del|div|dl|dt|em|embed"
    "|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|nobr|ol|p|picture|pre|q"
    "|s|samp|script|section|small|source|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|video"
)
_TAG = late(rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
# No tag goes over the beginning of the next: else each is looked for its end in all that follows.
_ESCAPED_TAG = late(rf"&lt;/?(?:{_NAMES})(?:\s(?:[^<>&]|&(?!lt;)){{0,2000}}?)?/?&gt;", re.IGNORECASE)
_BREAK = late(r"<(?:br|p|div|li|h[1-6])\b[^<>]*>", re.IGNORECASE)
_ENTITY = late(r"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|([a-zA-Z]{2,31}\d{0,2};))")
_MAIL = r"[^\s<>()\"]+@[^\s<>()\"]+"
_MAIL_NAME = late(rf"(?:mailto:)?{_MAIL}\s*\((.+)\)")
_NAME_MAIL = late(rf"(.+?)\s*[<(](?:mailto:)?{_MAIL}[>)]")
_BY = late(r"(?:words\s+)?by\s+(?=\S)", re.IGNORECASE)
_SLUG_END = late(r"(?:[-_]?\d{5,})?(?:\.(?:html?|php|aspx?|jsp|shtml))?$", re.IGNORECASE)
_LOOPS = 3


def has_markup(text: str) -> bool:
    """Tell whether text holds HTML elements."""
    return "<" in text and bool(_TAG.search(text))


def has_escaped_markup(text: str) -> bool:
    """Tell whether all the markup of a text was escaped once too often."""
    return "&lt;" in text and bool(_ESCAPED_TAG.search(text)) and not has_markup(text)


def decoded(text: str) -> str:
    """Return text with its character references decoded once; what names no character stays."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(reference: re.Match[str]) -> str:
    return unescape(reference[0]) if reference[1] is None or reference[1] in html5 else reference[0]


def from_markup(text: str, limit: int = 1000, *, html: bool = True) -> str:
    """Return a title or a name on one line, without tags and with its characters decoded.

    Titles are escaped once too often as often as not; text that was declared plain loses its tags only
    where they come in pairs.
    """
    text = text[: 20 * limit]
    for _ in range(_LOOPS):
        if "<" in text and (html or "</" in text):
            text = _TAG.sub("", _BREAK.sub(" ", text))
        before, text = text, decoded(text)
        if text == before:
            break
    return one_line(text, limit)


def author_name(text: str) -> str:
    """Return the name in "mail (Name)", "Name <mail>", "By Name"; a mail alone stays."""
    name = from_markup(text, 400)
    if found := _MAIL_NAME.fullmatch(name) or _NAME_MAIL.fullmatch(name):
        name = found[1].strip()
    return one_line(_BY.sub("", name, count=1) if _BY.match(name) else name, 200)


def unique(names: list[str], limit: int) -> tuple[str, ...]:
    """Return names in order, each once whatever its case, empty ones left out."""
    kept: dict[str, str] = {}
    for name in names:
        if name and len(kept) < limit:
            kept.setdefault(name.casefold(), name)
    return tuple(kept.values())


def slug_words(url: str) -> str:
    """Return the words in the last part of an address: /2023/10/heat-2-is-next/ says "Heat 2 is next"."""
    parts = [part for part in urlsplit(url).path.split("/") if part]
    for part in reversed(parts):
        words = one_line(re.sub(r"[-_+]+", " ", _SLUG_END.sub("", clean(unquote(part)))), 200)
        if " " in words:
            return words[0].upper() + words[1:]
    return ""
