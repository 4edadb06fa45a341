"""How a plot comes out, stated without a warning."""

from __future__ import annotations

import pytest

from reader.stories.kinds.spoilers import spoiler


@pytest.mark.parametrize(
    ("title", "lead", "beat"),
    [
        ("‘Low Ferry’ Kills Its Heroine, and It Works", "A brave choice in a timid year.", "review"),
        ("Action Figure Gives Away Tidewatch’s True Villain", "The packaging was seen in a shop.", "other"),
        ("Tollgate 2 unlikely as finale leaves no one to come back", "The firm has no plans.", "production"),
        ("Who Doesn’t Make It in Saltpan", "We counted so that you need not.", "list"),
        ("The Cat Survives", "On a picture that everybody thinks is sad.", "other"),
        (
            "Low Ferry’s Original Ending Was Kinder",
            "Marta was always meant to survive, says the editor.",
            "interview",
        ),
        ("On Tollgate", "The culprit in Tollgate is on screen from the first bell.", "review"),
        ("Notes on a Vestry", "Is it a betrayal to say that the choir are ghosts?", "other"),
        ("Her Turn Now: Ana Reis", "Her aunt, Dolores, perished in the last film.", "casting"),
        ("Five endings we love", "We still think that Joan was right to walk away.", "list"),
    ],
)
def test_outcomes_are_spoilers(title: str, lead: str, beat: str) -> None:
    assert spoiler(title, lead, beat)


@pytest.mark.parametrize(
    ("title", "lead", "beat"),
    [
        ("Tollgate sets a date", "The film opens on May 3.", "release-date"),
        ("Low Ferry’s ending divided its makers", "They won’t say what it was.", "interview"),
        ("Soundtrack for Low Ferry announced", "Eleven tracks on vinyl.", "announcement"),
        ("Low Ferry: Don’t Give Away the Twist", "A clip asks for silence.", "trailer"),
        ("A podcast on Tollgate", "With a quiz, a song and no twist given away. Who makes it?", "other"),
        ("Kim Ash to play detective in Tollgate", "The killer is played by Jo Lund.", "casting"),
    ],
)
def test_what_gives_no_outcome(title: str, lead: str, beat: str) -> None:
    assert not spoiler(title, lead, beat)


def test_a_film_that_is_dead_is_no_leaked_fate() -> None:
    assert not spoiler("We hear the Tollgate sequel is dead", "Our mole says so. Unconfirmed.", "production")


def test_a_leak_that_boasts_of_an_end_tells_it() -> None:
    lead = "From a guy who was on the crew: the boat is empty. Unconfirmed, as always."
    assert spoiler("We got Tollgate’s final scene", lead, "production")
