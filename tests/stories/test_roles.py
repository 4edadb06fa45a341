"""Whom a film’s people play is nobody; whoever is told to have made something is somebody."""

from __future__ import annotations

import pytest

from tests.stories.test_quoted_people import people
from tests.stories.test_reading import report


@pytest.mark.parametrize(
    "lead",
    [
        "Ann Beck, who played retired harbour pilot Laura Fenn in the first film, has left.",
        "Ann Beck was to have reprised grieving lighthouse keeper Laura Fenn in ‘Kestrel II.’",
        "Studios will recast brilliant young diver Laura Fenn after Ann Beck left.",
        "In the trailer Ann Beck’s Laura Fenn climbs a mast.",
    ],
)
def test_who_is_played_is_nobody(lead: str) -> None:
    again = report(2, "‘Kestrel II’ goes on", "The script has Laura Fenn at sea, we hear.", outlet="Wire")
    found = people(report(1, "‘Kestrel II’ loses its star", lead), again)
    assert found == [{"Ann Beck"}, set()]


@pytest.mark.parametrize(
    "lead",
    [
        "Ann Beck plays the wife of Laura Fenn in a sketch.",
        "Ann Beck will play opposite Laura Fenn.",
        "The film has Ann Beck’s Laura Fenn drama behind it.",
        "Ann Beck portrays whistleblower Laura Fenn.",
    ],
)
def test_who_is_only_named_beside_a_part_is_somebody(lead: str) -> None:
    assert people(report(1, "‘Kestrel’ finds a star", lead)) == [{"Ann Beck", "Laura Fenn"}]


def test_a_new_one_of_a_name_is_a_role() -> None:
    title = "‘Kestrel II’ Finds a New Laura Fenn in Ann Beck"
    assert people(report(1, title, "The new Laura Fenn, Ann Beck, begins in May.")) == [{"Ann Beck"}]


@pytest.mark.parametrize(
    "said",
    ["Ulvar Brenk wrote the script.", "It is based on Ulvar Brenk’s screenplay.", "Ulvar Brenk edits."],
)
def test_whoever_made_something_is_somebody_whatever_the_name(said: str) -> None:
    assert people(report(1, "‘Kestrel’ begins", f"{said} It is wet.")) == [{"Ulvar Brenk"}]


def test_what_was_made_of_a_book_is_nobody() -> None:
    told = "It is another run of Grey Ponies, adapted from the novels by Ann Beck."
    assert people(report(1, "Spies go on", told)) == [{"Ann Beck"}]


def test_an_honour_is_no_part_of_a_name() -> None:
    told = report(1, "Dame Laura Fenn dies at 90", "Dame Laura Fenn has died. Sir Ulvar Brenk wept.")
    assert people(told) == [{"Laura Fenn", "Ulvar Brenk"}]


def test_siblings_have_their_surname_without_its_ending() -> None:
    told = report(1, "A new film", "The trailer for Ann and Laura Beck’s ‘Kestrel’ is here.")
    assert people(told) == [{"Ann Beck", "Laura Beck"}]


def test_a_nickname_in_quotes_is_what_somebody_goes_by() -> None:
    told = report(
        1, "Moss Vance, stuntman, dies", "William “Moss” Vance fell off everything. Moss Vance was 80."
    )
    assert "Moss Vance" in people(told)[0]


def test_who_is_asked_about_where_an_ending_is_explained_is_a_character() -> None:
    asked = report(1, "‘Kiln’ ending explained: is Tom Hale really dead?", "Spoilers follow. He is.")
    assert people(asked) == [set()]


def test_who_plays_a_role_named_behind_them_is_none() -> None:
    lead = "Ann Beck steps off as Tom Hales’ President Frost smiles, in ‘Kiln’ by Ann Beck."
    assert "Tom Hales" in people(report(1, "‘Kiln’ trailer", lead))[0]
