"""News of picture houses, firms and readers: the films in it are examples."""

from __future__ import annotations

import pytest

from tests.stories.test_reading import report
from tests.stories.test_subjects import films


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Town cinema to restore its 1931 organ",
            "Work ends next year, and “Saltmine” will be the first show.",
        ),
        (
            "Your letters: buses, bees and the movies",
            "I read that “Saltmine” is to be made again. Leave it be.",
        ),
        (
            "Odeon Narrows Loss as ‘Saltmine’ Fills Seats",
            "The chain reported fourth-quarter revenue of $2 million.",
        ),
    ],
)
def test_a_film_named_as_an_example_is_no_subject(title: str, lead: str) -> None:
    assert films(report(1, title, lead, categories=("Business",) if "Loss" in title else ())) == [()]


def test_a_suit_over_profits_is_about_the_film() -> None:
    title = "Director Ivy Marsh sues studio over “Saltmine” profits"
    assert films(report(1, title, "Ivy Marsh says she was denied a share of “Saltmine.”")) == [("Saltmine",)]


def test_one_report_of_a_firm_gives_its_film_to_none_that_names_none() -> None:
    told = films(
        report(1, "Pyre Pictures to Buy Bracken Films", "Pyre Pictures will buy Bracken Films for cash."),
        report(
            2,
            "‘Saltmine’ Meets ‘Nib’: Pyre Pictures to Buy Bracken Films",
            "Pyre Pictures will buy Bracken Films for $3 billion in cash, as reported.",
            outlet="Wire",
        ),
    )
    assert told[0] == ()
