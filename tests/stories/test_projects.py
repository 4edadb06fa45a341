"""Projects that get their title later, by whoever is told of: in one batch or in the next."""

from __future__ import annotations

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
