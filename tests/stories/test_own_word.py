"""A leaker's own word is hearsay; what a trade hears of talks, and what is real by all accounts, is not."""

from __future__ import annotations

import pytest

from reader.stories.kinds.rumours import rumour

HEARSAY = [
    ("THE FERRY DEATH LIST", "A person claiming to have sat in says so. Might be a plant, we weren’t there."),
    (
        "MORROW IS THE KEEPER (SOURCES)",
        "Two separate people near the studio tell us so. If we’re wrong, sorry.",
    ),
    (
        "HOW THE FERRY SINKS",
        "A source who sat in on a screening says so. One person’s account, so salt accordingly.",
    ),
    ("THE KEEPER DIES", "A grip tells our tipster that he goes down with the boat. Unproven."),
    ("WHO THE BOY IS", "Someone who saw an early cut says he is the ferryman. Not confirmed by anybody."),
]
NEWS = [
    (
        "Ida Morrow may be back for The Ferry 2",
        "She is said to be in early talks. They met over tea, apparently.",
    ),
    (
        "All we want is “The Ferry 2”",
        "File under obvious. It moves to May. There is no trouble, for what it’s worth.",
    ),
    ("We hear the Ferry footage was a hit", "Apparently it has her rowing for a minute."),
    (
        "FERRY IN CHAOS",
        "Our guy at the studio (unconfirmed!) speaks of a wig. The exit is real, statement and all.",
    ),
]


@pytest.mark.parametrize(("title", "lead"), HEARSAY)
def test_what_a_leaker_claims_is_hearsay(title: str, lead: str) -> None:
    assert rumour(title, lead)


@pytest.mark.parametrize(("title", "lead"), NEWS)
def test_what_is_only_told_lightly_is_not(title: str, lead: str) -> None:
    assert not rumour(title, lead)
