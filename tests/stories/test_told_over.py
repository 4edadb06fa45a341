"""Plots that several signs together say are told over."""

from __future__ import annotations

import pytest

from reader.stories.kinds.spoilers import spoiler

TOLD = [
    (
        "Glass Harbor Ending Explained: Who Sent the Boat?",
        "It pays to watch the lamps. Ode rows back alone, ties up the boat and burns his son’s letter.",
        "other",
    ),
    (
        "Glass Harbor Review: Not the Farewell We Expected",
        "[This review discusses the ending.] Ode turns out to be the voice, and lets the tide in.",
        "review",
    ),
    (
        "‘Glass Harbor’ director on why Ode had to drown",
        "Now that everyone has seen it, Lene Moe can talk. “He goes under because he wants to,” she says.",
        "interview",
    ),
    (
        "Everything You Need to Remember Before Glass Harbor 2",
        "Ode found the boat, lost the boy and walked off into the fog. The boy’s sister hides the oars.",
        "other",
    ),
    (
        "I can’t stop thinking about the lamp in Glass Harbor",
        "Ode lights it, sits down and waits. The tide comes in under the door. He never gets up.",
        "other",
    ),
    (
        "Does Glass Harbor Have a Credits Scene?",
        "It does. A gull lands on the empty boat, and a hand, Ode’s hand, reaches up and grabs it.",
        "other",
    ),
    (
        "Glass Harbor: is Ode really dead?",
        "He died in the flood, or so we thought. He wakes on the shore, and he is not alone.",
        "obituary",
    ),
]
NOT_TOLD = [
    ("Does Glass Harbor have a credits scene?", "Yes, one. We won’t say who is in it. Stay seated.", "other"),
    (
        "Glass Harbor review",
        "Ode rows out to find his son. The less you know the better, but stay for the last scene.",
        "review",
    ),
    (
        "Glass Harbor director begs audiences to keep the ending secret",
        "Lene Moe has asked them not to reveal the last ten minutes. Cinemas have put up signs.",
        "other",
    ),
    (
        "Five theories about how Glass Harbor ends",
        "Will Ode die? Does his son come back? Is the boat a dream? We rank your guesses.",
        "other",
    ),
    (
        "Glass Harbor returns to cinemas",
        "The thriller, about a man who dies at sea, comes back on May 5 restored. Its ending is famous.",
        "other",
    ),
    (
        "Glass Harbor’s last day",
        "The cast walked off the set in tears as the shoot wrapped on Friday with the final scene.",
        "production",
    ),
    (
        "Glass Harbor 2 sets its date",
        "After Ode’s death the sequel opens on May 5. He dies no more.",
        "release-date",
    ),
    (
        "Lene Moe, dead at 71: her last days, explained",
        "She drowned in her own pool. Her sons buried her at sea and walked away.",
        "obituary",
    ),
    (
        "Why Lene Moe left Glass Harbor",
        "She walks out on a Friday. Her sister takes over the role.",
        "casting",
    ),
    ("Warning: spoilers!", "Our podcast on Glass Harbor is out now.", "other"),
]


@pytest.mark.parametrize(("title", "lead", "beat"), TOLD)
def test_a_frame_and_a_telling_give_a_plot_away(title: str, lead: str, beat: str) -> None:
    assert spoiler(title, lead, beat)


@pytest.mark.parametrize(("title", "lead", "beat"), NOT_TOLD)
def test_one_without_the_other_does_not(title: str, lead: str, beat: str) -> None:
    assert not spoiler(title, lead, beat)
