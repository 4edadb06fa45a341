"""Dates of what was told or taken, of events and of films beside: none is of the own film's release."""

from __future__ import annotations

import pytest

from reader.stories.dates.claims import claim
from reader.stories.dates.stated import Marks, together
from tests.stories.dated import APRIL, AUGUST, OCTOBER, on

NONE = [
    (APRIL, "Reeve quits ‘Kiln’", "Who told you in June? We did. Reeve is out of Kiln.", "casting"),
    (APRIL, "Reeve quits ‘Kiln’", "We said so back in June, and Reeve is out.", "casting"),
    (AUGUST, "‘Kiln’ to close a festival", "The event opens on 8 October with a ferry mystery.", "festival"),
    (
        on(2026, 4, 6),
        "‘Harrow’ wins",
        "‘Kiln,’ opening on Good Friday as planned, drew $44 million.",
        "box-office",
    ),
    (
        on(2026, 5, 4),
        "‘Kiln’ wins",
        "‘Kiln’ took $17 million at North American theaters from Friday through Sunday.",
        "box-office",
    ),
]
STATED = [
    (APRIL, "‘Kiln’ dated", "We said it before: Kiln opens in June.", "release-date", "2026-06"),
    (AUGUST, "‘Kiln’ dated", "Kiln opens on 8 October.", "release-date", "2026-10-08"),
    (OCTOBER, "‘Kiln’ again", "It arrives in the last week of October.", "release-date", "2026-10"),
    (on(2026, 10, 28), "‘Kiln’ again", "It arrived in the last week of October.", "release-date", None),
]  # fmt: skip


@pytest.mark.parametrize(("when", "title", "lead", "beat"), NONE)
def test_what_was_is_no_release_to_come(when: int, title: str, lead: str, beat: str) -> None:
    assert claim(title, lead, when, beat=beat, home="US", local="US") is None


@pytest.mark.parametrize(("when", "title", "lead", "beat", "date"), STATED)
def test_what_comes_is(when: int, title: str, lead: str, beat: str, date: str | None) -> None:
    found = claim(title, lead, when, beat=beat)
    assert (found and found.date) == date


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("The star of ‘Marsh,’ which Kestrel releases in October, will lead the next one.", None),
        ("The star of ‘Marsh’ (due in October) will lead the next one.", None),
        ("The star of ‘Marsh,’ which Kestrel made, is out in October.", "2026-10"),
    ],
)
def test_a_date_told_of_a_film_beside_is_of_that(lead: str, date: str | None) -> None:
    title = "Reeve reunites with Mull"
    text = together(title, lead)
    at = text.index("Marsh")
    marks = Marks(((at, at + len("Marsh")),), (), (at,))
    found = claim(title, lead, APRIL, beat="casting", marks=marks)
    assert (found and found.date) == date


def test_a_date_of_another_country_is_not_what_the_own_was() -> None:
    lead = (
        "Kestrel has pulled Kiln forward from July to 26 May 2028 in the States. "
        "The UK date was to have been 28 July; there is no word on a new one."
    )
    found = claim("Kiln is now out in May 2028", lead, APRIL, beat="release-date", local="UK")
    assert found
    assert (found.date, found.region, found.moved_from) == ("2028-05-26", "US", "2028-07")


def test_readers_told_by_their_name_are_meant_however_a_day_is_printed() -> None:
    moved = "Kestrel has moved the film from July 20 to May 25, 2028, a day before it opens in the US."
    for first, region in (("Australians will see Kiln sooner.", "AU"), ("Kiln will be seen sooner.", None)):
        found = claim("Kiln brought forward", f"{first} {moved}", APRIL, beat="release-date", local="AU")
        assert found
        assert (found.date, found.region) == ("2028-05-25", region)
