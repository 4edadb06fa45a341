"""Release dates on the screen: every one stated, each as its outlet states it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from reader.news import StatedDate
from reader.ui.parts.part import Part


class Dates(Part):
    """Shows them, and saves them as a calendar."""

    def show(self) -> None:
        """Show every release date stated."""
        from reader.ui.screens.releases import Releases

        followed = frozenset(each.name for each in self.screen.following.follows)
        screen = Releases(self._dates(), followed, self.library.today(), self._save)
        self.ask(screen, self._stated)

    def _dates(self) -> list[StatedDate]:
        """Return what is stated; what is of no film that was recognised goes by its headline."""
        dates = self.library.releases()
        hidden = self.library.guarded(each.article_id for each in dates if not each.film)
        return [
            replace(each, title=self.screen.guard.masked(hidden[each.article_id]))
            if each.article_id in hidden
            else each
            for each in dates
        ]

    def _stated(self, article_id: int | None) -> None:
        if article_id is not None:
            self.screen.read.show(article_id)

    def _save(self, dates: Sequence[StatedDate]) -> str:
        from reader.ui import saving

        moment = datetime.fromtimestamp(self.library.clock(), UTC)
        return saving.save_calendar(dates, moment)
