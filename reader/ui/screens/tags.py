"""Tags and a note for a bookmark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Label

from reader.ui.screens.dialog import Dialog, field, words


class Noted(NamedTuple):
    """What the person wrote: tags without their #, and a note or None."""

    tags: tuple[str, ...]
    note: str | None


LINE = "⏎"
"""Ends a line of a note where it is edited: the field has but one."""


def parse_tags(text: str, held: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the tags in `text`, apart by spaces or commas, each once however it is written.

    `held`: tags that may have spaces or commas of their own; they stay whole where they are still written so.
    """
    whole = "|".join(re.escape(f"#{tag}") for tag in sorted(held, key=len, reverse=True))
    parts = re.findall(rf"(?:{whole})(?![^\s,#])|[^\s,#]+" if held else r"[^\s,#]+", text)
    found = {tag.casefold(): tag for tag in (part.removeprefix("#") for part in reversed(parts))}
    return tuple(reversed(found.values()))


class Tags(Dialog[Noted | None]):
    """Edits the tags and the note of a bookmark; `known` are tags in use, shown as a reminder."""

    title_text = "Tags and note"
    keys = (("Enter", "keep"), ("Tab", "next field"), ("Esc", "close"))

    def __init__(
        self, title: str, tags: Sequence[str] = (), note: str | None = None, known: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._title, self._tags, self._note, self._known = title, tags, note, known
        self._before: tuple[str, str] = ("", "")
        self._warned = False

    def body(self) -> Iterable[Widget]:
        """Return the article's title and the two fields."""
        yield Label(words(self._title), classes="dialog--quiet")
        tags = " ".join(f"#{tag}" for tag in self._tags)
        yield from field("Tags", tags, name="tags", placeholder="#heat #casting")
        if self._known:
            yield Label(words("  ".join(f"#{tag}" for tag in self._known[:24])), classes="dialog--quiet")
        yield from field(
            "Note", (self._note or "").replace("\n", LINE), name="note", placeholder="why it is worth keeping"
        )

    def on_mount(self) -> None:
        """Start at the tags."""
        self._before = self._said()
        self.query_one("#tags").focus()

    def _said(self) -> tuple[str, str]:
        return self.query_one("#tags", Input).value, self.query_one("#note", Input).value

    @on(Input.Submitted)
    def keep(self) -> None:
        """Answer with what the fields say; one left as it was says what it did, to the letter."""
        tags, note = self._said()
        self.dismiss(
            Noted(
                tuple(self._tags) if tags == self._before[0] else parse_tags(tags, self._tags),
                self._note if note == self._before[1] else note.replace(LINE, "\n").strip() or None,
            )
        )

    @on(Input.Changed)
    def _written(self) -> None:
        if self._warned:
            self._warned = False
            self.say("")

    def action_close(self) -> None:
        """Leave without a result; what was written is given up only when asked twice."""
        if self._warned or self._said() == self._before:
            self.dismiss(None)
        else:
            self._warned = True
            self.say("Enter keeps what you wrote; Esc once more gives it up.")
