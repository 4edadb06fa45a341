"""Festivals and bodies: one film described is a subject; those that compete, honours and firms are none."""

from __future__ import annotations

import pytest

from tests.stories.test_reading import report
from tests.stories.test_subjects import films

LEAD = "“Low Water,” a drama by Ann Mull, and the thriller “Saltmine” were selected on Monday."


@pytest.mark.parametrize(
    "title",
    [
        "Cornish fishing drama to have its premiere in Riga",
        "Welsh comedy to compete in Riga",
        "Homegrown thriller lands Riga berth",
        "Debut feature picked for Riga film festival",
    ],
)
def test_a_headline_that_describes_one_film_is_about_it(title: str) -> None:
    assert films(report(1, title, LEAD, categories=("Festivals",))) == [("Low Water",)]


def test_the_film_that_a_lead_begins_with_bare_is_told_by_how_it_was_made() -> None:
    lead = (
        "Harbour Lane, shot in Grimsby for next to nothing, is one of the surprises of the programme. "
        "The director once sold tickets where the film is set. Galas include “Low Water.”"
    )
    told = films(report(1, "Grimsby drama to have its premiere in Riga", lead, categories=("Festivals",)))
    assert told == [("Harbour Lane",)]


@pytest.mark.parametrize(
    "title",
    ["Mull, Oduya films to compete in Riga", "Two Welsh dramas to compete in Riga", "Riga festival line-up"],
)
def test_those_that_compete_are_examples(title: str) -> None:
    lead = f"The Riga film festival said who will vie for its top prize. {LEAD}"
    assert films(report(1, title, lead, categories=("Festivals",))) == [()]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Riga salutes Ann Mull",
            "Ann Mull, 80, received a heron for a life’s work at the festival. “Low Water” followed.",
        ),
        ("Riga: 40 titles on the longlist", "“Low Water” is on the list of the European Film Awards."),
        (
            "Twin Peak-Lumen merger is on",
            "The companies agreed to merge for $2 billion; “Low Water” is in their library.",
        ),
        (
            "Cinema chain sold to brewer",
            "“Low Water” and a pint: the brewer has acquired the exhibitor out of insolvency.",
        ),
        (
            "A projectionist hangs up his reels",
            "On Sunday he ran his last, a print of “Low Water,” at the Odeon cinema.",
        ),
    ],
)
def test_honours_longlists_and_firms_are_about_no_film(title: str, lead: str) -> None:
    assert films(report(1, title, lead)) == [()]


def test_two_bodies_by_their_letters_are_no_film_and_a_hero_is() -> None:
    told = films(
        report(1, "WGA-AMPTP and Studios Strike a Late Deal", "The union won language on residuals."),
        report(
            2, "FROG-MAN Leaps to $40M", "Frog-Man opened to $40 million at the box office.", outlet="Chart"
        ),
    )
    assert [tuple(map(str.lower, each)) for each in told] == [(), ("frog-man",)]


def test_a_series_told_in_episodes_under_television_is_no_film() -> None:
    told = films(
        report(
            1,
            "‘Low Water’ Trailer Is a Damp ‘Saltmine’",
            "The channel has unveiled a trailer for ‘Low Water.’ Eight episodes begin on May 3.",
            categories=("TV", "Trailers"),
        )
    )
    assert told == [()]


def test_what_else_is_won_is_told_by_the_way_where_others_lead_with_it() -> None:
    told = films(
        report(1, "“Low Water” wins in Riga", "“Low Water” won. Tom Hale was best actor for “Saltmine.”"),
        report(
            2,
            "‘Low Water’ Takes Golden Heron, Tom Hale Best Actor for ‘Saltmine’",
            "‘Low Water’ won the Golden Heron. ‘Saltmine’ had been a favourite.",
            outlet="Slate",
        ),
        report(
            3,
            "Golden Heron for ‘Low Water’; ‘Saltmine’ star Hale best actor",
            "‘Low Water’ won in Riga and Tom Hale, of ‘Saltmine,’ was best actor.",
            outlet="Ledger",
        ),
    )
    assert told[0] == ("Low Water",)
    assert set(told[1]) == {"Low Water", "Saltmine"}
