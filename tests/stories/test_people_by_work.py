"""People told by how their names are written, by what was made of their books, and by tags."""

from __future__ import annotations

import pytest

from reader.stories.report import Report
from tests.stories.test_people_told import people
from tests.stories.test_reading import report


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("The list has ‘Tessera’ (Han Ji-won) and ‘Nib’.", {"Han Ji-won"}),
        ("It is the second of Umbro Brusca’s novels to be filmed.", {"Umbro Brusca"}),
        ("Old Harbour drama: the Umbro Brusca bridge is shut.", set()),
    ],
)
def test_a_name_is_told_by_its_form_or_by_what_is_theirs(lead: str, expected: set[str]) -> None:
    assert people(report(1, "News of the week", lead)) == [expected]


def test_what_is_made_of_somebodys_books_tells_a_little() -> None:
    news = (
        report(1, "A date taken", "An untitled Umbro Brusca comedy takes the date."),
        report(2, "Weekend estimates", "The Umbro Brusca adaptation led.", outlet="Wire"),
    )
    assert people(*news) == [{"Umbro Brusca"}] * 2


def test_a_tag_that_ends_like_a_point_of_the_compass_is_a_name() -> None:
    news: Report = report(
        1, "‘Tessera’ Review", "Zib West’s ‘Tessera’ is long.", categories=("Zib West", "Reviews")
    )
    assert people(news) == [{"Zib West"}]
