"""Ends that hearsay tells, and words that only sound like hearsay."""

from __future__ import annotations

import pytest

from reader.stories.kinds.rumours import rumour
from reader.stories.kinds.spoilers import spoiler


def test_what_a_spy_saw_of_the_last_scene_gives_it_away() -> None:
    lead = (
        "Bring salt. One of our spies saw storyboards for the final scene of HARROW, in which Vex steps into "
        "the light and melts. Could be a fib."
    )
    assert spoiler("RUMOR: HARROW DOES THE UNTHINKABLE", lead, "announcement")
    assert (
        spoiler("Hale on the last day", "He saw the final scene in a tent, and it rained.", "interview") == ()
    )


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("Hale Is The Bad Guy In “Harrow,” As Rumored", "It was told last night.", False),
        ("HARROW GETS A BOSS", "A bird inside Paragon told. Not official: don’t bet the house.", True),
        ("HUGE HARROW SPOILERS", "Two people from a screening say he dies. One has been wrong before.", True),
        ("Who is ‘Harrow’ for?", "It’ll make you swear off soup. Two stars.", False),
    ],
)  # fmt: skip
def test_hearsay_is_told_from_what_sounds_like_it(title: str, lead: str, expected: bool) -> None:
    assert expected == bool(rumour(title, lead))
