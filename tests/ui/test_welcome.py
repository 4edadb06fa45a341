"""The welcome screen: moving, ticking, and its three answers."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from textual.widgets import Input

from reader.ui.screens.welcome import Welcome
from reader.ui.widgets.outlet_grid import OutletGrid, Row, arrange
from tests.ui.stage import OPEN, Stage, desk, shown


class Outlet(NamedTuple):
    name: str
    url: str
    group: str
    ticked: bool


def outlets(*groups: tuple[str, int]) -> list[Outlet]:
    return [
        Outlet(f"{name} {n}", f"https://{name}{n}.example/", name, n % 2 == 0)
        for name, count in groups
        for n in range(count)
    ]


FEW = outlets(("Trade", 5), ("News", 3), ("Magazines and criticism", 4))
TICKED = [outlet.url for outlet in FEW if outlet.ticked]


async def test_each_key_has_its_answer() -> None:
    async with desk((120, 40)) as at:
        for keys, expected in (
            (["enter"], ("subscribe", TICKED)),
            (["j", "l", "enter"], ("subscribe", TICKED)),
            (["space", "l", "space", "enter"], ("subscribe", [FEW[1].url, *TICKED[1:]])),
            (["a", "enter"], ("subscribe", [outlet.url for outlet in FEW])),
            (["a", "a", "enter"], OPEN),
            (["d"], ("demo",)),
            (["escape"], None),
        ):
            assert await at.answer(Welcome(FEW), *keys) == expected, keys
        assert await at.answer(Welcome([]), "space", "j", "a", "G", "l", "enter") is OPEN
        assert await at.answer(Welcome([]), "d") == ("demo",)
        assert "Nothing is ticked" in await at.text(Welcome(FEW), "a", "a", "enter")


async def test_a_file_is_imported(tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text("<opml/>")
    app = Stage()
    async with app.run_test(size=(60, 20)) as pilot:
        app.ask(Welcome(FEW))
        await pilot.press("i", "enter")
        await pilot.pause()
        assert "Type the path of a file." in shown(app)
        await pilot.press("x", "enter")
        await pilot.pause()
        assert "There is no file x: check the path." in shown(app)
        await pilot.press("escape", "space", "i")
        app.screen.query_one(Input).value = f" '{file}' "
        await pilot.press("enter")
        await pilot.pause()
        assert app.answers == [("import", str(file))]


async def test_the_count_follows_the_ticks_and_the_mouse_ticks() -> None:
    app = Stage()
    async with app.run_test(size=(120, 40)) as pilot:
        app.ask(Welcome(FEW))
        await pilot.pause()
        assert "7 of 12 ticked" in shown(app)
        await pilot.click(OutletGrid, offset=(20, 0))
        await pilot.pause()
        assert "6 of 12 ticked" in shown(app)
        await pilot.click(OutletGrid, offset=(1, 0))
        await pilot.pause()
        assert "6 of 12 ticked" in shown(app)


def test_rows_follow_the_columns() -> None:
    groups = ["Trade"] * 5 + ["News"]
    assert arrange(groups, 2, beside=True) == [
        Row("Trade", range(2)),
        Row("", range(2, 4)),
        Row("", range(4, 5)),
        Row("", range(0)),
        Row("News", range(5, 6)),
    ]
    assert arrange(groups, 3, beside=False) == [
        Row("Trade", range(0)),
        Row("", range(3)),
        Row("", range(3, 5)),
        Row("", range(0)),
        Row("News", range(0)),
        Row("", range(5, 6)),
    ]
    assert arrange(["Magazines, critics"], 3, beside=True) == [
        Row("Magazines,", range(1)),
        Row("critics", range(0)),
    ]
    assert arrange([], 3, beside=True) == []


async def test_the_cursor_moves_in_the_grid() -> None:
    app = Stage()
    async with app.run_test(size=(90, 40)) as pilot:
        grid = OutletGrid(FEW, id="outlets")
        await app.mount(grid)
        grid.focus()
        await pilot.pause()
        assert grid._columns == 2
        for keys, cursor in (
            (["l", "l"], 2),
            (["h"], 0),
            (["G", "l"], 11),
            (["G", "g"], 0),
            (["l", "j"], 3),
            (["l", "j", "j"], 4),
            (["j", "j", "j"], 5),
            (["G", "k", "k"], 7),
            (["right", "down", "up"], 1),
            (["k"], 0),
        ):
            grid.action_go(0)
            await pilot.press(*keys)
            assert (keys, grid.cursor) == (keys, cursor)


async def test_the_smallest_terminal_scrolls_with_the_cursor() -> None:
    app = Stage()
    async with app.run_test(size=(60, 20)) as pilot:
        app.ask(Welcome(outlets(("Trade", 15), ("News", 15))))
        await pilot.pause()
        await pilot.press("G")
        await pilot.pause()
        text = shown(app)
        assert "News 14" in text
        assert "Newsreel" in text.split("\n")[0] + text.split("\n")[1]
        assert "sample reel" in text
        assert max(map(len, text.split("\n"))) <= 60
        await pilot.press("g")
        await pilot.pause()
        assert "TRADE" in shown(app)


async def test_a_notice_is_said() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Welcome(FEW, "No network: the outlets can be fetched later."))
        await pilot.pause()
        assert "No network: the outlets can be fetched later." in shown(app)


@pytest.mark.parametrize("key", ["Q", "ctrl+c"])
async def test_the_welcome_can_be_left_for_good(key: str) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Welcome(FEW))
        await pilot.pause()
        assert "Q  quit" in shown(app)
        await pilot.press(key)
        await pilot.pause()
        assert not app.is_running or app._exit
