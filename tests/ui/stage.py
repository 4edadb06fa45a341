"""A bare app in Newsreel's own colours, to show one widget or one screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import ClassVar

from textual.app import App
from textual.pilot import Pilot
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


class Desk:
    """A stage, open, at which one dialog after another is asked."""

    def __init__(self, pilot: Pilot[None], app: Stage) -> None:
        self.pilot, self.app = pilot, app

    async def answer(self, screen: Screen, *keys: str) -> object:
        """What a screen answers to these keys; OPEN if it is still open, and closed then."""
        self.app.answers.clear()
        self.app.ask(screen)
        await self.pilot.pause()
        await self.pilot.press(*keys)
        await self.pilot.pause()
        if not self.app.answers:
            self.app.pop_screen()
            return OPEN
        return self.app.answers[0]

    async def text(self, screen: Screen, *keys: str) -> str:
        """What stands on the screen after these keys."""
        self.app.ask(screen)
        await self.pilot.pause()
        await self.pilot.press(*keys)
        await self.pilot.pause()
        await self.pilot.pause()
        text = shown(self.app)
        self.app.pop_screen()
        return text


OPEN = object()


@asynccontextmanager
async def desk(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Desk]:
    """Open a stage for dialogs."""
    app = Stage()
    async with app.run_test(size=size) as pilot:
        yield Desk(pilot, app)


def shown(app: App) -> str:
    """The characters on the screen, trailing blanks cut."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def article(**changes: object) -> Article:
    """An article of 10 October 2023, 09:12."""
    known = {"id": 1, "feed_id": 1, "feed_title": "The Backlot Reporter", "title": "Mann says Heat 2 is next"}
    times = {"url": "https://backlot.example/1", "first_seen": 1696929120, "published": 1696929120}
    return Article(**{**known, **times, **changes})  # type: ignore[arg-type]
