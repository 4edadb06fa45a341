"""Searching: which articles a query matches, newest first, a page at a time.

Three ways to walk, each in the order of the list and each stopping once a page is full:
the full-text index (its rows are in date order), a list's own index, or the bookmarks, which are few.
A saved copy whose article is gone is found by the first and the last.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import merge
from itertools import islice

from msgspec import Struct

from reader.clock import Clock
from reader.model import Key, Sort, View
from reader.store import query
from reader.store.bookmarks import PLACE
from reader.store.conditions import Conditions, conditions
from reader.store.database import Database
from reader.store.days import midnight
from reader.store.values import as_json
from reader.store.views import Where

LAST = (1 << 63) - 1
"""No row of the index has so high a number."""

Bindings = tuple[int | str | bytes, ...]

_ARTICLE = "LEFT JOIN article a ON a.id = s.id"
_BOOKMARK = "LEFT JOIN bookmark b ON b.article_id = s.id AND b.removed_at IS NULL"
_DOCUMENT = "LEFT JOIN document d ON d.article_id = s.id"

_BY_WORDS = f"""FROM search CROSS JOIN document d ON d.id = search.rowid
    CROSS JOIN status s ON s.id = d.article_id {_ARTICLE} {_BOOKMARK}"""
_BY_LIST = f"FROM status s INDEXED BY {{index}} {_ARTICLE} {_BOOKMARK} {_DOCUMENT}"
_BY_BOOKMARK = f"FROM bookmark b CROSS JOIN status s ON s.id = b.article_id {_ARTICLE} {_DOCUMENT}"

_AMONG = f"FROM json_each(?) j CROSS JOIN status s ON s.id = j.value {_ARTICLE} {_BOOKMARK} {_DOCUMENT}"
_ROWS = "FROM document WHERE article_id IN (SELECT value FROM json_each(?))"
_BETWEEN = f"""d.id IN (
    SELECT rowid FROM search WHERE search MATCH ?
    AND rowid BETWEEN (SELECT min(id) {_ROWS}) AND (SELECT max(id) {_ROWS})
)"""
"""To ask for each row by itself takes twenty times as long; those of one time lie side by side."""

_HERE = "(s.listed = 1 OR b.article_id IS NOT NULL)"


class _Walk(Struct, frozen=True):
    """A way through the library: the columns that order it, where from, and what a row must be."""

    sort: str
    id: str
    source: str
    where: tuple[Where, ...]
    order: str = ""
    """What to order by where it is not (sort, id): one column that holds both."""

    def page(self, after: Key | None, limit: int, down: bool) -> tuple[str, Bindings]:
        """Return the SQL of one page and its values."""
        parts = [*self.where, *self._after(after, down)]
        way = "DESC" if down else "ASC"
        order = f"{self.order} {way}" if self.order else f"{self.sort} {way}, {self.id} {way}"
        where, values = _all(parts)
        sql = f"SELECT {self.sort}, {self.id} {self.source} WHERE {where} ORDER BY {order} LIMIT ?"
        return sql, (*values, limit)

    def _after(self, after: Key | None, down: bool) -> list[Where]:
        if after is None:
            return []
        if not self.order:
            sign = "<" if down else ">"
            return [Where(f"({self.sort}, {self.id}) {sign} (?, ?)", (after.sort, after.id))]
        beyond, sign, way, end = (">=", "<", "ASC", LAST) if down else ("<=", ">", "DESC", -1)
        first = f"""SELECT id FROM document WHERE (sort, article_id) {beyond} (?, ?)
            ORDER BY sort {way}, article_id {way} LIMIT 1"""
        return [Where(f"{self.order} {sign} coalesce(({first}), {end})", (after.sort, after.id))]


class Search:
    """Answers queries over one library."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def keys(
        self,
        view: View,
        *,
        after: Key | None = None,
        limit: int = 500,
        sort: Sort = "newest",
        live: bool = False,
    ) -> list[Key]:
        """Return the next keys of a list narrowed by its query; QueryError.

        `live`: the last word is still being typed and matches what it begins.
        """
        wanted = self._conditions(view, live=live)
        if sort == "relevance" and wanted.match is not None:
            return _page_after(self._best(view, wanted), after, limit)
        down = sort != "oldest"
        pages = [self._keys(*walk.page(after, limit, down)) for walk in self._walks(view, wanted)]
        in_order = merge(*pages, key=lambda key: (key.sort, key.id), reverse=down)
        return list(islice(in_order, limit))

    def count(self, view: View) -> int:
        """Return how many articles the narrowed list holds; QueryError."""
        total = 0
        for walk in self._walks(view, self._conditions(view)):
            where, values = _all(walk.where)
            total += self._db.value(f"SELECT count(*) {walk.source} WHERE {where}", values)
        return total

    def ids(self, view: View) -> list[int]:
        """Return every article of the narrowed list, in no order; QueryError."""
        found: list[int] = []
        for walk in self._walks(view, self._conditions(view)):
            where, values = _all(walk.where)
            found.extend(
                row[0] for row in self._db.rows(f"SELECT {walk.id} {walk.source} WHERE {where}", values)
            )
        return found

    def among(self, text: str, ids: Iterable[int]) -> list[int]:
        """Return which of these articles a query matches, whatever else there is; QueryError."""
        wanted, among = self._conditions(View("search", query=text)), as_json(list(ids))
        where = wanted.where()
        if wanted.match is not None:
            where += Where(_BETWEEN, (wanted.match, among, among))
        sql = f"SELECT s.id {_AMONG} WHERE {where.sql}"
        return [row[0] for row in self._db.rows(sql, (among, *where.bindings))]

    def _conditions(self, view: View, *, live: bool = False) -> Conditions:
        return conditions(query.parse(view.query, live=live), self._db, self._clock())

    def _keys(self, sql: str, values: Bindings) -> list[Key]:
        return [Key(*row) for row in self._db.rows(sql, values)]

    def _best(self, view: View, wanted: Conditions) -> list[Key]:
        """Return every match, the best first."""
        (walk,) = self._walks(view, wanted)
        where, values = _all(walk.where)
        order = f"ORDER BY search.rank, {walk.order} DESC"
        return self._keys(f"SELECT {walk.sort}, {walk.id} {walk.source} WHERE {where} {order}", values)

    # ------------------------------------------------------------ choosing the way

    def _walks(self, view: View, wanted: Conditions) -> list[_Walk]:
        """Return the ways to walk whose pages, merged, are the list."""
        where = wanted.where()
        if view.kind == "bookmarks":
            return [_saved(wanted, PLACE, "b.article_id", "INDEXED BY list_bookmarks")]
        if wanted.match is not None:
            return [self._words(view, wanted)]
        if wanted.bookmarked:
            here = _HERE if view.kind == "search" else "s.listed = 1"
            return [_saved(wanted, "s.sort", "s.id", "", Where(here), *self._of_view(view))]
        lists = [
            _Walk(
                "s.sort",
                "s.id",
                _BY_LIST.format(index=self._index(view, wanted)),
                (*self._of_list(view, wanted), where),
            )
        ]
        if view.kind == "search":
            lists.append(_saved(wanted, "s.sort", "s.id", "", Where("s.listed = 0"), *self._of_view(view)))
        return lists

    def _words(self, view: View, wanted: Conditions) -> _Walk:
        here = Where(_HERE if view.kind == "search" else "s.listed = 1")
        where = (Where("search MATCH ?", (wanted.match or "",)), here, *self._of_view(view), wanted.where())
        return _Walk("d.sort", "d.article_id", _BY_WORDS, where, "search.rowid")

    def _index(self, view: View, wanted: Conditions) -> str:
        feed = view.feed_id is not None or wanted.feed_id is not None
        folder = view.folder is not None or wanted.folder_id is not None
        unread = view.kind == "unread" or wanted.unread
        name = "list_feed" if feed else "list_folder" if folder else "list_all" if not unread else "list"
        return f"{name}_unread" if unread else name

    def _of_list(self, view: View, wanted: Conditions) -> Iterable[Where]:
        """Yield what the chosen index is for, in the words it was made with."""
        yield Where("s.listed = 1")
        if wanted.unread:
            yield Where("s.read = 0")
        if wanted.feed_id is not None:
            yield Where("s.feed_id = ?", (wanted.feed_id,))
        if wanted.folder_id is not None:
            yield Where("s.folder_id = ?", (wanted.folder_id,))
        yield from self._of_view(view)

    def _of_view(self, view: View) -> Iterable[Where]:
        """Yield what puts an article into the list, its query aside."""
        if view.kind == "unread":
            yield Where("s.read = 0")
        if view.kind == "today":
            yield Where("s.sort >= ?", (midnight(self._clock()),))
        if view.feed_id is not None:
            yield Where("s.feed_id = ?", (view.feed_id,))
        if view.folder is not None:
            yield Where("s.folder_id = (SELECT id FROM folder WHERE name = ?)", (view.folder,))


def _saved(wanted: Conditions, sort: str, id_: str, index: str, *more: Where) -> _Walk:
    """Return the way over bookmarks."""
    where = [Where("b.removed_at IS NULL"), *more, *wanted.rest]
    if wanted.match is not None:
        where.append(Where("d.id IN (SELECT rowid FROM search WHERE search MATCH ?)", (wanted.match,)))
    return _Walk(sort, id_, _BY_BOOKMARK.replace("bookmark b", f"bookmark b {index}"), tuple(where))


def _all(parts: Iterable[Where]) -> tuple[str, Bindings]:
    parts = tuple(parts)
    return " AND ".join(p.sql for p in parts), tuple(value for p in parts for value in p.bindings)


def _page_after(keys: list[Key], after: Key | None, limit: int) -> list[Key]:
    """Return the page that follows a key in a list too unordered to be cut by the database."""
    start = keys.index(after) + 1 if after in keys else 0
    return keys[start : start + limit]
