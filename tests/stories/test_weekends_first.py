"""Who took the most in a weekend, and films that only come back or are set beside others."""

from __future__ import annotations

import pytest

from tests.stories.apart import films
from tests.stories.test_reading import report


@pytest.mark.parametrize(
    ("chart", "other"),
    [
        ("Nightfall $13.7M (down 62%) in first.", "only ‘Nightfall’ did better"),
        ("NIGHTFALL three-peats with $13.7M.", "second only to ‘Nightfall’"),
    ],
)
def test_whoever_took_the_most_leads(chart: str, other: str) -> None:
    told = films(
        report(
            1,
            "Weekend: NIGHTFALL Stays Put, HERONRY Sees $8.5M",
            f"{chart} HERONRY opens with $8.5M. Dust Choir $3M, Reed $2M.",
        ),
        report(
            2,
            "Box Office: ‘Heronry’ Opens to $8.5 Million",
            f"‘Heronry’ opened to $8.5 million, {other}.",
            outlet="Post",
        ),
    )
    assert [set(each) for each in told] == [{"Nightfall", "Heronry"}] * 2


def test_a_film_that_comes_back_opens_not() -> None:
    (told,) = films(
        report(
            1,
            "Box Office: ‘Heronry’ Opens On Top as ‘Nightfall’ Returns in Force",
            "‘Heronry’ opened to $8.5 million. ‘Nightfall’, in an Imax reissue, averaged $27,000 a screen.",
        )
    )
    assert told == ("Heronry",)


def test_a_short_title_of_one_report_is_the_film_that_another_has_in_full() -> None:
    told = films(
        report(
            1,
            "Box Office: ‘Nightfall’ Opens On Top",
            "‘Nightfall’ opened to $31 million. ‘Reed’ debuted to $4 million.",
        ),
        report(
            2,
            "Weekend: NIGHTFALL $31M, REED $4M",
            "Nightfall: The Long Burn ($31.0M) opens first. Reed ($4M) opens third. Cold Heart $3M fell 60%.",
            outlet="Chart",
        ),
    )
    assert told == [("Nightfall: The Long Burn", "Reed")] * 2


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "NIGHTFALL Tops DUST CHOIR Worldwide",
            "With $922M, Nightfall has moved past Dust Choir ($911M) at last.",
        ),
        (
            "NIGHTFALL Presales Fly Past HERONRY, Trail DUST CHOIR",
            "That is half of what Dust Choir did.",
        ),
        (
            "NIGHTFALL Has Best Start for Ann Mull Since DUST CHOIR",
            "Nightfall took $63M, and $9M abroad.",
        ),
    ],
)
def test_what_is_passed_or_trailed_is_no_news(title: str, lead: str) -> None:
    told = films(
        report(1, title, lead, outlet="Chart"),
        report(9_000, "‘Dust Choir’ reviewed", "‘Dust Choir’ is a western."),
    )
    assert [one.upper() for one in told[0]] == ["NIGHTFALL"]


def test_what_another_came_in_behind_is_not_new_for_being_named_by_all() -> None:
    told = films(
        report(
            1,
            "Box Office: ‘Heronry’ Opens Third",
            "‘Heronry’ debuted a distant third to ‘Nightfall’ and ‘Reed.’",
        ),
        report(
            2,
            "‘Heronry’ Opens to $8.5 Million",
            "‘Heronry’ opened to $8.5 million. ‘Reed’ had $9M.",
            outlet="Post",
        ),
    )
    assert all("Reed" not in each for each in told)
