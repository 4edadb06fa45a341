"""News of series: no films, but one is never the news of another, however alike they are told."""

from __future__ import annotations

import pytest

from reader.stories.films.series import series_named
from reader.stories.neighbours import Neighbours
from reader.stories.similarity import Item
from tests.stories.test_reading import report
from tests.stories.test_subjects import stories


@pytest.mark.parametrize(
    ("headline", "keys"),
    [
        ("‘Salt House’ Renewed For Season 3 At Harbour", ("salt house",)),
        ("Harbour Cancels ‘Gull Street’ & ‘Pell’ After One Season", ("gull street", "pell")),
        ("Salt House season 3: everything we know", ("salt house",)),
        ("The Lamp of Ys Season 2 Release Date Announced", ("the lamp of ys",)),
        ("Salt House Season 2 | Official Trailer | Harbour+", ("salt house",)),
        ("Harbour Renews Its Comedies for Season 2", ()),
        ("‘Gull Cottage’ Opens To Record Crowds", ()),
    ],
)
def test_a_headline_tells_its_series(headline: str, keys: tuple[str, ...]) -> None:
    assert tuple(series_named(headline)) == keys


def test_two_series_renewed_on_a_day_are_two_stories_and_one_told_twice_is_one() -> None:
    assert stories(
        report(1, "‘Salt House’ Renewed For Season 3 At Netflix", outlet="Wire"),
        report(2, "‘Gull Street’ Renewed For Season 3 At Netflix", outlet="Ledger"),
        report(3, "Netflix Renews ‘Salt House’ for Season 3", outlet="Post"),
        report(4, "‘Ash & Elm’ Canceled By HBO Max After Two Seasons", outlet="Wire"),
        report(5, "‘Nine Wells’ Renewed For Season 2 By HBO Max", outlet="Ledger"),
    ) == [[1, 3], [2], [4], [5]]


def test_headlines_that_share_the_title_of_a_series_alone_are_no_one_piece_of_news() -> None:
    title = frozenset({"salt house"})
    finale, crash, again = (
        Item(key, 0, dict.fromkeys(words.split(), 0.28), title, film_words=frozenset({"salt", "house"}))
        for key, words in enumerate(
            ("salt house season finale", "salt house season crash", "salt house crash")
        )
    )
    near = Neighbours([finale, crash])
    assert [(other.key, odds > 0) for other, odds in near.of(again)] == [(1, True), (0, False)]
