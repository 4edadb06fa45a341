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
