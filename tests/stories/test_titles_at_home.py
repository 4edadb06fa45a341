"""Films that go by one title where they were made and by another abroad, told in many ways."""

from __future__ import annotations

import pytest

from tests.stories.apart import films
from tests.stories.test_reading import report

ENGLISH = (
    report(1, "‘The Reed Bed’ sells wide", "‘The Reed Bed’ was bought by Mubi in Cannes."),
    report(2, "‘The Reed Bed’ review: cold feet", "‘The Reed Bed’ is long and dry.", outlet="Post"),
)


def test_the_title_that_more_outlets_print_is_the_films() -> None:
    told = films(
        *ENGLISH,
        report(
            3,
            "« Il canneto » sells out",
            "The seller has closed Japan on « Il canneto », known in English as « The Reed Bed ».",
            outlet="Brief",
        ),
    )
    assert set(told) == {("The Reed Bed",)}


@pytest.mark.parametrize(
    "lead",
    [
        "Once known as ‘Sluice 9’, Ida Lund’s film comes out at home as ‘Slusen’ and abroad as ‘Reedwater’.",
        "The Danish title of Ida Lund’s film is ‘Slusen’; TrustNordisk will present it as ‘Reedwater’.",
    ],
)
def test_a_film_goes_by_what_it_is_sold_as(lead: str) -> None:
    told = films(
        report(1, "Ida Lund’s river film becomes ‘Slusen’", lead),
        report(2, "‘Reedwater’ wraps", "‘Reedwater’, by Ida Lund, has wrapped.", outlet="Post"),
    )
    assert told == [("Reedwater",)] * 2


def test_two_films_that_one_seller_has_are_two() -> None:
    told = films(
        report(1, "Ida Lund’s ‘Slusen’ begins", "TrustNordisk sells ‘Slusen’ as well as ‘Reedwater’."),
        report(2, "‘Reedwater’ wraps", "‘Reedwater’ has wrapped.", outlet="Post"),
    )
    assert told == [("Slusen",), ("Reedwater",)]


def test_films_of_one_line_up_are_no_titles_of_one_another() -> None:
    many = "Ida Lund’s ‘Le Poids’, Tom Reeve’s ‘Nocturne’, Mina Okafor’s ‘Kiln’ and Ann Mull’s ‘Das Riff’"
    told = films(
        report(1, "Nineteen for Berlin", f"In the running are {many}.", outlet="Brief"),
        report(
            2, "Berlin has its films", "The festival has Tom Reeve’s ‘Nocturne’ and Ann Mull.", outlet="Post"
        ),
        report(3, "Berlin set", "Tom Reeve, Ann Mull, Mina Okafor: ‘Nocturne’ is picked.", outlet="Wire"),
        report(4, "Nocturne", "Mina Okafor, Ida Lund and Tom Reeve talk of ‘Nocturne’.", outlet="Row"),
        report(9_000, "Ann Mull’s ‘Das Riff’ dated", "Ann Mull’s ‘Das Riff’ opens in May.", outlet="Brief"),
    )
    assert told[-1] == ("Das Riff",)


def test_of_two_titles_in_brackets_the_english_one_is_the_films() -> None:
    told = films(
        report(
            1, "‘Onde Moras Tu’ wins in Riga", "Ida Lund won for ‘Onde Moras Tu’ (‘Where You Live’), a drama."
        ),
        report(2, "‘Where You Live’ dated", "‘Where You Live’ opens in May.", outlet="Post"),
        report(3, "‘Onde Moras Tu’ sold", "‘Where You Live’ was sold.", outlet="Brief"),
    )
    assert told[0] == ("Where You Live",)


@pytest.mark.parametrize(
    ("foreign", "remake"), [("Les Tantes", "Untitled Les Tantes remake"), ("Kiln", "Kiln")]
)
def test_the_remake_of_a_film_in_another_language_will_have_its_own_title(foreign: str, remake: str) -> None:
    (told,) = films(
        report(
            1,
            f"Fox To Remake ‘{foreign}’ With Tom Reeve",
            f"The family of ‘{foreign}’ moves to Ohio. A director search is on.",
        )
    )
    assert told == (remake,)
