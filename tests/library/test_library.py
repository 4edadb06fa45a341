"""The front desk against a plain dictionary: whatever is done, in any order, both say the same."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.errors import QueryError, UsageError
from reader.library import Library
from reader.model import View
from reader.store.values import Answer
from tests.made import begun
from tests.store.shelf import HOUR, NOW, Clock, entry, parsed

FEEDS = st.integers(0, 2)
NAMES = st.lists(st.integers(0, 7), max_size=5, unique=True)


class Machine(RuleBasedStateMachine):
    """Three feeds of eight possible entries each; articles are named (feed, entry)."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.clock = Clock()
        self.library = Library(Path(self.folder.name) / "library.db", clock=self.clock)
        self.feeds = [
            self.library.subscribe(f"https://film.test/{n}", folder="AB"[n % 2]).id for n in range(3)
        ]
        for feed_id in self.feeds:
            self.library.save_unchanged({feed_id: Answer(next_due=NOW)})
        self.followed = set(range(3))
        self.ids: dict[tuple[int, int], int] = {}
        self.titles: dict[tuple[int, int], str] = {}
        self.read: set[tuple[int, int]] = set()
        self.saved: dict[tuple[int, int], str] = {}
        self.undo: list[tuple[set[tuple[int, int]], bool]] = []

    def teardown(self) -> None:
        if hasattr(self, "library"):
            self.library.close()
            self.folder.cleanup()

    def known(self, data: Any) -> tuple[int, int]:
        return data.draw(st.sampled_from(sorted(self.ids)))

    def names(self, ids: list[int]) -> set[tuple[int, int]]:
        by_id = {number: name for name, number in self.ids.items()}
        return {by_id[number] for number in ids}

    @rule(feed=FEEDS, names=NAMES, edition=st.integers(0, 3), churn=st.booleans())
    def refresh(self, feed: int, names: list[int], edition: int, churn: bool) -> None:
        self.clock.now += 60
        titled = {n: f"Title {feed} {n} {0 if churn else edition}" for n in names}
        entries = [
            entry(
                f"{feed}-{n}",
                title=self.titles.get((feed, n), titled[n]) if churn else titled[n],
                guid=f"{n}-{edition}" if churn else f"{n}",
                published=NOW - n,
            )
            for n in names
        ]
        saved = self.library.save_feed(
            self.feeds[feed], parsed(*entries), Answer(next_due=self.clock.now + HOUR)
        )
        new = {(feed, n) for n in names} - set(self.ids) if feed in self.followed else set()
        assert saved.new == len(new)
        if feed in self.followed:
            self.titles |= {(feed, n): e.title for n, e in zip(names, entries, strict=True)}
            for key in self.library.keys(View("feed", feed_id=self.feeds[feed])):
                n = NOW - key.sort
                assert self.ids.setdefault((feed, n), key.id) == key.id

    @precondition(lambda self: self.ids)
    @rule(data=st.data(), read=st.booleans())
    def mark(self, data: Any, read: bool) -> None:
        names = {self.known(data) for _ in range(3)}
        changed = self.names(self.library.mark([self.ids[name] for name in names], read=read))
        assert changed == (names - self.read if read else names & self.read)
        self.read = self.read | names if read else self.read - names
        self.undo.append((changed, read))

    @rule(read=st.booleans(), kind=st.sampled_from(["all", "unread", "feed", "folder"]), feed=FEEDS)
    def mark_view(self, read: bool, kind: Any, feed: int) -> None:
        feed_id = self.feeds[feed] if kind == "feed" else None
        view = View(kind, feed_id=feed_id, folder="A" if kind == "folder" else None)
        listed = {name for name in self.ids if name[0] in self.followed}
        listed -= self.read if kind == "unread" else set()
        listed = {n for n in listed if kind != "feed" or n[0] == feed}
        listed = {n for n in listed if kind != "folder" or n[0] % 2 == 0}
        changed = self.names(self.library.mark_view(view, read=read))
        assert changed == (listed - self.read if read else listed & self.read)
        self.read = self.read | changed if read else self.read - changed
        self.undo.append((changed, read))

    @precondition(lambda self: self.undo)
    @rule()
    def take_back(self) -> None:
        names, read = self.undo.pop()
        self.library.mark([self.ids[name] for name in names], read=not read)
        self.read = self.read - names if read else self.read | names

    @precondition(lambda self: self.ids)
    @rule(data=st.data())
    def bookmark(self, data: Any) -> None:
        name = self.known(data)
        self.saved.setdefault(name, self.titles[name])
        assert self.library.bookmark(self.ids[name]).title == self.saved[name]

    @precondition(lambda self: self.saved)
    @rule(data=st.data(), regret=st.booleans())
    def unbookmark(self, data: Any, regret: bool) -> None:
        name = data.draw(st.sampled_from(sorted(self.saved)))
        self.library.unbookmark(self.ids[name])
        if regret:
            assert self.library.restore_bookmark(self.ids[name]).title == self.saved[name]
        else:
            del self.saved[name]

    @rule(feed=FEEDS, by_url=st.booleans())
    def leave_or_return(self, feed: int, by_url: bool) -> None:
        if feed in self.followed:
            self.library.unsubscribe(self.feeds[feed])
        elif by_url:
            assert self.library.subscribe(f"https://film.test/{feed}").id == self.feeds[feed]
        else:
            self.library.resubscribe(self.feeds[feed])
        self.followed ^= {feed}

    @invariant()
    def agrees(self) -> None:
        if not hasattr(self, "library"):
            return
        listed = {name for name in self.ids if name[0] in self.followed}
        expected = {
            "all": listed,
            "unread": listed - self.read,
            "A": {name for name in listed if name[0] % 2 == 0},
            "bookmarks": set(self.saved),
        }
        views = {
            "all": View("all"),
            "unread": View("unread"),
            "A": View("folder", folder="A"),
            "bookmarks": View("bookmarks"),
        }
        keys = {name: self.library.keys(view) for name, view in views.items()}
        assert {name: self.names([key.id for key in found]) for name, found in keys.items()} == expected
        assert {name: self.library.count(view) for name, view in views.items()} == {
            name: len(found) for name, found in expected.items()
        }
        rows = self.library.rows([key.id for key in keys["all"]])
        assert {row.title for row in rows} == {self.titles[name] for name in listed}
        assert {bookmark.title for bookmark in self.library.bookmarks()} == set(self.saved.values())


TestMachine = Machine.TestCase
TestMachine.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)


# ---------------------------------------------------------------- searching through the front desk


@pytest.fixture
def library(tmp_path: Path) -> Any:
    with Library(begun(tmp_path / "library.db"), clock=Clock()) as library:
        feed = library.subscribe("https://film.test/feed")
        names = ("Heat 2", "Dune: Part Three", "Heat")
        library.save_feed(feed.id, parsed(*map(entry, names)), Answer(next_due=NOW))
        while library.index_batch():
            pass
        yield library


def test_a_search_comes_in_pages(library: Library) -> None:
    assert [article.title for article in library.search("heat")] == ["Title Heat 2", "Title Heat"]
    assert [article.title for article in library.search("heat", offset=1)] == ["Title Heat"]
    assert [article.title for article in library.search("", sort="oldest", limit=1)] == ["Title Heat"]
    assert library.search("heat", offset=5) == []


def test_a_list_is_narrowed_by_a_query(library: Library) -> None:
    view = View("unread", query="hea")
    assert (library.keys(view), len(library.keys(view, live=True)), library.count(view)) == ([], 2, 0)


def test_a_wrong_query_is_said_with_its_place(library: Library) -> None:
    for ask in (library.parse_query, library.search, lambda text: library.count(View("all", query=text))):
        with pytest.raises(QueryError) as caught:
            ask('heat "2')
        assert caught.value.position == 5


def test_a_name_typed_for_a_feed_is_of_a_length_that_can_be_shown(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        feed = library.subscribe("https://film.test/", title="T" * 300)
        with pytest.raises(UsageError, match="A title has at most 300 characters, and this one 301"):
            library.edit_feed(feed.id, title="T" * 301)
        with pytest.raises(UsageError, match="A folder's name has at most 300 characters"):
            library.edit_feed(feed.id, folder="F" * 301)
        assert (library.feed(feed.id).title, library.feed(feed.id).folder) == ("T" * 300, None)
