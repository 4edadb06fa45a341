"""What is wrong with the library, if anything: for `newsreel doctor`."""

from __future__ import annotations

from reader.store.backup import faults_of
from reader.store.database import Database
from reader.store.faults import explained
from reader.store.genuine import strange
from reader.store.legible import illegible

# Each finds rows that the triggers should never let be.
_DRIFT = {
    "the counts of the feeds": """
        SELECT 1 FROM (SELECT feed_id, count(*) AS total, count(*) - sum(read) AS unread FROM status
                       WHERE listed = 1 GROUP BY feed_id) s
        LEFT JOIN feed_count c USING (feed_id)
        WHERE s.total IS NOT c.total OR s.unread IS NOT c.unread LIMIT 1
    """,
    "the counts of the days": """
        SELECT 1 FROM (SELECT sort / 900 AS slot, count(*) AS total, count(*) - sum(read) AS unread
                       FROM status WHERE listed = 1 GROUP BY 1) s
        LEFT JOIN slot_count c USING (slot)
        WHERE s.total IS NOT c.total OR s.unread IS NOT c.unread LIMIT 1
    """,
    "articles without a text": """
        SELECT 1 FROM article WHERE id NOT IN (SELECT article_id FROM body)
        AND NOT EXISTS (SELECT 1 FROM draft) LIMIT 1
    """,
    "listed articles that are gone": """
        SELECT 1 FROM status WHERE listed = 1 AND id NOT IN (SELECT id FROM article) LIMIT 1
    """,
}


def faults(db: Database) -> list[str]:
    """Return what is wrong, in a few words each; nothing for a sound library."""
    with explained(db.path):  # and no transaction: to end one fails where much is damaged
        connection = db.connection()
        found = faults_of(connection) or strange(connection)
        found = found or [f"texts in “{table}” that cannot be read" for table in illegible(connection)]
        return found or [what for what, sql in _DRIFT.items() if connection.execute(sql).get]
