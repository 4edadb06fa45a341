"""Choosing by the keyboard: links by letters, lines for a quote, rows in the list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import Library
from reader.ui.parts import selecting
from reader.ui.typeset.labels import Labels, Spot, labels, spots
from reader.ui.typeset.lines import Line, Run
from reader.ui.typeset.picking import Picked, quote
from tests.ui.conftest import Reader, Start
from tests.ui.stage import article

# ------------------------------------------------------------ letters on links


@given(st.integers(0, 400))
def test_no_label_begins_another(count: int) -> None:
    made = labels(count)
    assert len(set(made)) == len(made) == count
    assert len(set(map(len, made))) <= 1


def test_a_link_that_goes_on_in_the_next_line_has_one_label() -> None:
    lines = [
        Line((Run("See "), Run("the long", link=3))),
        Line((Run("novel", link=3), Run("³", "mark", 0, 3), Run(" and "), Run("it", link=4)), " "),
        Line((Run("it", link=4), Run(" again, "), Run("映画", link=3)), "\n"),
    ]
    assert list(spots(enumerate(lines, 7))) == [Spot(7, 4, 3), Spot(8, 11, 4), Spot(9, 0, 4), Spot(9, 10, 3)]


def test_labels_cover_the_words_and_keep_the_width() -> None:
    line = Line((Run("See "), Run("映画館", link=0), Run(" or "), Run("x", link=1), Run(".")))
    found = Labels(spots([(0, line)]))
    assert found.laid_over(0, line).text == "See a 画館 or s."
    assert found.laid_over(0, line).cells == line.cells


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No browser: a link is copied, which tests can read."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("BROWSER", raising=False)
    return []


async def test_a_letter_opens_the_link_it_lies_on(start: Start, opened: list[str]) -> None:
    async with start() as reader:
        await reader.press("enter")
        before = reader.screen_text()
        await reader.press("semicolon")
        assert "and the aovel" in reader.screen_text()
        assert reader.screen_text().splitlines()[-1].rstrip().endswith("a-z open   Esc back")
        await reader.press("a")
        assert reader.app.clipboard == "https://example.org/one"
        await reader.press("semicolon", "escape")
        assert (reader.main.mode, reader.main.pane) == (None, "article")
        assert reader.screen_text().splitlines()[:-1] == before.splitlines()[:-1]


async def test_where_no_link_is_in_sight_that_is_said(start: Start) -> None:
    async with start(size=(80, 10)) as reader:
        await reader.press("enter", "G", "pageup", "pageup", "pageup", "semicolon")
        assert (reader.status, reader.main.mode) == ("No link in sight.", None)


async def test_any_other_key_ends_the_letters(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "semicolon", "1")
        assert reader.main.mode is None
        await reader.press("semicolon")
        reader.main.enter("list")
        assert reader.main.mode is None


# ------------------------------------------------------------ lines for a quote


def test_the_cursor_passes_over_lines_without_words() -> None:
    lines = [
        Line((Run(text),), leaf=leaf)
        for text, leaf in (("Head", -1), ("", 0), ("one", 0), (" ", 0), ("two", 1))
    ]
    picked = Picked(lines)
    assert list(picked.lines) == [2]
    picked.begin()
    picked.move(1)
    assert (list(picked.lines), picked.text()) == ([2, 3, 4], "one\n\ntwo")
    picked.move(-100)
    assert list(picked.lines) == [0, 1, 2]
    assert list(Picked([Line(), Line()]).lines) == list(Picked().lines) == []


def test_a_quote_names_its_source() -> None:
    told = quote("“Yes,” he said.\n\nThen silence.", article())
    assert told == (
        "> “Yes,” he said.\n>\n> Then silence.\n\n"
        "— Mann says Heat 2 is next, The Backlot Reporter, 10 Oct 2023\nhttps://backlot.example/1"
    )
    assert quote("x", article(url=None)).endswith(
        "\n\n— Mann says Heat 2 is next, The Backlot Reporter, 10 Oct 2023"
    )


async def test_lines_are_picked_and_copied_with_their_source(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "v")
        view = reader.main.article_view
        first = view.picked.cursor
        assert view.lines[first].text.startswith("Mann says Heat 2 is what he shoots next: so")
        await reader.press("v", "j")
        assert reader.screen_text().count("┃") == 2
        await reader.press("enter")
        assert reader.status == "Quote copied and kept with a bookmark · U undoes"
        assert reader.app.clipboard == (
            "> Mann says Heat 2 is what he shoots next: so it begins, and the novel goes both ways in time.\n"
            "\n— Mann says Heat 2 is what he shoots next, The Backlot Reporter, 12 Oct 2026"
            "\nhttps://example.org/1"
        )
        assert (reader.main.mode, list(view.picked.lines)) == (None, [])


async def test_the_cursor_stays_in_sight_and_esc_gives_up(start: Start) -> None:
    async with start(size=(60, 20)) as reader:
        await reader.press("enter", "v", "G")
        view = reader.main.article_view
        assert view.scroll_offset.y <= view.picked.cursor < view.scroll_offset.y + view.size.height
        assert view.picked.cursor == max(y for y, line in enumerate(view.lines) if line.text.strip())
        await reader.press("g", "g")
        assert view.scroll_offset.y == 0
        await reader.press("escape", "j")
        assert (reader.main.mode, reader.app.clipboard) == (None, "")


# ------------------------------------------------------------ rows


def states(reader: Reader, count: int) -> list[tuple[bool, bool]]:
    rows = [reader.main.list.row(index) for index in range(count)]
    return [(row.read, row.bookmarked) for row in rows if row]


async def test_rows_are_marked_bookmarked_and_undone_as_one(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("3", "j", "V", "j", "j")
        assert reader.status == "3 selected"
        assert reader.screen_text().count("▌") == 7  # three rows of two lines, and the outlets' cursor
        await reader.press("b")
        assert reader.status == "3 bookmarked · U undoes"
        await reader.press("V", "k", "m")
        assert reader.status == "2 marked read · U undoes"
        assert states(reader, 5) == [
            (False, False),
            (False, True),
            (True, True),
            (True, True),
            (False, False),
        ]
        await reader.press("U", "U")
        assert states(reader, 5) == [(False, False)] * 5
        assert library.counts().bookmarks == 0


async def test_a_key_that_finds_too_many_rows_selected_says_so_again(
    start: Start, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selecting, "MOST", 2)
    async with start() as reader:
        unread = library.counts().unread
        await reader.press("3", "V", "j", "j")
        for key in ("m", "b"):
            reader.main.status.quiet()
            await reader.press(key)
            assert reader.status == "3 selected · 2 at most: A marks the whole list"
        await reader.press("k", "m")
        assert (reader.status, library.counts().unread) == ("2 marked read · U undoes", unread - 2)


async def test_esc_ends_the_selection_first(start: Start) -> None:
    async with start() as reader:
        await reader.press("f", "paste:the", "enter", "V", "j", "escape")
        assert (reader.main.selecting.begun, reader.main.searching.narrowed) == (False, True)
        await reader.press("V", "V")
        assert not reader.main.selecting.begun
        await reader.press("V", "enter")
        assert not reader.main.selecting.begun


async def test_a_selection_stays_with_its_rows_when_the_list_is_read_again(start: Start) -> None:
    async with start() as reader:
        await reader.press("j", "V", "j")
        reader.main.listing.reload()
        await reader.settle()
        assert list(reader.main.list.chosen()) == [1, 2]
        await reader.press("1")
        assert list(reader.main.list.chosen()) == []
