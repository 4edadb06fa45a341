"""Whole articles: fetched from their pages, packed for a journey; and what they play."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.ui.parts.part import Part
from reader.ui.refresher import Refresher

if TYPE_CHECKING:
    from reader.ui.screens.files import FileChoice
    from reader.ui.screens.main import MainScreen

BAR = 10
"""Cells of the bar that shows how much is packed."""


class Pages(Part):
    """What is had from the web besides the feeds."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self._child = Refresher(self._event, self._ended)
        self._total = self._done = self._pictures = 0
        self._one: int | None = None
        self._waiting: list[int] = []
        """Articles whose pages were asked for while others were being fetched, in that order."""

    def is_fetching(self, article_id: int) -> bool:
        """Tell whether the page of this one article is being fetched, its picture with it."""
        return self._child.running and self._one == article_id

    def close(self) -> None:
        """End what is under way, at the latest within a second."""
        self._waiting.clear()
        self._child.close()

    # ------------------------------------------------------------ fetching

    def full_text(self) -> None:
        """Fetch the page of the article in hand."""
        if (article_id := self.screen.hand.article()) is not None:
            self._fetch(article_id)

    def pack(self) -> None:
        """Fetch what the bookmarks and the newest unread lack."""
        self._start(one=None)

    def _fetch(self, article_id: int) -> None:
        if self._child.running and article_id not in (self._one, *self._waiting):
            self._waiting.append(article_id)
            self.say("This page comes after those that are being fetched.")
        else:
            self._start("--id", str(article_id), one=article_id)

    def _start(self, *args: str, one: int | None) -> None:
        if self._child.running:
            self.say("Pages are being fetched already.")
            return
        self._total = self._done = self._pictures = 0
        self._one = one
        try:
            self._child.start(args, command="pack")
        except OSError as error:
            self.say(f"The page could not be asked for ({error}); try again.", trouble=True)
            return
        self.screen.status.show(progress="fetching the page" if one is not None else "packing")

    def _event(self, event: dict[str, object]) -> None:
        self.later(partial(self.take, event))

    def _ended(self, trouble: str) -> None:
        self.later(partial(self._end, trouble))

    def take(self, event: dict[str, object]) -> None:
        """Tell an event."""
        match event:
            case {"event": "start", "missing": int(total)}:
                self._total = total
            case {"event": "page", "article_id": int(article_id)}:
                self._done += 1
                self._landed(article_id, event.get("error"))
            case {"event": "picture"}:
                self._pictures += 1
                self.screen.pictures.take(event)
            case {"event": "done", "readable": int(readable), "missing": dict(missing), "why": dict(why)}:
                if self._one is None:
                    from reader.refresh.packing import report

                    self.say(report(readable, Counter(missing), why))
        if self._child.running and self._one is None and self._done < self._total:
            self.screen.status.show(progress=f"packing {_bar(self._done, self._total)}")
        elif self._child.running and self._one is None and self._pictures:
            self.screen.status.show(progress=f"packing pictures, {self._pictures} so far")

    def _landed(self, article_id: int, error: object) -> None:
        """Show the text that came, or say why none did."""
        view = self.screen.article_view
        if view.article is not None and view.article.id == article_id:
            self.screen.guard.show(article_id)
        if article_id not in (self._one, *self._waiting):
            return
        self._waiting = [each for each in self._waiting if each != article_id]  # it came along in a packing
        if isinstance(error, str):
            self.say(error, trouble=True)
        else:
            self.say("The whole article is here, offline too.")

    def _end(self, trouble: str) -> None:
        self.screen.status.show(progress="")
        if trouble:
            self.say(trouble, trouble=True)
        self.screen.numbers.take()
        self.screen.pictures.opened()
        if self._waiting:
            self._fetch(self._waiting.pop(0))

    # ------------------------------------------------------------ playing

    def play(self) -> None:
        """Play what comes with the article in hand; where that are several files, ask which."""
        from reader.ui.playing import files

        article_id = self.screen.hand.article()
        if article_id is None or self.screen.guard.refuses(article_id):
            return
        found = files(self.library.article(article_id), self.library.document(article_id))
        plays = [each for each in found if each.plays]
        if not found:
            self.say("Nothing to play here: no file and no trailer.")
        elif len(plays) == 1:
            self._play(plays[0].url)
        else:
            from reader.ui.screens.files import Files

            self.ask(Files(found), self._chosen)

    def _chosen(self, choice: FileChoice | None) -> None:
        if choice is None:
            return
        ways = {"play": self._play, "open": self.screen.link.browse, "copy": self.screen.link.copy}
        ways[choice.what](choice.url)

    def _play(self, url: str) -> None:
        """Play what is at an address; where there is no player, a browser does."""
        from reader.ui.playing import player

        if self.screen.app.is_web or (command := player(url, self.screen.config.player)) is None:
            self.screen.link.browse(url)
        else:
            self._run(command, url)

    def _run(self, command: list[str], url: str) -> None:
        from reader.ui.aside import aside
        from reader.ui.browser import Browser, launch

        try:
            if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
                launch(Browser(command, console=False))
                self.say(f"Playing {url}")
            else:
                with aside(self.screen.app):
                    subprocess.run(command, check=False)
        except (OSError, SuspendNotSupported) as error:
            self.say(f"{command[0]} did not start ({error}); o opens the article.", trouble=True)


def _bar(done: int, total: int) -> str:
    filled = BAR * done // max(1, total)
    return f"{'━' * filled}{'─' * (BAR - filled)} {done}/{total}"
