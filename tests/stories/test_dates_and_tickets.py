"""Dates of tickets, festivals, games and guesses, beside that on which a film comes out."""

from __future__ import annotations

import pytest

from tests.stories.dated import AUGUST, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (AUGUST, "Sable River presales begin September 21",
     "Advance booking opens at 9 a.m. ET on Monday, September 21. The film lands October 16.",
     "business", "US", None, ("2026-10-16", "US", None)),
    (AUGUST, "Sable River seats on sale",
     "You can book seats from September 21, a month before it arrives on October 16.",
     "business", None, None, ("2026-10-16", None, None)),
    (AUGUST, "Sable River seats on sale", "Bookings, which were thrown open on Wednesday, sold out in a day.",
     "business", None, None, None),
    (AUGUST, "Sable River fan night", "Fan-event screenings are planned for Wednesday, October 14.",
     "business", None, None, None),
    (AUGUST, "Lakeside line-up", "The festival in Lakeside (September 3-13) opens with Sable River.",
     "festival", None, None, None),
    (AUGUST, "Lakeside line-up", "Sable River (October 16) plays out of competition.",
     "festival", None, None, ("2026-10-16", None, None)),
    (AUGUST, "Lakeside opens with Sable River", "The 12th edition starts on September 3 at the Palace.",
     "festival", None, None, None),
    (AUGUST, "Sable River adds star", "Cameras roll in Porto, and she is due on set in October.",
     "casting", None, None, None),
    (AUGUST, "Sable River adds star", "She will also be seen as Medea in a film of June 2027.",
     "casting", None, None, None),
    (AUGUST, "Sable River announced", "No date yet, but we’d guess it arrives in October 2027.",
     "announcement", None, None, None),
    (AUGUST, "Sable River announced", "We’d love it sooner, but it arrives in October 2027.",
     "announcement", None, None, ("2027-10", None, None)),
    (AUGUST, "Sable River: the game", "The adventure arrives October 16 on PS5 and Xbox.",
     "trailer", None, None, None),
    (AUGUST, "Sable River trailer", "The balloonists’ epic takes off this October.",
     "trailer", None, None, ("2026-10", None, None)),
    (AUGUST, "Sable River", "The jury-prize winner opens on October 16.",
     "release-date", "US", None, ("2026-10-16", "US", None)),
    (AUGUST, "Sable River Will Hit Theaters in October", "It took a while.",
     "release-date", "US", None, ("2026-10", "US", None)),
    (AUGUST, "Sable River has a date", "It’s been announced that it reaches cinemas on October 16.",
     "release-date", None, None, ("2026-10-16", None, None)),
    (AUGUST, "Sable River 2 is go", "A June 4, 2027 release has been staked out.",
     "announcement", None, None, ("2027-06-04", None, None)),
    (AUGUST, "Sable River waits", "Off the 2026 calendar, it opens the following February.",
     "release-date", None, None, ("2027-02", None, "2026")),
    (AUGUST, "Sable River waits", "Originally due in May 2026, it will finally surface in February.",
     "release-date", None, None, ("2027-02", None, None)),
    (AUGUST, "Calendar: Sable River", "Sable River to Friday, March 5, 2027, from April 9.",
     "release-date", "US", None, ("2027-03-05", "US", "2027-04-09")),
    (AUGUST, "Sable River relocates", "The epic has moved from a crowded October 16 to March 5, 2027.",
     "release-date", "US", None, ("2027-03-05", "US", "2026-10-16")),
    (AUGUST, "Sable River dated", "It will be out for Valentine’s in 2028.",
     "release-date", None, None, ("2028-02", None, None)),
    (AUGUST, "Sable River dated", "It will be out on Valentine’s Day 2028.",
     "release-date", None, None, ("2028-02-14", None, None)),
    (AUGUST, "Seats fill up", "Sable River and Ember drew crowds to theaters on the same October weekend.",
     "business", "US", None, None),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_the_date_is_the_one_of_release(row: Row) -> None:
    assert row[-1] == claimed(row)
