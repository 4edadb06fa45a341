"""A sum passed is not the weekend it was passed in, and one guild's prize is not another's."""

from __future__ import annotations

import pytest

from reader.stories.kinds.occasions import COST, PASSED, PRIZE, SOLD, WEEKEND, occasion
from reader.stories.similarity import Item, log_odds
from tests.stories.test_reading import report
from tests.stories.test_subjects import stories


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("‘Low Water’ Crosses $900 Million Worldwide", PASSED),
        ("‘Low Water’ sails past Rs 300 crore in nine days", PASSED),
        ("‘Low Water’ Joins the Billion-Dollar Club", PASSED),
        ("Low Water Smashes Another Box Office Record", PASSED),
        ("Weekend: ‘Low Water’ Floats to $30M", WEEKEND),
        ("‘Low Water’ opens to $30 million", WEEKEND),
        ("“Tall Grass” knocks “Low Water” from top of box office", WEEKEND),
        ("‘Low Water’ Tops Box Office With $30 Million", WEEKEND),
        ("‘Low Water’ Opens to $30M as ‘Tall Grass’ Passes $500 Million", 0),
        ("‘Low Water’ Stays Afloat", 0),
        ("Gamble pays off as ‘Low Water’ hits $83 million", 0),
        ("‘Low Water’ Reaches $175M", PASSED),
    ],
)
def test_a_headline_of_the_box_office_is_of_a_weekend_or_of_a_sum_passed(title: str, expected: int) -> None:
    assert occasion(title, "box-office") == expected


def test_a_prize_goes_by_several_names() -> None:
    producers = occasion("PGA: ‘Low Water’ Wins", "awards")
    assert producers == occasion("‘Low Water’ Takes Top Producers Guild Prize", "awards") >= PRIZE
    assert producers != occasion("DGA honours Ann Roe", "awards") >= PRIZE
    assert occasion("After the BAFTAs, Who Leads the Oscar Race?", "awards") == 0
    assert occasion("‘Low Water’ wins big", "awards") == 0
    assert occasion("Neon buys Oscar winner’s next", "business") == SOLD
    assert occasion("Chain closes six cinemas", "business") == 0
    assert occasion("Oscar winner Ann Roe to direct ‘Low Water’", "announcement") == 0


def test_two_guilds_on_one_night_are_two_stories() -> None:
    won = "‘Low Water’ by Ann Roe won the top prize of the {} on Sunday night in Los Angeles."
    reports = (
        report(1, "Producers Guild Awards: ‘Low Water’ Wins Top Prize", won.format("Producers Guild")),
        report(2, "‘Low Water’ Wins PGA Awards’ Top Prize", won.format("producers"), outlet="Wire"),
        report(3, "Actor Awards: ‘Low Water’ Wins Top Prize", won.format("actors"), outlet="Post"),
    )
    assert stories(*reports) == [[1, 2], [3]]


def test_a_sum_that_a_film_passed_is_no_news_of_the_weekend() -> None:
    reports = (
        report(1, "‘Low Water’ Wins the Weekend With $40 Million", "‘Low Water’ took $40 million."),
        report(2, "‘Low Water’ Passes $500 Million", "‘Low Water’ took another $40 million.", outlet="Wire"),
    )
    assert stories(*reports) == [[1], [2]]


def test_who_bought_the_winner_is_no_news_of_the_prize() -> None:
    lead = "‘Low Water’ by Ann Roe, which won the Golden Bear in Berlin on Saturday"
    reports = (
        report(1, "‘Low Water’ Wins Golden Bear in Berlin", f"{lead}, moved the jury."),
        report(2, "Mubi Buys Golden Bear Winner ‘Low Water’", f"{lead}, sold to Mubi.", outlet="Wire"),
        report(3, "‘Low Water’ takes the Golden Bear", f"{lead}, is a debut.", outlet="Post"),
    )
    assert stories(*reports) == [[1, 3], [2]]


def test_what_a_film_costs_is_not_what_was_paid_for_it() -> None:
    assert occasion("‘Low Water’ to cost $90 million", "business") == COST
    assert occasion("Mubi’s deal for ‘Low Water’ covers its budget", "business") == 0
    lead = "Polestar took ‘Low Water’, Ann Roe’s epic about a ferry, from Kestrel Pictures"
    reports = (
        report(1, "Polestar Picks Up Ann Roe’s ‘Low Water’ From Kestrel", f"{lead} on Monday."),
        report(2, "Inside the ‘Low Water’ Budget: Where Ann Roe Saved", f"{lead}.", outlet="Wire"),
    )
    assert stories(*reports) == [[1], [2]]


def test_what_a_film_takes_is_no_news_of_what_critics_say_of_it() -> None:
    film = frozenset({"low water"})
    review, chart, trailer, deal = (
        Item(key, 0, {}, film, beat)
        for key, beat in enumerate(("review", "box-office", "trailer", "business"))
    )
    odds = [log_odds(review, other, 0.15, 0.3) for other in (chart, trailer, deal)]
    assert odds[0] == odds[1] < 0 < odds[2]
