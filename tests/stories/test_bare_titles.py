"""Titles that houses print bare in headlines: by what is always said of films behind them."""

from __future__ import annotations

import pytest

from reader.stories.films.unquoted_headlines import looked_at, numbered
from tests.stories.test_own_titles import about
from tests.stories.test_reading import report


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Saltmarsh review – a flood of feeling", ("Saltmarsh",)),
        ("The Long Field Review: Dull but Pretty", ("The Long Field",)),
        ("Review: The Long Field is a bore", ("The Long Field",)),
        ("Saltmarsh’s ending explained", ("Saltmarsh",)),
        ("Saltmarsh: Everything We Know So Far", ("Saltmarsh",)),
        ("Saltmarsh trailer makes a splash", ("Saltmarsh",)),
        ("Final trailer – and it is loud", ()),
        ("Book review: a life in film", ()),
        ("Restaurant review – soup in Soho", ()),
        ("First trailer for a film about eels", ()),
        ("Why I never read a review", ()),
    ],
)
def test_a_title_at_the_head_of_a_headline_is_told_by_what_is_said_of_films(
    headline: str, expected: tuple[str, ...]
) -> None:
    assert looked_at(headline) == expected


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Kestrel 4 set for 2028 as falconer returns", ["Kestrel 4"]),
        ("The Kestrel 4 Trailer Is Here", ["Kestrel 4"]),
        ("Salt and Iron III gets a date", ["Salt and Iron III"]),
        ("Season 4 gets a date", []),
        ("Channel 4 is to be sold", []),
        ("Kestrel flies", []),
    ],
)
def test_a_sequel_at_the_head_of_a_headline_is_told_by_its_number(headline: str, expected: list[str]) -> None:
    assert list(numbered(headline, "The sequel is out in May.")) == expected
    assert list(numbered(headline, "Fans queued for the telephone.")) == []


def test_one_word_that_only_a_headline_tells_to_be_a_title_is_what_it_is_about() -> None:
    assert about(report(1, "Saltmarsh review – a flood of feeling", "Bring a towel and a friend.")) == [
        ("Saltmarsh",)
    ]
    assert about(report(1, "Hart’s new part", "Jane Hart is to star in Saltmarsh, a drama about eels.")) == [
        ("Saltmarsh",)
    ]


def test_a_capital_article_amid_a_sentence_tells_a_title_of_one_word() -> None:
    told = about(
        report(1, "‘The Quarrel’ Wraps", "‘The Quarrel’ is done."),
        report(
            2, "A hit gets its date", "Ann Mull’s hit The Quarrel starts streaming in June.", outlet="Slate"
        ),
        report(3, "A family matter", "It was quite the quarrel for the family.", outlet="Wire"),
    )
    assert told == [("The Quarrel",), ("The Quarrel",), ()]


def test_whose_film_of_which_kind_it_is_tells_what_stands_before() -> None:
    lead = "Women of Anstruther, Umbra Brusca-Lyle’s drama about the herring, will open the festival."
    assert about(report(1, "Festival opens with herring", lead)) == [("Women of Anstruther",)]
    none = "They met in Paris, New York, Ann Mull’s favourite film city, and Rome."
    assert about(report(1, "A life in trains", none)) == [()]
