"""What the sidebar lists: the four lists, what is followed, then folders and outlets, with what is unread."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.model import Counts, Feed, View
from reader.news import Follow
from reader.ui.drawing import number, outlets

FOLLOWED = 12
"""Followed names shown at most, until all are asked for."""
MORE = View("follow", folder="more")
"""Stands for the names that are not shown; opened, it shows them."""
READ = View("follow", folder="read")
"""Stands for the outlets that are left out, with nothing unread; opened, it shows them."""


class Section(NamedTuple):
    """One row: a list that can be opened."""

    label: str
    figure: str
    view: View
    part: str = "title"
    failing: bool = False
    gap: bool = False
    """A blank line stands before it."""
    folded: bool = False
    """Its outlets are not in sight."""


def sections(
    counts: Counts,
    feeds: Sequence[Feed],
    follows: Sequence[Follow] = (),
    *,
    offline: bool = False,
    names: Sequence[Follow] | None = None,
    hidden: Collection[int] = (),
    kept: Collection[View] = (),
    folded: Collection[str] = (),
) -> Iterator[Section]:
    """Yield the rows of the sidebar, top to bottom; feeds come as the library orders them.

    `names`: those of what is followed that are shown. `hidden`: the feeds that are not, and with the last
    of them goes the heading of their folder, unless it is `kept`. `folded`: the folders of whose outlets only
    those that are `kept` are shown.
    """
    yield Section("Today", _count(counts.today), View("today"))
    yield Section("Unread", _count(counts.unread), View("unread"))
    yield Section("All", _count(counts.total), View("all"))
    yield Section("Bookmarks", _count(counts.bookmarks), View("bookmarks"))
    yield from _followed(follows, names_shown(follows, FOLLOWED) if names is None else names)
    for folder, group in groupby(feeds, key=lambda feed: feed.folder):
        shown, own = [feed for feed in group if feed.id not in hidden], View("folder", folder=folder)
        if folder and (shown or own in kept):
            failing = folder in folded and any(_fails(feed, offline=offline) for feed in shown)
            figure = _count(counts.folders.get(folder, 0))
            yield Section(folder.upper(), figure, own, "heading", failing, gap=True, folded=folder in folded)
        if folder in folded:
            shown = [feed for feed in shown if View("feed", feed_id=feed.id) in kept]
        for position, feed in enumerate(shown):
            yield _outlet(feed, counts, offline=offline, gap=not folder and position == 0)
    if hidden:
        yield Section(f"{outlets(len(hidden))} hidden", "", READ, "meta", gap=True)


def with_nothing_unread(
    counts: Counts, feeds: Sequence[Feed], kept: Collection[View], *, offline: bool
) -> set[int]:
    """Return the feeds whose rows would tell nothing: neither a number nor a failure, nor where one is."""
    here = {view.feed_id for view in kept}
    quiet = (feed for feed in feeds if not (counts.feeds.get(feed.id) or _fails(feed, offline=offline)))
    return {feed.id for feed in quiet} - here


def _outlet(feed: Feed, counts: Counts, *, offline: bool, gap: bool) -> Section:
    failing = _fails(feed, offline=offline)
    figure = _count(counts.feeds.get(feed.id, 0)) or ("–" if failing else "")
    return Section(feed.title, figure, View("feed", feed_id=feed.id), failing=failing, gap=gap)


def _fails(feed: Feed, *, offline: bool) -> bool:
    return not offline and feed.status in ("failing", "gone")


def _followed(follows: Sequence[Follow], names: Sequence[Follow]) -> Iterator[Section]:
    """Yield what is followed, and how many names are not shown."""
    if follows:
        new = sum(each.unread_stories for each in follows)
        yield Section("FOLLOWING", f"{_count(new)} new" if new else "", View("follow"), "heading", gap=True)
    for each in names:
        figure = f"{_count(each.unread_stories)} new" if each.unread_stories else ""
        yield Section(each.called, figure, View("follow", name=each.name))
    if left := len(follows) - len(names):
        yield Section(f"and {_count(left)} more", "", MORE, "meta")


def names_shown(
    follows: Sequence[Follow], most: int | None, kept: Collection[str] = (), told_of: Collection[str] = ()
) -> list[Follow]:
    """Return names with news, then the others, each by name; of too many those last in the news.

    `kept`: names that are shown whatever else is: the one in hand, the one being read. `told_of`: names that
    stand among those with news.
    """
    told = [each for each in follows if each.unread_stories or each.name in told_of]
    rest = [each for each in follows if not (each.unread_stories or each.name in told_of)]
    if most is None or len(follows) <= most:
        return [*told, *rest]
    first = [each for each in follows if each.name in kept]
    latest = sorted(told, key=lambda each: -(each.last_story or 0))
    chosen = list({each.name: each for each in (*first, *latest, *rest)}.values())[:most]
    shown = {each.name for each in chosen}
    return [each for each in (*told, *rest) if each.name in shown]


def _count(value: int) -> str:
    return number(value) if value else ""
