"""A statement begins with what is few: none goes through all articles for what waits or is followed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.library import Library
from reader.store.follows import _LOOK
from reader.store.guards import MASKED
from reader.store.pages import _RECENT
from reader.store.stories import _WAITING

_ALL = re.compile(r"(?:SCAN|SEARCH) (?:s|status|a|article|n|r)\b(?!.*[=>]\?)")
"""A step through every article, report or name there is."""


@pytest.mark.parametrize(
    ("sql", "values"),
    [
        (_LOOK, (1, "heat 2")),
        (_WAITING, (None, 50)),
        (MASKED, ("2026-11-30",)),
        (_RECENT, ("{}", 1, 1, 1, 1, 1, 1)),
    ],
    ids=["look", "waiting", "masked", "recent"],
)
def test_no_statement_begins_with_all_there_is(
    tmp_path: Path, sql: str, values: tuple[str | int | None, ...]
) -> None:
    with Library(tmp_path / "library.db") as library:
        plan = [row[3] for row in library._db.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert [step for step in plan if _ALL.match(step)] == []
