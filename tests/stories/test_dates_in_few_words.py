"""Release dates in words that few other dates are told in."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (APRIL, "Tidewrack sold",
     "A Nordic release is planned for the last quarter of 2026, he said.",
     "business", None, None, ("2026-Q4", None, None)),
    (APRIL, "Tidewrack sold",
     "The film will be out in the final quarter of next year.",
     "business", None, None, ("2027-Q4", None, None)),
    (APRIL, "Tidewrack sold",
     "A release is expected in the opening quarter of 2027.",
     "business", None, None, ("2027-Q1", None, None)),
    (APRIL, "Moss joins Tidewrack",
     "Cinemas will get it for St Patrick’s weekend next year.",
     "casting", "IE", "IE", ("2027-03", None, None)),
    (APRIL, "Tidewrack teaser",
     "It comes out a fortnight after Harrow, so that’s July taken care of.",
     "trailer", None, None, ("2026-07", None, None)),
    (APRIL, "Tidewrack teaser",
     "That’s our October spoken for.",
     "trailer", None, None, ("2026-10", None, None)),
    (APRIL, "Tidewrack teaser",
     "Is it August yet?",
     "trailer", None, None, ("2026-08", None, None)),
    (APRIL, "Neon buys Tidewrack",
     "Two weeks in New York come ahead of a January expansion.",
     "festival", "US", None, ("2027-01", "US", None)),
    (APRIL, "Tidewrack happening",
     "It’s a long way off, though: 2030.",
     "announcement", None, None, ("2030", None, None)),
    (APRIL, "Tidewrack happening",
     "We’ll be getting it in the first half of 2027.",
     "announcement", None, None, ("2027", None, None)),
    (APRIL, "Tidewrack review",
     "See it on the loudest screen in town from Friday.",
     "review", None, None, ("2026-04-17", None, None)),
    (APRIL, "Tidewrack review",
     "Tidewrack washes ashore this Friday.",
     "review", None, None, ("2026-04-17", None, None)),
    (APRIL, "Tidewrack review",
     "The sea could invade a town on Friday, for all it cares.",
     "review", None, None, None),
    (APRIL, "Tidewrack hits IMAX this week",
     "It plays 200 IMAX screens from Friday through the 27th, with a disc following on the 25th.",
     "release-date", None, None, ("2026-04-17", None, None)),
    (APRIL, "Tidewrack is back",
     "It will have a short season at IMAX Sydney from May 2.",
     "release-date", "AU", "AU", ("2026-05-02", "AU", None)),
    (APRIL, "Tidewrack",
     "The creature feature will surface in theaters right before Christmas.",
     "release-date", None, None, ("2026-Q4", None, None)),
    (APRIL, "‘Tidewrack’ sets streaming date",
     "Peacock subscribers can watch from May 8.",
     "streaming", "US", None, ("2026-05-08", "US", None)),
    (APRIL, "Tidewrack happening",
     "The poster has to be done before Christmas.",
     "announcement", None, None, None),
    (APRIL, "Tidewrack",
     "May we ask who made July?",
     "other", None, None, None),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_a_date_in_few_words_is_read(row: Row) -> None:
    assert claimed(row) == row[-1]
