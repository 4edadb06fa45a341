"""Films that are not named: told by who is, by a subtitle shouted, by capitals in a house of capitals."""

from __future__ import annotations

from reader.stories.report import Report
from tests.stories.test_links import library
from tests.stories.test_reading import report

KNOWN = [
    report(
        key,
        "‘Night Water’ goes on",
        f"Ann Beck directs Tom Hale in ‘Night Water,’ day {key}.",
        outlet=f"Wire {key}",
    )
    for key in range(1, 4)
]


def told(title: str, lead: str, *others: Report, categories: tuple[str, ...] = ()) -> tuple[str, ...]:
    return library(*others, report(90, title, lead, outlet="Slate", categories=categories))[90].films


def test_two_people_tell_which_film_an_interview_is_about() -> None:
    lead = "Ann Beck tells us about salt in the camera. Of Tom Hale she says that he never asked for a towel."
    assert told("Wet feet: an interview with Ann Beck", lead, *KNOWN) == ("Night Water",)


def test_one_person_or_two_of_different_films_tell_of_none() -> None:
    others = [
        report(key + 9, "‘Kiln’ goes on", "Sue Mull stars in ‘Kiln.’", outlet=f"Wire {key}")
        for key in range(3)
    ]
    alone = "Ann Beck tells us about salt in the camera."
    apart = "Ann Beck tells us about salt in the camera, and of Sue Mull at school."
    assert told("Wet feet: an interview with Ann Beck", alone, *KNOWN) == ()
    assert told("Wet feet: an interview with Ann Beck", apart, *KNOWN, *others) == ()


def test_two_people_tell_nothing_of_a_report_about_their_union() -> None:
    lead = "Ann Beck and Tom Hale voted for the contract on Monday, the union said."
    assert told("Actors approve contract", lead, *KNOWN) == ()


def test_a_subtitle_shouted_is_its_film() -> None:
    known = [
        report(key, "‘Wardens: Reckoner’ dated", "‘Wardens: Reckoner’ opens.", outlet=f"Wire {key}")
        for key in range(4)
    ]
    assert told("SPOILERS: THE RECKONER DEATH LIST", "Look away now.", *known) == ("Wardens: Reckoner",)
    assert told("SPOILERS: THE DEATH LIST", "Look away now.", *known) == ()


def test_a_house_that_shouts_has_its_titles_in_capitals() -> None:
    lead = "A source tells us that WARDENS FINAL HOUR will bring in a giant. That is a LONG WAY off."
    assert told("FINAL HOUR HAS A SECOND VILLAIN!!!", lead) == ("WARDENS FINAL HOUR",)
    assert told("HALE RACES AGAIN??", "TOM HALE is going racing, we hear.") == ()


def test_what_is_filed_under_television_is_no_film_though_a_trailer() -> None:
    lead = "The channel has a full trailer for ‘Porchlights,’ and it is dark."
    title = "‘Porchlights’ Trailer Is Dark"
    assert told(title, lead, categories=("TV", "Trailers")) == ()
    assert told(title, lead, categories=("Film", "Trailers")) == ("Porchlights",)


def test_a_ruler_of_old_is_no_film() -> None:
    known = [
        report(key, "‘Aurelian’ dated", "‘Aurelian’ opens in May.", outlet=f"Wire {key}") for key in range(4)
    ]
    lead = "A finger from a statue of Aurelian the Great is to be shown."
    assert told("A finger in bronze", lead, *known) == ()
