"""Films that a report names only to say who somebody is, or what another film is like."""

from __future__ import annotations

import pytest

from reader.stories.memory import Memory
from tests.stories.test_reading import report

IN_PASSING = """
    He broke us in ‘Kiln’, and now he returns.
    Yes, it’s a wink at ‘Kiln’.
    The plate of potato nods to ‘Kiln’.
    Fans spotted a reference to ‘Kiln’.
    She won over everyone with ‘Kiln’.
    Best remembered for ‘Kiln’, he is back.
    It has the mood of ‘Kiln’.
    She hasn’t made a film since her debut, ‘Kiln’.
    His last film, ‘Kiln’, won the Bear.
    The two met on the set of ‘Kiln’.
    He came to fame in ‘Kiln’.
    She had a part in ‘Kiln’ last year.
    She’ll next be seen in ‘Kiln’.
    He is currently filming ‘Kiln’.
    Her credits include ‘Kiln’.
    It is eight minutes under ‘Kiln’.
    The team that made ‘Kiln’ is behind it.
    Coming off the success of ‘Kiln’, she has a choice of parts.
    Comparisons with ‘Kiln’ are bound to follow.
    """
SUBJECTS = """
    The trailer of ‘Kiln’ is here.
    A fire broke out during ‘Kiln’.
    Sony has picked up ‘Kiln’.
    They will film ‘Kiln’ in Wales.
    """


def credited(lead: str) -> list[bool]:
    memory, told = Memory(), report(1, "Tom Orr Is Playing a Dad for Once", lead)
    memory.names.learn([told, report(2, "‘Kiln’ Trailer", outlet="Slate")])
    return [mention.passing for mention in memory.names.mentions(told)]


@pytest.mark.parametrize("lead", IN_PASSING.strip().splitlines())
def test_a_film_that_tells_who_somebody_is_is_named_in_passing(lead: str) -> None:
    assert credited(lead.strip()) == [True]


@pytest.mark.parametrize("lead", SUBJECTS.strip().splitlines())
def test_a_film_that_something_happens_to_is_what_it_is_about(lead: str) -> None:
    assert credited(lead.strip()) == [False]
