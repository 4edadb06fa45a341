"""Wording says what kind of news a text is of where no phrase does, and outweighs none that does."""

from __future__ import annotations

import pytest

from reader.stories.kinds.beats import beat

CALLED = [
    ("obituary", "Tributes pour in for the composer of ‘_____’", ""),
    ("obituary", "Vera Holm dies at 91", ""),
    ("list", "Everything leaving Netflix in May", "_____ goes on the first."),
    ("announcement", "A card game about trams is to be a movie", ""),
    ("production", "_____: first-look photos of Tom Orr as a ferryman", "Tom Orr in oilskins."),
    ("review", "A ferry worth catching", "_____ hardly puts a foot wrong for two hours."),
]
NOTHING = [
    "Town raises $900 for a new bench by the canal",
    "Harbour talks are going nowhere, mayor tells councillors",
    "Who dies in ‘_____’? Our mole thinks he knows",
]


@pytest.mark.parametrize(("kind", "title", "lead"), CALLED)
def test_a_phrase_of_the_trade_is_not_drowned_by_the_words_around_it(
    kind: str, title: str, lead: str
) -> None:
    assert beat(title, lead).name == kind


@pytest.mark.parametrize("title", NOTHING)
def test_what_is_said_of_anything_tells_no_kind_of_film_news(title: str) -> None:
    assert beat(title, "").name not in ("obituary", "box-office", "casting")
