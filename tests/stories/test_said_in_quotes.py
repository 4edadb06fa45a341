"""Quotes in headlines that capitalise every word: what is said there is no title."""

from __future__ import annotations

import pytest

from reader.stories.films.title_spans import title_spans
from tests.stories.test_reading import report


def titles(headline: str) -> list[str]:
    return [span for _, span, how in title_spans(report(1, headline, "")) if how == "quote"]


@pytest.mark.parametrize(
    ("headline", "printed"),
    [
        ("Ann Roe Says the Shoot Was ‘Completely Insane’", []),
        ("‘Gull Cottage’ Sequel Is ‘Quite Different’, Says Ann Roe", ["Gull Cottage"]),
        ("Kestrel Will Never ‘Let Go Of The Lamp’, Its Chief Vows", []),
        ("Critics Call It ‘Bold’ and ‘Bleak’", []),
        ("Ann Roe Applauds ‘Gull Cottage’ for Its Songs: ‘A Rare Honor’", ["Gull Cottage"]),
        ("Ann Roe’s Favorite Film Is ‘Gull Cottage’", ["Gull Cottage"]),
        ("Who Is ‘Gull Cottage’ About?", ["Gull Cottage"]),
        ("All We Want for May Is ‘Gull 3’", ["Gull 3"]),
        ("‘The Low Tide’ Is ‘Gull Cottage’ Without the Songs", ["The Low Tide", "Gull Cottage"]),
        ("Trailer: ‘Gull Cottage’", ["Gull Cottage"]),
    ],
)
def test_what_somebody_is_said_to_be_is_no_title(headline: str, printed: list[str]) -> None:
    assert titles(headline) == printed


def test_two_bodies_that_agree_are_no_film() -> None:
    assert (
        list(title_spans(report(1, "SAG-AFTRA & AMPTP Reach Tentative Deal", "The guild has a deal."))) == []
    )


@pytest.mark.parametrize(
    ("headline", "printed"),
    [
        ("THE NEXT SPY HAS “ALREADY SCREEN TESTED”", []),
        ("Ann Roe Hasn’t ‘Read a Page’ of the Script", []),
        ("Ann Roe Has ‘Gull Cottage’ in Her Sights", ["Gull Cottage"]),
    ],
)
def test_what_somebody_has_done_is_no_title(headline: str, printed: list[str]) -> None:
    assert titles(headline) == printed
