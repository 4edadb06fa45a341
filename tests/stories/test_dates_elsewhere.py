"""The country of a date: one of those told now and then, all of them, or that for which a film was bought."""

from __future__ import annotations

import pytest

from tests.stories.dated import AUGUST, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (AUGUST, "Wolf Lantern gets its day in Osaka",
     "The drama opens in Japan on October 2 and in North America on October 23.",
     "release-date", None, None, ("2026-10-02", "JP", None)),
    (AUGUST, "Wolf Lantern gets its day in Osaka",
     "The drama opens in Japan on October 2 and in North America on October 23.",
     "release-date", "US", None, ("2026-10-23", "US", None)),
    (AUGUST, "Wolf Lantern dated",
     "Indian audiences get it on October 9.",
     "release-date", None, None, ("2026-10-09", "IN", None)),
    (AUGUST, "Wolf Lantern Opens in Japan on October 2, A Week Before U.S.",
     "Fans are delighted.",
     "release-date", None, None, ("2026-10-02", "JP", None)),
    (AUGUST, "Wolf Lantern first look",
     "The thriller, shot in Spain, opens October 9.",
     "trailer", "US", None, ("2026-10-09", "US", None)),
    (AUGUST, "Wolf Lantern first look",
     "It goes out worldwide on October 9.",
     "trailer", "US", None, ("2026-10-09", None, None)),
    (AUGUST, "Wolf Lantern first look",
     "All Moonbeam+ subscribers can stream it from October 9.",
     "trailer", "US", None, ("2026-10-09", None, None)),
    (AUGUST, "Wolf Lantern first look",
     "The $90 million worldwide smash gets a sequel, though not soon; it is not likely to be on any screen "
     "at all before it opens October 9.",
     "trailer", "US", None, ("2026-10-09", "US", None)),
    (AUGUST, "Wolf Lantern finds a buyer",
     "Tideline has licensed the film for North America. It plans to open it in early 2027.",
     "release-date", None, None, ("2027-Q1", "US", None)),
    (AUGUST, "Wolf Lantern finds buyers",
     "Tideline took rights for North America and Fenland rights for the UK. It opens in early 2027.",
     "release-date", None, None, ("2027-Q1", None, None)),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_the_country_of_a_date(row: Row) -> None:
    assert row[-1] == claimed(row)
