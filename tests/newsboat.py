"""A cache.db as newsboat makes one, row by row; and newsboat itself, where it is there."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw

SCHEMA = """
CREATE TABLE rss_feed (
    rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL, title VARCHAR(1024) NOT NULL,
    lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1) NOT NULL DEFAULT 0,
    etag VARCHAR(128) NOT NULL DEFAULT ''
);
CREATE TABLE rss_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL, title VARCHAR(1024) NOT NULL,
    author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL, feedurl VARCHAR(1024) NOT NULL,
    pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL, unread INTEGER(1) NOT NULL,
    enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024), enqueued INTEGER(1) NOT NULL DEFAULT 0,
    flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0, base VARCHAR(128) NOT NULL DEFAULT '',
    content_mime_type VARCHAR(255) NOT NULL DEFAULT ''
);
CREATE INDEX idx_guid ON rss_item (guid);
CREATE INDEX idx_feedurl ON rss_item (feedurl);
"""
FEED = "https://backlot.test/feed"


def item(guid: str, **more: Any) -> dict[str, Any]:
    """A row of rss_item: unread, a day old, of one feed, with a link and a text, unless said otherwise."""
    usual = {
        "guid": guid, "title": f"Title {guid}", "author": "Ana Ruiz", "url": f"https://backlot.test/{guid}",
        "feedurl": FEED, "pubDate": 1_696_860_000, "content": f"<p>Text of {guid}.</p>", "unread": 1,
    }  # fmt: skip
    return {**usual, **more}


def write(
    path: Path, items: Iterable[dict[str, Any]], feeds: Iterable[tuple[str, str]] = ((FEED, "The Backlot"),)
) -> Path:
    """Write a cache of these feeds (address, title) and rows."""
    with closing(apsw.Connection(str(path))) as cache:
        cache.execute(SCHEMA).fetchall()
        with cache:
            rows = [(url, url.rpartition("/")[0], title) for url, title in feeds]
            cache.executemany("INSERT INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)", rows)
            for row in items:
                places = ", ".join("?" * len(row))
                cache.execute(f"INSERT INTO rss_item ({', '.join(row)}) VALUES ({places})", [*row.values()])
    return path


def reload(folder: Path, urls: Iterable[str]) -> Path:
    """Have newsboat fetch feeds into a cache of its own, and return that."""
    (folder / "urls").write_text("".join(f"{json.dumps(url)}\n" for url in urls))
    (folder / "config").write_text("cleanup-on-quit no\n")
    files = {"-u": "urls", "-c": "cache.db", "-C": "config"}
    words = [word for flag, name in files.items() for word in (flag, str(folder / name))]
    environ = {**os.environ, "HOME": str(folder)}
    subprocess.run(["newsboat", "-q", *words, "-x", "reload"], env=environ, check=True, timeout=30)
    return folder / "cache.db"
