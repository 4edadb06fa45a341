"""Feeds that come many at once: followed together, and told of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from reader.addresses import masked
from reader.cli import shapes
from reader.cli.output import Json, count, note, say, say_json
from reader.feeds.opml import OpmlImport, Skipped
from reader.feeds.target import Target, place
from reader.library import Library
from reader.model import Feed


class Followed(NamedTuple):
    """Feeds followed from now on, and those that were before."""

    added: list[Feed]
    already: list[Feed]


def follow(library: Library, found: OpmlImport) -> Followed:
    """Follow what is not followed yet, all of it or nothing; what is keeps its title and folder."""
    at, places = library.followed_at(or_left=True), dict[Target | str, str]()
    wanted = [
        (at(each.url) or places.setdefault(place(each.url), each.url), each.title, each.folder, each.site_url)
        for each in found.subscriptions
    ]
    added, already = library.subscribe_all(wanted)
    feeds = {feed.id: feed for feed in library.feeds()}
    return Followed([feeds[n] for n in added if n in feeds], [feeds[n] for n in already if n in feeds])


def tell(
    followed: Followed, skipped: Sequence[Skipped], *, json: bool, more: Json | None = None, also: str = ""
) -> None:
    """Say what came and what was skipped. `more` is said as JSON too, `also` in words."""
    skipped = [replace(each, what=masked(each.what), why=masked(each.why)) for each in skipped]
    if json:
        told = {how: [shapes.feed(each) for each in feeds] for how, feeds in followed._asdict().items()}
        say_json({**told, "skipped": skipped, **(more or {})})
        return
    added, already = map(len, followed)
    say(f"{count(added, 'feed')} added, {already} already there, {len(skipped)} skipped.")
    if also:
        say(also)
    for each in skipped:
        note(f"Skipped {f'line {each.line}, ' if each.line else ''}{each.what}: {each.why}")
    if followed.added:
        note("`newsreel refresh` fetches them.")
