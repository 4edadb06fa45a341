"""The outlets: the four lists, then folders and feeds, each with what is unread."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from reader.model import Counts, Feed, View
from reader.news import Follow
from reader.ui.drawing import cut, number
from reader.ui.glyphs import ASCII, DRAWN
from reader.ui.widgets.line_list import LineList, Piece

FOLLOWED = 12
"""Followed names shown at most, until all are asked for."""
MORE = View("follow", folder="more")
"""Stands for the names that are not shown; opened, it shows them."""


class Section(NamedTuple):
    """One row: a list that can be opened."""

    label: str
    figure: str
    view: View
    part: str = "title"
    failing: bool = False
    gap: bool = False
    """A blank line stands before it."""


class Sidebar(LineList):
    """Sections under one cursor; the list being read is marked."""

    def __init__(self, *, ascii_marks: bool = False) -> None:
        super().__init__(id="sidebar")
        self.glyphs = ASCII if ascii_marks else DRAWN
        self.sections: list[Section] = []
        self._tops: list[int] = []
        self.view = View("unread")
        self._shown: tuple[Counts, Sequence[Feed], bool] = (Counts(), (), False)
        self._follows: Sequence[Follow] = ()
        self._whole = False
        self._here: int | None = None

    def unfold(self) -> None:
        """Show every name that is followed; the cursor stays where it is, on the first that was not shown."""
        self._whole, at = True, self.cursor
        counts, feeds, offline = self._shown
        self.show(counts, feeds, offline=offline)
        self.cursor = at

    def follow(self, follows: Sequence[Follow]) -> None:
        """Take in what is followed and what is new of it."""
        self._follows = follows
        counts, feeds, offline = self._shown
        self.show(counts, feeds, offline=offline)

    def show(self, counts: Counts, feeds: Sequence[Feed], *, offline: bool = False) -> None:
        """Take in new numbers; the cursor stays on its section or line. Offline, no outlet is to blame."""
        kept = self.sections[self.cursor].view if self.sections else self.view
        before = self._tops, self.cursor, self.sections
        self._shown = (counts, feeds, offline)
        names = _names(self._follows, None if self._whole else FOLLOWED, {kept.name, self.view.name})
        self.sections = list(sections(counts, feeds, self._follows, offline=offline, names=names))
        self._tops, line = [], 0
        for section in self.sections:
            line += section.gap
            self._tops.append(line)
            line += 1
        self._here = self.index_of(self.view)
        here = self.index_of(kept)
        self.set_reactive(Sidebar.cursor, min(self.cursor, self.length - 1) if here is None else here)
        if before[:2] == (self._tops, self.cursor):
            self._refresh_rows(*(i for i, each in enumerate(self.sections) if each != before[2][i]))
        else:
            self.changed()

    def mark(self, view: View) -> None:
        """Show which list is being read, and put the cursor there."""
        before, self.view = self._here, view
        index = self._here = self.index_of(view)
        if index is not None:
            self.cursor = index
        if index != before:
            self.refresh()

    def index_of(self, view: View) -> int | None:
        """Return the row of a list, None where it has none (a search)."""
        plain = View(view.kind, view.feed_id, view.folder, name=view.name)
        return next((i for i, section in enumerate(self.sections) if section.view == plain), None)

    @property
    def length(self) -> int:
        """How many sections there are."""
        return len(self.sections)

    @property
    def height_in_lines(self) -> int:
        """How many lines they take."""
        return self._tops[-1] + 1 if self._tops else 0

    def lines_of(self, index: int) -> tuple[int, int]:
        """Return a section's line."""
        return self._tops[index], 1

    def index_at(self, line: int) -> int | None:
        """Return the section on a line."""
        at = bisect_left(self._tops, line)
        return at if at < len(self._tops) and self._tops[at] == line else None

    def pieces(self, line: int, width: int) -> Sequence[Piece]:
        """Return what stands on a line."""
        if (index := self.index_at(line)) is None:
            return []
        section = self.sections[index]
        here = self._here == index
        room = width - 5 - cell_len(section.figure)
        label = cut(section.label, room)
        gap = " " * max(1, width - 4 - cell_len(label) - cell_len(section.figure))
        return [
            (self.glyphs.bar if index == self.cursor else " ", "bar"),
            (f"{self.glyphs.failing} " if section.failing else "  ", "warning"),
            (label, "here" if here else section.part),
            (gap, ""),
            (f"{section.figure} ", "meta"),
        ]


def sections(
    counts: Counts,
    feeds: Sequence[Feed],
    follows: Sequence[Follow] = (),
    *,
    offline: bool = False,
    names: Sequence[Follow] | None = None,
) -> Iterator[Section]:
    """Yield the rows of the sidebar, top to bottom; feeds come as the library orders them.

    `names`: those of what is followed that are shown.
    """
    yield Section("Today", _count(counts.today), View("today"))
    yield Section("Unread", _count(counts.unread), View("unread"))
    yield Section("All", _count(counts.total), View("all"))
    yield Section("Bookmarks", _count(counts.bookmarks), View("bookmarks"))
    yield from _followed(follows, _names(follows, FOLLOWED) if names is None else names)
    for folder, group in groupby(feeds, key=lambda feed: feed.folder):
        if folder:
            unread = _count(counts.folders.get(folder, 0))
            yield Section(folder.upper(), unread, View("folder", folder=folder), "heading", gap=True)
        for position, feed in enumerate(group):
            unread = _count(counts.feeds.get(feed.id, 0))
            failing = not offline and feed.status in ("failing", "gone")
            yield Section(
                feed.title,
                unread or ("–" if failing else ""),
                View("feed", feed_id=feed.id),
                failing=failing,
                gap=not folder and position == 0,
            )


def _followed(follows: Sequence[Follow], names: Sequence[Follow]) -> Iterator[Section]:
    """Yield what is followed, and how many names are not shown."""
    if follows:
        new = sum(each.unread_stories for each in follows)
        yield Section("FOLLOWING", f"{_count(new)} new" if new else "", View("follow"), "heading", gap=True)
    for each in names:
        figure = f"{_count(each.unread_stories)} new" if each.unread_stories else ""
        yield Section(each.name, figure, View("follow", name=each.name))
    if left := len(follows) - len(names):
        yield Section(f"and {_count(left)} more", "", MORE, "meta")


def _names(follows: Sequence[Follow], most: int | None, kept: Collection[str] = ()) -> list[Follow]:
    """Return names with news, then the others, each by name; of too many those last in the news.

    `kept`: names that are shown whatever else is: the one in hand, the one being read.
    """
    told = [each for each in follows if each.unread_stories]
    rest = [each for each in follows if not each.unread_stories]
    if most is None or len(follows) <= most:
        return [*told, *rest]
    first = [each for each in follows if each.name in kept]
    latest = sorted(told, key=lambda each: -(each.last_story or 0))
    chosen = list({each.name: each for each in (*first, *latest, *rest)}.values())[:most]
    shown = {each.name for each in chosen}
    return [each for each in (*told, *rest) if each.name in shown]


def _count(value: int) -> str:
    return number(value) if value else ""
