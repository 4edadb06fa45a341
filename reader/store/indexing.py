"""The full-text index, built after the commit in small batches that never hold the file for long.

Triggers note what changed in `unindexed`; a batch reads eighty documents outside any transaction, writes
them in one, in row order, and merges a little of the index in another.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Sequence

import apsw
from msgspec import Struct

from reader.errors import StoreError
from reader.store.bodies import unpack_words
from reader.store.database import Database, Row, fetch

BATCH = 80
MERGE_PAGES = 128
TIE_BITS = 20
_TIES = (1 << TIE_BITS) - 1

# A saved copy is read only where its article is gone: the article may say more by now.
_READ = """
SELECT u.article_id, u.turn, s.sort, s.listed OR b.article_id IS NOT NULL,
       coalesce(a.title, b.title), coalesce(a.authors, b.authors), coalesce(a.categories, b.categories),
       coalesce(p.tree, t.tree, c.tree)
FROM unindexed u
LEFT JOIN status s ON s.id = u.article_id
LEFT JOIN article a ON a.id = s.id
LEFT JOIN page p ON p.article_id = a.id
LEFT JOIN body t ON t.article_id = a.id
LEFT JOIN bookmark b ON b.article_id = u.article_id AND b.removed_at IS NULL
LEFT JOIN bookmark_body c ON c.article_id = b.article_id
"""
_THESE = f"{_READ} WHERE u.article_id IN (SELECT value FROM json_each(?))"
_READ += "ORDER BY u.article_id DESC LIMIT ?"

_TURNS, _LEARNT, _FORGET = (
    f"{what} WHERE article_id IN (SELECT value FROM json_each(?)){returning}"
    for what, returning in (
        ("SELECT article_id, turn FROM unindexed", ""),
        ("DELETE FROM unindexed", ""),
        ("DELETE FROM document", " RETURNING id"),
    )
)
_TEACH = "INSERT INTO search (rowid, title, body, author, category) VALUES (?, ?, ?, ?, ?)"
_MERGE = "INSERT INTO search (search, rank) VALUES ('merge', ?)"

Words = Callable[[bytes], str]
"""The words of a stored tree: `reader.text` knows how, so the front desk hands it in."""


class _Entry(Struct, frozen=True):
    """One article as the index will hold it; no `texts` where it is to leave the index."""

    article_id: int
    turn: int
    sort: int
    texts: tuple[str, str, str, str] | None


class Index:
    """The full-text index of one library."""

    def __init__(self, db: Database, words: Words) -> None:
        self._db = db
        self._words = words

    def batch(self, only: Sequence[int] | None = None) -> bool:
        """Index a few articles, those or the newest, and tell whether more wait. Eighty take milliseconds."""
        rows = self._db.rows(_READ, (BATCH,)) if only is None else self._db.rows(_THESE, (json.dumps(only),))
        entries = sorted(map(self._entry, rows), key=_row_order)
        if not entries:
            return False
        with self._db.write() as connection:
            _save(connection, entries)
        with self._db.write() as connection:
            fetch(connection, _MERGE, (MERGE_PAGES,))
        return pending(self._db)

    def _entry(self, row: Row) -> _Entry:
        article_id, turn, sort, wanted, title, authors, categories, tree = row
        if not wanted or title is None or sort is None:
            return _Entry(article_id, turn, 0, None)
        body = self._body(tree) if tree else ""
        return _Entry(article_id, turn, sort, (title, body, _listed(authors), _listed(categories)))

    def _body(self, tree: bytes) -> str:
        """Return the words of a text; one damaged on the disk must not hold up all the others."""
        try:
            return self._words(tree)
        except StoreError:
            return ""


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


def _row_order(entry: _Entry) -> tuple[int, int]:
    return entry.sort, entry.article_id & _TIES


def _listed(items: str) -> str:
    """Return the items of a JSON list one per line, so that no phrase runs over two of them."""
    return "\n".join(unpack_words(items))


def _save(connection: apsw.Connection, entries: list[_Entry]) -> None:
    """Write what has not changed again since it was read; the rest waits for the next batch."""
    turns: dict[int, int] = dict(fetch(connection, _TURNS, (_ids(entries),)))
    done = [entry for entry in entries if turns.get(entry.article_id) == entry.turn]
    fetch(connection, _LEARNT, (_ids(done),))
    connection.executemany("DELETE FROM search WHERE rowid = ?", fetch(connection, _FORGET, (_ids(done),)))
    rows: dict[int, _Entry] = {}
    for entry in done:
        if entry.texts is not None:
            rows[_free_place(connection, entry, rows)] = entry
    places = ((place, entry.article_id) for place, entry in rows.items())
    connection.executemany("INSERT INTO document VALUES (?, ?)", places)
    texts = ((place, *entry.texts) for place, entry in rows.items() if entry.texts)
    connection.executemany(_TEACH, texts)


def _ids(entries: list[_Entry]) -> str:
    return json.dumps([entry.article_id for entry in entries])


def row_id(sort: int, article_id: int) -> int:
    """Return the index row an article of that time takes, unless it is taken."""
    return (sort << TIE_BITS) | (article_id & _TIES)


def _free_place(connection: apsw.Connection, entry: _Entry, given: Container[int]) -> int:
    """Return the row for an entry: within one second, in the order of ids wherever they allow it."""
    place = row_id(entry.sort, entry.article_id)
    while place in given or fetch(connection, "SELECT 1 FROM document WHERE id = ?", (place,)):
        place = row_id(entry.sort, place + 1)
    return place
