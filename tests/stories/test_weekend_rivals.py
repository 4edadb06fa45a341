"""Weekends: who is passed may open too, what awards lift was there before, who leads by several reports."""

from __future__ import annotations

from tests.stories.test_reading import report
from tests.stories.test_subjects import films


def test_a_film_set_beside_the_first_opens_in_the_same_weekend() -> None:
    told = films(
        report(
            1,
            "Box Office: ‘Nib’ Beats ‘Saltmine’",
            "‘Nib’ opened to $20 million. ‘Saltmine’ bowed to $18 million.",
        ),
        report(
            2,
            "“Nib” is No. 1 at the box office",
            "“Nib” earned $20 million at the box office, ahead of “Saltmine,” at $18 million.",
            outlet="Wire",
        ),
    )
    assert told == [("Nib", "Saltmine")] * 2


def test_a_film_that_awards_lift_does_not_open() -> None:
    told = films(
        report(
            1,
            "‘Nib’ Opens With $20M; ‘Low Water’ Gets Nomination Bounce – Box Office",
            "‘Nib’ opened to $20 million. ‘Low Water’ added 900 sites and surged to $4 million.",
        )
    )
    assert told == [("Nib",)]
