"""How long it is until a release: later this year, ages away, next June and no June told beside it."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, AUGUST, MAY, OCTOBER, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (APRIL, "Hollow Pines sells to Neon", "Neon is planning a theatrical release later this year.",
     "business", "US", None, ("2026", "US", None)),
    (APRIL, "Hollow Pines sells to Neon", "It will be in theaters before the year is out, the company says.",
     "business", None, None, ("2026", None, None)),
    (MAY, "Hollow Pines finds a home", "The film opens at the end of the year.",
     "business", None, None, ("2026-Q4", None, None)),
    (MAY, "Hollow Pines finds a home", "The film shoots in Wales later this year.",
     "business", None, None, None),
    (MAY, "Hollow Pines finds a home", "Its makers will know by the end of the year what it cost.",
     "business", None, None, None),
    (APRIL, "The Kelp trailer is here", "It’s all tentacles. October can’t come soon enough!",
     "trailer", None, None, ("2026-10", None, None)),
    (APRIL, "The Kelp casts its crab", "A fan can dream. March 2028 is still a very long way off.",
     "casting", None, None, ("2028-03", None, None)),
    (APRIL, "The Kelp trailer is here", "October was cold on the set of this one.",
     "trailer", None, None, None),
    (OCTOBER, "The Kelp waits", "It won’t surface until March 3, 2028, rather than next May.",
     "casting", None, None, ("2028-03-03", None, "2027-05")),
    (AUGUST, "The Kelp comes up", "The date goes from Nov. 5, 2027 to Oct. 1. The October weekend was free.",
     "release-date", "US", None, ("2027-10-01", "US", "2027-11-05")),
    (AUGUST, "The Kelp moves", "It hops out of November into October 2027, and nobody says why.",
     "release-date", None, None, ("2027-10", None, "2027-11")),
    (AUGUST, "The Kelp moves", "It is sliding out of November and into July 2027.",
     "release-date", None, None, ("2027-07", None, "2026-11")),
    (AUGUST, "The Kelp opens today in three countries",
     "It goes on release today in Britain and Ireland. France, which many fought over, has it on the 20th.",
     "business", None, "UK", ("2026-08-19", "UK", None)),
    (AUGUST, "The Kelp dated", "Neon said today that it would release the film in Britain on October 2.",
     "release-date", None, "UK", ("2026-10-02", "UK", None)),
    (AUGUST, "Union signs", "The pact, hammered out at the end of June, opens talks on streaming.",
     "business", "US", None, None),
    (MAY, "Hollow Pines: the star slips into her coat", "We met her. The film is in cinemas from 20 May.",
     "interview", "UK", "UK", ("2026-05-20", "UK", None)),
    (MAY, "Hollow Pines has teeth", "It’ll be with us on 3 July, so brush up.",
     "trailer", None, "UK", ("2026-07-03", "UK", None)),
    (AUGUST, "Harrow delayed again",
     "The sequel, once a Valentine’s Day release, won’t be out until April 9, 2027 now.",
     "release-date", None, None, ("2027-04-09", None, "2027-02")),
    (AUGUST, "Harrow dated", "It opens in time for Valentine’s Day.",
     "release-date", None, None, ("2027-02", None, None)),
    (AUGUST, "Harrow dated", "It opens on Valentine’s Day.",
     "release-date", None, None, ("2027-02-14", None, None)),
    (AUGUST, "Harrow moves", "It vacates its Christmas Day slot for Jan. 15, 2027.",
     "release-date", "US", None, ("2027-01-15", "US", "2026-12-25")),
    (AUGUST, "One of next year’s biggest films loses a star", "Nobody saw it coming.",
     "casting", None, None, ("2027", None, None)),
    (AUGUST, "Star walks", "One of the most anticipated space westerns of next year has no star.",
     "casting", None, None, None),
    (AUGUST, "Star walks", "One of the most anticipated space films of next year has no star.",
     "casting", None, None, ("2027", None, None)),
    (AUGUST, "Stars walk", "Two of 2027’s biggest films are without them.",
     "casting", None, None, None),
    (MAY, "Tin Soldiers trailer", "Drums, drums and drums. Roll on 12 June!",
     "trailer", None, "UK", ("2026-06-12", "UK", None)),
    (MAY, "Tin Soldiers trailer", "It lands this side of the pond on 12 June.",
     "trailer", None, "UK", ("2026-06-12", "UK", None)),
    (MAY, "Tin Soldiers", "It opens in just three weeks.",
     "interview", None, None, ("2026-06", None, None)),
    (MAY, "Tin Soldiers early", "Club members can see it on December 2; it opens on December 4.",
     "business", None, None, ("2026-12-04", None, None)),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_a_date_that_is_told_by_how_far_it_is(row: Row) -> None:
    assert row[-1] == claimed(row)
