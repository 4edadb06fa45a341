"""News that names films and is about none: farewells, series and stage shows of a film's name, lists."""

from __future__ import annotations

import pytest

from tests.stories.test_reading import report
from tests.stories.test_subjects import films


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Maggie Orme: an appreciation",
            "In ‘The Glass Boat’ she barely speaks; in ‘Kiln’ she never stops. Orme let the camera wait.",
        ),
        ("Remembering Maggie Orme", "She will be recalled for ‘The Glass Boat’, and for a teacup in it."),
        ("Décès de Maggie Orme", "La comédienne de « Kiln » s’est éteinte lundi à Londres."),
        ("Five films to see this weekend", "‘The Glass Boat’ tops our list, with ‘Kiln’ close behind."),
        ("Sky renews ‘The Glass Boat’ for a third season", "The thriller returns for eight more episodes."),
        ("BBC commissions second series of The Glass Boat", "The spin-off of the 1989 film is back in May."),
        ("‘Kiln’ Season 3 Trailer Teases a Reckoning", "HBO’s drama is back in October."),
        ("‘Glass Boat’ series gets third run at Sky", "The third series of ‘The Glass Boat’ starts in May."),
        ("‘Kiln’ Heads to Broadway", "A musical adaptation of the 1989 film will open in April."),
    ],
)
def test_news_that_is_about_no_film(title: str, lead: str) -> None:
    assert films(report(1, title, lead)) == [()]


def test_whoever_comes_from_a_series_joins_a_film() -> None:
    told = films(
        report(
            1,
            "‘The Glass Boat’ Season 2 Star Joins ‘Saltwater’",
            "Tom Reeve has joined the cast of the thriller ‘Saltwater’.",
        )
    )
    assert told == [("Saltwater",)]


def test_a_section_of_two_arts_is_of_the_other() -> None:
    told = films(
        report(
            1,
            "Reeve signs on for more of ‘The Glass Boat’",
            "The actor will return to ‘The Glass Boat’ next spring.",
            categories=("TV and radio", "Culture"),
        )
    )
    assert told == [()]


def test_a_sequel_told_by_its_number_is_that_which_gets_a_title() -> None:
    told = films(
        report(1, "Ann Mull hints at Kiln 2", "Ann Mull says that ‘Kiln 2’ is being written."),
        report(
            2,
            "Ann Mull’s ‘Kiln’ Sequel ‘Ember’ Is a Go",
            "“Ember,” a sequel to “Kiln,” shoots next year.",
            outlet="Wire",
        ),
    )
    assert told[0] == ("Ember",)


def test_all_newcomers_of_a_list_open() -> None:
    told = films(
        report(
            1,
            "Weekend: ‘Nightfall’ Wins With $31M",
            "‘Nightfall’ opens to $31.2M. ‘Cold Harbour’ fell to $9M. Newcomers ‘Dust Choir’ ($6.3M) and "
            "‘Paper Moth’ ($4.0M) are fourth and seventh.",
        ),
        report(
            2,
            "‘Nightfall’ tops box office",
            "‘Nightfall’ led, ahead of ‘Cold Harbour’. A new animated version of ‘Paper Moth’ made $4m, "
            "and ‘Dust Choir’ opened to $6m.",
            outlet="Press",
        ),
    )
    assert {"Nightfall", "Dust Choir", "Paper Moth"} == set(told[0])


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Ann Mull to lead tvN ward drama “Small Mercy”", "The 16-part series shoots in May."),
        (
            "Ann Mull to lead “Small Mercy”",
            "She will return to television in the spring, said the broadcaster.",
        ),
        ("“Small Mercy” adds a boat", "The DLC is out in May on PS5 and Xbox."),
    ],
)
def test_series_and_games_are_told_by_their_parts(headline: str, lead: str) -> None:
    assert films(report(1, headline, lead)) == [()]


def test_a_film_of_a_game_is_one() -> None:
    lead = "The film of the PS5 game is out in May."
    assert films(report(1, "“Small Mercy” sets a date", lead)) == [("Small Mercy",)]


def test_a_game_is_no_film_though_its_report_is_filed_under_it() -> None:
    lead = "Four new fighters are coming, and the last of them wears a coat from this month’s movie."
    game = report(
        1, "‘Street Brawl 6’ Year 4 Trailer Teases a Boss", lead, categories=("Gaming", "Street Brawl 6")
    )
    assert films(game) == [()]
