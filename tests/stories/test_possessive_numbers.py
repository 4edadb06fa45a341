"""A sequel's number takes a possessive as any other word does: Gull 5’s score."""

from __future__ import annotations

from reader.stories.language.tokens import tokens
from tests.stories.test_reading import report, tell


def test_a_number_is_read_without_its_possessive() -> None:
    assert tokens("Gull 5’s score beats F1's").keys == ("gull", "5", "score", "beats", "f1")


def test_a_sequel_is_known_by_its_number_with_a_possessive() -> None:
    reports = [
        report(1, "‘Gull Cottage 5’ Opens in May", "‘Gull Cottage 5’ opens in May.", outlet="Wire"),
        report(2, "Gull Cottage 5’s Score Is In, & It’s a Low", "With 88%, it trails all of them."),
    ]
    assert [told.films for told in tell(*reports)] == [("Gull Cottage 5",), ("Gull Cottage 5",)]


def test_a_line_of_lead_leaves_it_to_the_section_whether_a_number_is_of_a_film() -> None:
    told = tell(
        report(1, "Gull 3 Gets Official Rating, and It’s Odd", "It is rated PG.", categories=("Movies",)),
        report(2, "Pell 3 Gets Official Rating, and It’s Odd", "It is rated M.", categories=("Games",)),
    )
    assert [each.films for each in told] == [("Gull 3",), ()]
