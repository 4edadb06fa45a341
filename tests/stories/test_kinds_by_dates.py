"""Kinds of news told by a release date: one that moves, or that a report states before all else."""

from __future__ import annotations

import pytest

from reader.stories.kinds.beats import decide
from reader.stories.report import Report
from reader.stories.weighed import weighed
from tests.stories.dated import MARCH

TOLD = [
    ("“_____” at home", "Mull’s comedy goes on demand on April 10. Subscribers wait longer.", "release-date"),
    ("“_____” at home", "It has made $41 million in three weeks, and sold 40 dogs.", "box-office"),
    ("Paragon parks its ghost train", "We hear it rolls out of May and into early 2027.", "release-date"),
    ("Paragon paints its ghost train", "We hear it is of a deep red, with early 2027 wheels.", "other"),
    ("‘_____’ Trailer", "It opens on May 1. Look at those wheels.", "trailer"),
]


@pytest.mark.parametrize(("title", "lead", "expected"), TOLD, ids=[row[1][:40] for row in TOLD])
def test_a_date_told_first_or_moved_makes_news_of_dates(title: str, lead: str, expected: str) -> None:
    actual = decide(weighed(Report(1, "Daily", title, lead, published=MARCH), ((), ()))).name
    assert expected == actual
