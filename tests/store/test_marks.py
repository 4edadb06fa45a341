"""Marking, and taking it back."""

from __future__ import annotations

import pytest

from reader.library import Library
from reader.model import Feed, View
from tests.store.shelf import HOUR, NOW, Clock, entry, save, unread


@pytest.fixture
def ids(library: Library, feed: Feed) -> list[int]:
    """Five unread articles, the newest first."""
    save(library, feed, *(entry(str(n), published=NOW - n * HOUR) for n in range(5)))
    return [key.id for key in library.keys(View("all"))]


def test_marking_says_what_changed_and_that_undoes_it(library: Library, ids: list[int]) -> None:
    library.mark(ids[:2], read=True)
    changed = library.mark([*ids[1:4], 999], read=True)
    assert sorted(changed) == sorted(ids[2:4])
    assert library.counts().unread == 1
    assert sorted(library.mark(changed, read=False)) == sorted(changed)
    assert [row.read for row in library.rows(ids)] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("view", "left"),
    [
        (View("all"), []),
        (View("unread", query="title:title"), []),
        (View("feed", feed_id=1), []),
        (View("feed", feed_id=2), [0, 1, 2, 3, 4]),
        (View("folder", folder="Trade"), [0, 1, 2, 3, 4]),
        (View("today"), []),
        (View("bookmarks"), [1, 2, 3, 4]),
        (View("search", query='"Title 3"'), [0, 1, 2, 4]),
        (View("unread", query="is:bookmarked"), [1, 2, 3, 4]),
    ],
)
def test_a_list_is_marked_whole_and_unmarked(
    library: Library, ids: list[int], view: View, left: list[int]
) -> None:
    library.bookmark(ids[0])
    while library.index_batch():
        pass
    changed = library.mark_view(view, read=True)
    assert unread(library) == [f"Title {n}" for n in left]
    library.mark(changed, read=False)
    assert library.counts().unread == 5


@pytest.mark.parametrize("view", [View("all"), View("unread", query="is:unread")])
def test_what_arrives_after_the_key_stays_unread(
    library: Library, feed: Feed, clock: Clock, ids: list[int], view: View
) -> None:
    seen = library.newest()
    clock.now += HOUR
    save(library, feed, entry("older, but later"), entry("newest", published=clock.now))
    assert sorted(library.mark_view(view, read=True, up_to=seen)) == sorted(ids)
    assert unread(library) == ["Title newest", "Title older, but later"]


def test_marking_nothing_is_nothing(library: Library) -> None:
    assert (library.mark([], read=True), library.mark_view(View("all"), read=True)) == ([], [])
    assert library.newest().id == 0
