"""Subscriptions as OPML, written to be read by everyone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from reader.feeds.opml import DEEPEST, UNSEEN, plain_line
from reader.model import Feed

_STEP = re.compile(r"(?<!\s)/(?!\s)")
"""What parts the folders of a path: in “News / Reviews” it is of the name."""


def write(feeds: Iterable[Feed], *, version: int = 2) -> bytes:
    """Return the subscriptions as OPML of that version: folders as outlines, one within the other."""
    tree = _Folder()
    for feed in feeds:
        tree.at(feed.folder).feeds.append(feed)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="{version}.0">',
        "  <head>",
        "    <title>Newsreel subscriptions</title>",
        "  </head>",
        "  <body>",
        *tree.lines(2),
        "  </body>",
        "</opml>",
        "",
    ]
    return "\n".join(lines).encode()


class _Folder:
    def __init__(self) -> None:
        self.folders: dict[str, _Folder] = {}
        self.feeds: list[Feed] = []

    def at(self, path: str | None) -> _Folder:
        """Return the folder at a path, made where it is missing."""
        folder = self
        for name in filter(None, map(plain_line, _STEP.split(path or "", DEEPEST - 1))):
            folder = folder.folders.setdefault(name, _Folder())
        return folder

    def lines(self, depth: int) -> Iterable[str]:
        """Yield the outlines. A folder is at most sixteen deep, so this may call itself."""
        indent = "  " * depth
        for feed in self.feeds:
            yield f"{indent}{_row(feed)}"
        for name, folder in self.folders.items():
            yield f"{indent}<outline text={_quoted(name)} title={_quoted(name)}>"
            yield from folder.lines(depth + 1)
            yield f"{indent}</outline>"


def _row(feed: Feed) -> str:
    title = _quoted(plain_line(feed.title))
    site = f" htmlUrl={_quoted(feed.site_url)}" if feed.site_url else ""
    return f'<outline type="rss" text={title} title={title} xmlUrl={_quoted(feed.url)}{site}/>'


def _quoted(text: str) -> str:
    return quoteattr(UNSEEN.sub(" ", text))
