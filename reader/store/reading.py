"""How far articles were read, and the pictures of bookmarks."""

from __future__ import annotations

from reader.clock import Clock
from reader.store.bookmarks import PLACE
from reader.store.database import Database

_KEEP = """
INSERT INTO reading VALUES (?1, ?2, ?3) ON CONFLICT (article_id) DO UPDATE SET position = ?2, at = ?3
"""
_BARE = f"""
SELECT b.article_id FROM bookmark b LEFT JOIN bookmark_picture p ON p.article_id = b.article_id
     LEFT JOIN article a ON a.id = b.article_id
WHERE b.removed_at IS NULL AND p.article_id IS NULL AND ifnull(a.image, b.image) IS NOT NULL
ORDER BY {PLACE} DESC
"""
_SAVE = """
INSERT OR REPLACE INTO bookmark_picture
SELECT article_id, ?2, ?3 FROM bookmark WHERE article_id = ?1 AND removed_at IS NULL
"""


class Reading:
    """What goes with reading an article, and is not the article's own."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def position(self, article_id: int) -> int:
        """Return how far an article was read, in thousandths; 0 for one not begun."""
        found: int | None = self._db.value("SELECT position FROM reading WHERE article_id = ?", (article_id,))
        return found or 0

    def keep(self, article_id: int, position: int) -> None:
        """Note how far an article was read: the person's own word, so nothing else is let pass."""
        with self._db.write(durable=True) as write:
            if position:
                write.execute(_KEEP, (article_id, position, int(self._clock())))
            else:
                write.execute("DELETE FROM reading WHERE article_id = ?", (article_id,))

    def picture(self, article_id: int, url: str) -> bytes | None:
        """Return the picture kept with a bookmark."""
        sql = "SELECT picture FROM bookmark_picture WHERE article_id = ? AND url = ?"
        found: bytes | None = self._db.value(sql, (article_id, url))
        return found

    def save_picture(self, article_id: int, url: str, picture: bytes) -> None:
        """Keep a picture with a bookmark; without one, nothing is kept."""
        with self._db.write() as write:
            write.execute(_SAVE, (article_id, url, picture))

    def without_picture(self) -> list[int]:
        """Return bookmarks that name a picture and have none kept, the latest first."""
        return [row[0] for row in self._db.rows(_BARE)]
