"""Release dates that give way to earlier ones."""

from __future__ import annotations

import pytest

from tests.stories.dated import (
    APRIL,
    AUGUST,
    FEBRUARY,
    JANUARY,
    JUNE,
    LATE_NOVEMBER,
    MARCH,
    MAY,
    NOVEMBER,
    OCTOBER,
    SEPTEMBER,
    Row,
    claimed,
)

# fmt: off
ROWS: list[Row] = [
    (APRIL, "Hollow Pines moves up",
     "Paramount has moved the thriller up a month, to September 4.",
     "release-date", None, None, ("2026-09-04", None, "2026-10")),
    (APRIL, "Hollow Pines jumps ahead of schedule",
     "Fans can see it on June 12 instead of July 3.",
     "release-date", None, None, ("2026-06-12", None, "2026-07-03")),
    (NOVEMBER, "Hollow Pines brought forward",
     "The sequel will open on 5 March rather than 26 March next year.",
     "release-date", "UK", "UK", ("2027-03-05", "UK", "2027-03-26")),
    (NOVEMBER, "Hollow Pines delayed: report",
     "The leaker claims the movie has slipped from April to the back half of 2027.",
     "release-date", None, None, ("2027", None, "2027-04")),
    (JANUARY, "Fenwater bumped up",
     "Lionsgate likes what it sees. The thriller has leapt from Halloween to Independence Day weekend.",
     "release-date", "US", None, ("2027-07", "US", "2027-Q4")),
    (JANUARY, "Fenwater jumps to the front of the queue",
     "The film will reach cinemas on 5 February, two months ahead of schedule.",
     "release-date", "UK", "UK", ("2027-02-05", "UK", "2027-04")),
    (NOVEMBER, "Dry Dock goes early",
     "Universal has brought the thriller forward by a fortnight to May 28.",
     "release-date", "UK", "UK", ("2027-05-28", "UK", "2027-06-11")),
    (NOVEMBER, "Dry Dock takes over Memorial Day",
     "It previously had June 11 circled. Wide release is now May 28, 2027.",
     "release-date", "US", None, ("2027-05-28", "US", "2027-06-11")),
    (APRIL, "GRISLY CREEK 2 RESURFACES A MONTH SOONER",
     "Get your waders: it’s August 14, not September 18!",
     "release-date", None, None, ("2026-08-14", None, "2026-09-18")),
    (APRIL, "Grisly Creek 2 to open two months early",
     "Director Lily Amari has locked the cut, so it’s July 10 in cinemas rather than September.",
     "release-date", "UK", "UK", ("2026-07-10", "UK", "2026-09")),
    (APRIL, "Your October just got scarier",
     "Grisly Creek 2 is swimming upstream from its January date to October 16.",
     "release-date", None, None, ("2026-10-16", None, "2027-01")),
    (AUGUST, "Quarrel moved up from 2027",
     "Universal now has it on the books for December 18 of this year.",
     "release-date", "US", None, ("2026-12-18", "US", "2027")),
    (AUGUST, "‘Vesper’ Moves Up Five Days To Nov. 20",
     "Universal is giving the musical a jump on the holiday.",
     "release-date", "US", None, ("2026-11-20", "US", "2026-11-25")),
    (AUGUST, "A24’s ‘Vesper’ Moves Up Two Weeks",
     "The thriller will now open Oct. 9, with Imax screens in tow.",
     "release-date", "US", None, ("2026-10-09", "US", "2026-10-23")),
    (AUGUST, "‘Vesper’ to arrive sooner on digital",
     "Rent it from September 8, three weeks earlier than expected.",
     "release-date", "US", None, ("2026-09-08", "US", "2026-09-29")),
    (AUGUST, "Vesper’s August bow brought back from October",
     "Audiences can see the film from 28 August.",
     "release-date", "UK", "UK", ("2026-08-28", "UK", "2026-10")),
    (MARCH, "‘Brackish’ Swims To New Date",
     "Sony is moving its shark pic off of Oct. 16, where it would have gone head-to-head with "
     "Lionsgate’s ‘Palisade’, and onto Sept. 25. The pic carries an R rating.",
     "release-date", "US", None, ("2026-09-25", "US", "2026-10-16")),
    (MARCH, "‘Brackish’ Takes Sept. 25 Perch From ‘Palisade’",
     "With the Lionsgate pic exiting the frame, Sony swooped in. ‘Brackish’ previously was dated Oct. "
     "16.",
     "release-date", "US", None, ("2026-09-25", "US", "2026-10-16")),
    (SEPTEMBER, "Hollow Kings 2 Gets Pushed Up!",
     "Don’t rub your eyes: it’s coming out EARLIER. The sequel will now arrive in November instead of "
     "the December date we all had circled.",
     "release-date", None, None, ("2026-11", None, "2026-12")),
    (MAY, "The Candle Trade swaps discs for downloads",
     "Lionsgate has moved the home release up from August 25; you can rent it digitally from July 28.",
     "release-date", "US", None, ("2026-07-28", "US", "2026-08-25")),
    (FEBRUARY, "Tin Parish goes from autumn to spring",
     "Success at Glasgow has persuaded its backers to hurry the comedy into cinemas. It now comes out on"
     " 8 May.",
     "release-date", "UK", "UK", ("2026-05-08", "UK", "2026-Q4")),
    (JUNE, "‘Pilot Lights’ Bumped Up By Neon To Qualify",
     "It was a January title. Now it’s Dec. 11.",
     "release-date", "US", None, ("2026-12-11", "US", "2027-01")),
    (OCTOBER, "Roadshow shifts Bushranger to the long weekend",
     "Fans will see Bushranger on January 21, not on Australia Day itself as first floated.",
     "release-date", "AU", "AU", ("2027-01-21", "AU", "2027-01-26")),
    (LATE_NOVEMBER, "\"Mech Saga 5\" Date Leaks Via Toy Catalogue",
     "A retailer listing has the sequel down for May 26, 2028, three weeks sooner than the official June"
     " 16.",
     "release-date", None, None, ("2028-05-26", None, "2028-06-16")),
    (LATE_NOVEMBER, "‘Ninefold’ Shoots For March",
     "The sequel is being fast-tracked by New Line; Oct. 15 had been the target until dailies came in.",
     "release-date", "US", None, ("2027-03", "US", "2027-10-15")),
    (APRIL, "Marsh Mice gets a move on",
     "Aardvark’s stop-motion feature, pencilled in for half-term in October, will now squeak into UK "
     "cinemas on 24 July.",
     "release-date", "UK", "UK", ("2026-07-24", "UK", "2026-10")),
    (AUGUST, "Mega Beast 3 moves out of July 2028",
     "It’s Memorial Day 2028 now, so that’s seven fewer weeks to wait.",
     "release-date", None, None, ("2028-05", None, "2028-07")),
    (AUGUST, "Two Pints and a Vicar: set in stone",
     "Eureka’s edition had been announced for 26 October; following a request from the estate it has "
     "been advanced to the 12th.",
     "release-date", "UK", "UK", ("2026-10-12", "UK", "2026-10-26")),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_the_date_a_film_has_and_the_later_one_it_had(row: Row) -> None:
    assert row[-1] == claimed(row)
