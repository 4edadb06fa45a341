"""What comes in: a feed and its entries as they were sent, and the same cleaned, ready for the shelf.

Text in `Raw*` values is as the feed sent it; in the others it has been through `reader.text.clean`. Times are
whole seconds since 1970 UTC.
"""

from __future__ import annotations

from msgspec import Struct

from reader.document import Document
from reader.model import Enclosure


class RawBody(Struct, frozen=True):
    """One text of an entry, as sent. `html` is false for plain text."""

    value: str
    html: bool = True
    base: str | None = None


class RawEntry(Struct, frozen=True, kw_only=True):
    """One entry as the feed says it, nothing cleaned, links still relative to their `base`."""

    guid: str | None = None
    link: str | None = None
    title: RawBody | None = None
    authors: tuple[str, ...] = ()
    published: int | None = None
    updated: int | None = None
    categories: tuple[str, ...] = ()
    summary: RawBody | None = None
    content: tuple[RawBody, ...] = ()
    image: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    base: str | None = None


class Hints(Struct, frozen=True, omit_defaults=True):
    """What a feed says about how often to ask (minutes), and when not (hours of the day in UTC, Monday 0)."""

    ttl: int | None = None
    update_period: int | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()


class RawFeed(Struct, frozen=True, kw_only=True):
    """A parsed feed, nothing cleaned. `format` is for people: "rss 2.0", "atom 1.0", "json feed 1.1"."""

    format: str
    title: RawBody | None = None
    site_url: str | None = None
    entries: tuple[RawEntry, ...] = ()
    hints: Hints = Hints()
    left_out: int = 0  # entries too many: only the newest are kept
    truncated: bool = False
    """The file broke off or held junk; its entries are kept, but say nothing about what is gone."""


class Entry(Struct, frozen=True, kw_only=True):
    """One entry, cleaned. `source` is the HTML the tree was made from, kept for rebuilding only."""

    guid: str | None
    url: str | None
    title: str
    authors: tuple[str, ...] = ()
    published: int | None = None
    updated: int | None = None
    categories: tuple[str, ...] = ()
    summary: str = ""
    image: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    document: Document = Document()
    source: str = ""
    breaks_off: bool = False  # the text goes on, on the page
    digest: bytes = b""  # of all the feed said but its date of change; empty: to be told from these fields
    draft: RawEntry | None = None  # what document, source and summary are still to be made of


class ParsedFeed(Struct, frozen=True, kw_only=True):
    """A feed, cleaned and ready to be saved."""

    format: str
    title: str
    named: bool = True
    """Whether it says its title; else that is its host."""
    site_url: str | None = None
    entries: tuple[Entry, ...] = ()
    hints: Hints = Hints()
    left_out: int = 0
    truncated: bool = False
    known: frozenset[bytes] = frozenset()
    """The digests of entries that are not among these: the library has them just so."""


class Page(Struct, frozen=True, kw_only=True):
    """The article of a web page, cleaned. `source` is the HTML its tree was made from."""

    document: Document
    source: str = ""
    authors: tuple[str, ...] = ()
    image: str | None = None
