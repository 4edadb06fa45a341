"""`add`, `remove`, `feeds` and `outlets`."""

from __future__ import annotations

import sys
from shlex import quote
from typing import NamedTuple

import click

from reader.addresses import masked
from reader.cli import shapes
from reader.cli.desk import home, open_library
from reader.cli.listing import feeds_table
from reader.cli.opening import no_feeds
from reader.cli.options import as_json
from reader.cli.output import columns, count, heading, note, say, say_json, sections
from reader.errors import FetchError, NewsreelError, UsageError
from reader.feeds.discover import FoundFeed
from reader.model import FullText
from reader.refresh.values import Added, Several

OVER_HTTPS = "It was asked over https; write http:// before it to ask over that."


@click.command()
@click.argument("url")
@click.option("--title", help="What to call it; else what it calls itself.")
@click.option("--folder", help="The folder to put it in.")
@click.option("--full-text", is_flag=True, help="Always fetch the full text of its articles.")
@click.option("--allow-private", is_flag=True, help="It may be on this computer or its local network.")
@as_json
def add(
    url: str, title: str | None, folder: str | None, full_text: bool, allow_private: bool, json: bool
) -> int:
    """Follow a feed and fetch it. URL is a feed's, or a page's that names its feed."""
    if not url.strip():
        raise UsageError("The address is empty; `newsreel add https://…` takes that of a feed or a page.")
    wishes = Wishes(title, folder, "always" if full_text else None, allow_private)
    found, wishes = _add(url, wishes, ask=not json)
    if isinstance(found, Several):
        if json:
            say_json(found.candidates)
            note(f"{_several(url, found.candidates)}, so nothing was added; add the one you want.")
            return 1
        chosen = _chosen(url, found.candidates)
        near = _same_host(url, chosen)  # a page's word is no leave to look around in the local network
        found, _ = _add(chosen, wishes._replace(allow_private=wishes.allow_private and near), ask=True)
    if isinstance(found, Several):
        raise NewsreelError(f"{url} names several feeds, none of which is one; give the feed's own address.")
    if json:
        say_json(shapes.feed(found.feed))
    else:
        followed = found.feed
        how = f"{followed.title} is followed already" if found.already else f"Following {followed.title}"
        how += _elsewhere(url, followed.url) + _as_wished(wishes) if found.already else ""
        say(f"{how}: {count(followed.total, 'article')}, {followed.unread} unread.")
        if followed.notice:
            say(followed.notice)
    return 0


class Wishes(NamedTuple):
    """What was asked for beside the address."""

    title: str | None
    folder: str | None
    full_text: FullText | None
    allow_private: bool


def _as_wished(wishes: Wishes) -> str:
    """Say what of a feed that was followed before is as it was asked for now."""
    asked = zip(("title", "folder", "full text"), wishes[:3], strict=True)
    said = " and ".join(name for name, wish in asked if wish is not None)
    return f" (its {said} as you ask now)" if said else ""


def _elsewhere(typed: str, url: str) -> str:
    """Say where a feed is followed, if not at the address typed."""
    from reader.feeds.target import as_asked
    from reader.refresh.adding import absolute

    return "" if as_asked(absolute(typed)) == as_asked(url) else f" at {masked(url)}"


def _add(url: str, wishes: Wishes, *, ask: bool) -> tuple[Added | Several, Wishes]:
    """Add an address; one on a private network only once the person agrees, which they then wished."""
    from reader.refresh import add

    paths = home()
    try:
        return add(url, **wishes._asdict(), paths=paths), wishes
    except FetchError as error:
        if error.kind in ("tls", "connect") and "://" not in url:
            raise FetchError(f"{error} {OVER_HTTPS}", kind=error.kind) from error
        if error.kind != "refused" or not ask or not _someone_is_there():
            raise
        if not click.confirm(f"{error} Fetch it all the same?", err=True):
            raise
        wishes = wishes._replace(allow_private=True)
        return add(url, **wishes._asdict(), paths=paths), wishes


def _same_host(one: str, other: str) -> bool:
    from reader.refresh.adding import absolute
    from reader.refresh.hosts import host_name

    return host_name(absolute(one)) == host_name(other)


def _chosen(url: str, candidates: tuple[FoundFeed, ...]) -> str:
    """Ask which of the feeds a page names is meant."""
    if not _someone_is_there():
        listed = ", ".join(each.url for each in candidates)
        raise NewsreelError(f"{_several(url, candidates)}: {listed}; add the one you want.")
    numbered = enumerate(candidates, 1)
    columns(
        [(str(n), each.title or "(untitled)", each.url) for n, each in numbered],
        right=(0,),
        widest=40,
        last="whole",
    )
    number = click.prompt("Which one", type=click.IntRange(1, len(candidates)), err=True)
    return candidates[number - 1].url


def _several(url: str, candidates: tuple[FoundFeed, ...]) -> str:
    return f"{url} names {count(len(candidates), 'feed')}"


def _someone_is_there() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


@click.command()
@click.argument("feed")
@as_json
def remove(feed: str, json: bool) -> None:
    """Stop following a feed; bookmarks stay. FEED is an id, an address or a unique part of a title."""
    with open_library() as library:
        found = library.find_feed(feed)
        library.unsubscribe(found.id)
    if json:
        say_json(shapes.feed(found))
        return
    said = f"No longer following {found.title}. Its bookmarks stay; "
    if found.url == masked(found.url):
        say(f"{said}`newsreel add {quote(found.url)}` follows it again.")
    else:
        say(f"{said}`newsreel add` and its address, with the password, follow it again.")


@click.command()
@as_json
def feeds(json: bool) -> None:
    """List the subscriptions: number, unread, when asked, newest article, title, folder, what is wrong."""
    with open_library() as library:
        found = library.feeds()
        if json:
            say_json([shapes.feed(each) for each in found])
            return
        if found:
            heading(
                "Number, unread of all, asked when, newest, title, folder, and what is wrong or where it is:"
            )
        feeds_table(found, library.clock(), library.gone_quiet())
        if not found:
            note(no_feeds())


@click.command()
@as_json
def outlets(json: bool) -> None:
    """List the built-in film outlets, for `newsreel add`."""
    from reader.feeds.outlets import outlets

    found = outlets()
    if json:
        say_json(found)
        return
    groups: dict[str, list[tuple[str, str]]] = {}
    for each in found:
        groups.setdefault(each.group.capitalize(), []).append((each.name, each.url))
    sections(groups, last="whole")
