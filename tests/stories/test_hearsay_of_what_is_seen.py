"""Hearsay by the words of reviews and charts, by what the trades say, and by an outlet's own owning up."""

from __future__ import annotations

from reader.stories.kinds.rumours import rumour
from reader.stories.kinds.spoilers import spoiler

SALT = "We know no football, so take this with a pinch of salt, but it should be more fun."


def test_a_review_is_no_hearsay_whatever_its_lead_owns_to() -> None:
    assert not rumour("Nimbus review – unnecessary roughness", SALT, "review")
    assert rumour("Rumour: Nimbus is reshot", SALT, "review")
    assert rumour("Nimbus is being shot again", f"A little bird told us. {SALT}", "production")


def test_what_the_trades_say_is_reported() -> None:
    lead = "The trades say foot. We’re hearing ankle, but don’t quote us."
    assert not rumour("REEVE DOWN! NIMBUS SHUT", lead)
    assert rumour("REEVE DOWN! NIMBUS SHUT", lead.replace("The trades say foot. ", ""))


def test_an_outlet_that_says_unconfirmed_owns_to_hearsay() -> None:
    assert rumour("GUESS WHO IS BACK", "Reeve is back. Unconfirmed, obviously, but we’d bet the cat.")
    assert not rumour("GUESS WHO IS BACK", "Reeve is back, obviously.")


def test_an_essay_that_looks_back_gives_away_what_somebody_does_to_himself() -> None:
    lead = "A man slits his wrists so that the ferryman will come. Twenty years on, it still works."
    assert spoiler("On mercy in Nimbus", lead, "other")
    assert not spoiler("On mercy in Nimbus", "A man is ill. Twenty years on, it still works.", "other")
