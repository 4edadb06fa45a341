"""Remakes that go by a title of their own, and the films that they are made of."""

from __future__ import annotations

import pytest

from tests.stories.test_reading import report
from tests.stories.test_subjects import films


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Ivy Marsh to Star in ‘The Lantern Street’ Remake",
            "Searchlight is remaking the 1954 noir ‘The Lantern Street’ as ‘Wick’, with Ivy Marsh.",
        ),
        (
            "Searchlight Sets ‘Wick,’ a Reimagining of ‘The Lantern Street’",
            "Ivy Marsh stars in “Wick,” Searchlight’s modern-day reimagining of the 1954 noir.",
        ),
        (
            "Marsh leads remake of ‘The Lantern Street’",
            "Production begins in May on ‘Wick’, which moves Neame’s ‘The Lantern Street’ to modern Leeds.",
        ),
        (
            "‘Wick’, Ivy Marsh’s take on ‘The Lantern Street’, wraps",
            "Filming has finished in Wales on ‘Wick’.",
        ),
        (
            "‘The Lantern Street’ remake gets a title: ‘Wick’",
            "The thriller, which updates ‘The Lantern Street’ for Brooklyn, will be called ‘Wick’.",
        ),
        (
            "Hindi remake of “The Lantern Street” titled “Wick” goes on floors",
            "The remake of the thriller “The Lantern Street” has been titled “Wick”. Filming began in Goa.",
        ),
        (
            "New ‘Lantern Street’ Movie in the Works",
            "A new take on “The Lantern Street,” entitled “Wick,” is in the works at Focus.",
        ),
        (
            "Ivy Marsh on why ‘Wick’ is not a remake of ‘The Lantern Street’",
            "The director of ‘Wick’ says she never set out to redo ‘The Lantern Street’.",
        ),
    ],
)
def test_a_remake_by_another_title_is_not_about_its_original(title: str, lead: str) -> None:
    assert films(report(1, title, lead)) == [("Wick",)]


def test_a_remake_that_one_report_names_is_that_of_the_others() -> None:
    told = films(
        report(
            1,
            "‘Wick’ Sets Its Cast",
            "Ivy Marsh joins ‘Wick’, a remake of ‘The Lantern Street’, at Focus.",
        ),
        report(
            2,
            "‘Lantern Street’ Redo Finds Its Landlady",
            "Ivy Marsh has joined the Focus film.",
            outlet="Wire",
        ),
    )
    assert told == [("Wick",), ("Wick",)]


def test_a_remake_by_the_same_title_keeps_it() -> None:
    assert films(
        report(
            1, "Focus Orders ‘Kite’ Remake From Ivy Marsh", "Ivy Marsh will remake the Danish film ‘Kite’."
        )
    ) == [("Kite",)]


def test_a_lead_that_says_what_is_made_again_names_no_other_title_for_it() -> None:
    told = films(
        report(
            1,
            "Marsh eyed for remake of “The Lantern Street”",
            "Ivy Marsh, who raced boats for “Low Water,” could play in a remake of “The Lantern Street.”",
        )
    )
    assert "The Lantern Street" in told[0]
