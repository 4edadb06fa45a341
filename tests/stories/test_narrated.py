"""Fates and ends that essays and talks narrate."""

from __future__ import annotations

import pytest

from reader.stories.kinds.spoilers import spoiler


@pytest.mark.parametrize(
    ("lead", "beat"),
    [
        ("Marta drowns, and the film hardly looks at her.", "review"),
        ("The organist is the murderer and hums as he works.", "other"),
        ("In the final scene the widow boards the ferry and does not look at him.", "review"),
        ("Lund says he fought for it. Ivo, her brother, is dragged under by the mill wheel.", "interview"),
    ],
)
def test_what_is_narrated_is_a_spoiler(lead: str, beat: str) -> None:
    assert spoiler("Thoughts on a mill", lead, beat)


@pytest.mark.parametrize(
    ("lead", "beat"),
    [
        ("When her father drowns, Marta must run the mill.", "review"),
        ("A nurse whose husband dies hears his voice in the reeds.", "review"),
        ("Marta drowns her sorrows. Nothing else is known.", "casting"),
        ("The director lifts the prize at the end of the night.", "interview"),
        ("The audience sits still at the end, and then claps.", "review"),
    ],
)
def test_a_premise_and_the_audience_give_nothing_away(lead: str, beat: str) -> None:
    assert not spoiler("Thoughts on a mill", lead, beat)
