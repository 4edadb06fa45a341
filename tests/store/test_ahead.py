"""Articles that can be searched for before their texts are made, and the index once these are."""

from __future__ import annotations

import pytest

from reader.incoming import Entry, Page, ParsedFeed, RawEntry
from reader.library import Library
from reader.model import Feed
from reader.store.indexing import Index
from reader.text.ahead import words_ahead
from reader.text.drafts import finished, read_draft
from reader.text.html import to_document
from tests.store.test_drafts import heads, make, save

HEAT, DUST = "<p>Camera and <b>r</b>eel</p>", "<p>Nitrate</p>"


def teach(library: Library) -> None:
    for batch in library.unmade_batches():
        library.teach_ahead(batch, lambda _, draft: words_ahead(draft))


def found(library: Library, *words: str) -> list[list[int]]:
    return [sorted(article.id for article in library.search(word)) for word in words]


def noted(library: Library) -> tuple[int, int]:
    """How many the index was taught ahead, and how many it has to learn."""
    return library._db.value("SELECT count(*) FROM ahead"), library._db.value(
        "SELECT count(*) FROM unindexed"
    )


@pytest.fixture
def taught(library: Library, feed: Feed) -> Library:
    """Two articles, taught ahead."""
    save(library, feed, heads(HEAT, DUST))
    teach(library)
    return library


def index(library: Library) -> None:
    while library.index_batch():
        pass


def test_they_are_found_before_and_after(taught: Library) -> None:
    words = ("reel", '"camera and reel"', "title", "nitrate")
    before = [[2], [2], [1, 2], [1]]
    assert (found(taught, *words), noted(taught)) == (before, (2, 0))
    make(taught)
    assert (found(taught, *words), noted(taught)) == (before, (0, 0))


def test_what_was_taught_is_not_taught_twice(taught: Library) -> None:
    teach(taught)
    assert noted(taught) == (2, 0)
    written = taught._db.connection().total_changes()
    teach(taught)
    assert taught._db.connection().total_changes() == written


def test_a_text_that_says_something_else_is_learnt(library: Library, feed: Feed) -> None:
    save(library, feed, heads(HEAT, DUST))
    for batch in library.unmade_batches():
        library.teach_ahead(batch, lambda *_: "celluloid")
    assert found(library, "celluloid", "reel") == [[1, 2], []]
    make(library)
    index(library)
    assert (found(library, "celluloid", "reel", "nitrate"), noted(library)) == ([[], [2], [1]], (0, 0))


def test_one_changed_meanwhile_is_learnt_with_its_text(taught: Library, feed: Feed) -> None:
    """Even where the index learns of the change first, when the text is not there yet."""
    with taught._db.write() as write:
        write.execute("UPDATE article SET title = 'Sequel' WHERE id = 2")
    index(taught)
    assert (found(taught, "sequel", "reel"), noted(taught)) == ([[2], []], (1, 0))
    make(taught)
    index(taught)
    assert (found(taught, "sequel", "reel", "nitrate"), noted(taught)) == ([[2], [2], [1]], (0, 0))


def test_one_changed_just_before_its_text_is_learnt_with_both(taught: Library) -> None:
    with taught._db.write() as write:
        write.execute("UPDATE article SET title = 'Sequel' WHERE id = 2")
    make(taught)
    index(taught)
    assert (found(taught, "sequel", "reel"), noted(taught)) == ([[2], [2]], (0, 0))


def test_a_page_that_is_there_already_is_what_is_found(library: Library, feed: Feed) -> None:
    save(library, feed, heads(HEAT))
    library.save_page(1, Page(document=to_document("<p>The whole article</p>")))
    index(library)
    teach(library)
    assert (found(library, "whole", "reel"), noted(library)) == ([[1], []], (0, 0))
    make(library)
    index(library)
    assert (found(library, "whole", "reel"), noted(library)) == ([[1], []], (0, 0))


def test_one_that_was_bookmarked_meanwhile_is_found(taught: Library) -> None:
    taught.bookmark(2)
    index(taught)
    make(taught)
    index(taught)
    assert (found(taught, "reel", "nitrate"), noted(taught)) == ([[2], [1]], (0, 0))


def test_unsubscribing_leaves_nothing(taught: Library, feed: Feed) -> None:
    taught.unsubscribe(feed.id)
    index(taught)
    assert (found(taught, "reel"), noted(taught)) == ([[]], (0, 0))


def test_one_whose_reader_ended_is_found_by_what_is_said_of_it(taught: Library) -> None:
    taught.make_one(2, lambda *_: Entry(guid=None, url=None, title="", document=to_document("gone")))
    index(taught)
    assert (found(taught, "gone", "reel", "nitrate"), noted(taught)) == ([[2], [], [1]], (1, 0))


def test_mutes_hold_once_the_text_is_made(library: Library, feed: Feed) -> None:
    library.mute("nitrate")
    save(library, feed, heads(HEAT, DUST))
    teach(library)
    library.mute_arrived()
    assert [row.read for row in library.rows([1, 2])] == [False, False]
    make(library)
    library.mute_arrived()
    assert [row.read for row in library.rows([1, 2])] == [True, False]


def test_small_feeds_are_dealt_with_together(library: Library) -> None:
    for count in (60, 40, 1, 100, 99):
        save(library, library.subscribe(f"https://film.test/{count}"), heads(*[HEAT] * count))
    assert library.unmade_batches() == [(1, 61), (101, 101), (102, 102), (202, 202)]
    teach(library)
    assert noted(library) == (300, 0)


def test_a_piece_that_is_damaged_is_passed_over(library: Library, feed: Feed) -> None:
    save(library, feed, heads(HEAT))
    with library._db.write() as write:
        write.execute("UPDATE draft SET packed = x'c1'")
    teach(library)
    assert noted(library) == (0, 0)


def test_another_process_may_have_made_the_text_meanwhile(library: Library, feed: Feed) -> None:
    save(library, feed, heads(HEAT, DUST))

    def slowly(_: int, draft: RawEntry) -> str:
        make(library)
        return words_ahead(draft)

    for batch in library.unmade_batches():
        library.teach_ahead(batch, slowly)
    assert (found(library, "reel", "nitrate"), noted(library)) == ([[2], [1]], (0, 0))


def test_one_taught_by_another_process_while_its_text_is_made_is_learnt(library: Library, feed: Feed) -> None:
    save(library, feed, heads(HEAT))

    def slowly(_: int, draft: RawEntry) -> Entry:
        for batch in library.unmade_batches():
            library.teach_ahead(batch, lambda *_: "celluloid")
        return read_draft(draft)

    while library.make_batch(slowly):
        pass
    assert (found(library, "celluloid", "reel"), noted(library)) == ([[], [1]], (0, 0))


def test_a_text_made_while_the_index_learns_of_a_change_is_in_it(taught: Library) -> None:
    """Another process read the article before its text was there, and writes it after."""
    save(
        taught,
        taught.subscribe("https://film.test/other"),
        ParsedFeed(format="", title="", entries=tuple(map(finished, heads(HEAT).entries))),
    )

    def slowly(_: bytes) -> str:
        taught.make_one(2, lambda _, draft: read_draft(draft))
        return "made"

    with taught._db.write() as write:
        write.execute("UPDATE article SET title = 'Sequel' WHERE id = 2")
    Index(taught._db, slowly).batch()
    index(taught)
    assert (found(taught, "sequel", "reel"), noted(taught)) == ([[2], [2]], (1, 0))
