"""Mutes: what matches one is read as it arrives, and given back when it ends."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import NotFoundError, QueryError, UsageError
from reader.incoming import Entry
from reader.library import Library
from reader.model import Feed, View
from reader.news import Mute
from reader.store.values import Answer
from tests.store.shelf import DAY, NOW, Clock, entry, parsed, save, text, titles, unread


@pytest.fixture(autouse=True)
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def news(title: str, body: str = "", **fields: object) -> Entry:
    return entry(title, title=title, document=text(body or title), **fields)


def arrive(library: Library, feed: Feed, *entries: Entry) -> None:
    """Save what came, and do all that a refresh does after it."""
    save(library, feed, *entries)
    while library.index_batch():
        pass
    library.mute_arrived()
    while library.group_batch():
        pass
    library.mute_arrived()


@pytest.fixture
def filled(library: Library, feed: Feed) -> Feed:
    arrive(library, feed, news("Gossip at the gala"), news("Heat 2 begins"), news("Venice opens"))
    return feed


def test_what_matches_is_read_at_once_and_it_is_said_how_many(library: Library, filled: Feed) -> None:
    made = library.mute("gossip OR venice")
    assert made == (Mute(id=1, query="gossip OR venice", until=None, since=NOW, muted=2), 2)
    assert (unread(library), library.counts().unread) == (["Heat 2 begins"], 1)
    assert len(titles(library, View("all"))) == 3


def test_what_arrives_is_read_once_it_can_be_searched_for(library: Library, filled: Feed) -> None:
    library.mute("ferry")
    save(library, filled, news("A long night", "They take the ferry."), news("Another"))
    assert set(unread(library)) >= {"A long night", "Another"}
    arrive(library, filled)
    assert "A long night" not in unread(library)
    assert "Another" in unread(library)
    assert [each.muted for each in library.mutes()] == [1]
    assert library._db.rows("SELECT * FROM unmuted") == []


def test_what_only_grouping_can_tell_is_muted_then(library: Library, filled: Feed) -> None:
    library.mute("beat:obituary")
    arrive(library, filled, news("Mara Lind, director of ‘Halcyon’, dies at 81"))
    assert [each.muted for each in library.mutes()] == [1]


def test_a_text_that_comes_later_is_held_against_the_mutes(library: Library, filled: Feed) -> None:
    library.mute("ferry")
    arrive(library, filled, news("Venice opens", "With a ferry.", guid="guid-Venice opens"))
    assert set(unread(library)) == {"Gossip at the gala", "Heat 2 begins"}


def test_nothing_is_noted_where_there_is_no_mute(library: Library, filled: Feed) -> None:
    assert library._db.rows("SELECT * FROM unmuted") == []


def test_what_was_stopped_goes_on_with_the_next_refresh(library: Library, filled: Feed) -> None:
    library.mute("ferry")
    save(library, filled, news("A ferry"))
    while library.index_batch():
        pass
    library.mute_arrived(lambda: True)
    assert ("A ferry" in unread(library), library.has_unindexed()) == (True, True)
    library.mute_arrived()
    assert ("A ferry" in unread(library), library.has_unindexed()) == (False, False)


def test_bookmarks_and_what_the_person_marked_are_left_alone(library: Library, filled: Feed) -> None:
    library.bookmark(1)
    library.mark([2], read=True)
    library.mark([2], read=False)
    before = library.mute("title:at OR venice")
    assert (before[1], len(unread(library))) == (1, 2)
    library.mute("ferry")
    save(library, filled, news("A ferry"), news("A ferry again"))
    library.bookmark(4)
    library.mark([5], read=True)
    library.mark([5], read=False)
    arrive(library, filled)
    assert len(unread(library)) == 4


def test_what_the_person_marked_unread_is_muted_by_a_new_mute(library: Library, filled: Feed) -> None:
    library.mute("heat")
    [heat] = [row.id for row in library.rows([1, 2, 3]) if row.title == "Heat 2 begins"]
    library.mark([heat], read=False)
    assert library.mute("heat", until="2027-01-01")[1] == 0
    assert "Heat 2 begins" in unread(library)
    assert library.mute("title:begins")[1] == 1
    assert [each.muted for each in library.mutes()] == [0, 1]


def test_the_same_query_again_changes_its_date_alone(library: Library, clock: Clock) -> None:
    library.mute("heat  2")
    clock.now += DAY
    library.mute("heat 2", until="2026-12-01")
    assert library.mutes() == [Mute(id=1, query="heat 2", until="2026-12-01", since=NOW)]
    library.mute(" heat 2 ")
    assert library.mutes() == [Mute(id=1, query="heat 2", until=None, since=NOW)]
    library.mute('"heat 2"')
    assert [each.id for each in library.mutes()] == [1, 2]


def test_what_is_ended_is_given_back_but_what_was_touched(library: Library, filled: Feed) -> None:
    library.mute("is:unread")
    assert unread(library) == []
    library.mark([1], read=False)
    library.mark([1], read=True)
    library.keep_position(2, 500)
    gone, given = library.unmute(1)
    assert (gone.muted, given, unread(library)) == (3, 1, [library.article(3).title])
    assert library.mutes() == []


def test_a_bookmark_made_since_is_not_given_back(library: Library, filled: Feed) -> None:
    library.mute("is:unread")
    library.bookmark(2)
    assert (library.unmute(1)[1], len(unread(library))) == (2, 2)


def test_what_another_mute_holds_stays_read(library: Library, filled: Feed) -> None:
    library.mute("gossip OR heat")
    library.mute("gala")
    assert (library.unmute(1)[1], sorted(unread(library))) == (1, ["Heat 2 begins", "Venice opens"])
    assert (library.unmute(2)[1], len(unread(library))) == (1, 3)


def test_ids_are_never_used_again(library: Library) -> None:
    library.mute("one")
    library.unmute(1)
    assert library.mute("two")[0].id == 2
    with pytest.raises(NotFoundError, match="There is no mute 1; `newsreel mutes` shows the numbers"):
        library.unmute(1)


def test_a_mute_is_over_when_its_day_comes(library: Library, filled: Feed, clock: Clock) -> None:
    library.mute("ferry", until="2026-09-23")
    clock.now += DAY
    arrive(library, filled, news("First ferry", published=clock.now))
    clock.now += DAY
    arrive(library, filled, news("Second ferry", published=clock.now))
    assert [title for title in unread(library) if "ferry" in title] == ["Second ferry"]
    assert library._db.rows("SELECT * FROM unmuted") == []
    library.mute("ferry")
    assert [title for title in unread(library) if "ferry" in title] == []


@pytest.mark.parametrize(("zone", "left"), [("UTC-10", ["A ferry"]), ("UTC+10", [])])
def test_the_day_is_that_of_the_person(
    library: Library, filled: Feed, clock: Clock, monkeypatch: pytest.MonkeyPatch, zone: str, left: list[str]
) -> None:
    library.mute("ferry", until="2026-09-22")
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert os.environ["TZ"] == zone
    arrive(library, filled, news("A ferry"))
    assert [title for title in unread(library) if "ferry" in title] == left


@pytest.mark.parametrize("until", ["2026-09-21", "2020-01-01"])
def test_a_day_that_is_not_ahead_is_refused(library: Library, until: str) -> None:
    with pytest.raises(UsageError, match=f"{until} is not ahead any more"):
        library.mute("heat", until=until)
    assert library.mutes() == []


def test_what_is_no_query_is_refused(library: Library) -> None:
    with pytest.raises(QueryError, match="a date"):
        library.mute("after:soon")
    with pytest.raises(UsageError, match="empty query"):
        library.mute("  ")


def test_a_story_whose_reports_are_all_muted_is_read(library: Library, feed: Feed) -> None:
    other = library.subscribe("https://slate.test/feed")
    title = "Michael Mann begins shooting ‘Heat 2’ in Chicago"
    for each in (feed, other):
        arrive(library, each, entry(f"heat {each.id}", title=title))
    library.mute(f"feed:{other.id}")
    assert [(story.report_count, story.unread) for story in library.stories()] == [(2, True)]
    library.mute("heat")
    assert [(story.report_count, story.unread) for story in library.stories()] == [(2, False)]


def test_nothing_repeats_what_a_mute_marked(library: Library, feed: Feed) -> None:
    """A copy of an article that nobody read is news."""
    other = library.subscribe("https://slate.test/feed", title="Slate")
    words = "Michael Mann begins shooting the sequel in Chicago on Monday with a cast of forty and no script."
    library.mute(f"feed:{feed.id}")
    for hours, each in enumerate((feed, other)):
        told = {"title": "Mann begins shooting ‘Heat 2’", "document": text(words), "summary": words}
        arrive(library, each, entry(f"heat {each.id}", published=NOW - 7200 + hours * 3600, **told))
    assert library.story(1).reports[1].copy_of == 1
    assert [row.read for row in library.rows([1, 2])] == [True, False]


def test_a_mute_that_lies_damaged_in_the_file_stops_nothing(library: Library, filled: Feed) -> None:
    library.mute("ferry")
    library._db.rows("INSERT INTO mute (query, since) VALUES ('(a OR', 1)")
    arrive(library, filled, news("A ferry"))
    assert "A ferry" not in unread(library)
    library.mute("(a)")
    assert [each.id for each in library.mutes()] == [1, 2, 3]


def test_two_processes_mute_one_query_once(library: Library, tmp_path: Path, clock: Clock) -> None:
    with Library(tmp_path / "library.db", clock=clock) as other:
        library.mute("heat")
        other.mute("heat", until="2027-01-01")
    assert [(each.id, each.until) for each in library.mutes()] == [(1, "2027-01-01")]


def test_what_is_muted_of_a_feed_by_its_address_stays_so_where_it_moves(library: Library, feed: Feed) -> None:
    library.mute(f'feed:"{feed.url}" opus')
    moved = Answer(next_due=0, url="https://new.test/feed", former_url=feed.url)
    library.save_feed(feed.id, parsed(news("Opus one"), news("Else")), moved)
    while library.index_batch():
        pass
    library.mute_arrived()
    assert unread(library) == ["Else"]
    library.subscribe(feed.url)
    library.save_feed(feed.id, parsed(news("Opus two")), Answer(next_due=0))
    while library.index_batch():
        pass
    library.mute_arrived()
    assert sorted(unread(library)) == ["Else", "Opus two"], "another is at the address now"


# ---------------------------------------------------------------- lifted, and taken back


TABLES = (
    "SELECT * FROM mute ORDER BY id",
    "SELECT * FROM muted ORDER BY article_id",
    "SELECT id, read, marked_at FROM status ORDER BY id",
)


def held(library: Library) -> list[object]:
    """All that mutes know, and how every article is marked."""
    return [library._db.rows(sql) for sql in TABLES] + [library.counts()]


def test_what_was_lifted_is_as_it_was(library: Library, filled: Feed, clock: Clock) -> None:
    library.mute("gossip OR heat", until="2027-01-01")
    clock.now += DAY
    library.mute("gala OR venice")
    arrive(library, filled, news("Gossip again"), news("Another"))
    library.mark([2], read=False)
    before = held(library)
    clock.now += DAY
    for number, given in ((1, 1), (2, 1)):
        lifted = library.lift_mute(number)
        assert (lifted.mute.id, lifted.unread, number in {each.id for each in library.mutes()}) == (
            number,
            given,
            False,
        )
        library.restore_mute(lifted)
        assert held(library) == before


def test_what_came_in_since_is_held_against_it_and_what_was_touched_stays(
    library: Library, filled: Feed
) -> None:
    library.mute("is:unread")
    lifted = library.lift_mute(1)
    assert len(unread(library)) == 3
    library.bookmark(1)
    library.mark([2], read=True)
    library.mark([2], read=False)
    arrive(library, filled, news("A ferry"))
    library.restore_mute(lifted)
    assert sorted(unread(library)) == sorted(library.article(each).title for each in (1, 2))
    assert [(each.id, each.muted) for each in library.mutes()] == [(1, 4)]
    assert library.unmute(1)[1] == 2


def test_what_is_over_or_damaged_or_muted_anew_comes_back_as_well(
    library: Library, filled: Feed, clock: Clock
) -> None:
    library._db.rows("INSERT INTO mute (query, since) VALUES ('(a OR', 1)")
    library.mute("ferry", until="2026-09-23")
    clock.now += 5 * DAY
    arrive(library, filled, news("A ferry"))
    before = held(library)
    for number in (1, 2):
        library.restore_mute(library.lift_mute(number))
        assert held(library) == before
    lifted = library.lift_mute(2)
    library.mute("ferry")
    library.restore_mute(lifted)
    assert [(each.query, each.until, each.id) for each in library.mutes()][1:] == [("ferry", "2026-09-23", 3)]
