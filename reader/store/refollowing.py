"""The feeds of a damaged library, followed in the one that takes its place."""

from __future__ import annotations

import re
from contextlib import suppress

import apsw

from reader.store.carried import NOWHERE
from reader.store.database import fetch
from reader.store.feed_rows import insert, leave, list_again, move, put, readdress
from reader.store.values import CHOSEN
from reader.store.wreck import Fields, Ids, Wreck

_ADDRESS = re.compile(r"(?i)https?://[^\s\x00-\x20]+|" + re.escape(NOWHERE))
_SAID = ("own_title", "feed_title", "site_url", "format", "private", "by_link")
_HERE = "SELECT url, removed_at IS NOT NULL, added_at FROM feed WHERE id = ?"
_BY_URL = "SELECT id FROM feed WHERE url = ? ORDER BY removed_at IS NOT NULL LIMIT 1"
_MOVED = "UPDATE fetch SET former_url = ?, followed_at = ? WHERE feed_id = ?"


def refollow(wreck: Wreck, new: apsw.Connection, now: int) -> Ids:
    """Follow what was followed, as it was, and leave what was left; return the numbers feeds have here."""
    feeds, asked = Ids(), {row["feed_id"]: row for row in wreck.rows("fetch")}
    folders: dict[int, str] = {row["id"]: row["name"] for row in wreck.rows("folder")}
    for folder in sorted(folders.items()):  # in the order of the sidebar: as they were made
        fetch(new, "INSERT OR IGNORE INTO folder VALUES (?, ?)", folder)
    # Those left first: the address of one may be that of another since.
    for row in sorted(wreck.rows("feed"), key=lambda row: row["removed_at"] is None):
        if _ADDRESS.fullmatch(row["url"]):
            with suppress(apsw.ConstraintError), new:
                number, own = _number(new, row)
                if own:
                    _address(new, number, row, asked.get(row["id"], {}), now)
                    _settle(new, number, row, folders)
                    _follow(new, number, row["removed_at"], now)
                feeds.put(row["id"], number)
    return feeds


def _number(new: apsw.Connection, row: Fields) -> tuple[int, bool]:
    """Return the number of a feed here, made if need be, and whether it shall be as it was there.

    One of the same address, but of another library, stays as it is here.
    """
    here = fetch(new, _HERE, (row["id"],))
    if here and here[0][2] == row["added_at"]:
        return row["id"], True
    if known := fetch(new, _BY_URL, (row["url"],)):
        return known[0][0], False
    return insert(new, row["url"], row["added_at"], number=None if here else row["id"]), True


def _address(new: apsw.Connection, number: int, row: Fields, asked: Fields, now: int) -> None:
    former = fetch(new, _HERE, (number,))[0][0]
    if former != row["url"]:
        readdress(new, number, row["url"], former, now)
        fetch(new, _MOVED, (asked.get("former_url"), asked.get("followed_at"), number))


def _settle(new: apsw.Connection, number: int, row: Fields, folders: dict[int, str]) -> None:
    for column in _SAID:
        if column in row:
            put(new, number, column, row[column])
    if row["full_text"] in CHOSEN:
        put(new, number, "full_text", row["full_text"])
    if row["folder_id"] is None or row["folder_id"] in folders:
        move(new, number, folders.get(row["folder_id"]))


def _follow(new: apsw.Connection, number: int, removed_at: int | None, now: int) -> None:
    left = bool(fetch(new, _HERE, (number,))[0][1])
    if removed_at is not None:
        leave(new, number, removed_at)
    elif left:
        list_again(new, number, now)
