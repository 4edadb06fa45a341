"""A library that cannot be read for a while: the reader says so, goes on, and has all of it back after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw
import pytest
from textual import events

from reader.model import View
from reader.ui.messages import Landed, RefreshEnded, RefreshEvent
from reader.ui.screens.health import Health
from reader.ui.screens.main import MINUTE, MainScreen
from reader.ui.screens.palette import Commands
from tests.ui.conftest import Reader, Start

TABLES = ("status", "article", "feed", "fetch", "bookmark", "report", "reading", "story")


@contextmanager
def unreadable(library: Path) -> Iterator[None]:
    """Take the tables away and bring them back, as a disk does that comes and goes."""
    with closing(apsw.Connection(str(library))) as connection:
        for table in TABLES:
            connection.execute(f"ALTER TABLE {table} RENAME TO gone_{table}")
        try:
            yield
        finally:
            for table in TABLES:
                connection.execute(f"ALTER TABLE gone_{table} RENAME TO {table}")


def heed_no_writers(reader: Reader) -> None:
    """Let nothing be said for the reason alone that the library changed."""
    reader.main.numbers._not_before = float("inf")


def told(reader: Reader) -> bool:
    """Whether the status line said what is wrong; what it said before is forgotten."""
    said = any("could not be used" in each for each in reader.main.status.before)
    reader.main.status.before.clear()
    return said


MESSAGES: dict[str, Callable[[MainScreen], object]] = {
    "a list read again": lambda main: main.post_message(Landed(main.listing.reload)),
    "a text that came": lambda main: main.post_message(Landed(lambda: main.guard.show(1))),
    "an event": lambda main: main.post_message(RefreshEvent({"event": "done"})),
    "the end of a refresh": lambda main: main.post_message(RefreshEnded("")),
    "what is new": lambda main: main.post_message(main.status.NewAsked()),
    "saved copies": lambda main: main.bookmarks.read(),
}


@pytest.mark.parametrize("what", list(MESSAGES))
async def test_what_goes_on_by_itself_says_that_it_cannot(start: Start, tmp_path: Path, what: str) -> None:
    async with start(size=(160, 40), auto_refresh=True) as reader:
        reader.main.refreshing.close()
        await reader.press("B", "tab")
        reader.main.arrivals.there = True
        with unreadable(tmp_path / "library.db"):
            heed_no_writers(reader)
            told(reader)
            MESSAGES[what](reader.main)
            await reader.settle()
            assert told(reader)
        reader.main.numbers.take()
        reader.main.listing.open(View("all"))
        await reader.settle()
        assert reader.main.list.length == 14
        reader.main.enter("list")
        await reader.press("enter")
        assert reader.shown == "Mann says Heat 2 is what he shoots next"


async def test_the_clock_and_the_schedule_say_that_they_cannot(start: Start, tmp_path: Path) -> None:
    async with start(auto_refresh=True) as reader:
        reader.main.refreshing.close()
        heed_no_writers(reader)
        (minute,) = [timer for timer in reader.main._timers if timer._interval == MINUTE]
        with unreadable(tmp_path / "library.db"):
            told(reader)
            reader.main.post_message(events.Timer(minute, 0, 1, minute._callback))
            await reader.settle()
            assert told(reader)


async def test_an_empty_list_is_drawn_though_nobody_can_tell_what_is_due(
    start: Start, tmp_path: Path
) -> None:
    async with start(start_view="unread") as reader:
        await reader.press("A")
        await reader.press("2")
        assert "Nothing unread." in reader.screen_text()
        reader.main.config = type(reader.main.config)(auto_refresh=True)
        reader.main.refreshing._looked = False
        with unreadable(tmp_path / "library.db"):
            reader.main.list.tell_empty()
            await reader.settle()
            assert "Nothing unread." in reader.screen_text()


async def test_keys_say_what_is_wrong(start: Start, tmp_path: Path) -> None:
    async with start() as reader:
        heed_no_writers(reader)
        with unreadable(tmp_path / "library.db"):
            for key in ("o", "y", "u", "t", "c", "T", "S", "e", "|", "enter", "E", "D", "w"):
                await reader.press(key)
                if key != "E":
                    assert (key, told(reader)) == (key, True)
                elif reader.app.screen is not reader.main:
                    await reader.press("escape")
            assert [*Commands(reader.main)._commands()]
        await reader.press("enter")
        assert reader.shown == "Mann says Heat 2 is what he shoots next"


async def test_what_a_dialog_answers_says_what_is_wrong(start: Start, tmp_path: Path) -> None:
    async with start() as reader:
        await reader.press("H")
        assert isinstance(reader.app.screen, Health)
        heed_no_writers(reader)
        with unreadable(tmp_path / "library.db"):
            told(reader)
            await reader.press("E")
            assert (told(reader), reader.app.screen) == (True, reader.main)


async def test_a_row_clicked_twice_says_what_is_wrong(start: Start, tmp_path: Path) -> None:
    async with start() as reader:
        heed_no_writers(reader)
        with unreadable(tmp_path / "library.db"):
            told(reader)
            rows = reader.main.list
            rows.post_message(rows.Pointed(rows, rows.cursor, twice=True))
            await reader.settle()
            assert told(reader)
