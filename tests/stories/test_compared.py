"""Films that a headline sets beside its own to tell what that is like, and films that share a headline."""

from __future__ import annotations

import pytest

from tests.stories.test_in_passing import KNOWN
from tests.stories.test_own_titles import about
from tests.stories.test_reading import report

LIKE = """
    ‘Undertow’ Adds ‘Kiln’ Favorite Tom Roe
    ‘Kiln’ Oscar Winner Tom Roe in Talks for ‘Undertow’
    ‘Undertow’ Review: Not Quite ‘Kiln’
    ‘Undertow’ Review: Dee Marsh Loses the Magic of ‘Kiln’
    ‘Undertow’ Trailer Has a ‘Kiln’ Easter Egg
    Dee Marsh Explains Why ‘Undertow’ Has No ‘Kiln’ Cameo
    Dee Marsh: ‘Undertow’ Will Not Be Another ‘Kiln’
    Forget ‘Kiln’: ‘Undertow’ Is the Horror of the Year
    ‘Undertow’ Could Be This Year’s ‘Kiln’
    Is ‘Undertow’ the Next ‘Kiln’?
    ‘Undertow’ Is ‘Kiln’ With Sharks
    ‘Undertow’ Picks Up Where ‘Kiln’ Left Off
    Dee Marsh Passed on ‘Kiln’ for ‘Undertow’
    ‘Undertow’ Breaks Record Held by ‘Kiln’
    ‘Undertow’ Breaks ‘Kiln’ Opening Record
    ‘Undertow’ Trailer Will Debut With ‘Kiln’
    """


@pytest.mark.parametrize("title", LIKE.strip().splitlines())
def test_a_film_that_another_is_told_by_is_not_what_a_headline_is_about(title: str) -> None:
    assert about(*KNOWN, report(9, title.strip(), "Neon said so.", outlet="Gate"))[-1] == ("Undertow",)


BOTH = """
    ‘Undertow’ and ‘Kiln’ Trailers Arrive
    ‘Undertow,’ ‘Kiln’ Wrap in Malta
    ‘Undertow’ vs. ‘Kiln’: Which Sea Film Is Better?
    A24 Picks Up ‘Undertow’ and ‘Kiln’
    """


@pytest.mark.parametrize("title", BOTH.strip().splitlines())
def test_films_of_one_headline_share_its_news(title: str) -> None:
    told = about(*KNOWN, report(9, title.strip(), "Neon said so.", outlet="Gate"))[-1]
    assert set(told) == {"Undertow", "Kiln"}


ALONE = """
    Is ‘Undertow’ the Film of the Year?
    The ‘Undertow’ Easter Eggs That Nobody Saw
    Forget What They Said: It Is ‘Undertow’
    ‘Undertow’ Sets a Record
    """


@pytest.mark.parametrize("title", ALONE.strip().splitlines())
def test_what_is_said_so_of_the_only_film_is_said_of_the_news(title: str) -> None:
    assert about(*KNOWN, report(9, title.strip(), "It was a surprise.", outlet="Gate"))[-1] == ("Undertow",)
