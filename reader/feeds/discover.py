"""The feeds a web page names, by `<link rel=alternate>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from msgspec import Struct

from reader.feeds.parse_bytes import to_text

if TYPE_CHECKING:
    from lxml import etree

_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/x-rss+xml",
    "text/rss+xml",
    "application/xml",
    "text/xml",
    "application/json",
}
_NOT_FEEDS = re.compile(r"/wp-json(/|$)|oembed|opensearch|sitemap|/xmlrpc\.php", re.I)
_COMMENTS = re.compile(r"comment", re.I)


class FoundFeed(Struct, frozen=True):
    """A feed a page offers: where, under which name, and of which MIME type."""

    url: str
    title: str
    type: str


def find_feeds(html: bytes, *, url: str, content_type: str | None = None) -> list[FoundFeed]:
    """Return the feeds the page at `url` offers, each once, those of comments last. Never raises."""
    root = _tree(to_text(html, content_type))
    if root is None:
        return []
    base = _join(url, next((str(found.get("href")) for found in root.iter("base") if found.get("href")), ""))
    title = next((_line(found.text) for found in root.iter("title") if found.text), "")
    feeds: dict[str, FoundFeed] = {}
    for link in root.iter("link"):
        if found := _feed(link, base or url, title):
            feeds.setdefault(found.url, found)
    return sorted(feeds.values(), key=_is_of_comments)


def to_choose_from(feeds: list[FoundFeed]) -> list[FoundFeed]:
    """Leave out feeds of comments, which nobody means who adds a page, where it names others."""
    return [feed for feed in feeds if not _is_of_comments(feed)] or feeds


def _is_of_comments(feed: FoundFeed) -> bool:
    return bool(_COMMENTS.search(feed.title + feed.url))


def _tree(text: str) -> etree._Element | None:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _feed(link: etree._Element, base: str, page_title: str) -> FoundFeed | None:
    kind = str(link.get("type") or "").partition(";")[0].strip().lower()
    words = str(link.get("rel") or "").lower().split()
    href = _join(base, str(link.get("href") or ""))
    if not href or kind not in _TYPES or not {"alternate", "feed"} & set(words) or "stylesheet" in words:
        return None
    return None if _NOT_FEEDS.search(href) else FoundFeed(href, _line(link.get("title")) or page_title, kind)


def _join(base: str, link: str) -> str | None:
    """Return the absolute http(s) address, or None."""
    trimmed = link.strip()
    if trimmed.lower().startswith("feed:"):
        trimmed = re.sub(r"^feed:(//)?(?=https?:)", "", trimmed, flags=re.I).replace("feed:", "http:", 1)
    try:
        joined = urljoin(base, trimmed)
    except ValueError:
        return None
    return joined if trimmed and joined.lower().startswith(("http://", "https://")) else None


def _line(text: object) -> str:
    return " ".join(str(text or "").split())
