"""Stories in the file: what grouping reads and writes, and what the person says of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import apsw
from msgspec import Struct

from reader.clock import Clock
from reader.errors import NotFoundError
from reader.store.bodies import pack_list, unpack_words
from reader.store.database import Database, Row, fetch

_WAITING = """
SELECT u.article_id, u.turn, f.title, a.title, a.summary, t.tree, a.categories,
       ifnull(a.published, s.first_seen), ifnull(a.url, ''), r.article_id IS NULL
FROM unfiled u JOIN article a ON a.id = u.article_id JOIN status s ON s.id = a.id
     JOIN feed f ON f.id = s.feed_id LEFT JOIN body t ON t.article_id = a.id
     LEFT JOIN report r ON r.article_id = a.id
WHERE s.listed = 1 ORDER BY ifnull(a.published, s.first_seen), s.feed_id, a.guid, a.id LIMIT ?
"""
_TEXTS = """
SELECT a.id, -1, f.title, a.title, a.summary, t.tree, a.categories, ifnull(a.published, s.first_seen),
       ifnull(a.url, ''), 0
FROM article a JOIN status s ON s.id = a.id JOIN feed f ON f.id = s.feed_id
     LEFT JOIN body t ON t.article_id = a.id
WHERE a.id IN (SELECT value FROM json_each(?))
"""
_RECENT = """
SELECT r.article_id, r.story_id, r.filed FROM report r
WHERE r.story_id IN (SELECT story_id FROM report WHERE published BETWEEN ? AND ?)
"""
_REPORT = (
    "story_id", "published", "filed", "films", "mentioned", "people", "beat", "deciding", "rumour", "spoiler",
    "claim_date", "claim_place", "claim_from", "claim_words", "copy_of",
)  # fmt: skip
_AGAIN = "INSERT INTO unfiled (article_id) VALUES (?) ON CONFLICT DO UPDATE SET turn = turn + 1"
_SAVE = f"""
INSERT INTO report (article_id, {", ".join(_REPORT)}) VALUES (?{", ?" * len(_REPORT)})
ON CONFLICT (article_id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _REPORT)}
"""
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
    outlet: str
    films: Sequence[str]
    mentioned: Sequence[str]
    people: Sequence[str]
    keys: Sequence[tuple[str, str]]
    """(kind, folded key) of everything it names."""
    beat: str
    deciding: Sequence[str]
    rumour: Sequence[str]
    spoiler: Sequence[str]
    claim: tuple[str, str | None, str | None, str] | None
    copy_of: int | None


class GroupedStory(Struct, frozen=True):
    """A story to be saved; without an id it is a new one."""

    story_id: int | None
    head: int
    films: Sequence[str]
    people: Sequence[str]
    beat: str
    reports: Sequence[Grouped]


class StoryShelf:
    """The tables of stories."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    # ------------------------------------------------------------ grouping

    def waiting(self, limit: int) -> list[Waiting]:
        """The articles not grouped yet, in the order grouping depends on."""
        return [_waiting(row) for row in self._db.rows(_WAITING, (limit,))]

    def texts(self, ids: Iterable[int]) -> list[Waiting]:
        """Articles grouped before, to be told again."""
        return [_waiting(row) for row in self._db.rows(_TEXTS, (json.dumps(sorted(ids)),))]

    def recent(self, first: int, last: int) -> list[tuple[int, int, bytes]]:
        """Every report, whole stories at a time, of stories that were told between two times."""
        return [(int(a), int(s), bytes(f)) for a, s, f in self._db.rows(_RECENT, (first, last))]

    def memory(self) -> bytes | None:
        """What grouping has learnt."""
        found: bytes | None = self._db.value("SELECT packed FROM story_memory")
        return found

    def remember(self, packed: bytes) -> None:
        """Keep what grouping has learnt."""
        with self._db.write() as write:
            fetch(write, "INSERT OR REPLACE INTO story_memory VALUES (1, ?)", (packed,))

    def pairs(self, *, together: bool) -> list[tuple[int, int]]:
        """The person's word on two articles each."""
        return [
            (int(a), int(b))
            for a, b in self._db.rows("SELECT one, other FROM story_pair WHERE together = ?", (together,))
        ]

    def save(self, stories: Iterable[GroupedStory], aliases: dict[int, int]) -> None:
        """Save some stories with all their reports, in one short transaction."""
        with self._db.write() as write:
            for old, new in aliases.items():
                fetch(write, "UPDATE story_alias SET story_id = ? WHERE story_id = ?", (new, old))
                fetch(write, "INSERT OR REPLACE INTO story_alias VALUES (?, ?)", (old, new))
                fetch(write, "UPDATE OR IGNORE story_title SET story_id = ? WHERE story_id = ?", (new, old))
                fetch(write, "DELETE FROM story WHERE id = ?", (old,))
            for story in stories:
                _save(write, story)

    def drop_gone(self) -> None:
        """Forget the queue of articles that are out of every list, and stories without reports."""
        with self._db.write() as write:
            fetch(
                write, "DELETE FROM unfiled WHERE article_id NOT IN (SELECT id FROM status WHERE listed = 1)"
            )
            fetch(write, "DELETE FROM story WHERE id NOT IN (SELECT story_id FROM report)")

    # ------------------------------------------------------------ the person's word

    def resolve(self, story_id: int) -> int:
        """The story an id leads to; NotFoundError."""
        found = self._db.value("SELECT story_id FROM story_alias WHERE id = ?", (story_id,)) or story_id
        if self._db.value("SELECT 1 FROM story WHERE id = ?", (found,)) is None:
            raise NotFoundError(f"There is no story {story_id}; `newsreel stories` shows the ids there are.")
        return int(found)

    def members(self, story_id: int) -> list[int]:
        """The articles of a story, oldest first."""
        rows = self._db.rows(
            "SELECT article_id FROM report WHERE story_id = ? ORDER BY published, article_id", (story_id,)
        )
        return [int(row[0]) for row in rows]

    def say(self, pairs: Iterable[tuple[int, int]], *, together: bool) -> None:
        """Keep the person's word on pairs of articles; the later word holds. They wait to be grouped anew."""
        now = int(self._clock())
        with self._db.write(durable=True) as write:
            for one, other in pairs:
                low, high = sorted((one, other))
                fetch(
                    write, "INSERT OR REPLACE INTO story_pair VALUES (?, ?, ?, ?)", (low, high, together, now)
                )
                for article in (low, high):
                    fetch(write, _AGAIN, (article,))

    def rename(self, story_id: int, title: str) -> None:
        """Keep the person's title for a story; an empty one gives the headline back."""
        with self._db.write(durable=True) as write:
            fetch(write, "DELETE FROM story_title WHERE story_id = ?", (story_id,))
            if title:
                fetch(write, "INSERT INTO story_title VALUES (?, ?)", (story_id, title))


def _waiting(row: Row) -> Waiting:
    article_id, turn, outlet, title, summary, tree, categories, published, url, new = row
    tags = unpack_words(categories)
    return Waiting(article_id, turn, outlet, title, summary, tree, tags, published, url, bool(new))


def _save(write: apsw.Connection, story: GroupedStory) -> None:
    told = [report.published for report in story.reports]
    outlets = len({report.outlet for report in story.reports if report.copy_of is None})
    times = (min(told), max(told))
    names = (pack_list(story.films), pack_list(story.people), story.beat)
    values = (story.story_id, *times, story.head, outlets, len(story.reports), *names)
    story_id = int(fetch(write, _SAVE_STORY, values)[0][0])
    for report in story.reports:
        _save_report(write, story_id, report)


def _save_report(write: apsw.Connection, story_id: int, report: Grouped) -> None:
    lists = (report.films, report.mentioned, report.people)
    words = (report.deciding, report.rumour, report.spoiler)
    claim = report.claim or (None, None, None, None)
    fetch(
        write, _SAVE,
        (report.article_id, story_id, report.published, report.filed, *map(pack_list, lists), report.beat,
         *map(pack_list, words), *claim, report.copy_of),
    )  # fmt: skip
    fetch(write, "DELETE FROM report_name WHERE article_id = ?", (report.article_id,))
    for kind, key in report.keys:
        fetch(write, "INSERT OR IGNORE INTO report_name VALUES (?, ?, ?)", (key, kind, report.article_id))
    fetch(write, "DELETE FROM unfiled WHERE article_id = ? AND turn = ?", (report.article_id, report.turn))
