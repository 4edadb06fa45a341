"""The full-text index, built after the commit in small batches that never hold the file for long.

Triggers note what changed in `unindexed`; a batch reads eighty documents outside any transaction, and writes
them in one, in row order. Before the first, all that wait are given their rows, in the order of lists: so the
numbers of those rows are close together. The parts of the index that batches made are merged when all can be
searched.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

import apsw
from msgspec import Struct

from reader.errors import StoreError
from reader.store import ahead
from reader.store.database import Database, Row, fetch
from reader.store.places import Place, take
from reader.store.short_lists import unpack_words
from reader.store.waiting import pending

BATCH = 80
MERGE_PAGES = 96
UNMERGED = 2
"""Rows that FTS5 changes where it merged anything."""
MANY_PARTS = 96
"""Parts of the index from which on batches merge, too: of 500 FTS5 makes one at once, which takes long."""
PLACED = 500
"""Articles that are given their rows in one transaction."""
LET_GO = 500
"""Rows (of 4 kB) of the index of an older schema that are let go of with each batch."""

# A saved copy is read only where its article is gone: the article may say more by now.
_READ = """
SELECT u.article_id, u.turn, s.sort, s.listed OR b.article_id IS NOT NULL,
       coalesce(a.title, b.title), coalesce(a.authors, b.authors), coalesce(a.categories, b.categories),
       coalesce(p.tree, t.tree, c.tree), d.sort
FROM unindexed u
LEFT JOIN status s ON s.id = u.article_id
LEFT JOIN article a ON a.id = s.id
LEFT JOIN page p ON p.article_id = a.id
LEFT JOIN body t ON t.article_id = a.id
LEFT JOIN bookmark b ON b.article_id = u.article_id AND b.removed_at IS NULL
LEFT JOIN bookmark_body c ON c.article_id = b.article_id
LEFT JOIN document d ON d.article_id = u.article_id
"""
_THESE = f"{_READ} WHERE u.article_id IN (SELECT value FROM json_each(?))"
_READ += "ORDER BY u.article_id DESC LIMIT ?"

# Those whose text is still to be made will be indexed with the others.
_PLACELESS = """
SELECT s.sort, s.id FROM (
    SELECT article_id FROM unindexed UNION
    SELECT id FROM article WHERE id >= (SELECT min(article_id) FROM draft)
                             AND NOT EXISTS (SELECT 1 FROM body WHERE article_id = article.id)
) w
JOIN status s ON s.id = w.article_id
LEFT JOIN bookmark b ON b.article_id = s.id AND b.removed_at IS NULL
WHERE (s.listed = 1 OR b.article_id IS NOT NULL) AND s.id NOT IN (SELECT article_id FROM document)
ORDER BY s.sort, s.id
"""

_TURNS, _LEARNT, _HELD = (
    f"{what} WHERE article_id IN (SELECT value FROM json_each(?))"
    for what in (
        "SELECT article_id, turn FROM unindexed",
        "DELETE FROM unindexed",
        "SELECT article_id, id, sort FROM document",
    )
)
_LEAVE = "DELETE FROM document WHERE id = ?"
_UNLEARN = "DELETE FROM search WHERE rowid = ?"
_TEACH = "INSERT INTO search (rowid, body, title, author, category) VALUES (?, ?, ?, ?, ?)"
_PARTS = """
WITH RECURSIVE part (id) AS (
    SELECT min(segid) FROM search_idx UNION ALL
    SELECT (SELECT min(segid) FROM search_idx WHERE segid > id) FROM part WHERE id IS NOT NULL
)
SELECT count(id) FROM part
"""
_MERGE = "INSERT INTO search (search, rank) VALUES ('merge', ?)"

# What an index of an older schema was made of.
_BEFORE = "SELECT 1 FROM sqlite_schema WHERE name = 'search_before_data'"
_LET_GO = """
DELETE FROM search_before_data WHERE id IN (SELECT id FROM search_before_data ORDER BY id LIMIT ?) RETURNING 1
"""

Words = Callable[[bytes], str]
"""The words of a stored tree: `reader.text` knows how, so the front desk hands it in."""


class _Entry(Struct, frozen=True):
    """One article as the index will hold it; no `texts` where it is to leave the index."""

    article_id: int
    turn: int
    sort: int
    texts: tuple[str, str, str, str] | None
    placed: int | None = None
    """The date it stands in the index with, None where it has no row yet."""

    @property
    def place(self) -> Place:
        """Where it belongs."""
        return Place(self.sort, self.article_id)


class Index:
    """The full-text index of one library."""

    def __init__(self, db: Database, words: Words) -> None:
        self._db = db
        self._words = words

    def batch(self, only: Sequence[int] | None = None) -> bool:
        """Index a few articles, those or the newest, and tell whether more wait. Eighty take milliseconds."""
        rows = self._db.rows(_READ, (BATCH,)) if only is None else self._db.rows(_THESE, (json.dumps(only),))
        entries = sorted(map(self._entry, rows), key=lambda entry: entry.place)
        if not entries:
            return False
        if any(entry.texts and entry.placed is None for entry in entries):
            self._place_waiting()
        with self._db.write() as connection:
            _save(connection, entries)
        self._after_batch()
        return pending(self._db)

    def teach_ahead(self, words: Mapping[int, str]) -> None:
        """Index articles whose texts are not made yet by the words these will have."""
        if not _held(self._db.connection(), words):
            self._place_waiting()
        with self._db.write() as connection:
            entries = [_ahead(row, words[row[0]]) for row in ahead.teachable(connection, words)]
            _teach(connection, sorted(entries, key=lambda entry: entry.place))
            ahead.note(connection, {entry.article_id: words[entry.article_id] for entry in entries})
        self._after_batch()

    def _after_batch(self) -> None:
        if self._db.value(_PARTS) > MANY_PARTS:
            self.merge()
        self._let_go_of_before()

    def merge(self) -> bool:
        """Merge a little of the index, in milliseconds, and tell whether there may be more to merge."""
        with self._db.write() as connection:
            before = connection.total_changes()
            fetch(connection, _MERGE, (MERGE_PAGES,))
            return connection.total_changes() - before >= UNMERGED

    def _place_waiting(self) -> None:
        """Give a row to every article that waits for its text or the index; another process may, too."""
        waiting = [Place(*row) for row in self._db.rows(_PLACELESS)]
        for start in range(0, len(waiting), PLACED):
            with self._db.write() as connection:
                some = waiting[start : start + PLACED]
                held = _held(connection, [place.article_id for place in some])
                take(connection, [place for place in some if place.article_id not in held])

    def _let_go_of_before(self) -> None:
        """Free a little of the room that the index of an older schema takes."""
        if self._db.value(_BEFORE):
            with self._db.write() as connection:
                if fetch(connection, _BEFORE) and not fetch(connection, _LET_GO, (LET_GO,)):
                    fetch(connection, "DROP TABLE IF EXISTS search_before")
                    fetch(connection, "DROP TABLE IF EXISTS search_before_data")

    def _entry(self, row: Row) -> _Entry:
        article_id, turn, sort, wanted, title, authors, categories, tree, placed = row
        if not wanted or title is None or sort is None:
            return _Entry(article_id, turn, 0, None)
        body = self._body(tree) if tree else ""
        return _Entry(article_id, turn, sort, (body, title, _listed(authors), _listed(categories)), placed)

    def _body(self, tree: bytes) -> str:
        """Return the words of a text; one damaged on the disk must not hold up all the others."""
        try:
            return self._words(tree)
        except StoreError:
            return ""


def _ahead(row: Row, words: str) -> _Entry:
    article_id, sort, title, authors, categories = row
    return _Entry(article_id, 0, sort, (words, title, _listed(authors), _listed(categories)))


def _listed(items: str) -> str:
    """Return the items of a JSON list one per line, so that no phrase runs over two of them."""
    return "\n".join(unpack_words(items))


def _save(connection: apsw.Connection, entries: list[_Entry]) -> None:
    """Write what has not changed again since it was read; the rest waits for the next batch."""
    turns: dict[int, int] = dict(fetch(connection, _TURNS, (_ids(e.article_id for e in entries),)))
    done = [entry for entry in entries if turns.get(entry.article_id) == entry.turn]
    fetch(connection, _LEARNT, (_ids(e.article_id for e in done),))
    ahead.forget(connection, [entry.article_id for entry in done])
    _teach(connection, done)


def _teach(connection: apsw.Connection, done: list[_Entry]) -> None:
    """Put articles into the index, in place of what it has of them; or take them out."""
    held = _held(connection, [entry.article_id for entry in done])
    connection.executemany(_UNLEARN, ((row,) for row, _ in held.values()))
    staying = {e.article_id for e in done if e.texts and held.get(e.article_id, (0, None))[1] == e.sort}
    connection.executemany(_LEAVE, ((row,) for number, (row, _) in held.items() if number not in staying))
    take(connection, [e.place for e in done if e.texts and e.article_id not in staying])
    rows = _held(connection, [entry.article_id for entry in done])
    texts = ((rows[e.article_id][0], *e.texts) for e in done if e.texts)
    connection.executemany(_TEACH, texts)


def _held(connection: apsw.Connection, article_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return the rows that articles have, each with the date it was given for."""
    return {number: (row, sort) for number, row, sort in fetch(connection, _HELD, (_ids(article_ids),))}


def _ids(article_ids: Iterable[int]) -> str:
    return json.dumps(list(article_ids))
