"""Which outlets have gone quiet, by when their last articles are from. Read only where it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.news import Silence
from reader.store.database import Database

DAY = 86400
LAST, LEAST = 20, 5
"""Moments of an outlet's last articles that are looked at, and how few of them tell nothing."""
AT_LEAST, TIMES = 14 * DAY, 3
"""Nobody is quiet within two weeks, nor within three times the longest pause there was."""

_SILENT = """
SELECT f.id FROM feed f JOIN fetch t ON t.feed_id = f.id
WHERE f.removed_at IS NULL AND t.status = 'ok'
      AND (SELECT max(sort) FROM status WHERE feed_id = f.id AND listed = 1) < ?
"""
_MOMENTS = """
SELECT DISTINCT sort FROM status WHERE feed_id = ? AND listed = 1 ORDER BY sort DESC LIMIT ?
"""


def gone_quiet(db: Database, now: int) -> dict[int, Silence]:
    """Return the silence of each outlet that answers and has gone quiet, by its id."""
    found = {}
    for (feed_id,) in db.rows(_SILENT, (now - AT_LEAST,)):
        if silence := _silence([row[0] for row in db.rows(_MOMENTS, (feed_id, LAST))], now):
            found[feed_id] = silence
    return found


def _silence(moments: Sequence[int], now: int) -> Silence | None:
    """Tell by the moments of articles, newest first, whether this long a silence is unlike those before."""
    if len(moments) < LEAST:
        return None
    longest = max(later - earlier for later, earlier in pairwise(moments))
    return Silence(moments[0], longest) if now - moments[0] > max(AT_LEAST, TIMES * longest) else None
