"""The coverage of a story: every outlet's headline in time order, what each adds, and why together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Literal, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, OptionList

from reader.model import ArticleRow
from reader.news import Coverage as Told
from reader.news import StoryReport
from reader.ui.drawing import age, cut, date, day_and_time, number, outlets, wrapped, year
from reader.ui.glyphs import Glyphs
from reader.ui.screens.dialog import Dialog, Picker, words

TIME, OUTLET, MARKS, ROOMY = 13, 22, 5, 78
"""Columns; narrower than the last, headlines go on a line of their own."""

Deed = Literal["open", "merge", "split", "rename", "timeline", "follow"]


class Choice(NamedTuple):
    """What to do with which reports."""

    what: Deed
    ids: tuple[int, ...] = ()


class Coverage(Dialog[Choice | None]):
    """Lists the reports of a story; answers with what to do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", show=False),
        Binding("x", "split", show=False),
        Binding("M", "merge", show=False),
        Binding("E", "rename", show=False),
        Binding("T", "timeline", show=False),
        Binding("w", "follow", show=False),
        Binding("q,c,h,left", "close", show=False),
    ]
    keys = (
        ("Space", "choose several"),
        ("x", "not this story"),
        ("M", "merge"),
        ("E", "rename"),
        ("T", "timeline"),
        ("w", "follow"),
        ("Enter", "open"),
        ("Esc", "back"),
    )

    def __init__(
        self, told: Told, rows: Mapping[int, ArticleRow], why: Sequence[str], now: float, glyphs: Glyphs,
        title: str, at: int | None = None,
    ) -> None:  # fmt: skip
        super().__init__(classes="-wide")
        self._told, self._rows, self._now, self._glyphs = told, rows, now, glyphs
        self._why = f"together because: {', '.join(why)}" if why else ""
        self._chosen: set[int] = set()
        self._years = len({year(each.published) for each in told.reports}) > 1
        self.title_text, self._at = title, at

    def body(self) -> Iterable[Widget]:
        """Return the line of facts, the reports, and why they are together."""
        yield Label(words(self._facts()), classes="dialog--quiet")
        yield Picker(id="reports")
        yield Label(words(self._why), id="why", classes="dialog--quiet")

    def on_mount(self) -> None:
        """Fill the list; the cursor on the report it was left on, or on the first not read yet."""
        reports = self._told.reports
        left = (n for n, each in enumerate(reports) if each.article_id == self._at)
        unread = (n for n, each in enumerate(reports) if not self._read(each))
        self.query_one(Picker).fill(self._drawn, next(left, next(unread, 0)))
        self.query_one(Picker).focus()
        self.query_one("#why").display = bool(self._why)

    def _facts(self) -> str:
        story, dot = self._told.story, f" {self._glyphs.dot} "
        names = ", ".join((*story.films[:2], *story.people[:3]))
        beat = "" if story.beat == "other" else story.beat.replace("-", " ")
        told = (outlets(story.outlets), self._copies(), age(story.last_published, self._now), beat, names)
        return dot.join(filter(None, told))

    def _copies(self) -> str:
        """Say how many outlets have nothing but the text of another: they are not counted as outlets."""
        own = {each.outlet for each in self._told.reports if each.copy_of is None}
        copying = len({each.outlet for each in self._told.reports} - own)
        return f"{number(copying)} cop{'y' if copying == 1 else 'ies'}" if copying else ""

    def _read(self, report: StoryReport) -> bool:
        row = self._rows.get(report.article_id)
        return row is None or row.read

    # ------------------------------------------------------------ drawing

    def _drawn(self, width: int) -> list[Content]:
        return [self._report(each, width) for each in self._told.reports]

    def _report(self, report: StoryReport, width: int) -> Content:
        """Return time, outlet, headline and marks; below, what the report adds."""
        chosen = "+ " if report.article_id in self._chosen else "  "
        told = date(report.published) if self._years else day_and_time(report.published)
        when = f"{told:>{TIME - 1}} "
        outlet = cut(report.outlet, OUTLET - 2)
        style = "" if self._read(report) else "bold"
        if width >= ROOMY:
            left = TIME + OUTLET + 3
            title = cut(self._title(report), width - left - MARKS - 1)
            gap = " " * (width - left - MARKS - cell_len(title))
            column = outlet + " " * (OUTLET - cell_len(outlet))
            head = ((chosen, "bold"), (when, "dim"), f" {column}")
            first = words(*head, (title, style), gap, *self._marks(report))
        else:
            left = 4
            gap = " " * max(1, width - 3 - TIME - cell_len(outlet) - MARKS)
            top = words((chosen, "bold"), (when, "dim"), f" {outlet}", gap, *self._marks(report))
            title = "\n    ".join(wrapped(self._title(report), width - 5, 2))
            first = Content.assemble(top, "\n    ", words((title, style)))
        said = self._addition(report)
        more = "".join(f"\n{' ' * left}{line}" for line in wrapped(said, width - left - MARKS, 2))
        return Content.assemble(first, words((more, "dim"))) if said else first

    def _title(self, report: StoryReport) -> str:
        row = self._rows.get(report.article_id)
        return f"{self._glyphs.guarded} {row.guarded.said()}" if row and row.guarded else report.title

    def _marks(self, report: StoryReport) -> tuple[tuple[str, str], ...]:
        """Bookmark, full text, unread: each in its column."""
        row, marks = self._rows.get(report.article_id), self._glyphs
        if row is None:
            return ((" " * MARKS, ""),)
        bookmarked = marks.bookmarked if row.bookmarked else " "
        full_text = marks.full_text if row.has_full_text else " "
        unread = " " if row.read else marks.unread
        return (f" {bookmarked}{full_text}", ""), (unread, "$accent"), (" ", "")

    def _addition(self, report: StoryReport) -> str:
        row = self._rows.get(report.article_id)
        if row and row.guarded:
            return ""
        if report.copy_of is not None:
            names = {each.article_id: each.outlet for each in self._told.reports}
            return f"the text of {names.get(report.copy_of, 'another outlet')}"
        return f"adds {', '.join(report.adds)}" if report.adds else ""

    # ------------------------------------------------------------ answers

    def _current(self) -> int | None:
        at = self.query_one(Picker).highlighted
        return None if at is None else self._told.reports[at].article_id

    def action_choose(self) -> None:
        """Choose the report under the cursor, or no longer, and go on to the next."""
        picker = self.query_one(Picker)
        if (article := self._current()) is not None:
            self._chosen ^= {article}
            picker.fill(self._drawn, min((picker.highlighted or 0) + 1, len(self._told.reports) - 1))

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        self._answer("open")

    def action_split(self) -> None:
        """Say that what is chosen, or under the cursor, is another story."""
        under = self._current()
        ids = self._chosen or ({under} if under is not None else set())
        if len(ids) >= len(self._told.reports):
            self.say("That would leave nothing behind: choose fewer reports with Space.")
        else:
            self.dismiss(Choice("split", tuple(sorted(ids))))

    def action_merge(self) -> None:
        """Ask which other story is the same news."""
        self._answer("merge")

    def action_rename(self) -> None:
        """Ask for another title."""
        self._answer("rename")

    def action_timeline(self) -> None:
        """Go on to the timeline."""
        self._answer("timeline")

    def action_follow(self) -> None:
        """Go on to following."""
        self._answer("follow")

    def _answer(self, what: Deed) -> None:
        if (article := self._current()) is not None:
            self.dismiss(Choice(what, (article,)))
