"""A bare app in Newsreel's own colours, to show one widget or one screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from reader.model import Article
from reader.paths import STYLES
from reader.ui.themes import NOIR


class Stage(App[None]):
    """Shows `widget`, or nothing; keeps what the screens pushed by `ask` answered."""

    CSS_PATH: ClassVar = [STYLES / f"{name}.tcss" for name in ("article", "dialogs", "welcome")]

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self.register_theme(NOIR)
        self.theme = "noir"
        self._widgets = widgets
        self.answers: list[object] = []

    def compose(self):
        yield from self._widgets

    def ask(self, screen: Screen) -> None:
        self.push_screen(screen, self.answers.append)


def shown(app: App) -> str:
    """The characters on the screen, trailing blanks cut."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def article(**changes: object) -> Article:
    """An article of 10 October 2023, 09:12."""
    known = {"id": 1, "feed_id": 1, "feed_title": "The Backlot Reporter", "title": "Mann says Heat 2 is next"}
    times = {"url": "https://backlot.example/1", "first_seen": 1696929120, "published": 1696929120}
    return Article(**{**known, **times, **changes})  # type: ignore[arg-type]
