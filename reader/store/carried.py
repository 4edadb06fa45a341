"""What a person takes along to another computer, as it stands in a file of JSON.

Names are never renamed, only added. `key` and `link` are the digests by which an article is recognised when
its feed says it again (`identity`), as hex.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from reader.document import Document
from reader.model import Enclosure
from reader.news import FollowKind

NOWHERE = "newsreel:elsewhere"
"""The address of the feed that bookmarks are of which name none; it is never followed."""

When = Annotated[datetime, Meta(tz=True)]
Hex = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]


class CarriedFeed(Struct, frozen=True, kw_only=True):
    """A feed; one no longer followed is named where marks or bookmarks are of it.

    `title` is the person's own, `named` what it calls itself: one that is gone will not say it again.
    `former_url`: where it was before it moved for good.
    `full_text`: true is always, false never, null as the settings say. Leave to be on the local network does
    not travel: it is given where the network is.
    """

    url: str
    title: str | None = None
    folder: str | None = None
    full_text: bool | Literal["auto"] | None = None
    followed: bool = True
    named: str | None = None
    site_url: str | None = None
    former_url: str | None = None


class CarriedMark(Struct, frozen=True, kw_only=True):
    """Whether an article is read. `marked_at`: when the person said so; None: they never did.

    `muted_by`: the mute that marked it.
    """

    feed_url: str
    key: Hex
    link: Hex | None = None
    published: When
    first_seen: When
    read: bool
    marked_at: When | None = None
    muted_by: int | None = None


class CarriedQuote(Struct, frozen=True, kw_only=True):
    """Lines that were kept of a text. `place`: how many letters of it stand before them."""

    text: str
    kept_at: When | None = None
    place: int | None = None


class CarriedBookmark(Struct, frozen=True, kw_only=True):
    """A saved copy. `text` is for people and other programs; `document` is what it was made from."""

    article_id: int | None = None
    title: str
    url: str | None = None
    feed_title: str = ""
    saved_at: When
    tags: tuple[str, ...] = ()
    note: str | None = None
    quotes: tuple[CarriedQuote, ...] = ()
    text: str = ""
    feed_url: str | None = None
    key: Hex | None = None
    link: Hex | None = None
    authors: tuple[str, ...] = ()
    published: When | None = None
    updated: When | None = None
    first_seen: When | None = None
    read: bool = True
    categories: tuple[str, ...] = ()
    summary: str = ""
    image: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    has_full_text: bool = False
    document: Document | None = None


class CarriedFollow(Struct, frozen=True, kw_only=True):
    """A film, a person or words that are followed. `title`: what the person calls the words."""

    name: str
    kind: FollowKind
    aliases: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    year: int | None = None
    guard: str | None = None
    seen: bool = False
    followed_at: When | None = None
    looked_at: When | None = None
    title: str | None = None


class CarriedMute(Struct, frozen=True, kw_only=True):
    """A query that is muted. `id` is its number where it comes from; `until` the ISO day it ends."""

    id: int
    query: str
    until: str | None = None
    since: When | None = None


class Carried(Struct, frozen=True, kw_only=True):
    """All of it."""

    newsreel: Literal[1]
    feeds: list[CarriedFeed] = []
    follows: list[CarriedFollow] = []
    mutes: list[CarriedMute] = []
    marks: list[CarriedMark] = []
    bookmarks: list[CarriedBookmark] = []


class Came(Struct, frozen=True, kw_only=True):
    """How much of what was carried in was not here yet."""

    feeds: int = 0
    bookmarks: int = 0
    follows: int = 0
    marks: int = 0
    mutes: int = 0
