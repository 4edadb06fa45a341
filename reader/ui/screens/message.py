"""Something unexpected, said plainly: what, why, what to do."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from typing import ClassVar, Self

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Label

from reader.errors import NewsreelError
from reader.text.clean import drawable
from reader.ui.screens.dialog import Dialog, words


class MessageScreen(Dialog[None]):
    """Three sentences, and the details for who asks for them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q,space", "close", "close", show=False),
        Binding("c,y", "copy", "copy details", show=False),
    ]

    def __init__(self, what: str, why: str = "", todo: str = "", details: str = "") -> None:
        super().__init__()
        self.title_text = what
        self._why, self._todo = why, todo
        self.details = details
        self.keys = (("c", "copy details"), ("Esc", "close")) if details else (("Esc", "close"),)

    @classmethod
    def of(cls, error: BaseException) -> Self:
        """Return the screen for an error: its sentence if it is one of ours, else its trace to copy."""
        if isinstance(error, NewsreelError):
            return cls("That did not work", str(error))
        return cls(
            "Something went wrong inside Newsreel",
            drawable(f"{type(error).__name__}: {error}"[:300]),
            "Nothing that was saved is lost, and you can read on. "
            "To report it, copy the details and send them along.",
            "".join(traceback.format_exception(error)),
        )

    def body(self) -> Iterable[Widget]:
        """Return why, then what to do."""
        if self._why:
            yield Label(words(self._why), classes="dialog--text")
        if self._todo:
            yield Label(words(self._todo), classes="dialog--text dialog--quiet")

    def action_copy(self) -> None:
        """Copy the details to the clipboard (OSC 52)."""
        if self.details:
            self.app.copy_to_clipboard(self.details)
            self.say("Copied.", trouble=False)
