"""What is read, as the library tells it: outlets, articles, lists. Plain and frozen values, that know nothing
of where they go.

Times are whole seconds since 1970 UTC. Text has been through `reader.text.clean`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reader.document import Document
from reader.rowstory import Guarded, RowStory

# ---------------------------------------------------------------- outlets

FeedStatus = Literal["ok", "failing", "gone", "paused", "never"]
FullText = Literal["auto", "always", "never"]
"""Whether a refresh fetches whole articles: where the feed gives a teaser, all, or none."""


class Feed(Struct, frozen=True, kw_only=True):
    """A subscription with its health and counts."""

    id: int
    url: str
    title: str
    site_url: str | None = None
    folder: str | None = None
    error: str | None = None
    last_fetched: int | None = None
    next_due: int | None = None
    unread: int = 0
    total: int = 0
    interval_minutes: int = 60
    status: FeedStatus = "never"
    newest: int | None = None
    """When its newest article is from."""
    notice: str | None = None
    """What the person should know though the feed answers: it has moved, it sent too much."""
    full_text: FullText | None = None
    """What the person chose for it; None: as the settings say."""
    own_title: str | None = None
    """What the person calls it; None: as it calls itself, which `title` then says."""


# ---------------------------------------------------------------- articles


class Enclosure(Struct, frozen=True):
    """A file that comes with an entry: audio, video, a trailer. `length` in bytes, `duration` in seconds."""

    url: str
    type: str | None = None
    length: int | None = None
    duration: int | None = None


class ReleaseClaim(Struct, frozen=True):
    """A release date as one outlet states it, ISO at the precision printed: also `2026-10`, `2026-Q4`."""

    film: str | None
    date: str
    region: str | None = None
    moved_from: str | None = None


class KeptQuote(Struct, frozen=True, kw_only=True):
    """Lines of an article that the person kept. `place`: how many letters of the text stand before them."""

    text: str
    kept_at: int
    place: int | None = None


class ArticleRow(Struct, frozen=True, kw_only=True):
    """What one row of a list shows. `sort` is the time lists are ordered by (seconds).

    `story`: what is told together with it, where it is not alone.
    """

    id: int
    feed_id: int | None
    feed_title: str
    title: str
    sort: int
    read: bool
    bookmarked: bool
    has_full_text: bool = False
    has_trailer: bool = False
    has_image: bool = False
    failing: bool = False
    rumour: bool = False
    story: RowStory | None = None
    folded: bool = False
    """It stands for its story: the other reports have no row of their own."""
    guarded: Guarded | None = None


class Article(Struct, frozen=True, kw_only=True):
    """One article whole, without its body: that is `Library.document`."""

    id: int
    feed_id: int | None
    feed_title: str
    title: str
    url: str | None
    authors: tuple[str, ...] = ()
    published: int | None = None
    first_seen: int
    updated: int | None = None
    read: bool = False
    bookmarked: bool = False
    tags: tuple[str, ...] = ()
    note: str | None = None
    quotes: tuple[KeptQuote, ...] = ()
    categories: tuple[str, ...] = ()
    summary: str = ""
    image: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    has_full_text: bool = False
    words: int = 0
    no_page: str | None = None
    """Why its page gave no full text, or one from before a change, as a sentence; None: neither is so."""
    changed: int | None = None
    """When the outlet last changed it in substance after it came, as far as is known; None: never."""
    former_title: str | None = None
    """Its headline before that, where it had another: the one that the person read, else the last."""
    story_id: int | None = None
    films: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    beat: str | None = None
    beat_words: tuple[str, ...] = ()
    rumour: bool = False
    spoiler: bool = False
    release_claim: ReleaseClaim | None = None


class Bookmark(Struct, frozen=True, kw_only=True):
    """A saved copy of an article and what the person added. `article_id` stays when the article goes."""

    article_id: int
    title: str
    url: str | None
    feed_title: str
    published: int | None
    saved_at: int
    tags: tuple[str, ...] = ()
    note: str | None = None
    quotes: tuple[KeptQuote, ...] = ()
    has_full_text: bool = False


class PageState(Struct, frozen=True, kw_only=True):
    """What is known of an article's page. `document` is what would be shown now.

    `problem` names why the last try gave no text, `why` says it in a sentence; `full_text` is what the
    person chose for the feed (None: as the settings say).
    """

    article_id: int
    url: str | None
    title: str
    feed_url: str
    private: bool = False
    problem: str | None = None
    why: str | None = None
    fetched_at: int | None = None
    kept: bool = False
    document: Document = Document()
    full_text: FullText | None = None
    bookmarked: bool = False
    followed: bool = False
    """It is about something the person follows."""


# ---------------------------------------------------------------- lists

Sort = Literal["newest", "oldest", "relevance"]
ViewKind = Literal["today", "unread", "all", "bookmarks", "feed", "folder", "search", "follow"]


class View(Struct, frozen=True):
    """Which articles a list shows. `search` takes a query; `feed` a feed_id; `folder` a folder name;
    `follow` the name of what is followed, or none for all of it.

    A `query` narrows any of the others too (the filter key, saved searches, `newsreel list`).
    """

    kind: ViewKind
    feed_id: int | None = None
    folder: str | None = None
    query: str = ""
    name: str = ""


class Key(Struct, frozen=True):
    """A place in a list: what its rows are ordered by, then the article's id.

    `sort` is seconds since 1970; in the list of bookmarks, millionths of them.
    """

    sort: int
    id: int


class Counts(Struct, frozen=True, kw_only=True):
    """The numbers of the sidebar. `feeds` and `folders` hold unread counts."""

    today: int = 0
    unread: int = 0
    total: int = 0
    bookmarks: int = 0
    full_text: int = 0
    feeds: dict[int, int] = {}
    folders: dict[str, int] = {}
