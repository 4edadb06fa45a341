"""JSON Feed 1 and 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reader.errors import ParseError
from reader.feeds import parse_entry
from reader.feeds.parse_parts import Attributes, EntryParts, FeedParts, Text
from reader.incoming import RawFeed


def parse(text: str, *, url: str) -> RawFeed:
    """Read a JSON Feed. Raises ParseError where the text is not JSON, or not a feed."""
    try:
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise ParseError(
            f"{url} sent broken JSON, not a feed: check the address, or try again later."
        ) from None
    if not isinstance(found, dict) or not isinstance(found.get("items"), list) or not _is_feed(found):
        raise ParseError(f"{url} sent JSON that is not a JSON Feed: look for the site's feed address.")
    return parse_entry.feed(_feed(found, url))


def _is_feed(found: dict[str, Any]) -> bool:
    """Say whether JSON with `items` is a feed: it says so, or its items read like entries."""
    if "jsonfeed.org" in _string(found.get("version")).lower():
        return True
    items = [item for item in found["items"] if isinstance(item, dict)]
    return bool(_string(found.get("title"))) and any(
        "content_html" in item or "content_text" in item for item in items
    )


def _feed(found: dict[str, Any], url: str) -> FeedParts:
    version = _string(found.get("version")).rstrip("/").rpartition("/")[2]
    return FeedParts(
        format=f"json feed {'1.1' if version == '1.1' else '1'}",
        url=url,
        title=_text(found.get("title"), html=False),
        links=_links({"alternate": found.get("home_page_url")}),
        authors=_authors(found),
        entries=(_entry(item) for item in found["items"] if isinstance(item, dict)),
    )


def _entry(item: dict[str, Any]) -> EntryParts:
    bodies = [_text(item.get("content_html"), html=True), _text(item.get("content_text"), html=False)]
    return EntryParts(
        guid=_string(item.get("id")).strip() or None,
        permalink=True,
        links=[*_links({"alternate": item.get("url") or item.get("external_url")}), *_attachments(item)],
        title=_text(item.get("title"), html=False),
        authors=_authors(item),
        published=_string(item.get("date_published")),
        updated=_string(item.get("date_modified")),
        categories=[_string(tag) for tag in _list(item.get("tags"))],
        summary=_text(item.get("summary"), html=False),
        content=[body for body in bodies if body],
        pictures=[url for key in ("image", "banner_image") if (url := _string(item.get(key)))],
    )


def _attachments(item: dict[str, Any]) -> Iterator[Attributes]:
    for found in _list(item.get("attachments")):
        if isinstance(found, dict):
            keys = {
                "href": "url", "type": "mime_type", "length": "size_in_bytes",
                "duration": "duration_in_seconds",
            }  # fmt: skip
            yield {"rel": "enclosure"} | {ours: _string(found.get(theirs)) for ours, theirs in keys.items()}


def _authors(found: dict[str, Any]) -> list[str]:
    people = _list(found.get("authors")) or [found.get("author")]
    names = [_string(person.get("name") if isinstance(person, dict) else person) for person in people]
    return [name for name in names if name.strip()]


def _links(found: dict[str, Any]) -> list[Attributes]:
    return [{"rel": rel, "href": _string(url)} for rel, url in found.items() if _string(url)]


def _text(value: object, *, html: bool) -> Text | None:
    return Text(text, html) if (text := _string(value)) else None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _string(value: object) -> str:
    """Return a string, or a number as one (ids are often numbers), with no half of a surrogate pair."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
