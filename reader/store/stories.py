"""Stories in the file as grouping reads and writes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import apsw
from msgspec import Struct

from reader.store.database import Database, Row, fetch
from reader.store.short_lists import pack_list, unpack_words

_WAITING = """
SELECT u.article_id, u.turn, f.title, a.title, a.summary, t.tree, a.categories,
       ifnull(a.published, s.first_seen), ifnull(a.url, ''), r.article_id IS NULL AND NOT u.learnt
FROM unfiled u JOIN article a ON a.id = u.article_id JOIN status s ON s.id = a.id
     JOIN feed f ON f.id = s.feed_id LEFT JOIN body t ON t.article_id = a.id
     LEFT JOIN report r ON r.article_id = a.id
WHERE u.article_id IN (
    SELECT u.article_id FROM unfiled u CROSS JOIN article a ON a.id = u.article_id
         CROSS JOIN status s ON s.id = a.id
    WHERE s.listed = 1 AND (?1 IS NULL OR u.article_id IN (SELECT value FROM json_each(?1)))
    ORDER BY ifnull(a.published, s.first_seen), s.feed_id, a.guid, a.id LIMIT ?2
) ORDER BY ifnull(a.published, s.first_seen), s.feed_id, a.guid, a.id
"""
_TEXTS = """
SELECT a.id, -1, f.title, a.title, a.summary, t.tree, a.categories, ifnull(a.published, s.first_seen),
       ifnull(a.url, ''), 0
FROM article a JOIN status s ON s.id = a.id JOIN feed f ON f.id = s.feed_id
     LEFT JOIN body t ON t.article_id = a.id
WHERE a.id IN (SELECT value FROM json_each(?))
"""
_RECENT = """
SELECT r.article_id, ifnull(l.story_id, r.story_id) FROM report r LEFT JOIN story_alias l ON l.id = r.story_id
WHERE r.story_id IN (SELECT story_id FROM report WHERE published BETWEEN ? AND ?)
"""
_SIZES = "SELECT id, reports FROM story WHERE id IN (SELECT value FROM json_each(?))"
_TURN = "SELECT turn FROM story_turn"
_REPORT = (
    "story_id", "published", "filed", "films", "mentioned", "people", "beat", "deciding", "rumour", "spoiler",
    "claim_date", "claim_place", "claim_from", "claim_words", "copy_of",
)  # fmt: skip
_SAVE = f"""
INSERT INTO report (article_id, {", ".join(_REPORT)}) VALUES (?{", ?" * len(_REPORT)})
ON CONFLICT (article_id) DO UPDATE SET
    {", ".join(f"{name} = excluded.{name}" for name in _REPORT if name != "filed")},
    filed = iif(excluded.filed = x'', filed, excluded.filed)
"""
_UNNAME = "DELETE FROM report_name WHERE article_id = ?"
_NAME = "INSERT OR IGNORE INTO report_name (article_id, kind, key) VALUES (?, ?, ?)"
_DONE = "DELETE FROM unfiled WHERE article_id = ? AND turn = ?"
_ADOPT = """UPDATE OR IGNORE story_title SET story_id = ?1
    WHERE article_id = ?2 AND story_id <> ?1"""
_STORY = ("first", "last", "head", "outlets", "reports", "films", "people", "beat")
_SAVE_STORY = f"""
INSERT INTO story (id, {", ".join(_STORY)}) VALUES (?{", ?" * len(_STORY)})
ON CONFLICT (id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _STORY)} RETURNING id
"""


class Waiting(Struct, frozen=True):
    """An article to be grouped, as it lies in the file. `new`: it never was before."""

    article_id: int
    turn: int
    outlet: str
    title: str
    summary: str
    tree: bytes | None
    categories: tuple[str, ...]
    published: int
    url: str
    new: bool


class Grouped(Struct, frozen=True):
    """What grouping found out about one article."""

    article_id: int
    turn: int
    published: int
    filed: bytes
    """Empty: as it was."""
    outlet: str
    films: tuple[str, ...]
    mentioned: tuple[str, ...]
    people: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    """(kind, folded key) of everything it names."""
    beat: str
    deciding: tuple[str, ...]
    rumour: tuple[str, ...]
    spoiler: tuple[str, ...]
    claim: tuple[str, str | None, str | None, str] | None
    copy_of: int | None
    saved: bool = False
    """Nothing of it has changed since it was saved, its story neither."""


class GroupedStory(Struct, frozen=True):
    """A story to be saved; without an id it is a new one."""

    story_id: int | None
    head: int
    films: tuple[str, ...]
    people: tuple[str, ...]
    beat: str
    reports: tuple[Grouped, ...]


class StoryShelf:
    """The tables of stories."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def waiting(self, limit: int, only: Iterable[int] | None = None) -> list[Waiting]:
        """The articles to be grouped, in the order grouping depends on: all, or of some."""
        among = None if only is None else json.dumps(sorted(only))
        return [_waiting(row) for row in self._db.rows(_WAITING, (among, limit))]

    def pass_over(self, waiting: Iterable[Waiting]) -> None:
        """Have articles wait no longer, though they are in no story; changed, they wait again."""
        with self._db.write() as write:
            write.executemany(_DONE, [(one.article_id, one.turn) for one in waiting])

    def texts(self, ids: Iterable[int]) -> list[Waiting]:
        """Articles grouped before, to be told again."""
        return [_waiting(row) for row in self._db.rows(_TEXTS, (json.dumps(sorted(ids)),))]

    def recent(self, first: int, last: int) -> dict[int, int]:
        """The story of every report of stories that were told between two times, whole stories at a time."""
        return {int(a): int(story) for a, story in self._db.rows(_RECENT, (first, last))}

    def filed(self, ids: Iterable[int]) -> dict[int, bytes]:
        """What was filed of reports."""
        sql = "SELECT article_id, filed FROM report WHERE article_id IN (SELECT value FROM json_each(?))"
        return {int(a): bytes(filed) for a, filed in self._db.rows(sql, (json.dumps(sorted(ids)),))}

    def sizes(self, ids: Iterable[int]) -> dict[int, int]:
        """How many reports each of these stories was saved with."""
        return {int(story): int(n) for story, n in self._db.rows(_SIZES, (json.dumps(sorted(ids)),))}

    def turn(self) -> int:
        """How often stories were saved."""
        return int(self._db.value(_TURN))

    def save(self, stories: Iterable[GroupedStory], aliases: dict[int, int], turn: int) -> bool:
        """Save some stories, and the ids that lead to them, in one short transaction.

        `turn`: that of the library the stories were made from; False, and nothing is saved, if it has passed.
        """
        with self._db.write() as write:
            if fetch(write, _TURN)[0][0] != turn:
                return False
            fetch(write, "UPDATE story_turn SET turn = turn + 1")
            for old, new in aliases.items():
                fetch(write, "UPDATE story_alias SET story_id = ? WHERE story_id = ?", (new, old))
                fetch(write, "INSERT OR REPLACE INTO story_alias VALUES (?, ?)", (old, new))
                fetch(write, "UPDATE OR IGNORE story_title SET story_id = ? WHERE story_id = ?", (new, old))
                fetch(write, "DELETE FROM story WHERE id = ?", (old,))
            _save(write, stories)
        return True

    def drop_gone(self) -> None:
        """Forget the queue of articles that are out of every list, and stories without reports."""
        with self._db.write() as write:
            fetch(
                write, "DELETE FROM unfiled WHERE article_id NOT IN (SELECT id FROM status WHERE listed = 1)"
            )
            fetch(write, "DELETE FROM story WHERE id NOT IN (SELECT story_id FROM report)")


def _waiting(row: Row) -> Waiting:
    article_id, turn, outlet, title, summary, tree, categories, published, url, new = row
    tags = unpack_words(categories)
    return Waiting(article_id, turn, outlet, title, summary, tree, tags, published, url, bool(new))


def _save(write: apsw.Connection, stories: Iterable[GroupedStory]) -> None:
    told: list[tuple[int, Grouped]] = []
    for story in stories:
        story_id = _save_story(write, story)
        told += [(story_id, report) for report in story.reports]
    _save_reports(write, [(story_id, report) for story_id, report in told if not report.saved])
    if fetch(write, "SELECT 1 FROM story_title LIMIT 1"):
        write.executemany(_ADOPT, [(story_id, report.article_id) for story_id, report in told])


def _save_story(write: apsw.Connection, story: GroupedStory) -> int:
    told = [report.published for report in story.reports]
    outlets = len({report.outlet for report in story.reports if report.copy_of is None})
    names = (pack_list(story.films), pack_list(story.people), story.beat)
    values = (story.story_id, min(told), max(told), story.head, outlets, len(story.reports), *names)
    return int(fetch(write, _SAVE_STORY, values)[0][0])


def _save_reports(write: apsw.Connection, told: Sequence[tuple[int, Grouped]]) -> None:
    reports = [report for _, report in told]
    write.executemany(_SAVE, [_row(story_id, report) for story_id, report in told])
    write.executemany(_UNNAME, [(report.article_id,) for report in reports])
    write.executemany(_NAME, [(report.article_id, *named) for report in reports for named in report.keys])
    write.executemany(_DONE, [(report.article_id, report.turn) for report in reports])


def _row(story_id: int, report: Grouped) -> tuple[apsw.SQLiteValue, ...]:
    lists = (report.films, report.mentioned, report.people)
    words = (report.deciding, report.rumour, report.spoiler)
    claim = report.claim or (None, None, None, None)
    return (
        report.article_id, story_id, report.published, report.filed, *map(pack_list, lists), report.beat,
        *map(pack_list, words), *claim, report.copy_of,
    )  # fmt: skip
