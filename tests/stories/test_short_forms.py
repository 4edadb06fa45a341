"""Films that headlines call by what stands before the colon of their title."""

from __future__ import annotations

import pytest

from tests.stories.test_links import library
from tests.stories.test_reading import report

FULL = (
    report(1, "‘Orla: The Iron Lamp’ Sets Date", "‘Orla: The Iron Lamp’ opens in May."),
    report(2, "‘Orla: The Iron Lamp’ opens", "‘Orla: The Iron Lamp’ is out.", outlet="Slate"),
    report(3, "‘Orla’ Trailer Lands", "The first trailer for ‘Orla: The Iron Lamp’ is here.", outlet="Daily"),
)


def test_the_only_film_that_begins_so_is_meant_by_its_beginning() -> None:
    told = library(*FULL, report(4, "Ann Mull’s “Orla” is a joy", "See it with a crowd.", outlet="Wire"))
    assert (told[3].films, told[4].films) == (("Orla: The Iron Lamp",),) * 2


@pytest.mark.parametrize(
    "headline", ["The original ‘Orla’ is back", "‘Orla’ books sell out", "‘Orla’ (1999)"]
)
def test_a_film_of_old_or_a_series_is_not_the_latest_one(headline: str) -> None:
    told = library(*FULL, report(4, headline, "Ann Mull made it.", outlet="Wire"))
    assert "Orla: The Iron Lamp" not in told[4].films


def test_a_film_told_of_beside_what_continues_it_is_itself() -> None:
    beside = report(5, "‘Orla’ turns ten", "‘Orla’ is ten, and ‘Orla: The Iron Lamp’ is new.", outlet="Post")
    told = library(*FULL, beside, report(4, "“Orla” is a joy", "See it with a crowd.", outlet="Wire"))
    assert told[4].films == ("Orla",)
