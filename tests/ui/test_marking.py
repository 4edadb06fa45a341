"""Marks, bookmarks, undo: on screen at once, in the library in order."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from reader.library import Library
from reader.model import View
from tests.ui.conftest import Start


async def test_toggling_read_and_undoing(start: Start) -> None:
    async with start() as reader:
        library = reader.app.library
        await reader.press("m")
        assert reader.main.list.row().read
        assert library.counts().unread == 13
        assert reader.status == "Marked read · U undoes"
        await reader.press("m")
        assert library.counts().unread == 14
        await reader.press("U", "U")
        assert library.counts().unread == 14
        assert not reader.main.list.row().read
        await reader.press("U")
        assert reader.status == "Nothing to undo."


async def test_marking_a_list_read_and_taking_it_back(start: Start) -> None:
    async with start() as reader:
        await reader.press("A")
        assert reader.app.library.counts().unread == 0
        assert reader.status == "14 marked read · U undoes"
        assert reader.main.list.length == 14
        await reader.press("U")
        assert reader.app.library.counts().unread == 14
        await reader.press("h", "G", "A")  # the outlet under the cursor, not the list on show
        assert reader.app.library.counts().unread == 12


async def test_an_article_that_came_after_the_list_was_read_stays_unread(start: Start) -> None:
    from tests.ui.test_listing import arrive

    async with start() as reader:
        await reader.press("j")
        arrive(reader.app.library, "Late news", hours_ago=30)
        await reader.press("A")
        assert reader.app.library.counts().unread == 1


async def test_bookmarking_keeps_a_copy_and_undo_brings_it_back(start: Start) -> None:
    async with start() as reader:
        library = reader.app.library
        await reader.press("b")
        assert [b.title for b in library.bookmarks()] == ["Mann says Heat 2 is what he shoots next"]
        assert "◆" in reader.screen_text()
        await reader.press("b")
        assert library.bookmarks() == []
        assert reader.status == "Bookmark removed · U undoes"
        await reader.press("U")
        assert len(library.bookmarks()) == 1
        await reader.press("U")
        assert library.bookmarks() == []


async def test_tags_and_a_note(start: Start) -> None:
    async with start() as reader:
        library = reader.app.library
        await reader.press("t")
        await reader.press("paste:heat mann", "tab", "paste:casting", "enter")
        (bookmark,) = library.bookmarks()
        assert (set(bookmark.tags), bookmark.note) == ({"heat", "mann"}, "casting")
        await reader.press("t")
        await reader.press("tab", "end", "paste: soon", "enter")
        assert library.bookmarks()[0].note == "casting soon"
        await reader.press("U")
        assert library.bookmarks()[0].note == "casting"
        await reader.press("U")
        assert library.bookmarks() == []
        await reader.press("t", "escape")
        assert library.bookmarks() == []


async def test_the_article_on_show_says_that_it_is_kept(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "b")
        assert "bookmarked" in reader.screen_text().splitlines()[8]
        await reader.press("U")
        assert "bookmarked" not in reader.screen_text().splitlines()[8]


async def test_what_cannot_be_written_is_said_and_shown_as_it_was(
    start: Start, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start() as reader:
        connection = apsw.Connection(str(tmp_path / "library.db"))
        connection.execute(
            "CREATE TRIGGER no BEFORE UPDATE ON status BEGIN SELECT raise(ABORT, 'no room'); END"
        )
        await reader.press("m")
        assert not reader.main.list.row().read
        assert "·" not in reader.status
        assert reader.main.mark.deeds == []
        connection.execute("DROP TRIGGER no")
        connection.close()
        await reader.press("m")
        assert reader.app.library.counts().unread == 13


async def test_marks_pressed_in_a_row_all_land_though_one_quits(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.pilot.press("m", "j", "m", "j", "b", "Q")
    reader.app.writer.close()
    assert library.counts().unread == 12
    assert len(library.bookmarks()) == 1
    assert len(library.keys(View("unread"))) == 12


async def test_sentences_name_the_keys_there_are(start: Start) -> None:
    async with start(preset="netnewswire", keys={"mark.undo": "ctrl+y"}) as reader:
        await reader.press("4")
        said = "Nothing saved yet. Press s to keep a copy of an article, for good."
        assert reader.main.list.empty() == said
        await reader.press("2", "s")
        assert reader.status == "Bookmarked · ctrl+y undoes"
        await reader.press("k", "n")
        assert reader.status == "Nothing unread in this list. z goes to the next outlet."
