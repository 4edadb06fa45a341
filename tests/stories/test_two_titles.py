"""Films with two titles: a working one and a proper one, one at home and one abroad, one misspelt."""

from __future__ import annotations

import pytest

from tests.stories.test_links import library
from tests.stories.test_reading import report


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("“Vesi” for Estonia, “Night Water” for the world", "The film with Ann Beck has its name."),
        ("Ann Beck’s film named ‘Vesi’ – ‘Night Water’ outside Estonia", "The film is nearly done."),
        ("A name for a film", "It is called “Vesi” in Estonian and “Night Water” in all other territories."),
        ("A name for a film", "It is “Night Water” abroad and “Vesi” at home, the studio said of the film."),
    ],
)
def test_a_film_goes_by_its_title_abroad(title: str, lead: str) -> None:
    found = library(report(1, title, lead), report(2, "‘Vesi’ dated", "‘Vesi’ opens in May.", outlet="Wire"))
    assert found[2].films == ("Night Water",)


def test_two_films_that_open_in_two_countries_are_two() -> None:
    lead = "The studio dated “Vesi” for Estonia, and “Night Water” for May."
    found = library(report(1, "Two dates", lead), report(2, "‘Vesi’ dated", "‘Vesi’ opens.", outlet="Wire"))
    assert found[2].films == ("Vesi",)


def test_of_two_titles_beside_each_other_the_first_is_what_a_film_goes_by() -> None:
    lead = "Ann Beck’s “A Rua Sem Água,” or “House by the Sea,” follows two sisters."
    prize = report(1, "“A Rua Sem Água” wins", lead)
    found = library(prize, report(2, "‘House by the Sea’ dated", "It opens in May.", outlet="Wire"))
    assert found[2].films == ("A Rua Sem Água",)


def test_of_two_english_titles_either_may_win() -> None:
    lead = "Will it be Ann Beck’s “Night Water,” or “House by the Sea”? We ask the jury."
    guess = report(1, "Who will win", lead)
    found = library(guess, report(2, "‘House by the Sea’ dated", "It opens in May.", outlet="Wire"))
    assert found[2].films == ("House by the Sea",)


@pytest.mark.parametrize(
    "lead",
    [
        "The institute backed a film registered as Wet Paint, better known as the sequel to Kiln.",
        "The fake title is “Wet Paint,” which is what the crew of the sequel to “Kiln” wears.",
    ],
)
def test_a_false_name_is_the_sequel_named_beside_it(lead: str) -> None:
    known = [
        report(key, "‘Kiln 2’ Sets a Date", "‘Kiln 2’ follows ‘Kiln.’", outlet=f"Wire {key}")
        for key in (1, 2)
    ]
    found = library(
        *known,
        report(3, "“Wet Paint” is a big shoot", lead),
        report(4, "Cameras turn on “Wet Paint”", "It is loud.", outlet="Slate"),
    )
    assert (found[3].films, found[4].films) == (("Kiln 2",), ("Kiln 2",))


def test_a_working_title_is_the_film_that_its_makers_project_became() -> None:
    early = report(1, "Ann Beck shoots “Mine Six”", "Ann Beck’s new film has the working title “Mine Six.”")
    told = report(2, "Ann Beck’s new film is called ‘Below’", "Ann Beck has named it.", outlet="Slate")
    assert library(early)[1].films == ("Mine Six",)
    assert library(early, told)[1].films == ("Below",)


def test_a_title_misspelt_is_the_film_that_the_report_is_filed_under() -> None:
    known = [
        report(key, "‘Nattwulf’ dated", "‘Nattwulf’ opens.", outlet=f"Wire {key}") for key in range(1, 4)
    ]
    slip = report(9, "The ‘Nattwolf’ Teaser Is Here", "It is dark.", categories=("Nattwulf", "Trailers"))
    other = report(9, "The ‘Nattjagd’ Teaser Is Here", "It is dark.", categories=("Nattwulf", "Trailers"))
    assert library(*known, slip)[9].films == ("Nattwulf",)
    assert library(*known, other)[9].films == ("Nattjagd",)
