"""The two single lines: the title over its list, and at the right of the status line the keys that matter."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from reader.ui.screens.said import Said
from tests.ui.conftest import Start


@pytest.mark.parametrize(
    ("size", "keys", "column"),
    [
        ((120, 30), "", 27),
        ((120, 30), "B", 11),
        ((120, 30), "BB", 27),
        ((160, 30), "B", 31),
        ((100, 30), "", 11),
        ((100, 30), "h", 27),
        ((80, 24), "", 1),
    ],
)
async def test_the_title_stands_over_the_list(
    start: Start, size: tuple[int, int], keys: str, column: int
) -> None:
    async with start(size=size) as reader:
        await reader.press(*keys)
        title, *lines = reader.screen_text().splitlines()
        assert title.index("Unread") == column
        if "h" not in keys:
            assert column in (11, next(line.index("TODAY") for line in lines if "TODAY" in line))


async def test_the_keys_that_matter_are_those_of_the_place(start: Start) -> None:
    async with start() as reader:
        places = (
            ("", "Enter open   b bookmark   ? keys"),
            ("slash", "Enter to the list   ctrl+u clear   Esc back"),
            ("escape", "Enter open   b bookmark   ? keys"),
            ("h", "Enter open   a add feed   ? keys"),
            ("B", "Enter open   f filter   ? keys"),
            ("f", "Enter to the list   ctrl+u clear   Esc all again"),
            ("escape", "Enter open   f filter   ? keys"),
            ("B", "Enter open   b bookmark   ? keys"),
            ("enter", "Space read on   b bookmark   ? keys"),
            ("slash", "Enter to the text   ctrl+u clear   Esc back"),
            ("paste:novel", "Enter to the text   ctrl+u clear   Esc back"),
            ("enter", "n next match   N match before   Esc end"),
            ("escape", "Space read on   b bookmark   ? keys"),
            ("t", "Enter keep   Tab next field   Esc close"),
            ("escape", "Space read on   b bookmark   ? keys"),
        )
        for key, expected in places:
            await reader.press(*([key] if key else []))
            line = reader.screen_text().splitlines()[-1]
            assert (key, expected) == (key, line[-len(expected) - 3 :].strip())


async def test_where_there_is_no_room_the_last_of_the_keys_stay(start: Start) -> None:
    async with start(size=(60, 20)) as reader:
        reader.main.status.say("Something that goes on for a good while here")
        await reader.settle()
        assert reader.screen_text().splitlines()[-1].endswith("? keys")


LONG = (
    "/home/someone/newsreel/library.db cannot be written (attempt to write a readonly database), "
    "so nothing you mark is kept; give yourself the right to write there, then open Newsreel again."
)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (30, 12), (200, 50)])
async def test_a_long_sentence_is_whole_and_can_be_read_again(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as reader:
        reader.main.status.say(LONG, trouble=True)
        await reader.settle()
        height = reader.main.status.size.height
        said = "".join(reader.screen_text().splitlines()[-height:])
        assert "".join(said.split()).startswith("".join(LONG.split()))
        await reader.press("j")
        assert reader.main.status.size.height == 1
        reader.main.do("app.messages")
        await reader.settle()
        assert isinstance(reader.app.screen, Said)
        assert str(reader.app.screen.query_one("#said Static", Static).content) == LONG


async def test_keys_of_other_panes_say_where_they_are_for(start: Start) -> None:
    async with start() as reader:
        await reader.press("h")
        said = []
        for key in ("y", "o", "m", "|", "<", "Z"):
            reader.main.status.quiet()
            await reader.press(key)
            said.append(reader.status)
        assert said[:5] == [
            "y (copy link) is for the list: Tab goes to the next pane.",
            "o (browser) is for the list: Tab goes to the next pane.",
            "m (read/unread) is for the list: Tab goes to the next pane.",
            "| (pipe) is for the list: Tab goes to the next pane.",
            "< (scroll left) is for an article: Tab goes to the next pane.",
        ]
        assert said[5] == reader.main.status.rest
