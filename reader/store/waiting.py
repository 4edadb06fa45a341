"""What a refresh left to be done after it: texts to be made, articles to be indexed."""

from __future__ import annotations

from reader.store.database import Database


def pending(db: Database, queue: str = "unindexed") -> bool:
    """Tell whether anything waits: to be indexed, or in `draft` for its text to be made."""
    return db.value(f"SELECT 1 FROM {queue} LIMIT 1") is not None


def middle(db: Database, many: int) -> int | None:
    """Return the id in the middle of those whose text is to be made; None where they are not so many."""
    if (db.value("SELECT sum(size) FROM draft") or 0) < many:
        return None
    # Each by itself: SQLite finds one of the two by the index, and both by reading every draft.
    ends = "(SELECT min(article_id) FROM draft) + (SELECT max(article_id) FROM draft)"
    return int(db.value(f"SELECT ({ends} + 1) / 2"))
