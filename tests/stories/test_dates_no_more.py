"""Release dates that a film has no more, as those tell who had waited for it."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (APRIL, "Tidewrack delayed",
     "If you were planning to see Tidewrack next March, sorry. It now lands on June 4, 2027.",
     "release-date", None, None, ("2027-06-04", None, "2027-03")),
    (APRIL, "Tidewrack delayed",
     "If you had June 12 circled on your calendar, find an eraser. The film now opens August 14.",
     "release-date", None, None, ("2026-08-14", None, "2026-06-12")),
    (APRIL, "Tidewrack delayed",
     "There will be no Tidewrack this summer. The sequel is now coming in October.",
     "release-date", None, None, ("2026-10", None, "2026-Q3")),
    (APRIL, "Tidewrack gets a title",
     "The sad part: no Moss this Christmas. It’s out next March instead.",
     "announcement", None, None, ("2027-03", None, "2026-Q4")),
    (APRIL, "Tidewrack delayed",
     "It won’t be with us in 2026 after all, having drifted to October 2027.",
     "release-date", None, None, ("2027-10", None, "2026")),
    (APRIL, "Tidewrack dated",
     "You won’t be seeing it in 2026. It opens on November 19, 2027.",
     "release-date", None, None, ("2027-11-19", None, None)),
    (APRIL, "Tidewrack delayed",
     "We wait a bit longer than the promised July 2027. It’s November 2027 now.",
     "release-date", None, None, ("2027-11", None, "2027-07")),
    (APRIL, "Tidewrack slipping?",
     "A source swears that October 2026 is a pipe dream. The new target is 2027.",
     "other", None, None, ("2027", None, "2026-10")),
    (APRIL, "Tidewrack slipping?",
     "October 2026 is off the table, we hear, and summer 2027 is the new plan.",
     "other", None, None, ("2027-Q3", None, "2026-10")),
    (APRIL, "Tidewrack delayed",
     "The movie, which should have been in theaters on August 21, has been punted to September 4.",
     "release-date", None, None, ("2026-09-04", None, "2026-08-21")),
    (APRIL, "Tidewrack delayed",
     "So much for August 21. Try September 4.",
     "release-date", None, None, ("2026-09-04", None, "2026-08-21")),
    (APRIL, "Tidewrack delayed",
     "Remember August 21? The new date is September 4.",
     "release-date", None, None, ("2026-09-04", None, "2026-08-21")),
    (APRIL, "Tidewrack put back",
     "Filmgoers hoping to catch it in August must now wait until the new year.",
     "release-date", "UK", "UK", ("2027", None, "2026-08")),
    (APRIL, "Tidewrack has a month",
     "It’ll be on Netflix in November, not quite in time for Thanksgiving.",
     "release-date", None, None, ("2026-11", None, None)),
    (APRIL, "Tidewrack late",
     "It won’t be here in time for Christmas: look for it in February 2027.",
     "release-date", None, None, ("2027-02", None, "2026-Q4")),
    (APRIL, "‘Tidewrack’ dated",
     "‘Tidewrack’ will leave port on Aug. 14, Disney said. It had been due June 12.",
     "release-date", "US", None, ("2026-08-14", "US", "2026-06-12")),
    (APRIL, "‘Tidewrack’ dated",
     "The sequel pulls out of the harbor on July 2, 2027.",
     "release-date", "US", None, ("2027-07-02", "US", None)),
    (APRIL, "‘Tidewrack’ moves",
     "It pulls out of its July 2, 2027 slot and lands on Aug. 6.",
     "release-date", "US", None, ("2027-08-06", "US", "2027-07-02")),
    (APRIL, "Bad news, Tidewrack fans",
     "The sequel you wanted in May won’t be here until November.",
     "release-date", None, None, ("2026-11", None, "2026-05")),
    (APRIL, "Tidewrack delayed",
     "Local audiences, who were to get it on August 20, must wait until February 18.",
     "release-date", "AU", "AU", ("2027-02-18", "AU", "2026-08-20")),
    (APRIL, "Tidewrack teaser",
     "There is no Harrow trailer this week, but Tidewrack opens on August 21.",
     "trailer", None, None, ("2026-08-21", None, None)),
    (APRIL, "Moss joins Tidewrack 2",
     "It’s dated for July 9, 2027, two years after the first.",
     "casting", None, None, ("2027-07-09", None, None)),
    (APRIL, "Peel casts mystery film",
     "His next movie is six months off: an October opening is planned.",
     "casting", None, None, ("2026-10", None, None)),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_a_date_that_is_no_more_is_what_the_film_moved_from(row: Row) -> None:
    assert claimed(row) == row[-1]
