"""A shoot that begins and the same shoot halted are two pieces of news, however alike their words."""

from __future__ import annotations

import pytest

from reader.stories.kinds.stages import BEGUN, HALTED, stage
from tests.stories.test_reading import report
from tests.stories.test_subjects import stories


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Cameras Roll on ‘Low Water’ in Riga", BEGUN),
        ("‘Low Water’ Begins Filming", BEGUN),
        ("‘Low Water’ Is Officially Filming", BEGUN),
        ("Storm halts filming of Hale movie", HALTED),
        ("‘Low Water’ Pauses Production", HALTED),
        ("Filming on hold for ‘Low Water’", HALTED),
        ("‘Low Water’ Wraps Production", 0),
        ("‘Low Water’ Review: It Never Stops", 0),
    ],
)
def test_a_headline_tells_whether_a_shoot_begins_or_stands_still(title: str, expected: int) -> None:
    assert stage(title) == expected


def test_a_shoot_that_begins_is_not_the_news_that_it_was_halted() -> None:
    cast = "Mary Hale and Tom Bell of ‘Low Water’ are in Riga with director Ann Roe"
    begun = report(1, "Filming begins on ‘Low Water’ in Riga", f"{cast}. The shoot of ‘Low Water’ is on.")
    halted = report(
        2, "Filming halted on ‘Low Water’ in Riga", f"{cast}. The shoot of ‘Low Water’ is off.", outlet="Wire"
    )
    assert stories(begun, halted) == [[1], [2]]
