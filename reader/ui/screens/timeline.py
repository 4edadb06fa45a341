"""The timeline of a film or a person: oldest to newest, one line a story, and where the last look ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Literal, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from reader.news import StatedDate, TimelineEntry
from reader.news import Timeline as Thread
from reader.rowstory import Guarded
from reader.ui.drawing import cut, day, outlets, release_day, year
from reader.ui.glyphs import Glyphs
from reader.ui.screens.dialog import Dialog, Picker, words

YEAR, DAY, BEAT, OUTLETS = 6, 8, 14, 12
ROOMY = 70


class Chosen(NamedTuple):
    """What to do: open a story's article, show its coverage, or follow the name."""

    what: Literal["open", "coverage", "follow"]
    story_id: int = 0


class Timeline(Dialog[Chosen | None]):
    """One thread of news. What only mentions the name is folded away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "coverage", show=False),
        Binding("p", "passing", show=False),
        Binding("w", "follow", show=False),
        Binding("q,T,h,left", "close", show=False),
    ]

    def __init__(
        self, thread: Thread, glyphs: Glyphs, hidden: Mapping[int, Guarded], at: int | None = None
    ) -> None:
        super().__init__(classes="-wide")
        self._thread, self._glyphs, self._hidden, self._at = thread, glyphs, hidden, at
        self._folded = all(each.story_id != at for each in thread.passing)
        self._shown: list[TimelineEntry | None] = []
        self.title_text = thread.follow.called
        follow = ("w", "change" if thread.followed else "follow")
        self.keys = (("c", "coverage"), follow, ("Enter", "open"), ("Esc", "back"))

    def body(self) -> Iterable[Widget]:
        """Return what is followed and its stories."""
        yield Label(words(self._facts()), classes="dialog--quiet")
        yield Picker(id="entries")

    def on_mount(self) -> None:
        """Fill the list; the cursor where it was left, or on the first that is new, or on the last."""
        entries = self._thread.entries
        left = (each for each in (*entries, *self._thread.passing) if each.story_id == self._at)
        new = (each for each in entries if each.new and self._thread.followed)
        self._fill(next(left, None) or next(new, None) or next(reversed(entries), None))
        self.query_one(Picker).focus()
        if not entries:
            self.say("No news of it yet: what comes in shows here.", trouble=False)

    def _facts(self) -> str:
        follow = self._thread.follow
        known = ", ".join((follow.name, *follow.aliases))
        return f" {self._glyphs.dot} ".join(
            filter(
                None,
                (
                    f"{follow.kind}{f' of {follow.year}' if follow.year else ''}",
                    f"follows: {known}" if self._thread.followed else "not followed yet",
                    f"with {', '.join(follow.companions)}" if follow.companions else "",
                    f"guarded{'' if follow.guard in ('on', 'strict') else f' until {follow.guard}'}"
                    if follow.guard
                    else "",
                ),
            )
        )

    # ------------------------------------------------------------ drawing

    def _fill(self, wanted: TimelineEntry | None) -> None:
        picker = self.query_one(Picker)
        picker.fill(self._rows, 0)
        if wanted is not None:
            picker.highlighted = self._shown.index(wanted)

    def _rows(self, width: int) -> list[Content | Option]:
        """Return the stories under one another, the divider where the last look ended."""
        entries, passing = self._thread.entries, self._thread.passing
        rows: list[Content | Option] = []
        self._shown = []
        seen_until = divided(entries)
        before = 0
        for at, entry in enumerate(entries):
            if at == seen_until and self._thread.followed:
                self._rule(rows, "since you last looked", width)
            rows.append(self._row(entry, width, before))
            self._shown.append(entry)
            before = year(entry.date)
        if passing:
            one = len(passing) == 1
            count = "one passing mention" if one else f"{len(passing)} passing mentions"
            how = f"p {'shows' if self._folded else 'folds'} {'it' if one else 'them'}"
            self._rule(rows, f"{count}: {how}", width)
            for entry in () if self._folded else passing:
                rows.append(self._row(entry, width, 0))
                self._shown.append(entry)
        return rows

    def _rule(self, rows: list[Content | Option], text: str, width: int) -> None:
        line = f" {text} ".center(width, "─" if self._glyphs.dot == "·" else "-")
        rows.append(Option(words((line, "dim")), disabled=True))
        self._shown.append(None)

    def _row(self, entry: TimelineEntry, width: int, before: int) -> Content:
        """Return year (where it changes), day, beat, headline, outlets and whether it is new."""
        roomy = width >= ROOMY
        new_year = year(entry.date) if year(entry.date) != before else ""
        when = f"{new_year:<{YEAR}}{day(entry.date):>{DAY - 2}}  "
        beat = "" if entry.beat == "other" else cut(entry.beat.replace("-", " "), BEAT - 2)
        column = f"{beat:<{BEAT}}" if roomy else ""
        others = f"+{entry.outlets - 1}" if entry.outlets > 1 else ""
        who = outlets(entry.outlets) if roomy else others
        right = f"{who:>{OUTLETS if roomy else 4}} "
        room = width - len(when) - len(column) - len(right) - 2
        guarded = self._hidden.get(entry.story_id)
        mark = f"{self._glyphs.rumour} " if entry.rumour else ""
        title = cut(f"{self._glyphs.guarded} {guarded.said()}" if guarded else f"{mark}{entry.title}", room)
        gap = " " * (room - cell_len(title) + 1)
        style, dot = ("bold", (self._glyphs.unread, "$accent")) if entry.new else ("", " ")
        first = words((when, "dim"), (column, "dim"), (title, style), gap, (right, "dim"), dot)
        arrow = "→" if self._glyphs.dot == "·" else "->"
        below = [f"{arrow} {each}" for each in stated(self._thread.dates, entry.story_id)]
        if entry.facts and not guarded:
            below.append(f"now also {', '.join(entry.facts)}")
        indent = " " * (len(when) + len(column))
        return Content.assemble(
            first, *(words((f"\n{indent}{cut(line, width - len(indent))}", "dim")) for line in below)
        )

    # ------------------------------------------------------------ answers

    def _current(self) -> TimelineEntry | None:
        at = self.query_one(Picker).highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        if entry := self._current():
            self.dismiss(Chosen("open", entry.story_id))

    def action_coverage(self) -> None:
        """Show every report of the story under the cursor."""
        if entry := self._current():
            self.dismiss(Chosen("coverage", entry.story_id))

    def action_follow(self) -> None:
        """Follow the name, or change how."""
        self.dismiss(Chosen("follow"))

    def action_passing(self) -> None:
        """Show what only mentions the name, or fold it away again."""
        entry = self._current()
        self._folded = not self._folded
        entries = self._thread.entries
        self._fill(entry if entry in entries else next(iter(entries), None))


def divided(entries: Sequence[TimelineEntry]) -> int | None:
    """Return where the stories begin that all came after the last look; None without any before or after."""
    start = len(entries)
    while start and entries[start - 1].new:
        start -= 1
    return start if 0 < start < len(entries) else None


def stated(dates: Sequence[StatedDate], story_id: int) -> list[str]:
    """Return the release dates a story states, each with the outlets that state it."""
    by_date: dict[tuple[str, str, str], list[str]] = {}
    for each in dates:
        if each.story_id == story_id:
            place = f" {each.region}" if each.region else ""
            moved = f", moved from {release_day(each.moved_from)}" if each.moved_from else ""
            said = by_date.setdefault((release_day(each.date), place, moved), [])
            said += [each.outlet] if each.outlet not in said else []
    return [f"{date}{place}{moved} ({', '.join(said)})" for (date, place, moved), said in by_date.items()]
