"""What a refresh must know of each feed, and what it learnt."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

import apsw

from reader.clock import Clock
from reader.model import FeedStatus
from reader.store.database import Database, Row, fetch
from reader.store.values import Answer, FeedState, Host

_COLUMNS = (
    "feed_id", "url", "title", "site_url", "etag", "last_modified", "status", "error", "failures",
    "interval_minutes", "next_due", "last_fetched", "last_success", "private",
)  # fmt: skip
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM fetch JOIN feed ON feed.id = feed_id WHERE removed_at IS NULL"
_HELD = "SELECT name, not_before FROM host WHERE not_before > ?"
_GOOD = """
UPDATE fetch SET etag = ?, last_modified = ?, interval_minutes = ?, next_due = ?, status = 'ok', error = NULL,
                 failures = 0, last_fetched = ?6, last_success = ?6
WHERE feed_id = ?5
"""
_MOVED = """
UPDATE feed SET url = ?1 WHERE id = ?2
AND NOT EXISTS (SELECT 1 FROM feed WHERE url = ?1 AND removed_at IS NULL AND id <> ?2)
"""


class Fetching:
    """Fetch state per feed and per host."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def due(self, *, force: bool, feed_ids: Iterable[int] | None) -> list[FeedState]:
        """Return the feeds to ask for, longest waiting first; paused and gone ones if named and forced."""
        now = int(self._clock())
        sql, bindings = _SELECT, list[int | str]()
        if not force:
            sql += " AND next_due <= ?"
            bindings.append(now)
        elif feed_ids is None:
            sql += " AND status NOT IN ('paused', 'gone')"
        if feed_ids is not None:
            sql += " AND feed_id IN (SELECT value FROM json_each(?))"
            bindings.append(json.dumps(list(feed_ids)))
        with self._db.reading():
            held: dict[str, int] = dict(
                self._db.rows("SELECT name, not_before FROM host WHERE not_before > ?", (now,))
            )
            rows = self._db.rows(f"{sql} ORDER BY next_due, feed_id", bindings)
        return [_state(row, held) for row in rows]

    def unchanged(self, answers: Mapping[int, Answer]) -> None:
        """Note answers without news, in one transaction; validators they do not repeat still stand."""
        now = int(self._clock())
        with self._db.write() as write:
            for feed_id, answer in answers.items():
                old = fetch(write, "SELECT etag, last_modified FROM fetch WHERE feed_id = ?", (feed_id,))
                for etag, last_modified in old:
                    answered(
                        write,
                        feed_id,
                        answer,
                        etag=answer.etag or etag,
                        last_modified=answer.last_modified or last_modified,
                        now=now,
                    )

    def failure(
        self, feed_id: int, error: str, *, next_due: int | None, status: FeedStatus, counts: bool
    ) -> None:
        """Note that a feed could not be had."""
        sql = """
            UPDATE fetch SET status = ?, error = ?, next_due = ?, failures = failures + ?, last_fetched = ?
            WHERE feed_id = ?
        """
        with self._db.write() as write:
            write.execute(sql, (status, error, next_due, counts, int(self._clock()), feed_id))

    def hold(self, name: str, not_before: int) -> Host:
        """Hold a host; never for less long than it is held already."""
        sql = """
            INSERT INTO host VALUES (?, ?, 1) ON CONFLICT DO UPDATE
            SET not_before = max(not_before, excluded.not_before), strikes = strikes + 1
            RETURNING name, not_before, strikes
        """
        with self._db.write() as write:
            (row,) = fetch(write, sql, (name.lower(), not_before))
        return Host(name=row[0], not_before=row[1], strikes=row[2])

    def hosts(self) -> list[Host]:
        """Return every host that asked to be left alone and has not answered well since."""
        rows = self._db.rows("SELECT name, not_before, strikes FROM host")
        return [Host(name=name, not_before=until, strikes=strikes) for name, until, strikes in rows]

    def release(self, name: str) -> None:
        """Forget a host that answers again."""
        if self._db.value("SELECT 1 FROM host WHERE name = ?", (name.lower(),)):
            with self._db.write() as write:
                write.execute("DELETE FROM host WHERE name = ?", (name.lower(),))


def answered(
    write: apsw.Connection,
    feed_id: int,
    answer: Answer,
    *,
    etag: str | None,
    last_modified: str | None,
    now: int,
) -> None:
    """Note a good answer, and the new address where the feed moved for good."""
    facts = (etag, last_modified, answer.interval_minutes, answer.next_due, feed_id, now)
    write.execute(_GOOD, facts)
    if answer.url is not None:
        write.execute(_MOVED, (answer.url, feed_id))


def _state(row: Row, held: dict[str, int]) -> FeedState:
    values = dict(zip(_COLUMNS, row, strict=True))
    values["private"] = bool(values["private"])
    return FeedState(**values, held_until=held.get(_host(row[1])))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
