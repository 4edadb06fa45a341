"""What comes early in one country, or for some, was not moved; what leaves its day was."""

from __future__ import annotations

import pytest

from tests.stories.dated import DECEMBER, JUNE, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (JUNE, "Harrow hits Aussie cinemas a day early", "It opens here on August 6, one day before America.",
     "release-date", "AU", "AU", ("2026-08-06", "AU", None)),
    (JUNE, "Harrow opens here a week early", "Irish screens have it from 7 August, ahead of the States.",
     "release-date", "IE", "IE", ("2026-08-07", "IE", None)),
    (JUNE, "Harrow teaser", "The studio let it out a day early. It lands on Dec. 18.",
     "trailer", "US", None, ("2026-12-18", "US", None)),
    (JUNE, "“Harrow” wraps", "Roe has finished shooting “Harrow” in Ohio, a week early. It opens Dec. 18.",
     "production", None, None, ("2026-12-18", None, None)),
    (JUNE, "Harrow comes a week early", "It now lands on Dec. 11.",
     "release-date", "US", None, ("2026-12-11", "US", "2026-12-18")),
    (JUNE, "Harrow stands firm", "Others fled, but it isn’t shifting from Dec. 18.",
     "release-date", "US", None, ("2026-12-18", "US", None)),
    (JUNE, "Harrow on the run", "It has scooted from Dec. 18 to Dec. 11.",
     "release-date", "US", None, ("2026-12-11", "US", "2026-12-18")),
    (DECEMBER, "Harrow late, local date in limbo",
     "Universal has put back the US opening to October 1, 2027, and says a new British date will follow.",
     "release-date", "UK", "UK", ("2027-10-01", "US", None)),
    (JUNE, "Harrow back on screens", "Park Circus will put the original Harrow on 300 screens on August 9.",
     "release-date", None, None, ("2026-08-09", None, None)),
    (JUNE, "Harrow moves", "It opens on Dec. 11, and not on its original opening day of Dec. 18.",
     "release-date", None, None, ("2026-12-11", None, "2026-12-18")),
    (JUNE, "Harrow round the clock", "From 16 July, you can stream Harrow on Netflix.",
     "business", None, None, ("2026-07-16", None, None)),
    (JUNE, "Harrow round the clock", "From 16 July to 1 October: Harrow has slipped.",
     "release-date", None, None, ("2026-10-01", None, "2026-07-16")),
    (JUNE, "Harrow delayed",
     "“Harrow” would open on April 9, 2027, eight weeks after its scheduled date of Feb. 12.",
     "release-date", "US", None, ("2027-04-09", "US", "2027-02-12")),
    (JUNE, "Harrow stays", "It sticks to its scheduled date of Feb. 12.",
     "release-date", "US", None, ("2027-02-12", "US", None)),
    (JUNE, "Harrow comes early", "Harrow, dated for 9 April, has been dragged forward to 12 February.",
     "release-date", None, "UK", ("2027-02-12", "UK", "2027-04-09")),
    (JUNE, "One of 2027’s biggest films is now one of 2028’s", "Harrow goes to February 18, 2028.",
     "release-date", None, None, ("2028-02-18", None, "2027")),
    (JUNE, "Harrow moves", "Circle October 8, 2027, and cross out September 3.",
     "release-date", None, None, ("2027-10-08", None, "2027-09-03")),
    (JUNE, "Harrow moves", "It gives up Thanksgiving for a March 12 berth.",
     "release-date", "US", None, ("2027-03-12", "US", "2026-Q4")),
    (JUNE, "Harrow passed", "The film reaches Irish cinemas on Friday.",
     "review", "IE", "IE", ("2026-06-26", "IE", None)),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_what_comes_early_was_moved_only_if_the_film_was(row: Row) -> None:
    assert row[-1] == claimed(row)
