"""Quotes: lines of a text that the person kept, as part of its bookmark."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

import apsw

from reader.clock import Clock
from reader.model import KeptQuote
from reader.store.bookmarks import copy, settle, stands
from reader.store.carried import CarriedQuote
from reader.store.carried_keys import seconds
from reader.store.database import Database, fetch
from reader.store.values import LAST, storable

_PUT = "INSERT OR IGNORE INTO quote (article_id, key, text, place, kept_at) VALUES (?, ?, ?, ?, ?)"
_OWN = "SELECT rowid, text, place, kept_at FROM quote WHERE article_id = ? AND key = ?"
_SINCE = "SELECT 1 FROM quote WHERE article_id = ? AND rowid > ?"
_REMOVE = "UPDATE bookmark SET removed_at = ? WHERE article_id = ? AND removed_at IS NULL"


class Came(NamedTuple):
    """What keeping a quote brought: the quote, where it was not kept yet, and a bookmark to keep it with."""

    quote: bool
    bookmark: bool


class Quotes:
    """Keeping quotes and letting go of them."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def keep(self, article_id: int, quotes: Iterable[KeptQuote]) -> Came:
        """Keep quotes of an article, which is bookmarked with that."""
        with self._db.write(durable=True) as write:
            bookmark = not stands(write, article_id)
            if bookmark:
                copy(write, article_id, self._clock())
            quote = put(write, article_id, quotes)
            settle(write, article_id)
            return Came(quote, bookmark)

    def let_go(self, article_id: int, texts: Iterable[str]) -> tuple[KeptQuote, ...]:
        """Keep quotes no longer; return those that were kept, for `keep` to put back."""
        with self._db.write(durable=True) as write:
            gone = tuple(each for text in texts for each in _take_away(write, article_id, text)[1])
            if gone:
                settle(write, article_id)
            return gone

    def take_back(self, article_id: int, text: str, came: Came) -> None:
        """Undo `keep` of one quote: what came goes, but the bookmark stays with what was kept since."""
        with self._db.write(durable=True) as write:
            at, gone = _take_away(write, article_id, text) if came.quote else (LAST, [])
            if gone:
                settle(write, article_id)
            if came.bookmark and not fetch(write, _SINCE, (article_id, at)):
                write.execute(_REMOVE, (int(self._clock()), article_id))


def put(write: apsw.Connection, article_id: int, quotes: Iterable[KeptQuote]) -> bool:
    """Put quotes to a bookmark; tell whether one of them was not there. What is there stays as it is."""
    before = write.total_changes()
    for each in quotes:
        if text := storable(each.text).strip():
            write.execute(_PUT, (article_id, _key(text), text, each.place, each.kept_at))
    return write.total_changes() > before


def take_in(write: apsw.Connection, article_id: int, quotes: Iterable[CarriedQuote], now: int) -> None:
    """Put quotes to a bookmark that come from elsewhere; what does not say when it was kept is kept now."""
    came = ((each, seconds(each.kept_at) or now) for each in quotes)
    put(write, article_id, [KeptQuote(text=q.text, place=q.place, kept_at=at) for q, at in came])


def _take_away(write: apsw.Connection, article_id: int, text: str) -> tuple[int, list[KeptQuote]]:
    """Return the number of a quote and itself, gone now; neither where it was not kept."""
    rows = fetch(write, _OWN, (article_id, _key(storable(text))))
    for row in rows:
        write.execute("DELETE FROM quote WHERE rowid = ?", row[:1])
    return (rows[0][0] if rows else 0), [KeptQuote(text=r[1], place=r[2], kept_at=r[3]) for r in rows]


def _key(text: str) -> bytes:
    """Return what the words of a quote are known by, however they are spaced and broken into lines."""
    return blake2b(" ".join(text.split()).encode(), digest_size=16).digest()
