"""Films of a weekend that rise or still lead: they were there before; and what only its neighbour is."""

from __future__ import annotations

import pytest

from reader.stories.box_office.leaders import leading
from reader.stories.box_office.openings import held, opening
from reader.stories.films.mentions import Mention
from tests.stories.test_reading import report


def kiln(lead: str, *others: str) -> list[Mention]:
    return [Mention(title.lower(), title, "lead", lead.index(title), True) for title in ("Kiln", *others)]


@pytest.mark.parametrize(
    "lead",
    [
        "Kiln climbs 9% (!) with $26M.",
        "‘Kiln’ Jumps To $390M",
        "“Kiln” goes up again.",
        "Kiln rose by 4.5 per cent.",
        "Kiln defied gravity.",
    ],
)
def test_what_rises_was_there_before(lead: str) -> None:
    assert list(held(report(1, "A weekend", lead), kiln(lead))) == [("kiln", True)]


def test_what_opens_to_a_sum_was_not() -> None:
    lead = "Kiln opens to $102M."
    assert list(held(report(1, "A weekend", lead), kiln(lead))) == [("kiln", False)]


def test_what_is_new_in_a_list_is_the_film_that_the_word_stands_behind() -> None:
    lead = "Fourth to sixth: Kiln, Long Harrow (new, $3M), Marsh."
    assert opening(report(1, "A weekend", lead), kiln(lead)) == set()


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("“Kiln” edged “Marsh” by two million.", {"kiln"}),
        ("“Kiln” edged “Marsh” for second.", set()),
        ("A second week at the summit for Kiln, ahead of Marsh.", {"kiln"}),
        ("A second week for Kiln, ahead of Marsh.", set()),
    ],
)
def test_who_leads_again_or_by_little_leads(lead: str, expected: set[str]) -> None:
    assert leading(report(1, "A weekend", lead), kiln(lead, "Marsh")) == expected
