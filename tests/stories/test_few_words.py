"""A headline that shares a word or two with a report about something else is no news of it."""

from __future__ import annotations

from reader.stories.similarity import Item, log_odds
from tests.stories.test_reading import report
from tests.stories.test_subjects import stories

LEAD = (
    "Volunteers in Porthleven have bought the last picture house of the county from a bank and will defend "
    "every brick of it, says the chairman, an usher there since the war, who hopes to show silent comedies."
)


def test_two_usual_words_join_no_headline_to_a_report() -> None:
    assert stories(
        report(1, "Porthleven buys its picture house", LEAD),
        report(2, "Generals vow to defend every mile of the northern border against drones", outlet="Wire"),
    ) == [[1], [2]]


def test_the_letters_of_a_country_are_no_words() -> None:
    lead = (
        "The ferry drama sails into American theaters eight days after Japan, says its distributor, which "
        "also showed a poster and promised the U.S. release some songs that were cut at home, and a tour."
    )
    assert stories(
        report(1, "Ferry drama crosses the Pacific to the U.S. in spring", lead),
        report(2, "U.S. court expands power of states over rivers and dams", outlet="Wire"),
    ) == [[1], [2]]


def test_a_headline_about_the_same_film_is_joined_by_its_title() -> None:
    lead = (
        "Distributor Kestrel has put ‘Marrow Season’ by Ann Roe on the calendar for next spring, four weeks "
        "after the festival where the jury of bakers and butchers will see it first, in a tent by the sea."
    )
    assert stories(
        report(1, "Kestrel Dates ‘Marrow Season’ for April", lead),
        report(2, "‘Marrow Season’ Gets April Release Date", "", outlet="Wire"),
    ) == [[1, 2]]


def test_two_reports_at_length_may_share_few_words() -> None:
    first = (
        "Sites of three cinema chains in Quebec went down when tickets for Ann Roe’s ferry epic were sold."
    )
    assert stories(
        report(1, "Quebec tickets crash again", first),
        report(2, "Quebec fans queue for ferry epic tickets", "Cinemas saw queues for Ann Roe tickets."),
    ) == [[1, 2]]


def test_news_of_the_same_mould_about_other_films_is_not_one() -> None:
    assert stories(
        report(
            1, "‘Marrow Season 2’ Sets June 4, 2027 Release", "‘Marrow Season 2’ will open on June 4, 2027."
        ),
        report(2, "‘Gull 2’ Sets June 11, 2027 Release", "‘Gull 2’ will open on June 11, 2027.", "Wire"),
        report(3, "‘The Low Tide’ Sets June 18, 2027 Release", "‘The Low Tide’ will open on June 18, 2027."),
    ) == [[1], [2], [3]]


def test_two_who_died_at_one_age_are_two_pieces_of_news() -> None:
    assert stories(
        report(1, "Petra Lund Dies: Star of ‘Low Tide’ Was 91", "Petra Lund, who died on Sunday, was 91."),
        report(2, "Robert Ashcombe dies at 91", "Robert Ashcombe, a director, died on Sunday at 91.", "Wire"),
        report(3, "Petra Lundt, actress, dead at 91", "Petra Lundt died on Sunday, aged 91.", "Ledger"),
    ) == [[1, 3], [2]]


def test_what_two_reports_share_but_for_their_titles_tells_a_film_from_the_one_after_it() -> None:
    film, its_sequel = (
        Item(key, 0, {}, frozenset([film]), "release-date", film_words=frozenset(film.split()))
        for key, film in enumerate(("kiln", "kiln 2"))
    )
    assert log_odds(film, its_sequel, 0.14, rest=0.03) < 0 < log_odds(film, its_sequel, 0.14, rest=0.3)
