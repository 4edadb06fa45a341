"""Reports that only repeat what the person has read: copies, and those that say the same in other words.

What a mute marked was not read: nothing repeats it.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.store.database import Database, fetch
from reader.store.values import as_json

_READ_COPIES = """
SELECT c.id FROM report r INDEXED BY report_time JOIN status c ON c.id = r.article_id
     JOIN status o ON o.id = r.copy_of
WHERE r.published >= ? AND c.read = 0 AND c.marked_at IS NULL AND c.listed = 1 AND o.read = 1
AND o.id NOT IN (SELECT article_id FROM muted)
"""
_SINCE_READ = """
SELECT r.story_id, r.article_id FROM report r INDEXED BY report_time JOIN status s ON s.id = r.article_id
WHERE r.published >= ? AND s.read = 0 AND s.marked_at IS NULL AND s.listed = 1 AND EXISTS (
    SELECT 1 FROM report m JOIN status t ON t.id = m.article_id
    WHERE m.story_id = r.story_id AND t.read = 1 AND t.marked_at <= s.first_seen
    AND t.id NOT IN (SELECT article_id FROM muted))
"""


class Echoes:
    """Marks them read, but for what the person marked."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def read_copies(self, since: int) -> None:
        """Mark later copies of texts that were read: they hold nothing new. What the person marked stays."""
        copies = [row[0] for row in self._db.rows(_READ_COPIES, (since,))]
        if copies:
            self.read(copies)

    def read(self, ids: Iterable[int]) -> None:
        """Mark articles read that say nothing new; what the person marked stays."""
        chosen = "marked_at IS NULL AND id IN (SELECT value FROM json_each(?))"
        with self._db.write() as write:
            fetch(write, f"UPDATE status SET read = 1 WHERE {chosen}", (as_json(list(ids)),))

    def since_read(self, since: int) -> dict[int, set[int]]:
        """Return the unread reports, by story, that came after the person had read others of it."""
        found: dict[int, set[int]] = {}
        for story, article in self._db.rows(_SINCE_READ, (since,)):
            found.setdefault(int(story), set()).add(int(article))
        return found
