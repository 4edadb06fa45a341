"""Openers of a weekend that a chart names behind the others, or that another film is clear of."""

from __future__ import annotations

from tests.stories.test_links import library
from tests.stories.test_reading import report


def test_the_debut_of_a_film_at_the_end_of_a_chart_is_an_openers() -> None:
    lead = "“Kiln” opened to $40M. Then “Harrow” $9M, “Nib” $8M, and the debut of Ann Mull’s “Osier” at $5M."
    told = library(report(1, "Box office: “Kiln” leads", lead))
    assert told[1].films == ("Kiln", "Osier")


def test_a_film_that_the_first_is_clear_of_may_open_as_it_does() -> None:
    told = library(
        report(1, "Box Office: ‘Kiln’ Tops ‘Nib’", "‘Kiln’ took $30M and ‘Nib’ took $17M this weekend."),
        report(
            2,
            "“Kiln” tops “Nib” at box office",
            "“Kiln” took $30M this weekend, well clear of “Nib” at $17M.",
            outlet="Post",
        ),
    )
    assert [one.films for one in told.values()] == [("Kiln", "Nib")] * 2
