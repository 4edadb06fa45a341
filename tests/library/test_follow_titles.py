"""Words and queries that are followed under a name of the person's own, and changed later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from msgspec.structs import replace

from reader.errors import NewsreelError, NotFoundError, UsageError
from reader.library import Library
from reader.news import Follow
from reader.store.migrations import steps
from tests.library.test_news import NOW, group, morning

QUERY = "energy OR title:prices"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(morning(tmp_path / "library.db"), clock=lambda: NOW) as library:
        group(library)
        yield library


def told(library: Library) -> list[tuple[str, str | None]]:
    return [(each.name, each.title) for each in library.following()]


def test_a_query_answers_to_what_it_is_called(library: Library) -> None:
    held = library.follow(QUERY, title="Costs")
    assert (held.kind, held.name, held.title, held.called) == ("topic", QUERY, "Costs", "Costs")
    assert (
        library.followed("costs")
        == library.followed(QUERY)
        == Follow(name=QUERY, kind="topic", title="Costs")
    )
    assert library.timeline("Costs") == library.timeline(QUERY)
    assert library.unfollow("Costs").name == QUERY
    assert library.following() == []


def test_what_it_is_called_is_no_name_of_what_is_followed(library: Library) -> None:
    """A film of that name is no news of the query."""
    library.follow("nothing says this -ever", title="Heat 2")
    assert library.timeline("Heat 2") == []
    assert library.search("is:followed") == []


def test_it_is_called_otherwise_and_as_it_is_written_again(library: Library) -> None:
    library.follow(QUERY, title="Costs")
    library.follow("Costs", title="Bills")
    assert told(library) == [(QUERY, "Bills")]
    library.follow("bills", aliases=["fuel"])
    assert library.followed("Bills") == Follow(name=QUERY, kind="topic", title="Bills", aliases=("fuel",))
    library.follow("Bills", title="")
    assert told(library) == [(QUERY, None)]
    with pytest.raises(NotFoundError):
        library.timeline("Bills")


def test_another_query_takes_its_place_and_what_was_looked_at_stays_so(library: Library) -> None:
    library.follow(QUERY, title="Costs", aliases=["fuel"])
    library.look("Costs")
    before = library.follow_record("Costs")
    library.follow("Costs", query="energy -oil")
    record = library.follow_record("Costs")
    assert told(library) == [("energy -oil", "Costs")]
    assert (record.looked_at, record.followed_at) == (before.looked_at, before.followed_at)
    assert record.value.aliases == ("fuel",)
    assert library.followed(QUERY) is None


def test_a_query_under_a_name_that_is_not_followed_yet_is_called_so(library: Library) -> None:
    library.follow("Costs", query=QUERY)
    assert told(library) == [(QUERY, "Costs")]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"query": "venice OR lido"}, "“venice OR lido” is followed already"),
        ({"query": 'energy "oil'}, "never closed"),
        ({"query": "…"}, "holds no word"),
        ({"title": "Lions"}, "“Lions” means venice OR lido already"),
        ({"title": "Heat 2"}, "“Heat 2” means Heat 2 already"),
        ({"title": "…"}, "holds no word"),
        ({"title": "x" * 301}, "at most 300"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(
    library: Library, change: dict[str, Any], sentence: str
) -> None:
    library.follow("Heat 2", kind="film")
    library.follow("venice OR lido", title="Lions")
    library.follow(QUERY, title="Costs")
    before = library.following()
    with pytest.raises(NewsreelError) as refused:
        library.follow("Costs", **change)
    assert sentence in str(refused.value)
    held = library.followed("Costs")
    changed = replace(held, name=change.get("query", held.name), title=change.get("title", held.title))
    with pytest.raises(NewsreelError):
        library.save_follow(changed, before=held)
    assert library.following() == before


@pytest.mark.parametrize("change", [{"title": "Mann’s"}, {"query": "mann"}])
def test_a_film_has_no_other_name_than_its_titles(library: Library, change: dict[str, Any]) -> None:
    library.follow("Heat 2", kind="film")
    with pytest.raises(UsageError, match="followed as a film"):
        library.follow("Heat 2", **change)


def test_a_change_is_taken_back(library: Library) -> None:
    library.follow(QUERY, title="Costs")
    before = library.followed("Costs")
    after = replace(before, name="energy -oil", title=None)
    library.save_follow(after, before=before)
    assert told(library) == [("energy -oil", None)]
    library.save_follow(before, again=True, before=after)
    assert told(library) == [(QUERY, "Costs")]
    record = library.follow_record("Costs")
    library.unfollow("Costs")
    library.restore_follow(record)
    assert told(library) == [(QUERY, "Costs")]


def test_another_window_hears_of_a_change(library: Library) -> None:
    library.follow(QUERY)
    marks = [library.news_mark()]
    for change in ({"title": "Costs"}, {"query": "energy -oil"}, {"title": ""}):
        library.follow(library.following()[0].name, **change)
        marks.append(library.news_mark())
    assert len(set(marks)) == 4


def test_it_travels_to_another_library(library: Library, tmp_path: Path) -> None:
    library.follow(QUERY, title="Co\u200bsts")
    library.follow("Heat 2", kind="film")
    with Library(tmp_path / "two.db", clock=lambda: NOW) as other:
        carried = library.carried()
        hostile = [replace(each, title=f"\x1b{each.title or 'T'}") for each in carried.follows]
        other.take_in(replace(carried, follows=hostile))
        assert sorted(told(other)) == [("Heat 2", None), (QUERY, "Costs")]
    with Library(tmp_path / "three.db", clock=lambda: NOW) as other:
        other.take_in(library.carried())
        assert sorted(told(other)) == [("Heat 2", None), (QUERY, "Costs")]


def test_it_is_in_the_daily_copy_and_makes_another_the_same_day(library: Library, tmp_path: Path) -> None:
    library.follow(QUERY)
    copy = library.back_up()
    library.follow(QUERY, title="Costs")
    assert library.back_up() == copy
    assert library.back_up() is None
    with Library(copy, clock=lambda: NOW) as kept:
        assert told(kept) == [(QUERY, "Costs")]


def test_a_library_of_the_schema_before_keeps_what_it_follows(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = apsw.Connection(str(path))
    for step in steps()[:14]:
        connection.execute(step).fetchall()
    connection.pragma("application_id", 0x4E52454C)
    connection.pragma("user_version", 14)
    connection.execute("INSERT INTO follow (key, name, kind, followed_at) VALUES ('a b', 'a -b', 'topic', 9)")
    connection.execute("INSERT INTO follow_key VALUES ('a b', 'a b')")
    connection.close()
    with Library(path, clock=lambda: NOW) as library:
        assert told(library) == [("a -b", None)]


def test_a_title_is_one_line_without_what_shows_as_nothing(library: Library) -> None:
    library.save_follow(Follow(name=QUERY, kind="topic", title=" Co\u202ests \x1b[31mof  it "))
    assert library.following()[0].title == "Costs [31mof it"


def test_a_query_changed_elsewhere_meanwhile_is_not_followed_twice(library: Library) -> None:
    before, answer = library.follow(QUERY, title="Costs"), Follow(name="venice", kind="topic", title="Costs")
    library.save_follow(answer, before=before)
    library.follow("Costs", query="lido")
    with pytest.raises(UsageError, match="“Costs” was changed elsewhere, so nothing was changed here"):
        library.save_follow(before, again=True, before=answer)
    assert [each.name for each in library.following()] == ["lido"]
