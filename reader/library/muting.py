"""The front desk's window for mutes: queries whose articles are read as they arrive."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from reader.clock import Clock
from reader.errors import UsageError
from reader.news import Mute
from reader.store.database import Database
from reader.store.waiting import pending

if TYPE_CHECKING:
    from reader.store.mutes import Lifted, Mutes


class MuteDesk:
    """What `Library` does for what the person would rather not see."""

    clock: Clock
    _db: Database

    @cached_property
    def _mutes(self) -> Mutes:
        from reader.store.mutes import Mutes

        return Mutes(self._db, self.clock)

    def mute(self, query: str, *, until: str | None = None) -> tuple[Mute, int]:
        """Mute a query until an ISO day or for good; one that is muted gets that date.

        Return it, and how many unread articles it marked at once; QueryError, UsageError.
        """
        from reader.store.days import today
        from reader.store.query import LONGEST, parse
        from reader.text.clean import one_line

        parse(query)  # as it was typed: the place of a mistake is there
        query = one_line(query, LONGEST)
        if not query:
            raise UsageError("An empty query would mute every article; `newsreel mute is:unread` says so.")
        if until is not None and until <= today(self.clock()):
            raise UsageError(f"{until} is not ahead any more, so nothing would be muted; give a later day.")
        return self._mutes.make(query, until)

    def mutes(self) -> list[Mute]:
        """Return the mutes, those whose day has come too, in the order they were made."""
        return self._mutes.all()

    def unmute(self, mute_id: int) -> tuple[Mute, int]:
        """End a mute; what it alone marked and nobody touched since is unread again; NotFoundError.

        Return it, and how many articles those are.
        """
        lifted = self.lift_mute(mute_id)
        return lifted.mute, lifted.unread

    def lift_mute(self, mute_id: int) -> Lifted:
        """End a mute as `unmute` does; return all that `restore_mute` needs. NotFoundError."""
        return self._mutes.end(mute_id)

    def restore_mute(self, lifted: Lifted) -> None:
        """Undo `lift_mute`: number, query, dates and what it had marked come back."""
        self._mutes.restore(lifted)

    def mute_arrived(self, stopped: Callable[[], bool] = lambda: False) -> None:
        """Mark read what is muted of what has just become searchable or was grouped, in short steps."""
        while pending(self._db, "unmuted") and not stopped():
            self._mutes.batch()
