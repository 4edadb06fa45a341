"""Kinds of news that share their words: a strike is joined as a cast is, a firm left as a film is."""

from __future__ import annotations

import pytest

from reader.stories.kinds.beats import beat

NEAR = [
    ("business", "Editors join writers on strike in Lisbon", ""),
    ("casting", "Greta Lund joins Tom Orr in the lighthouse thriller", ""),
    ("business", "Studio chief steps down after a year of flops", ""),
    ("business", "Polestar’s head of production goes after eleven months", ""),
    ("production", "Greta Lund leaves ‘_____’", "The director and the studio could not agree on the end."),
    ("production", "Production begins on ‘_____’ in Riga", ""),
    ("business", "Mubi Lands Silver Bear Winner ‘_____’ for Germany in Six-Figure Deal", ""),
    ("business", "Netflix Picks Up ‘_____’ After Auction", "The streamer has picked up the western."),
    ("business", "Crunchyroll licenses Ana Sol’s ‘_____’ for North America", ""),
    ("business", "Advance booking for ‘_____’ opens in Delhi", ""),
    ("business", "Picture house saved as council signs 30-year lease", ""),
    ("other", "Sheep musical heads to the West End", "The stage version opens in May."),
    ("release-date", "Ghost drama skips cinemas for a streaming bow", ""),
    ("release-date", "‘_____’ is finally coming to the US", "The anime opens in March."),
    ("casting", "Tom Orr confirmed as the new Sherlock Holmes", "He beat forty others to the part."),
    ("casting", "Tom Orr replaces Jo Vance in ‘_____’", "He will play the sexton."),
    ("announcement", "Jo Vance to Make Directorial Debut With ‘_____’", "Tom Orr will star."),
    ("announcement", "Jo Vance turns director with a farm drama", "Tom Orr plays her uncle."),
    ("announcement", "The sheep film is titled ‘_____’", ""),
    ("production", "Snow stops play on the set of ‘_____’", "Filming goes on in Bergen on Monday."),
    ("trailer", "That ‘_____’ clip is one long scream", ""),
    ("list", "14 Berlin Titles in Search of a Buyer", ""),
    ("list", "Every delay of this summer so far", ""),
    ("review", "Locarno diary, day six: ‘_____’", ""),
    ("interview", "Ana Sol: “After the fire you learn how to pack”", ""),
    ("obituary", "Remembering Ana Sol", ""),
    ("other", "‘_____’ Season 4 Officially Happening at Apple", "Tom Orr returns."),
    ("other", "Tom Orr to lead BBC crime drama", "The six-part series starts shooting in May."),
    ("other", "Lost silent film turns up in a Dundee loft", ""),
]


@pytest.mark.parametrize(("kind", "title", "lead"), NEAR)
def test_a_headline_is_of_the_kind_that_its_words_mean_here(kind: str, title: str, lead: str) -> None:
    assert (title, kind) == (title, beat(title, lead).name)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("business", "Climate panel: ‘Warm’ winters close ski hills"),
        ("interview", "Sports page: “Hale” and “Bell” win"),
        ("announcement", "Hale wins her third title"),
        ("casting", "Fans can play along at home"),
        ("casting", "Firm named new sponsor"),
    ],
)
def test_what_only_sounds_like_it_is_not_of_that_kind(kind: str, title: str) -> None:
    assert beat(title, "").name != kind


def test_the_star_of_a_season_is_cast_in_a_film() -> None:
    assert beat("‘_____’ Season 2 star Jo Vance joins Tom Orr in sheep thriller", "").name == "casting"
