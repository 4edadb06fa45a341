"""Where an outlet's list has nothing unread left: the next one is named, and opened by the same key again."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import Library
from reader.model import View
from tests.ui.conftest import NOW, Reader, Start
from tests.ui.test_listing import arrive, noticed

NEXT = "Nothing unread here. Again goes to Marquee Daily: 3 unread."
LINES = "Nothing unread in this list. ] goes to the next outlet."


async def opened(reader: Reader, name: str, *, read: bool = True) -> View:
    """Open an outlet's list, all of it read."""
    view = View("feed", feed_id=reader.app.library.find_feed(name).id)
    if read:
        reader.app.library.mark_view(view, read=True)
        reader.main.numbers.take()
    reader.main.section.go_to(view)
    await reader.settle()
    return view


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
@pytest.mark.parametrize("key", ["n", "space"])
async def test_the_next_outlet_is_named_and_then_read(start: Start, key: str, size: tuple[int, int]) -> None:
    async with start(size) as reader:
        eurofilm = await opened(reader, "Eurofilm")
        await reader.press(key)
        assert (reader.status, reader.main.listing.view) == (NEXT, eurofilm)
        await reader.press(key)
        assert (reader.main.captions.title(), reader.shown) == (
            "Marquee Daily",
            "Venice names its opening film",
        )
        assert (reader.title, reader.main.pane) == (reader.shown, "article")
        assert reader.status == "refreshed at 09:41"


async def test_outlets_follow_one_another_as_in_the_sidebar_and_round(start: Start) -> None:
    async with start() as reader:
        named = []
        await opened(reader, "Slate Line", read=False)
        for _ in range(6):
            await reader.press("n")
            while "unread" not in reader.status:
                await reader.press("n")
            named.append(reader.status.removeprefix("Nothing unread here. Again goes to "))
            await reader.press("n")
        assert named == [
            *("The Backlot Reporter: 4 unread.", "Grain: 3 unread.", "Silver & Nitrate: 1 unread."),
            *("Eurofilm Bulletin: 2 unread.", "Marquee Daily: 3 unread."),
            "Nothing unread in any outlet. R asks them again.",
        ]
        assert reader.app.library.counts().unread == 0


async def test_at_the_end_of_an_article_space_goes_on_so_too(start: Start) -> None:
    async with start((80, 24)) as reader:
        await opened(reader, "Slate Line", read=False)
        await reader.press("space", "G", "space")
        said = "Nothing unread here. Again goes to The Backlot Reporter: 4 unread."
        assert (reader.shown, reader.status) == ("What the strike moved, month by month", said)
        await reader.press("space")
        assert reader.shown == "Mann says Heat 2 is what he shoots next"
        assert reader.main.article_view.scroll_offset.y == 0


@pytest.mark.parametrize("between", ["j", "k", "g", "f9", "tab", "p", "m"])
async def test_any_key_between_forgets_it(start: Start, between: str) -> None:
    async with start() as reader:
        eurofilm = await opened(reader, "Eurofilm")
        await reader.press("n", between)
        await reader.press("n")
        assert reader.main.listing.view == eurofilm
        assert reader.main.article_view.article is None or between == "m"


async def test_what_the_line_no_longer_says_is_not_done(start: Start) -> None:
    async with start() as reader:
        eurofilm = await opened(reader, "Eurofilm")
        await reader.press("n")
        reader.main.status.quiet()  # as it does by itself after a while
        await reader.press("n")
        assert (reader.status, reader.main.listing.view) == (NEXT, eurofilm)
        await reader.press("n")
        assert reader.main.captions.title() == "Marquee Daily"


async def test_back_is_the_outlet_before_and_its_last(start: Start) -> None:
    async with start() as reader:
        await opened(reader, "Slate Line")
        await reader.press("p")
        assert reader.status == "Nothing unread here. Again goes back to Marquee Daily: 3 unread."
        await reader.press("n")
        assert reader.status == "Nothing unread here. Again goes to The Backlot Reporter: 4 unread."
        await reader.press("p", "p")
        assert reader.shown == "Two names circle the young Hanna"


async def test_from_a_folder_and_from_a_followed_name(start: Start, library: Library) -> None:
    library.follow("Nobody's Film")
    async with start() as reader:
        library.mark_view(View("folder", folder="Trade"), read=True)
        reader.main.numbers.take()
        for view in (View("folder", folder="Trade"), View("follow", name="Nobody's Film"), View("follow")):
            reader.main.section.go_to(view)
            await reader.settle()
            await reader.press("space")
            assert reader.status == "Nothing unread here. Again goes to Grain: 3 unread."
        await reader.press("space")
        assert reader.shown == "映画館の灯り: letters from the last projectionist"


async def test_what_is_of_every_outlet_or_found_goes_on_as_ever(start: Start) -> None:
    async with start() as reader:
        for view in (View("today"), View("unread"), View("all"), View("bookmarks")):
            reader.main.section.go_to(view)
            await reader.press("A", "n", "n")
            assert (view, reader.status) == (view, LINES)
            await reader.press("U")
        eurofilm = await opened(reader, "Eurofilm")
        await reader.press("f", "paste:festival", "enter")
        await reader.press("n", "n")
        assert (reader.status, reader.main.listing.view.feed_id) == (LINES, eurofilm.feed_id)


async def test_what_was_read_elsewhere_meanwhile_is_not_gone_to(start: Start, tmp_path: Path) -> None:
    async with start() as reader:
        await opened(reader, "Eurofilm")
        await reader.press("n")
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            other.mark_view(View("feed", feed_id=other.find_feed("Marquee").id), read=True)
        await reader.press("n")
        assert reader.status == "Nothing unread here. Again goes to Slate Line: 1 unread."
        await noticed(reader)
        await reader.press("n")
        assert reader.main.captions.title() == "Slate Line"


async def test_an_unread_one_far_down_a_long_list_is_found(start: Start, library: Library) -> None:
    view = View("feed", feed_id=library.find_feed("Marquee").id)
    for day in range(5):
        arrive(library, *(f"Number {day} {n}" for n in range(99)), hours_ago=24 * day, feed="Marquee")
    library.mark_view(view, read=True)
    arrive(library, "The one left", hours_ago=24 * 30, feed="Marquee")
    library.mark([library.keys(view, limit=1, sort="oldest")[0].id], read=False)
    async with start() as reader:
        await opened(reader, "Eurofilm")
        await reader.press("n", "n")
        assert (reader.shown, reader.title) == ("The one left", "The one left")
        assert reader.main.list.length == 499


async def test_what_just_came_in_goes_before_the_next_outlet(start: Start, tmp_path: Path) -> None:
    async with start() as reader:
        eurofilm = await opened(reader, "Eurofilm")
        await reader.press("n")
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            arrive(other, "Breaking", feed="Eurofilm", hours_ago=1)
        await noticed(reader)
        await reader.press("n")
        assert (reader.main.listing.view, reader.shown) == (eurofilm, "Breaking")
