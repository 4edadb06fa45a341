"""Two pieces of news of one film in the same days stay two, though each outlet tells both in one wording."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.stories.centroids import join_groups
from reader.stories.similarity import Item, log_odds

WORDS = ("morrow", "lighthouse", "sequel", "studio", "ferry")
ALIKE = 0.2


def _items(kinds: Sequence[str], own: str, start: int) -> list[Item]:
    """Reports of one film in the same words, with one word of their news."""
    words = dict.fromkeys((*WORDS, own), 0.3) | {own: 0.75}
    return [
        Item(start + place, 3_600 * place, words, frozenset({"ferry 2"}), kind)
        for place, kind in enumerate(kinds)
    ]


def _joined(one: Sequence[str], other: Sequence[str]) -> bool:
    groups = [_items(one, "goahead", 0), _items(other, "talks", 100)]
    items = {item.key: item for group in groups for item in group}
    return len(join_groups([[item.key for item in group] for group in groups], items)) == 1


def test_large_groups_of_one_kind_are_joined_when_they_are_alike() -> None:
    assert _joined(["casting"] * 4, ["casting"] * 5)


def test_a_go_ahead_and_the_casting_after_it_stay_two_stories() -> None:
    assert not _joined(["announcement"] * 4, ["casting"] * 5)


def test_groups_of_no_clear_kind_are_joined() -> None:
    assert _joined(["announcement"] * 4, ["casting", "casting", "business", "other"])


@pytest.mark.parametrize("kind", ["announcement", "casting", "trailer", "release-date", "review"])
def test_what_a_film_takes_is_never_the_news_beside_it(kind: str) -> None:
    film = frozenset({"the ferry"})
    money = Item(1, 0, {}, film, "box-office")
    assert log_odds(money, Item(2, 0, {}, film, kind), ALIKE) < 0
    assert log_odds(money, Item(2, 0, {}, film, "box-office"), ALIKE) > 0
    assert log_odds(money, Item(2, 0, {}, film, "business"), ALIKE) > 0


def test_a_headline_of_no_film_has_less_in_common_with_one_of_a_film() -> None:
    told = dict.fromkeys("abcdefghijklmnopqrst", 0.2)
    report = Item(1, 0, told, frozenset({"the ferry"}), "casting")
    headline = Item(2, 0, {"a": 0.7, "b": 0.7}, frozenset(), "casting")
    lead = Item(3, 0, told, frozenset(), "casting")
    assert log_odds(report, headline, 0.13) < 1 < log_odds(report, lead, 0.13)
    assert log_odds(report, headline, 0.4) > 2
