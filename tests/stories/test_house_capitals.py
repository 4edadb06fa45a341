"""A house that has its headline’s film in capitals in the lead has all of them so."""

from __future__ import annotations

import pytest

from reader.stories.films.title_spans import title_spans
from tests.stories.test_reading import report


@pytest.mark.parametrize(
    ("headline", "lead", "expected"),
    [
        (
            "TINKER Takes $9M",
            "TINKER took $9M, ahead of GULL ISLAND: LAND HO.",
            {"TINKER", "GULL ISLAND: LAND HO"},
        ),
        ("TINKER Takes $9M", "TINKER took $9M, HOLD ON TIGHT!", {"TINKER"}),
        ("TINKER Takes $9M", "TINKER took $9M. NOW $94M IN ALL.", {"TINKER"}),
        ("TINKER Takes $9M", "Tinker took $9M, ahead of GULL ISLAND.", {"TINKER"}),
        ("Tinker takes $9m", "TINKER took $9M, ahead of GULL ISLAND.", set()),
    ],
)
def test_films_are_in_capitals(headline: str, lead: str, expected: set[str]) -> None:
    told = report(1, headline, lead)
    assert {span for _, span, how in title_spans(told) if how == "capitals"} == expected


def test_where_a_sentence_comes_to_its_colon_no_title_begins() -> None:
    told = report(1, "TINKER 2 opens at £3m", "Even in Ipswich: TINKER 2 was first.")
    assert "Ipswich: TINKER 2" not in {span for _, span, _ in title_spans(told)}


def test_a_title_has_its_signs_before_the_colon() -> None:
    told = report(1, "‘Land Ho’ unveiled", "There is a gull in ‘Tom & Gull: Land Ho,’ they say.")
    assert "Tom & Gull: Land Ho" in {span for _, span, _ in title_spans(told)}
