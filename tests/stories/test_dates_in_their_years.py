"""The year of a release date that is printed without one, by what stands around it."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (APRIL, "Studio shifts Tidewrack",
     "Paramount has swapped a March 5, 2027 opening for June 4.",
     "release-date", "US", None, ("2027-06-04", "US", "2027-03-05")),
    (APRIL, "Studio shifts Tidewrack",
     "Paramount has exchanged June 4, 2027 for July 23.",
     "release-date", "US", None, ("2027-07-23", "US", "2027-06-04")),
    (APRIL, "Studio shifts Tidewrack",
     "Tidewrack trades a May 7, 2027 bow for an Aug. 13 one.",
     "release-date", "US", None, ("2027-08-13", "US", "2027-05-07")),
    (APRIL, "Studio shifts Tidewrack",
     "Tidewrack moves up from Oct. 8, 2027 to Sept. 17.",
     "release-date", "US", None, ("2027-09-17", "US", "2027-10-08")),
    (APRIL, "Studio shifts Tidewrack",
     "Originally slated for Nov. 5, 2027, it will now open Feb. 4.",
     "release-date", "US", None, ("2028-02-04", "US", "2027-11-05")),
    (APRIL, "Tidewrack gets a date",
     "America gets it on 4 June 2027, and we follow on 11 June.",
     "release-date", None, "UK", ("2027-06-11", "UK", None)),
    (APRIL, "Tidewrack gets a date",
     "It opens in the States on 4 June 2027; British audiences get it a week sooner, on 28 May.",
     "release-date", None, "UK", ("2027-05-28", "UK", None)),
    (APRIL, "Tidewrack gets a date",
     "It opens in the States on 30 December 2027 and in the UK on 7 January.",
     "release-date", None, "UK", ("2028-01-07", "UK", None)),
    (APRIL, "One of 2027’s biggest sequels just slipped",
     "Tidewrack 2 is scheduled for October 15.",
     "release-date", None, None, ("2027-10-15", None, None)),
    (APRIL, "Tidewrack 2 slips",
     "It was due in May and is now scheduled for August 13. It is still a 2027 movie.",
     "release-date", None, None, ("2026-08-13", None, "2026-05")),
    (APRIL, "Tidewrack 2 slips",
     "Still a 2027 movie, it was due in May and is now scheduled for August 13.",
     "release-date", None, None, ("2027-08-13", None, "2027-05")),
    (APRIL, "One of 2025’s biggest films returns",
     "Tidewrack is back in cinemas on October 15.",
     "release-date", None, None, ("2026-10-15", None, None)),
    (APRIL, "‘Tidewrack’ dated",
     "It opens on May 1. A sequel is set for May 5, 2028.",
     "release-date", "US", None, ("2026-05-01", "US", None)),
    (APRIL, "Moss joins ‘Tidewrack’",
     "She was last seen in ‘Harrow,’ which hit Netflix on Jan. 9.",
     "casting", "US", None, None),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_a_date_is_of_the_year_that_its_text_tells(row: Row) -> None:
    assert claimed(row) == row[-1]
