"""What goes to a library that is not as the one it comes from: nothing is lost or doubled."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.json import decode, encode

from reader.config import FeedConfig
from reader.library import Library
from reader.model import View
from reader.store.carried import Carried
from reader.store.values import Answer
from tests.store.shelf import DAY, NOW, Clock, entry, parsed, save, text, unread

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


MOVED, PLAIN = "https://film.test/new", FEED.replace("https", "http")


def followed(path: Path, url: str, former: str | None = None) -> Library:
    """A library that follows one feed, which moved where `former` says, with an article that is saved."""
    library = Library(path, clock=Clock())
    told = Answer(next_due=0, url=url if former else None, former_url=former)
    library.save_feed(library.subscribe(former or url).id, parsed(entry("a"), entry("b")), told)
    library.mark([1, 2], read=False)
    library.bookmark(1)
    return library


@pytest.mark.parametrize(
    ("here", "there"),
    [((MOVED, FEED), (FEED,)), ((FEED,), (MOVED, FEED)), ((MOVED, FEED), (PLAIN,)), ((PLAIN,), (FEED,))],
    ids=["moved here", "moved there", "moved here and http there", "http here"],
)
def test_a_feed_that_has_another_address_there_is_the_one_here(
    tmp_path: Path, here: tuple[str, ...], there: tuple[str, ...]
) -> None:
    with followed(tmp_path / "one.db", *here) as one, followed(tmp_path / "two.db", *there) as two:
        before, later = feeds(one), Clock(NOW + 60)
        two.clock = later
        two.mark([2], read=True)
        came = one.take_in(sent(two))
        assert (came.feeds, came.bookmarks, came.marks) == (0, 0, 1)
        assert (feeds(one), unread(one), len(one.bookmarks())) == (before, ["Title b"], 1)


@pytest.mark.parametrize(
    ("here", "there"),
    [((MOVED, FEED), (FEED,)), ((FEED,), (MOVED, FEED)), ((PLAIN,), (FEED,))],
    ids=["moved here", "moved there", "http here"],
)
def test_what_is_asked_of_a_feed_that_has_another_address_there_is_asked_of_the_one_here(
    tmp_path: Path, here: tuple[str, ...], there: tuple[str, ...]
) -> None:
    with followed(tmp_path / "one.db", *here) as one, followed(tmp_path / "two.db", *there) as two:
        two.follow("feed:1 title*", kind="topic")
        two.mute("feed:1 opus")
        one.take_in(sent(two))
        assert [each.name for each in one.following()] == [f'feed:"{here[0]}" title*']
        assert [each.query for each in one.mutes()] == [f'feed:"{here[0]}" opus']
        came = one.take_in(sent(two))
        assert (came.follows, came.mutes) == (0, 0)


def test_a_feed_that_moved_and_fails_where_it_was_is_followed_where_it_is(tmp_path: Path) -> None:
    with followed(tmp_path / "one.db", FEED) as one, followed(tmp_path / "two.db", MOVED, FEED) as two:
        one.save_failure(1, "Gone.", next_due=None, status="gone")
        assert one.take_in(sent(two)).feeds == 1
        assert [each.url for each in one.feeds()] == [FEED, MOVED]


def test_a_feed_that_moved_is_known_where_it_was_in_a_new_library_too(tmp_path: Path) -> None:
    with followed(tmp_path / "one.db", MOVED, FEED) as one, Library(tmp_path / "two.db") as two:
        two.take_in(sent(one))
        assert two.settle({FEED: FeedConfig(title="Mine")})[1].title == "Mine"
        assert ([each.title for each in two.feeds()], two.carried().feeds[0].former_url) == (["Mine"], FEED)


def test_a_feed_that_was_left_after_it_moved_is_no_other_where_it_was(tmp_path: Path) -> None:
    with followed(tmp_path / "one.db", MOVED, FEED) as one, followed(tmp_path / "two.db", FEED) as two:
        one.unsubscribe(1)
        came = one.take_in(sent(two))
        assert (came.feeds, came.bookmarks, came.marks) == (1, 0, 0)
        assert ([each.url for each in one.feeds()], len(one.bookmarks())) == ([MOVED], 1)


def test_a_feed_is_asked_for_elsewhere_whatever_its_number_is_there(tmp_path: Path) -> None:
    with Library(tmp_path / "one.db", clock=Clock()) as one, Library(tmp_path / "two.db") as two:
        one.subscribe(FEED)
        names = ["feed:1 (heat OR -dune*)", "feed:1999 opus", "Opus: a feed"]
        for name in names:
            one.follow(name, kind="topic")
        two.subscribe("https://other.test/feed")
        assert [two.take_in(sent(one)).follows, two.take_in(sent(one)).follows] == [3, 0]
        elsewhere = [f'feed:"{FEED}" (heat OR -dune*)', *names[1:]]
        assert sorted(each.name for each in two.following()) == sorted(elsewhere)
        assert one.take_in(sent(two)).follows == 0
        assert sorted(each.name for each in one.following()) == sorted(names)


def test_what_was_there_when_another_report_was_read_stays_unread_in_a_library_that_has_it(
    tmp_path: Path,
) -> None:
    def fill(library: Library) -> None:
        for outlet in ("one", "two", "three"):
            told = text(
                "Christian Bale will star in Michael Mann’s sequel ‘Heat 2’ as the detective, he says."
            )
            title = {"two": "‘Heat 2’: Christian Bale to star"}.get(
                outlet, "Christian Bale to star in ‘Heat 2’"
            )
            said = entry(outlet, title=title, document=told)
            save(library, library.subscribe(f"https://{outlet}.test/feed"), said)
        while library.index_batch() or library.group_batch():
            pass

    with (
        Library(tmp_path / "one.db", clock=Clock()) as one,
        Library(tmp_path / "two.db", clock=Clock()) as two,
    ):
        fill(one)
        one.clock = Clock(NOW + 60)
        one.mark([1], read=True)
        two.clock = Clock(NOW + 120)
        fill(two)
        two.take_in(sent(one))
        save(two, two.feeds()[0], entry("late", title="Opus opens"))
        while two.index_batch() or two.group_batch():
            pass
        assert len(unread(two)) == 3
