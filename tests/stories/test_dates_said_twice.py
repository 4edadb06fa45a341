"""A date that a report tells more than once, or beside others: which is meant, and of which year it is."""

from __future__ import annotations

import pytest

from tests.stories.dated import OCTOBER, SEPTEMBER, Row, claimed

ROWS: list[Row] = [
    # The headline says whether a film is put off: a weekend that comes earlier is left to others.
    (OCTOBER, "Kestrel 3 Delayed to August",
     "The studio has shifted Kestrel 3 from its June 9, 2027 berth to Aug. 18. The earlier weekend is free.",
     "release-date", "US", None, ("2027-08-18", "US", "2027-06-09")),
    (OCTOBER, "Kestrel 3 put back to August",
     "It was to have come out next June; the studio now says August 18 in America and has given no other.",
     "release-date", None, None, ("2027-08-18", "US", "2027-06")),
    # By a week a film is brought forward.
    (SEPTEMBER, "Kestrel 3 Opens Dec. 10",
     "There won’t be a clash. Kestrel 3 is giving up Dec. 17 and will now be released on Dec. 10.",
     "release-date", "US", None, ("2026-12-10", "US", "2026-12-17")),
    # A month without its year is no date that was given up, where one with its year is told.
    (SEPTEMBER, "Kestrel gets a sequel",
     "It scared us in May, and now it is back, with a release pencilled for May 2028.",
     "announcement", None, "UK", ("2028-05", None, None)),
    (SEPTEMBER, "Kestrel 3 gets a new director and a later date",
     "You’ll have to wait until November 2027 rather than May to find out who lit the lamp.",
     "production", None, None, ("2027-11", None, "2027-05")),
    (SEPTEMBER, "Ann Roe to direct Kestrel 3",
     "The studio is also moving the picture from May 5 to Nov. 3, 2027, so that she can rework the script.",
     "production", "US", None, ("2027-11-03", "US", "2027-05-05")),
    # Days of others.
    (SEPTEMBER, "Buyers wait for news of Kestrel", "The Lisbon Film Market opens in a month.",
     "business", None, None, None),
    (SEPTEMBER, "Plaza closes for Kestrel 3",
     "Drivers must go round the plaza June 8 through June 12, when the director plans a parade.",
     "announcement", None, None, None),
    (SEPTEMBER, "Kestrel returns for a week", "Kestrel returns to theaters from Jan. 30 through Feb. 5.",
     "release-date", "US", None, ("2027-01-30", "US", None)),
    # Where and when, beside another day.
    (SEPTEMBER, "Kestrel 3 gets a day of its own",
     "It opens in the States on 9 June next year, and we’ve got our own date: it’s out here on 16 June.",
     "release-date", None, "UK", ("2027-06-16", "UK", None)),
    (SEPTEMBER, "Kestrel 3 dated", "Kestrel 3 will be released in Ireland and the UK on Friday, June 11th.",
     "release-date", None, "IE", ("2027-06-11", "UK", None)),
    (SEPTEMBER, "Kestrel 3 changes its day", "Kestrel 3 is now set to premiere on October 23.",
     "release-date", None, None, ("2026-10-23", None, None)),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row[2] for row in ROWS])
def test_a_date_said_twice(row: Row) -> None:
    assert claimed(row) == row[-1]
