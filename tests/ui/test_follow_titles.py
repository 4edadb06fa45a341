"""A saved search is given a name of its own, and another query, where it is followed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import Library
from reader.model import View
from reader.news import Follow
from tests.library.test_news import NOW, group, morning
from tests.ui.conftest import Reader, Start

QUERY = "energy OR title:prices"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The news of one morning, in stories."""
    with Library(morning(tmp_path / "library.db"), clock=lambda: NOW) as library:
        group(library)
        yield library


def followed(library: Library) -> list[tuple[str, str | None]]:
    return [(each.name, each.title) for each in library.following()]


def section(reader: Reader) -> str:
    """The row under the cursor of the sidebar."""
    return reader.main.sidebar.sections[reader.main.sidebar.cursor].label


async def to_the_search(reader: Reader) -> None:
    """Put the cursor on it in the sidebar: it is the only one."""
    await reader.press("h", "g", "g", *("j",) * 5)


async def test_a_saved_search_is_named_and_its_query_changed(start: Start, library: Library) -> None:
    library.follow(QUERY)
    async with start() as reader:
        await to_the_search(reader)
        assert section(reader).startswith("energy OR")
        await reader.press("w")
        assert f"How to follow {QUERY}" in reader.screen_text()
        await reader.press("paste:Costs", "enter")
        assert (followed(library), section(reader)) == ([(QUERY, "Costs")], "Costs")
        await reader.press("enter")
        assert reader.main.captions.title() == "Costs"
        await reader.press("T")
        assert "Costs" in reader.screen_text()
        await reader.press("escape")
        await to_the_search(reader)
        await reader.press("w", "shift+tab", "ctrl+u", "paste:venice", "enter")
        assert (followed(library), section(reader)) == ([("venice", "Costs")], "Costs")
        assert reader.main.listing.view == View("follow", name="venice")
        assert reader.status.startswith("Changed Costs")
        await reader.press("U")
        assert (followed(library), section(reader)) == ([(QUERY, "Costs")], "Costs")
        assert reader.main.listing.view == View("follow", name=QUERY)
        await reader.press("U")
        assert followed(library) == [(QUERY, None)]


async def test_a_search_is_named_as_it_is_followed(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("slash", f"paste:{QUERY}", "enter", "w", "G", "k", "e", "paste:Costs", "enter")
        assert followed(library) == [(QUERY, "Costs")]
        assert reader.status.startswith("Following Costs")
        await reader.press("U")
        assert followed(library) == []


async def test_what_cannot_be_is_told_where_it_was_typed(start: Start, library: Library) -> None:
    library.follow(QUERY, title="Costs")
    library.follow("venice OR lido", title="Lions")
    async with start(size=(60, 20)) as reader:
        await to_the_search(reader)
        await reader.press("w", "ctrl+u", "paste:Lions", "enter")
        assert "means venice OR lido already" in " ".join(reader.screen_text().split())
        await reader.press("ctrl+u", "paste:Costs", "shift+tab", "ctrl+u", "paste:title:", "enter")
        assert "needs a value" in reader.screen_text()
        await reader.press("escape")
        assert ("Costs" in reader.screen_text(), len(library.following())) == (True, 2)


async def test_a_name_left_as_it_was_changes_nothing(start: Start, library: Library) -> None:
    library.follow(QUERY, title="Costs", aliases=["fuel"])
    async with start() as reader:
        await to_the_search(reader)
        await reader.press("w", "enter")
        held = Follow(name=QUERY, kind="topic", title="Costs", aliases=("fuel",))
        assert library.followed("Costs") == held


async def test_another_window_names_it(start: Start, library: Library) -> None:
    library.follow(QUERY)
    async with start() as reader:
        library.follow(QUERY, title="Costs")
        reader.main.numbers.take()
        await reader.until(lambda: "Costs" in reader.screen_text())
