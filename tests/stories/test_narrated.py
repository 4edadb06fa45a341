"""Fates and ends that essays and talks narrate."""

from __future__ import annotations

from time import process_time

import pytest

from reader.stories.kinds.spoilers import spoiler


@pytest.mark.parametrize(
    ("lead", "beat"),
    [
        ("Marta drowns, and the film hardly looks at her.", "review"),
        ("The organist is the murderer and hums as he works.", "other"),
        ("In the final scene the widow boards the ferry and does not look at him.", "review"),
        ("She slits her wrists in the bath, and the water goes the colour of tea.", "other"),
        ("Lund says he fought for it. Ivo, her brother, is dragged under by the mill wheel.", "interview"),
    ],
)
def test_what_is_narrated_is_a_spoiler(lead: str, beat: str) -> None:
    assert spoiler("Thoughts on a mill", lead, beat)


@pytest.mark.parametrize(
    ("lead", "beat"),
    [
        ("When her father drowns, Marta must run the mill.", "review"),
        ("A nurse whose husband dies hears his voice in the reeds.", "review"),
        ("Between night shoots she talks of endings, and of what they taught her.", "interview"),
        ("She opens her throat and sings the first act through.", "review"),
        ("Marta drowns her sorrows. Nothing else is known.", "casting"),
        ("The director lifts the prize at the end of the night.", "interview"),
        ("The audience sits still at the end, and then claps.", "review"),
    ],
)
def test_a_premise_and_the_audience_give_nothing_away(lead: str, beat: str) -> None:
    assert not spoiler("Thoughts on a mill", lead, beat)


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "The mill, forty years on",
            "The miller says nothing. The boat explodes, and the bell goes on ringing.",
        ),
        ("The mill again", "I went back to the saddest of her films. She wakes, and the wheel has stopped."),
        ("Everyone remembers the wheel", "Fewer recall that it takes the miller’s head off in the rain."),
        ("Lock and key: The Mill at thirty", "He has stabbed a man over a sack of flour, and hums."),
    ],
)
def test_an_essay_that_looks_back_tells_what_happens(title: str, lead: str) -> None:
    assert spoiler(title, lead, "other")


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("The mill, forty years on", "It was sold as a romance. The camera hardly moves, and nobody hums."),
        ("In praise of the held shot", "The man in the boat explodes with laughter, and so did I."),
        ("Everyone remembers the wheel", "Lund recalls building it by hand, and the rain of that spring."),
    ],
)
def test_an_essay_on_how_a_film_looks_does_not(title: str, lead: str) -> None:
    assert not spoiler(title, lead, "other")


@pytest.mark.parametrize("beat", ["interview", "list"])
@pytest.mark.parametrize(
    "lead",
    [
        "Ten years after the first film, Roe stays with the family business, she says, and wakes early.",
        "“We remember him,” says Roe of her father. She falls silent.",
        "It came out ten years ago, and is on Kestrel. The movie ends its run there on May 3.",
    ],
)
def test_what_is_told_of_those_who_made_it_years_on_is_no_spoiler(lead: str, beat: str) -> None:
    assert not spoiler("Roe on the mill", lead, beat)


def test_a_headline_of_hyphens_is_soon_looked_through() -> None:
    started = process_time()
    assert not spoiler("a-" * 10_000, "A mill.", "other")
    assert process_time() - started < 1
