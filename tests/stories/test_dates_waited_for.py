"""Release dates told by the wait for them, by the day of the week, or as the first of a short run."""

from __future__ import annotations

import pytest

from tests.stories.dated import MARCH, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (MARCH, "First look at Harrow", "There are still nine months before November 20, so keep calm.",
     "trailer", None, None, ("2026-11-20", None, None)),
    (MARCH, "Harrow at the Roxy", "The print is out for a day off before Thanksgiving.",
     "other", None, None, None),
    (MARCH, "Harrow comes back",
     "Starting this Saturday, and for a week only, the weepie plays in a new print.",
     "other", None, None, ("2026-03-14", None, None)),
    (MARCH, "Harrow tickets", "They go on sale starting this Saturday.", "other", None, None, None),
    (MARCH, "Harrow to rent", "Harrow can be rented at home from the end of the month.",
     "business", None, None, ("2026-03", None, None)),
    (MARCH, "Harrow on demand", "Harrow will be available to rent later this month.",
     "business", None, None, ("2026-03", None, None)),
    (MARCH, "Harrow in theaters again", "It will play in 700 U.S. theaters May 14 through 18.",
     "other", None, None, ("2026-05-14", "US", None)),
    (MARCH, "Harrow at the fair",
     "The fair, with Harrow in it, lasts May 14 through 18.", "other", None, None, None),
    (MARCH, "Harrow on 4K", "Lantern will issue Harrow on 4K UHD on May 26.",
     "release-date", "US", None, ("2026-05-26", "US", None)),
    (MARCH, "Harrow wins the top prize", "See you next February, when, with luck, the projectors will work.",
     "awards", None, "UK", None),
    (MARCH, "Harrow is a go", "Paragon is making Harrow. Target: 2029.",
     "announcement", None, None, ("2029", None, None)),
    (MARCH, "Sturdy, salty, a touch too long", "In cinemas from Friday; on Netflix from May 8, if you must.",
     "other", "UK", "UK", ("2026-03-13", "UK", None)),
    (MARCH, "Harrow put back",
     "It is bumped out of May in the US and the UK follows suit: it is in cinemas here from 18 September.",
     "release-date", None, "UK", ("2026-09-18", "UK", "2026-05")),
    (MARCH, "Harrow presales", "Tickets went on sale today for the Nov. 25 opener.",
     "business", "US", None, ("2026-11-25", "US", None)),
    (MARCH, "Harrow, 20 years on", "The anniversary print tours the country from 8 October.",
     "other", "UK", "UK", ("2026-10-08", "UK", None)),
    (MARCH, "Harrow’s anniversary", "It falls on October 8.", "other", "UK", "UK", None),
    (MARCH, "A fair for films", "Harrow and Moth play from October 1 to 10.", "festival", "US", None, None),
    (MARCH, "Harrow has a script", "Cameras roll in the spring, and we’ll see it in 2029.",
     "production", None, None, ("2029", None, None)),
    (MARCH, "Harrow in India", "It comes to India on November 20, five days ahead of the US.",
     "release-date", "IN", "IN", ("2026-11-20", "IN", None)),
    (MARCH, "Harrow slips into the new year",
     "What was going to be a Christmas treat for all will now open on 14 January.",
     "release-date", "UK", "UK", ("2027-01-14", "UK", "2026-Q4")),
    (MARCH, "Harrow is the favourite", "We have moved it from 11/1 to 4/1.", "awards", None, "UK", None),
    (MARCH, "Harrow is sold", "Look for it in cinemas before the end of 2026.",
     "business", None, None, ("2026", None, None)),
    (MARCH, "Harrow is delayed again", "What’s another six months? It is to open in December.",
     "release-date", None, None, ("2026-12", None, "2026-06")),
    (MARCH, "Calendar: Harrow out of July 4 corridor", "Harrow: Friday, December 18, 2026 (from June 26).",
     "release-date", None, None, ("2026-12-18", None, "2026-06-26")),
    (MARCH, "Harrow on these screens",
     "It will be shown in Welsh cinemas from 2 April before a BBC broadcast.",
     "release-date", "UK", "UK", ("2026-04-02", "UK", None)),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS, ids=[row[2][:60] for row in ROWS])
def test_what_a_report_states(row: Row) -> None:
    """What is waited for is a film, unless its words are of a holiday, a sale or a prize."""
    expected = row[-1]
    assert claimed(row) == expected
