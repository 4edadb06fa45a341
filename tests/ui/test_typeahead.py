"""Keys typed in one breath go where they would have gone one by one."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input

from reader.ui.screens.add_feed import AddFeed
from tests.ui.conftest import Reader, Start


async def breath(reader: Reader, keys: str) -> None:
    """Give the app all keys before it has handled the first."""
    for key in keys:
        name = {"/": "slash", ":": "colon"}.get(key, key)
        reader.app.post_message(events.Key(name, key))
    await reader.pilot.pause()
    while reader.app.typeahead.busy and reader.app.return_value is None:
        await reader.pilot.pause()
    await reader.settle()


async def test_a_search_typed_at_once(start: Start) -> None:
    async with start() as reader:
        await breath(reader, "/author:zaz")
        assert reader.main.query_bar.text == "author:zaz"
        assert reader.app.screen is reader.main


async def test_a_dialog_filled_at_once(start: Start) -> None:
    async with start() as reader:
        await breath(reader, "aexample")
        assert isinstance(reader.app.screen, AddFeed)
        assert reader.app.screen.query_one("#url", Input).value == "example"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
async def test_of_what_is_pasted_no_line_is_lost(start: Start, end: str) -> None:
    async with start() as reader:
        await reader.press("slash", f"paste:two names{end}circle the young{end}")
        assert reader.main.query_bar.text == "two names circle the young"


async def test_moves_typed_at_once_all_count(start: Start) -> None:
    async with start() as reader:
        await breath(reader, "jjjkj")
        assert reader.main.list.cursor == 3


async def test_a_thousand_mashed_keys_do_not_keep_the_next_one_waiting(start: Start) -> None:
    async with start() as reader:
        heard: list[str] = []
        do = reader.main.do
        reader.main.do = lambda action, number=None: (heard.append(action), do(action, number))
        await breath(reader, "jkm" * 333 + "G")
        assert heard[-1] == "move.bottom"
        assert len(heard) < 200
        assert reader.main.status.before[-1].startswith("Keys came faster than they could be done")


async def test_what_is_typed_into_a_line_is_kept_however_fast_it_comes(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await breath(reader, "heat " * 30)
        assert reader.main.query_bar.text == "heat " * 30


async def test_a_letter_on_the_heels_of_esc_is_no_alt(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "alt+h")
        assert reader.main.pane == "sidebar"
        await reader.press("a", "alt+shift+q")
        assert reader.app.return_value == 0
    async with start(keys={"look.zen": "alt+h"}) as reader:
        await reader.press("enter", "alt+h")
        assert reader.main.has_class("-zen")


async def test_moves_held_down_end_where_one_by_one_they_would_have_ended(start: Start) -> None:
    async with start(start_view="all") as reader:
        done: list[tuple[str, int | None]] = []
        do = reader.main.do
        reader.main.do = lambda action, number=None: (done.append((action, number)), do(action, number))
        await breath(reader, "j" * 900 + "k" * 3 + "l")
        assert [action for action, _ in done] == ["move.down", "move.down", "move.up", "read.open"]
        assert sum(number or 1 for action, number in done if action == "move.down") == 900
        assert reader.main.list.cursor == reader.main.list.length - 4
        assert reader.main.pane == "article"


async def test_an_article_scrolled_in_one_breath_is_kept_where_it_was_left(start: Start) -> None:
    async with start(size=(80, 24), start_view="all") as reader:
        article_id = reader.main.list.row().id
        reader.app.library.keep_position(article_id, 113)
        await reader.press("enter")
        assert reader.main.article_view.scroll_offset.y > 0
        await breath(reader, "j" * 200 + "k" * 2)
        down = reader.main.article_view.scroll_offset.y
        assert down == reader.main.article_view._last - 2
        await breath(reader, "jk" * 60 + "k" * 60 + "ggQ")
    assert reader.app.library.position(article_id) == 0


async def test_a_held_key_that_is_no_move_does_not_keep_the_next_one_waiting(start: Start) -> None:
    async with start() as reader:
        done: list[str] = []
        do = reader.main.do
        reader.main.do = lambda action, number=None: (done.append(action), do(action, number))
        await breath(reader, "m" * 300 + "G")
        assert done[-1] == "move.bottom"
        assert len(done) < 40
