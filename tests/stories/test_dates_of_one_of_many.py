"""Whose date a report states, where it is about several films or names others beside its own."""

from __future__ import annotations

import pytest

from reader.stories.dates.claims import Claim, claim
from reader.stories.dates.stated import mark
from tests.stories.dated import AUGUST

NO_PLACES: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])


def told(
    title: str, lead: str, own: list[str], others: list[str], beat: str = "release-date"
) -> Claim | None:
    """What is claimed by a report of its own films and of others that it names, each wherever it stands."""
    named = [
        (where, at, own.index(film) + 1 if film in own else 0)
        for film in (*own, *others)
        for where, text in (("title", title), ("lead", lead))
        for at in range(len(text))
        if text.startswith(film, at)
    ]
    return claim(title, lead, AUGUST, beat=beat, marks=mark(title, NO_PLACES, named))


def test_the_date_is_that_of_the_film_the_headline_names_first() -> None:
    lead = "Ember (was Oct. 9) is now May 7, 2027. Harrow: Feb. 12, 2027 (was Nov. 6, 2026)."
    found = told("Calendar: Harrow and Ember Move", lead, ["Ember", "Harrow"], [])
    assert found == Claim("2027-02-12", None, "2026-11-06", found.words if found else "", 2)


def test_what_another_film_had_is_no_move_of_this_one() -> None:
    lead = "Sony pushed Harrow to March 5, 2027, giving its screens to Ember, up from April 9, 2027."
    found = told("Harrow slips, Ember jumps", lead, ["Harrow", "Ember"], [])
    assert found
    assert (found.date, found.moved_from, found.film) == ("2027-03-05", None, 1)


def test_films_told_in_one_breath_share_their_date() -> None:
    found = told(
        "Harrow, Ember dated", "Harrow and Ember both open on June 4, 2027.", ["Harrow", "Ember"], []
    )
    assert found
    assert found.film == 1


@pytest.mark.parametrize(
    "lead",
    [
        "His Harrow follow-up is on track for July 9, 2027.",
        "The sequel to Harrow is on track for July 9, 2027.",
        "It will open against Harrow on July 9, 2027.",
    ],
)
def test_a_film_named_to_tell_what_another_is_takes_no_date_from_it(lead: str) -> None:
    found = told("Ember keeps its date", lead, ["Ember"], ["Harrow"])
    assert found
    assert found.date == "2027-07-09"


def test_the_date_of_another_film_is_not_that_of_this_one() -> None:
    assert told("Ember gets a director", "His Harrow opens on July 9, 2027.", ["Ember"], ["Harrow"]) is None


def test_a_film_without_a_date_takes_none_from_its_neighbours() -> None:
    lead = "Added: Ember, May 7, 2027. Removed: Harrow, now undated."
    found = told("Schedule: Ember added", lead, ["Ember"], ["Harrow"])
    assert found
    assert found.date == "2027-05-07"
    gone = "Ember has been taken off the calendar and has no new date. It had shared May 7, 2027."
    assert told("Ember loses its date", gone, ["Ember"], []) is None


def test_one_film_without_a_day_leaves_the_others_theirs() -> None:
    title = "Kestrel dates ‘Kiln’; ‘Harrow’ undated"
    lead = "‘Kiln’ is planted on October 9, 2026. Kestrel removes ‘Harrow’ from the schedule."
    named = [
        (where, text.index(film), number)
        for where, text in (("title", title), ("lead", lead))
        for number, film in enumerate(("Kiln", "Harrow"), 1)
    ]
    told = claim(title, lead, AUGUST, beat="release-date", marks=mark(title, ((), ()), named))
    assert told is not None
    assert told.date == "2026-10-09"
