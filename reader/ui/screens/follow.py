"""Following: what was recognised in an article, and how a name is followed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import ClassVar, Literal

from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList

from reader.errors import NewsreelError
from reader.news import Follow
from reader.ui.candidates import Candidate
from reader.ui.drawing import cut
from reader.ui.screens.dialog import Dialog, Picker, field, words
from reader.ui.widgets.one_of import Answer, OneOf


class ChooseFollow(Dialog[tuple[Literal["follow", "edit"], Candidate] | None]):
    """Lists what was recognised: films, people, words of your own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", show=False),
        Binding("q,w", "close", show=False),
    ]
    title_text = "Follow"
    keys = (("Enter", "follow, or change"), ("e", "other names, spoiler guard"), ("Esc", "back"))

    def __init__(self, candidates: Sequence[Candidate], at: int = 0) -> None:
        super().__init__()
        self._candidates, self._at = candidates, at

    def body(self) -> Iterable[Widget]:
        """Return the list."""
        yield Picker(id="names")

    def on_mount(self) -> None:
        """Fill the list."""
        picker = self.query_one(Picker)
        picker.fill(lambda width: [self._row(each, width) for each in self._candidates], self._at)
        self.query_one(Picker).focus()

    def _row(self, candidate: Candidate, width: int) -> Content:
        follow, _ = candidate
        kind = {"topic": "words"}.get(follow.kind, follow.kind)
        name = follow.called or "words of your own…"
        state = "  followed" if candidate.followed else ""
        return words((f"{kind:<8}", "dim"), cut(name, width - 8 - len(state)), (state, "dim"))

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self._answer("follow")

    def action_edit(self) -> None:
        """Answer that the details come first."""
        self._answer("edit")

    def _answer(self, what: Literal["follow", "edit"]) -> None:
        if (at := self.query_one(Picker).highlighted) is not None:
            self.dismiss((what, self._candidates[at]))


class EditFollow(Dialog[Follow | Literal["unfollow"] | None]):
    """How a name is followed: other names, year, companions, guard."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+x", "unfollow", show=False, priority=True)]

    def __init__(self, follow: Follow, check: Callable[[Follow], object], *, followed: bool) -> None:
        """`check` raises NewsreelError for what cannot be followed so."""
        super().__init__()
        self._follow, self._check, self._followed = follow, check, followed
        self._shown: dict[str, str] = {}
        self.title_text = f"How to follow {follow.called}" if follow.name else "Follow words of your own"
        choose = (("Space", "choose"),) if follow.kind == "film" else ()
        more = (("ctrl+x", "follow no longer"),) if followed else ()
        self.keys = (("Enter", "save"), ("Tab", "next field"), *choose, *more, ("Esc", "back"))

    def body(self) -> Iterable[Widget]:
        """Return the fields."""
        follow = self._follow
        if follow.kind == "topic":
            yield from field("Words or query", follow.name, name="name", placeholder="a name, any words")
            yield from field("Called", follow.title or "", name="title", placeholder="a name of its own")
        aliases, companions = "; ".join(follow.aliases), "; ".join(follow.companions)
        yield from field("Other names", aliases, name="aliases", placeholder="other titles, separated by ;")
        if follow.kind == "film":
            yield from field("Year", str(follow.year or ""), name="year", placeholder="year")
            yield from field(
                "With", companions, name="companions", placeholder="people in or behind it, separated by ;"
            )
            yield from self._spoilers()

    def _spoilers(self) -> Iterable[Widget]:
        """Return the guard's field, and that of the day it may end."""
        chosen, day = _guard(self._follow)
        yield Label(words("Spoilers"), classes="dialog--label")
        yield OneOf(GUARDS, chosen, id="guard")
        yield Input(day, id="until", placeholder="year-month-day", compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Start at the first field."""
        self._shown = self._said()
        named = self._follow.kind == "topic" and bool(self._follow.name)
        self.query_one("#title" if named else "Input", Input).focus()
        self.ask_day()

    @on(OneOf.Changed)
    def ask_day(self) -> None:
        """Ask for a day where the guard is to end on one."""
        for day in self.query("#until"):
            day.display = self.query_one(OneOf).name_chosen == "until"
        self.say("")

    @on(Input.Submitted)
    @on(OneOf.Accepted)
    def save(self) -> None:
        """Answer with what the fields say, or tell what is wrong with one."""
        said = self._said()
        try:
            year = _year(said.get("year", ""))
            guard, seen = self._guarding(said.get("until", ""))
        except ValueError as error:
            self.say(str(error))
            return
        name = self._changed("name", self._follow.name)
        if not name:
            self.say("There is nothing to follow yet: type a name or any words.")
            return
        answer = replace(
            self._follow,
            name=name,
            title=self._changed("title", self._follow.title or "") or None,
            aliases=self._names("aliases", ";", self._follow.aliases),
            companions=self._names("companions", "[;,]", self._follow.companions),
            year=year,
            guard=guard,
            seen=seen,
        )
        try:
            self._check(answer)
        except NewsreelError as error:
            self.say(str(error))
            return
        self.dismiss(answer)

    def _said(self) -> dict[str, str]:
        return {each.id or "": each.value.strip() for each in self.query(Input)}

    def _changed(self, field: str, held: str) -> str:
        """Return what a field says; where there is none, or it was left as it was, what is held."""
        said = self._said().get(field)
        return held if said is None or said == self._shown.get(field) else said

    def _names(self, field: str, parted: str, held: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names in a field; where it was left as it was, those held. Titles have commas."""
        said = self._said().get(field, "")
        if said == self._shown.get(field, ""):
            return held
        return tuple(dict.fromkeys(" ".join(each.split()) for each in re.split(parted, said) if each.strip()))

    def _guarding(self, day: str) -> tuple[str | None, bool]:
        """Return what was chosen under Spoilers: (guard, seen)."""
        chosen = next((each.name_chosen for each in self.query(OneOf)), "show")
        if chosen == "until":
            return _day(day), False
        return {"hide": "on", "strict": "strict"}.get(chosen), chosen == "seen"

    def action_unfollow(self) -> None:
        """Answer that it is followed no longer; `U` brings it back."""
        if self._followed:
            self.dismiss("unfollow")


GUARDS = (
    Answer("show", "show", "Nothing of it is hidden."),
    Answer("hide", "hide", "Reviews and plot stay hidden until you choose “seen”."),
    Answer("strict", "strict", "All but dates and casting stays hidden until “seen”."),
    Answer("until", "until a day", "Reviews and plot stay hidden until this day:"),
    Answer("seen", "seen", "You have seen it: nothing is hidden any more."),
)
"""What the spoiler guard can be told, as `Guards` reads it."""


def _guard(follow: Follow) -> tuple[str, str]:
    """Return the answer that stands for a follow's guard, and the day it ends."""
    known = {None: "show", "on": "hide", "strict": "strict"}
    if follow.seen or follow.guard in known:
        return "seen" if follow.seen else known[follow.guard], ""
    return "until", follow.guard or ""


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"“{text}” is no day; write it as 2026-12-18.") from None


def _year(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1880 <= int(text) <= 2200):
        raise ValueError(f"“{text}” is no year of a film; write it as 2026, or nothing.")
    return int(text)
