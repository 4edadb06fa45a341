"""The forms of a date, and the year that one without it is of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.stories.dates.calendar import apart, covers, easter, in_words, months_before
from reader.stories.dates.claims import claim
from reader.stories.dates.date_patterns import dated
from reader.stories.dates.printed_dates import dates
from reader.stories.dates.shifts import by_time
from tests.stories.dated import NOVEMBER

MAY = int(datetime(2026, 5, 20, 15, tzinfo=UTC).timestamp())

FORMS = [
    ("out 7/16/27", ["2027-07-16"]),
    ("out 16.07.2027.", ["2027-07-16"]),
    ("out 2027-07-16", ["2027-07-16"]),
    ("out on 25/12/27", ["2027-12-25"]),
    ("open 24/7 on 3.5 floors", []),
    ("in theaters 9/18", ["2026-09-18"]),
    ("in summer ’27", ["2027-Q3"]),
    ("in July ’27", ["2027-07"]),
    ("on July 16 of next year", ["2027-07-16"]),
    ("in the spring of next year", ["2027-Q2"]),
    ("on May 7, 2027 and then on June 4 of that year", ["2027-05-07", "2027-06-04"]),
    ("in May 2027, and on disc that fall", ["2027-05", "2027-Q4"]),
    ("this fall, then the following spring", ["2026-Q4", "2027-Q2"]),
    ("Thanksgiving weekend 2027", ["2027-Q4"]),
    ("the Thanksgiving frame of 2027", ["2027-Q4"]),
    ("by Halloween", ["2026-Q4"]),
    ("over Easter 2027", ["2027-Q2"]),
    ("at Christmas", ["2026-Q4"]),
    ("MLK weekend 2027", ["2027-01"]),
    ("the long Martin Luther King Jr. weekend of 2027", ["2027-01"]),
    ("Memorial Day weekend of 2028", ["2028-05"]),
    ("Q3 2027", ["2027-Q3"]),
    ("in the first quarter of 2027", ["2027-Q1"]),
    ("for a fall launch", ["2026-Q4"]),
    ("to open Nov. 6", ["2026-11-06"]),
    ("due next March", ["2027-03"]),
    ("from Nov. 6 to March 12, 2027", ["2026-11-06", "2027-03-12"]),
    ("on July 9 instead of July 16, 2027", ["2027-07-09", "2027-07-16"]),
    ("It opened on May 8", ["2026-05-08"]),
    ("It will not open until May 8", ["2027-05-08"]),
    ("The studio may open it, and may release others", []),
    ("back in the spring", []),
    ("the 40th anniversary edition", []),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_dates_are_read_in_every_form(text: str, expected: list[str]) -> None:
    assert expected == [found.iso for found in dates(text, MAY)]


def test_a_day_comes_first_where_readers_write_it_so() -> None:
    assert [found.iso for found in dates("out 5/2/27", MAY, day_first=True)] == ["2027-02-05"]
    assert [found.iso for found in dates("out 5/2/27", MAY)] == ["2027-05-02"]


@given(st.text(alphabet="0123456789/.’-: ofthenextyearsummerjulyq", max_size=60))
def test_no_text_makes_the_reading_fail_and_what_is_read_lies_in_it(text: str) -> None:
    for found in dates(text, MAY):
        assert 0 <= found.start < found.end <= len(text)
        assert in_words(found.iso)


@given(st.sampled_from([text for text, found in FORMS if found]))
def test_a_text_with_a_date_looks_as_if_it_had_one(text: str) -> None:
    assert dated(text)


SHIFTS = [
    ("two months later than planned", "2027-05-07", "2027-03"),
    ("a fortnight later than planned", "2027-05-07", "2027-04-23"),
    ("moved up a week", "2027-05-07", "2027-05-14"),
    ("pushed back three weeks", "2027-05-07", "2027-04-16"),
    ("comes two weeks early", "2027-05-07", "2027-05-21"),
    ("a week ahead of its old date", "2027-05-07", "2027-05-14"),
    ("it had been slated for a week later", "2027-05-07", "2027-05-14"),
    ("shoved back half a year", "2027-05-07", "2026-11"),
    ("delayed by about a month", "2027-05-07", None),
    ("a week before the americans", "2027-05-07", None),
    ("plays for two weeks", "2027-05-07", None),
    ("moved up a week", "2027-05", None),
]


@pytest.mark.parametrize(("text", "date", "expected"), SHIFTS)
def test_a_date_before_is_told_by_how_much_it_moved(text: str, date: str, expected: str | None) -> None:
    assert expected == by_time(text, date)


def test_dates_are_compared_at_what_they_say() -> None:
    assert covers("2027-Q2", "2027-05-07")
    assert covers("2027-05", "2027-05-07")
    assert not covers("2027-Q2", "2027-07")
    assert not covers("2027-05-07", "2027-05")
    assert apart("2027-05-01", "2027-05-08") == 7
    assert months_before("2027-01-15", 2) == "2026-11"


def test_easter_is_found_in_every_year() -> None:
    found = [easter(year).isoformat() for year in (2024, 2025, 2026, 2027, 2038)]
    assert found == ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"]


@pytest.mark.parametrize("date", ["November 19, 99999", "19 November 99999", "November 20261", "in 20261"])
def test_a_number_of_five_digits_is_no_year(date: str) -> None:
    assert claim(f"‘Kestrel’ Opens in Theaters {date}", "", NOVEMBER, beat="release-date") is None
