"""Read marks: what the person said, on the disk before the answer."""

from __future__ import annotations

import json
from collections.abc import Iterable

from reader.clock import Clock
from reader.model import Key, View
from reader.store.database import Database, fetch
from reader.store.views import Where, condition

_MARK = "UPDATE status SET read = ?, marked_at = ? WHERE read <> ? AND "


class Marks:
    """Marking, one article or a whole list at a time, each in one transaction."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def mark(self, ids: Iterable[int], *, read: bool) -> list[int]:
        """Mark articles; return the ids that changed."""
        return self._apply(Where("id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)), read)

    def mark_view(self, view: View, *, read: bool, up_to: Key | None) -> list[int]:
        """Mark what a list held when `up_to` was the newest; return the ids that changed."""
        where = condition(view, int(self._clock()))
        if up_to is not None:
            where += Where("id <= ?", (up_to.id,))
        return self._apply(where, read)

    def _apply(self, where: Where, read: bool) -> list[int]:
        bindings = (read, int(self._clock()), read, *where.bindings)
        with self._db.write(durable=True) as write:
            return [row[0] for row in fetch(write, f"{_MARK}{where.sql} RETURNING id", bindings)]
