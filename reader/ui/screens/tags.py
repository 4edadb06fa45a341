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


def parse_tags(text: str) -> tuple[str, ...]:
    """Return the tags in `text`, apart by spaces or commas, each once however it is written."""
    found = {tag.casefold(): tag for tag in reversed(re.split(r"[\s,]+", text.replace("#", " "))) if tag}
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

    def body(self) -> Iterable[Widget]:
        """Return the article's title and the two fields."""
        yield Label(words(self._title), classes="dialog--quiet")
        tags = " ".join(f"#{tag}" for tag in self._tags)
        yield from field("Tags", tags, name="tags", placeholder="#heat #casting")
        if self._known:
            yield Label(words("  ".join(f"#{tag}" for tag in self._known[:24])), classes="dialog--quiet")
        yield from field("Note", self._note or "", name="note", placeholder="why it is worth keeping")

    def on_mount(self) -> None:
        """Start at the tags."""
        self.query_one("#tags").focus()

    @on(Input.Submitted)
    def keep(self) -> None:
        """Answer with what the fields say."""
        note = self.query_one("#note", Input).value.strip()
        self.dismiss(Noted(parse_tags(self.query_one("#tags", Input).value), note or None))
