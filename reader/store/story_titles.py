"""The titles that the person gives stories, in the place of a headline."""

from __future__ import annotations

import json
from collections.abc import Iterable

import apsw

from reader.store.database import Database, fetch

_ENTITLE = """INSERT INTO story_title (story_id, title, article_id)
    SELECT ?1, ?2, (SELECT article_id FROM report WHERE story_id = ?1 ORDER BY published, article_id)"""

# Another's may lie beside it, of a story that was merged into this one: the person wants none of them.
_UNTITLE = """DELETE FROM story_title WHERE story_id = ?1 OR ?2 = ''
    AND article_id IN (SELECT article_id FROM report WHERE story_id = ?1)"""
_STAY = """
UPDATE story_title SET article_id = first.article_id
FROM (SELECT story_id, article_id, min(published) FROM report
      WHERE article_id IN (SELECT value FROM json_each(?2)) GROUP BY story_id) first
WHERE story_title.article_id IN (SELECT value FROM json_each(?1)) AND story_title.story_id = first.story_id
      AND NOT EXISTS (
          SELECT 1 FROM story_pair JOIN json_each(?2) ON value IN (one, other)
          WHERE together AND story_title.article_id IN (one, other) AND value <> story_title.article_id
      )
"""


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
            fetch(write, _UNTITLE, (story_id, title))
            if title:
                fetch(write, _ENTITLE, (story_id, title))


def stay(write: apsw.Connection, gone: Iterable[int], rest: Iterable[int]) -> None:
    """Have a story's title stay with the rest of it when the report that it hangs on is taken out.

    One that came to the story with reports that the person had put there goes away with them.
    """
    fetch(write, _STAY, (json.dumps(sorted(gone)), json.dumps(sorted(rest))))
