"""The article in a web page, as a document with what the page says about it. Runs in the worker only."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

from reader.document import Document, Embed
from reader.text import prose, walls
from reader.text.article import Article
from reader.text.choice import choice, mark
from reader.text.cutting import cut, players_before
from reader.text.flat import leaves
from reader.text.html import text_source, to_document
from reader.text.metadata import About, about
from reader.text.page import parse_page
from reader.text.passages import Passage, passages, runs, words
from reader.text.plainly import decoded, has_escaped_markup, has_markup
from reader.text.render import plain
from reader.text.render import words as count
from reader.text.walls import Problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FOUND = 0.6
"""Below this share of its text found in the page, trafilatura took it from elsewhere (from a script, say)."""
LONGER = 1.2
"""How much longer the text in JSON-LD must be to be taken instead."""
SAME = 0.5
"""The share of our text that the text in JSON-LD must hold: it is the same article then."""


class Extracted(Struct, frozen=True, kw_only=True):
    """What a page gave. `source` is HTML from which `html.to_document` makes the document again."""

    document: Document = Document()
    source: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: int | None = None
    image: str | None = None
    section: str = ""
    videos: tuple[str, ...] = ()
    problem: Problem | None = None


def extract(html: str, *, url: str) -> Extracted:
    """Find the article in the page at `url`; `problem` says why there is none, or only its beginning."""
    root = parse_page(html)
    if root is None:
        return Extracted(problem="empty")
    facts = about(root, url=url)
    page = passages(root.body)
    source = _fuller(_source(root, page, facts, url), facts, url)
    document = to_document(source, base=url)
    return Extracted(
        document=document,
        source=source,
        title=facts.title,
        authors=facts.authors,
        published=facts.published,
        image=facts.image,
        section=facts.section,
        videos=_videos(document),
        problem=walls.problem(root, page, count(document), url=url, free=facts.free),
    )


def _source(root: HtmlElement, page: list[Passage], facts: About, url: str) -> str:
    """Return the part of the page that is the article, as HTML."""
    from lxml.etree import tostring

    chosen = passages(found) if (found := choice(root, url)) is not None else []
    if missed := prose.missed(page, sum(len(passage.words) for passage in chosen)):
        for passage in missed:
            passage.kept = True
    elif mark(page, chosen) < FOUND:
        return "".join(map(_element, chosen))
    article = Article(page, title=facts.title, description=facts.description)
    top = article.settle()
    if top is None:
        return ""
    before = players_before(top, root.body, article.is_clutter)
    cut(page, top, article.is_clutter)
    parts = (tostring(part, encoding="unicode", method="html", with_tail=False) for part in (*before, top))
    return "".join(parts)


def _element(passage: Passage) -> str:
    """Return a passage of trafilatura's own tree as HTML."""
    tag = "h2" if passage.home.tag == "head" else "p"
    return f"<{tag}>{escape(passage.text.strip(), quote=False)}</{tag}>"


def _fuller(source: str, facts: About, url: str) -> str:
    """Return the text JSON-LD carries where it is the same article and there is more of it."""
    body = facts.body
    if has_escaped_markup(body):
        body = decoded(body)
    other = body if has_markup(body) else text_source(decoded(body))
    ours, theirs = (words(plain(to_document(html, base=url))) for html in (source, other))
    if len(theirs) < LONGER * len(ours) or len(theirs) < walls.SCANT:
        return source
    known = runs(ours)
    return other if len(known & runs(theirs)) >= SAME * len(known) else source


def _videos(document: Document) -> tuple[str, ...]:
    """Return where the videos of an article are watched."""
    cards = (leaf for leaf in leaves(document.blocks) if isinstance(leaf, Embed) and leaf.kind == "video")
    return tuple(dict.fromkeys(document.links[card.link] for card in cards))
