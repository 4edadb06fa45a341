"""Following and leaving feeds, their folders and names, and what a refresh learns of them."""

from __future__ import annotations

from typing import Any

import pytest

from reader.config import FeedConfig
from reader.errors import NotFoundError, UsageError
from reader.library import Library
from reader.model import Feed, View
from reader.store.values import Answer
from tests.store.shelf import DAY, HOUR, NOW, Clock, entry, save, titles, unread


def test_following_twice_is_following_once(library: Library) -> None:
    first = library.subscribe("https://film.test/feed", folder=" Trade  news ", title="Mine")
    assert (first.title, first.folder, first.status, first.next_due) == ("Mine", "Trade news", "never", NOW)
    assert library.subscribe("https://film.test/feed") == first
    assert library.subscribe("https://film.test/feed", folder="Other").folder == "Other"
    assert library.folders() == ["Other"]


def test_feeds_are_listed_by_folder_as_the_person_arranged_them_and_title(library: Library) -> None:
    for title, folder in (("b", None), ("e", "Trade"), ("a", "Magazines"), ("A", None), ("D", "Trade")):
        library.subscribe(f"https://film.test/{title}", title=title, folder=folder)
    assert [feed.title for feed in library.feeds()] == ["D", "e", "a", "A", "b"]
    assert library.folders() == ["Magazines", "Trade"]
    library.edit_feed(library.find_feed("https://film.test/b").id, folder="Critics")
    assert [feed.title for feed in library.feeds()] == ["D", "e", "a", "b", "A"]


@pytest.mark.parametrize("ref", ["1", "https://film.test/1", "Reel", "reel", "el t"])
def test_a_feed_is_found_by_what_names_it(library: Library, ref: str) -> None:
    for n, title in enumerate(("Reel", "Reel Talk", "Gazette"), 1):
        library.subscribe(f"https://film.test/{n}", title=title)
    assert library.find_feed(ref).id == (2 if ref == "el t" else 1)


def test_a_feed_not_found_or_not_alone_is_said(library: Library) -> None:
    for n in range(7):
        library.subscribe(f"https://film.test/{n}", title=f"Reel {n}")
    with pytest.raises(NotFoundError, match=r"No feed is called “x”; `newsreel feeds`"):
        library.find_feed("x")
    with pytest.raises(NotFoundError, match=r"any of 7 feeds: Reel 0 \(1\), .*, …; give an id"):
        library.find_feed("reel")
    with pytest.raises(NotFoundError):
        library.find_feed(" ")


def test_the_number_of_a_feed_that_was_left_is_no_part_of_anothers_title(library: Library) -> None:
    left = library.subscribe("https://film.test/left", title="Reel")
    for title in ("The 1 o'clock", "1"):
        library.subscribe(f"https://film.test/{title}", title=title)
    library.unsubscribe(left.id)
    assert library.find_feed("1").title == "1"
    library.unsubscribe(library.find_feed("1").id)
    with pytest.raises(NotFoundError, match=r"Feed 1 \(Reel\) is followed no longer; `newsreel feeds`"):
        library.find_feed("1")


@pytest.mark.parametrize(
    "ref", ["HTTPS://Film.TEST/reel", "http://film.test/reel", "https://film.test:443/reel#x"]
)
def test_a_feed_is_found_by_its_address_however_it_is_written(library: Library, ref: str) -> None:
    feed = library.subscribe("https://film.test/reel")
    library.subscribe("https://film.test/reel/talk")
    assert library.find_feed(ref).id == feed.id
    with pytest.raises(NotFoundError):
        library.find_feed(f"{ref.partition('#')[0]}s")


def test_leaving_empties_every_list_but_bookmarks_and_can_be_undone(library: Library) -> None:
    feed = library.subscribe("https://film.test/feed", folder="Trade")
    save(library, feed, entry("a"), entry("b"))
    library.bookmark(library.keys(View("all"))[0].id)
    before, counts = library.keys(View("all")), library.counts()
    library.unsubscribe(feed.id)
    for view in (
        View("all"),
        View("unread"),
        View("today"),
        View("feed", feed_id=feed.id),
        View("folder", folder="Trade"),
    ):
        assert (library.keys(view), library.count(view)) == ([], 0)
    assert (library.feeds(), library.folders(), library.due()) == ([], [], [])
    assert titles(library, View("bookmarks")) == ["Title a"]
    with pytest.raises(NotFoundError):
        library.find_feed("film.test")
    assert library.resubscribe(feed.id).folder == "Trade"
    assert (library.keys(View("all")), library.counts()) == (before, counts)


def test_following_again_later_brings_no_read_article_back(
    library: Library, feed: Feed, clock: Clock
) -> None:
    save(library, feed, entry("a"), entry("b"))
    library.mark([library.keys(View("all"))[0].id], read=True)
    library.unsubscribe(feed.id)
    clock.now += DAY
    again = library.subscribe(feed.url)
    assert (again.id, [state.feed_id for state in library.due()]) == (feed.id, [feed.id])
    save(library, feed, entry("a"), entry("b"), entry("c", published=clock.now))
    assert unread(library) == ["Title c", "Title b"]


def test_a_folder_changes_with_its_articles(library: Library, feed: Feed) -> None:
    save(library, feed, entry("a"))
    assert library.edit_feed(feed.id, folder="One").folder == "One"
    assert titles(library, View("folder", folder="One")) == ["Title a"]
    library.edit_feed(feed.id, folder="Two")
    assert (titles(library, View("folder", folder="One")), library.counts().folders) == ([], {"Two": 1})
    assert library.edit_feed(feed.id, folder=None).folder is None
    assert titles(library, View("unread", folder="Two")) == []


def test_a_new_address_is_asked_at_once_and_no_two_feeds_share_one(library: Library, feed: Feed) -> None:
    library.save_unchanged({feed.id: Answer(next_due=NOW + HOUR, etag='"x"')})
    other = library.subscribe("https://film.test/other", title="Other")
    with pytest.raises(UsageError, match="is followed already, as Other"):
        library.edit_feed(feed.id, url=other.url)
    moved = library.edit_feed(feed.id, url="https://film.test/new")
    assert (moved.url, moved.next_due, moved.status) == ("https://film.test/new", NOW, "never")
    library.unsubscribe(feed.id)
    library.edit_feed(other.id, url="https://film.test/new")
    with pytest.raises(UsageError, match="is followed already, as Other"):
        library.resubscribe(feed.id)


# ---------------------------------------------------------------- fetching


def test_validators_come_back_byte_for_byte(library: Library, feed: Feed) -> None:
    facts = {"etag": 'W/"a\u00e9\u00ff -gzip"', "last_modified": "Mon,  21 sep 2026"}
    library.save_unchanged({feed.id: Answer(next_due=NOW, **facts)})
    (state,) = library.due()
    assert {name: getattr(state, name) for name in facts} == facts
    library.save_unchanged({feed.id: Answer(next_due=NOW)})
    assert library.due()[0].etag == facts["etag"]
    save(library, feed, entry("a"))
    assert library.due(force=True)[0].etag is None


def test_what_is_due(library: Library, clock: Clock) -> None:
    ids = [library.subscribe(f"https://film.test/{n}").id for n in range(4)]
    library.save_unchanged({ids[0]: Answer(next_due=NOW + HOUR)})
    library.save_failure(ids[1], "gone for good", next_due=None, status="gone")
    library.save_failure(ids[2], "timed out", next_due=NOW + 60)
    due = {
        "now": [state.feed_id for state in library.due()],
        "forced": sorted(state.feed_id for state in library.due(force=True)),
        "named": [state.feed_id for state in library.due(feed_ids=ids[:2])],
        "named and forced": sorted(state.feed_id for state in library.due(feed_ids=ids[:2], force=True)),
    }
    assert due == {"now": [4], "forced": [1, 3, 4], "named": [], "named and forced": [1, 2]}
    clock.now += 2 * HOUR
    assert [state.feed_id for state in library.due()] == [4, 3, 1]


def test_failures_are_counted_until_an_answer(library: Library, feed: Feed) -> None:
    library.save_failure(feed.id, "timed out", next_due=NOW)
    library.save_failure(feed.id, "no network", next_due=NOW, counts=False)
    library.save_failure(feed.id, "404", next_due=NOW)
    (state,) = library.due()
    assert (state.failures, state.status, state.error, state.last_success) == (2, "failing", "404", None)
    save(library, feed, entry("a"))
    assert not library.rows([k.id for k in library.keys(View("all"))])[0].failing
    library.save_failure(feed.id, "500", next_due=NOW)
    assert library.rows([k.id for k in library.keys(View("all"))])[0].failing
    library.save_unchanged({feed.id: Answer(next_due=NOW, interval_minutes=90)})
    (state,) = library.due()
    assert (state.failures, state.status, state.error, state.last_success) == (0, "ok", None, NOW)
    assert (library.feed(feed.id).error, library.feed(feed.id).interval_minutes) == (None, 90)


def test_a_feed_that_moved_for_good_is_followed_there(library: Library, feed: Feed) -> None:
    library.save_unchanged({feed.id: Answer(next_due=NOW, url="https://new.test/feed")})
    assert library.feed(feed.id).url == "https://new.test/feed"
    other = library.subscribe("https://film.test/feed")
    library.save_unchanged({other.id: Answer(next_due=NOW, url="https://new.test/feed")})
    assert library.feed(other.id).url == "https://film.test/feed"


def test_a_host_that_asks_for_peace_has_it(library: Library, feed: Feed, clock: Clock) -> None:
    assert library.hold_host("FILM.test", NOW + HOUR).strikes == 1
    held = library.hold_host("film.test", NOW + 60)
    assert (held.name, held.not_before, held.strikes) == ("film.test", NOW + HOUR, 2)
    assert library.due(force=True)[0].held_until == NOW + HOUR
    clock.now += HOUR
    assert library.due()[0].held_until is None
    library.release_host("film.test")
    library.release_host("film.test")
    assert library.hold_host("film.test", clock.now).strikes == 1


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"title": " Mine ", "folder": " Trade   news "}, ("Mine", "Trade news")),
        ({"title": "\t", "folder": "  "}, ("The Backlot", None)),
        ({"title": "M\udce4ne", "folder": "M\udce4ne"}, ("M?ne", "M?ne")),
        ({"full_text": "always"}, ("The Backlot", None)),
    ],
)
def test_what_the_settings_say_of_a_feed_is_written_once(
    library: Library, feed: Feed, said: dict[str, Any], kept: tuple[str, str | None]
) -> None:
    save(library, feed, entry("a"))
    with Library(library._db.path) as other:
        library.settle({feed.url: FeedConfig(**said)})
        found = library.feed(feed.id)
        assert (found.title, found.folder) == kept
        seen = other.data_version()
        library.settle({str(feed.id): FeedConfig(**said)})
        assert other.data_version() == seen


# ---------------------------------------------------------------- folders


def test_a_folder_renamed_keeps_its_place_and_its_feeds_those_that_were_left_too(library: Library) -> None:
    one, two, three = (
        library.subscribe(f"https://{name}.example/feed", title=name, folder=folder)
        for name, folder in (("a", "First"), ("b", "First"), ("c", "Second"))
    )
    library.unsubscribe(two.id)
    assert library.rename_folder("First", " Best  of all ") == ([one.id, two.id], False)
    assert [(feed.id, feed.folder) for feed in library.feeds()] == [
        (one.id, "Best of all"),
        (three.id, "Second"),
    ]
    assert library.resubscribe(two.id).folder == "Best of all"


def test_two_folders_become_one_and_are_parted_in_their_order(library: Library) -> None:
    ids = [
        library.subscribe(f"https://{n}.example/feed", title=n, folder=f).id
        for n, f in (("a", "First"), ("b", "Second"))
    ]
    moved, joined = library.rename_folder("First", "Second")
    assert (moved, joined, library.folders()) == (ids[:1], True, ["Second"])
    library.part_folder(moved, "First")
    assert [feed.folder for feed in library.feeds()] == ["First", "Second"]
    assert library.rename_folder("First", "First") == (ids[:1], False)


def test_a_folder_that_is_empty_by_now_leaves_its_name_to_another(library: Library) -> None:
    feed = library.subscribe("https://a.example/feed", folder="Old")
    library.edit_feed(feed.id, folder="New")
    assert library.rename_folder("New", "Old") == ([feed.id], False)
    with pytest.raises(NotFoundError, match="There is no folder “New” any more"):
        library.rename_folder("New", "Newer")
    with pytest.raises(UsageError, match="A folder needs a name"):
        library.rename_folder("Old", " \n ")
