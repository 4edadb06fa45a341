"""Quotes: lines that were kept of an article, with its bookmark and for as long as that."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import NotFoundError, UsageError
from reader.library import Library
from reader.library.mending import restore
from reader.library.quoting import LONGEST_QUOTE
from reader.model import Feed, KeptQuote, View
from tests.library.test_carrying import FEED, sent
from tests.store.shelf import DAY, HOUR, NOW, Clock, entry, save

FIRST, SECOND = "Ferrari first, then this.", "The book goes both ways in time,\n\nand so will we."


@pytest.fixture
def article(library: Library, feed: Feed) -> int:
    """An article that is not bookmarked."""
    save(library, feed, entry("a"))
    return library.keys(View("all"))[0].id


def kept(library: Library, article_id: int) -> list[str]:
    return [quote.text for quote in library.article(article_id).quotes]


def test_a_quote_is_kept_with_its_moment_and_a_bookmark(library: Library, article: int) -> None:
    assert library.keep_quote(article, FIRST, place=7) == (True, True)
    quotes = (KeptQuote(text=FIRST, place=7, kept_at=NOW),)
    (bookmark,) = library.bookmarks()
    assert (bookmark.quotes, library.article(article).quotes) == (quotes, quotes)


def test_the_same_words_are_kept_once(library: Library, article: int, clock: Clock) -> None:
    library.keep_quote(article, SECOND, place=1)
    clock.now += HOUR
    assert library.keep_quote(article, " ".join(SECOND.split()), place=2) == (False, False)
    assert library.article(article).quotes == (KeptQuote(text=SECOND, place=1, kept_at=NOW),)


def test_they_stand_in_the_order_of_the_text_and_else_of_time(
    library: Library, article: int, clock: Clock
) -> None:
    for text, place in (("late", None), ("third", 30), ("later", None), ("first", 1), ("beside it", 1)):
        library.keep_quote(article, text, place=place)
        clock.now += 1
    assert kept(library, article) == ["first", "beside it", "third", "late", "later"]


def test_they_leave_with_the_bookmark_and_come_back_with_it(library: Library, article: int) -> None:
    library.keep_quote(article, FIRST)
    library.unbookmark(article)
    assert (kept(library, article), library.bookmarks()) == ([], [])
    library.restore_bookmark(article)
    assert kept(library, article) == [FIRST]
    library.unbookmark(article)
    assert library.keep_quote(article, SECOND) == (True, True)
    assert kept(library, article) == [FIRST, SECOND]


def test_taken_back_it_takes_the_bookmark_that_it_made(library: Library, article: int) -> None:
    library.bookmark(article, note="mine")
    library.unbookmark(article)
    came = library.keep_quote(article, FIRST)
    library.take_quote_back(article, FIRST, came)
    assert not library.article(article).bookmarked
    bookmark = library.bookmark(article)
    assert (bookmark.note, bookmark.quotes) == ("mine", ())


def test_taken_back_it_leaves_the_bookmark_to_words_kept_since(library: Library, article: int) -> None:
    came = library.keep_quote(article, FIRST)
    library.keep_quote(article, SECOND)
    library.take_quote_back(article, FIRST, came)
    assert kept(library, article) == [SECOND]


def test_taken_back_where_it_brought_but_the_bookmark_the_quote_stays_with_it(
    library: Library, article: int
) -> None:
    library.keep_quote(article, FIRST)
    library.unbookmark(article)
    came = library.keep_quote(article, FIRST)
    assert came == (False, True)
    library.take_quote_back(article, FIRST, came)
    assert library.bookmarks() == []
    library.restore_bookmark(article)
    assert kept(library, article) == [FIRST]


def test_those_let_go_of_come_back_as_they_were(library: Library, article: int, clock: Clock) -> None:
    library.keep_quote(article, FIRST, place=9)
    library.keep_quote(article, SECOND, place=3)
    before = library.article(article).quotes
    clock.now += HOUR
    gone = library.drop_quotes(article, [FIRST, "never kept"])
    assert (gone, kept(library, article)) == (before[1:], [SECOND])
    library.restore_quotes(article, gone)
    assert library.article(article).quotes == before


def test_the_filter_finds_their_words(library: Library, article: int) -> None:
    library.keep_quote(article, SECOND)
    assert [each.article_id for each in library.bookmarks("both ways")] == [article]
    library.drop_quotes(article, [SECOND])
    assert library.bookmarks("both ways") == []


def test_what_cannot_be_kept_is_said(library: Library, article: int) -> None:
    with pytest.raises(NotFoundError, match="999"):
        library.keep_quote(999, FIRST)
    with pytest.raises(UsageError, match="pick less"):
        library.keep_quote(article, "a" * (LONGEST_QUOTE + 1))
    assert library.bookmarks() == []


def test_they_outlive_feed_and_article(library: Library, feed: Feed, article: int) -> None:
    library.keep_quote(article, FIRST)
    library.unsubscribe(feed.id)
    with library._db.write() as write:
        write.execute("DELETE FROM status WHERE id = ?", (article,))
    assert kept(library, article) == [FIRST]


def test_a_copy_and_what_is_restored_of_it_hold_them(tmp_path: Path, clock: Clock) -> None:
    path, mine = tmp_path / "library.db", tmp_path / "mine.db"
    with Library(path, clock=clock) as library:
        save(library, library.subscribe(FEED), entry("a"))
        library.keep_quote(1, FIRST, place=9)
        library.keep_quote(1, SECOND, place=3)
        quotes = library.article(1).quotes
        library.copy_to(mine)
        daily = library.back_up()
        library.drop_quotes(1, [FIRST, SECOND])
    for copy in (mine, daily):
        restore(path, copy, now=clock())
        with Library(path, clock=clock) as library:
            assert (library.bookmarks()[0].quotes, library.faults()) == (quotes, [])


def test_of_two_libraries_none_is_lost(tmp_path: Path) -> None:
    clock = Clock(NOW + DAY)
    with Library(tmp_path / "one.db", clock=Clock()) as one, Library(tmp_path / "two.db", clock=clock) as two:
        for library in (one, two):
            save(library, library.subscribe(FEED), entry("a"), entry("b"))
        for library, number, text, place in (
            (one, 1, "here", 5), (one, 1, "both", 1), (two, 1, "there", 3), (two, 1, "both", 1),
            (one, 2, "mine", 1), (two, 2, "theirs", 0),
        ):  # fmt: skip
            library.keep_quote(number, text, place=place)
        two.unbookmark(2)
        two.take_in(sent(one))
        one.take_in(sent(two))
        for library in (one, two):
            assert [kept(library, number) for number in (1, 2)] == [
                ["both", "there", "here"],
                ["theirs", "mine"],
            ]
            assert [each.kept_at for each in library.article(1).quotes][1:] == [NOW + DAY, NOW]
        before = two.article(1).quotes
        two.take_in(sent(one))
        assert two.article(1).quotes == before


def test_what_a_file_says_of_quotes_is_made_safe(tmp_path: Path) -> None:
    with (
        Library(tmp_path / "one.db", clock=Clock()) as one,
        Library(tmp_path / "two.db", clock=Clock()) as two,
    ):
        save(one, one.subscribe(FEED), entry("a"))
        one.keep_quote(1, "\x1b]0;gone\x07 said\u202e", place=-5)
        one.keep_quote(1, "\x1b\x07")
        two.take_in(sent(one))
        ((text, place),) = [(each.text, each.place) for each in two.bookmarks()[0].quotes]
        assert ("\x1b" in text, "\u202e" in text, place) == (False, False, None)
