"""Where articles stand in the full-text index: rows numbered in the order of lists, close together.

Each number leaves room for a few more beside it. Where that is used up, the nearest neighbours move: they
leave the index, and are indexed again under their new numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from math import log2
from typing import NamedTuple

import apsw

from reader.store.database import fetch

STEP = 4
"""How far apart rows are numbered at first."""
FIRST = 1 << 27
"""Where numbering begins: older articles go below it."""


class Place(NamedTuple):
    """An article, by where it stands in a list."""

    sort: int
    article_id: int


class _Row(NamedTuple):
    id: int
    place: Place


_BELOW, _ABOVE = (
    f"SELECT id, sort, article_id FROM document WHERE (sort, article_id) {sign} (?, ?) "
    f"ORDER BY sort {way}, article_id {way} LIMIT 1"
    for sign, way in (("<", "DESC"), (">", "ASC"))
)
_TAKE = "INSERT INTO document (id, article_id, sort) VALUES (?, ?, ?)"
_LEAVE = "DELETE FROM document WHERE id = ?"
_UNLEARN = "DELETE FROM search WHERE rowid = ?"
_AGAIN = """
INSERT INTO unindexed (article_id) SELECT ?2 WHERE EXISTS (SELECT 1 FROM search WHERE rowid = ?1)
ON CONFLICT DO UPDATE SET turn = turn + 1
"""


def take(write: apsw.Connection, places: Iterable[Place]) -> None:
    """Give a row to each of some articles, none of which has one."""
    waiting = sorted(places)
    while waiting:
        waiting = _fill_gap(write, waiting)


def _fill_gap(write: apsw.Connection, waiting: list[Place]) -> list[Place]:
    """Give rows to the first that wait, as many as stand between the same neighbours; return the others."""
    low, high = _next(write, _BELOW, waiting[0]), _next(write, _ABOVE, waiting[0])
    moved: list[_Row] = []
    while True:
        end = bisect_left(waiting, high.place) if high else len(waiting)
        count = end + len(moved)
        if low is None or high is None or high.id - low.id > (_spacious(count) if moved else count):
            break
        if len(moved) % 2:
            moved.append(high)
            high = _next(write, _ABOVE, high.place)
        else:
            moved.append(low)
            low = _next(write, _BELOW, low.place)
    _clear(write, moved)
    run = sorted([*waiting[:end], *(row.place for row in moved)])
    step = 2 * STEP if moved else STEP
    rows = _numbers(low, high, len(run), step)
    write.executemany(_TAKE, ((row, p.article_id, p.sort) for row, p in zip(rows, run, strict=True)))
    return waiting[end:]


def _next(write: apsw.Connection, sql: str, place: Place) -> _Row | None:
    """Return the neighbour of a place, if there is one."""
    found = fetch(write, sql, place)
    return _Row(found[0][0], Place(*found[0][1:])) if found else None


def _spacious(count: int) -> float:
    """Return the numbers that so many rows should have when they move: the more, the sparser.

    So only few move for each that comes, in the long run (M. Bender et al., Two simplified algorithms for
    maintaining order in a list, 2002). Never as sparse as at first, up to millions: else one gap too full
    would move all rows there are.
    """
    return count * (1 + log2(count) / 10)


def _numbers(low: _Row | None, high: _Row | None, count: int, step: int) -> list[int]:
    """Return so many numbers between two rows: a step apart where there is room, else evenly."""
    start = low.id if low else high.id - step * (count + 1) if high else FIRST
    room = high.id - start if high else step * (count + 1)
    return [start + min(step * n, n * room // (count + 1)) for n in range(1, count + 1)]


def _clear(write: apsw.Connection, rows: list[_Row]) -> None:
    """Take articles out of their rows; those the index knows are to be indexed again."""
    write.executemany(_AGAIN, ((row.id, row.place.article_id) for row in rows))
    write.executemany(_UNLEARN, ((row.id,) for row in rows))
    write.executemany(_LEAVE, ((row.id,) for row in rows))
