"""A page of a search costs the same at a thousand articles and at fifty thousand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from reader.model import View
from reader.store.database import Database
from reader.store.places import Place, take
from reader.store.search import Search

NOW = 1_790_000_000


def fill(path: Path, count: int) -> Database:
    """Make a library of short articles, the newest first by id, 40 of them unread, all in the index."""
    db = Database(path, lambda: NOW)
    places = [(number, NOW - number * 300) for number in range(1, count + 1)]
    with db.write() as write:
        write.execute("INSERT INTO feed (id, url, added_at) VALUES (1, 'https://a.example/', 1)")
        write.executemany(
            "INSERT INTO status (id, feed_id, guid_key, sort, first_seen, read) "
            "VALUES (?1, 1, CAST(?1 AS BLOB), ?2, ?2, ?1 % ?3 > 0)",
            ((number, sort, count // 40) for number, sort in places),
        )
        write.executemany(
            "INSERT INTO article (id, title, digest) VALUES (?, 'Heat', x'')", ((n,) for n, _ in places)
        )
        take(write, (Place(sort, number) for number, sort in places))
        rows = write.execute("SELECT id, article_id FROM document ORDER BY id").fetchall()
        write.executemany(
            "INSERT INTO search (rowid, title, body) VALUES (?, 'Heat', ?)",
            ((row, "dune venice" if n % 2 else "") for row, n in rows),
        )
    return db


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, Database]]:
    folder = tmp_path_factory.mktemp("steps")
    small, large = fill(folder / "small.db", 1000), fill(folder / "large.db", 50_000)
    yield small, large
    small.close()
    large.close()


def steps(db: Database, view: View) -> int:
    """Count the virtual machine's steps for the first page."""
    counted: list[int] = []

    def profile(event: dict[str, Any]) -> None:
        if "status s" in event["sql"]:  # the index's own statements count from the day they were made
            counted.append(event["stmt_status"]["SQLITE_STMTSTATUS_VM_STEP"])

    db.connection().trace_v2(apsw.SQLITE_TRACE_PROFILE, profile)
    try:
        assert len(Search(db, lambda: NOW).keys(view, limit=30)) == 30
    finally:
        db.connection().trace_v2(0, None)
    return sum(counted)


@pytest.mark.parametrize(
    "query", ["heat", "he*", "dune heat", "heat -dune", "feed:1", "is:unread", "title:heat feed:1"]
)
def test_a_page_takes_as_many_steps_at_any_size(both: tuple[Database, Database], query: str) -> None:
    small, large = (steps(db, View("search", query=query)) for db in both)
    assert large == pytest.approx(small, rel=0.2)


def test_a_page_of_the_unread_that_match_leaves_the_rest_alone(both: tuple[Database, Database]) -> None:
    small, large = (steps(db, View("unread", query="has:date OR -has:date")) for db in both)
    assert large == pytest.approx(small, rel=0.2)
