"""The full-text index, built after the commit in small batches that never hold the file for long.

Triggers note what changed in `unindexed`; a batch reads ten documents outside any transaction, writes
them in one, in row order, and merges a little of the index in another.
"""

from __future__ import annotations

from collections.abc import Callable

import apsw
import msgspec
from msgspec import Struct

from reader.errors import StoreError
from reader.store.database import Database, Row, fetch
from reader.store.precedence import give_way

BATCH = 10
MERGE_PAGES = 16
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
ORDER BY u.article_id DESC LIMIT ?
"""

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

    def batch(self) -> bool:
        """Index a few articles, and tell whether more wait. Ten take a few milliseconds."""
        entries = sorted(map(self._entry, self._db.rows(_READ, (BATCH,))), key=_row_order)
        if not entries:
            return False
        give_way(self._db.path)
        with self._db.write() as connection:
            _save(connection, entries)
        give_way(self._db.path)
        with self._db.write() as connection:
            fetch(connection, "INSERT INTO search (search, rank) VALUES ('merge', ?)", (MERGE_PAGES,))
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


def pending(db: Database) -> bool:
    """Tell whether anything changed since it was last indexed."""
    return db.value("SELECT 1 FROM unindexed LIMIT 1") is not None


def unmade(db: Database) -> bool:
    """Tell whether any article waits for its text to be made."""
    return db.value("SELECT 1 FROM draft LIMIT 1") is not None


def _row_order(entry: _Entry) -> tuple[int, int]:
    return entry.sort, entry.article_id & _TIES


def _listed(json: str) -> str:
    """Return the items of a JSON list one per line, so that no phrase runs over two of them."""
    return "\n".join(msgspec.json.decode(json, type=list[str]))


def _save(connection: apsw.Connection, entries: list[_Entry]) -> None:
    """Write what has not changed again since it was read; the rest waits for the next batch."""
    done = []
    for entry in entries:
        sql = "DELETE FROM unindexed WHERE article_id = ? AND turn = ? RETURNING 1"
        if fetch(connection, sql, (entry.article_id, entry.turn)):
            _forget(connection, entry.article_id)
            done.append(entry)
    for entry in done:
        if entry.texts is not None:
            place = _free_place(connection, entry)
            fetch(connection, "INSERT INTO document VALUES (?, ?)", (place, entry.article_id))
            fetch(
                connection,
                "INSERT INTO search (rowid, title, body, author, category) VALUES (?, ?, ?, ?, ?)",
                (place, *entry.texts),
            )


def _forget(connection: apsw.Connection, article_id: int) -> None:
    sql = "DELETE FROM document WHERE article_id = ? RETURNING id"
    for (place,) in fetch(connection, sql, (article_id,)):
        fetch(connection, "DELETE FROM search WHERE rowid = ?", (place,))


def row_id(sort: int, article_id: int) -> int:
    """Return the index row an article of that time takes, unless it is taken."""
    return (sort << TIE_BITS) | (article_id & _TIES)


def _free_place(connection: apsw.Connection, entry: _Entry) -> int:
    """Return the row for an entry: within one second, in the order of ids wherever they allow it."""
    place = row_id(entry.sort, entry.article_id)
    while fetch(connection, "SELECT 1 FROM document WHERE id = ?", (place,)):
        place = row_id(entry.sort, place + 1)
    return place
