"""Words and figures as drawn, and where rows stand."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from reader.config import Order
from reader.model import ArticleRow, Key
from reader.rowstory import RowStory
from reader.ui.drawing import age, cut, number, until, wrapped
from reader.ui.places import Places
from reader.ui.row_pages import RowPages
from tests.ui.conftest import HOUR, NOW

DAY = 24 * HOUR


def test_cut_at_a_word() -> None:
    assert cut("Mann says Heat 2", 16) == "Mann says Heat 2"
    assert cut("Mann says Heat 2", 13) == "Mann says…"
    assert cut("Mann says Heat 2", 10) == "Mann says…"
    assert cut("Donaudampfschifffahrt", 13) == "Donaudampfsc…"
    assert cut("映画館の灯り", 8) == "映画館…"


@given(st.text(max_size=60), st.integers(0, 40))
def test_cut_never_exceeds_its_width_and_never_passes_a_control_character(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in cut(text, width))


@given(st.text(max_size=80), st.integers(2, 30), st.integers(1, 4))
def test_wrapped_keeps_to_its_room(text: str, width: int, lines: int) -> None:
    out = wrapped(text, width, lines)
    assert len(out) <= lines
    assert all(cell_len(line) <= width for line in out)


def test_ages() -> None:
    ages = {0: "now", 59: "now", 12 * 60: "12 min", 3 * HOUR: "3 h", 12 * HOUR: "Sun", 6 * DAY: "6 Oct"}
    assert ages == {seconds: age(NOW - seconds, NOW) for seconds in ages}
    assert age(1_696_928_400, NOW) == "10 Oct 2023"
    assert age(NOW + 500, NOW) == "now"


def test_figures() -> None:
    assert (number(3480), number(7)) == ("3\N{THIN SPACE}480", "7")
    assert (until(NOW + 1440, NOW), until(NOW + 3 * HOUR, NOW)) == ("24 min", "3 h")


@given(
    st.lists(st.integers(0, 9), max_size=40).map(sorted),
    st.integers(1, 2),
    st.integers(1, 7),
    st.sampled_from(("newest", "oldest")),
)
def test_places_agree_with_a_list_written_out(days: list[int], row: int, step: int, order: Order) -> None:
    places = Places(str, order)
    days = days if order == "oldest" else days[::-1]
    keys = [Key(day, at if order == "oldest" else 100 - at) for at, day in enumerate(days)]
    for start in range(0, len(keys), step):
        places.extend(keys[start : start + step])
    written: list[object] = []
    for at, day in enumerate(days):
        if at == 0 or days[at - 1] != day:
            written += ([None] if written else []) + [str(day)]
        assert len(written) == places.line(at, row)
        written += [(at, part) for part in range(row)]
    assert written == [places.at(line, row) for line in range(places.height(row))]
    assert list(range(len(keys))) == [places.find(key) for key in keys]
    assert [places.beyond(key) for key in keys] == [at + 1 for at in range(len(keys))]
    absent = Key(5, 999)
    before = sum(day < 6 if order == "oldest" else day > 5 for day in days)
    assert (places.find(absent), places.nearest(absent), places.beyond(absent)) == (None, before, before)


def test_a_hundred_thousand_rows_ask_for_few_headings() -> None:
    asked = []
    places = Places(lambda sort: asked.append(sort) or f"{sort // 10_000}")  # type: ignore[func-returns-value]
    places.extend([Key(100_000 - at, at) for at in range(100_000)])
    assert len(places.labels) == 11
    assert len(asked) < 400


def row(article_id: int, **changes: bool) -> ArticleRow:
    values = {"read": False, "bookmarked": False, **changes}
    return ArticleRow(id=article_id, feed_id=1, feed_title="F", title=f"T{article_id}", sort=0, **values)


def test_rows_come_by_the_page_and_missing_ones_are_none() -> None:
    calls: list[int] = []

    def fetch(ids: Sequence[int]) -> dict[int, ArticleRow]:
        calls.append(len(ids))
        return {i: row(i) for i in ids if i != 70}

    pages = RowPages(fetch)
    ids = list(range(200))
    assert [found.id for i in (0, 63, 64, 199) if (found := pages.row(ids, i))] == [0, 63, 64, 199]
    assert pages.row(ids, 70) is None
    assert calls == [64, 64, 8]


def test_rows_that_follow_in_a_page_already_read_are_no_missing_ones() -> None:
    pages = RowPages(lambda ids: {i: row(i) for i in ids})
    ids = list(range(70))
    assert pages.row(ids, 69) == row(69)
    pages.grow(len(ids))
    ids += range(70, 200)
    assert [pages.row(ids, i) for i in (0, 69, 70, 199)] == [row(0), row(69), row(70), row(199)]


def test_what_was_said_shows_until_it_is_settled() -> None:
    pages = RowPages(lambda ids: {i: row(i) for i in ids})
    assert False is pages.row([1], 0).read  # type: ignore[union-attr]
    pages.say([1], read=True)
    pages.forget()
    assert True is pages.row([1], 0).read  # type: ignore[union-attr]
    pages.settle([1])
    assert False is pages.row([1], 0).read  # type: ignore[union-attr]


def test_a_storys_row_is_read_once_every_report_is() -> None:
    story = RowStory(id=1, head=7, title=None, outlets=2, article_ids=(7, 8), unread_ids=(7, 8))
    pages = RowPages(lambda ids: {i: replace(row(7), story=story, folded=True) for i in ids})
    pages.say([7], read=True)
    assert False is pages.row([8], 0).read  # type: ignore[union-attr]
    pages.say([8], read=True)
    assert True is pages.row([8], 0).read  # type: ignore[union-attr]
    pages.say([7, 8], read=False)
    assert False is pages.row([8], 0).read  # type: ignore[union-attr]
