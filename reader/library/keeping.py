"""The front desk's window for what keeps the library safe and small."""

from __future__ import annotations

from pathlib import Path

from reader.clock import Clock
from reader.store.database import Database


class KeepDesk:
    """What `Library` does for itself; imported when it is asked."""

    clock: Clock
    _db: Database

    def back_up(self) -> Path | None:
        """Copy the person's own data to `backups/`, once a day and where they said more since; else None."""
        from reader.store.daily import back_up

        return back_up(self._db, now=self.clock())

    def copy_to(self, target: Path) -> None:
        """Copy the whole library to a file, in use or not; what the file held before is gone then."""
        from reader.store.backup import copy_to
        from reader.store.faults import explained

        with explained(target):
            copy_to(self._db.connection(), target)

    def faults(self) -> list[str]:
        """Return what is wrong with the file, in a few words each; reads all of it."""
        from reader.store.checking import faults

        return faults(self._db)
