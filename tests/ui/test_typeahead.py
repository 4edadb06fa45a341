"""Keys typed in one breath go where they would have gone one by one."""

from __future__ import annotations

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
    while reader.app.typeahead.busy:
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
        await breath(reader, "heat " * 60)
        assert reader.main.query_bar.text == "heat " * 60


async def test_a_letter_on_the_heels_of_esc_is_no_alt(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "alt+h")
        assert reader.main.pane == "sidebar"
        await reader.press("a", "alt+shift+q")
        assert reader.app.return_value == 0
    async with start(keys={"look.zen": "alt+h"}) as reader:
        await reader.press("enter", "alt+h")
        assert reader.main.has_class("-zen")
