"""What gives a plot away and what owns to hearsay, beside what only looks like either."""

from __future__ import annotations

import pytest

from reader.stories.rumours import rumour
from reader.stories.spoilers import spoiler

PLOTS = [
    (
        "Nightfall’s Ending Explained: What That Last Shot Means",
        "Anna wakes in the hospital and learns that her sister has been dead all along.",
        "other",
        True,
    ),
    (
        "Nightfall review",
        "A taut thriller about a nurse who suspects her patient of murder. No spoilers here, but "
        "the third act is a doozy.",
        "review",
        False,
    ),
    (
        "Nightfall review: blood and snow",
        "In the finale, the detective shoots his own brother, and the film never recovers.",
        "review",
        True,
    ),
    (
        "‘Nightfall’ Star on That Shocking Death: “I Cried for a Week”",
        "Major spoilers ahead. Her character is killed in the opening minutes by the man she loves.",
        "interview",
        True,
    ),
    (
        "Nightfall’s post-credits scene, explained",
        "The scene shows that Dr. Voss survived the fire.",
        "other",
        True,
    ),
    (
        "Nightfall: who is the killer?",
        "Full spoilers follow. The gardener is the killer, and he has help.",
        "other",
        True,
    ),
    ("Nightfall trailer", "A man returns home to find that his brother has been murdered.", "trailer", False),
    (
        "Nightfall director teases a twist",
        "“Nobody will see it coming,” he says. We won’t spoil it.",
        "interview",
        False,
    ),
    ("10 Movies Like Nightfall", "From killers to cops, here’s what to watch.", "list", False),
    (
        "Veteran actor dies at 80",
        "He was killed in many of his films, and joked about it.",
        "obituary",
        False,
    ),
    (
        "Nightfall and the art of the twist",
        "Spoilers for the film below. When it turns out that Mara is the ghost, the whole house "
        "changes colour.",
        "other",
        True,
    ),
    ("Nightfall casts its villain", "Jane Roe will play a killer who stalks a ski resort.", "casting", False),
]
HEARSAY = [
    ("RUMOR: Marvel eyeing a new Wolverine", "A leaker with a mixed record claims it on Reddit.", True),
    (
        "HEARING: HELLRAISER SEQUEL IN THE WORKS",
        "One of our spies says a script exists. Don’t quote us.",
        True,
    ),
    ("Jane Roe in talks for Nightfall 2", "Sources tell Variety that the deal is close.", False),
    (
        "Is Jane Roe the next Bond?? We hear so",
        "Take it with a bucket of salt; the studio hasn’t confirmed anything.",
        True,
    ),
    (
        "Nightfall 2 could be a musical, insider claims",
        "Unverified, but a trusted source swears by it.",
        True,
    ),
    ("Studio denies Nightfall 2 rumors", "A spokesperson said the talk is false.", False),
]


@pytest.mark.parametrize(("title", "lead", "kind", "expected"), PLOTS)
def test_what_gives_a_plot_away(title: str, lead: str, kind: str, expected: bool) -> None:
    assert expected == bool(spoiler(title, lead, kind))


@pytest.mark.parametrize(("title", "lead", "expected"), HEARSAY)
def test_what_owns_to_hearsay(title: str, lead: str, expected: bool) -> None:
    assert expected == bool(rumour(title, lead))
