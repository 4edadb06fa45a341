"""newsboat's `cache.db`: what was read, flagged and saved there comes along."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import asdict, replace

from reader.cli.desk import home, open_library
from reader.cli.following_feeds import Followed, follow, tell
from reader.cli.output import count, note
from reader.errors import ParseError
from reader.feeds.newsboat import read, why_not
from reader.feeds.opml import OpmlImport, Skipped, Subscription, feed_url, plain_line
from reader.feeds.target import Target, place
from reader.library import Library

if TYPE_CHECKING:
    from reader.refresh.newsboat import Taken
    from reader.store.taking_over import Took


LARGEST = 10 << 20
"""Bytes of a `urls` file."""


def take_over(file: str, *, json: bool) -> None:
    """Follow the feeds of a cache that are not followed, take over its articles, and say what came."""
    path = Path(file).expanduser()
    found = _feeds(path)
    with open_library() as library:
        followed = follow(library, found)
    taken = _articles(path)
    skipped, took = [*found.skipped, *taken.skipped], taken.took
    tell(_as_they_are_now(followed), skipped, json=json, more=asdict(took), also=_also(took))
    if followed.added and not json and not _beside(path):
        note("Folders, and titles of your own, are in newsboat's `urls`: import that before you refresh.")
    if took.articles and not followed.added and not json:
        note("`newsreel refresh` makes stories of them.")


def _beside(path: Path) -> dict[Target | str, Subscription]:
    """Return what newsboat's `urls` says of its feeds, where that lies in the folder of the cache."""
    urls = path.with_name("urls")
    with suppress(OSError, ParseError):
        if urls.is_file():
            with urls.open("rb") as file:
                return {place(each.url): each for each in read(file.read(LARGEST)).subscriptions}
    return {}


def _articles(path: Path) -> Taken:
    from reader.refresh.newsboat import take_in

    try:
        return take_in(path, home())
    except KeyboardInterrupt:
        note("What came is kept; the same command takes over the rest.")
        raise


def _as_they_are_now(followed: Followed) -> Followed:
    """Return feeds with the titles and counts they came by."""
    with Library(home().library) as library:
        feeds = {feed.id: feed for feed in library.feeds()}
    return Followed(*([feeds.get(feed.id, feed) for feed in some] for some in followed))


def _also(took: Took) -> str:
    articles, marks = count(took.articles, "article"), count(took.marks, "read mark")
    return f"{articles}, {marks} and {count(took.bookmarks, 'bookmark')} came."


def _feeds(path: Path) -> OpmlImport:
    """Return the feeds of a cache that is sound: each address once, and what is none with the reason.

    Their folders and titles are those of newsboat's `urls`, where it lies beside the cache.
    """
    from reader.store.newsboat import Cache

    with Cache(path) as cache:
        cache.see_it_is_sound()
        named = [feed.url for feed in cache.feeds()]
    said = _beside(path)
    subscriptions, skipped = dict[object, Subscription](), list[Skipped]()
    for address in named:
        if url := feed_url(address):
            known = said.get(place(url))
            subscriptions.setdefault(place(url), replace(known, url=url) if known else Subscription(url))
        else:
            skipped.append(Skipped(plain_line(address)[:200] or "a feed", why_not(address)))
    return OpmlImport(list(subscriptions.values()), skipped)
