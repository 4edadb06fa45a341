"""Projects that get their title later, by whoever is told of: in one batch or in the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import in_order
from tests.stories.test_links import library
from tests.stories.test_reading import report

UNTITLED = report(
    1,
    "Mary Oduya Casts Tom Hale",
    "Tom Hale has joined the untitled new film by Mary Oduya, who writes and directs. Cameras roll in May.",
)
NAMED = report(
    2,
    "Oduya’s Lighthouse Picture Finally Has a Name",
    "‘Wreckers’ is what Mary Oduya and Tom Hale were making all along in Orkney, her backers said.",
    outlet="Slate",
)


def test_a_project_has_the_title_that_is_told_with_its_maker() -> None:
    told = library(UNTITLED, NAMED)
    assert [one.films for one in told.values()] == [("Wreckers",)] * 2


def test_a_headline_says_from_whom_a_next_film_is() -> None:
    told = library(
        report(
            1,
            "Tom Hale To Star In Next Film From Mary Oduya",
            "He plays a wrecker. Even the title is under wraps.",
        ),
        NAMED,
    )
    assert [one.films for one in told.values()] == [("Wreckers",)] * 2


def test_a_title_outlives_what_was_learnt_before_it() -> None:
    pieces = []
    memory = Memory()
    for each in (UNTITLED, NAMED):
        Newsroom(memory).learn([each])
        pieces.append(memory.take())
    for order in (pieces, pieces[::-1]):
        kept = Memory()
        for piece in order:
            kept.add(piece)
        assert kept.names.titles.renamed == {"untitled mary oduya project": "wreckers"}


def test_a_project_that_has_no_name_so_far_is_given_none() -> None:
    told = library(
        report(
            1,
            "Mary Oduya’s Next Movie Is Going North",
            "We loved ‘Saltmine.’ Tom Hale leads Mary Oduya’s new film, which has no name so far.",
        ),
        NAMED,
    )
    assert told[1].films == ("Wreckers",)


def test_one_persons_project_is_not_given_the_title_of_anothers() -> None:
    room = Newsroom(Memory())
    wreckers = "untitled mary oduya project"
    for one in (UNTITLED, NAMED):
        room.learn([one])
    story = [
        report(
            3, "Tom Hale Joins Mary Oduya’s Untitled Sea Film", "Tom Hale is in Mary Oduya’s untitled film."
        ),
        report(
            4,
            "Tom Hale Boards Ida Lund’s Untitled Prison Film",
            "Tom Hale has joined the untitled film by Ida Lund, who directs.",
            "Wire",
        ),
    ]
    room.learn(story)
    room.file(in_order(story), {})
    assert wreckers in room.memory.names.titles.renamed
    assert [one.films for one in room.tell(story)] == [("Wreckers",), ("Untitled Ida Lund project",)]


LATER = UNTITLED.published + 2 * 365 * 86_400
NEXT = replace(
    report(
        3,
        "Mary Oduya Sets Untitled Moon Film",
        "Ana Ruiz is in the untitled new film by Mary Oduya, who writes and directs.",
    ),
    published=LATER,
)
CALLED = replace(
    report(
        4,
        "Mary Oduya’s Moon Film Finally Has a Name",
        "‘Moon Garden’ is what Mary Oduya and Ana Ruiz were making, her backers said.",
        outlet="Slate",
    ),
    published=LATER + 60 * 86_400,
)
AGAIN = replace(
    report(5, "Mary Oduya Film Titled ‘Wreckers’ Heads Back to Cinemas", "‘Wreckers’ is back, she said."),
    published=LATER + 400 * 86_400,
)


@pytest.mark.parametrize("at_once", [True, False])
def test_somebodys_next_project_is_not_the_film_that_the_one_before_became(at_once: bool) -> None:
    memory = Memory()
    news = (UNTITLED, NAMED, NEXT, CALLED, AGAIN)
    for batch in [news] if at_once else [[each] for each in news]:
        Newsroom(memory).learn(batch)
        piece = memory.take()
        if not at_once:
            kept = Memory()
            kept.add(memory.whole())
            kept.add(piece)
            memory = kept
    room = Newsroom(memory)
    told = [room.tell([each])[0].films for each in news]
    assert told == [("Wreckers",), ("Wreckers",), ("Moon Garden",), ("Moon Garden",), ("Wreckers",)]


def test_somebodys_next_project_goes_by_a_name_of_its_own() -> None:
    memory = Memory()
    Newsroom(memory).learn([UNTITLED, NAMED])
    assert Newsroom(memory).tell([NEXT])[0].films == ("Wreckers",)
    Newsroom(memory).learn([NEXT])
    told = [Newsroom(memory).tell([each])[0].films for each in (NEXT, UNTITLED)]
    assert told == [("Untitled second Mary Oduya project",), ("Wreckers",)]


def test_a_project_that_is_called_untitled_soon_after_it_has_a_title_has_it() -> None:
    soon = replace(NEXT, published=NAMED.published + 30 * 86_400)
    room = Newsroom(Memory())
    room.learn([UNTITLED, NAMED, soon])
    assert room.tell([soon])[0].films == ("Wreckers",)
