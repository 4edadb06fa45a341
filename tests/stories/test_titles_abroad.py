"""One film by two titles, of which outlets of two countries print one each."""

from __future__ import annotations

import pytest

from reader.stories.report import Report
from tests.stories.test_reading import report
from tests.stories.test_subjects import films

HOME = (
    report(1, "Lena Mull’s ‘The Amber Canal’ to open in June", "‘The Amber Canal’ stars Tom Reeve."),
    report(
        2,
        "‘The Amber Canal’ dated",
        "Lena Mull’s thriller ‘The Amber Canal’, with Tom Reeve, opens in June.",
        outlet="Wire",
    ),
)


def abroad(title: str, lead: str) -> Report:
    return report(3, title, lead, outlet="Le Cadre")


def test_a_foreign_title_with_a_word_and_people_alike_is_the_same_film() -> None:
    told = films(
        *HOME,
        abroad(
            "« Le Canal d’ambre » sortira le 14 octobre",
            "Le film de Lena Mull, « Le Canal d’ambre », gagnera les salles en octobre.",
        ),
    )
    assert told[2] == ("The Amber Canal",)


def test_another_film_by_the_same_people_is_another() -> None:
    told = films(
        *HOME,
        abroad(
            "« La Dame grise » sortira le 14 octobre",
            "« La Dame grise », l’autre film de Lena Mull, gagnera les salles en octobre.",
        ),
    )
    assert told[2] == ("La Dame grise",)


@pytest.mark.parametrize(
    "lead",
    [
        "« La Dame grise », film de Lena Mull, montré à Londres sous le titre The Amber Canal, est prêt.",
        "« La Dame grise » (titre original : « The Amber Canal ») sortira le 14 octobre.",
        "« La Dame grise », titre anglais « The Amber Canal », sortira le 14 octobre.",
    ],
)
def test_a_title_that_is_told_to_be_another(lead: str) -> None:
    assert films(*HOME, abroad("« La Dame grise » sortira en octobre", lead))[2] == ("The Amber Canal",)


def test_a_foreign_title_that_is_reviewed_is_the_one_film_of_whom_it_names() -> None:
    lead = "Lena Mull’s thriller is as wet as it is long. « La Voisine du dessus » is her best."
    home = "‘The Amber Canal’ has Lena Mull at sea."
    at_home = (
        report(1, "‘The Amber Canal’ dated", home),
        report(2, "‘The Amber Canal’ set", home, outlet="Wire"),
    )
    assert films(*at_home, abroad("Review: « La Voisine du dessus »", lead))[2] == ("The Amber Canal",)
    assert films(*at_home, abroad("« La Voisine du dessus » announced", lead))[2] == ("La Voisine du dessus",)
