"""What every part of the main screen has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen


class Part:
    """Some of what the main screen can do. State that others need lives on the screen."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.library = screen.library

    def say(self, text: str, *, trouble: bool = False) -> None:
        """Say something in the status line."""
        self.screen.status.say(text, trouble=trouble)
