"""Lists: pages of keys from an index each, and the counts beside them."""

from __future__ import annotations

from reader.clock import Clock
from reader.model import Counts, Key, Sort, View
from reader.store.bookmarks import PLACE
from reader.store.database import Database
from reader.store.days import midnight
from reader.store.values import LAST
from reader.store.views import Where, condition, index

_BOOKMARKS = f"SELECT {PLACE}, article_id FROM bookmark INDEXED BY list_bookmarks WHERE removed_at IS NULL"
_TODAY = "SELECT ifnull(sum({}), 0) FROM slot_count WHERE slot >= ?"


class Lists:
    """Every list of the library."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def keys(self, view: View, *, after: Key | None, limit: int, sort: Sort) -> list[Key]:
        """Return the next keys after `after`."""
        sql, bindings = self.page(view, after=after, limit=limit, sort=sort)
        return [Key(*row) for row in self._db.rows(sql, bindings)]

    def page(
        self, view: View, *, after: Key | None, limit: int, sort: Sort
    ) -> tuple[str, tuple[int | str | bytes, ...]]:
        """Return the query for one page."""
        down = sort != "oldest"
        if view.kind == "bookmarks":
            select, where, order = _BOOKMARKS, Where("1"), (PLACE, "article_id")
        else:
            where, order = condition(view, int(self._clock())), ("sort", "id")
            select = f"SELECT sort, id FROM status INDEXED BY {index(view)} WHERE 1"
        if after is not None:
            where += Where(f"({', '.join(order)}) {'<' if down else '>'} (?, ?)", (after.sort, after.id))
        way = " DESC" if down else ""
        tail = f"ORDER BY {order[0]}{way}, {order[1]}{way} LIMIT ?"
        return f"{select} AND {where.sql} {tail}", (*where.bindings, limit)

    def newest(self) -> Key:
        """Return a key above every article saved so far, and below none saved later."""
        return Key(LAST, self._db.value("SELECT ifnull(max(id), 0) FROM status"))

    def count(self, view: View) -> int:
        """Return how many articles a list holds, from the kept counts where there are some."""
        if view.kind == "bookmarks":
            return self._number("SELECT count(*) FROM bookmark WHERE removed_at IS NULL")
        if view.kind == "today":
            return self._today(view)
        column = "unread" if view.kind == "unread" else "total"
        if view.feed_id is not None:
            return self._number(f"SELECT sum({column}) FROM feed_count WHERE feed_id = ?", view.feed_id)
        if view.folder is not None:
            return self._number(
                f"SELECT sum({column}) FROM folder JOIN feed ON folder_id = folder.id "
                "JOIN feed_count ON feed_id = feed.id WHERE folder.name = ?",
                view.folder,
            )
        return self._number(f"SELECT sum({column}) FROM feed_count")

    def counts(self) -> Counts:
        """Return the numbers of the sidebar. Today's is its unread ones."""
        with self._db.reading():
            rows = self._db.rows(
                "SELECT feed.id, folder.name, total, unread, feed_count.full_text FROM feed "
                "JOIN feed_count ON feed_id = feed.id LEFT JOIN folder ON folder.id = folder_id "
                "WHERE removed_at IS NULL"
            )
            today = self._number(_TODAY.format("unread"), midnight(self._clock()) // 900)
            bookmarks = self.count(View("bookmarks"))
        folders: dict[str, int] = {}
        for _, folder, _, unread, _ in rows:
            if folder is not None:
                folders[folder] = folders.get(folder, 0) + unread
        return Counts(
            today=today,
            unread=sum(row[3] for row in rows),
            total=sum(row[2] for row in rows),
            bookmarks=bookmarks,
            full_text=sum(row[4] for row in rows),
            feeds={row[0]: row[3] for row in rows},
            folders=folders,
        )

    def _today(self, view: View) -> int:
        if view.feed_id is None and view.folder is None:
            return self._number(_TODAY.format("total"), midnight(self._clock()) // 900)
        where = condition(view, int(self._clock()))
        return self._number(f"SELECT count(*) FROM status WHERE {where.sql}", *where.bindings)

    def _number(self, sql: str, *bindings: int | str | bytes) -> int:
        return int(self._db.value(sql, bindings) or 0)
