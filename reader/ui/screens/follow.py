"""Following: what was recognised in an article, and how a name is followed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar, Literal, NamedTuple

from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList

from reader.news import Follow
from reader.ui.drawing import cut
from reader.ui.screens.dialog import Dialog, Picker, field, words


class Candidate(NamedTuple):
    """A name that may be followed; `follow` says how it is already, or would be."""

    follow: Follow
    followed: bool


class ChooseFollow(Dialog[tuple[Literal["follow", "edit"], Candidate] | None]):
    """Lists what was recognised: films, people, words of your own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", show=False),
        Binding("q,w", "close", show=False),
    ]
    title_text = "Follow"
    keys = (("Enter", "follow, or change"), ("e", "aliases, year, guard first"), ("Esc", "back"))

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        super().__init__()
        self._candidates = candidates

    def body(self) -> Iterable[Widget]:
        """Return the list."""
        yield Picker(id="names")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(Picker).fill(lambda width: [self._row(each, width) for each in self._candidates])
        self.query_one(Picker).focus()

    def _row(self, candidate: Candidate, width: int) -> Content:
        follow, _ = candidate
        kind = {"topic": "words"}.get(follow.kind, follow.kind)
        name = follow.name or "words of your own…"
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

    def __init__(self, follow: Follow, *, followed: bool) -> None:
        super().__init__()
        self._follow, self._followed = follow, followed
        self.title_text = f"How to follow {follow.name}" if follow.name else "Follow words of your own"
        more = (("ctrl+x", "follow no longer"),) if followed else ()
        self.keys = (("Enter", "save"), ("Tab", "next field"), *more, ("Esc", "back"))

    def body(self) -> Iterable[Widget]:
        """Return the fields."""
        follow = self._follow
        if not follow.name:
            yield from field("Words", name="name", placeholder="a name, a festival, any words")
        aliases, companions = "; ".join(follow.aliases), "; ".join(follow.companions)
        yield from field("Other names", aliases, name="aliases", placeholder="Heat II; Untitled Mann Project")
        if follow.kind == "film":
            yield from field("Year", str(follow.year or ""), name="year", placeholder="2026")
            yield from field("With", companions, name="companions", placeholder="people it goes with")
            yield from field("Spoilers", _guard(follow), name="guard", placeholder=GUARDS)

    def on_mount(self) -> None:
        """Start at the first field."""
        self.query(Input).first().focus()

    @on(Input.Submitted)
    def save(self) -> None:
        """Answer with what the fields say, or tell what is wrong with one."""
        said = {each.id or "": each.value.strip() for each in self.query(Input)}
        try:
            year = _year(said.get("year", ""))
            guard, seen = _guarding(said.get("guard", ""))
        except ValueError as error:
            self.say(str(error))
            return
        name = self._follow.name or said.get("name", "")
        if not name:
            self.say("There is nothing to follow yet: type a name or any words.")
            return
        self.dismiss(
            replace(
                self._follow,
                name=name,
                aliases=_names(said["aliases"]),
                companions=_names(said.get("companions", "")),
                year=year,
                guard=guard,
                seen=seen,
            )
        )

    def action_unfollow(self) -> None:
        """Answer that it is followed no longer; `U` brings it back."""
        if self._followed:
            self.dismiss("unfollow")


GUARDS = "show · hide · strict · until 2026-12-18 · seen"


def _guard(follow: Follow) -> str:
    if follow.seen:
        return "seen"
    known = {None: "show", "on": "hide", "strict": "strict"}
    return known.get(follow.guard) or f"until {follow.guard}"


def _guarding(text: str) -> tuple[str | None, bool]:
    """Read what the field says: (guard, seen)."""
    plain = text.casefold().removeprefix("until ").strip()
    plainly = {"": None, "show": None, "no": None, "hide": "on", "on": "on", "strict": "strict", "seen": None}
    if plain in plainly:
        return plainly[plain], plain == "seen"
    try:
        return date.fromisoformat(plain).isoformat(), False
    except ValueError:
        raise ValueError(
            f"“{text}” is not understood; write show, hide, strict, a day as 2026-12-18, or seen."
        ) from None


def _year(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1880 <= int(text) <= 2200):
        raise ValueError(f"“{text}” is no year of a film; write it as 2026, or nothing.")
    return int(text)


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(each.split()) for each in re.split("[;,]", text) if each.strip()))
