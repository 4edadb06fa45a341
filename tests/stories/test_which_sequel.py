"""Which film is meant where a report counts it, or calls it what continues another."""

from __future__ import annotations

import pytest

from reader.stories.report import Report
from tests.stories.test_links import library
from tests.stories.test_reading import report

THIRD = [
    report(key, "‘Kiln 3’ Sets a Date", "‘Kiln 3’ opens in May.", outlet=f"Wire {key}") for key in range(1, 4)
]


def told(title: str, lead: str, *others: Report) -> tuple[str, ...]:
    return library(*others, report(9, title, lead, outlet="Slate"))[9].films


def test_the_third_film_is_not_the_second_that_has_a_subtitle() -> None:
    lead = (
        "The studio has a new “Kiln” movie for May, six years after “Kiln: Ashes” and twenty after the first."
    )
    assert told("Studio to release third “Kiln” movie", lead, *THIRD) == ("Kiln 3",)


def test_the_third_film_is_the_one_with_a_subtitle_where_no_other_is_known() -> None:
    lead = "“Kiln: Ashes” took in $90 million at the weekend."
    assert told("Third “Kiln” film leads box office", lead) == ("Kiln: Ashes",)


@pytest.mark.parametrize("apart", ["in Threequel", "for the Third Film", "in the Upcoming Follow-Up"])
def test_a_headline_may_tell_of_a_sequel_apart_from_the_first(apart: str) -> None:
    title = f"Ann Beck to Reprise ‘Kiln’ Role {apart}"
    assert told(title, "Ann Beck has signed to return for ‘Kiln 3.’", *THIRD) == ("Kiln 3",)


def test_a_headline_that_tells_of_the_first_alone_is_about_that() -> None:
    title = "Ann Beck on Her ‘Kiln’ Role and What She Kept"
    assert told(title, "She kept the apron from ‘Kiln.’ We will see ‘Kiln 3’ soon.", *THIRD) == ("Kiln",)


def test_of_a_film_and_its_sequel_in_one_headline_the_sequel_is_told_of() -> None:
    title = "‘Kiln 3’ Brings Back the Best Character in ‘Kiln’"
    assert told(title, "We are glad.", *THIRD) == ("Kiln 3",)


@pytest.mark.parametrize(
    "gets", ["Gets Sequel", "Is Getting a Sequel", "Lands Surprise Follow-Up", "to Get Part Two"]
)
def test_what_gets_a_sequel_is_told_of_as_that(gets: str) -> None:
    lead = "The studio has hired Ann Beck to direct."
    assert told(f"‘Saltmarsh’ {gets}", lead) == ("Untitled Saltmarsh sequel",)


def test_a_hit_that_a_headline_does_not_name_gets_its_sequel() -> None:
    known = report(1, "‘Saltmarsh’ Opens", "‘Saltmarsh’ opens.", outlet="Wire")
    lead = "It was only a matter of time: ‘Saltmarsh’ will go on, the studio said."
    assert told("This Huge Hit Is Getting a Part Two", lead, known) == ("Untitled Saltmarsh sequel",)
    assert told("This Huge Hit Is Getting a Part of the Money", lead, known) == ("Saltmarsh",)


def test_the_new_film_of_a_name_is_the_one_that_more_is_told_of() -> None:
    first = report(8, "‘Kiln’ turns thirty", "‘Kiln’ is old.", outlet="Wire 8")
    lead = "Pictures from the quay show Ann Beck on the opening day of work on the new Kiln film."
    assert told("Cameras roll for Ann Beck", lead, *THIRD, first) == ("Kiln 3",)
    lead = "Pictures from the quay show Ann Beck at a screening of the old Kiln film."
    assert told("Ann Beck is seen", lead, *THIRD, first) == ("Kiln",)


def test_a_fifth_film_without_a_title_is_called_that() -> None:
    assert told("A fifth ‘Saltmarsh’ film is on the way", "The studio said so.") == (
        "Untitled fifth Saltmarsh film",
    )


def test_a_number_that_nobody_prints_is_the_one_film_that_the_lead_names() -> None:
    told = library(
        report(1, "‘Son of the Sea’ begins", "‘Son of the Sea’ is shot in Cork."),
        report(2, "‘Son of the Sea’ casts Ann Beck", "‘Son of the Sea’ has her.", outlet="Slate"),
        report(3, "Who is he in Kestrel 2?", "Tom Hale was seen at the Son of the Sea tank.", outlet="Wire"),
        report(4, "‘Kestrel’ at ten", "‘Kestrel’ is ten years old.", outlet="Post"),
    )
    assert told[3].films == ("Son of the Sea",)
