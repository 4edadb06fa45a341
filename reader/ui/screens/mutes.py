"""What is muted, until when, and how much each mute has marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label

from reader.addresses import masked
from reader.news import Mute
from reader.ui.drawing import date, number, release_day, wrapped
from reader.ui.screens.dialog import Dialog, Picker, words

LINES = 3
"""Lines that a query may take."""


class Mutes(Dialog[Mute | None]):
    """Answers with a mute to lift. `how`: what to do where there is none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,delete", "lift", show=False),
        Binding("q,h,left", "close", show=False),
    ]
    title_text = "What is muted"

    def __init__(self, mutes: Sequence[Mute], today: str, how: str) -> None:
        super().__init__()
        self._today, self._how = today, how
        self._mutes = sorted(mutes, key=self._over)
        self.keys = ((("x", "lift"),) if mutes else ()) + (("Esc", "back"),)

    def body(self) -> Iterable[Widget]:
        """Return what muting is, and the list."""
        if self._mutes:
            yield Label("Read as it arrives, and hidden nowhere:", classes="dialog--quiet")
        yield Picker(id="mutes")

    def on_mount(self) -> None:
        """Fill the list, what is over last."""
        picker = self.query_one(Picker)
        picker.fill(lambda width: [self._row(each, width) for each in self._mutes])
        picker.focus()
        if not self._mutes:
            self.say(f"Nothing is muted. {self._how}", trouble=False)

    def _over(self, mute: Mute) -> bool:
        return mute.until is not None and mute.until <= self._today

    def _row(self, mute: Mute, width: int) -> Content:
        """Return the query, and below it when it ends and how much it has marked."""
        query = "\n".join(wrapped(masked(mute.query), width, LINES))
        facts = f"{self._ends(mute)} · {number(mute.muted)} marked read"
        since = f" · since {date(mute.since)}"
        facts += since if len(facts + since) <= width - 2 else ""
        return words((query, "dim" if self._over(mute) else ""), (f"\n  {facts}", "dim"))

    def _ends(self, mute: Mute) -> str:
        if mute.until is None:
            return "for good"
        day = release_day(mute.until)
        return f"over since {day}" if self._over(mute) else f"until {day}"

    def action_lift(self) -> None:
        """Answer with the mute under the cursor."""
        if (at := self.query_one(Picker).highlighted) is not None:
            self.dismiss(self._mutes[at])
