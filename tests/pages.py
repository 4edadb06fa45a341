"""The pages in the shapes of film sites: each article in each site, and what of them must stay or go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from reader.document import Block, Code, Document, Embed, Figure, Heading, List, Quote, Spans, Table
from reader.text.flat import leaves, spans_of, text_of

FOLDER = Path(__file__).parent / "data" / "pages"
_KEEP = re.compile(r"\[\[(\w+)\|(.*?)\]\]", re.DOTALL)
_MID = re.compile(r"<!--mid (.*?) mid-->", re.DOTALL)
SHELLS = ("blocks", "hashed", "old", "plain")
_DROP = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


class FilmPage(NamedTuple):
    """A page, the (kind, text) that must be kept, and the sentences that must not."""

    name: str
    html: str
    title: str
    keep: tuple[tuple[str, str], ...]
    drop: tuple[str, ...]


def film_pages() -> Iterator[FilmPage]:
    """Set every article in its site: forty pages."""
    for file in sorted((FOLDER / "film").glob("*.html")):
        site, article = file.read_text("utf-8").split("\n", 1)
        yield _page(file.stem, _site(site.removeprefix("site: ")), article)
    for number, (article, site) in enumerate(zip(_articles(), cycle(SHELLS), strict=False)):
        yield _page(f"{SHELLS[number % len(SHELLS)]}-{article.stem}", _site(site), article.read_text("utf-8"))


def whole_pages() -> Iterator[FilmPage]:
    """Twelve more, each with the whole of its page in one file."""
    for file in sorted((FOLDER / "whole").glob("*.html")):
        yield _page(file.stem, "%BODY%", file.read_text("utf-8"))


def crossed_pages() -> Iterator[FilmPage]:
    """Set ten of the articles in every one of four sites: what is found must not hang on where it stands."""
    for site in SHELLS:
        for article in _articles():
            yield _page(f"{site}-{article.stem}", _site(site), article.read_text("utf-8"))


def _articles() -> list[Path]:
    return sorted((FOLDER / "articles").glob("*.html"))


def _site(name: str) -> str:
    return (FOLDER / "sites" / f"{name}.html").read_text("utf-8")


def _page(name: str, site: str, article: str) -> FilmPage:
    title, dek, body = article.split("\n", 2)
    title, dek = title.removeprefix("title: "), dek.removeprefix("dek: ")
    if middle := _MID.search(site):
        body, site = body.replace("%MID%", middle[1]), site.replace(middle[0], "")
    marked = site.replace("%BODY%", body).replace("%TITLE%", title).replace("[[p|%DEK%]]", f"[[p|{dek}]]")
    marked = marked.replace("%DEK%", dek)
    keep = tuple((kind, _words(text)) for kind, text in _KEEP.findall(marked))
    drop = tuple(map(_words, _DROP.findall(marked)))
    html = _KEEP.sub(lambda found: "" if found[1] == "video" else found[2], marked)
    return FilmPage(name, _DROP.sub(r"\1", html), title, keep, drop)


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def kept(document: Document, kind: str, text: str) -> bool:
    """Tell whether a marked text is in the document as what it is marked as."""
    return any(text in said for said in _said(document, kind))


def _said(document: Document, kind: str) -> Iterator[str]:
    """Return the texts of every block of a kind; `item3` is the item numbered 3."""
    for block in _blocks(document.blocks):
        match block:
            case Quote() if kind in ("quote", "pull") and block.pull == (kind == "pull"):
                yield _text(block.blocks)
            case Heading(spans=spans) if kind == "heading":
                yield _line(spans)
            case Figure() | Table() if kind == "caption":
                yield _line(block.caption)
            case Table(rows=rows) if kind == "cell":
                yield from (_line(cell) for row in rows for cell in row)
            case Code(text=code) if kind == "code":
                yield " ".join(code.split())
            case Embed(kind="video", link=link) if kind == "video":
                yield document.links[link]
            case List(items=items, start=start) if kind.startswith("item"):
                for number, item in enumerate(items, start or 0):
                    if kind in ("item", f"item{number}" if start is not None else ""):
                        yield _text(item)
            case _ if kind == "p":
                yield _text((block,))


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Quote):
            yield from _blocks(block.blocks)
        elif isinstance(block, List):
            yield from (inner for item in block.items for inner in _blocks(item))


def _text(blocks: tuple[Block, ...]) -> str:
    return " ".join(_line(spans) for leaf in leaves(blocks) for spans in spans_of(leaf))


def _line(spans: Spans) -> str:
    return " ".join(text_of(spans).split())
