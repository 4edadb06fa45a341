"""Who leaves a film or takes a place in it: players are cast, whoever makes it is of its production."""

from __future__ import annotations

import pytest

from reader.stories.kinds.beats import beat

PLAYERS = [
    ("Ida Morrow Exits ‘_____’ a Month Before Filming", "The star of the ferry thriller will not return."),
    ("Tom Orr quits ‘_____’ over pay", "The actor was to play the sexton again. Shooting starts in May."),
    ("The Year’s Biggest Sequel Just Lost Its Star", "The studio says that she walked away from the shoot."),
    ("‘_____’ will go ahead without Ida Morrow", "Her character will be recast before cameras roll."),
    (
        "Ida Morrow Drops Out of ‘_____’",
        "She was due to reprise the lighthouse keeper for director Jo Vance.",
    ),
]
MAKERS = [
    ("Jo Vance Exits ‘_____’", "The director and the studio cite creative differences."),
    ("Director Jo Vance quits ‘_____’ weeks before filming", "The star of the film, Ida Morrow, stays."),
    ("‘_____’ Loses Its Director", "Ida Morrow still plays the lead role."),
]
WITH_DATES = [
    ("casting", "Ida Morrow to Lead ‘_____’ as Studio Moves Sequel to Fall 2031", "She replaces Tom Orr."),
    ("casting", "‘_____’ Recasts, Moves", "Ida Morrow is the new lead. It opens in March now."),
    (
        "production",
        "Jo Vance to Direct ‘_____’; Studio Pushes Sequel to 2031",
        "She takes over the director’s chair.",
    ),
]


@pytest.mark.parametrize(("title", "lead"), PLAYERS)
def test_a_player_who_leaves_is_news_of_the_cast(title: str, lead: str) -> None:
    assert beat(title, lead).name == "casting"


@pytest.mark.parametrize(("title", "lead"), MAKERS)
def test_a_director_who_leaves_is_news_of_the_production(title: str, lead: str) -> None:
    assert beat(title, lead).name == "production"


@pytest.mark.parametrize(("kind", "title", "lead"), WITH_DATES)
def test_who_is_new_is_the_news_and_the_date_moves_for_it(kind: str, title: str, lead: str) -> None:
    assert beat(title, lead).name == kind


def test_a_date_that_moves_by_itself_is_the_news() -> None:
    title = "‘_____’ Pushed to Fall 2031"
    assert beat(title, "The studio gave no reason. It was due in May.").name == "release-date"


@pytest.mark.parametrize(
    "title", ["Lost actress Ida Morrow speaks at a rally", "Cinema chain pulls out of Whitby"]
)
def test_not_all_that_goes_is_an_actor_out_of_a_film(title: str) -> None:
    assert beat(title, "The actor told the Star.").name != "casting"
