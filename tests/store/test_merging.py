"""The parts of the full-text index become one when all can be searched, and nothing is found otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import Library
from reader.store import indexing
from tests.store.shelf import Clock, entry, save, text

BATCHES = 20
PARTS = "SELECT count(DISTINCT segid) FROM search_idx"


def test_parts_are_merged_after_and_found_as_before(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db", clock=Clock()) as library:
        feed = library.subscribe("https://film.test/feed")
        for n in range(BATCHES):
            save(library, feed, entry(str(n), document=text(f"Heat, word{n}")))
            library.index_batch()
        before = [article.title for article in library.search("heat")]
        assert library._db.value(PARTS) == BATCHES
        while library.merge_index_batch():
            pass
        assert library._db.value(PARTS) < BATCHES / 2
        assert [article.title for article in library.search("heat")] == before
        assert [article.title for article in library.search("word7")] == ["Title 7"]
        assert not library.merge_index_batch()
        assert library._db.value("PRAGMA integrity_check") == "ok"


def test_so_many_parts_that_the_index_would_make_one_of_them_at_once_are_merged_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "MANY_PARTS", BATCHES)
    with Library(tmp_path / "library.db", clock=Clock()) as library:
        feed = library.subscribe("https://film.test/feed")
        parts = []
        for n in range(3 * BATCHES):
            save(library, feed, entry(str(n), document=text("Heat")))
            library.index_batch()
            parts.append(library._db.value(PARTS))
        assert max(parts) == BATCHES
        assert len(library.search("heat", limit=99)) == 3 * BATCHES
