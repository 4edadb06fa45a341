"""Entries the library has just so are passed over, and what is on the shelf is the same as without that."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.incoming import RawBody, RawEntry, RawFeed
from reader.library import Library
from reader.model import Feed
from reader.store.values import Answer, Incomplete, Saved
from reader.text.drafts import finished
from reader.text.intake import clean_heads
from tests.store.shelf import DAY, NOW

URL = "https://film.test/feed"


def entry(guid: str | None, link: str, title: str = "Title", text: str = "text", day: int = 0) -> RawEntry:
    published = NOW - day * DAY
    return RawEntry(guid=guid, link=link, title=RawBody(title), summary=RawBody(text), published=published)


def said(
    library: Library, feed: Feed, entries: tuple[RawEntry, ...], *, whole: bool = False, now: int = NOW
) -> Saved:
    """Save as a refresh does."""
    known = frozenset() if whole else library.just_so(feed.id, 2 * len(entries))
    heads = clean_heads(RawFeed(format="rss 2.0", entries=entries), url=URL, now=now, known=known)
    later = library.can_wait(feed.id, heads.entries)
    made = tuple(one if one.digest in later else finished(one) for one in heads.entries)
    try:
        return library.save_feed(feed.id, replace(heads, entries=made), Answer(next_due=NOW))
    except Incomplete:
        return said(library, feed, entries, whole=True, now=now)


def shelf(library: Library, feed: Feed) -> list[object]:
    """All there is of a feed, in order, and by which keys it is known."""
    sql = """
        SELECT guid_key, link_key, read, sort, a.title, a.url, published, digest, silent_edits, by_link
        FROM status s JOIN article a ON a.id = s.id JOIN feed f ON f.id = s.feed_id
        WHERE f.id = ? ORDER BY s.id
    """
    return [*library._db.rows(sql, (feed.id,))]


def test_only_what_is_new_or_edited_is_looked_at(library: Library, feed: Feed) -> None:
    old = entry("1", "/1"), entry("2", "/2")
    said(library, feed, old)
    known = library.just_so(feed.id, 10)
    raw = RawFeed(format="rss 2.0", entries=(entry("3", "/3"), *old[:1], entry("2", "/2", text="edited")))
    news = clean_heads(raw, url=URL, now=NOW, known=known)
    assert [one.guid for one in news.entries] == ["3", "2"]
    assert len(known) == 2
    assert len(news.known) == 1
    assert said(library, feed, raw.entries) == Saved(1, 1, unread=1)


def test_an_entry_does_not_take_the_article_of_one_passed_over(library: Library, feed: Feed) -> None:
    """One link, two ids: without the first entry, the second would be it under a new id."""
    first = entry("1", "https://film.test/page")
    said(library, feed, (first,))
    assert said(library, feed, (entry("2", "https://www.film.test/page/"), first)) == Saved(1, 0, unread=1)


def test_an_id_that_repeats_one_passed_over_shows_that_ids_repeat(library: Library, feed: Feed) -> None:
    first = entry("1", "/1", "One")
    said(library, feed, (first,))
    assert said(library, feed, (entry("1", "/2", "Two"), first)) == Saved(1, 0, unread=1)
    assert library._db.value("SELECT by_link FROM feed") == 1


def test_an_article_told_by_one_passed_over_is_not_what_its_id_now_leads_to(
    library: Library, feed: Feed
) -> None:
    told = entry(None, "/a", "Two", "edited", 5)
    said(library, feed, (told, entry("1", "/a", "Two")))
    again = (told, entry(None, "/b", "One"), entry("1", "/b", "One"))
    assert said(library, feed, again) == Saved(1, 0, unread=1)


def test_an_entry_whose_id_changed_does_not_come_back_because_its_twin_was_passed_over(
    library: Library, feed: Feed
) -> None:
    """Of two articles of one link and title it is the one that nobody else tells: that takes both to see."""
    twin = entry(None, "/a")
    said(library, feed, (twin, entry("1", "/a")))
    assert said(library, feed, (twin, entry("2", "/a"))) == Saved(changed=1)


@pytest.mark.parametrize("link", ["", "https://film.test/"])
def test_what_goes_by_its_title_and_date_comes_once_though_its_date_is_believed_later(
    library: Library, feed: Feed, link: str
) -> None:
    ahead = (entry(None, link, "Ahead", day=-3),)
    assert said(library, feed, ahead) == Saved(1, 0, unread=1)
    assert said(library, feed, ahead, now=NOW + 3 * DAY) == Saved()


ENTRIES = st.builds(
    entry,
    st.sampled_from([None, "1", "2", "https://film.test/a"]),
    st.sampled_from(["/a", "https://www.film.test/a/", "/b", "/a?utm_source=x"]),
    st.sampled_from(["One", "Two", ""]),
    st.sampled_from(["text", "edited"]),
    st.sampled_from([0, 5]),
)
FEEDS = st.lists(st.lists(ENTRIES, max_size=4).map(tuple), min_size=2, max_size=5)


def test_the_shelf_is_the_same_as_if_all_were_looked_at(library: Library) -> None:
    numbers = count()

    @settings(deadline=None)
    @given(FEEDS)
    def same(feeds: list[tuple[RawEntry, ...]]) -> None:
        ours, theirs = (library.subscribe(f"{URL}/{next(numbers)}") for _ in range(2))
        for entries in feeds:
            assert said(library, ours, entries) == said(library, theirs, entries, whole=True)
            assert shelf(library, ours) == shelf(library, theirs)

    same()
