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
from reader.ui.drawing import cut, day, release_day
from reader.ui.screens.dialog import Dialog, Picker, words

DATE, REGION, SAID, MOVED, ROOMY = 16, 14, 10, 22, 78


class Board(NamedTuple):
    """One film and what is stated of it."""

    film: str
    dates: tuple[StatedDate, ...]


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
        ahead = (at for at, each in enumerate(self._shown) if each and each.date >= self._today)
        first = next((at for at, each in enumerate(self._shown) if each), 0)
        picker.highlighted = next(ahead, first) if self._shown else None
        self.say("" if self._shown else "No date is stated in what is here.", trouble=False)

    def _rows(self, width: int) -> list[Content | Option]:
        rows: list[Content | Option] = []
        self._shown = []
        for film, dates in boards(self.dates()):
            gap = "\n" if rows else ""
            rows.append(Option(words((f"{gap}{cut(film, width)}", "bold")), disabled=True))
            self._shown.append(None)
            for each in dates:
                rows.append(self._row(each, width))
                self._shown.append(each)
        return rows

    def _row(self, stated: StatedDate, width: int) -> Content:
        """Return the date, where it holds, what it was moved from, who says so and when."""
        roomy = width >= ROOMY
        date = f"  {release_day(stated.date):<{DATE - 2}}"
        region = cut(stated.region or "", REGION - 2)
        moved = f"was {release_day(stated.moved_from)}" if stated.moved_from else ""
        left = date + (region + " " * (REGION - cell_len(region)) if roomy else "")
        middle = f"{moved:<{MOVED}}" if roomy else ""
        said = f"{day(stated.said):>{SAID - 2}}"
        outlet = cut(stated.outlet, width - cell_len(left) - len(middle) - len(said) - 2)
        gap = " " * (width - cell_len(left) - len(middle) - cell_len(outlet) - len(said))
        style = "" if stated.date >= self._today[: len(stated.date)] else "dim"
        below = "" if roomy else "  ".join(filter(None, (stated.region, moved)))
        more = f"\n{' ' * DATE}{cut(below, width - DATE)}" if below else ""
        return words((left, style), (middle, "dim"), outlet, gap, (said, "dim"), (more, "dim"))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        if stated := self._shown[event.option_index]:
            self.dismiss(stated.article_id)

    def action_followed(self) -> None:
        """Show the films that are followed, or all again."""
        self._only_followed = not self._only_followed
        self._fill()

    def action_save(self) -> None:
        """Write what is on the board as a calendar."""
        self.say(self._save(self.dates()), trouble=False)


def boards(dates: Sequence[StatedDate]) -> list[Board]:
    """Return the dates film by film, the film with the earliest date first."""
    films: dict[str, list[StatedDate]] = {}
    for each in dates:
        films.setdefault(each.film or each.title, []).append(each)
    return [Board(film, tuple(stated)) for film, stated in films.items()]
