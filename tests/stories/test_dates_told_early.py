"""What comes early in one country, or for some, was not moved; what leaves its day was."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, AUGUST, DECEMBER, JUNE, MAY, OCTOBER, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (JUNE, "Harrow hits Aussie cinemas a day early", "It opens here on August 6, one day before America.",
     "release-date", "AU", "AU", ("2026-08-06", "AU", None)),
    (JUNE, "Harrow opens here a week early", "Irish screens have it from 7 August, ahead of the States.",
     "release-date", "IE", "IE", ("2026-08-07", "IE", None)),
    (JUNE, "Harrow teaser", "The studio let it out a day early. It lands on Dec. 18.",
     "trailer", "US", None, ("2026-12-18", "US", None)),
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
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_what_comes_early_was_moved_only_if_the_film_was(row: Row) -> None:
    assert row[-1] == claimed(row)
