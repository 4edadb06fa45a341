"""What every parser collects of a feed and its entries, before `parse_entry` makes values of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from msgspec import Struct

_ABSOLUTE = re.compile(r"https?://[!$-.0-9:A-Z_a-z~]+(?:/[!$-:=@-~]*)?(?:\?[!$-~]+)?(?:#[!-~]+)?")
"""An address that joining would leave as it is: nearly every one."""

Attributes = dict[str, str]
"""The attributes of one link or media element, names in lower case."""


class Text(Struct):
    """A text of an entry: `html` is None where the format leaves it to the reader to guess."""

    value: str
    html: bool | None = None
    base: str | None = None


class EntryParts(Struct):
    """An entry as found, before any choice is made. Links are as written, xml:base applied."""

    guid: str | None = None
    permalink: bool = False
    original: str | None = None
    links: list[Attributes] = []
    title: Text | None = None
    authors: list[str] = []
    published: str | None = None
    updated: str | None = None
    categories: list[str] = []
    summary: Text | None = None
    content: list[Text] = []
    media: list[Attributes] = []
    thumbnails: list[Attributes] = []
    pictures: list[str] = []
    duration: str | None = None


class FeedParts(Struct):
    """A feed as found."""

    format: str
    url: str
    title: Text | None = None
    links: list[Attributes] = []
    authors: list[str] = []
    ttl: str | None = None
    period: str | None = None
    frequency: str | None = None
    skip_hours: list[str] = []
    skip_days: list[str] = []
    entries: Iterable[EntryParts] = ()
    truncated: bool = False


def absolute(link: str | None, base: str) -> str | None:
    """Return the link made absolute, as it is where that is impossible, or None for none."""
    if link and _ABSOLUTE.fullmatch(link):
        return link
    trimmed = re.sub(r"[\t\r\n]+", "", (link or "").strip())
    if not trimmed:
        return None
    try:
        return urljoin(base, trimmed)
    except ValueError:
        return trimmed
