"""Dates that are told are dates of the calendar, whatever a text is made of; and many take little time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.stories.dates.calendar import real
from reader.stories.dates.claims import claim
from tests.stories.dated import APRIL, JANUARY, LEAP, NOVEMBER

WORDS = [
    "Harrow was delayed", "from", "to", "Feb. 29", "29 February", "February 29, 2028", "March 5", "May",
    "June 2027", "Christmas", "next year", "Good Friday", "Easter Sunday 2029", "now opens", "will open",
    "in theaters", "the 31st", "9 to 16.", "out of", "no longer", "until", ",", ".", "by a week", "on Friday",
    "two months earlier", "the end of that month", "your Halloween", "le film sort dans les salles et", "une",
    "le 29 février", "Dec. 31", "10.13.26", "2/29", "in the new year", "summer", "was", "later than planned",
    "pushed", "instead",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join),
    st.sampled_from([APRIL, NOVEMBER, JANUARY, LEAP]),
)
def test_a_date_that_is_told_is_one_of_the_calendar(lead: str, when: int) -> None:
    found = claim("Harrow", lead, when, beat="release-date")
    assert found is None or (real(found.date) and real(found.moved_from or ""))


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("Harrow is due in June 2027, on the 31st, a week later than planned.", "2027-06"),
        ("Harrow has been delayed until February 29.", "2028-02-29"),
    ],
)
def test_a_day_that_its_month_lacks_is_none(lead: str, date: str) -> None:
    found = claim("Harrow", lead, LEAP - 365 * 86_400 * ("June" in lead), beat="release-date")
    assert found
    assert date == found.date


@pytest.mark.parametrize(
    "words", ["a June ", "June 5 ", "(June 5) ", "to June 5, ", "next year ", "6/7/27 ", "from June to July "]
)
def test_time_for_dates_without_end_does_not_grow_with_their_number(words: str) -> None:
    few, many = (min(_reading(f"{words * number}{turn}") for turn in range(3)) for number in (80, 800))
    assert many < 10 * few  # ten times as many; were each compared with each, 100 times as long


def _reading(lead: str) -> float:
    begun = time.process_time()
    claim("Harrow moves", lead, APRIL, beat="release-date", home="UK", local="UK")
    return time.process_time() - begun
