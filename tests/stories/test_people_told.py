"""People whose given name nobody knows, told by what they are, whose they are, and that they died."""

from __future__ import annotations

import pytest

from tests.stories.test_quoted_people import people
from tests.stories.test_reading import report


@pytest.mark.parametrize(
    "lead",
    [
        "Umbro Brusca, the Italian cinematographer of many winters, was kind.",
        "Umbro Brusca, who shot forty films by candle, was kind.",
        "Umbro Brusca has died at his home in Rome.",
        "His agent, Umbro Brusca, said that all is well.",
        "Host Umbro Brusca promises more tunnels.",
        "Dr. Umbro Brusca, the director, drills teeth.",
    ],
)
def test_what_is_told_of_people_makes_a_name(lead: str) -> None:
    assert people(report(1, "News of a kind man", lead)) == [{"Umbro Brusca"}]


@pytest.mark.parametrize(
    "lead",
    [
        "The star of Cedar Peaks, who died at home, was kind.",
        "Velvet Studios, the French distributor, was kind.",
        "In the film a teenage Zorvan Abernath runs from Tom Reeve as a teenage Zorvan Abernath.",
    ],
)
def test_a_series_a_firm_a_role_is_nobody(lead: str) -> None:
    assert people(report(1, "News of a kind man", lead))[0] <= {"Tom Reeve"}


def test_a_hyphen_ends_a_name() -> None:
    (found,) = people(
        report(1, "Two-Time Oscar-Winning Designer Joins Tom Reeve-Produced ‘Kiln’", "Tom Reeve is in.")
    )
    assert found == {"Tom Reeve"}


def test_years_of_a_life_behind_a_name_make_it_no_title() -> None:
    (found,) = people(
        report(1, "Umbro Brusca (1941–2026), master of candles", "Umbro Brusca, who died, was kind.")
    )
    assert found == {"Umbro Brusca"}


def test_whom_a_report_rests_on_is_nobody_by_that_name() -> None:
    lead = "Stop the bus. Per Marquee Weekly, Tom Hale is in talks to star."
    assert people(report(1, "A third bus", lead)) == [{"Tom Hale"}]
    assert people(report(1, "A third bus", "The director Per Aksel, 60, has died.")) == [{"Per Aksel"}]


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("It is cold. Per Holm, the director, says so.", "Per Holm"),
        ("Per Fly, who directed it, is dead at 60.", "Per Fly"),
    ],
)
def test_somebody_whose_given_name_is_per_may_begin_a_sentence(lead: str, name: str) -> None:
    assert people(report(1, "A bus in the north", lead)) == [{name}]


def test_whoever_steals_a_scene_is_somebody() -> None:
    assert people(report(1, "‘Kiln’ review", "It is warm. Umbro Brusca steals it with an eyebrow.")) == [
        {"Umbro Brusca"}
    ]


def test_a_peer_whom_viewers_knew_an_actress_as_is_a_role() -> None:
    lead = "Mary Oduya has died at 86. Viewers knew her as the imperious Lady Marrow of five seasons."
    assert people(report(1, "Mary Oduya Dies at 86", lead)) == [{"Mary Oduya"}]


def test_the_maker_of_the_film_named_last_is_somebody() -> None:
    lead = "Women of Anstruther, Umbra Brusca-Lyle’s drama about the herring, will open the festival."
    assert people(report(1, "Festival opens with herring", lead)) == [{"Umbra Brusca-Lyle"}]


def test_a_title_with_its_article_amid_a_sentence_is_nobody() -> None:
    lead = "Tom Hale, known for The White Lantern and Cove, is in talks to star."
    assert people(report(1, "A star for the train", lead)) == [{"Tom Hale"}]


@pytest.mark.parametrize("tail", ["also stars.", "recorded a commentary for the disc."])
def test_what_is_told_of_players_makes_a_name(tail: str) -> None:
    assert people(report(1, "News of a play", f"It is on in May. Umbro Brusca {tail}")) == [{"Umbro Brusca"}]
