"""The sidebar: its rows under one cursor, and which of them is being read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from rich.cells import cell_len

from reader.model import Counts, Feed, View
from reader.news import Follow
from reader.ui.drawing import cut
from reader.ui.glyphs import ASCII, DRAWN
from reader.ui.widgets.line_list import LineList, Piece
from reader.ui.widgets.sections import FOLLOWED, Section, names_shown, sections, with_nothing_unread


class Sidebar(LineList):
    """Sections under one cursor; the list being read is marked."""

    def __init__(
        self, *, ascii_marks: bool = False, unread_only: bool = False, folded: Collection[str] = ()
    ) -> None:
        super().__init__(id="sidebar")
        self.glyphs = ASCII if ascii_marks else DRAWN
        self.sections: list[Section] = []
        self._tops: list[int] = []
        self.view = View("unread")
        self._shown: tuple[Counts, Sequence[Feed], bool] = (Counts(), (), False)
        self._follows: Sequence[Follow] = ()
        self._whole = False
        self._told_of: frozenset[str] = frozenset()
        self.unread_only = unread_only
        """Whether outlets with nothing unread are left out."""
        self.folded = frozenset(folded)
        """The folders whose outlets are not in sight."""
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
        self._shown = (counts, feeds, offline)
        self._lay(self._in_hand())

    def leave_out(self, *, read: bool) -> None:
        """Leave outlets with nothing unread out, or show them again."""
        if read != self.unread_only:
            self.unread_only = read
            self._lay(self._in_hand())

    def fold(self, folders: Collection[str]) -> None:
        """Fold these folders and no others; from an outlet in sight no more the cursor goes to its folder."""
        before, self.folded = self.folded, frozenset(folders)
        if self.folded != before:
            at = self._in_hand()
            home = next((feed.folder for feed in self._shown[1] if feed.id == at.feed_id), None)
            self._lay(View("folder", folder=home) if home in self.folded - before else at)

    def every(self) -> list[Section]:
        """Return the rows with those left out or folded away."""
        return self._rows(self._in_hand(), whole=True)

    def mark(self, view: View) -> None:
        """Show which list is being read, and put the cursor there."""
        before, self.view = self._here, view
        if (
            self.unread_only or self.folded
        ):  # it is in sight while it is read, what was read before need not be
            self._lay(self._in_hand() if view.kind == "search" else _plain(view))
        index = self._here = self.index_of(view)
        if index is not None:
            self.cursor = index
        if index != before:
            self.refresh()

    def _in_hand(self) -> View:
        return self.sections[self.cursor].view if self.sections else _plain(self.view)

    def _rows(self, kept: View, *, whole: bool = False) -> list[Section]:
        counts, feeds, offline = self._shown
        in_hand = {kept.name, self.view.name}
        with_news = {each.name for each in self._follows if each.unread_stories}
        self._told_of = frozenset(with_news | (self._told_of & in_hand))
        names = names_shown(self._follows, None if self._whole else FOLLOWED, in_hand, self._told_of)
        here = {kept, _plain(self.view)}
        hide, folded = self.unread_only and not whole, () if whole else self.folded
        hidden = with_nothing_unread(counts, feeds, here, offline=offline) if hide else ()
        rows = sections(
            counts, feeds, self._follows,
            offline=offline, names=names, hidden=hidden, kept=here, folded=folded,
        )  # fmt: skip
        return list(rows)

    def _lay(self, kept: View) -> None:
        """Put the rows together, the cursor on `kept`: it, and the list being read, are not left out."""
        before = self._tops, self.cursor, self.sections
        self.sections = self._rows(kept)
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

    def index_of(self, view: View) -> int | None:
        """Return the row of a list, None where it has none (a search)."""
        plain = _plain(view)
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
        mark = f" {self.glyphs.folded}" if section.folded else ""
        room = width - 5 - cell_len(section.figure + mark)
        label = cut(section.label, room) + mark
        gap = " " * max(1, width - 4 - cell_len(label) - cell_len(section.figure))
        return [
            (self.glyphs.bar if index == self.cursor else " ", "bar"),
            (f"{self.glyphs.failing} " if section.failing else "  ", "warning"),
            (label, "here" if here else section.part),
            (gap, ""),
            (f"{section.figure} ", "meta"),
        ]


def _plain(view: View) -> View:
    """Return a list as its row names it, whatever it is narrowed by."""
    return View(view.kind, view.feed_id, view.folder, name=view.name)
