"""Outlets that have gone quiet: none that fails, none that always was slow, none of which little is known."""

from __future__ import annotations

import pytest

from reader.library import Library
from reader.news import Silence
from tests.store.shelf import DAY, HOUR, NOW, entry, save


def filled(library: Library, days: list[float]) -> int:
    """Follow an outlet whose articles are so many days old."""
    feed = library.subscribe("https://film.test/feed", title="Film")
    entries = [entry(f"{n}", published=int(NOW - ago * DAY)) for n, ago in enumerate(days)]
    save(library, feed, *entries)
    return feed.id


@pytest.mark.parametrize(
    ("days", "silence"),
    [
        ([13, 14, 15, 16, 17, 18], None),
        ([15, 16, 17, 18, 19, 20], DAY),
        ([15, 16, 17, 23, 24, 25], None),
        ([40, 41, 42, 48, 49, 50], 6 * DAY),
        ([80, 110, 140, 170, 200], None),
        ([100, 130, 160, 190, 220], 30 * DAY),
        ([400, 401, 402], None),
        ([400] * 9, None),
        ([], None),
    ],
)
def test_it_is_quiet_when_it_is_so_for_far_longer_than_before(
    library: Library, days: list[float], silence: int | None
) -> None:
    number = filled(library, days)
    newest = int(NOW - days[0] * DAY) if days else None
    assert library.gone_quiet() == ({number: Silence(newest, silence)} if silence else {})
    assert library.feed(number).newest == newest


def test_what_fails_or_is_left_is_not_quiet_and_news_end_it(library: Library) -> None:
    number = filled(library, [40, 41, 42, 43, 44])
    assert list(library.gone_quiet()) == [number]
    library.save_failure(number, "is down.", next_due=NOW + HOUR)
    assert library.gone_quiet() == {}
    save(library, library.feed(number), entry("new", published=NOW - HOUR))
    assert (library.gone_quiet(), library.feed(number).newest) == ({}, NOW - HOUR)
    library.unsubscribe(number)
    assert library.gone_quiet() == {}


@pytest.mark.parametrize(("longest", "said"), [(HOUR, "a day"), (6 * DAY, "6 days")])
def test_its_sentence(longest: int, said: str) -> None:
    told = Silence(NOW, longest).said("3 Mar")
    assert told == f"Nothing since 3 Mar; before that it was never silent for more than {said}."
