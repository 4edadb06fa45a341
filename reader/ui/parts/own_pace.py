"""How often one outlet is asked, where that is set for it alone: it stands in the settings file."""

from __future__ import annotations

from collections.abc import Callable

from reader.addresses import masked
from reader.config_writing import Change, change, take_back
from reader.errors import NewsreelError
from reader.model import Feed
from reader.paths import find
from reader.ui.parts.part import Part
from reader.ui.screens.main import MainScreen


class OwnPace(Part):
    """A change of it; both ways are gone on the writer's thread."""

    def __init__(self, screen: MainScreen, feed: Feed, minutes: int | None) -> None:
        super().__init__(screen)
        self._path, self._minutes = find().config_file, minutes
        self._keys = ("feeds", self._name(feed), "refresh_minutes")
        self._differs = minutes != screen.config.of(feed.id, feed.url).refresh_minutes
        self._done: list[Change] = []

    def _name(self, feed: Feed) -> str:
        """Return by what the file knows it: else its address, or its number where that has a password."""
        known = self.screen.config.feeds
        names = (str(feed.id), feed.url)
        fresh = feed.url if masked(feed.url) == feed.url else str(feed.id)
        return next((name for name in names if name in known), fresh)

    def write_with(self, others: Callable[[], object]) -> None:
        """Write it, if it is another than before, and the others of this change: all or none of them."""
        if self._differs:
            self._done.append(change(self._path, self._keys, self._minutes))
        try:
            others()
        except NewsreelError:
            self._put_back()
            raise

    def take_back_with(self, others: Callable[[], object]) -> None:
        """Have the file say what it said before, and take back the others."""
        self._put_back()
        others()

    def _put_back(self) -> None:
        if self._done:
            take_back(self._path, self._done.pop())
