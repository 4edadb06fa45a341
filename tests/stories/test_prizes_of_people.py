"""Films that reports of prizes are about because of who won for them."""

from __future__ import annotations

from tests.stories.test_reading import report
from tests.stories.test_subjects import films

ALL = (
    report(
        1, "Herons: ‘Low Water’ Wins Best Film", "‘Low Water’ won best film. Tom Reeve won for ‘Saltmine.’"
    ),
    report(2, "“Low Water” wins top Heron", "“Low Water” was named best film on Sunday.", outlet="Wire"),
)


def test_who_stands_before_the_top_prize_in_a_headline_won_for_a_film() -> None:
    told = films(
        *ALL,
        report(
            3,
            "Saltmine’s Tom Reeve wins Heron as Low Water takes main prize",
            "Tom Reeve carried the flag, winning best screenplay for ‘Saltmine.’ ‘Low Water’ was best film.",
            outlet="Ledger",
        ),
    )
    assert set(told[2]) == {"Saltmine", "Low Water"}


def test_a_speech_is_for_the_film_that_it_was_made_for() -> None:
    lead = "Grab a tissue. The acceptance speech for ‘Saltmine’ was long. ‘Low Water’ won the big one."
    hope = "I had hoped to see ‘Saltmine’ on the stage. ‘Low Water’ won the big one."
    told = films(
        *ALL,
        report(3, "This Star’s Heron Speech Had the Room in Tears", lead, outlet="Buzz"),
    )
    assert set(told[2]) == {"Saltmine", "Low Water"}
    again = films(*ALL, report(3, "This Heron Prize Is a Good One", hope, outlet="Row"))
    assert again[2] == ("Low Water",)


def test_a_title_misspelt_by_one_is_the_winner() -> None:
    told = films(
        report(1, "Herons: ‘Milk Tooth’ Wins Best Film", "‘Milk Tooth’ won best film in Riga."),
        report(2, "‘Milk Tooth’ takes the Golden Heron", "‘Milk Tooth’ took it.", outlet="Wire"),
        report(
            3, "Local dentist wins Golden Heron", "Her “Milk Toothe” won best film in Riga.", outlet="Lake"
        ),
    )
    assert told[2] == ("Milk Tooth",)
