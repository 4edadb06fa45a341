"""News of firms is about no film that only its lead names; of a label’s discs, about all that they are."""

from __future__ import annotations

import pytest

from tests.stories.test_reading import report
from tests.stories.test_subjects import films


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Tern Films cuts a fifth of its staff",
            "The label of ‘Saltmine’ will close its Leeds office in May.",
        ),
        ("Layoffs hit Tern Films", "Tern, which released ‘Saltmine’ in spring, is letting forty people go."),
        (
            "Leeds to hand Ivy Marsh its top prize",
            "Ivy Marsh will receive an honorary award at the festival, before a screening of ‘Saltmine’.",
        ),
        (
            "The film week in five minutes",
            "‘Saltmine’ was found in an attic, and ‘The Lark’ opened in Leeds.",
        ),
        (
            "Leeds festival sets line-ups",
            "Ivy Marsh’s ‘Saltmine’ is the only British film in the main section.",
        ),
    ],
)
def test_news_of_a_firm_a_life_a_week_is_about_no_film(title: str, lead: str) -> None:
    assert films(report(1, title, lead)) == [()]


def test_a_film_that_a_headline_on_staff_names_is_its_news() -> None:
    told = films(report(1, "‘Saltmine’ effects house lays off its staff", "The ‘Saltmine’ team is let go."))
    assert told == [("Saltmine",)]


def test_the_discs_of_a_month_are_all_news() -> None:
    lead = "‘Saltmine’ comes to Blu-ray on July 13, and ‘The Lark’ gets a new 4K scan a week later."
    assert films(report(1, "Tern’s July slate is led by ‘Saltmine’", lead)) == [("Saltmine", "The Lark")]


def test_one_disc_is_its_own_news() -> None:
    lead = "‘Saltmine’ comes to Blu-ray on July 13, and has an essay on ‘The Lark’ in its booklet."
    assert films(report(1, "‘Saltmine’ lands on 4K on July 13", lead)) == [("Saltmine",)]


def test_a_film_that_opens_a_festival_is_the_news_though_its_lead_tells_of_others() -> None:
    lead = "The programme has ‘Saltmine’ at one end, ‘The Lark’ at the other and ‘Night Train’ between them."
    told = films(report(1, "Leeds Festival to Open With ‘Saltmine’", lead))
    assert told == [("Saltmine",)]
