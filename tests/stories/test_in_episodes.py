"""What is told in episodes is no film, and a programme that counts its premieres is about none of them."""

from __future__ import annotations

from tests.stories.test_reading import report
from tests.stories.test_subjects import films


def test_a_drama_in_parts_is_no_film_unless_it_is_called_one() -> None:
    title = "Ivy Marsh to lead hospital drama “Saltmine”"
    assert films(report(1, title, "The eight-part series “Saltmine” is written by Tom Hale.")) == [()]
    assert films(report(1, title, "The two-part film “Saltmine” is written by Tom Hale.")) == [("Saltmine",)]


def test_a_count_of_premieres_is_a_programme() -> None:
    title = "Riga competition to feature six world premieres; Marsh film to open"
    lead = "They include ‘Saltmine’ from Ivy Marsh and ‘Nib’ by Tom Hale. ‘Low Water’ opens proceedings."
    assert films(report(1, title, lead)) == [()]


def test_the_prizes_of_television_are_about_no_film() -> None:
    lead = "‘Saltmine’ won its third statue running, and ‘Nib’ came as a surprise."
    assert films(report(1, "Emmys: ‘Saltmine’ Repeats, ‘Nib’ Sweeps", lead)) == [()]
    lead = "Ivy Marsh, who won for a hospital drama, will play a diver in ‘Saltmine.’"
    assert films(report(1, "Emmy Winner Ivy Marsh Joins ‘Saltmine’", lead)) == [("Saltmine",)]
