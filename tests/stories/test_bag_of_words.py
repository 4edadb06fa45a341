"""What the wording of a report, its sections and its tongue say of its kind where no cue does."""

from __future__ import annotations

import pytest

from reader.news import BEATS
from reader.stories.kinds.bag_of_words import kind_weights, wording
from reader.stories.kinds.beats import beat
from tests.bench.bag_of_words import fitted, written

NEWS = [
    (
        "release-date",
        "Peacock gets the vampire epic in a longer cut",
        "It will stream on Peacock from 3 May.",
    ),
    (
        "release-date",
        "Where and when you can watch the lighthouse thriller",
        "It is available to rent on May 4.",
    ),
    (
        "release-date",
        "Sony’s robot sequel slips past the summer",
        "It was due on July 9. Now it is October 1.",
    ),
    ("release-date", "The musical western loses its Easter slot", "Paramount has moved it to the autumn."),
    ("release-date", "Heist classic gets a 4K makeover", "The disc is out on 9 June with a new commentary."),
    (
        "production",
        "First photo: Greta Lund in uniform on _____",
        "Filming goes on in Riga for six more weeks.",
    ),
    ("production", "_____: exclusive stills of Tom Orr", "The crew has three weeks left in Bergen."),
    ("other", "_____ is getting a survival horror game", "It comes to PC and consoles, the studio said."),
    (
        "other",
        "Spin-off series orders ten episodes",
        "The showrunner of the drama returns to the small screen.",
    ),
    ("other", "Thieves took the cinema’s popcorn machine", "Police in Hull have arrested a man of 30."),
    (
        "other",
        "Hirta, by the morning boat",
        "The ferry takes four hours, and nobody minds. There is coffee, there is fog, and there is the man "
        "who books the films.",
    ),
    ("interview", "Greta Lund : « Je n’aime pas les fins heureuses »", "Elle nous a reçus à Lyon."),
    (
        "awards",
        "« _____ » rafle cinq statuettes",
        "Greta Lund est la meilleure actrice, le public a applaudi.",
    ),
    ("business", "« _____ » trouve preneur", "Les droits allemands et italiens ont été acquis par Alamode."),
    ("obituary", "Greta Lund nous a quittés", "La comédienne est morte jeudi, à l’âge de 88 ans."),
    ("release-date", "Neuer Starttermin für „_____“", "Der Film startet am 4. Juni, drei Wochen später."),
    ("casting", "Greta Lund übernimmt die Hauptrolle", "Sie wird eine Richterin spielen."),
    (
        "release-date",
        "„_____“ retrasa su llegada",
        "La película se estrena el 12 de junio y llega a los cines.",
    ),
    ("production", "Al via le riprese di «_____»", "Greta Lund gira a Torino; sul set da lunedì."),
]


@pytest.mark.parametrize(("kind", "title", "lead"), NEWS)
def test_news_is_of_its_kind_however_it_is_said(kind: str, title: str, lead: str) -> None:
    assert (kind, title) == (beat(title, lead).name, title)


@pytest.mark.parametrize(
    ("kind", "section"),
    [("interview", "Entretien"), ("awards", "Palmarès"), ("review", "Kritik"), ("business", "Exhibition")],
)
def test_sections_of_any_tongue_tell_their_kind(kind: str, section: str) -> None:
    assert beat("Greta Lund", "", [section]).name == kind


def test_small_words_tell_an_old_life_from_a_new_film() -> None:
    said = kind_weights({"she", "was", "died", "her", "aged"})
    assert max(said, key=lambda kind: said[kind][0]) == "obituary"


def test_a_text_without_words_sounds_of_nothing() -> None:
    assert kind_weights(()) == {}
    assert beat("", "").name == "other"


def test_numbers_are_alike_but_for_years_and_what_is_counted() -> None:
    assert wording(["12", "2031", "70mm", "film"], "12, 2031, 70mm film, $") == {
        "0", "0000", "0mm", "film", "$",
    }  # fmt: skip


def test_every_word_speaks_of_kinds_that_there_are() -> None:
    words = kind_weights(
        frozenset(
            [
                "a",
                "an",
                "and",
                "the",
                "of",
                "to",
                "in",
                "it",
                "is",
                "was",
                "with",
                "for",
                "by",
                "on",
                "at",
                "as",
            ]
        )
    )
    assert words.keys() <= BEATS


def test_weights_are_fitted_to_what_is_read_again_and_again() -> None:
    rows = [(("but", "film"), "review"), (("film", "was"), "obituary")] * 20
    weights = fitted(rows)
    assert weights == fitted([(("but", "film"), "review"), (("film", "was"), "obituary")] * 20)
    assert [line.split()[:2] for line in written(weights)] == [["but", "review"], ["was", "obituary"]]
