"""Films that a headline names in passing, and films that it is about though what stands beside looks so."""

from __future__ import annotations

import pytest

from tests.stories.test_own_titles import about
from tests.stories.test_reading import report

KNOWN = (
    report(1, "‘Undertow’ Trailer", "‘Undertow’ is a film by Dee Marsh."),
    report(2, "“Undertow” Trailer", "“Undertow” is out in May.", outlet="Slate"),
    report(3, "‘Kiln’ Trailer", "‘Kiln’ is out.", outlet="Slate"),
    report(4, "“Kiln” Trailer", "“Kiln” is out.", outlet="Wire"),
)

HEADLINES = """
    ‘Undertow’ Escapes ‘Kiln’ With a Jump to March
    ‘Undertow’ Dodges ‘Kiln’
    ‘Undertow’ Steers Clear of ‘Kiln’ in August
    ‘Undertow’ Opens Opposite ‘Kiln’ After All
    Mays Takes ‘Undertow’ as Her Post-‘Kiln’ Project
    ‘Undertow’ Promises a ‘Kiln’-Style Shootout
    The ‘Kiln’ Guys Are Back With ‘Undertow’
    ‘Kiln’ Duo Reunite for ‘Undertow’
    Apple Nabs ‘Undertow’ in Wake of ‘Kiln’ Success
    ‘Undertow’ Secretly Ties Into ‘Kiln’
    ‘Undertow’ Knocks ‘Kiln’ Off Its Perch
    The Director Who Made ‘Kiln’ Returns With ‘Undertow’
    """


@pytest.mark.parametrize("title", HEADLINES.strip().splitlines())
def test_a_film_is_only_what_another_is_told_by(title: str) -> None:
    assert about(*KNOWN, report(9, title.strip(), "Neon said so.", outlet="Gate"))[-1] == ("Undertow",)


SUBJECTS = """
    Warner Pushes ‘Undertow’ to 2028
    Then She Made ‘Undertow’
    The Math Behind ‘Undertow’
    The Story Behind ‘Undertow’
    Original ‘Undertow’ Returns
    Undertow sinks its rivals
    """


@pytest.mark.parametrize("title", SUBJECTS.strip().splitlines())
def test_a_film_that_the_news_is_of_is_what_it_is_about(title: str) -> None:
    assert about(*KNOWN, report(9, title.strip(), "It was a surprise.", outlet="Gate"))[-1] == ("Undertow",)


BARE = """
    Steve Mays is to make a feature. Filming of The Brick Lane begins in May.
    Jane Hart will take the lead in The Brick Lane, a drama about a strike.
    Jane Hart will play a river policewoman in The Brick Lane, alongside Tom Mays.
    Production on The Brick Lane starts in Hull.
    """


@pytest.mark.parametrize("lead", BARE.strip().splitlines())
def test_a_bare_title_is_told_by_the_work_on_it(lead: str) -> None:
    assert about(report(1, "New part for Hart", lead.strip())) == [("The Brick Lane",)]


def test_what_is_called_a_game_beside_its_title_is_no_film() -> None:
    game = "Storm Games has announced Loud Room: Drowned, a new survival horror game that listens to you."
    film = "Tom Orr will adapt the game “Gears of Rain” for Netflix."
    assert about(
        report(1, "The scariest use of your microphone", game),
        report(2, "Orr To Pen “Gears Of Rain”", film, outlet="Slate"),
    ) == [(), ("Gears of Rain",)]


def test_seasons_slates_and_guides_are_about_no_film_but_titles_with_such_words_are_films() -> None:
    assert about(
        *KNOWN,
        report(5, "Lean Season wins two prizes", "Lean Season took best film.", outlet="Gate"),
        report(6, "‘Lean Season’ Trailer", "‘Lean Season’ is a film.", outlet="Slate"),
        report(7, "New in cinemas: Undertow, Kiln", "What is on.", outlet="Gate"),
        report(8, "Filmpodcast, ep. 9: what we saw", "We talk about Undertow.", outlet="Gate"),
    )[4:] == [("Lean Season",), ("Lean Season",), (), ()]


def test_who_plays_the_lead_bears_a_title_that_is_a_given_name() -> None:
    told = about(
        report(1, "‘Martin’ Trailer", "‘Martin’ is a biopic."),
        report(2, "“Martin” Trailer", "“Martin” is out in May.", outlet="Slate"),
        report(
            3, "Diner to close", "For 61 years it served custard. Now Martin is closing it.", outlet="Gate"
        ),
    )
    assert told[-1] == ()


def test_a_second_film_in_a_headline_is_the_one_that_succeeds_the_first() -> None:
    told = about(report(1, "Seven prizes for ‘Low Fog’ successor ‘High Sun’", "‘High Sun’ won seven prizes."))
    assert told == [("High Sun",)]


def test_a_project_without_a_name_is_its_makers() -> None:
    told = about(
        report(
            1,
            "Ann Mull Boards Toll's Next",
            "Director Mary Toll has found a lead for her as yet unnamed third film.",
        )
    )
    assert told == [("Untitled Mary Toll project",)]
