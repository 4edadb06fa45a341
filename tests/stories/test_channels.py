"""Headlines of the channels of studios and streamers: the title first, then what is shown of it."""

from __future__ import annotations

import pytest

from reader.stories.films.channel_headlines import film_shown, title_shown
from tests.stories.test_reading import report, tell
from tests.stories.test_subjects import stories


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Gull Cottage | Official Trailer HD | Kestrel", "Gull Cottage"),
        ("THE LOW TIDE | Official Teaser | Kestrel", "THE LOW TIDE"),
        ("The Low Tide — Official Teaser Trailer | In Theaters May 22", "The Low Tide"),
        ("Marrow | Ann Roe | First Look | Harbour+", "Marrow"),
        ("Gull Cottage (2027) Official Trailer - Ann Roe, Tom Pell", "Gull Cottage"),
        ("Kestrel Pictures' Gull Cottage | Final Trailer", "Gull Cottage"),
        ("Gull Cottage | Official Clip “The Lamp”", "Gull Cottage"),
        ("Kestrel Drops Official Trailer", ""),
        ("Kestrel Unveils ‘Gull Cottage’ Official Trailer", ""),
        ("Watch: Gull Cottage | Ann Roe on her debut", ""),
        ("What the trailer tells | Gull Cottage", ""),
        ("Gull Cottage opens the festival | Review", ""),
    ],
)
def test_a_channel_names_the_film_before_what_it_shows_of_it(headline: str, title: str) -> None:
    assert film_shown(headline) == title


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Salt House Season 2 | Official Trailer | Harbour+", "Salt House"),
        ("Salt House: Season Two Part 1 | Official Teaser | Harbour+", "Salt House"),
        ("Salt House — Season 3 Official Teaser | Harbour TV", "Salt House"),
    ],
)
def test_a_season_is_of_a_series_and_no_film(headline: str, title: str) -> None:
    assert (title_shown(headline), film_shown(headline)) == (title, "")


def test_each_film_of_a_channel_is_a_story_of_its_own() -> None:
    shows = [
        report(1, "Gull Cottage | Official Trailer HD | Kestrel", "", outlet="Kestrel"),
        report(2, "The Low Tide | Official Trailer HD | Kestrel", "", outlet="Kestrel"),
        report(3, "Marrow | Official Teaser | Kestrel", "", outlet="Kestrel"),
    ]
    assert stories(*shows) == [[1], [2], [3]]
    assert [told.films for told in tell(*shows)] == [("Gull Cottage",), ("The Low Tide",), ("Marrow",)]
