"""The release board: every date stated, film by film, each as its outlet states it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.news import StatedDate
from reader.text.ics import days
from reader.ui.drawing import cut, day, release_day
from reader.ui.screens.dialog import Dialog, KeyLine, Picker, words

DATE, REGION, SAID, MOVED, ROOMY = 16, 14, 10, 22, 78


class Board(NamedTuple):
    """One film and what is stated of it. `over`: no date that stands is ahead."""

    film: str
    dates: tuple[StatedDate, ...]
    over: bool


class Releases(Dialog[int | None]):
    """Answers with the article that states a date."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("S", "save", show=False),
        Binding("f", "followed", show=False),
        Binding("q,D,h,left", "close", show=False),
    ]
    title_text = "Release dates, as stated"
    keys = (("f", "followed only"), ("S", "save as .ics"), ("Enter", "open"), ("Esc", "back"))

    def __init__(
        self, dates: Sequence[StatedDate], followed: frozenset[str], today: str,
        save: Callable[[Sequence[StatedDate]], str],
    ) -> None:  # fmt: skip
        super().__init__(classes="-wide")
        self._all, self._followed, self._today, self._save = dates, followed, today, save
        self._only_followed = False
        self._shown: list[StatedDate | None] = []
        self._line: int | None = None

    def body(self) -> Iterable[Widget]:
        """Return the list."""
        yield Picker(id="dates")

    def on_mount(self) -> None:
        """Fill the list; the cursor on the first date that is not over."""
        self._fill()
        self.query_one(Picker).focus()

    def dates(self) -> list[StatedDate]:
        """Return what is on the board."""
        return [each for each in self._all if not self._only_followed or each.film in self._followed]

    def _fill(self) -> None:
        picker = self.query_one(Picker)
        picker.fill(self._rows)
        ahead = (at for at, each in enumerate(self._shown) if each and _stands(each, self._today))
        first = next((at for at, each in enumerate(self._shown) if each), 0)
        picker.highlighted = next(ahead, first) if self._shown else None
        if self._line is not None:  # what is over stands above
            picker.begin_at(self._line)
        of = "of what you follow" if self._only_followed and self._all else "in what is here"
        self.say("" if self._shown else f"No date is stated {of}.", trouble=False)

    def _rows(self, width: int) -> list[Content | Option]:
        rows: list[Content | Option] = []
        self._shown = []
        self._line = None
        for film, dates, over in boards(self.dates(), self._today):
            gap = "\n" if rows else ""
            if rows and self._line is None and not over:
                self._line = len(rows)
                line = f" today, {release_day(self._today)} "
                rows.append(Option(words((f"\n{line:─^{width}}", "dim")), disabled=True))
                self._shown.append(None)
            rows.append(Option(words((f"{gap}{cut(film, width)}", "bold")), disabled=True))
            self._shown.append(None)
            for each in dates:
                rows.append(self._row(each, width))
                self._shown.append(each)
        return rows

    def _row(self, stated: StatedDate, width: int) -> Content:
        """Return the date, where it holds, what it was moved from, who says so and when."""
        roomy = width >= ROOMY
        date = f"  {release_day(stated.date):>{DATE - 5}}   "
        region = cut(stated.region or "", REGION - 2)
        moved = _moved(stated)
        left = date + (region + " " * (REGION - cell_len(region)) if roomy else "")
        middle = f"{moved:<{MOVED}}" if roomy else ""
        said = f"{day(stated.said):>{SAID - 2}}"
        outlet = cut(stated.outlet, width - cell_len(left) - len(middle) - len(said) - 2)
        gap = " " * (width - cell_len(left) - len(middle) - cell_len(outlet) - len(said))
        style = "" if _stands(stated, self._today) else "dim strike" if stated.moved_to else "dim"
        below = "" if roomy else "  ".join(filter(None, (stated.region, moved)))
        more = f"\n{' ' * DATE}{cut(below, width - DATE)}" if below else ""
        return words("  ", (left[2:], style), (middle, "dim"), outlet, gap, (said, "dim"), (more, "dim"))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        if stated := self._shown[event.option_index]:
            self.dismiss(stated.article_id)

    def action_followed(self) -> None:
        """Show the films that are followed, or all again."""
        self._only_followed = not self._only_followed
        line = self.query_one(KeyLine)
        line.pairs = (("f", "all films" if self._only_followed else "followed only"), *self.keys[1:])
        line.refresh(layout=True)
        self._fill()

    def action_save(self) -> None:
        """Write what is on the board as a calendar."""
        self.say(self._save(self.dates()), trouble=False)


def boards(dates: Sequence[StatedDate], today: str) -> list[Board]:
    """Return the dates film by film: those that are over first, then those ahead, the earliest first."""
    films: dict[str, list[StatedDate]] = {}
    for each in dates:
        films.setdefault(each.film or each.title, []).append(each)
    found = [
        Board(film, tuple(told), not any(_stands(d, today) for d in told)) for film, told in films.items()
    ]
    return sorted(found, key=lambda board: (not board.over, _first(board, today)))


def _first(board: Board, today: str) -> str:
    """The date that a film stands at: the first that is ahead."""
    ahead = (each.date for each in board.dates if _stands(each, today))
    return next(ahead, board.dates[0].date)


def _stands(stated: StatedDate, today: str) -> bool:
    """Tell whether a date is ahead, and nothing has taken its place."""
    return stated.moved_to is None and not _over(stated, today)


def _over(stated: StatedDate, today: str) -> bool:
    """Tell whether a date lies behind; a month, a quarter and a year do once all of it does."""
    span = days(stated.date)
    return stated.date[:4] < today[:4] if span is None else span[1].isoformat() <= today


def _moved(stated: StatedDate) -> str:
    """Say what a date was, or has become."""
    if stated.moved_to:
        return f"moved to {release_day(stated.moved_to)}"
    return f"was {release_day(stated.moved_from)}" if stated.moved_from else ""
