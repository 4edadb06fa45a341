"""What goes to a library that is not as the one it comes from: nothing is lost or doubled."""

from __future__ import annotations

from pathlib import Path

from msgspec.json import decode, encode

from reader.library import Library
from reader.model import View
from reader.store.carried import Carried
from tests.store.shelf import DAY, NOW, Clock, entry, save, unread

FEED = "https://film.test/feed"


def sent(library: Library, *parts: str) -> Carried:
    """All that goes out, or these parts of it, as another library reads it."""
    own, ids = library.carried(), [each.article_id for each in library.bookmarks()]
    every = {name: getattr(own, name) for name in Carried.__struct_fields__}
    every["bookmarks"] = list(library.carried_bookmarks(ids))
    chosen = {name: value for name, value in every.items() if name in (parts or every) or name == "newsreel"}
    return decode(encode(chosen), type=Carried)


def feeds(library: Library) -> list[tuple[str, str, str | None, object]]:
    return [(each.url, each.title, each.folder, each.full_text) for each in library.feeds()]


def test_a_feed_that_bookmarks_named_first_comes_with_its_title_and_folder(tmp_path: Path) -> None:
    with Library(tmp_path / "one.db", clock=Clock()) as one, Library(tmp_path / "two.db") as two:
        save(one, one.subscribe(FEED, title="Mine", folder="Trade", full_text="always"), entry("a"))
        one.bookmark(1)
        two.take_in(sent(one, "bookmarks"))
        assert (two.take_in(sent(one)).feeds, feeds(two)) == (1, feeds(one))
        assert [two.article(key.id).title for key in two.keys(View("bookmarks"))] == ["Title a"]


def test_a_feed_that_was_listed_by_its_address_alone_comes_with_its_title_and_folder(tmp_path: Path) -> None:
    with Library(tmp_path / "one.db", clock=Clock()) as one, Library(tmp_path / "two.db") as two:
        one.subscribe(FEED, title="Mine", folder="Trade", full_text="auto")
        two.subscribe_all([(FEED, None, None, None)])
        assert (two.take_in(sent(one)).feeds, feeds(two)) == (0, feeds(one))
        one.edit_feed(1, title="Another", folder="Elsewhere", full_text="never")
        two.take_in(sent(one))
        assert feeds(two) == [(FEED, "Mine", "Trade", "auto")]


def test_what_was_read_by_a_clock_days_ahead_is_read_here(tmp_path: Path) -> None:
    ahead, clock = Clock(), Clock()
    with Library(tmp_path / "one.db", clock=ahead) as one, Library(tmp_path / "two.db", clock=clock) as two:
        for library in (one, two):
            save(library, library.subscribe(FEED), entry("a"), entry("b"))
        two.mark([1], read=False)
        ahead.now += 3 * DAY
        one.mark([1, 2], read=True)
        clock.now += 60
        assert (two.take_in(sent(one)).marks, unread(two)) == (2, [])
        assert [mark.marked_at.timestamp() for mark in two.carried().marks] == [clock.now, clock.now]
