"""The pictures of the article on show: fetched when it stays open, painted beside the screen's thread."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.config import Config
from reader.paths import find
from reader.pictures.choosing import Mode
from reader.pictures.shelf import Shelf
from reader.ui.parts.part import Part
from reader.ui.pictures.fitting import Box
from reader.ui.pictures.gallery import NONE, Gallery
from reader.ui.pictures.terminal import Protocol, cell_size, protocol
from reader.ui.refresher import Refresher

if TYPE_CHECKING:
    from reader.ui.pictures.painting import Job, Painting
    from reader.ui.screens.main import MainScreen

PATIENCE = 0.3
"""Seconds an article must stay open before its pictures are asked for: leafing through asks for nothing."""


class Pictures(Part):
    """Sees to it that the pictures of the open article come, and are drawn."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        way = protocol(screen.config.images_protocol)
        self.gallery = Gallery(self.library, Shelf(find().images), mode="off", protocol=way, cell=cell_size())
        self.gallery.wanted = self._paint
        self.gallery.may_ask = self._may_ask
        self.gallery.freed = self._write
        screen.article_view.gallery = self.gallery
        self._child = Refresher(self._event, self._ended)
        self._timer: Timer | None = None
        self._article: int | None = None
        self._tried: set[str] = set()
        self._asked: set[str] = set()
        """What the process under way has yet to answer for."""

    def take_settings(self, config: Config) -> None:
        """Show pictures as the settings say now."""
        way = protocol(config.images_protocol)
        self.gallery.change(self._mode(config, way), way)

    def _mode(self, config: Config, way: Protocol) -> Mode:
        """Return which pictures to show: in half blocks none on a terminal that has no such shapes.

        Without colours none but in Sixel: half blocks are colours, and for Kitty a colour says which picture.
        """
        plain = self.screen.app.no_color and way != "sixel"
        return "off" if plain or (config.ascii and way == "half") else config.images

    def close(self) -> None:
        """End what is under way, and free what the terminal holds."""
        self._child.close()
        self.gallery.close()

    # ------------------------------------------------------------ fetching

    def opened(self) -> None:
        """Ask for what the open article lacks, if it is still open in a moment."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.screen.set_timer(PATIENCE, self._fetch) if self.gallery.unknown() else None

    def _may_ask(self) -> bool:
        return not self.screen.refreshing.offline_since

    def _fetch(self) -> None:
        view, unknown = self.screen.article_view, set(self.gallery.unknown())
        if view.article is None or self._child.running or not self._may_ask() or unknown <= self._tried:
            return
        if self.screen.pages.is_fetching(view.article.id):
            return
        self._article = view.article.id
        self._asked = unknown - self._tried
        self._tried |= unknown
        with suppress(OSError):  # no process to be had: there is no picture, and the text is there
            self._child.start(("--id", str(self._article), "--pictures", self.gallery.mode), command="pack")

    def _event(self, event: dict[str, object]) -> None:
        self.later(partial(self.take, event))

    def _ended(self, _trouble: str) -> None:
        self.later(self._end)

    def take(self, event: dict[str, object]) -> None:
        """Show a picture that came, or say why it did not."""
        match event:
            case {"event": "picture", "url": str(url), "width": int(width), "height": int(height)}:
                self._asked.discard(url)
                if width:
                    self.gallery.landed(url, (width, height))
                    self.screen.article_view.refresh()
                else:
                    self._lose(url, str(event.get("error") or ""))

    def _lose(self, url: str, why: str = "") -> None:
        """Give up on a picture, and on the room that was left for it."""
        self.gallery.landed(url, NONE, why)
        self.screen.article_view.close_up(url)

    def _end(self) -> None:
        """Give up on what did not come, and go on with the article that was opened meanwhile."""
        for url in self._asked:
            self._lose(url)
        self._asked = set()
        view = self.screen.article_view
        if view.article is None or view.article.id != self._article:
            self.opened()

    # ------------------------------------------------------------ painting

    def _paint(self, job: Job, key: tuple[str, Box]) -> None:
        self.screen.run_worker(partial(self._work, job, key), thread=True, exit_on_error=False)

    def _work(self, job: Job, key: tuple[str, Box]) -> None:
        from reader.ui.pictures.painting import paint

        painting: Painting | None = None
        with suppress(Exception):  # a file that was damaged on the disk: there is no picture then
            painting = paint(job)
        self.later(partial(self._painted, key, painting))

    def _painted(self, key: tuple[str, Box], painting: Painting | None) -> None:
        if painting is not None and painting.sent:
            self._write(painting.sent)
        self.gallery.painted(key, painting)
        if painting is None:
            self._lose(key[0], "its file is damaged")
        self.screen.article_view.refresh()

    def _write(self, commands: str) -> None:
        """Give the terminal what is no text, in turn with what the screen writes."""
        if (driver := self.screen.app._driver) is not None:
            driver.write(commands)
