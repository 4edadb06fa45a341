"""What every part of the main screen has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reader.ui.actions import BY_ID
from reader.ui.messages import Landed

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.ui.screens.main import MainScreen

Answer = TypeVar("Answer")


class Part:
    """Some of what the main screen can do. State that others need lives on the screen."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.library = screen.library

    def say(self, text: str, *, trouble: bool = False) -> None:
        """Say something in the status line."""
        self.screen.status.say(text, trouble=trouble)

    def later(self, then: Callable[[], object]) -> None:
        """Do something on the screen's thread, from whichever this is."""
        self.screen.post_message(Landed(then))

    def say_later(self, text: str, *, trouble: bool = False) -> None:
        """Say something in the status line, from whichever thread this is."""
        self.later(partial(self.say, text, trouble=trouble))

    def key(self, action_id: str) -> str:
        """Return the key of an action, for a sentence; of one without a key, how the palette finds it."""
        return next(iter(self.screen.keymap.keys(action_id)), f":{BY_ID[action_id].label}")

    def ask(self, dialog: Screen[Answer], then: Callable[[Answer | None], object]) -> None:
        """Show a dialog, and do what its answer asks for: what the library cannot do then is said."""
        self.screen.app.push_screen(dialog, lambda answer: self.screen.attempt(then, answer))
