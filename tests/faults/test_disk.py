"""S2, S3, S4, S11 on a disk that fails when told to: short forms of what `make torture` does at length."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.library import Library
from tests.store.shelf import Clock
from tests.torture.crashes import fresh, hurt, lost, migrate
from tests.torture.disk import faulty

TODAY = int(time.time()) // 86_400


@pytest.mark.parametrize("kind", ["power", "ENOSPC", "EIO", "short"])
def test_S2_S3_S4_nothing_acknowledged_is_lost_when_the_disk_fails(tmp_path: Path, kind: str) -> None:
    chance = random.Random(f"{TODAY} {kind}")
    results = [hurt(tmp_path / "library.db", chance, kind) for _ in range(8)]
    assert [gone for _, gone in results] == [0] * 8
    assert sum(said for said, _ in results) > 5


def test_S4_an_error_of_the_disk_at_the_start_is_a_sentence(tmp_path: Path) -> None:
    fresh(tmp_path / "library.db")
    with faulty() as disk:
        disk.fail_at = 1
        with pytest.raises(StoreError), Library(tmp_path / "library.db", clock=Clock()) as library:
            library.mark([1], read=True)
    assert lost(tmp_path / "library.db", []) == []


def test_S11_a_migration_that_dies_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    assert migrate(tmp_path / "library.db", random.Random(TODAY)) > 10


def test_S11_every_schema_that_was_released_is_brought_up_to_date(tmp_path: Path) -> None:
    """A file of each older schema, with a row in it, opens as one of now."""
    import apsw

    from reader.store import migrations

    for version in range(1, len(migrations.steps()) + 1):
        path = tmp_path / f"{version}.db"
        old = apsw.Connection(str(path))
        for number in range(1, version + 1):
            migrations._take(old, number, migrations.steps()[number - 1])
        old.execute("INSERT INTO feed (url, added_at) VALUES ('https://film.test/', 1)")
        old.execute("INSERT INTO fetch (feed_id, next_due) VALUES (1, 1)")
        old.close()
        with Library(path, clock=Clock()) as library:
            assert ([feed.url for feed in library.feeds()], library.faults()) == (["https://film.test/"], [])
