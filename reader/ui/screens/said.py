"""What the status line said, whole, the latest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader.ui.screens.dialog import Dialog, words


class Said(Dialog[None]):
    """Sentences to read again, and to copy."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter", "close", "close", show=False),
        Binding("y,c", "copy", "copy", show=False),
    ]
    title_text = "What was said"
    keys = (("y", "copy the latest"), ("↑ ↓", "scroll"), ("Esc", "close"))

    def __init__(self, said: Sequence[str]) -> None:
        super().__init__()
        self._said = list(said)

    def body(self) -> Iterable[Widget]:
        """Return the sentences, in a box that scrolls."""
        text = Content("\n\n").join(words(sentence) for sentence in self._said)
        yield VerticalScroll(Static(text or Content("Nothing yet."), markup=False), id="said")

    def action_copy(self) -> None:
        """Copy the latest sentence (OSC 52)."""
        if self._said:
            self.app.copy_to_clipboard(self._said[0])
            self.say("Copied.", trouble=False)
