"""Which articles a list shows, as SQL over `status`, and the index that holds that list in order."""

from __future__ import annotations

from typing import NamedTuple, Self

from reader.model import View
from reader.store.days import midnight


class Where(NamedTuple):
    """A condition and its values. `+` demands both."""

    sql: str
    bindings: tuple[int | str | bytes, ...] = ()

    def __add__(self, other: object) -> Self:
        assert isinstance(other, Where)
        return type(self)(f"{self.sql} AND {other.sql}", self.bindings + other.bindings)


_FOLDER = "folder_id = (SELECT id FROM folder WHERE name = ?)"


def condition(view: View, now: int) -> Where:
    """Return the condition on `status` a view stands for, its query left out."""
    if view.kind == "bookmarks":
        return Where("id IN (SELECT article_id FROM bookmark WHERE removed_at IS NULL)")
    where = Where("listed = 1")
    if view.kind == "unread":
        where += Where("read = 0")
    if view.feed_id is not None:
        where += Where("feed_id = ?", (view.feed_id,))
    elif view.folder is not None:
        where += Where(_FOLDER, (view.folder,))
    if view.kind == "today":
        where += Where("sort >= ?", (midnight(now),))
    return where


def index(view: View) -> str:
    """Return the index whose order is the list's, and which no page of it needs to leave."""
    place = "feed" if view.feed_id is not None else "folder" if view.folder is not None else ""
    if view.kind == "unread":
        return f"list_{place}_unread" if place else "list_unread"
    return f"list_{place or 'all'}"
