"""Essays on how a film ends tell it; headlines that only know how it ends, and promises, do not."""

from __future__ import annotations

import pytest

from reader.stories.kinds.spoilers import spoiler

TOLD = [
    (
        "review",
        "The Ferry Review: That Twist Hurts",
        "You were told to avoid spoilers. It turns out that the mate has been dead all along.",
    ),
    ("review", "The Ferry Review: Cold", "Do not read on if you haven’t seen it. Ida burns the last boat."),
    ("review", "The Ferry Review", "We’re going to spoil everything. Ida finds the lamp and drops it."),
    (
        "review",
        "Does The Ferry Have a Post-Credits Scene? Yes",
        "We cut to a cold pier. The keeper turns, and a gloved hand lifts the lamp.",
    ),
    (
        "interview",
        "Ida Marr on That Lamp",
        "This interview discusses the ending of the film. In the script he jumped; now he stays.",
    ),
    (
        "other",
        "Salt: on the last minutes of The Ferry",
        "She dies on the pier. The keeper carries her lamp home.",
    ),
    (
        "other",
        "The kiss on the pier: on the third act of The Ferry",
        "Everyone forgets that the boat burns. Two decide to jump.",
    ),
    ("other", "A rude wave", "I keep thinking about how The Ferry ends. He has slit his wrists for her."),
    ("review", "The Ferry Review: Bold", "Ending discussed! Ida leaves the island and he burns the lamp."),
    (
        "other",
        "Rooting for boats",
        "In the last forty minutes the ferry sinks and the mate is bitten in half.",
    ),
    (
        "review",
        "Review: The Ferry",
        "A tame thriller in which the mate’s wife did it. No, the butler did it.",
    ),
    (
        "other",
        "Why The Ferry had to sink",
        "It takes an hour before we learn that the kind priest set the fire.",
    ),
    ("production", "Ending of The Ferry divides crowds", "Some left when she turned the gun on the mate."),
    ("other", "Why The Ferry ends with breath", "The mate has put six bullets in him, and the deck is bare."),
    ("other", "That Ferry cameo, explained", "Yes, it is Mara Lee."),
]
UNTOLD = [
    ("interview", "Ida Marr on That Lamp", "This interview covers her first film. In it he jumped."),
    ("other", "Could The Ferry have two post-credits scenes? One insider says yes", "Take this with salt."),
    ("interview", "Hale at ninety", "He talks about the ending of The Ferry, which he has shot three ways."),
    ("list", "12 Best Boat Films, Ranked", "We put them in order. Spoiler: that wet one is dead last."),
    (
        "trailer",
        "The Ferry’s New Trailer Is Bleak, and We Know How It Ends",
        "Ida Morrow gets the biggest cheer.",
    ),
    (
        "other",
        "Salt: on the colours of The Ferry",
        "The keeper paints his door. Nobody has seen such a blue.",
    ),
    ("other", "Podcast: laughing at ferries", "Ida defends the musical at length. No endings are revealed."),
    ("box-office", "How it ends up: The Ferry sinks", "It took $4 million and sank like its boat."),
]


@pytest.mark.parametrize(("kind", "title", "lead"), TOLD)
def test_an_end_that_is_told_is_given_away(kind: str, title: str, lead: str) -> None:
    assert spoiler(title, lead, kind)


@pytest.mark.parametrize(("kind", "title", "lead"), UNTOLD)
def test_an_end_that_is_only_spoken_of_is_not(kind: str, title: str, lead: str) -> None:
    assert not spoiler(title, lead, kind)
