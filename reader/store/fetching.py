"""What a refresh must know of each feed, and what it learnt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

import apsw
import msgspec

from reader.clock import Clock
from reader.incoming import Hints
from reader.model import FeedStatus
from reader.store.database import Database, Row, fetch
from reader.store.values import Answer, FeedState, Host, as_json

_COLUMNS = (
    "feed_id", "url", "title", "site_url", "etag", "last_modified", "status", "error", "failures",
    "interval_minutes", "next_due", "last_fetched", "last_success", "private", "hints", "believed_at",
    "moved_to", "moved_since", "former_url",
)  # fmt: skip
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM fetch JOIN feed ON feed.id = feed_id WHERE removed_at IS NULL"
_GOOD = """
UPDATE fetch SET etag = ?, last_modified = ?, interval_minutes = ?, next_due = ?, status = 'ok', error = NULL,
                 failures = 0, last_fetched = ?6, last_success = ?6, hints = coalesce(?7, hints),
                 believed_at = iif(?8, ?6, believed_at), moved_to = ?9, moved_since = ?10,
                 notice = iif(?11 IS NULL, notice, nullif(?11, ''))
WHERE feed_id = ?5
"""
_MOVED = """
UPDATE feed SET url = ?1 WHERE id = ?2
AND NOT EXISTS (SELECT 1 FROM feed WHERE url = ?1 AND removed_at IS NULL AND id <> ?2)
"""
_FORMER = "UPDATE fetch SET former_url = ?, followed_at = ? WHERE feed_id = ?"
LONGEST_WAIT = 10 * 86_400
LONGEST_HOLD = 25 * 3600
SPREAD = 600
# The clock was wrong, then or now: what was asked in the future was not, and nothing waits that long.
_WRONG = f"(last_fetched > ?1 + 300 OR next_due > max(?1, ifnull(last_fetched, ?1)) + {LONGEST_WAIT})"
_SETTLE = f"""
UPDATE fetch SET next_due = iif(next_due IS NULL, NULL, ?1 + feed_id * 37 % {SPREAD}),
                 last_fetched = min(last_fetched, ?1), last_success = min(last_success, ?1),
                 believed_at = min(believed_at, ?1)
WHERE {_WRONG}
"""
_SETTLE_HOSTS = f"UPDATE host SET not_before = ?1 + {SPREAD} WHERE not_before > ?1 + {LONGEST_HOLD}"


class Fetching:
    """Fetch state per feed and per host."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def due(self, *, force: bool, feed_ids: Iterable[int] | None) -> list[FeedState]:
        """Return the feeds to ask for, longest waiting first; paused and gone ones if named and forced."""
        now = int(self._clock())
        sql, bindings = _SELECT, list[int | str]()
        if not force:
            sql += f" AND (next_due <= ?1 OR {_WRONG})"
            bindings.append(now)
        elif feed_ids is None:
            sql += " AND status NOT IN ('paused', 'gone')"
        if feed_ids is not None:
            sql += " AND feed_id IN (SELECT value FROM json_each(?))"
            bindings.append(as_json(list(feed_ids)))
        with self._db.reading():
            held: dict[str, int] = dict(
                self._db.rows("SELECT name, not_before FROM host WHERE not_before > ?", (now,))
            )
            rows = self._db.rows(f"{sql} ORDER BY next_due, feed_id", bindings)
        return [_state(row, held) for row in rows]

    def settle_clock(self) -> None:
        """Correct what a wrong clock left behind; such feeds are asked soon, not all at once."""
        now = (int(self._clock()),)
        if self._db.value(f"SELECT EXISTS (SELECT 1 FROM fetch WHERE {_WRONG})", now):
            with self._db.write() as write:
                write.execute(_SETTLE, now)
        if self._db.value(f"SELECT EXISTS (SELECT 1 FROM host WHERE not_before > ?1 + {LONGEST_HOLD})", now):
            with self._db.write() as write:
                write.execute(_SETTLE_HOSTS, now)

    def postpone(self, feed_id: int, next_due: int) -> None:
        """Let a feed wait, without blame."""
        with self._db.write() as write:
            write.execute("UPDATE fetch SET next_due = ? WHERE feed_id = ?", (next_due, feed_id))

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

    def held(self, feed_id: int, error: str, next_due: int) -> None:
        """Note that a feed was not asked, since its host is held; what is not asked any more stays so."""
        sql = """
            UPDATE fetch SET status = 'failing', error = ?, next_due = ?
            WHERE feed_id = ? AND status NOT IN ('paused', 'gone')
        """
        with self._db.write() as write:
            write.execute(sql, (error, next_due, feed_id))

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
    hints = None if answer.hints is None else msgspec.json.encode(answer.hints).decode()
    facts = (etag, last_modified, answer.interval_minutes, answer.next_due, feed_id, now)
    write.execute(_GOOD, (*facts, hints, answer.believed, answer.moved_to, answer.moved_since, answer.notice))
    if answer.url is not None:
        write.execute(_MOVED, (answer.url, feed_id))
        if write.changes():
            write.execute(_FORMER, (answer.former_url, now, feed_id))


def _state(row: Row, held: dict[str, int]) -> FeedState:
    values = dict(zip(_COLUMNS, row, strict=True))
    values["private"] = bool(values["private"])
    values["hints"] = _hints(values["hints"])
    return FeedState(**values, held_until=held.get(_host(row[1])) if held else None)


@lru_cache(maxsize=256)
def _hints(text: str) -> Hints:
    try:
        return msgspec.json.decode(text, type=Hints)
    except msgspec.MsgspecError:  # damaged on the disk: the feed says it again
        return Hints()


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
