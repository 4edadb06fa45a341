"""Tags and a note for a bookmark, and the quotes that were kept with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList

from reader.model import KeptQuote
from reader.ui.drawing import wrapped
from reader.ui.screens.dialog import Dialog, Picker, field, words


class Noted(NamedTuple):
    """What the person wrote: tags without their #, and a note or None; `dropped` are quotes let go of."""

    tags: tuple[str, ...]
    note: str | None
    dropped: tuple[str, ...] = ()


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
    """Edits the tags and the note of a bookmark; `known` are tags in use, shown as a reminder.

    Of the quotes kept with it, any can be marked to be removed; `hidden`: the guard keeps them from the eye.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("x,delete", "drop", show=False)]
    title_text = "Tags and note"
    hidden = False

    def __init__(
        self, title: str, tags: Sequence[str] = (), note: str | None = None, known: Sequence[str] = (),
        quotes: Sequence[KeptQuote] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self._quotes, self._dropped = quotes, set[int]()
        drop = (("x", "remove quote"),) if quotes else ()
        self.keys = (("Enter", "keep"), ("Tab", "next field"), *drop, ("Esc", "close"))
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
        if self._quotes:
            yield Label(words("Quotes"), classes="dialog--label")
            yield Picker(id="quotes")

    def on_mount(self) -> None:
        """Start at the tags."""
        self._before = self._said()
        for picker in self.query(Picker):
            picker.fill(self._drawn)
        self.query_one("#tags").focus()

    def _said(self) -> tuple[str, str]:
        return self.query_one("#tags", Input).value, self.query_one("#note", Input).value

    def _drawn(self, width: int) -> list[Content]:
        """Return the quotes, those to be removed crossed out."""
        return [self._row(at, each, width - 2) for at, each in enumerate(self._quotes)]

    def _row(self, at: int, quote: KeptQuote, width: int) -> Content:
        said = "hidden by the spoiler guard" if self.hidden else " ".join(quote.text.split())
        gone = at in self._dropped
        text = "\n  ".join(wrapped(said, width, 2))
        return words(("x " if gone else "  ", "bold"), (text, "strike dim" if gone else ""))

    def action_drop(self) -> None:
        """Mark the quote under the cursor to be removed, or no longer."""
        for picker in self.query(Picker):
            if picker.has_focus and (at := picker.highlighted) is not None:
                self._dropped ^= {at}
                picker.fill(self._drawn, at)
                self._written()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def keep(self) -> None:
        """Answer with what the fields say; one left as it was says what it did, to the letter."""
        tags, note = self._said()
        self.dismiss(
            Noted(
                tuple(self._tags) if tags == self._before[0] else parse_tags(tags, self._tags),
                self._note if note == self._before[1] else note.replace(LINE, "\n").strip() or None,
                tuple(self._quotes[at].text for at in sorted(self._dropped)),
            )
        )

    @on(Input.Changed)
    def _written(self) -> None:
        if self._warned:
            self._warned = False
            self.say("")

    def action_close(self) -> None:
        """Leave without a result; what was written is given up only when asked twice."""
        if self._warned or (self._said() == self._before and not self._dropped):
            self.dismiss(None)
        else:
            self._warned = True
            self.say("Enter keeps what you wrote; Esc once more gives it up.")
