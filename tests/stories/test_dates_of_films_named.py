"""Release dates in sentences that name another film only to tell what or whose the own one is."""

from __future__ import annotations

import pytest

from reader.stories.dates.claims import claim
from reader.stories.dates.stated import Marks, together
from tests.stories.dated import APRIL

TITLE = "“Tidewrack 3” sets its day"
OF_THE_OWN = [
    "The third “Tidewrack” film will reach theaters on June 11, 2027.",
    "The next “Tidewrack” movie is out on June 11, 2027.",
    "The companion piece to “Harrow,” with Orrin Vale, will now open on June 11, 2027.",
    "The third film in the “Tidewrack” series will reach theaters on June 11, 2027.",
    "To warm everyone up for “Harrow,” the classic is back on big screens from June 11, 2027.",
    "The Orrin Vale drama, his first since “Harrow,” opens on June 11, 2027.",
    "The “Harrow” star gets into theaters on June 11, 2027.",
    "The “Harrow” director will bring it to theaters on June 11, 2027.",
    "Kestrel confirmed a follow-up to the 2023 breakout “Harrow” and gave it a June 11, 2027 berth.",
    "A sequel to the weather-beaten seaside comedy “Harrow” will be out on June 11, 2027.",
    "The director of “Harrow” will bring it to theaters on June 11, 2027.",
]
OF_ANOTHER = [
    "“Harrow” opens on June 11, 2027.",
    "The original “Tidewrack” film comes to disc on June 11, 2027.",
    "Meanwhile “Harrow” stars Jo Vance and is out on June 11, 2027.",
]


def of(lead: str) -> str | None:
    """The date read of a report on one film, in whose lead another is named."""
    text = together(TITLE, lead)
    own, others = (
        text.index("Tidewrack 3"),
        [text.index(name) for name in ("Harrow", "Tidewrack” ") if name in text],
    )
    found = claim(TITLE, lead, APRIL, beat="release-date", marks=Marks((), ((own, 1),), tuple(others)))
    return found and found.date


@pytest.mark.parametrize("lead", OF_THE_OWN)
def test_a_film_named_in_passing_takes_no_date(lead: str) -> None:
    assert of(lead) == "2027-06-11"


@pytest.mark.parametrize("lead", OF_ANOTHER)
def test_a_date_of_another_film_is_not_that_of_the_own(lead: str) -> None:
    assert of(lead) is None
