"""Writing the row of one feed, in a transaction of the caller's."""

from __future__ import annotations

from urllib.parse import urlsplit

import apsw

from reader.addresses import masked
from reader.store.values import storable

_ANEW = """
UPDATE fetch SET etag = NULL, last_modified = NULL, status = 'never', error = NULL, failures = 0,
                 next_due = ?1, notice = NULL, believed_at = NULL, former_url = NULL, moved_since = NULL,
                 moved_to = iif(?2 = former_url, ?3, NULL)
WHERE feed_id = ?4
"""
# What was not grouped before the feed was left waits no more: grouping forgets what is in no list.
_UNGROUPED = """
INSERT OR IGNORE INTO unfiled (article_id)
SELECT id FROM status WHERE feed_id = ? AND listed = 1 AND id NOT IN (SELECT article_id FROM report)
"""


def insert(write: apsw.Connection, url: str, now: int, *, number: int | None = None) -> int:
    """Follow an address that is not followed, and return the feed's id: `number`, if that is given."""
    write.execute("INSERT INTO feed (id, url, added_at) VALUES (?, ?, ?)", (number, url, now))
    feed_id = write.last_insert_rowid()
    _hide_password(write, feed_id, url)
    write.execute("INSERT INTO fetch (feed_id, next_due) VALUES (?, ?)", (feed_id, now))
    return feed_id


def _hide_password(write: apsw.Connection, feed_id: int, url: str) -> None:
    """Keep a password from being shown as the title of a feed that does not say its own."""
    if (shown := masked(url)) != url:
        sql = "UPDATE feed SET feed_title = ? WHERE id = ? AND feed_title IN ('', url)"
        write.execute(sql, (shown, feed_id))


def readdress(write: apsw.Connection, feed_id: int, url: str, former: str, now: int) -> None:
    """Ask a feed at another address from now on, as if it never had been asked."""
    put(write, feed_id, "url", url)
    _hide_password(write, feed_id, url)
    if urlsplit(url).netloc != urlsplit(former).netloc:
        put(write, feed_id, "private", 0)  # leave was given for the other place
    # Back to where it was before it moved: then it is not followed there again.
    write.execute(_ANEW, (now, url, former, feed_id))


def leave(write: apsw.Connection, feed_id: int, now: int) -> None:
    """Take a feed and its articles out of every list."""
    put(write, feed_id, "removed_at", now)
    write.execute("UPDATE status SET listed = 0 WHERE feed_id = ? AND listed = 1", (feed_id,))


def list_again(write: apsw.Connection, feed_id: int, now: int) -> None:
    """Undo a removal; what the feed said meanwhile is asked for at the next refresh."""
    put(write, feed_id, "removed_at", None)
    write.execute(
        "UPDATE status SET listed = 1 WHERE feed_id = ? AND id IN (SELECT id FROM article)", (feed_id,)
    )
    write.execute(_UNGROUPED, (feed_id,))
    write.execute(
        "UPDATE fetch SET next_due = min(ifnull(next_due, ?1), ?1) WHERE feed_id = ?2", (now, feed_id)
    )


def title_of(said: str | None) -> str | None:
    """Return a title as it is kept: None where nothing is left of it."""
    return storable(said or "").strip() or None


def folder_of(said: str | None) -> str | None:
    """Return a folder's name as it is kept: None where nothing is left of it."""
    return " ".join(storable(said or "").split()) or None


def put(write: apsw.Connection, feed_id: int, column: str, value: str | int | None) -> None:
    """Set one column of a feed."""
    value = storable(value) if isinstance(value, str) else value
    write.execute(f"UPDATE feed SET {column} = ? WHERE id = ?", (value, feed_id))


def move(write: apsw.Connection, feed_id: int, folder: str | None) -> None:
    """Put a feed into a folder (None: into none), and its articles with it."""
    name, folder_id = folder_of(folder), None
    if name is not None:
        write.execute("INSERT INTO folder (name) VALUES (?) ON CONFLICT DO NOTHING", (name,))
        folder_id = write.execute("SELECT id FROM folder WHERE name = ?", (name,)).get
    put(write, feed_id, "folder_id", folder_id)
    write.execute(
        "UPDATE status SET folder_id = ?1 WHERE feed_id = ?2 AND folder_id IS NOT ?1", (folder_id, feed_id)
    )
