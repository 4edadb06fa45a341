"""Films that another avoids, faces, joins on its day or outsells: only the one that moves is the news."""

from __future__ import annotations

import pytest

from tests.stories.test_in_passing import KNOWN
from tests.stories.test_own_titles import about
from tests.stories.test_reading import report

RIVALS = """
    ‘Undertow’ Shifts to September, Away From ‘Kiln’
    ‘Undertow’ Moves Two Weeks Away From ‘Kiln’
    ‘Undertow’ Exits August, Will Face ‘Kiln’ in November
    ‘Undertow’ Joins ‘Kiln’ on November 24
    ‘Undertow’ Pushed to March as A24 Clears the Decks for ‘Kiln’
    ‘Undertow’ First-Day Presales Top ‘Kiln’ in Nine Hours
    Riga Selects ‘Undertow’ Over Prizewinner ‘Kiln’
    ‘Undertow’ Is Neon’s ‘Kiln’
    The Guy Behind ‘Kiln’ Hands ‘Undertow’ a Trailer
    """
DATES = """
    ‘Undertow’ Moves Up to January, Out of the Path of ‘Kiln’
    ‘Undertow’ Will Now Battle ‘Kiln’ in May
    ‘Undertow’ Moves Up a Week to Beat ‘Kiln’
    With ‘Kiln’ Looming, ‘Undertow’ Moves to March
    ‘Undertow’ Grabs Date Once Held by ‘Kiln’
    ‘Undertow’ Lands ‘Kiln’s’ Old Date
    ‘Undertow’ Loses Imax Screens to ‘Kiln’
    """
NEWS = """
    Dee Marsh Walks Away From ‘Kiln’
    Tom Roe Joins ‘Kiln’
    Tom Roe to Face the Music in ‘Kiln’
    """


@pytest.mark.parametrize("title", RIVALS.strip().splitlines())
def test_a_rival_is_only_named(title: str) -> None:
    assert about(*KNOWN, report(9, title.strip(), "Neon said so.", outlet="Gate"))[-1] == ("Undertow",)


@pytest.mark.parametrize("title", DATES.strip().splitlines())
def test_a_rival_in_a_headline_of_dates_is_only_named(title: str) -> None:
    lead = "Neon will now release it on March 3, 2028."
    assert about(*KNOWN, report(9, title.strip(), lead, outlet="Gate"))[-1] == ("Undertow",)


def test_a_film_that_gets_the_date_of_another_is_news_too() -> None:
    title = "Neon Moves ‘Undertow’ to December, Hands June Date to ‘Kiln’"
    told = about(*KNOWN, report(9, title, "‘Kiln’ goes into the slot.", outlet="Gate"))[-1]
    assert set(told) == {"Undertow", "Kiln"}


@pytest.mark.parametrize("title", NEWS.strip().splitlines())
def test_a_film_that_somebody_leaves_or_joins_is_the_news(title: str) -> None:
    assert about(*KNOWN, report(9, title.strip(), "Neon said so.", outlet="Gate"))[-1] == ("Kiln",)
