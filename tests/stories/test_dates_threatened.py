"""Release dates that a film may give up, or gives up for another, whatever verb tells of it."""

from __future__ import annotations

import pytest

from tests.stories.dated import MARCH, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (MARCH, "Harrow in trouble?",
     "A tipster reckons Paragon may pull it from May 21 because the end is a mess.",
     "other", None, None, ("2026-05-21", None, None)),
    (MARCH, "Harrow could lose its berth",
     "An unsourced post claims that it might slip out of its August slot.",
     "release-date", None, None, ("2026-08", None, None)),
    (MARCH, "Harrow has no date", "Paragon has pulled it from May 21.", "release-date", None, None, None),
    (MARCH, "Harrow runs late", "It might have opened on May 21, had the barn not burnt.",
     "release-date", None, None, None),
    (MARCH, "Is Harrow ditching July?", "The talk is of getting Harrow out of July 16 and into the fall.",
     "other", None, None, ("2026-Q4", None, "2026-07-16")),
    (MARCH, "Harrow goes nowhere",
     "There is no truth in talk of August: Harrow is sticking to the end of May.",
     "release-date", None, None, ("2026-05", None, None)),
    (MARCH, "Harrow denies it", "Harrow is on track for July, after a blog claimed a move to October.",
     "release-date", None, None, ("2026-07", None, None)),
    (MARCH, "Harrow leaves the summer", "It exits July for the quieter waters of January.",
     "production", None, None, ("2027-01", None, "2026-07")),
    (MARCH, "‘Harrow 2’ is on",
     "Nobody is waiting for the first to open: a sequel is set for July 7, 2028.",
     "announcement", "US", None, ("2028-07-07", "US", None)),
    (MARCH, "Harrow in halves", "The first half lands in May 2027.",
     "other", None, None, ("2027-05", None, None)),
    (MARCH, "Calendar: Harrow", "Harrow: Friday, September 18, 2026 (was May 15).",
     "other", None, None, ("2026-09-18", None, "2026-05-15")),
    (MARCH, "Harrow reshoots", "Mull goes back before the cameras in June, but Paragon says October 9 holds.",
     "production", None, None, ("2026-10-09", None, None)),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS, ids=[row[2][:60] for row in ROWS])
def test_what_a_report_states(row: Row) -> None:
    """A date that may be given up is the film's still; where it goes is told by the way there."""
    expected = row[-1]
    assert claimed(row) == expected
