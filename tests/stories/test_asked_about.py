"""Which film somebody is asked about: one named as theirs, or the one that is just shown."""

from __future__ import annotations

import pytest

from tests.stories.test_reading import report
from tests.stories.test_subjects import films


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "The ‘Saltmine’ Director on Dust, Rope and Patience",
            "“I never liked caves,” says Ivy Marsh over tea.",
        ),
        (
            "[Interview] Ivy Marsh on the Nine Tons of Dust Behind ‘Saltmine’",
            "Ivy Marsh tells us how it was.",
        ),
        (
            "Ivy Marsh on fear and other friends",
            "We meet in Leeds on the eve of “Saltmine”’s London premiere.",
        ),
        (
            "Ivy Marsh interview: why I stopped running",
            "Ivy Marsh, the filmmaker behind “Saltmine,” keeps bees.",
        ),
    ],
)
def test_a_film_named_only_to_say_who_is_asked_is_what_they_are_asked_about(title: str, lead: str) -> None:
    assert films(report(1, title, lead)) == [("Saltmine",)]


def test_where_somebody_is_known_from_is_not_what_they_are_asked_about() -> None:
    lead = "Best known for “Saltmine,” Ivy Marsh talks about bees, honey and the quiet life in Wales."
    assert films(report(1, "Interview: Ivy Marsh on her bees", lead)) == [()]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Small hours: a conversation with Ivy Marsh",
            "“I never liked caves,” says Ivy Marsh over a second pot of tea, and laughs for so long that the "
            "waiter comes back to ask. We talked for two hours, mostly about rope and the patience that "
            "it takes to make a knot. She had one tied for “Saltmine,” in a shed.",
        ),
        (
            "Ivy Marsh on Rope, Dust and Tea",
            "The director of “Saltmine” keeps a shed full of knots at the end of a garden in Leeds, and over "
            "a second pot of tea explains what they are for, whom she learnt them from, why none of them "
            "holds, and what she took as a girl from “The Lark.”",
        ),
    ],
)
def test_the_one_film_of_a_talk_is_what_it_is_about_however_late(title: str, lead: str) -> None:
    assert films(report(1, title, lead)) == [("Saltmine",)]


def test_who_is_asked_between_two_films_talks_of_the_one_at_hand() -> None:
    lead = "It is her first day on “Saltmine.” She made “The Lark” and “Night Train,” and is tired of both."
    assert films(report(1, "Ivy Marsh on rope and dust", lead)) == [("Saltmine",)]
