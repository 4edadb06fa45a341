"""Every feed the strict way refuses, by feedparser: broken XML, undeclared entities, formats of old."""

from __future__ import annotations

import io
import re
import sys
import types
import xml.sax.expatreader
from collections.abc import Mapping
from typing import Any

import feedparser

from reader.errors import ParseError
from reader.feeds import parse_entry
from reader.feeds.parse_parts import Attributes, EntryParts, FeedParts, Text
from reader.incoming import RawFeed

_DRIVER = "reader.feeds.parse_lenient_driver"


class _BufferedExpat(xml.sax.expatreader.ExpatParser):
    """The standard library's XML reader, handing text over in runs and not in crumbs."""

    _parser: Any

    def reset(self) -> None:
        super().reset()
        self._parser.buffer_text = True
        self._parser.buffer_size = 1 << 16


def _install_driver() -> None:
    """Make feedparser read with `_BufferedExpat`: the same result in less time."""
    driver = types.ModuleType(_DRIVER)
    driver.create_parser = _BufferedExpat  # type: ignore[attr-defined]
    sys.modules[_DRIVER] = driver
    feedparser.api.PREFERRED_XML_PARSERS = [_DRIVER]


_install_driver()

# feedparser takes these for the entry's own title and body (kurtmckee/feedparser #53, #324): under
# another name they are kept apart.
_CAPTIONS = re.compile(
    r"<(/?)(?:(media):(title|description|text)|(itunes):(author|title|summary)|(dc):(title|description))"
    r"(?:\s[^<>]*?)?(/?)>"
)
# It also takes words that look encoded twice for a mistake and "repairs" them, so `Ã©` becomes `é` where a
# text is about just that. Out of Latin-1's range, letters pass unchanged.
_AWAY = {code: code + 0xF0000 for code in range(0x80, 0x100)}
_BACK = {away: code for code, away in _AWAY.items()}
# It drops the address that is all of an entry's <image>.
_IMAGE = re.compile(r"<image>(\s*(?:<!\[CDATA\[\s*)?https?://[^<>\s]+\s*(?:]]>\s*)?)</image>", re.I)
_VERSIONS = {
    "rss090": "rss 0.90", "rss091n": "rss 0.91", "rss091u": "rss 0.91", "rss092": "rss 0.92",
    "rss093": "rss 0.93", "rss094": "rss 0.94", "rss10": "rss 1.0", "rss20": "rss 2.0", "rss": "rss 2.0",
    "atom01": "atom 0.1", "atom02": "atom 0.2", "atom03": "atom 0.3", "atom10": "atom 1.0",
    "atom": "atom 1.0", "cdf": "cdf",
}  # fmt: skip


def parse(xml: str, *, url: str) -> RawFeed | None:
    """Read what can be read of XML text; None where nothing in it is a feed. Raises ParseError."""
    kept = _IMAGE.sub(r"<kept_image>\1</kept_image>", _CAPTIONS.sub(r"<\1\2\4\6:kept_\3\5\7\8>", xml))
    source = kept.translate(_AWAY).encode("utf-8", "replace")
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        found = feedparser.parse(
            io.BytesIO(source), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
        if not found.entries and not found.version:
            return None
        return parse_entry.feed(_feed(found, xml, url))
    except MemoryError:
        raise
    except Exception as problem:
        # Hostile bytes make feedparser raise anything at all; one feed must never stop the others.
        kind = type(problem).__name__
        raise ParseError(f"{url} sent a feed too broken to read ({kind}): try again later.") from problem


def _feed(found: Any, xml: str, url: str) -> FeedParts:
    version = _VERSIONS.get(found.get("version", ""), "rss 2.0")
    head = found.feed
    return FeedParts(
        format=version,
        url=url,
        title=_text(head.get("title_detail"), head.get("title"), title=True, atom=version.startswith("atom")),
        links=_links(head),
        authors=_authors(head) if version.startswith("atom") else [],
        ttl=head.get("ttl"),
        period=head.get("sy_updateperiod"),
        frequency=head.get("sy_updatefrequency"),
        skip_hours=_listed(xml, "skipHours", "hour"),
        skip_days=_listed(xml, "skipDays", "day"),
        entries=_whole([_entry(entry, atom=version.startswith("atom")) for entry in found.entries], xml),
        truncated=_broken_off(xml),
    )


def _listed(xml: str, name: str, each: str) -> list[str]:
    """Return the texts inside a list's elements, of which feedparser keeps the last alone."""
    lists = re.findall(rf"<{name}\s*>(.{{0,2000}}?)</{name}\s*>", xml, re.I | re.S)
    return [text for found in lists for text in re.findall(rf"<{each}\s*>([^<]*)</{each}\s*>", found, re.I)]


_ROOT = re.compile(r"<((?:[\w-]+:)?(?:rss|feed|rdf|channel))[\s>]", re.I)
_REST = re.compile(r"(?:\s+|<!--.*?-->|<\?.*?\?>)*+\Z", re.S)


def _broken_off(xml: str) -> bool:
    """Say whether the root element is never closed, or something comes after it."""
    root = _ROOT.search(xml)
    if not root:
        return True
    end = re.search(rf"</{re.escape(root[1])}\s*>", xml, re.I)
    return end is None or not _REST.match(xml, end.end())


_ITEM = re.compile(r"<(/?)(?:[\w-]+:)?(?:item|entry)[\s>]", re.I)


def _whole(entries: list[EntryParts], xml: str) -> list[EntryParts]:
    """Leave out a last entry broken off before its id: come back whole, it would be another."""
    ends = [bool(tag[1]) for tag in _ITEM.finditer(xml)][-1:]
    named = any(entry.guid for entry in entries)
    return entries[:-1] if ends == [False] and named and not entries[-1].guid else entries


def _entry(found: dict[str, Any], *, atom: bool) -> EntryParts:
    entry = EntryParts(guid=_string(found.get("id")).strip() or None, permalink=bool(found.get("guidislink")))
    entry.original = _string(found.get("feedburner_origlink")).strip() or None
    entry.links = _links(found)
    title = found.get("title") or found.get("dc_kept_title")
    entry.title = _text(found.get("title_detail"), title, title=True, atom=atom)
    entry.authors = _authors(found)
    entry.published = _string(found.get("published") or found.get("created"))
    entry.updated = _string(dict.get(found, "updated"))
    entry.categories = [_string(tag.get("label") or tag.get("term")) for tag in found.get("tags", [])]
    entry.media = _media(found.get("media_content"))
    entry.thumbnails = _media(found.get("media_thumbnail"))
    entry.pictures = _pictures(found)
    entry.duration = _string(found.get("itunes_duration"))
    _texts(entry, found, atom=atom)
    return entry


def _texts(entry: EntryParts, found: Mapping[str, Any], *, atom: bool) -> None:
    bodies = (_text(item, item.get("value"), atom=atom) for item in found.get("content", []))
    entry.content = [text for text in bodies if text]
    summary = _text(found.get("summary_detail"), found.get("summary"), atom=atom)
    kept = next(
        (found[key] for key in ("dc_kept_description", "itunes_kept_summary") if found.get(key)), None
    )
    if not summary and (kept := kept or (None if entry.content else found.get("media_kept_description"))):
        summary = Text(_string(kept))
    entry.summary = summary


_VOID_ENDS = re.compile(
    r"</(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\s*>", re.I
)


def _text(
    detail: Mapping[str, Any] | None, value: object, *, title: bool = False, atom: bool = False
) -> Text | None:
    """Return a text with the kind its detail gives it, which for RSS is a guess."""
    text = _string(value)
    if not text:
        return None
    kind, base = _string((detail or {}).get("type")), _string((detail or {}).get("base")) or None
    if kind == "application/xhtml+xml":
        return Text(_VOID_ENDS.sub("", text), True, base)
    html = (
        False if title and atom and kind == "text/plain" else (True if atom and kind == "text/html" else None)
    )
    return Text(text, html, base)


def _authors(found: Mapping[str, Any]) -> list[str]:
    people = [_string(person.get("name") or person.get("email")) for person in found.get("authors", [])]
    named = [*people, _string(found.get("itunes_kept_author"))]
    return [name for name in named if name][: max(1, len(people))]


def _links(found: Mapping[str, Any]) -> list[Attributes]:
    return [_attributes(link) for link in found.get("links", [])]


def _media(found: object) -> list[Attributes]:
    return [_attributes(item) for item in found] if isinstance(found, list) else []


def _attributes(found: Mapping[str, Any]) -> Attributes:
    return {name: _string(value) for name, value in found.items()}


def _pictures(found: Mapping[str, Any]) -> list[str]:
    """Return the pictures an entry names. The address in an <image> lands in `href`, and so do others."""
    image, href = found.get("image"), _string(found.get("href"))
    named = [_string(image.get("href") or image.get("url"))] if isinstance(image, Mapping) else []
    named.append(_string(found.get("kept_image")))
    return named + [href] * bool(re.search(r"\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])", href, re.I))


def _string(value: object) -> str:
    return value.translate(_BACK) if isinstance(value, str) else ""
