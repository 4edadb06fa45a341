"""Reads the articles of an outlet from its file: TOML tables with a body in a few marks of our own.

A body is paragraphs with blank lines between them. `*word*` is emphasis, `[words](outlet/slug)` a link into
the reel; HTML stands as it is and must be well formed; a paragraph that starts with a block's tag is one.
"""

from __future__ import annotations

import re
import tomllib
from datetime import datetime
from functools import cache
from html import unescape
from importlib.resources import files
from typing import Any, NamedTuple

_EMPHASIS = re.compile(r"\*(\S(?:[^*]*\S)?)\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_TAG = re.compile(r"<[^>]+>")
_BLOCK = re.compile(r"<(?:p|h[1-6]|[uo]l|table|figure|blockquote|iframe|hr)\b")


class Article(NamedTuple):
    """One article as written. `html` has links that start with `/`; the feeds and pages place them."""

    outlet: str
    slug: str
    title: str
    date: datetime
    updated: datetime | None
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    summary: str
    html: str
    picture: str | None
    trailer: bool
    audio: bool

    @property
    def path(self) -> str:
        """Where on the server its page is."""
        return f"/{self.outlet}/{self.slug}"

    @property
    def guid(self) -> str:
        """A name for it that no address is part of."""
        return f"tag:{self.outlet}.example,2023:{self.slug}"

    @property
    def picture_path(self) -> str | None:
        """Where on the server its lead picture is."""
        return f"/pictures/{self.picture}.png" if self.picture else None


@cache
def articles(outlet: str) -> tuple[Article, ...]:
    """Return every article of an outlet, newest first."""
    text = files("reader.demo").joinpath("reel", f"{outlet}.toml").read_text("utf-8")
    tables = tomllib.loads(text)["article"]
    return tuple(
        sorted((_article(outlet, table) for table in tables), key=lambda one: one.date, reverse=True)
    )


def _article(outlet: str, table: dict[str, Any]) -> Article:
    html = body_html(table["body"])
    return Article(
        outlet=outlet,
        slug=table["slug"],
        title=table["title"],
        date=table["date"],
        updated=table.get("updated"),
        authors=tuple(table.get("by", ())),
        tags=tuple(table.get("tags", ())),
        summary=table.get("summary") or _first_paragraph(html),
        html=html,
        picture=table.get("picture"),
        trailer=table.get("trailer", False),
        audio=table.get("audio", False),
    )


def body_html(body: str) -> str:
    """Make HTML of a body in our marks."""
    return "\n".join(_block(block.strip()) for block in re.split(r"\n\s*\n", body.strip()))


def plain(html: str) -> str:
    """Return the words of a bit of our own HTML, on one line."""
    return " ".join(unescape(_TAG.sub("", html)).split())


def _first_paragraph(html: str) -> str:
    """The first paragraph of more than one word: a row of stars says too little."""
    return next(text for part in html.split("</p>") if " " in (text := plain(part)))


def _block(text: str) -> str:
    text = _LINK.sub(r'<a href="/\2">\1</a>', _EMPHASIS.sub(r"<em>\1</em>", text))
    return text if _BLOCK.match(text) else f"<p>{text}</p>"
