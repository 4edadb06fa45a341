"""What outlets change in articles after they came, and what of it is told."""

from __future__ import annotations

import pytest

from reader.document import Document, Paragraph, Span
from reader.incoming import Page
from reader.library import Library
from reader.model import Article, Feed, View
from reader.store.articles import OLDER, UNSURE
from reader.store.edits import MOST_LETTERS
from reader.store.substance import same_headline, same_text
from tests.store.shelf import DAY, HOUR, NOW, Clock, entry, save, text, titles, unread

LONG = (
    "He gave the order of work and Ferrari comes first of all, then the novel that he wrote with a friend. "
    * 5
)


def the_one(library: Library) -> Article:
    (key,) = library.keys(View("all"))
    return library.article(key.id)


def told(library: Library) -> tuple[int | None, str | None]:
    article = the_one(library)
    return article.changed, article.former_title


def test_a_new_headline_is_told_with_the_one_before_and_stays_read(
    library: Library, feed: Feed, clock: Clock
) -> None:
    save(library, feed, entry("a", title="Two names circle Heat 2"))
    assert told(library) == (None, None)
    library.mark_view(View("all"), read=True)
    clock.now += HOUR
    assert save(library, feed, entry("a", title="Studio denies names of Heat 2")).changed == 1
    assert told(library) == (NOW + HOUR, "Two names circle Heat 2")
    assert unread(library) == []


def test_a_new_text_is_told_without_a_headline(library: Library, feed: Feed, clock: Clock) -> None:
    save(library, feed, entry("a", document=text(LONG)))
    clock.now += HOUR
    added = "The studio said on Monday that none of this is so, and that no names have been asked yet."
    save(library, feed, entry("a", document=text(f"{LONG} {added}")))
    assert told(library) == (NOW + HOUR, None)


@pytest.mark.parametrize(
    ("updated", "said"),
    [
        (NOW + HOUR - 60, NOW + HOUR - 60),
        (NOW + HOUR + 60, NOW + HOUR + 60),  # a clock a little ahead of ours
        (NOW + 3 * HOUR, NOW + HOUR),
        (NOW - 2 * HOUR, NOW + HOUR),  # before it was published
        (None, NOW + HOUR),
    ],
)
def test_the_outlets_own_date_is_told_where_it_may_be(
    library: Library, feed: Feed, clock: Clock, updated: int | None, said: int
) -> None:
    save(library, feed, entry("a"))
    clock.now += HOUR
    save(library, feed, entry("a", title="Another headline", updated=updated))
    assert the_one(library).changed == said


def test_a_date_that_stayed_as_it_was_is_not_that_of_the_edit(
    library: Library, feed: Feed, clock: Clock
) -> None:
    save(library, feed, entry("a", updated=NOW - 60))
    clock.now += HOUR
    save(library, feed, entry("a", title="Another headline", updated=NOW - 60))
    assert the_one(library).changed == NOW + HOUR


def test_the_headline_that_was_read_is_the_one_before(library: Library, feed: Feed, clock: Clock) -> None:
    save(library, feed, entry("a", title="One names the film"))
    library.mark_view(View("all"), read=True)
    for title in ("Another director is named", "A third one waits outside"):
        clock.now += HOUR
        save(library, feed, entry("a", title=title))
    assert told(library) == (NOW + 2 * HOUR, "One names the film")
    clock.now += 60
    library.mark_view(View("all"), read=False)
    library.mark_view(View("all"), read=True)
    clock.now += HOUR - 60
    save(library, feed, entry("a", title="Nobody is left at last"))
    assert told(library) == (NOW + 3 * HOUR, "A third one waits outside")


def test_the_last_headline_of_what_was_not_read_is_the_one_before(library: Library, feed: Feed) -> None:
    for title in ("One names the film", "Another director is named", "A third one waits outside"):
        save(library, feed, entry("a", title=title))
    assert told(library)[1] == "Another director is named"


def test_a_headline_that_comes_back_was_tried_out_and_nothing_else(
    library: Library, feed: Feed, clock: Clock
) -> None:
    for title in ("One names the film", "Another director is named", "One names the film"):
        save(library, feed, entry("a", title=title))
    assert told(library) == (None, None)
    clock.now += HOUR
    save(library, feed, entry("a", title="Another director is named", document=text("Now all is new.")))
    save(library, feed, entry("a", title="One names the film", document=text("None of this is true at all.")))
    assert told(library) == (NOW + HOUR, None)


def test_a_feed_that_changes_headlines_at_each_fetch_keeps_one_and_ends(library: Library, feed: Feed) -> None:
    many = [f"Headline of the {'abcdefghij'[n % 10] * 5} {'klmnopqrst'[n // 10] * 5}" for n in range(60)]
    for title in many:
        save(library, feed, entry("a", title=title))
    assert (titles(library, View("all")), told(library)[1]) == ([many[24]], many[23])


def test_a_feed_that_is_written_otherwise_from_now_on_has_changed_no_article(
    library: Library, feed: Feed
) -> None:
    words = ["north", "south", "east", "west", "up", "down", "left"]
    save(library, feed, *(entry(word) for word in words))
    save(library, feed, *(entry(word, title=f"The Backlot presents {word}") for word in words))
    assert [library.article(key.id).changed for key in library.keys(View("all"))] == [None] * 7


def test_headlines_that_come_back_with_all_others_have_not_changed(library: Library, feed: Feed) -> None:
    words = ["north", "south", "east", "west", "up", "down"]
    plain = [entry(word) for word in words]
    save(library, feed, *plain)
    save(library, feed, *(entry(word, title=f"The Backlot presents {word}") for word in words[:3]))
    assert [each.changed for each in library.search("")].count(NOW) == 3
    save(library, feed, *plain[:3], *(entry(word, title=f"The Backlot shows {word}") for word in words[3:]))
    assert [each.changed for each in library.search("")] == [None] * 6


def test_of_texts_beyond_measure_only_the_headline_is_looked_at(library: Library, feed: Feed) -> None:
    save(library, feed, entry("a"), entry("b"))
    source = "x" * MOST_LETTERS
    save(
        library,
        feed,
        entry("a", document=text("All is new here, and nothing else."), source=source),
        entry("b", document=text("All is new here, and nothing else."), title="Another headline"),
    )
    assert {each.title: each.changed for each in library.search("")} == {
        "Title a": None,
        "Another headline": NOW,
    }


def test_a_text_that_was_beyond_measure_is_not_looked_at_either(library: Library, feed: Feed) -> None:
    """A feed may send long ones by and by, and all of them short at once."""
    save(library, feed, entry("a", document=text("word " * (MOST_LETTERS // 5))), entry("b"))
    save(library, feed, *(entry(name, document=text("All is new here, and nothing else.")) for name in "ab"))
    assert [each.changed for each in library.search("")] == [None, None]


def test_a_text_made_after_the_headline_came_is_no_edit(library: Library, feed: Feed) -> None:
    save(library, feed, entry("a", document=Document()))
    save(library, feed, entry("a", document=text(LONG)))
    assert told(library) == (None, None)


def test_what_comes_back_to_a_library_begun_from_a_copy_has_not_changed(library: Library, feed: Feed) -> None:
    save(library, feed, entry("a"))
    with library._db.write() as write:
        write.execute("DELETE FROM article")
        write.execute("UPDATE status SET listed = 0")
    save(library, feed, entry("a", title="Another headline"))
    assert told(library) == (None, None)


def test_a_bookmark_is_a_copy_of_one_version_and_tells_of_no_other(library: Library, feed: Feed) -> None:
    save(library, feed, entry("a"))
    save(library, feed, entry("a", title="Another headline"))
    number = the_one(library).id
    library.bookmark(number)
    assert library.article(number).former_title == "Title a"
    with library._db.write() as write:
        write.execute("DELETE FROM article")
    copy = library.article(number)
    assert (copy.title, copy.changed, copy.former_title) == ("Another headline", None, None)


def test_a_page_fetched_before_the_change_is_known_to_be_older(
    library: Library, feed: Feed, clock: Clock
) -> None:
    save(library, feed, entry("a"))
    number = the_one(library).id
    library.save_page(number, Page(document=text(LONG)))
    assert library.article(number).no_page is None
    clock.now += DAY
    save(library, feed, entry("a", title="Another headline"))
    assert library.article(number).no_page == OLDER
    library.save_page(number, Page(document=text(LONG)))
    assert library.article(number).no_page is None


def test_of_a_page_that_did_not_come_again_it_is_not_known_whether_it_is_older(
    library: Library, feed: Feed, clock: Clock
) -> None:
    save(library, feed, entry("a"))
    number = the_one(library).id
    save(library, feed, entry("a", title="Another headline"))
    clock.now += HOUR
    library.save_page(number, Page(document=text(LONG)))
    clock.now += HOUR
    library.save_page_failure(number, "timeout", "It timed out.")
    assert library.article(number).no_page == UNSURE
    clock.now += HOUR
    save(library, feed, entry("a", title="A third one"))
    assert library.article(number).no_page == OLDER


# ---------------------------------------------------------------- what is of substance


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Mann’s “Heat 2” is next", "Mann's 'Heat 2' Is Next"),
        ("Mann says Heat 2 is next", "EXCLUSIVE: Mann says Heat 2 is next"),
        ("Mann says Heat 2 is next", "[Updated] Mann says Heat 2 is next (Exclusive)"),
        ("Mann says Heat 2 is next", "Mann says Heat 2 is next | The Backlot"),
        ("Mann says Heat 2 is next…", "Mann says  Heat 2 is next"),
        ("Box office: Dune & Dragons lead", "Box-office – Dune and Dragons lead"),
        ("Almodovar wins in Venice", "Almodóvar wins in Venice"),
        ("Stelar cast for the sequel", "Stellar cast for the sequel"),
        ("A traielr for the sequel", "A trailer for the sequel"),
    ],
)
def test_a_headline_written_otherwise_says_the_same(before: str, now: str) -> None:
    assert same_headline(before, now)
    assert same_headline(now, before)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Heat 2 opens with $41M", "Heat 2 opens with $45M"),
        ("Heat 2 opens with $1.25M", "Heat 2 opens with $12.5M"),
        ("Heat 2 is dead", "Heat 2 is not dead"),
        ("Is Heat 2 happening?", "Is Heat 2 happening"),
        ("Mann hires a writer", "Mann fires a writer"),
        ("Mann wins at Venice", "Mann dies at Venice"),
        ("Podcast | The one about Heat", "Podcast | The one about Dune"),
        ("Video-game film is off", "Game film is off"),
        ("映画の公開日が決まった", "映画の公開日が延期された"),
    ],
)
def test_a_headline_that_says_something_else_is_another(before: str, now: str) -> None:
    assert not same_headline(before, now)
    assert not same_headline(now, before)


def linked(words: str) -> Paragraph:
    return Paragraph((Span(words, 0, 0), Span(" ")))


def test_few_other_words_and_other_lists_of_links_are_no_other_text() -> None:
    body = text(LONG).blocks
    before = Document((*body, linked("Read more: ten films of the week that nobody saw and all should")))
    now = Document((*text(LONG.replace("Ferrari", "Ford", 1)).blocks, linked("Something else " * 20)))
    assert same_text(before, now)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (LONG, f"Correction: it is Ford. {LONG}"),
        (LONG, LONG + "and fifteen words more are what it takes for a text that is as long as this"),
        ("Two names circle the young Hanna.", "Nobody at all circles the young Hanna."),
    ],
)
def test_a_correction_more_to_read_and_another_teaser_are_another_text(before: str, now: str) -> None:
    assert not same_text(text(before), text(now))


def test_a_paragraph_that_says_it_was_updated_is_told_once() -> None:
    before, now = (text(f"Updated {n} minutes ago. {LONG}") for n in (3, 4))
    assert same_text(before, now)
