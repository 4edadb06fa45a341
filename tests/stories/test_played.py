"""Who is played in a film is no film, though a name stands before theirs as a maker’s does."""

from __future__ import annotations

from reader.stories.films.title_spans import title_spans
from reader.stories.report import Report
from tests.stories.test_reading import report
from tests.stories.test_subjects import films


def spans(told: Report) -> set[str]:
    return {span for _, span, _ in title_spans(told)}


def test_a_trailer_shows_who_is_played() -> None:
    lead = "It sets Mary Oduya’s Captain Frost, who is cold, against Tom Hale’s Tinker, a thief."
    assert spans(report(1, "‘Wreckers’ Trailer Sails In", lead)) == {"Wreckers"}


def test_a_trailer_is_of_what_its_headline_has() -> None:
    lead = "The first look at Mary Oduya’s Wreckers is wet."
    assert "Wreckers" in spans(report(1, "Wreckers: First Trailer Sails In", lead))


def test_other_news_has_films_behind_their_makers() -> None:
    lead = "It opens against Mary Oduya’s Captain Frost, which is cold."
    assert "Captain Frost" in spans(report(1, "‘Wreckers’ Moves to May", lead))


def test_a_given_name_alone_is_who_is_played() -> None:
    assert "Clara" not in spans(report(1, "A Finale Explained", "Then Mary Oduya’s Clara, at sea, waves."))
    assert "Clara" in spans(report(1, "Clara Moves to May", "It is Mary Oduya’s Clara, at last."))


def test_a_word_that_a_lead_has_in_small_letters_is_no_title_beside_one() -> None:
    headline = "GULL ISLAND Trailer Reveals Tom Hale’s TINKER In Full"
    shown = spans(report(1, headline, "In GULL ISLAND, Hale’s Tinker is a thief."))
    assert "GULL ISLAND" in shown
    assert "TINKER" not in shown


def test_a_word_in_capitals_in_both_is_a_title() -> None:
    headline = "GULL ISLAND Opens Against Tom Hale’s TINKER In May"
    assert "TINKER" in spans(report(1, headline, "GULL ISLAND meets TINKER."))


def test_who_is_told_of_with_somebody_else_in_a_film_is_no_film() -> None:
    known = (report(n, "‘Plumbo’ review", "‘Plumbo’ is wet.", outlet=f"Wire {n}") for n in range(3))
    told = films(
        *known,
        report(3, "‘Wreckers’ Trailer: Plumbo and Robin Hood Sail", "It is wet."),
        report(4, "‘Wreckers’ opens beside Plumbo trailer", "It is wet."),
    )
    assert told[3] == ("Wreckers",)
    assert "Plumbo" in told[4]
