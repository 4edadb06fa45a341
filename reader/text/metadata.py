"""What a page says about its article outside the text: JSON-LD first, then OpenGraph and its like."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reader.text.pictures import is_beacon, picture_url
from reader.text.plainly import author_name, from_markup, unique

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_NODES = 2000
MOST_AUTHORS = 20
_KINDS = ("article", "posting", "review", "report", "recipe", "interview", "webpage")
_INNER = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "review")


class About(Struct, frozen=True, kw_only=True):
    """The facts of an article. `body` is its text where JSON-LD carries it; `free` False behind a paywall."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: int | None = None
    image: str | None = None
    section: str = ""
    description: str = ""
    body: str = ""
    free: bool = True


def about(root: HtmlElement, *, url: str) -> About:
    """Read the facts of the page at `url`."""
    article = _article(root)
    meta = _Meta(root)
    title = article.get("headline") or meta("og:title", "twitter:title") or _headline(root)
    dates = (article.get("datePublished"), meta("article:published_time", "datePublished", "date", "dc.date"))
    return About(
        title=from_markup(_text(title)),
        authors=_authors(article, meta),
        published=next((when for date in dates if (when := _when(date)) is not None), None),
        image=_image(
            [*_addresses(article.get("image")), meta("og:image:secure_url", "og:image", "twitter:image")], url
        ),
        section=from_markup(_first(article.get("articleSection")) or meta("article:section"), 100),
        description=from_markup(meta("og:description", "description", "twitter:description"), 2000),
        body=_text(article.get("articleBody")) or _text(article.get("reviewBody")),
        free=str(article.get("isAccessibleForFree", True)).casefold() not in ("false", "no"),
    )


def _headline(root: HtmlElement) -> str:
    """Return the first heading where the page's title holds it, else that title."""
    title = " ".join((root.findtext(".//title") or "").split())
    first = next(root.iter("h1"), None)
    headline = "" if first is None else " ".join(first.text_content().split())
    return headline if headline and headline in (title or headline) else title


class _Meta:
    """The `<meta>` elements of a page by name."""

    def __init__(self, root: HtmlElement) -> None:
        self._found: dict[str, str] = {}
        for element in root.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            if content := (element.get("content") or "").strip():
                self._found.setdefault(name.casefold(), content)

    def __call__(self, *names: str) -> str:
        return next((found for name in names if (found := self._found.get(name.casefold()))), "")


def _article(root: HtmlElement) -> dict[str, Any]:
    """Return the node of JSON-LD that says most about an article."""
    nodes = [node for script in root.iter("script") if _is_data(script) for node in _nodes(script.text or "")]
    named = [node for node in nodes if any(kind in _text(node.get("@type")).casefold() for kind in _KINDS)]
    return max(named, key=lambda node: ("articleBody" in node, "headline" in node, len(node)), default={})


def _is_data(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "")


def _nodes(text: str) -> Iterator[dict[str, Any]]:
    try:
        waiting = [json.loads(text.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[name] for name in _INNER if name in node)


def _authors(article: dict[str, Any], meta: _Meta) -> tuple[str, ...]:
    people = article.get("author") or article.get("creator") or []
    named = [_text(person.get("name") if isinstance(person, dict) else person) for person in _listed(people)]
    named = named or [meta("author", "article:author", "parsely-author", "dc.creator", "byl")]
    return unique([author_name(name) for name in named if not name.startswith("http")], MOST_AUTHORS)


def _when(date: Any) -> int | None:
    """Read a date of ISO 8601; one without a zone is taken as UTC."""
    try:
        when = datetime.fromisoformat(_text(date).strip())
        return int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None


def _addresses(image: Any) -> list[str]:
    return [_text(each.get("url") if isinstance(each, dict) else each) for each in _listed(image)]


def _image(candidates: list[str], url: str) -> str | None:
    found = (picture_url(candidate, url) for candidate in candidates)
    return next((image for image in found if image and not is_beacon(image)), None)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _first(value: Any) -> str:
    return next(map(_text, _listed(value)), "")


def _text(value: Any) -> str:
    """Return a string, or the strings of a list; nothing for anything else."""
    if isinstance(value, list):
        return " ".join(each for each in value if isinstance(each, str))
    return value if isinstance(value, str) else ""
