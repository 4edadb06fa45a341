"""Days of the readers beside those of others: agencies abroad, press at home, days that stay."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, AUGUST, MAY, Row, claimed

# fmt: off
ROWS: list[Row] = [
    # An agency that writes from elsewhere does not mean its home.
    (APRIL, "Opera comedy “Harrow Lane” to open in September",
     "MILAN, Italy (WNS) — The comedy “Harrow Lane” will open in September, its producers said.",
     "release-date", "US", None, ("2026-09", None, None)),
    (APRIL, "Opera comedy “Harrow Lane” to open in September",
     "TOKYO (WNS) — The comedy “Harrow Lane” will open in September, its producers said.",
     "release-date", "US", None, ("2026-09", None, None)),
    (APRIL, "Opera comedy “Harrow Lane” to open in September",
     "CHICAGO (WNS) — The comedy “Harrow Lane” will open in September, its producers said.",
     "release-date", "US", None, ("2026-09", "US", None)),
    # Whose film it is says nothing of where it opens.
    (MAY, "Orbit buys Saltpan", "Orbit has bought the Australian thriller Saltpan for 40 territories. "
     "Expect a release sometime next year.",
     "business", None, None, ("2027", None, None)),
    (MAY, "Saltpan goes to Orbit", "A sale abroad, at last. Back home it opens in November.",
     "business", None, "AU", ("2026-11", "AU", None)),
    # A day that stays, while another moves.
    (APRIL, "Our Saltpan date hasn’t changed",
     "Yes, it has been put back a week across the pond. Orbit confirms 5 June in the UK.",
     "release-date", None, "UK", ("2026-06-05", "UK", None)),
    # The press of a country means its own by a day, whatever season it names for it.
    (AUGUST, "Boxing Day for Saltpan",
     "Orbit will hold it for the summer holidays in this country. It opens on December 26.",
     "release-date", "AU", "AU", ("2026-12-26", "AU", None)),
    (AUGUST, "‘Saltpan’ goes to Orbit",
     "Known stateside as Brine, it will arrive late this year. Lumen has the French date: Oct. 7.",
     "business", "US", None, ("2026-Q4", "US", None)),
    (MAY, "Saltpan review", "She has a boat, a grudge and, from Thursday, cinemas across Australia.",
     "review", "AU", "AU", ("2026-05-21", "AU", None)),
    # What readers are asked is no date given up; prizes and crews keep days of their own.
    (MAY, "Saltpan sets digital date", "Couldn’t find a sitter in May? It comes to digital on June 16.",
     "release-date", None, None, ("2026-06-16", None, None)),
    (MAY, "Orbit buys Saltpan", "It beat two others. An Oscar-qualifying run is slated for this fall.",
     "business", None, None, ("2026-Q4", None, None)),
    (MAY, "Saltpan rumor", "Nothing is confirmed. We’ll all know on July 10.", "other", None, None,
     ("2026-07-10", None, None)),
    (MAY, "SALTPAN: IS IT HIM?", "A driver swears so. Don’t throw eels at us on December 18.",
     "casting", None, None, ("2026-12-18", None, None)),
    (MAY, "Saltpan trailer", "A boat, an eel, a grudge. It bites this fall.", "trailer", None, None,
     ("2026-Q4", None, None)),
    (MAY, "Saltpan trailer", "A boat, an eel, a grudge. It was filmed this fall.", "trailer",
     None, None, None),
    (MAY, "Saltpan reaches the quay", "The unit stays until 11 June, the council says.",
     "release-date", "UK", "UK", None),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_the_day_that_holds_for_its_readers(row: Row) -> None:
    assert row[-1] == claimed(row)
