"""Folders of feeds: given another name, made one of two, and parted again."""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from reader.errors import NotFoundError, UsageError
from reader.store.database import Database, fetch
from reader.store.feed_rows import folder_of, move

_HELD = """
SELECT feed.id, removed_at IS NULL FROM feed JOIN folder ON folder.id = folder_id WHERE name = ?
ORDER BY feed.id
"""


def rename(db: Database, old: str, new: str) -> tuple[list[int], bool]:
    """Give a folder another name, in its place; into one that has that name already its feeds are put.

    Return the feeds it held, and whether there was one; NotFoundError, UsageError.
    """
    if (name := folder_of(new)) is None:
        raise UsageError("A folder needs a name; type one, or leave it as it is.")
    with db.write(durable=True) as write:
        held = fetch(write, _HELD, (old,))
        if not any(followed for _, followed in held):
            raise NotFoundError(f"There is no folder “{old}” any more.")
        ids, there = [number for number, _ in held], bool(fetch(write, _HELD, (name,)))
        if there and name != old:
            _put(write, ids, name)
        elif name != old:
            write.execute("DELETE FROM folder WHERE name = ?", (name,))  # one that nothing is in any more
            write.execute("UPDATE folder SET name = ? WHERE name = ?", (name, old))
        return ids, there and name != old


def put_back(db: Database, feed_ids: Iterable[int], folder: str) -> None:
    """Put feeds into a folder again; where none is called so any more, into a new one."""
    with db.write(durable=True) as write:
        _put(write, feed_ids, folder)


def _put(write: apsw.Connection, feed_ids: Iterable[int], folder: str) -> None:
    for feed_id in feed_ids:
        move(write, feed_id, folder)
