"""A library lived with for years in a second, and an oracle in plain Python that says what it must know."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reader.library import Library
from reader.library.mending import restore
from reader.model import View
from tests.store.shelf import DAY, Clock, entry, let_go, save

NAMES = [f"story {n}" for n in range(8)]
FEEDS = ["https://film.test/a", "https://film.test/b"]


class Life(RuleBasedStateMachine):
    """What is read, bookmarked and followed, as the library and the oracle see it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="newsreel-life-"))
        self.clock = Clock()
        self.open()
        self.read: dict[int, bool] = {}
        self.names: dict[tuple[str, str], int] = {}
        self.bookmarks: dict[int, str] = {}
        self.quotes: dict[int, tuple[str, ...]] = {}
        self.followed: dict[str, int] = {}
        self.saved: tuple[dict[Any, Any], ...] = ()

    def open(self) -> None:
        self.library = Library(self.folder / "library.db", clock=self.clock)

    def teardown(self) -> None:
        self.library.close()
        shutil.rmtree(self.folder)

    # ------------------------------------------------------------ what happens

    @rule(url=st.sampled_from(FEEDS))
    def subscribe(self, url: str) -> None:
        self.followed[url] = self.library.subscribe(url).id

    @precondition(lambda self: self.followed)
    @rule(data=st.data())
    def unsubscribe(self, data: st.DataObject) -> None:
        url = data.draw(st.sampled_from(sorted(self.followed)))
        self.library.unsubscribe(self.followed.pop(url))

    @precondition(lambda self: self.followed)
    @rule(data=st.data(), names=st.lists(st.sampled_from(NAMES), unique=True), edit=st.integers(0, 3))
    def refresh(self, data: st.DataObject, names: list[str], edit: int) -> None:
        url = data.draw(st.sampled_from(sorted(self.followed)))
        feed = self.library.feed(self.followed[url])
        made = [entry(n, title=f"{n} {edit}", url=f"{url}/{n}", published=self.clock.now - 60) for n in names]
        save(self.library, feed, *made)
        for key in self.library.keys(View("feed", feed_id=feed.id)):
            article = self.library.article(key.id)
            name = article.title.rpartition(" ")[0]
            assert self.names.setdefault((url, name), key.id) == key.id, "an article came twice"
            self.read.setdefault(key.id, article.read)

    @precondition(lambda self: self.read)
    @rule(data=st.data(), read=st.booleans())
    def mark(self, data: st.DataObject, read: bool) -> None:
        ids = data.draw(st.lists(st.sampled_from(sorted(self.read)), unique=True))
        changed = self.library.mark(ids, read=read)
        assert sorted(changed) == sorted(n for n in ids if self.read[n] != read)
        self.read.update(dict.fromkeys(ids, read))

    @precondition(lambda self: self.read)
    @rule(data=st.data(), note=st.text(max_size=5))
    def bookmark(self, data: st.DataObject, note: str) -> None:
        here = [key.id for key in self.library.keys(View("all"))]
        if here:
            article_id = data.draw(st.sampled_from(here))
            self.library.bookmark(article_id, note=note)
            self.bookmarks[article_id] = note.strip()

    @precondition(lambda self: self.bookmarks)
    @rule(data=st.data(), place=st.integers(0, 3))
    def quote(self, data: st.DataObject, place: int) -> None:
        article_id = data.draw(st.sampled_from(sorted(self.bookmarks)))
        self.library.keep_quote(article_id, f"{place} words", place=place)
        self.quotes[article_id] = tuple(sorted({*self.quotes.get(article_id, ()), f"{place} words"}))

    @precondition(lambda self: self.bookmarks)
    @rule(data=st.data())
    def unbookmark(self, data: st.DataObject) -> None:
        article_id = data.draw(st.sampled_from(sorted(self.bookmarks)))
        self.library.unbookmark(article_id)
        del self.bookmarks[article_id]

    @rule()
    def let_go(self) -> None:
        let_go(self.library)

    @rule(days=st.integers(1, 200))
    def wait(self, days: int) -> None:
        self.clock.now += days * DAY

    @rule()
    def index(self) -> None:
        while self.library.index_batch():
            pass

    @rule()
    def crash(self) -> None:
        """The machine goes down: what is in the files is all there is."""
        crashed = self.folder.with_name(f"{self.folder.name}-crashed")
        shutil.copytree(self.folder, crashed)
        self.library.close()
        shutil.rmtree(self.folder)
        crashed.rename(self.folder)
        (self.folder / "library.db-shm").unlink(missing_ok=True)
        self.open()

    @rule()
    def back_up(self) -> None:
        self.library.copy_to(self.folder / "mine.db")
        parts = (self.read, self.bookmarks, self.followed, self.names, self.quotes)
        self.saved = tuple(map(dict, parts))

    @precondition(lambda self: self.saved)
    @rule()
    def restore(self) -> None:
        restore(self.folder / "library.db", self.folder / "mine.db", now=self.clock())
        self.read, self.bookmarks, self.followed, self.names, self.quotes = map(dict, self.saved)

    # ------------------------------------------------------------ what must hold

    @invariant()
    def knows_what_the_person_said(self) -> None:
        library = self.library
        notes = {mark.article_id: mark.note or "" for mark in library.bookmarks()}
        assert notes == self.bookmarks
        kept = {mark.article_id: tuple(q.text for q in mark.quotes) for mark in library.bookmarks()}
        assert kept == {article_id: self.quotes.get(article_id, ()) for article_id in notes}
        assert {feed.url: feed.id for feed in library.feeds()} == self.followed
        rows = library.rows([key.id for key in library.keys(View("all"))])
        assert [row.id for row in rows if row.read != self.read[row.id]] == []
        for article_id in notes:
            assert library.document(article_id).blocks

    @invariant()
    def is_sound(self) -> None:
        assert self.library.faults() == []
