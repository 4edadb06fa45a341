"""What is muted, in the reader: listed, lifted, and had again."""

from __future__ import annotations

import pytest

from reader.library import Library
from reader.model import View
from reader.news import Mute
from reader.ui.screens.mutes import Mutes
from tests.ui.conftest import NOW, Reader, Start
from tests.ui.stage import OPEN, desk

TODAY, SINCE = "2026-10-12", NOW - 86_400
LONG = " OR ".join(f"title:word{n}" for n in range(40))
SOME = (
    Mute(id=1, query="gossip", until="2026-10-12", since=SINCE, muted=1),
    Mute(id=2, query='"box office" -weekend', until="2026-12-31", since=SINCE, muted=1204),
    Mute(id=5, query="feed:https://me:secret@film.example/feed", until=None, since=SINCE),
)


async def chosen(reader: Reader) -> None:
    reader.main.do("mark.mutes")
    await reader.settle()
    assert isinstance(reader.app.screen, Mutes)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_each_says_when_it_ends_and_how_much_it_marked(size: tuple[int, int]) -> None:
    async with desk(size) as stage:
        text = await stage.text(Mutes(SOME, TODAY, ""))
    lines = [line.strip() for line in text.splitlines()]
    at = lines.index('"box office" -weekend')
    since = " · since 11 Oct 2026"
    assert lines[at : at + 6] == [
        '"box office" -weekend',
        f"until 31 Dec 2026 · 1\N{THIN SPACE}204 marked read{since * (size[0] > 60)}",
        "feed:https://me:***@film.example/feed",
        f"for good · 0 marked read{since}",
        "gossip",
        f"over since 12 Oct 2026 · 1 marked read{since * (size[0] > 60)}",
    ]
    assert "secret" not in text


async def test_a_key_answers_with_the_one_under_the_cursor() -> None:
    async with desk() as stage:
        answers = [await stage.answer(Mutes(SOME, TODAY, ""), *keys) for keys in (["x"], ["G", "x"], ["q"])]
        assert answers == [SOME[1], SOME[0], None]
        assert await stage.answer(Mutes(SOME, TODAY, ""), "enter") is OPEN
        assert await stage.answer(Mutes((), TODAY, ""), "x") is OPEN
        assert "Nothing is muted. Search" in await stage.text(Mutes((), TODAY, "Search"), "j", "G")


@pytest.mark.parametrize("query", [LONG, "x" * 900, "映画館" * 60, "[bold]x[/nope] \x1b[31m"])
async def test_whatever_is_muted_fits(query: str) -> None:
    mutes = [Mute(id=n, query=f"{n} {query}", until=None, since=SINCE) for n in range(100)]
    async with desk((60, 20)) as stage:
        text = await stage.text(Mutes(mutes, TODAY, ""), "G")
    assert ("99" in text, "\x1b" in text) == (True, False)


async def test_what_is_lifted_is_unread_again_until_that_is_undone(start: Start, library: Library) -> None:
    library.mute("Salt", until="2027-01-01")
    library.mute("venice")
    kept, counts = library.mutes(), library.counts()
    async with start() as reader:
        rows = reader.main.list.length
        await chosen(reader)
        await reader.press("x")
        assert reader.status == "“Salt” is muted no longer: 2 unread again · U undoes"
        assert ([each.id for each in library.mutes()], reader.main.list.length) == ([2], rows + 2)
        await reader.press("U")
        assert (library.mutes(), library.counts(), reader.status) == (kept, counts, "Undone: lifting a mute")
        assert reader.main.list.length == rows


async def test_a_mute_made_just_now_is_in_the_list_and_deeds_are_undone_in_their_order(
    start: Start, library: Library
) -> None:
    before = library.counts()
    async with start() as reader:
        await reader.press("/", "paste:salt", "enter")
        reader.main.do("mark.mute")
        await chosen(reader)
        await reader.press("x")
        assert (library.mutes(), library.counts()) == ([], before)
        await reader.press("U")
        assert [each.query for each in library.mutes()] == ["salt"]
        await reader.press("U")
        assert (library.mutes(), library.counts()) == ([], before)


async def test_one_that_was_ended_elsewhere_is_told_and_changes_nothing(
    start: Start, library: Library
) -> None:
    library.mute("venice")
    async with start() as reader:
        await chosen(reader)
        library.unmute(1)
        await reader.press("x")
        assert reader.status == "There is no mute 1; `newsreel mutes` shows the numbers."
        assert (reader.main.mark.deeds, len(library.keys(View("unread")))) == ([], 14)
