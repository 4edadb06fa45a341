"""Which films a report of a calendar is about: all that get another date, and none that keep theirs."""

from __future__ import annotations

from tests.stories.test_reading import report
from tests.stories.test_subjects import films


def test_under_the_headline_of_a_calendar_all_count_that_are_dated_anew() -> None:
    told = films(
        report(
            1,
            "Studio Shuffles Calendar: ‘Saltmine’ Moves to March 2028",
            "‘Saltmine’ moves from May 7, 2027 to March 3, 2028. ‘Low Water’ goes to June 4, 2027, "
            "and ‘Tin Roof’ and ‘Nib’ trade places. ‘The Beekeepers’ stays where it is.",
        )
    )
    assert {"Saltmine", "Low Water"} <= set(told[0])
    assert "The Beekeepers" not in told[0]


def test_a_film_in_whose_path_another_is_put_is_only_named() -> None:
    title = "‘Saltmine’ Jumps to November 20, Straight Into the Path of ‘Low Water’"
    assert films(report(1, title, "The distributor has brought the drama forward by two weeks.")) == [
        ("Saltmine",)
    ]
