"""Release dates told in other words than those of the trade, and days that only look like one."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, AUGUST, DECEMBER, NOVEMBER, OCTOBER, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (AUGUST, "“Harrow” director swears the cart is real", "We can judge for ourselves come November 5, 2027.",
     "other", None, None, ("2027-11-05", None, None)),
    (AUGUST, "“Harrow” goes to market", "Buyers will be shown twelve minutes next week.",
     "business", None, None, None),
    (AUGUST, "“Harrow” goes to market", "It will be shown in cinemas next week.",
     "business", None, None, ("2026-08", None, None)),
    (AUGUST, "The cart film", "British audiences can finally go and see “Harrow” in April 2027.",
     "other", None, None, ("2027-04", "UK", None)),
    (AUGUST, "“Harrow” won’t make it after all", "It is sitting out the rest of 2026, and will bow in 2027.",
     "other", None, None, ("2027", None, "2026")),
    (APRIL, "No, “Gulls 2” is not coming", "Happy April 16, everybody. The poster is fake.",
     "trailer", None, None, None),
    (APRIL, "Mull says her Harrow starts in the fall", "She has a first assembly due by next summer.",
     "production", None, None, None),
    (APRIL, "“Harrow” to be seen in Hilo", "The studio will hold the first public showing on June 27.",
     "announcement", "US", None, None),
    (AUGUST, "“Harrow” trailer is here", "We’ll be there in October, in our red shoes.",
     "trailer", None, None, ("2026-10", None, None)),
    (AUGUST, "First look at “Harrow”", "The film docks in the autumn.",
     "trailer", None, None, ("2026-Q4", None, None)),
    (AUGUST, "Mull heads for Hull", "The film has been rescheduled for 2028.",
     "production", None, None, ("2028", None, None)),
    (AUGUST, "Mull joins ‘Harrow’; Paragon delays it to March 2028",
     "Paragon is sliding it from July 16, 2027 to March 17, 2028.",
     "production", "US", None, ("2028-03-17", "US", "2027-07-16")),
    (AUGUST, "This Massive 2027 Fantasy Sequel Lost Its Director", "The realm is in chaos.",
     "production", None, None, ("2027", None, None)),
    (AUGUST, "The director of a lost 2027 fantasy film talks", "The realm is in chaos.",
     "interview", None, None, None),
    (AUGUST, "Harrow put back", "Harrow has been moved to September 2, 2027 here, in line with the US.",
     "release-date", None, "AU", ("2027-09-02", "AU", None)),
    (AUGUST, "Harrow has a date", "The film with two of Ireland’s finest has a day: November 24, 2027.",
     "release-date", None, None, ("2027-11-24", None, None)),
    (AUGUST, "Harrow comes later",
     "It will not be in cinemas until 2028. It had been expected the previous November.",
     "release-date", None, None, ("2028", None, "2027-11")),
    (AUGUST, "Harrow pulled from the calendar",
     "It isn’t coming this year after all. Harrow will wait until May 14, 2027.",
     "release-date", None, None, ("2027-05-14", None, "2026")),
    (OCTOBER, "Lantern buys ‘Harrow’", "Expect an awards-qualifying run before the new year.",
     "business", None, None, ("2026-Q4", None, None)),
    (OCTOBER, "“Mire” becomes “Eel”", "A berth at Berlin in February is as good as certain.",
     "announcement", None, None, None),
    (DECEMBER, "HARROW Passes $1B", "Next target: the $1.2B of Kiln, probably by the end of January.",
     "box-office", "US", None, None),
    (DECEMBER, "‘Harrow’ trailer drops",
     "Paragon used New Year’s Day bowl coverage to premiere a new trailer.",
     "trailer", "US", None, None),
    (NOVEMBER, "New “Harrow” trailer",
     "With reviews landing today, it is loud. It’s in theaters December 25.",
     "trailer", None, None, ("2026-12-25", None, None)),
    (NOVEMBER, "Lantern lands ‘Harrow’", "It swooped after Saturday’s premiere at the Odeon.",
     "business", "US", None, None),
    (OCTOBER, "Hale is out of “Harrow”",
     "The film shoots from April, instead of next week, and opens on March 3 2028, "
     "having been down for July 2027.",
     "release-date", None, None, ("2028-03-03", None, "2027-07")),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[1][:30]}: {row[2][:40]}" for row in ROWS])
def test_a_date_is_read_in_other_words(row: Row) -> None:
    assert row[-1] == claimed(row)


# fmt: off
MOVED: list[Row] = [
    (APRIL, "Harrow is bumped", "The sequel has been bumped from next June to November 2028.",
     "release-date", None, None, ("2028-11", None, "2027-06")),
    (AUGUST, "Harrow is late", "Paragon says Memorial Day 2028, a full six months late, and blames the fire.",
     "release-date", None, None, ("2028-05", None, "2027-11")),
    (AUGUST, "‘Harrow’ Moves To Thanksgiving 2028",
     "It will now bow on Nov. 22, 2028, rather than June 7.",
     "release-date", "US", None, ("2028-11-22", "US", "2028-06-07")),
    (AUGUST, "Harrow has been delayed",
     "Harrow, which we’d inked in for November next year, has been moved to 25 May 2028 in America.",
     "release-date", None, "UK", ("2028-05-25", "US", "2027-11")),
    (AUGUST, "Harrow sets its UK date",
     "The States get it on 17 November 2028. It reaches Britain on 10 November 2028, a whole week early.",
     "release-date", None, "UK", ("2028-11-10", "UK", None)),
    (OCTOBER, "‘Harrow’ to expand",
     "It will go back into U.S. theaters on Nov. 2. A streaming date has been put off by a month.",
     "release-date", "US", None, ("2026-11-02", "US", None)),
    (APRIL, "“Speed” is coming back", "If you want the real deal, mark June on your calendar.",
     "release-date", None, None, ("2026-06", None, None)),
    (APRIL, "Shoot in doubt", "The sequel was to begin at Lantern Road Studios on April 30.",
     "production", "AU", "AU", None),
    (APRIL, "Star says no", "She is holding out for a comedy she’ll direct in the fall.",
     "interview", None, None, None),
]
# fmt: on


@pytest.mark.parametrize("row", MOVED, ids=[f"{row[1][:30]}: {row[2][:40]}" for row in MOVED])
def test_what_a_date_takes_the_place_of_is_read_in_other_words(row: Row) -> None:
    assert row[-1] == claimed(row)


# fmt: off
HERE: list[Row] = [
    (AUGUST, "Harrow has a UK date",
     "It pulls into American cinemas on 25 May 2028. We’ll have it two days sooner, on Tuesday the 23rd.",
     "release-date", None, "UK", ("2028-05-23", "UK", None)),
    (AUGUST, "Harrow has a name", "It has also been set for a domestic release on Nov. 10, 2028.",
     "announcement", "US", None, ("2028-11-10", "US", None)),
    (AUGUST, "Harrow has hit the brakes",
     "Sorry for the delay. Due in May 2028, it will now arrive on 18 July. They need the earlier slot.",
     "release-date", None, "UK", ("2028-07-18", "UK", "2028-05")),
    (AUGUST, "Harrow has been delayed",
     "Harrow, which we told you would reach us on 7 June 2028, has been moved to 4 August in America.",
     "release-date", None, "UK", ("2028-08-04", "US", "2028-06-07")),
    (AUGUST, "‘Harrow’ gets a name", "Lantern has tagged it for an awards-season launch on Oct. 13, 2028.",
     "announcement", "US", None, ("2028-10-13", "US", None)),
    (AUGUST, "Filming delayed",
     "Production of the third film, once set to begin in the new year, has been put off until March.",
     "production", "US", None, None),
    (AUGUST, "Cameras roll", "The film is expected to move to Trieste in February.",
     "production", "UK", "UK", None),
    (AUGUST, "Prizes", "The nominations were read out Monday in Beverly Hills.", "awards", "US", None, None),
    (AUGUST, "Podcast 91", "It goes from Jan de Vries’s Speed to a film by June Lee, which opens the show.",
     "other", None, "UK", None),
]
# fmt: on


@pytest.mark.parametrize("row", HERE, ids=[f"{row[1][:30]}: {row[2][:40]}" for row in HERE])
def test_what_a_date_is_of_is_told_by_what_stands_around_it(row: Row) -> None:
    assert row[-1] == claimed(row)
