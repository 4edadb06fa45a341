"""What becomes of what a feed says."""

from __future__ import annotations

from reader.document import Code, Document, Embed, Figure, List, Paragraph, Quote, Span, Table
from reader.library import Library
from reader.model import Enclosure, Feed, View
from reader.store.measuring import has_trailer, words
from reader.store.saving import COUNTED
from reader.store.values import Saved
from tests.store.shelf import DAY, HOUR, NOW, Clock, answer, entry, parsed, save, text, titles, unread


def test_a_first_fetch_brings_a_mornings_news(library: Library, feed: Feed) -> None:
    entries = [entry(f"{n:02}", published=NOW - n * 5 * HOUR) for n in range(40)]
    assert save(library, feed, *entries) == Saved(40, unread=10)
    assert unread(library) == [f"Title {n:02}" for n in range(10)]
    assert library.count(View("all")) == 40


def test_a_first_fetch_of_a_quiet_feed_brings_only_what_is_recent(library: Library, feed: Feed) -> None:
    entries = [entry(str(n), published=NOW - n * 2 * DAY) for n in range(5)]
    save(library, feed, *entries)
    assert unread(library) == ["Title 0", "Title 1"]


def test_a_first_fetch_without_dates_brings_the_top_of_the_feed(library: Library, feed: Feed) -> None:
    save(library, feed, *(entry(f"{n:02}", published=None) for n in range(30)))
    assert unread(library) == [f"Title {n:02}" for n in range(10)]


def test_an_empty_first_fetch_is_the_first_fetch(library: Library, feed: Feed, clock: Clock) -> None:
    save(library, feed)
    clock.now += HOUR
    save(library, feed, *(entry(f"{n:02}", published=NOW - n) for n in range(30)))
    assert library.counts().unread == 30


def test_all_of_an_entry_is_kept(library: Library, feed: Feed) -> None:
    document = Document((Paragraph((Span("word " * 150, 1, 0),)),), ("https://film.test/x",))
    enclosure = Enclosure("https://film.test/t.mp4", "video/mp4", 7)
    save(
        library,
        feed,
        entry(
            "a",
            authors=("A. Writer", "B. Writer"),
            updated=NOW - 60,
            categories=("Film", "Žižek"),
            summary="In short",
            image="https://film.test/i.jpg",
            enclosures=(enclosure,),
            document=document,
            source="<p>ä\0</p>",
        ),
    )
    (key,) = library.keys(View("all"))
    article = library.article(key.id)
    assert (article.authors, article.categories, article.enclosures) == (
        ("A. Writer", "B. Writer"),
        ("Film", "Žižek"),
        (enclosure,),
    )
    assert (article.published, article.first_seen, article.updated) == (NOW - HOUR, NOW, NOW - 60)
    assert (article.summary, article.image, article.words, article.has_full_text) == (
        "In short",
        "https://film.test/i.jpg",
        150,
        True,
    )
    assert (library.document(key.id), library.source(key.id)) == (document, "<p>ä\0</p>")
    (row,) = library.rows([key.id])
    assert (row.has_full_text, row.has_trailer, row.has_image, row.failing) == (True, True, True, False)
    assert library.counts().full_text == 1


def test_a_text_that_grows_becomes_a_full_text(library: Library, feed: Feed) -> None:
    save(library, feed, entry("a"))
    assert library.counts().full_text == 0
    save(library, feed, entry("a", document=text("word " * 200)))
    assert library.counts().full_text == 1


def test_a_feed_names_itself_and_the_person_has_the_last_word(library: Library, feed: Feed) -> None:
    assert library.feed(feed.id).title == "https://film.test/feed"
    library.save_feed(feed.id, parsed(title="The Backlot"), answer(library.clock))  # type: ignore[arg-type]
    assert library.feed(feed.id).title == "The Backlot"
    assert library.feed(feed.id).own_title is None
    assert library.edit_feed(feed.id, title="Mine").title == "Mine"
    assert library.feed(feed.id).own_title == "Mine"
    library.save_feed(feed.id, parsed(title="Renamed"), answer(library.clock))  # type: ignore[arg-type]
    assert library.feed(feed.id).title == "Mine"
    assert library.edit_feed(feed.id, title=None).title == "Renamed"
    library.save_feed(feed.id, parsed(title=""), answer(library.clock))  # type: ignore[arg-type]
    assert library.feed(feed.id).title == "Renamed"


def test_a_feed_left_while_it_was_fetched_stays_left(library: Library, feed: Feed) -> None:
    library.unsubscribe(feed.id)
    assert save(library, feed, entry("a")).new == 0
    assert (library.feeds(), titles(library, View("all"))) == ([], [])


def test_words_are_counted_and_trailers_found_anywhere() -> None:
    inner = (Paragraph((Span("two "), Span("words"))), Embed("video", "Trailer", 0))
    document = Document(
        (
            Quote((List((inner, (Code("three more\nwords"),))),)),
            Table((((Span("one"),), (Span("two"),)),)),
            Figure("https://film.test/i.jpg", caption=(Span("not counted"),)),
        )
    )
    assert (words(document), has_trailer(document, ())) == (7, True)
    assert has_trailer(text("none"), (Enclosure("https://film.test/a.mp3", "audio/mpeg"),)) is False


def test_new_articles_are_counted_without_a_look_at_the_others(library: Library) -> None:
    plans = [[row[3] for row in library._db.rows(f"EXPLAIN QUERY PLAN {sql}", (1,))] for sql in COUNTED]
    assert [plan[0] for plan in plans] == ["SEARCH status USING INTEGER PRIMARY KEY (rowid>?)"] * 2
