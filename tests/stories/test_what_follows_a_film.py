"""A film named for what follows it: its sequel's title, its maker's next, the new one of its name."""

from __future__ import annotations

import pytest

from tests.stories.test_in_passing import KNOWN
from tests.stories.test_own_titles import about
from tests.stories.test_reading import report


@pytest.mark.parametrize(
    "headline",
    [
        "Ann Mull’s ‘Undertow’ Follow-Up Titled ‘The Ebb’; Dated for May",
        "‘Undertow’ Sequel Is Now Called ‘The Ebb’",
        "‘Undertow’ Spin-Off ‘The Ebb’ Finds Its Ferry",
    ],
)
def test_what_a_sequel_is_called_is_what_the_news_is_of(headline: str) -> None:
    assert about(*KNOWN, report(9, headline, "Ann Mull said so.", outlet="Gate"))[-1] == ("The Ebb",)


def test_a_sequel_without_a_title_is_still_told_of_by_the_first() -> None:
    told = about(*KNOWN, report(9, "‘Undertow’ Sequel Is Dated for May", "Ann Mull said so.", outlet="Gate"))
    assert told[-1] == ("Untitled Undertow sequel",)


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        (
            "Tom Hale Reunites With Mary Toll for Untitled Ferry Drama",
            "The two go back to sea. The star of ‘Kiln’ leads the next one. It has no title yet.",
        ),
        (
            "Toll, Hale Team Again",
            "Tom Hale is set for another film for Mary Toll, who just directed him in “Kiln.” "
            "There’s no name for it.",
        ),
    ],
)
def test_two_who_meet_again_make_no_film_that_they_made(headline: str, lead: str) -> None:
    assert about(*KNOWN, report(9, headline, lead, outlet="Gate"))[-1] == ("Untitled Mary Toll project",)


def test_the_new_trailer_of_a_name_is_of_the_film_that_the_lead_has() -> None:
    ebb = (
        report(5, "‘Ebb of the Tide’ Casts Tom Hale", "‘Ebb of the Tide’ has a lead.", outlet="Slate"),
        report(6, "“Ebb of the Tide” Wraps", "“Ebb of the Tide” is done.", outlet="Wire"),
        report(7, "‘Ebb of the Tide’ Poster", "‘Ebb of the Tide’ has a poster.", outlet="Ledger"),
    )
    other = report(
        9, "The New Undertow Trailer Hides a Hero", "Who joins Tom Hale in Ebb of the Tide?", "Gate"
    )
    own = report(9, "The New Undertow Trailer Hides a Hero", "Who joins Tom Hale in it?", "Gate")
    assert about(*KNOWN, *ebb, other)[-1] == ("Ebb of the Tide",)
    assert about(*KNOWN, *ebb, own)[-1] == ("Undertow",)


def test_a_play_is_no_film() -> None:
    story = report(
        9, "Hale and Reeve reunite on Broadway in “The Weir”", "They play in a new production of “The Weir.”"
    )
    assert about(*KNOWN, story)[-1] == ()
