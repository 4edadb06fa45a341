"""Letting go of old articles. What the person said of them stays: none ever comes back unread."""

from __future__ import annotations

import json

from reader.store.database import Database

DAY = 86_400
BATCH = 200

# By feed, newest first; an article counts from when it came, not only from the date it bears.
_OLD = """
SELECT id FROM (
    SELECT s.id, s.read, s.marked_at, max(s.sort, s.first_seen) AS since,
           row_number() OVER (PARTITION BY s.feed_id ORDER BY s.sort DESC, s.id DESC) AS place
    FROM status s JOIN article a ON a.id = s.id
)
WHERE place > ? AND since < ? AND (read = 1 OR marked_at IS NULL)
AND id NOT IN (SELECT article_id FROM bookmark WHERE removed_at IS NULL)
"""


def prune(db: Database, *, now: int, keep_days: int, keep_at_least: int) -> int:
    """Delete articles older than that, but of each feed keep the newest; return how many went.

    Bookmarked articles stay, and so do those the person marked unread.
    """
    old = [row[0] for row in db.rows(_OLD, (max(0, keep_at_least), now - keep_days * DAY))]
    for start in range(0, len(old), BATCH):
        ids = json.dumps(old[start : start + BATCH])
        with db.write() as write:
            # Said again: the person may have bookmarked or unread one in the meantime.
            kept = f"id IN (SELECT value FROM json_each(?)) AND id NOT IN ({_KEPT})"
            write.execute(f"UPDATE status SET listed = 0 WHERE {kept}", (ids,))
            write.execute(f"DELETE FROM article WHERE {kept}", (ids,))
    if old:
        with db.write() as write:
            write.execute("DELETE FROM story WHERE id NOT IN (SELECT story_id FROM report)")
    return len(old)


_KEPT = """
SELECT article_id FROM bookmark WHERE removed_at IS NULL
UNION ALL SELECT id FROM status WHERE read = 0 AND marked_at IS NOT NULL
"""
