"""Prizes: the first one is the news, not what came second, nor whom else a jury honoured."""

from __future__ import annotations

from tests.stories.test_reading import report
from tests.stories.test_subjects import films

FIRST = report(
    1,
    "“Low Water” wins best film in Riga",
    "“Low Water” won in Riga. The runner-up was “Saltmine,” a comedy.",
)
SECOND = report(
    2,
    "“Saltmine” named runner-up in Riga",
    "“Saltmine” finished second in Riga. The award went to “Low Water.”",
    outlet="Wire",
)


def test_a_runner_up_is_a_subject_only_where_a_headline_names_it() -> None:
    third = report(
        3,
        "Riga picks “Low Water”",
        "“Low Water” has won in Riga, with “Saltmine” the first runner-up.",
        outlet="B",
    )
    told = films(FIRST, SECOND, third)
    assert told[0] == told[2] == ("Low Water",)
    assert "Saltmine" in told[1]


def test_a_prize_for_a_life_told_by_the_way_takes_no_winner_away() -> None:
    told = films(
        report(
            1,
            "A comedy about beekeepers wins in Riga",
            "Low Water, a first feature about a hive, has been named best film in Riga. "
            "The jury praised “Low Water” for its wit. Tom Hale received a fellowship.",
        )
    )
    assert told == [("Low Water",)]


def test_a_forecast_is_about_none_of_its_films() -> None:
    lead = "Mary Oduya, of “Low Water,” has company: Tom Hale of “Saltmine” is a threat."
    assert films(report(1, "Best Actress Predictions: Can Anyone Catch Mary Oduya?", lead)) == [()]
