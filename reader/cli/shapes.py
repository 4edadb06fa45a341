"""The library's values as the JSON of the contract: exactly its keys, absent as null or []."""

from __future__ import annotations

from msgspec.structs import asdict

from reader.cli.output import Json, iso
from reader.model import Article, Bookmark, Document, Feed
from reader.text.render import as_html, as_markdown, as_text


def feed(value: Feed) -> Json:
    """A subscription."""
    times = {"last_fetched": iso(value.last_fetched), "next_due": iso(value.next_due)}
    return asdict(value) | times


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
        "read": value.read,
        "bookmarked": value.bookmarked,
        "tags": value.tags,
        "categories": value.categories,
        "summary": value.summary,
        "image": value.image,
        "enclosures": value.enclosures,
        "story_id": None,
        "films": [],
        "people": [],
        "beat": None,
        "rumour": False,
        "spoiler": False,
        "release_claim": None,
        "has_full_text": value.has_full_text,
    }


def article_with_text(value: Article, document: Document) -> Json:
    """An article with its text in every format, and the note on its bookmark."""
    return article(value) | {
        "text": as_text(document),
        "markdown": as_markdown(document),
        "html": as_html(document),
        "note": value.note,
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
        "text": as_text(document),
    }
