"""Names of no known given name: what is said of people once, surely, or a little, often."""

from __future__ import annotations

import pytest

from reader.stories.report import Report
from tests.stories.test_quoted_people import people
from tests.stories.test_reading import report

OUTLETS = ("Slate", "Wire", "Gate", "Ledger")


def often(lead: str) -> list[Report]:
    """One lead in several outlets."""
    return [report(number, "News of a kind man", lead, outlet=each) for number, each in enumerate(OUTLETS, 1)]


@pytest.mark.parametrize(
    "lead",
    [
        "Umbro Brusca, who drove the 82 bus for years, was kind.",
        "The debut of former bus driver Umbro Brusca was kind.",
        "Her old teacher, Umbro Brusca, said that all is well.",
        "Umbro Brusca is marvellous as the miller.",
        "The two prizes for acting went in the end to Tom Reeve for “Kiln” and Umbro Brusca of Spain.",
    ],
)
def test_once_is_enough_where_it_only_holds_of_people(lead: str) -> None:
    assert "Umbro Brusca" in people(report(1, "News of a kind man", lead))[0]


def test_a_little_is_enough_if_it_is_said_often() -> None:
    assert people(*often("Umbro Brusca has a bow."))[0] == {"Umbro Brusca"}
    assert people(report(1, "News of a kind man", "Umbro Brusca has a bow.")) == [set()]


@pytest.mark.parametrize(
    "lead",
    [
        "Legacy Effects has a bow.",
        "Saudi Arabia has a bow.",
        "A former champion, Demon Harrow, has a bow.",
    ],
)
def test_words_bodies_and_places_are_nobody_however_often(lead: str) -> None:
    assert people(*often(lead))[0] <= {"Demon Harrow"}


@pytest.mark.parametrize(
    "lead",
    [
        "It is ahead of The Super Mario Harrow Movie at the same stage.",
        "The beast is dragged into the Mariana Trench and gone.",
    ],
)
def test_parts_of_titles_and_seas_are_nobody(lead: str) -> None:
    assert people(report(1, "What they took", lead)) == [set()]


def test_who_stars_is_somebody_and_whose_star_it_is_is_a_title() -> None:
    assert people(report(1, "Blue Lotus star to menace Tom Reeve", "Tom Reeve is in.")) == [{"Tom Reeve"}]
    assert people(
        report(
            1, "A ferry film", "It is a film about a ferry that never comes. Tom Reeve and Umbro Brusca star."
        )
    ) == [{"Tom Reeve", "Umbro Brusca"}]


def test_a_season_is_a_surname_behind_a_given_name() -> None:
    assert people(
        report(
            1, "Two on a stage", "The staging pairs Tom Reeve with Anna Winter for the first time in years."
        )
    ) == [{"Tom Reeve", "Anna Winter"}]


def test_who_plays_themselves_is_no_role() -> None:
    assert people(report(1, "A satire", "Tom Reeve plays Tom Reeve, but there are laughs.")) == [
        {"Tom Reeve"}
    ]
