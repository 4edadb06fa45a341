"""One line to type."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from reader.ui.screens.dialog import Dialog, field


class Prompt(Dialog[str | None]):
    """Asks for one line of text; empty is an answer too."""

    def __init__(self, title: str, value: str = "", placeholder: str = "", *, label: str = "Command") -> None:
        super().__init__()
        self.title_text, self._label = title, label
        self._value, self._placeholder = value, placeholder

    def body(self) -> Iterable[Widget]:
        """Return the input."""
        yield from field(self._label, self._value, name="line", placeholder=self._placeholder)

    def on_mount(self) -> None:
        """Start typing."""
        self.query_one("#line").focus()

    @on(Input.Submitted)
    def accept(self, event: Input.Submitted) -> None:
        """Answer with the line."""
        self.dismiss(event.value.strip())
