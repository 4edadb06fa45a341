"""What comes of another library, by the addresses its feeds have here: other schemes, moved or not yet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from msgspec.structs import replace

from reader.store.abroad import abroad, rule_abroad
from reader.store.carried import Carried, CarriedFeed, CarriedFollow

At = Callable[[str], str | None]
"""Where a feed is here that a list names; None: nowhere."""


def at_home(carried: Carried, at: At, answering: Collection[str]) -> Carried:
    """Return it with every feed by its address here, in what is asked of it, too.

    One that has moved, and is followed here where it was, will say so by itself while it answers there.
    """
    home = {feed.url: _home(feed, at, answering) for feed in carried.feeds}

    def found(url: str) -> str:
        if url not in home:
            home[url] = at(url) or url
        return home[url]

    return replace(
        carried,
        feeds=[replace(each, url=found(each.url)) for each in carried.feeds],
        follows=[_follow(each, home) for each in carried.follows],
        mutes=[replace(each, query=abroad(each.query, home)) for each in carried.mutes],
        marks=[replace(each, feed_url=found(each.feed_url)) for each in carried.marks],
        bookmarks=[
            replace(each, feed_url=each.feed_url and found(each.feed_url)) for each in carried.bookmarks
        ],
    )


def _follow(follow: CarriedFollow, home: Mapping[str, str]) -> CarriedFollow:
    return replace(follow, name=rule_abroad(follow.name, home)) if follow.kind == "topic" else follow


def _home(feed: CarriedFeed, at: At, answering: Collection[str]) -> str:
    if here := at(feed.url):
        return here
    before = at(feed.former_url) if feed.former_url else None
    return before if before and before in answering else feed.url
