"""Titles that texts print bare or in their quotes, and films that are given another title."""

from __future__ import annotations

import pytest

from reader.stories.films.unquoted import unquoted
from tests.stories.test_links import library
from tests.stories.test_reading import report


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        (
            "Harbour Light, in which two monks fall out over a cat, will open the film week.",
            ["Harbour Light"],
        ),
        ("The Long Ferry, which Ann Mull is directing in Cork, is a film for May.", ["The Long Ferry"]),
        ("She is directing The Long Ferry, and the film is late.", ["The Long Ferry"]),
        ("The actor loves The Long Ferry, a bleak pirate yarn set in Cork.", ["The Long Ferry"]),
        ("Netflix, in which many own shares, makes films.", []),
    ],
)
def test_a_sentence_tells_that_something_happens_in_a_film(lead: str, expected: list[str]) -> None:
    assert list(unquoted(lead)) == expected


def test_what_a_crowd_cries_is_no_title() -> None:
    told = library(report(1, "A clinic opens", "The film’s fans were crying “Lund!” and they shouted “Ida!”"))
    assert (told[1].films, told[1].mentioned) == ((), ())


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Studio Retitles Ann Mull Drama ‘Kelp’ as ‘Slow Water’", "It is out in May."),
        ("‘Kelp’ Becomes ‘Slow Water’", "Ann Mull’s film has been renamed."),
    ],
)
def test_a_film_goes_by_the_title_that_it_is_given_instead(headline: str, lead: str) -> None:
    told = library(
        report(1, "Ann Mull to make ‘Kelp’", "Ann Mull will shoot ‘Kelp’ in Cork."),
        report(2, headline, lead, outlet="Slate"),
    )
    assert [one.films for one in told.values()] == [("Slow Water",)] * 2


def test_a_film_that_becomes_another_kind_of_thing_keeps_its_title() -> None:
    told = library(
        report(1, "‘Kelp’ opens", "‘Kelp’ opens in May."),
        report(2, "How ‘Kelp’ Becomes ‘Slow Water’", "Two films meet in one lagoon.", outlet="Slate"),
    )
    assert told[1].films == ("Kelp",)
