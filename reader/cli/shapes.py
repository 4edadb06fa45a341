"""The library's values as the JSON of the contract: exactly its keys, absent as null or []."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import asdict

from reader.addresses import masked
from reader.cli.output import Json, iso
from reader.document import Document
from reader.model import Article, Bookmark, Feed, KeptQuote
from reader.news import Coverage, Follow, Mute, Story, TimelineEntry
from reader.text.render import as_html, as_markdown, as_text

_UNTOLD = ("notice", "full_text", "own_title")


def feed(value: Feed) -> Json:
    """A subscription; the password in its address stays in the library, and in what `export` writes."""
    times = {
        "last_fetched": iso(value.last_fetched),
        "next_due": iso(value.next_due),
        "newest": iso(value.newest),
    }
    fields = {name: each for name, each in asdict(value).items() if name not in _UNTOLD}
    return fields | times | {"url": masked(value.url)}


def article(value: Article) -> Json:
    """An article, without its text."""
    return {
        "id": value.id,
        "feed_id": value.feed_id,
        "feed_title": value.feed_title,
        "title": value.title,
        "url": value.url,
        "authors": value.authors,
        "published": iso(value.published),
        "first_seen": iso(value.first_seen),
        "updated": iso(value.updated),
        "changed": iso(value.changed),
        "former_title": value.former_title,
        "read": value.read,
        "bookmarked": value.bookmarked,
        "tags": value.tags,
        "categories": value.categories,
        "summary": value.summary or None,
        "image": value.image,
        "enclosures": value.enclosures,
        "story_id": value.story_id,
        "films": value.films,
        "people": value.people,
        "beat": value.beat,
        "rumour": value.rumour,
        "spoiler": value.spoiler,
        "release_claim": value.release_claim,
        "has_full_text": value.has_full_text,
    }


def article_with_text(value: Article, document: Document) -> Json:
    """An article with its text in every format, and the note and quotes of its bookmark."""
    return article(value) | {
        "text": as_text(document),
        "markdown": as_markdown(document),
        "html": as_html(document),
        "note": value.note,
        "quotes": _quotes(value.quotes),
    }


def bookmark(value: Bookmark, document: Document) -> Json:
    """A saved copy, with its text."""
    return {
        "article_id": value.article_id,
        "title": value.title,
        "url": value.url,
        "feed_title": value.feed_title,
        "saved_at": iso(value.saved_at),
        "tags": value.tags,
        "note": value.note,
        "quotes": _quotes(value.quotes),
        "text": as_text(document),
    }


def _quotes(quotes: Iterable[KeptQuote]) -> list[Json]:
    return [{"text": quote.text, "kept_at": iso(quote.kept_at)} for quote in quotes]


def story(value: Story) -> Json:
    """A story, without its reports."""
    return asdict(value) | {
        "first_published": iso(value.first_published),
        "last_published": iso(value.last_published),
    }


def coverage(value: Coverage) -> Json:
    """A story with its reports, and why they are together."""
    reports = [asdict(report) | {"published": iso(report.published)} for report in value.reports]
    return story(value.story) | {"why": value.why, "reports": reports}


def follow(value: Follow) -> Json:
    """What is followed."""
    return asdict(value) | {"last_story": iso(value.last_story)}


def mute(value: Mute) -> Json:
    """A muted query; the day it ends is a day wherever the person is."""
    return asdict(value) | {"since": iso(value.since), "query": masked(value.query)}


def timeline_entry(value: TimelineEntry) -> Json:
    """One line of a timeline."""
    claim = value.release_claim
    stated = claim and {"date": claim.date, "region": claim.region, "moved_from": claim.moved_from}
    return asdict(value) | {"date": iso(value.date), "release_claim": stated}
