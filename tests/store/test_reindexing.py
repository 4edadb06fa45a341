"""An index of an older schema is made anew behind the scenes: nothing waits, and nothing stays of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import Library
from reader.model import View
from reader.store import indexing, migrations
from tests.store.shelf import Clock, entry, save, text, titles

OLDER = 9
FILL = """
INSERT INTO search (rowid, title, body) SELECT d.id, title, 'heat ' || hex(randomblob(9000))
FROM document d JOIN article a ON a.id = d.article_id
"""
SAVED = """
INSERT INTO bookmark (article_id, saved_at, folded, title, feed_title, authors, first_seen, categories,
                      summary, enclosures, words, has_trailer, full_text)
SELECT a.id, s.sort, '', a.title, '', a.authors, s.first_seen, a.categories, a.summary, a.enclosures, 0, 0, 0
FROM article a JOIN status s ON s.id = a.id WHERE a.id = 7
"""
NAMES = [str(number) for number in range(200)]


def older(path: Path) -> None:
    """Make a library of schema 9 with what that version wrote into its index, in a few large rows."""
    with pytest.MonkeyPatch.context() as patched:
        steps = migrations.steps()[:OLDER]
        patched.setattr(migrations, "steps", lambda: steps)
        with Library(path, clock=Clock()) as library:
            feed = library.subscribe("https://film.test/feed")
            save(library, feed, *(entry(n, document=text(f"Heat, word{n}")) for n in NAMES))
            with library._db.write() as write:
                write.execute(SAVED)
                write.execute("INSERT INTO document SELECT sort << 20 | id, id FROM status")
                write.execute(FILL)
                write.execute("DELETE FROM unindexed")


def test_an_older_index_is_made_anew_in_small_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(tmp_path / "library.db")
    monkeypatch.setattr(indexing, "LET_GO", 20)
    with Library(tmp_path / "library.db", clock=Clock()) as library:
        found = [len(library.search("heat", limit=999))]
        assert len(titles(library, View("all"))) == len(NAMES)
        rows = [library._db.value("SELECT count(*) FROM search_before_data")]
        more = True
        while more:
            more = library.index_batch()
            found.append(len(library.search("heat", limit=999)))
            there = library._db.value("SELECT count(*) FROM sqlite_schema WHERE name = 'search_before_data'")
            rows.append(library._db.value("SELECT count(*) FROM search_before_data") if there else 0)
            # Else `doctor` would have it restored, and what is newer than the copy leave the lists.
            assert library._db.value("PRAGMA integrity_check") == "ok"
        assert found == [0, 80, 160, 200]
        assert rows[0] - rows[1] == 20
        assert [a.title for a in library.search("word42 OR word43")] == ["Title 42", "Title 43"]
        assert titles(library, View("all")) == [a.title for a in library.search("heat", limit=999)]
        save(library, library.feeds()[0], entry("new"))
        monkeypatch.undo()
        for _ in range(3):
            library.bookmark(5)
            library.unbookmark(5)
            library.index_batch()
        names = library._db.rows("SELECT name FROM sqlite_schema WHERE name LIKE 'search_before%'")
        assert names == []
        assert library._db.value("PRAGMA quick_check") == "ok"
