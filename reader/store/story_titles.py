"""The titles that the person gives stories, in the place of a headline."""

from __future__ import annotations

from reader.store.database import Database, fetch

_ENTITLE = """INSERT INTO story_title (story_id, title, article_id)
    SELECT ?1, ?2, (SELECT article_id FROM report WHERE story_id = ?1 ORDER BY published, article_id)"""


class StoryTitles:
    """The person's titles. On the disk before the answer."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, story_id: int) -> str:
        """Return the title the person gave a story, empty where it has its headline."""
        return str(self._db.value("SELECT title FROM story_title WHERE story_id = ?", (story_id,)) or "")

    def rename(self, story_id: int, title: str) -> None:
        """Keep the person's title for a story; an empty one gives the headline back."""
        with self._db.write(durable=True) as write:
            fetch(write, "DELETE FROM story_title WHERE story_id = ?", (story_id,))
            if title:
                fetch(write, _ENTITLE, (story_id, title))
