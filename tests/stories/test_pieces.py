"""News and what is written around it: essays and guides have rows of their own, news gives the headline."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.demo.outlets import OUTLETS
from reader.demo.reel import Article, articles
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.news import Story
from reader.store.values import Answer
from reader.stories.kinds.own_pieces import own_piece
from reader.text.html import to_document

NOW = 1_697_241_600  # 14 October 2023


def entry(one: Article) -> Entry:
    return Entry(
        guid=one.guid, url=f"https://reel.test{one.path}", title=one.title, categories=one.tags,
        published=int(one.date.timestamp()), summary=one.summary, document=to_document(one.html, base=None),
    )  # fmt: skip


def _parsed(title: str, entries: tuple[Entry, ...]) -> ParsedFeed:
    return ParsedFeed(format="rss 2.0", title=title, entries=entries)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The demo's reel, grouped."""
    path: Path = tmp_path_factory.mktemp("pieces") / "library.db"
    library = Library(path, clock=lambda: NOW)
    for outlet in OUTLETS:
        feed = library.subscribe(f"https://{outlet.slug}.test/feed", title=outlet.name)
        entries = tuple(map(entry, articles(outlet.slug)))
        library.save_feed(feed.id, _parsed(outlet.name, entries), Answer(next_due=NOW))
    while library.group_batch():
        pass
    return library


def story_of(library: Library, title: str) -> Story:
    """The story of the article with that headline."""
    (found,) = [
        story
        for story in library.stories(limit=500)
        if any(library.article(each).title == title for each in story.article_ids)
    ]
    return found


def test_the_news_of_heat_2_has_its_reporters_and_a_reporters_headline(library: Library) -> None:
    story = story_of(library, "Michael Mann says “Heat 2” is what he shoots next")
    outlets = {library.article(each).feed_title for each in story.article_ids}
    assert outlets == {
        "The Backlot Reporter", "Slate Line", "Marquee Daily", "ScreenBlast", "Northern Courier",
        "Eurofilm Bulletin",
    }  # fmt: skip
    assert (story.title, story.beat) == (
        "Michael Mann says “Heat 2” is what he shoots next", "interview",
    )  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        "Both ways in time: what “Heat 2” would ask of a sequel",
        "Coffee across a table: the cut that “Heat 2” has to live with",
        "“Heat 2”: everybody’s list, nobody’s contract — a guide to not believing it",
        "One year on, “Heat 2” is still a book",
        "A 35 mm print of “Heat”, and what 28 years have done to its nights",
        "How do you light a film about lamplighters? With less",
        "Two hundred and eleven steps: the staircase in the Kestrel trailer",
        "Kestrel trailer: 7 things you missed while staring at Bram Okonjo",
    ],
)
def test_what_is_written_around_the_news_stands_by_itself(library: Library, title: str) -> None:
    assert story_of(library, title).report_count == 1


@pytest.mark.parametrize(
    ("title", "sections", "expected"),
    [
        ("Michael Mann to film Heat 2 next", (), 0),
        ("‘Heat 2’ Delayed to 2028", ("Release dates",), 0),
        ("In defence of the long take", (), 2),
        ("Heat 2 ending explained", (), 2),
        ("The cut that Heat 2 has to live with", ("Close readings",), 2),
        ("How Mann cut his budget", (), 1),
        ("How do you light a film about lamps? With less", (), 2),
        ("A talk with Mann", ("Interviews",), 1),
        ("Two hundred steps: the staircase in the ____ trailer", (), 2),
        ("Forty crows and a ladder: the sky behind that poster", (), 2),
        ("Kestrel: the villain in the trailer", (), 0),
        ("Berlinale 2026: the competition in full", (), 0),
        ("Every Mann film, ranked", (), 2),
        ("Guest column: let the ferryman be bad at his job", (), 2),
        ("Column Pictures buys Kestrel", (), 0),
        ("‘_______’ tops the final jury grid", (), 2),
        ("‘_______’ tops the chart", (), 0),
        ("Mann ranked No. 1 on a list of earners", (), 0),
    ],
)
def test_how_surely_a_piece_is_its_own(title: str, sections: tuple[str, ...], expected: int) -> None:
    assert own_piece(title, sections) == expected


def test_a_film_has_its_turns_in_order(library: Library) -> None:
    library.follow("Kestrel", kind="film")
    beats = [entry.beat for entry in library.timeline("Kestrel")]
    assert beats == ["casting", "production", "release-date", "business", "trailer"]


def test_the_timeline_has_each_piece_of_news_in_its_place(library: Library) -> None:
    library.follow("Heat 2", kind="film")
    told = [entry.title for entry in library.timeline("Heat 2")]
    passing = [entry.title for entry in library.timeline("Heat 2", passing=True)]
    assert told[0] == "One year on, “Heat 2” is still a book"
    assert story_of(library, "Michael Mann says “Heat 2” is what he shoots next").title in told
    assert "Both ways in time: what “Heat 2” would ask of a sequel" in passing
