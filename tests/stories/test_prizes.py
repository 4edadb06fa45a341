"""Which of many films a report of prizes is about: its headline's, its people's, the one that won."""

from __future__ import annotations

from reader.stories.threads import Follow, Telling, belongs
from tests.stories.test_reading import report
from tests.stories.test_subjects import films

WINNER = report(
    1,
    "‘Low Water’ Wins the Golden Heron",
    "‘Low Water’ won best film in Riga on Sunday. ‘Saltmine’ was second.",
)
ALSO = report(
    2,
    "Golden Heron for ‘Low Water’; ‘Saltmine’ Also Honored",
    "The jury preferred ‘Low Water’ to ‘Saltmine’ and ‘The Beekeepers.’",
    outlet="Slate",
)


def test_people_of_a_headline_are_there_for_the_films_that_their_sentences_name() -> None:
    told = films(
        WINNER,
        report(
            2,
            "Oduya and Hale celebrate in Riga",
            "Mary Oduya was named best actress for ‘Saltmine.’ Tom Hale picked up a prize for the score of "
            "‘The Beekeepers.’ The main award went to ‘Low Water,’ and ‘Tin Roof’ went home with nothing.",
            outlet="Ledger",
        ),
    )
    assert told[1] == ("Saltmine", "The Beekeepers", "Low Water")


def test_who_leads_the_field_is_told_for_comparison_where_others_are_nominated() -> None:
    told = films(
        report(
            1,
            "Heron nominations: ‘Low Water’ leads with nine",
            "‘Low Water’ is nominated nine times, ahead of ‘Tin Roof.’ ‘Saltmine’ has two.",
        ),
        report(
            2,
            "Heron nominations: ‘Saltmine’ and ‘The Beekeepers’ fly the flag",
            "‘Saltmine’ has two nominations, ‘The Beekeepers’ one. ‘Low Water’ leads with nine.",
            outlet="Ledger",
        ),
    )
    assert told == [("Low Water",), ("Saltmine", "The Beekeepers")]


def test_a_runner_up_is_no_subject_of_those_who_name_it_by_the_way() -> None:
    assert films(WINNER, ALSO) == [("Low Water",)] * 2


def test_a_prize_for_a_life_is_for_no_film() -> None:
    told = films(
        report(
            1,
            "Honorary Heron for Mary Oduya",
            "Mary Oduya, who made ‘Saltmine’ and ‘Low Water,’ will get an honorary award in Riga.",
        ),
        report(
            2,
            "Mary Oduya to be honoured in Riga",
            "The director of ‘Saltmine’ will be given an honorary award on Sunday.",
            outlet="Slate",
        ),
    )
    assert told == [(), ()]


def test_of_many_nominated_those_count_that_a_report_is_filed_under() -> None:
    told = films(
        report(
            1,
            "Herons: full list of nominees – ‘Low Water’ and ‘Nib’ among favourites",
            "‘Low Water’ has nine, ‘Saltmine’ six and ‘Tin Roof’ five. ‘Nib’ is up for its songs.",
            categories=("Awards", "Low Water", "Saltmine"),
        )
    )
    assert told == [("Low Water", "Saltmine")]


def telling(title: str, films: tuple[str, ...], people: tuple[str, ...] = ()) -> Telling:
    return Telling(title, "", films, (), people, "awards")


def test_a_ceremony_is_on_the_timelines_of_all_that_one_report_is_about() -> None:
    story = [
        telling("‘Low Water’ wins Golden Heron", ("low water",)),
        telling("Golden Heron for ‘Low Water’", ("low water",)),
        telling("Oduya shines in Riga", ("saltmine",), ("mary oduya",)),
        telling("Herons: the winners", ("low water",), ("emma vance",)),
    ]
    assert belongs(Follow("Saltmine", "film"), story)
    assert belongs(Follow("Emma Vance", "person"), story)
    assert not belongs(Follow("Tin Roof", "film"), story)
    assert not belongs(Follow("Tom Hale", "person"), story)


def test_what_also_won_is_no_subject_of_a_report_with_another_winner_in_its_headline() -> None:
    told = films(
        report(
            1,
            "Heron Awards: ‘Low Water’ and ‘Saltmine’ Take Top Honors",
            "‘Low Water’ and ‘Saltmine’ won.",
        ),
        report(
            2,
            "“Low Water” wins in Riga",
            "“Low Water,” a drama, was named best film. A documentary, “Saltmine,” also won a jury award.",
            outlet="Wire",
        ),
    )
    assert told == [("Low Water", "Saltmine"), ("Low Water",)]
