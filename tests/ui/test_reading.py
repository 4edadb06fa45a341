"""Opening, reading on, finding, links."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from reader.library import Library
from reader.model import View
from reader.store.articles import UNMADE
from reader.text.html import to_document
from reader.ui.writer import Job
from tests.store.test_drafts import heads, make, save
from tests.ui.conftest import NOW, Start


async def test_opening_marks_read_and_the_row_stays(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter")
        assert reader.shown == "Mann says Heat 2 is what he shoots next"
        assert reader.main.list.length == 14
        assert reader.main.list.row().read
        assert reader.app.library.counts().unread == 13
        assert "13 unread" in reader.screen_text()


async def test_a_text_still_being_made_shows_by_itself(start: Start) -> None:
    async with start() as reader:
        library = reader.app.library
        feed = library.subscribe("https://new.test/feed")
        saved = save(library, feed, heads("<p>All of it is here now.</p>"))
        (key,) = library.keys(View("feed", feed.id))
        reader.main.read.show(key.id)
        view = reader.main.article_view
        assert (saved.new, view.document) == (1, UNMADE)
        make(library)
        reader.main.refreshing.take({"event": "texts"})
        assert view.document == to_document("<p>All of it is here now.</p>")


async def test_next_and_previous_unread(start: Start) -> None:
    async with start() as reader:
        await reader.press("n")
        assert reader.shown.startswith("Mann says")
        await reader.press("n", "n")
        assert reader.shown.startswith("Cameras roll")
        await reader.press("m", "p")
        assert reader.shown.startswith("A festival moves")  # round from the top: those above are read
        await reader.press("n")
        assert reader.shown.startswith("Cameras roll")


async def test_nothing_unread_says_so(start: Start) -> None:
    async with start() as reader:
        await reader.press("A", "n")
        assert reader.status == "Nothing unread in this list. ] goes to the next outlet."


async def test_what_is_written_late_is_not_said_over_what_a_later_key_said(start: Start) -> None:
    async with start() as reader:
        written = threading.Event()
        reader.main.writer.submit(Job(written.wait, lambda: None, lambda _: None))
        await reader.pilot.press("A", "n")
        while reader.app.typeahead.busy:
            await reader.pilot.pause()
        written.set()
        await reader.settle()
        assert reader.status == "Nothing unread in this list. ] goes to the next outlet."
        assert "14 marked read · U undoes" in reader.main.status.before


async def test_next_unread_in_a_list_of_read_ones_asks_the_index(start: Start) -> None:
    async with start(start_view="all") as reader:
        library = reader.app.library
        last = library.keys(View("all"))[-1].id
        library.mark([key.id for key in library.keys(View("all")) if key.id != last], read=True)
        reader.main.numbers.take()
        await reader.press("n")
        assert reader.shown == "A festival moves to spring"


async def test_space_scrolls_and_then_reads_on(start: Start) -> None:
    async with start(size=(80, 24)) as reader:
        await reader.press("space")
        assert reader.shown.startswith("Mann says")
        seen = [reader.main.article_view.scroll_offset.y]
        while reader.shown.startswith("Mann says"):
            await reader.press("space")
            seen.append(reader.main.article_view.scroll_offset.y)
        assert len(seen) > 2
        assert reader.shown.startswith("A studio lot")
        assert seen[-1] == 0


async def test_scrolling_an_article(start: Start) -> None:
    async with start(size=(80, 24)) as reader:
        view = reader.main.article_view
        await reader.press("enter")
        for key, moved in (("j", 1), ("down", 2), ("k", 1), ("ctrl+d", 11), ("ctrl+u", 1), ("home", 0)):
            await reader.press(key)
            assert (key, moved) == (key, view.scroll_offset.y)
        await reader.press("G")
        assert view.scroll_offset.y > 20
        await reader.press("g", "g")
        assert view.scroll_offset.y == 0


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_box_of_a_find_stands_over_the_article(start: Start, size: tuple[int, int]) -> None:
    async with start(size) as reader:
        await reader.press("enter", "slash", "paste:keeps")
        box, pane = reader.main.find_bar.region, reader.main.article_view.region
        assert (box.x, box.right, box.bottom) == (pane.x, pane.right, pane.y - 1)
        assert "keeps" in reader.screen_text()
        assert reader.status == "match 1 of 144"
        await reader.press("enter", "escape")
        assert not reader.main.find_bar.display
        assert reader.main.pane == "article"


async def test_finding_in_an_article(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "N")
        assert reader.status == "No words are being looked for: press / to find some in this article."
        await reader.press("slash", "paste:keeps", "enter")
        assert reader.main.article.finding
        await reader.press("n")
        assert reader.status == "match 2 of 144"
        await reader.press("N", "N")
        assert reader.status.startswith("match ")
        await reader.press("escape")
        assert not reader.main.article.finding
        assert reader.main.pane == "article"
        await reader.press("slash", "paste:zzz")
        assert reader.status == "Not in this article."
        await reader.press("escape", "n")
        assert reader.shown.startswith("A studio lot")


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down what it is asked to open."""
    log, program = tmp_path / "opened", tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" >> {log}.new\ncat >> {log}.new\nmv {log}.new {log}\n')
    program.chmod(0o700)
    monkeypatch.setenv("BROWSER", str(program))
    return log


async def opened(reader: object, log: Path) -> str:
    for _ in range(200):
        if log.exists():
            text = log.read_text()
            log.unlink()
            return text
        await reader.pilot.pause(0.01)  # type: ignore[attr-defined]
    return ""


async def test_links_open_in_the_browser_which_gets_no_input(start: Start, browser: Path) -> None:
    async with start() as reader:
        await reader.press("o")
        assert await opened(reader, browser) == "https://example.org/1\n"
        await reader.press("enter", "2")
        assert await opened(reader, browser) == "https://example.org/two\n"
        await reader.press("7")
        assert reader.status == "There is no link 7 here."
        await reader.press("u")
        await reader.press("1")
        assert await opened(reader, browser) == "https://example.org/one\n"
        await reader.press("u")
        await reader.press("j", "y")
        assert reader.app.clipboard == "https://example.org/two"
        await reader.press("y")
        assert reader.app.clipboard == "https://example.org/1"


async def test_a_command_whose_quotes_do_not_close_is_none(
    start: Start, monkeypatch: pytest.MonkeyPatch, browser: Path
) -> None:
    monkeypatch.setenv("BROWSER", f"true 'x:{os.environ['BROWSER']}")
    async with start(browser='true "x') as reader:
        await reader.press("enter", "2")
        assert await opened(reader, browser) == "https://example.org/two\n"


async def test_without_a_browser_the_link_is_copied(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("BROWSER", raising=False)
    async with start() as reader:
        await reader.press("o")
        assert reader.app.clipboard == "https://example.org/1"
        assert reader.status == "No browser here, so the link is copied: https://example.org/1"


async def test_what_another_process_keeps_of_the_article_on_show_is_shown(
    start: Start, tmp_path: Path
) -> None:
    async with start() as reader:
        await reader.press("enter")
        view = reader.main.article_view
        assert view.article is not None
        for note in ("for the essay", ""):
            with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
                other.bookmark(view.article.id, tags=["mann"], note=note)
            reader.main.numbers.notice_writers()
            await reader.settle()
            assert (view.article.bookmarked, view.article.tags, view.article.note or "") == (
                True,
                ("mann",),
                note,
            )
            assert ("“for the essay”" in reader.screen_text()) == bool(note)
