"""What gives a film without a title one: who says that it is its title, and no word in quotes beside it."""

from __future__ import annotations

import pytest

from tests.stories.test_links import library
from tests.stories.test_reading import report

BOND = ("Untitled James Bond film",)
CAST = report(1, "Tom Hale is the next James Bond", "The untitled film has Tom Hale as 007 in May.")
UNTITLED = report(
    1, "Mary Oduya Casts Tom Hale", "Tom Hale has joined the untitled film by Mary Oduya, who directs in May."
)


def test_a_word_in_a_headlines_quotes_is_no_title_of_a_film_that_has_none() -> None:
    lead = "Ida Lund is on page 40 of the next James Bond. She wouldn’t say its title."
    told = library(CAST, report(2, "Bond Draft “Nearly”", lead, outlet="Slate"))
    assert [one.films for one in told.values()] == [BOND] * 2


def test_a_film_named_beside_a_title_that_is_held_back_is_another() -> None:
    lead = "Mary Oduya, who made ‘Gull Island,’ casts Tom Hale at sea. She refused to reveal a title."
    told = library(UNTITLED, report(3, "Hale and Oduya put to sea", lead, outlet="Slate"))
    assert told[1].films == ("Untitled Mary Oduya project",)


def test_hearsay_gives_no_film_its_title() -> None:
    lead = "An insider claims that Mary Oduya’s film will be called ‘Wreckers.’ Nobody has confirmed it."
    told = library(UNTITLED, report(3, "Rumor: Oduya’s film has a title", lead, outlet="Slate"))
    assert told[1].films == ("Untitled Mary Oduya project",)


@pytest.mark.parametrize(
    "headline",
    ["Studio unveils Tom Hale as James Bond", "Tom Hale Named as 007", "Tom Hale is James Bond"],
)
def test_who_is_announced_as_james_bond_is_so_in_his_next_film(headline: str) -> None:
    told = library(report(1, headline, "The choice was made public in London."))
    assert told[1].films == BOND


def test_one_reports_film_is_not_that_of_all_that_tell_of_the_next_bond() -> None:
    lead = "Tom Hale is 007. Ida Lund directs him once ‘Night Ward’ is out."
    told = library(
        report(1, "Tom Hale is James Bond", "Tom Hale is the next 007. Ida Lund directs."),
        report(2, "Tom Hale is the new James Bond", "Tom Hale is 007. Ida Lund directs.", outlet="Slate"),
        report(3, "Tom Hale Is 007, Says Studio", lead, outlet="Wire"),
    )
    assert told[1].films == told[2].films == BOND


def test_a_small_word_behind_a_title_in_quotes_is_no_other_title() -> None:
    told = library(
        report(1, "‘Still’ opens", "‘Still’ opens in May."),
        report(2, "‘Still’ ends", "‘Still’ is over.", outlet="Slate"),
        report(3, "Box office: ‘Harrow’ leads", "‘Harrow’ still had $9M.", outlet="Wire"),
    )
    assert (told[3].films, told[3].mentioned) == (("Harrow",), ())
