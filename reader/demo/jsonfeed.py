"""Writes the reel as JSON Feed 1.1, with HTML or with plain text inside."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from reader.demo import media
from reader.demo.outlets import Outlet
from reader.demo.reel import Article, plain
from reader.demo.rss import placed, w3c


def json_html(outlet: Outlet, articles: Sequence[Article], root: str) -> bytes:
    """JSON Feed with content_html."""
    return _feed(outlet, root, [_item(one, root, content_html=placed(one.html, root)) for one in articles])


def json_text(outlet: Outlet, articles: Sequence[Article], root: str) -> bytes:
    """JSON Feed with content_text: no marks at all, blank lines between paragraphs."""
    return _feed(outlet, root, [_item(one, root, content_text=_text(one.html)) for one in articles])


def _feed(outlet: Outlet, root: str, items: list[dict[str, Any]]) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": outlet.name,
        "description": outlet.tagline,
        "home_page_url": f"{root}/{outlet.slug}/",
        "feed_url": f"{root}{outlet.feed_path}",
        "language": "en",
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode("utf-8")


def _item(one: Article, root: str, **content: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": one.guid,
        "url": f"{root}{one.path}",
        "title": one.title,
        "summary": one.summary,
        **content,
        "date_published": w3c(one.date),
        "authors": [{"name": name} for name in one.authors],
        "tags": list(one.tags),
    }
    if one.updated:
        item["date_modified"] = w3c(one.updated)
    if one.picture_path:
        item["image"] = f"{root}{one.picture_path}"
    if one.trailer:
        item["attachments"] = [_trailer(f"{root}/trailers/{one.slug}.avi")]
    return item


def _trailer(url: str) -> dict[str, Any]:
    return {"url": url, "mime_type": "video/x-msvideo", "size_in_bytes": len(media.leader())}


def _text(html: str) -> str:
    blocks = re.split(r"</(?:p|h\d|li|figcaption|blockquote)>", html)
    return "\n\n".join(text for block in blocks if (text := plain(block)))
