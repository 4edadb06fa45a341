"""Bytes to a feed: RSS, Atom or JSON Feed, well-formed or not. Nothing here trusts a byte of it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from reader.errors import ParseError
from reader.feeds.parse_bytes import to_text, to_xml
from reader.incoming import RawFeed

_FEED = re.compile(r"<(?:[\w-]+:)?(?:rss|feed|rdf|channel|item|entry)[\s>]", re.I)
_FEED_IN_HTML = re.compile(r"<(?:rss|rdf:rdf|feed)\s[^<>]*(?:xmlns|version)\s*=", re.I)
_HTML = re.compile(
    r"\s*+(?:<\?.*?\?>\s*+|<!--.*?-->\s*+)*+(?:<!doctype\s+html|<html|<head|<body)", re.I | re.S
)
_MAGIC = {
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"RIFF": "an image",
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive",
    b"\x1f\x8b": "a compressed file",
    b"ID3": "an audio file",
}


def parse(data: bytes, *, url: str, content_type: str | None = None) -> RawFeed:
    """Return the feed in `data`, fetched from `url`. Raises ParseError: what it looks like instead."""
    text = "" if _magic(data) else to_text(data, content_type)
    if text.startswith(("{", "[")):
        from reader.feeds import parse_json

        return parse_json.parse(text, url=url)
    looked_for = _FEED_IN_HTML if _HTML.match(text) else _FEED
    found = _parse_xml(text, url) if looked_for.search(text) else None
    if found is None:
        raise ParseError(f"{url} is not a feed: it sent {_looks_like(data, text)}. {_advice(text, url)}")
    return found


def _parse_xml(text: str, url: str) -> RawFeed | None:
    from reader.feeds import parse_strict

    xml = to_xml(text)
    if (found := parse_strict.parse(xml, url=url)) is not None:
        return found
    from reader.feeds import parse_lenient

    return parse_lenient.parse(xml, url=url)


def _magic(data: bytes) -> str | None:
    return next((name for start, name in _MAGIC.items() if data.startswith(start)), None)


def _looks_like(data: bytes, text: str) -> str:
    if magic := _magic(data):
        return magic
    if not text.strip():
        return "nothing at all"
    if _HTML.match(text):
        return "an HTML page"
    return "XML of another kind" if text.startswith("<") else "plain text"


def _advice(text: str, url: str) -> str:
    if _HTML.match(text) and urlsplit(url).path in ("", "/"):
        return "It names no feed either; look on the site for one, or in `newsreel outlets`."
    if _HTML.match(text):
        return "Add the site's own address to have its feeds looked for, or try again later."
    return "Check the address, or try again later."
