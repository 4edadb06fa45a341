"""Folding a page of a list costs the page, at any size, and reads only an index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from reader.library import Library
from reader.model import View
from reader.store.rows_by_story import _KEYS, _MEMBERS, _STORIES, _UNREAD_KEYS
from reader.ui.folding import Folding
from tests.store.test_lists import filled


def told(path: Path, size: int) -> Library:
    """A library of that many articles, four to a story, made by SQL alone."""
    library = filled(path, size)
    with library._db.write() as write:
        write.execute(
            """
            INSERT INTO report (article_id, story_id, published, filed)
            SELECT id, 1 + (id - 1) / 4, sort, zeroblob(400) FROM status
            """
        )
        write.execute(
            """
            INSERT INTO story (id, first, last, head, outlets, reports)
            SELECT story_id, min(published), max(published), min(article_id), 4, count(*) FROM report
            GROUP BY story_id
            """
        )
    return library


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with told(tmp_path_factory.mktemp("small") / "library.db", 1000) as library:
        yield library


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with told(tmp_path_factory.mktemp("large") / "library.db", 100_000) as library:
        yield library


def steps(library: Library, limit: int) -> int:
    """The virtual machine's steps for one page of a list, folded and its rows read."""
    counted: list[int] = []
    connection = library._db.connection()

    def count(event: dict[str, dict[str, int]]) -> None:
        counted.append(event["stmt_status"]["SQLITE_STMTSTATUS_VM_STEP"])

    connection.trace_v2(apsw.SQLITE_TRACE_PROFILE, count, id="steps")
    folding = Folding(library.stories_of)
    ids = [key.id for key in folding.fold(library.keys(View("all"), limit=limit))]
    library.story_rows(ids, folded=ids)
    connection.trace_v2(0, None, id="steps")
    return sum(counted)


@pytest.mark.parametrize("sql", [_STORIES, _MEMBERS, _KEYS, _UNREAD_KEYS])
def test_stories_are_found_by_index(small: Library, sql: str) -> None:
    plan = [row[3] for row in small._db.rows(f"EXPLAIN QUERY PLAN {sql}", (json.dumps([1]),))]
    assert [step for step in plan if "report" in step or step.startswith("SEARCH r")]
    assert not [step for step in plan if step.startswith("SCAN") and "VIRTUAL" not in step]


def test_the_story_of_an_article_is_read_off_a_covering_index(small: Library) -> None:
    plan = [row[3] for row in small._db.rows(f"EXPLAIN QUERY PLAN {_STORIES}", (json.dumps([1]),))]
    assert any("r USING COVERING INDEX report_member" in step for step in plan)


def test_a_page_costs_the_same_at_any_size(small: Library, large: Library) -> None:
    assert steps(large, 60) <= steps(small, 60) * 1.2


def test_every_story_has_one_row_and_every_article_is_in_it(large: Library) -> None:
    folding = Folding(large.stories_of)
    keys = large.keys(View("all"), limit=1 << 20)
    rows = [key for start in range(0, len(keys), 5000) for key in folding.fold(keys[start : start + 5000])]
    assert len(rows) == 25_000
    assert all(folding.row_of(key.id) in (rows[n // 4],) for n, key in enumerate(keys[:400]))
    assert [folding.stands(key.id) for key in keys[:5]] == [True, False, False, False, True]
    assert not folding.is_stale([key.id for key in keys[:200]])
