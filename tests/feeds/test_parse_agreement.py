"""The strict and the lenient way read real feeds alike; what differs is judged in parse_agreement.toml."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import html

from reader.feeds import parse_lenient, parse_strict
from reader.feeds.parse_bytes import to_text, to_xml
from reader.incoming import RawBody, RawEntry, RawFeed

URL = "https://feed.example/feed"
JUDGED = tomllib.loads((Path(__file__).parents[1] / "data" / "parse_agreement.toml").read_text())["class"]


def said(body: RawBody | None) -> object:
    """What a body says to a reader: its words and where it points, whatever the markup looks like."""
    if body is None:
        return None
    if not body.html:
        return " ".join(body.value.split()), ()
    tree = html.fromstring(f"<div>{body.value}</div>")
    links = (unquote(at.get("href") or at.get("src") or "").strip() for at in tree.iter("a", "img"))
    return " ".join(tree.text_content().split()), tuple(sorted(links))


ALWAYS: dict[str, Callable[[RawEntry], object]] = {
    "guid": lambda entry: entry.guid,
    "link": lambda entry: entry.link,
    "title": lambda entry: said(entry.title),
    "published": lambda entry: entry.published,
    "updated": lambda entry: entry.updated,
}
NEARLY_ALWAYS: dict[str, Callable[[RawEntry], object]] = {
    "authors": lambda entry: entry.authors,
    "categories": lambda entry: set(entry.categories),
    "summary": lambda entry: said(entry.summary),
    "content": lambda entry: [said(body) for body in entry.content],
    "image": lambda entry: entry.image,
    "enclosures": lambda entry: entry.enclosures,
}


def readable_by_both(shared: Path) -> Iterator[tuple[str, RawFeed, RawFeed]]:
    corpora = shared / "corpora"
    for name in (corpora / "real_captures.txt").read_text().split():
        if not name.endswith(".json"):
            xml = to_xml(to_text((corpora / name).read_bytes()))
            strict, lenient = parse_strict.parse(xml, url=URL), parse_lenient.parse(xml, url=URL)
            if strict and lenient:
                yield Path(name).name, strict, lenient


def test_both_ways_read_every_real_feed_alike(shared: Path) -> None:
    feeds = list(readable_by_both(shared))
    differences: Counter[tuple[str, str]] = Counter()
    entries = 0
    for name, strict, lenient in feeds:
        assert heading(lenient) == heading(strict), name
        assert len(lenient.entries) == len(strict.entries), name
        entries += len(strict.entries)
        for ours, theirs in zip(strict.entries, lenient.entries, strict=True):
            differences.update(
                (field, name) for field, of in (ALWAYS | NEARLY_ALWAYS).items() if of(ours) != of(theirs)
            )
    assert (len(feeds) > 80, entries > 2000) == (True, True)
    assert {(one["field"], name) for one in JUDGED for name in one["files"]} == set(differences)
    fields = Counter(dict.fromkeys(NEARLY_ALWAYS, 0))
    for (field, _), count in differences.items():
        fields[field] += count
    assert [field for field in NEARLY_ALWAYS if fields[field] > entries * 0.02] == []


def heading(feed: RawFeed) -> dict[str, Any]:
    return {
        "format": feed.format,
        "title": said(feed.title),
        "site_url": feed.site_url,
        "hints": feed.hints,
        "truncated": feed.truncated,
    }


def test_every_judgement_says_who_is_right_and_why() -> None:
    assert [
        one["name"] for one in JUDGED if one["right"] not in ("strict", "lenient") or not one["why"]
    ] == []
