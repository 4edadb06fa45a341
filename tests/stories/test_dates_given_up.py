"""Dates that a film no longer has, however a report says so; and for which country a date holds."""

from __future__ import annotations

import pytest

from reader.stories.dates.claims import claim
from tests.stories.test_reading import NOW, report
from tests.stories.test_subjects import films


@pytest.mark.parametrize(
    ("lead", "had"),
    [
        ("You won’t be seeing it at Christmas: it has slipped to May 26, 2028.", "2027-Q4"),
        ("It won’t be making its 2027 release. The new date is March 10, 2028.", "2027"),
        ("The film bailed on November and lands next in March of 2028, we hear.", "2027-11"),
        ("The film surrenders November 5, 2027 and will open on March 10, 2028.", "2027-11-05"),
        ("Disney gives up its Christmas 2027 slot: the film opens on May 26, 2028.", "2027-Q4"),
        ("It has been moved from November to next March, in time for spring 2028.", "2027-11"),
    ],
)
def test_what_a_film_will_not_make_is_the_date_it_had(lead: str, had: str) -> None:
    told = claim("Lowlands delayed", lead, NOW + 370 * 86_400, beat="release-date")
    assert told is not None
    assert (told.date[:7], told.moved_from) == ("2028-05" if "May" in lead else "2028-03", had)


def test_the_month_of_a_day_that_is_given_up_is_no_new_date() -> None:
    told = claim(
        "Calendar: LOWLANDS Now Undated",
        "Lowlands leaves Friday, February 12, 2027 and moves to TBD. Presidents’ Day is free.",
        NOW,
        beat="release-date",
        home="US",
    )
    assert told is None


def test_scenes_that_a_country_hosts_are_no_release() -> None:
    lead = "Filming began in Malta this week. Friuli will host the surface scenes in April."
    assert claim("Lowlands begins", lead, NOW, beat="production") is None


def test_a_day_printed_as_americans_do_is_not_of_british_cinemas() -> None:
    found = [
        claim("Lowlands trailer", f"It’s in cinemas {day}.", NOW, beat="trailer", local="UK")
        for day in ("2 October", "October 2")
    ]
    assert [one and one.region for one in found] == ["UK", None]


def test_a_list_of_countries_is_none_that_a_date_holds_for() -> None:
    told = claim(
        "Lamp takes Lowlands for six territories",
        "Lamp has the UK, Ireland, Benelux, Germany, Austria and Italy, and plans a cinema run in spring.",
        NOW,
        beat="business",
    )
    assert told is not None
    assert told.region is None


def test_the_film_whose_date_is_stated_comes_first() -> None:
    (told,) = films(
        report(
            1,
            "‘Nightfall,’ ‘Dust Choir’ Among Changes of Date",
            "‘Dust Choir’ will arrive March 12, 2027, instead of this November 13. ‘Nightfall’ gets more.",
        )
    )
    assert told == ("Dust Choir", "Nightfall")


SPRING = NOW + 425 * 86_400  # 10 March 2027
CHATTY = [
    ("We were promised Harrow for July; it’s now October 8.", "2027-10-08", "2027-07"),
    ("It’s not turning up in July any more; try Valentine’s Day 2028.", "2028-02-14", "2027-07"),
    ("It was going to be with us at Easter. It will not be. Think August.", "2027-08", "2027-Q2"),
    ("Instead of Christmas Day, it will now land on January 21, 2028.", "2028-01-21", "2027-12-25"),
    ("Harrow won’t be hitting theaters this November. Its home is October 6, 2028.", "2028-10-06", "2027-11"),
    ("Harrow, previously slated for August 20, is now a Thanksgiving title.", "2027-Q4", "2027-08-20"),
    ("Harrow abandons June for a cosier spot on December 10.", "2027-12-10", "2027-06"),
    ("A24 will unleash Harrow on Halloween.", "2027-Q4", None),
    ("It is slated for a 2028 theatrical release.", "2028", None),
]


@pytest.mark.parametrize(("lead", "date", "had"), CHATTY)
def test_dates_in_the_words_of_fans(lead: str, date: str, had: str | None) -> None:
    told = claim("Harrow moves", lead, SPRING, beat="release-date")
    assert (told and (told.date, told.moved_from)) == (date, had)


JUNE = NOW + 145 * 86_400
GIVEN_UP = [
    ("It opens on Feb. 12, 2027, scrapping a planned two-week engagement in November.", "2026-11"),
    ("It opens on Feb. 12, 2027, dropping plans for a limited run in November.", "2026-11"),
    ("It opens on Feb. 12, 2027. It had been booked for a one-week Imax run from Nov. 26.", "2026-11-26"),
    ("It opens on Feb. 12, 2027 after Apple abandoned plans for a brief tour in November.", "2026-11"),
    ("It has been moved from this November to next year, and opens on 12 February 2027.", "2026-11"),
    ("The studio has moved it to February 12 next year. The local date had been June 24.", "2026-06-24"),
    ("Scheduled at first for a summer bow, it will open on Feb. 12, 2027.", "2026-Q3"),
    ("Gone is the July 10 date. Harrow now opens on Feb. 12, 2027.", "2026-07-10"),
    ("Harrow trades its July 10 slot for Feb. 12, 2027.", "2026-07-10"),
    ("Harrow is leaving July for Feb. 12, 2027, and six months hurts.", "2026-07"),
    ("Harrow is going to Feb. 12, 2027, leaving July 10 to ‘Dust Choir’.", "2026-07-10"),
    ("The July 10 release has been scrapped in favour of Feb. 12, 2027.", "2026-07-10"),
    ("The October release is now Feb. 12, 2027.", "2026-10"),
    ("October 9 becomes Feb. 12, 2027 for Harrow.", "2026-10-09"),
    ("Harrow has been moved off October 9. It lands on Feb. 12, 2027.", "2026-10-09"),
    ("Forget October 9. Harrow now lands on Feb. 12, 2027.", "2026-10-09"),
    ("Don’t forget: Harrow lands on Feb. 12, 2027.", None),
    ("Harrow swaps October for February: it opens on Feb. 12, 2027.", "2026-10"),
    ("It keeps its Feb. 12, 2027 date, while ‘Dust Choir’ comes a fortnight earlier than planned.", None),
]


@pytest.mark.parametrize(("lead", "had"), GIVEN_UP)
def test_a_run_or_a_slot_that_is_given_up_is_the_date_it_had(lead: str, had: str | None) -> None:
    told = claim("Harrow moves", lead, JUNE, beat="release-date")
    assert (told and (told.date, told.moved_from)) == ("2027-02-12", had)


@pytest.mark.parametrize(
    ("lead", "local", "date", "region"),
    [
        ("British audiences can take their seats from 23 October.", "UK", "2026-10-23", "UK"),
        ("It is in British and Irish cinemas on 23 October, the same day as the States.", "UK",
         "2026-10-23", "UK"),
        ("Focus puts it in American theatres in October.", None, "2026-10", "US"),
        ("Americans see it on October 16; it opens here on October 22.", "AU", "2026-10-22", "AU"),
        ("US audiences will have it on 16 October, Britons a week after.", "UK", "2026-10-16", "US"),
        ("French cinemas will have it on 4 November, the British on 13 November.", "UK", "2026-11-13", "UK"),
        ("US fans get it first, on October 16; ours is October 22.", "AU", "2026-10-22", "AU"),
        ("Canadian audiences get it on October 23.", None, "2026-10-23", "CA"),
        ("It opens across America on October 16.", None, "2026-10-16", "US"),
        ("The film comes to US theaters October 16 and to Britain a week later.", "UK", "2026-10-16", "US"),
    ],
)  # fmt: skip
def test_the_country_whose_cinemas_are_named(lead: str, local: str | None, date: str, region: str) -> None:
    told = claim("Harrow gets a date", lead, JUNE, beat="release-date", home=local, local=local)
    assert told is not None
    assert (told.date, told.region, told.moved_from) == (date, region, None)


@pytest.mark.parametrize("words", ["Expect it", "Look for it", "You can expect this"])
def test_a_month_to_look_out_for_is_one_of_release(words: str) -> None:
    told = claim("Harrow trailer", f"A first look at the chiller. {words} in October.", JUNE, beat="trailer")
    assert (told and told.date) == "2026-10"


def test_a_shoot_that_slips_has_no_date_of_release() -> None:
    lead = "Lee takes charge. The shoot slips by a month, to early September."
    assert claim("Harrow finds a director", lead, JUNE, beat="production") is None


def test_the_opening_day_behind_a_label_is_a_date_whatever_the_news() -> None:
    told = claim("Harrow runs 172 minutes", "Presales are strong. Opening day: July 17.", JUNE, beat="other")
    assert (told and told.date) == "2026-07-17"


@pytest.mark.parametrize(
    "lead",
    [
        "Harrow, which was not expected until March, will open on October 9.",
        "Paramount has pulled it forward from March 2027 to October 9.",
    ],
)
def test_a_day_that_a_film_comes_forward_to_is_before_the_one_it_had(lead: str) -> None:
    told = claim("Harrow moves up", lead, JUNE, beat="release-date")
    assert (told and (told.date, told.moved_from)) == ("2026-10-09", "2027-03")


@pytest.mark.parametrize(
    "lead",
    [
        "It opens on May 26, 2028. The film had been due here on 5 November.",
        "They aren’t making us wait until November 5, because it opens on May 26, 2028 instead.",
    ],
)
def test_what_a_film_was_due_here_or_made_us_wait_for_is_the_date_it_had(lead: str) -> None:
    told = claim("New date for Lowlands", lead, NOW + 370 * 86_400, beat="release-date")
    assert told is not None
    assert (told.date, (told.moved_from or "")[5:]) == ("2028-05-26", "11-05")


def test_a_day_in_figures_says_more_than_the_feast_of_a_year() -> None:
    told = claim(
        "‘Lowlands’ moves to Valentine’s 2028",
        "The film is now set for February 11, 2028.",
        NOW + 370 * 86_400,
        beat="release-date",
    )
    assert told is not None
    assert told.date == "2028-02-11"


def test_a_year_that_a_studio_stakes_out_is_a_date_and_when_sales_launch_is_none() -> None:
    told = claim(
        "New film", "The studio has staked out 2028 for it.", NOW + 370 * 86_400, beat="announcement"
    )
    assert told is not None
    assert told.date == "2028"
    lead = "Sales launch in Cannes next month, and it is a drama."
    assert claim("A secret film", lead, NOW + 370 * 86_400, beat="announcement") is None


@pytest.mark.parametrize(
    "lead",
    [
        "The film now opens on May 26, 2028. It had been slated to open in the UK on 5 November 2027.",
        "The film now opens on May 26, 2028. November 5, 2027 was the old date.",
        "The film now opens on May 26, 2028. Its November 5, 2027 slot goes to ‘Reed.’",
        "The film now opens on May 26, 2028. It was going to hit theaters November 5, 2027.",
        "The film now opens on May 26, 2028. It previously held a November 5, 2027 berth.",
        "The film now opens on May 26, 2028. It had been sitting on November 5, 2027.",
        "The film now opens on May 26, 2028. The studio had staked out November 5, 2027.",
        "Its new home is May 26, 2028; it had been November 5, 2027.",
        "The wait just got longer: May 26, 2028, not November 5, 2027.",
        "From Nov. 5, 2027, the film goes to May 26, 2028.",
        "May 26, 2028 replaces November 5, 2027 on the calendar.",
    ],
)
def test_the_date_a_film_held_or_that_another_replaces_is_the_one_it_had(lead: str) -> None:
    told = claim("Lowlands delayed", lead, NOW + 370 * 86_400, beat="release-date")
    assert told is not None
    assert (told.date, told.moved_from) == ("2028-05-26", "2027-11-05")


def test_a_shoot_for_a_release_in_a_year_tells_of_that_year() -> None:
    lead = "Shooting begins in May 2027 for a release in 2028."
    told = claim("‘Lowlands’ in Riga", lead, NOW + 310 * 86_400, beat="production")
    assert told is not None
    assert told.date == "2028"


def test_a_star_who_slips_away_in_spring_is_no_release() -> None:
    lead = "Mary Hale slipped away to Riga this spring to make it."
    assert claim("Hale makes a secret film", lead, NOW, beat="announcement") is None
