"""What the settings screen stands on: who changes the settings, and the rows they are chosen in."""

from __future__ import annotations

from typing import Any, Protocol

from textual import events

from reader.ui.screens.dialog import Picker
from reader.ui.screens.setting_rows import State


class Desk(Protocol):
    """Who knows the settings and changes them."""

    @property
    def trouble(self) -> str:
        """What is wrong with the file, in a sentence."""

    def state(self) -> State:
        """Return how the settings are now."""

    def change(self, key: str, value: Any) -> None:
        """Set one, None to its default. Raises UsageError, which says why, for a wrong value."""

    def type(self, key: str, text: str) -> None:
        """Set one to what was typed. Raises as `change` does."""

    def undo(self) -> str:
        """Take back the last change; return its key, empty where there is none."""

    def edit(self) -> None:
        """Open the file in the person's editor."""


class SettingRows(Picker):
    """Rows of which a first click takes the cursor, and a second changes what it is on."""

    def on_click(self, event: events.Click) -> None:
        """Take the cursor, unless it is here."""
        clicked = event.style.meta.get("option")
        if clicked is not None and clicked != self.highlighted:
            event.prevent_default()
            if not self.options[clicked].disabled:
                self.highlighted = clicked
