"""The bookmarks sidebar: what a row takes up, tags that narrow it, marks in their column."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from reader.library import Library
from tests.ui.conftest import Reader, Start


@pytest.fixture
def kept(library: Library) -> Library:
    """Three bookmarks, saved in this order: with tags and a note, with a tag, with nothing."""
    ids = [article.id for article in library.search("", limit=3)]
    library.bookmark(ids[2], tags=["mann", "weekend"], note="follow the casting")
    library.bookmark(ids[1], tags=["mann"])
    library.bookmark(ids[0])
    return library


def rows(reader: Reader) -> list[str]:
    """The lines of the list, as drawn."""
    shown = reader.main.bookmarks_sidebar.list
    return [shown.render_line(y).text for y in range(shown.height_in_lines)]


async def test_rows_take_what_they_need_and_the_mark_has_its_column(start: Start, kept: Library) -> None:
    async with start() as reader:
        await reader.press("B")
        lines = rows(reader)
        assert [bool(line.strip()) for line in lines] == [1, 1, 0, 1, 1, 1, 0, 1, 1, 1]
        assert ["≡" in line for line in lines] == [0, 1, 0, 0, 0, 1, 0, 0, 0, 1]
        assert len({line.index("≡") for line in lines if "≡" in line}) == 1
        assert ("#mann" in lines[5], "“follow the casting”" in lines[9]) == (True, True)
        for index, top in enumerate((0, 3, 7)):
            await reader.press("home", *["j"] * index)
            assert rows(reader)[top].startswith("▌")
        assert reader.main.bookmarks_sidebar.list.index_at(2) is None


async def test_tags_are_counted_and_narrow_the_list(start: Start, kept: Library) -> None:
    async with start() as reader:
        await reader.press("B")
        assert "#mann 2   #weekend 1" in reader.screen_text()
        await reader.press("f", "paste:#we")
        assert reader.main.bookmarks_sidebar.list.length == 1
        await reader.press("escape", "f", "paste:#weekday")
        assert reader.main.bookmarks_sidebar.list.length == 0


async def test_a_click_on_a_tag_narrows_and_another_widens(start: Start, kept: Library) -> None:
    async with start() as reader:
        await reader.press("B")
        field = reader.main.bookmarks_sidebar.query_one(Input)
        for value, length in (("#mann", 2), ("", 3)):
            await reader.pilot.click("#bookmarks-tags", offset=(3, 0))
            await reader.settle()
            assert (field.value, reader.main.bookmarks_sidebar.list.length) == (value, length)
