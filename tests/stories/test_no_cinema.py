"""Series and games: their trailers, casts and dates are told in the words of films, and are no film's."""

from __future__ import annotations

import pytest

from reader.stories.kinds.beats import beat

NO_FILM = [
    ("HBO Drops Teaser for ‘_____’ Series", "The new trailer shows the dragon.", ("Trailers",)),
    ("‘_____’ Trailer: First Look at the Harbour", "Eight episodes begin in May.", ("TV", "Trailers")),
    ("Ida Morrow Joins Netflix’s ‘_____’ Series", "She will play the sexton.", ()),
    ("‘_____’ Show Casts Its Villain", "Tom Orr will play him on Hulu.", ()),
    ("New Fighting Game Announced at Tokyo Fair", "It comes to consoles in the fall.", ()),
    ("‘_____’ Gets a Date and a Trailer", "The open-world game is out on PS5 in May.", ("Gaming",)),
]
FILMS = [
    (
        "trailer",
        "The ‘_____’ Trailer Is Here",
        "The star of the HBO series runs for two minutes.",
        ("Trailers",),
    ),
    ("casting", "TV star Ida Morrow joins Tom Orr in ‘_____’ film", "She will play the sexton.", ("TV",)),
    ("casting", "HBO series star Ida Morrow joins Tom Orr in ‘_____’", "She will play the sexton.", ()),
    ("casting", "Ida Morrow Joins Movie of the Game ‘_____’", "Filming starts in May.", ("Gaming",)),
]


@pytest.mark.parametrize(("title", "lead", "sections"), NO_FILM)
def test_what_no_cinema_shows_is_no_news_of_a_film(title: str, lead: str, sections: tuple[str, ...]) -> None:
    assert beat(title, lead, sections).name == "other"


@pytest.mark.parametrize(("kind", "title", "lead", "sections"), FILMS)
def test_a_film_stays_one_beside_a_series(
    kind: str, title: str, lead: str, sections: tuple[str, ...]
) -> None:
    assert beat(title, lead, sections).name == kind
