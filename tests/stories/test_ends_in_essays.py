"""How a film ends, as essays and interviews tell it; and who is no source of hearsay."""

from __future__ import annotations

import pytest

from reader.stories.kinds.rumours import rumour
from reader.stories.kinds.spoilers import spoiler

GIVEN_AWAY = [
    ("On the ending of Harrow", "Mara walks into the lake and the camera lets her go.", "other"),
    ("Salt and ashes",
     "At the end of Orrin Vale’s Harrow, the widow burns the lighthouse with herself inside it.", "other"),
    ("The last minutes of Harrow", "The widow burns the lighthouse and Mara drowns.", "other"),
    ("Red water", "It is no ghost who opens the door but his own brother, and blood pools on the step. "
     "I’d argue that nobody has filmed grief so well.", "other"),
    ("Mara Lynn on Harrow’s final scene",
     "Warning: spoilers. She tells us why the boy breathes his last in her arms.", "interview"),
    ("Jo Vance on that Harrow twist", "Warning: spoilers. Her Iris turns out to be the killer.", "interview"),
]  # fmt: skip
KEPT_BACK = [
    ("Harrow review", "A drowned village and a grieving daughter: a premise to chill the blood.", "review"),
    ("Harrow gets a trailer", "Blood runs cold in the first footage.", "trailer"),
    ("On the end of the DVD", "At the end of an era, the last shop in Leeds closes.", "other"),
    ("A night for Harrow", "At the end of the ceremony Orrin Vale thanked his father.", "other"),
    ("The last minutes of the Rialto", "Mara Lynn switched off the lamps and drowned in flowers.", "other"),
    ("Harrow review", "You know how this one ends. Vance plays on that and lets nobody rest.", "review"),
    ("Leeds says goodbye", "At the end of 2027, a cinema that is no palace but a home will close.", "other"),
]
HEARSAY = [
    (
        "Is Jo Vance out?",
        "A woman who’s read the new pages says Iris is written out. One source, so go gently.",
    ),
    ("Somebody at the door", "Somebody at the studio says that the sequel is dead. We can’t confirm it."),
    ("Wales for Harrow 2?", "Off the record, a stagehand says that Barmouth is booked."),
]
REPORTED = [
    (
        "Jo Vance wants a third",
        "Jo Vance swears the script is done. It needs somebody at the studio to read it.",
    ),
    ("Harrow 2 delayed, and what are they hiding?", "Off the record? Not a thing."),
    ("Vance joins Harrow 2", "Rumours of a new role had been doing the rounds."),
]


@pytest.mark.parametrize(("title", "lead", "beat"), GIVEN_AWAY)
def test_an_ending_told_is_given_away(title: str, lead: str, beat: str) -> None:
    assert spoiler(title, lead, beat)


@pytest.mark.parametrize(("title", "lead", "beat"), KEPT_BACK)
def test_an_end_of_something_else_gives_nothing_away(title: str, lead: str, beat: str) -> None:
    assert not spoiler(title, lead, beat)


@pytest.mark.parametrize(("title", "lead"), HEARSAY)
def test_hearsay_has_a_source_without_a_name(title: str, lead: str) -> None:
    assert rumour(title, lead)


@pytest.mark.parametrize(("title", "lead"), REPORTED)
def test_a_name_or_a_question_is_no_hearsay(title: str, lead: str) -> None:
    assert not rumour(title, lead)
