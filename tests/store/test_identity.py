"""What is recognised when a feed says it again (reliability rows D1 to D8)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document import Document
from reader.incoming import Entry
from reader.library import Library
from reader.model import Feed, View
from reader.store.identity import canonical, link_key
from reader.store.values import Saved
from tests.store.shelf import DAY, HOUR, NOW, Clock, answer, entry, save, text, titles, unread


@pytest.mark.parametrize(
    "url",
    [
        "http://film.test/a",
        "https://www.film.test/a/",
        "https://film.test/a?utm_source=rss&utm_medium=feed",
        "https://FILM.test:443/a?fbclid=1#utm_campaign=x",
        "https://film.test/a?",
    ],
)
def test_links_written_differently_are_one(url: str) -> None:
    assert canonical(url) == "film.test/a"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://film.test/a?p=1", "https://film.test/a?p=2"),
        ("https://film.test/a", "https://film.test/A"),
        ("https://film.test/live#post-1", "https://film.test/live#post-2"),
        ("https://film.test/a", "https://film.test:8443/a"),
        ("https://film.test/?p=1", "https://film.test/?p=2"),
    ],
)
def test_other_links_stay_apart(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    "url", [None, "", "https://film.test", "http://www.film.test/", "https://film.test/?utm_x=1"]
)
def test_a_home_page_recognises_nothing(url: str | None) -> None:
    assert link_key(url) is None


@given(st.text())
def test_canonical_takes_anything_and_is_stable(text: str) -> None:
    for url in (text, f"https://{text}"):
        assert isinstance(canonical(url), str)


def test_d1_a_guid_for_several_links_loses_nothing(library: Library, feed: Feed) -> None:
    entries = [entry(str(n), guid="same") for n in range(20)]
    assert save(library, feed, *entries).new == 20
    assert save(library, feed, *entries).new == 0
    assert save(library, feed, entry("late", guid="same")).new == 1
    assert save(library, feed, *entries, entry("late", guid="same")).new == 0


def test_d1_a_guid_that_begins_to_repeat_brings_nothing_back(library: Library, feed: Feed) -> None:
    first = [entry(str(n)) for n in range(5)]
    save(library, feed, *first)
    library.mark_view(View("all"), read=True)
    again = [entry(str(n), guid="same") for n in range(7)]
    assert save(library, feed, *again).new == 2
    assert sorted(unread(library)) == ["Title 5", "Title 6"]


def test_d1_a_guid_used_again_another_day_is_another_article(
    library: Library, feed: Feed, clock: Clock
) -> None:
    save(library, feed, entry("one", guid="latest"))
    clock.now += 3 * DAY
    assert save(library, feed, entry("two", guid="latest", published=clock.now)).new == 1
    assert titles(library, View("all")) == ["Title two", "Title one"]


def test_d1_a_guid_that_is_a_place_in_the_feed_hides_nothing(library: Library, feed: Feed) -> None:
    """Each new entry takes the guid of the one before it, which moves down."""
    save(library, feed, *(entry(str(5 - place), guid=str(place)) for place in range(5)))
    library.mark_view(View("all"), read=True)
    kept = library.keys(View("all"))
    library.bookmark(kept[0].id)
    moved = [entry(str(7 - place), guid=str(place)) for place in range(5)]
    assert save(library, feed, *moved).new == 2
    assert sorted(unread(library)) == ["Title 6", "Title 7"]
    assert [library.article(key.id).title for key in kept] == [f"Title {n}" for n in (5, 4, 3, 2, 1)]
    assert save(library, feed, *moved).new == 0


def test_d1_an_edit_that_changes_the_address_too_is_no_other_article(library: Library, feed: Feed) -> None:
    save(library, feed, entry("one"), entry("two"))
    edited = entry("one", title="Title two", url="https://film.test/other")
    assert save(library, feed, edited, entry("two"), entry("three", url="https://film.test/one")).new == 1


def test_d2_no_guid_goes_by_link_then_by_title_and_date(library: Library, feed: Feed) -> None:
    entries = [
        entry("link", guid=None),
        entry("bare", guid=None, url=None),
        entry("bare 2", guid=None, url=None, title="Title bare", published=NOW - 2 * HOUR),
        entry("home", guid=None, url="https://film.test/"),
        entry("home 2", guid=None, url="https://film.test/"),
        entry("nothing", guid=None, url=None, title="", published=None),
    ]
    assert save(library, feed, *entries).new == 6
    assert save(library, feed, *entries).new == 0


def test_d3_all_guids_change(library: Library, feed: Feed) -> None:
    save(library, feed, *(entry(str(n)) for n in range(8)))
    library.mark_view(View("all"), read=True)
    kept = library.keys(View("all"))
    library.bookmark(kept[0].id)
    churned = [entry(str(n), guid=f"new-{n}") for n in range(8)]
    assert save(library, feed, *churned).new == 0
    assert unread(library) == []
    assert library.keys(View("all")) == kept
    assert save(library, feed, *churned) == save(library, feed, *churned)
    assert library.article(kept[0].id).bookmarked


def test_d3_guids_and_the_queries_of_links_change_at_each_fetch(library: Library, feed: Feed) -> None:
    def fetched(turn: int, *names: str) -> Saved:
        return save(library, feed, *(said(turn, name) for name in names))

    def said(turn: int, name: str, **fields: object) -> Entry:
        own = {"guid": f"{turn}-{name}", "url": f"https://film.test/{name}?session={turn}"}
        return entry(name, **own | fields)

    assert fetched(1, "one", "two").new == 2
    library.mark_view(View("all"), read=True)
    assert [fetched(turn, "one", "two").new for turn in (2, 3)] == [0, 0]
    assert fetched(4, "three", "one").new == 1
    assert unread(library) == ["Title three"]
    others = ({"title": "Else"}, {"published": NOW - 2 * HOUR}, {"url": "https://film.test/else"})
    for turn, other in enumerate(others, 5):
        assert save(library, feed, said(turn, "one", **other)).new == 1
    assert save(library, feed, said(8, "two"), said(9, "two")).new == 2, "two at once are two"


@pytest.mark.parametrize("link", ["https://new.test/{}", "https://new.test/2026/film/{}/"])
def test_d3_an_outlet_that_moves_house_brings_nothing_twice(library: Library, feed: Feed, link: str) -> None:
    names = ("heat-2-is-dated-at-last", "a-quiet-drama-wins-again", "98765")
    save(library, feed, *(entry(name, url=f"https://film.test/{name}") for name in names))
    library.mark([1, 2], read=True)
    moved = [entry(name, guid=f"https://new.test/?p={name}", url=link.format(name)) for name in names]
    assert save(library, feed, *moved).new == 0
    assert (len(titles(library, View("all"))), len(unread(library))) == (3, 1)
    assert save(library, feed, *moved[1:], entry(names[0], guid="4", url="https://new.test/another")).new == 1


@pytest.mark.parametrize("name", ["trailer", "official-trailer", "the-official-trailer-is-here"])
@pytest.mark.parametrize(("title", "moment"), [("Official trailer", NOW // DAY * DAY), ("", NOW - HOUR)])
def test_d3_what_two_films_call_alike_on_a_day_is_not_one_article(
    library: Library, feed: Feed, title: str, moment: int, name: str
) -> None:
    for turn, film in enumerate(("heat-2", "dune"), 1):
        trailer = entry(film, url=f"https://film.test/{film}/{name}", title=title, published=moment)
        assert save(library, feed, trailer).new == 1
        assert len(titles(library, View("all"))) == turn


def test_d3_what_is_posted_in_one_second_and_called_alike_is_not_one_article(
    library: Library, feed: Feed
) -> None:
    for film in ("heat-2", "dune"):
        photos = entry(film, url=f"https://film.test/{film}/photos", title="Photos", published=NOW - 61)
        assert save(library, feed, photos).new == 1


def test_d3_one_link_for_every_week_is_not_one_article(library: Library, feed: Feed, clock: Clock) -> None:
    weekly = "https://film.test/box-office"
    save(library, feed, entry("week 1", url=weekly))
    clock.now += 7 * DAY
    assert save(library, feed, entry("week 2", url=weekly, published=clock.now)).new == 1


def test_d4_links_change_their_scheme_and_guids_with_them(library: Library, feed: Feed) -> None:
    old, new = "http://www.film.test/{}/", "https://film.test/{}?utm_source=rss"
    save(library, feed, *(entry(str(n), guid=old.format(n), url=old.format(n)) for n in range(5)))
    library.mark_view(View("all"), read=True)
    entries = [entry(str(n), guid=new.format(n), url=new.format(n)) for n in range(5)]
    assert save(library, feed, *entries).new == 0
    assert unread(library) == []


def test_d5_a_new_link_under_the_old_guid(library: Library, feed: Feed) -> None:
    save(library, feed, entry("a"))
    (key,) = library.keys(View("all"))
    library.mark([key.id], read=True)
    saved = save(library, feed, entry("a", url="https://film.test/moved"))
    assert (saved.new, saved.changed) == (0, 1)
    article = library.article(key.id)
    assert (article.url, article.read) == ("https://film.test/moved", True)
    assert library.document(key.id) == text("Body of a")


def test_d6_edits_in_place_stay_read_and_are_believed_24_times(library: Library, feed: Feed) -> None:
    versions = [entry("a", title=f"Title {n % 2}") for n in range(101)]
    save(library, feed, versions[0])
    library.mark_view(View("all"), read=True)
    changed = [save(library, feed, version).changed for version in versions[1:]]
    assert (sum(changed), changed[:24]) == (24, [1] * 24)
    assert unread(library) == []


def test_d6_an_edit_with_a_date_is_always_believed(library: Library, feed: Feed) -> None:
    for n in range(40):
        save(library, feed, entry("a", title=f"Title {n}", updated=NOW + n))
    assert titles(library, View("all")) == ["Title 39"]


def test_d6_text_is_not_given_up_for_none(library: Library, feed: Feed) -> None:
    save(library, feed, entry("a"))
    save(library, feed, entry("a", title="Edited", document=Document()))
    (key,) = library.keys(View("all"))
    assert (library.article(key.id).title, library.document(key.id)) == ("Edited", text("Body of a"))


def test_d7_a_feed_that_shrinks_and_grows_again(library: Library, feed: Feed) -> None:
    entries = [entry(str(n), published=NOW - n * HOUR) for n in range(30)]
    save(library, feed, *entries)
    library.mark_view(View("all"), read=True)
    save(library, feed, *entries[:3])
    save(library, feed)
    assert library.count(View("all")) == 30
    assert save(library, feed, *entries).new == 0
    assert unread(library) == []


def test_d8_old_items_suddenly_new_are_backlog(library: Library, feed: Feed, clock: Clock) -> None:
    save(library, feed, entry("first"))
    library.mark_view(View("all"), read=True)
    clock.now += HOUR
    old = [entry(f"old {n}", published=NOW - 30 * DAY - n) for n in range(500)]
    assert save(library, feed, entry("fresh"), entry("undated", published=None), *old).new == 502
    assert sorted(unread(library)) == ["Title fresh", "Title undated"]


def test_an_article_gone_from_the_shelf_comes_back_read(library: Library, feed: Feed) -> None:
    save(library, feed, entry("a"))
    (key,) = library.keys(View("all"))
    library.mark([key.id], read=True)
    with library._db.write() as write:
        write.execute("DELETE FROM article")
        write.execute("UPDATE status SET listed = 0")
    assert save(library, feed, entry("a", guid="churned")).new == 0
    assert library.keys(View("all")) == [key]
    assert (library.article(key.id).read, library.document(key.id)) == (True, text("Body of a"))


# ---------------------------------------------------------------- the same, on whole feeds


def _fetch(library: Library, feed: Feed, path: Path) -> tuple[int, int]:
    from reader.feeds.parse import parse
    from reader.text.intake import clean_feed

    url = "https://film.test/feed"
    ready = clean_feed(parse(path.read_bytes(), url=url), url=url, now=NOW)
    saved = library.save_feed(feed.id, ready, answer(library.clock))  # type: ignore[arg-type]
    return saved.new, len(ready.entries)


@pytest.mark.parametrize(
    ("first", "second", "fresh"),
    [
        ("id_churn_1", "id_churn_2", 0),
        ("id_scheme_1", "id_scheme_2", 0),
        ("id_dup", "id_dup", 0),
        ("id_missing", "id_missing", 0),
        ("id_missing_nolink", "id_missing_nolink", 0),
        ("id_empty", "id_empty", 0),
        ("id_200k", "id_200k", 0),
        ("edit_a", "edit_b", 0),
        ("shrink_a", "shrink_b", 5),
        ("shrink_a", "shrink_zero", 0),
    ],
)
def test_hostile_feeds_bring_nothing_twice(
    library: Library, feed: Feed, shared: Path, first: str, second: str, fresh: int
) -> None:
    files = shared / "corpora/hostile-made-here/files"
    new, entries = _fetch(library, feed, files / f"{first}.xml")
    library.mark_view(View("all"), read=True)
    later = [_fetch(library, feed, files / f"{name}.xml")[0] for name in (second, first, second)]
    assert (new, later) == (entries, [fresh, 0, 0])
    assert (len(unread(library)), library.count(View("all"))) == (fresh, entries + fresh)
