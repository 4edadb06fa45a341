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

from reader.news import StatedDate, within
from reader.text.ics import days
from reader.ui.drawing import cut, date, day, release_day, year
from reader.ui.screens.dialog import Dialog, KeyLine, Picker, words

DATE, REGION, SAID, MOVED, ROOMY = 16, 14, 10, 22, 78


class Board(NamedTuple):
    """One film and what is stated of it; which of these dates stand, and are ahead."""

    film: str
    dates: tuple[StatedDate, ...]
    ahead: tuple[StatedDate, ...]

    @property
    def over(self) -> bool:
        """No date that stands is ahead."""
        return not self.ahead


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
        self._ahead: set[int] = set()
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
        ahead = (at for at, each in enumerate(self._shown) if each and each.article_id in self._ahead)
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
        told = boards(self.dates(), self._today)
        self._ahead = {each.article_id for board in told for each in board.ahead}
        for board in told:
            gap = "\n" if rows else ""
            if rows and self._line is None and not board.over:
                self._line = len(rows)
                line = f" today, {release_day(self._today)} "
                rows.append(Option(words((f"\n{line:─^{width}}", "dim")), disabled=True))
                self._shown.append(None)
            rows.append(Option(words((f"{gap}{cut(board.film, width)}", "bold")), disabled=True))
            self._shown.append(None)
            for each in board.dates:
                rows.append(self._row(each, width))
                self._shown.append(each)
        return rows

    def _row(self, stated: StatedDate, width: int) -> Content:
        """Return the date, where it holds, what it was moved from, who says so and when."""
        roomy = width >= ROOMY
        opens = f"  {release_day(stated.date):>{DATE - 5}}   "
        region = cut(stated.region or "", REGION - 2)
        moved = _moved(stated)
        left = opens + (region + " " * (REGION - cell_len(region)) if roomy else "")
        middle = f"{moved:<{MOVED}}" if roomy else ""
        this_year = str(year(stated.said)) == self._today[:4]
        said = f"{day(stated.said) if this_year else date(stated.said):>{SAID - 2}}"
        outlet = cut(stated.outlet, width - cell_len(left) - len(middle) - len(said) - 2)
        gap = " " * (width - cell_len(left) - len(middle) - cell_len(outlet) - len(said))
        ahead = stated.article_id in self._ahead
        style = "" if ahead else "dim strike" if stated.moved_to else "dim"
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
    found = [Board(film, tuple(told), _ahead(told, today)) for film, told in films.items()]
    return sorted(found, key=lambda board: (not board.over, (board.ahead or board.dates)[0].date))


def _ahead(dates: Sequence[StatedDate], today: str) -> tuple[StatedDate, ...]:
    """Return what of a film's dates is ahead: not moved, and not said more exactly of the same region."""
    told = [each for each in dates if each.moved_to is None]
    return tuple(
        each
        for each in told
        if not _over(each, today)
        and not any(each.region == one.region and within(one.date, each.date) for one in told)
    )


def _over(stated: StatedDate, today: str) -> bool:
    """Tell whether a date lies behind; a month, a quarter and a year do once all of it does."""
    span = days(stated.date)
    return stated.date[:4] < today[:4] if span is None else span[1].isoformat() <= today


def _moved(stated: StatedDate) -> str:
    """Say what a date was, or has become."""
    if stated.moved_to:
        return f"moved to {release_day(stated.moved_to)}"
    return f"was {release_day(stated.moved_from)}" if stated.moved_from else ""
