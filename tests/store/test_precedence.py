"""A person's write goes before the index."""

from __future__ import annotations

import errno
import fcntl
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import View
from reader.store.precedence import LOOKS, PAUSE, claim, give_way
from reader.store.values import Answer


def test_nobody_waits_where_nobody_claims(tmp_path: Path) -> None:
    give_way(tmp_path / "library.db")
    with claim(tmp_path / "library.db"), claim(tmp_path / "library.db"):
        pass
    give_way(tmp_path / "library.db")
    assert list(tmp_path.iterdir()) == []


def test_without_locks_there_is_no_order_but_all_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a file system that has none of this kind; SQLite's own are of another."""

    def none(_handle: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", none)
    with Library(tmp_path / "library.db") as library:
        library.subscribe("https://film.test/feed")
        assert [feed.url for feed in library.feeds()] == ["https://film.test/feed"]


def test_the_index_waits_while_a_person_does(tmp_path: Path) -> None:
    done = threading.Event()

    def index() -> None:
        give_way(tmp_path / "library.db")
        done.set()

    with claim(tmp_path / "library.db"):
        thread = threading.Thread(target=index)
        thread.start()
        assert not done.wait(PAUSE * LOOKS / 5)
    assert done.wait(30)
    thread.join()


def test_a_claim_that_never_ends_is_not_waited_for(tmp_path: Path) -> None:
    with claim(tmp_path / "library.db"):
        give_way(tmp_path / "library.db")


def test_a_reading_position_goes_before_what_is_done_behind_the_scenes(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        feed = library.subscribe("https://one.example/feed")
        parsed = ParsedFeed(
            format="rss 2.0",
            title="One",
            entries=(Entry(guid="1", url="https://one.example/1", title="One"),),
        )
        library.save_feed(feed.id, parsed, Answer(next_due=0))
        article_id = library.keys(View("all"))[0].id
        with ThreadPoolExecutor(1) as pool:
            with library._db.write():
                keeping = pool.submit(library.keep_position, article_id, 113)
                deadline = time.monotonic() + 4
                while not claimed(tmp_path) and time.monotonic() < deadline:
                    pass
                waits = claimed(tmp_path)
            keeping.result()
        assert (waits, library.position(article_id)) == (True, 113)


def claimed(folder: Path) -> bool:
    """Whether a person waits for the library in a folder, or writes to it."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(lock)
    return False
