"""Many texts at once: the index learns their words first, and a second process makes half of them."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from reader.library import Library
from reader.refresh import texts
from reader.refresh.making import AHEAD, Making
from reader.text.render import as_text
from reader.worker import Hand
from reader.worker.child import Worker
from reader.worker.parent import Job
from tests.made import begun
from tests.server import Reply, Server
from tests.store.test_drafts import heads, save
from tests.test_worker import Home, events

MANY = range(texts.MANY)


def test_all_are_made_and_found(tmp_path: Path) -> None:
    items = "".join(f"<item><title>{n}</title><description>w{n}x</description></item>" for n in MANY)
    with Server() as server:
        home = Home(tmp_path, server)
        home.follow(
            "/", Reply(f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>".encode())
        )
        told = [event["event"] for event in events(home.run()[1])]
    assert told == ["start", "feed", "searchable", "texts", "done"]
    with Library(home.paths.library) as library:
        said = [as_text(library.document(library.search(f"w{n}x")[0].id)) for n in MANY]
        assert said == [f"w{n}x\n" for n in MANY]
        assert library._db.value("SELECT count(*) FROM ahead") == 0


def test_one_told_to_leave_does_not_say_that_all_can_be_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MANY", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    said: list[str] = []
    with Library(begun(tmp_path / "library.db")) as library:
        save(library, library.subscribe("https://film.test/feed"), heads("<p>Reel</p>"))
        worker = Worker(Job("refresh", {}), Hand.create(tmp_path), leash=0, out=1)
        worker.stop()
        making = Making(library, guard=worker.guard, stopped=worker.stopped)
        assert not texts.make(worker, library, making, lambda: said.append("searchable"))
        assert (said, library.search("reel")) == ([], [])


def test_who_died_of_telling_words_ahead_has_the_text_made_and_tells_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MANY", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    said: list[str] = []
    with Library(begun(tmp_path / "library.db")) as library:
        save(library, library.subscribe("https://film.test/feed"), heads("<p>Reel</p>"))
        worker = Worker(Job("refresh", {}), Hand.create(tmp_path), leash=os.pipe()[0], out=1)
        worker.hand.put("ahead", 1)
        making = Making(library, guard=lambda _: nullcontext(), stopped=worker.stopped)
        making.give_up(AHEAD + 1, "it took too long")
        assert texts.make(worker, library, making, lambda: said.append(as_text(library.document(1))))
        assert (said, [found.id for found in library.search("reel")]) == (["Reel\n"], [1])
