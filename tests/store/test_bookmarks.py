"""Bookmarks are copies: they outlive everything but the person's word, and even that can be taken back."""

from __future__ import annotations

import pytest

from reader.errors import NotFoundError
from reader.library import Library
from reader.model import Feed, View
from tests.store.shelf import HOUR, NOW, Clock, entry, save, text, titles


@pytest.fixture
def saved(library: Library, feed: Feed) -> int:
    """A bookmarked article."""
    save(library, feed, entry("Amélie", image="https://film.test/i.jpg"), entry("other"))
    key = next(k for k in library.keys(View("all")) if library.article(k.id).title == "Title Amélie")
    library.bookmark(key.id, tags=["to read", " Paris  78 ", "to read", ""], note=" See again ")
    return key.id


def test_a_bookmark_holds_what_the_person_said(library: Library, saved: int) -> None:
    (bookmark,) = library.bookmarks()
    assert (bookmark.article_id, bookmark.title, bookmark.feed_title) == (
        saved,
        "Title Amélie",
        "The Backlot",
    )
    assert (bookmark.tags, bookmark.note, bookmark.saved_at) == (("to read", "Paris 78"), "See again", NOW)
    article = library.article(saved)
    assert (article.bookmarked, article.tags, article.note) == (True, bookmark.tags, bookmark.note)
    assert library.rows([saved])[0].bookmarked


def test_tags_and_note_are_edited_apart(library: Library, saved: int, clock: Clock) -> None:
    clock.now += HOUR
    assert library.bookmark(saved, note="New").tags == ("to read", "Paris 78")
    edited = library.bookmark(saved, tags=[])
    assert (edited.tags, edited.note, edited.saved_at) == ((), "New", NOW)
    assert library.bookmark(saved, note="").note is None


@pytest.mark.parametrize(
    "query", ["", "amelie", "AMÉLIE backlot", "paris", "again", "to read see", "lot", "#par", "#to read", "#"]
)
def test_the_filter_reads_title_feed_tags_and_note(library: Library, saved: int, query: str) -> None:
    assert [bookmark.article_id for bookmark in library.bookmarks(query)] == [saved]


@pytest.mark.parametrize("query", ["nothing", "amelie nothing", "%", "body", "#amelie", "#read"])
def test_the_filter_finds_no_more_than_was_typed(library: Library, saved: int, query: str) -> None:
    assert library.bookmarks(query) == []


def test_newest_first(library: Library, saved: int, clock: Clock) -> None:
    clock.now += HOUR
    other = next(k.id for k in library.keys(View("all")) if k.id != saved)
    library.bookmark(other)
    assert [bookmark.article_id for bookmark in library.bookmarks()] == [other, saved]
    assert [key.id for key in library.keys(View("bookmarks"))] == [other, saved]


def test_those_of_one_second_stand_in_the_order_they_were_saved_in(
    library: Library, feed: Feed, clock: Clock
) -> None:
    save(library, feed, *(entry(name) for name in "abcd"))
    first, second, third, fourth = (key.id for key in library.keys(View("all")))
    for at, article_id in enumerate((second, fourth, first, third)):
        clock.now = NOW + at / 10
        library.bookmark(article_id)
    library.unbookmark(fourth)
    library.restore_bookmark(fourth)
    order = [third, first, fourth, second]
    assert [bookmark.article_id for bookmark in library.bookmarks()] == order
    assert [key.id for key in library.keys(View("bookmarks", query="is:bookmarked"))] == order
    after, pages = None, []
    while page := library.keys(View("bookmarks"), after=after, limit=1):
        (after,) = page
        pages.append(after.id)
    assert pages == order
    assert {library.day_group(key.sort, "bookmarks") for key in library.keys(View("bookmarks"))} == {"Today"}
    library.unbookmark(second)
    library.bookmark(second)
    assert [bookmark.article_id for bookmark in library.bookmarks()] == [second, *order[:-1]]


def test_a_removed_bookmark_comes_back_as_it_was(library: Library, saved: int) -> None:
    (before,) = library.bookmarks()
    library.unbookmark(saved)
    assert (library.bookmarks(), library.counts().bookmarks) == ([], 0)
    assert not library.article(saved).bookmarked
    assert library.restore_bookmark(saved) == before
    assert library.bookmarks("paris") == [before]


def test_saved_anew_it_keeps_what_was_said_and_takes_the_text_of_now(
    library: Library, feed: Feed, saved: int, clock: Clock
) -> None:
    library.unbookmark(saved)
    clock.now += HOUR
    save(library, feed, entry("Amélie", document=text("More")))
    again = library.bookmark(saved)
    assert (again.saved_at, again.tags, again.note) == (NOW + HOUR, ("to read", "Paris 78"), "See again")
    library.unbookmark(saved)
    with library._db.write() as write:
        write.execute("DELETE FROM status WHERE id = ?", (saved,))
    assert library.bookmark(saved).tags == ("to read", "Paris 78")
    assert library.document(saved) == text("More")


def test_what_is_not_there_is_said(library: Library) -> None:
    for act in (
        library.bookmark,
        library.unbookmark,
        library.restore_bookmark,
        library.article,
        library.document,
    ):
        with pytest.raises(NotFoundError, match="7"):
            act(7)
    assert library.bookmarks() == []


def test_the_copy_outlives_feed_and_article(library: Library, feed: Feed, saved: int) -> None:
    whole = library.article(saved)
    library.unsubscribe(feed.id)
    assert library.article(saved).feed_id is None
    with library._db.write() as write:
        write.execute("DELETE FROM status WHERE id = ?", (saved,))
    copy = library.article(saved)
    assert (copy.title, copy.url, copy.feed_title, copy.image, copy.published, copy.words) == (
        whole.title,
        whole.url,
        whole.feed_title,
        whole.image,
        whole.published,
        whole.words,
    )
    assert (copy.tags, copy.note, copy.bookmarked, copy.read) == (whole.tags, whole.note, True, True)
    assert (library.document(saved), library.source(saved)) == (
        text("Body of Amélie"),
        "<p>Body of Amélie</p>",
    )
    assert titles(library, View("bookmarks")) == ["Title Amélie"]
    library.unbookmark(saved)
    with pytest.raises(NotFoundError):
        library.document(saved)
    assert library.restore_bookmark(saved).title == "Title Amélie"
    assert library.document(saved) == text("Body of Amélie")
