"""Moving: rows, panes, lists; what shows at which width."""

from __future__ import annotations

import pytest

from reader.model import Key, View
from reader.ui.actions import ACTIONS
from tests.ui.conftest import NOW, Start


async def test_every_action_of_the_table_has_a_hand(start: Start) -> None:
    async with start() as reader:
        for action in ACTIONS:
            part, _, method = action.id.partition(".")
            assert callable(getattr(reader.main.parts[part], method)), action.id


async def test_rows(start: Start) -> None:
    async with start() as reader:
        rows = reader.main.list
        steps = {"j": 1, "down": 2, "k": 1, "up": 0, "G": 13, "g": 13, "home": 0, "end": 13}
        for key, row in steps.items():
            await reader.press(key)
            assert (key, row) == (key, rows.cursor)
        await reader.press("g", "g")
        assert rows.cursor == 0
        await reader.press("ctrl+d")
        assert rows.cursor == 9
        await reader.press("ctrl+u", "pagedown", "pageup")
        assert rows.cursor == 0


async def test_the_scrollbar_stands_where_the_list_does(start: Start) -> None:
    async with start() as reader:
        rows = reader.main.list
        bar, places = rows.vertical_scrollbar, []
        rows.fill([Key(NOW - number, 10_000 + number) for number in range(9000)])
        for _ in range(10):
            await reader.press("ctrl+d")
            drawn = [list(strip) for strip in bar.render_lines(bar.size.region)]
            bar.refresh()
            assert drawn == [list(strip) for strip in bar.render_lines(bar.size.region)]
            places += [drawn] if drawn not in places else []
        assert 1 < len(places) < 10


async def test_counts_repeat_in_vim(start: Start) -> None:
    async with start(preset="vim") as reader:
        await reader.press("1", "0")
        assert "10…" in reader.screen_text().replace(" ", "")
        await reader.press("j")
        assert reader.main.list.cursor == 10
        await reader.press("3", "k")
        assert reader.main.list.cursor == 7


async def test_panes_and_the_way_out(start: Start) -> None:
    async with start() as reader:
        for key, pane in (("tab", "article"), ("tab", "sidebar"), ("shift+tab", "article"), ("h", "list")):
            await reader.press(key)
            assert (key, pane) == (key, reader.main.pane)
        await reader.press("enter")
        assert reader.main.pane == "article"
        for key, pane in (("q", "list"), ("escape", "sidebar"), ("q", "sidebar")):
            await reader.press(key)
            assert (key, pane) == (key, reader.main.pane)
        assert reader.status == "Q quits."
        await reader.press("tab")
        assert reader.status != "Q quits."
        await reader.press("ctrl+c")
        assert reader.status == "Q quits."
        await reader.press("Q")
    assert reader.app.return_value == 0


async def test_sections_by_number_and_by_the_sidebar(start: Start) -> None:
    async with start() as reader:
        kinds = ["today", "unread", "all", "bookmarks", "folder", "folder"]
        for number, kind in enumerate(kinds, 1):
            await reader.press(str(number))
            assert (number, kind) == (number, reader.main.listing.view.kind)
        assert reader.main.list.length == 4
        await reader.press("9")
        assert reader.status == "There are 6 sections."
        await reader.press("h", "j", "enter")
        assert reader.main.captions.title() == "Grain"
        assert reader.main.pane == "list"
        assert reader.main.list.length == 3


async def test_outlets_with_unread(start: Start) -> None:
    async with start() as reader:
        titles = []
        for key in ("]", "]", "]", "[", "["):
            await reader.press(key)
            titles.append(reader.main.captions.title())
        expected = ["Marquee Daily", "Slate Line", "The Backlot Reporter", "Slate Line", "Marquee Daily"]
        assert titles == expected
        for feed in reader.app.library.feeds():
            reader.app.library.mark_view(View("feed", feed_id=feed.id), read=True)
        reader.main.numbers.take()
        await reader.press("]")
        assert reader.status == "No other outlet has unread articles."


async def test_outlets_are_gone_to_from_the_list_that_is_open_and_round(start: Start) -> None:
    async with start() as reader:
        for view, after, before in (
            (View("folder", folder="Magazines"), "Grain", "The Backlot Reporter"),
            (View("unread"), "Marquee Daily", "Eurofilm Bulletin"),
            (View("search", query="Mann"), "Marquee Daily", "Eurofilm Bulletin"),
        ):
            for key, title in (("]", after), ("[", before)):
                reader.main.section.go_to(view)
                await reader.press(key)
                assert (view, key, title) == (view, key, reader.main.captions.title())
        await reader.press("]", "[", "[")
        assert reader.main.captions.title() == "Silver & Nitrate"
        reader.main.section.go_to(View("feed", feed_id=reader.main.feeds[0].id))
        await reader.press("[")
        assert reader.main.captions.title() == "Eurofilm Bulletin"


PANES = {
    (200, 50): {"sidebar", "middle", "article"},
    (120, 40): {"sidebar", "middle", "article"},
    (100, 30): {"middle", "article"},
    (80, 24): {"middle"},
    (60, 20): {"middle"},
}


@pytest.mark.parametrize("size", PANES)
async def test_panes_follow_the_width(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as reader:
        names = ("sidebar", "middle", "article", "bookmarks")

        def shown() -> set[str]:
            return {name for name in names if reader.main.query_one(f"#{name}").display}

        assert PANES[size] == shown()
        await reader.press("enter")
        assert "article" in shown()
        assert reader.main.article_view.size.width >= min(46, size[0])
        await reader.press("B")
        assert "bookmarks" in shown()
        await reader.press("B", "h", "h")
        assert "sidebar" in shown()
        lines = reader.screen_text().splitlines()
        assert size[1] == len(lines)
        assert all(len(line) <= size[0] for line in lines)


async def test_resizing_keeps_the_row_in_sight(start: Start) -> None:
    async with start(size=(120, 40)) as reader:
        await reader.press("G")
        await reader.pilot.resize_terminal(80, 12)
        await reader.settle()
        assert "A festival moves to spring" in reader.screen_text()
        await reader.press("v")
        assert "A festival moves to spring" in reader.screen_text()


async def test_density_and_zen(start: Start) -> None:
    async with start(size=(80, 24)) as reader:
        assert "YESTERDAY" in reader.screen_text()
        assert "FRIDAY" not in reader.screen_text()
        await reader.press("v")
        assert "FRIDAY" in reader.screen_text()
        await reader.press("v")
        assert reader.status == "Rows are roomy now: headlines on up to two lines."
        assert "YESTERDAY" in reader.screen_text()
        await reader.press("v")
        assert reader.main.list.row_height == 2
        await reader.press("z")
        assert reader.status == "Zen shows the article alone: open one first."
    async with start(density="compact") as reader:
        assert reader.main.list.row_height == 1
        await reader.press("enter", "z")
        assert not reader.main.sidebar.display
        assert not reader.main.title_bar.display
        await reader.press("h")
        assert reader.main.sidebar.display


async def test_the_mouse(start: Start) -> None:
    async with start() as reader:
        await reader.pilot.click("#list", offset=(5, 7))
        await reader.settle()
        assert reader.title == "Cameras roll on The Salt Road, with no script anyone has seen"
        await reader.pilot.click("#list", offset=(5, 9), times=2)
        await reader.settle()
        assert reader.shown == "The union and the streamers agree on a date to disagree"
        assert not reader.main.selections
        await reader.pilot.click("#sidebar", offset=(5, 2))
        await reader.settle()
        assert reader.main.listing.view == View("all")
        await reader.pilot.click("#list", offset=(5, 4))
        assert reader.main.pane == "list"


async def test_selecting_text_copies_it(start: Start) -> None:
    async with start() as reader:
        await reader.pilot.mouse_down("#list", offset=(3, 1))
        await reader.pilot.hover("#list", offset=(12, 1))
        await reader.pilot.mouse_up("#list", offset=(12, 1))
        await reader.pilot.pause()
        await reader.press("ctrl+c")
        assert reader.app.clipboard == "Mann says"
        assert reader.status == "Copied the selection."


@pytest.mark.parametrize("size", [(20, 4), (20, 5), (20, 6), (30, 7), (60, 8)])
async def test_the_row_under_the_cursor_is_whole_in_sight_on_the_smallest_screens(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size=size) as reader:
        rows = reader.main.list
        seen = []
        for key in ("k", "j", "j", "G", "k", "g", "g"):
            await reader.press(key)
            top, height = rows.lines_of(rows.cursor)
            first = rows.scroll_offset.y
            seen.append(
                first <= top and min(top + height, top + rows.size.height) <= first + rows.size.height
            )
        assert seen == [True] * 7


@pytest.mark.parametrize("sizes", [((80, 24), (120, 40)), ((120, 40), (80, 24)), ((60, 20), (200, 50))])
async def test_a_terminal_of_another_size_is_filled_at_once(
    start: Start, sizes: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    before, after = sizes
    async with start(size=before) as reader:
        await reader.pilot.resize_terminal(*after)
        await reader.settle()
        assert (reader.main.title_bar.size.width, reader.main.status.region.bottom) == after
        assert reader.main.query_one("#article").display == (after[0] >= 90)
