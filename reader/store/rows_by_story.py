"""Rows of a list by story: which articles tell the same news, and what one row says of all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from reader.model import Key
from reader.rowstory import RowStory
from reader.store.database import Database
from reader.store.folding import name_key
from reader.store.values import as_json

_STORIES = """
SELECT r.article_id, r.story_id
FROM json_each(?) j CROSS JOIN report r INDEXED BY report_member ON r.article_id = j.value
     JOIN story y ON y.id = r.story_id
WHERE y.reports > 1 AND (
    y.outlets > 1
    OR EXISTS (SELECT 1 FROM report c WHERE c.story_id = y.id AND c.copy_of IS NOT NULL)
    OR EXISTS (SELECT 1 FROM report m JOIN story_pair p ON p.one = m.article_id AND p.together = 1
               WHERE m.story_id = y.id)
)
"""
"""What one outlet alone reports stays several articles, but for copies and what the person put together."""
_HEADS = """
SELECT y.id, y.head, y.outlets, t.title FROM story y LEFT JOIN story_title t ON t.story_id = y.id
WHERE y.id IN (SELECT value FROM json_each(?))
"""
_MEMBERS = """
SELECT r.story_id, r.article_id, s.read, f.title, f.id
FROM json_each(?) j CROSS JOIN report r INDEXED BY report_story ON r.story_id = j.value
     JOIN status s ON s.id = r.article_id JOIN feed f ON f.id = s.feed_id
WHERE s.listed = 1 ORDER BY r.published, r.article_id
"""
_KEYS = """
SELECT s.sort, s.id FROM json_each(?) j CROSS JOIN report r INDEXED BY report_story ON r.story_id = j.value
     JOIN status s ON s.id = r.article_id
WHERE s.listed = 1 ORDER BY s.sort DESC, s.id DESC
"""
_UNREAD_KEYS = _KEYS.replace("s.listed = 1", "s.listed = 1 AND s.read = 0")
_MARK = """
SELECT (SELECT ifnull(max(article_id), 0) FROM report), (SELECT ifnull(max(id), 0) FROM story),
       (SELECT count(*) FROM story_pair), (SELECT count(*) FROM follow),
       (SELECT ifnull(sum(ifnull(looked_at, 0) + followed_at), 0) FROM follow),
       (SELECT group_concat(key || char(10) || ifnull(title, ''), char(10)) FROM follow WHERE kind = 'topic')
"""


class _Member(NamedTuple):
    """A report of a story."""

    article: int
    read: bool
    outlet: str
    feed: int


class RowsByStory:
    """Reading what lists fold. Every question is about a page of articles, never about all."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def stories(self, ids: Iterable[int]) -> dict[int, int]:
        """Return the story of each article that is not alone in its own."""
        return dict(self._db.rows(_STORIES, (as_json(list(ids)),)))

    def keys(self, story_ids: Iterable[int], *, unread: bool = False) -> list[Key]:
        """Return the places of every article of some stories, or of the unread ones, the newest first."""
        sql = _UNREAD_KEYS if unread else _KEYS
        return [Key(*row) for row in self._db.rows(sql, (as_json(sorted(story_ids)),))]

    def heads(self, story_ids: Iterable[int]) -> dict[int, int]:
        """Return the article whose headline stands for each story."""
        sql = "SELECT id, head FROM story WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._db.rows(sql, (as_json(sorted(story_ids)),)))

    def mark(self) -> tuple[int | str | None, ...]:
        """Return what changes with every report, every story and every follow."""
        row = self._db.row(_MARK)
        return tuple(row or ())

    def told(
        self, ids: Iterable[int], prefer: Sequence[str] = (), within: Collection[int] = ()
    ) -> dict[int, RowStory]:
        """Return what is told together with each article; those alone are left out.

        `prefer`: the outlets whose headline stands for a story, before the fullest report's.
        `within`: the feeds a list is of; a headline of theirs stands for a story, where there is one.
        """
        stories = self.stories(ids)
        wanted = as_json(sorted(set(stories.values())))
        members: dict[int, list[_Member]] = {}
        for story, article, read, outlet, feed in self._db.rows(_MEMBERS, (wanted,)):
            members.setdefault(story, []).append(_Member(article, bool(read), outlet, feed))
        told = {
            story: _row_story(
                story, _head(head, members[story], prefer, within), outlets, title, members[story]
            )
            for story, head, outlets, title in self._db.rows(_HEADS, (wanted,))
            if len(members.get(story, ())) > 1
        }
        return {article: told[story] for article, story in stories.items() if story in told}


def _row_story(
    story: int, head: int, outlets: int, title: str | None, members: Sequence[_Member]
) -> RowStory:
    return RowStory(
        id=story,
        head=head,
        title=title,
        outlets=min(outlets, len({each.outlet for each in members})),
        article_ids=tuple(each.article for each in members),
        unread_ids=tuple(each.article for each in members if not each.read),
    )


def _head(fullest: int, members: Sequence[_Member], prefer: Sequence[str], within: Collection[int]) -> int:
    """Return the article whose headline stands for the story."""
    members = [each for each in members if each.feed in within] or members
    by_outlet = {name_key(each.outlet): each.article for each in reversed(members)}
    chosen = next((by_outlet[name_key(each)] for each in prefer if name_key(each) in by_outlet), fullest)
    ids = [each.article for each in members]
    return chosen if chosen in ids else ids[0]
