"""Titles that a lead prints bare, told by a disc, a service or a chart."""

from __future__ import annotations

import pytest

from reader.stories.films.unquoted_by_venue import at_home, in_chart


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("Saltmarsh will be on Netflix from 3 May, after a run in cinemas.", "Saltmarsh"),
        (
            "Ann Mull’s Memory of a Heron will be available to stream on Hulu. The film won a prize.",
            "Memory of a Heron",
        ),
        ("Lionsgate will put Then on Blu-ray and DVD in May.", "Then"),
        ("It was long. Cold Harbour: Part Two comes to 4K in June.", "Cold Harbour: Part Two"),
    ],
)
def test_what_comes_home_is_a_film(lead: str, title: str) -> None:
    assert list(at_home(lead)) == [title]


@pytest.mark.parametrize(
    "lead",
    [
        "Saltmarsh will be on Netflix from 3 May, all eight episodes of it.",
        "Mary Oduya is coming to Netflix with two films.",
        "Lionsgate will put its money on cinemas again.",
        "France is now streaming more films on Netflix.",
    ],
)
def test_a_series_a_person_a_place_is_none(lead: str) -> None:
    assert list(at_home(lead)) == []


def test_a_line_of_a_chart_is_a_film() -> None:
    lead = (
        "Kiln $26.6M, first. Then Nightfall: The Long Reed with $4.6M, ahead of Cold Harbour ($3.1M). "
        "Domestic ($99M) is up and China ($12M) is not. New: Dust Choir ($1.2M)."
    )
    assert list(in_chart(lead)) == ["Kiln", "Nightfall: The Long Reed", "Cold Harbour", "Dust Choir"]


def test_one_sum_makes_no_chart() -> None:
    assert list(in_chart("The budget of Dust Choir ($12M) was small.")) == []
