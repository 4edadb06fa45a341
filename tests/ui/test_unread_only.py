"""Lists of outlets, folders and followed names that leave out what is read."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from reader.config import load
from reader.library import Library
from reader.model import View
from reader.paths import find
from reader.ui.screens.palette import Commands
from tests.ui.conftest import NOW, Reader, Start
from tests.ui.test_listing import arrive, noticed

KEYS = {"list.unread_only": "f8", "sidebar.unread_only": "f9"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    find().create()


def outlet(library: Library, name: str) -> View:
    return View("feed", feed_id=library.find_feed(name).id)


async def opened(reader: Reader, view: View) -> list[str]:
    """Open a list; return the titles in it."""
    reader.main.section.go_to(view)
    await reader.settle()
    return titles(reader)


def titles(reader: Reader) -> list[str]:
    rows = reader.main.list
    return [row.title.split(":")[0] for n in range(rows.length) if (row := rows.row(n))]


async def test_what_is_read_is_left_out_until_it_is_asked_for_again(start: Start, library: Library) -> None:
    grain = outlet(library, "Grain")
    library.mark([library.keys(grain)[1].id], read=True)
    async with start(keys=KEYS) as reader:
        every = await opened(reader, grain)
        assert (len(every), reader.main.captions.title()) == (3, "Grain")
        await reader.press("f8")
        assert titles(reader) == [every[0], every[2]]
        assert "Grain · unread only" in reader.screen_text().splitlines()[0]
        assert reader.status == (
            "Lists of outlets, folders and names leave out what is read; f8 brings it back."
        )
        await reader.press("f8")
        assert (titles(reader), reader.main.captions.title()) == (every, "Grain")
        assert reader.status == "Lists of outlets, folders and names show all."


async def test_what_is_read_now_stays_until_the_list_is_opened_anew(start: Start, library: Library) -> None:
    grain = outlet(library, "Grain")
    async with start(unread_only=True) as reader:
        every = await opened(reader, grain)
        await reader.press("n", "n", "q", "m")
        assert (titles(reader), reader.main.list.row().read) == (every, False)
        assert library.feed(grain.feed_id).unread == 2
        reader.main.listing.reload()
        await reader.settle()
        assert titles(reader) == every[1:]
        await reader.press("n")
        reader.main.listing.reload()
        await reader.settle()
        assert titles(reader) == every[1:], "the one in hand stays"
        assert await opened(reader, grain) == every[1:2]


async def test_folders_and_names_leave_it_out_and_the_other_lists_do_not(
    start: Start, library: Library
) -> None:
    while library.group_batch():
        pass
    library.follow("Heat 2")
    library.follow("The Salt Road")
    kept = library.keys(View("unread"))[0].id
    library.bookmark(kept)
    library.mark([kept, library.keys(outlet(library, "Grain"))[0].id], read=True)
    lists = {
        View("folder", folder="Magazines"): 3,
        View("folder", folder="Trade"): 7,
        View("follow", name="Heat 2"): 0,
        View("follow", name="The Salt Road"): 1,
        View("follow"): 1,
        View("all"): 12,
        View("today"): 2,
        View("bookmarks"): 1,
        View("search", query="Mann"): 1,
    }
    assert [len(library.follow_keys(view)) for view in lists if view.kind == "follow"] == [1, 2, 3]
    async with start(unread_only=True) as reader:
        found = {view: len(await opened(reader, view)) for view in lists}
        assert found == lists
        marked = {view.kind for view in lists if await opened(reader, view) is not None and
                  reader.main.captions.title().endswith("unread only")}  # fmt: skip
        assert marked == {"folder", "follow"}


async def test_an_empty_one_has_its_own_words(start: Start, library: Library) -> None:
    for name in ("Grain", "Silver"):
        library.mark_view(outlet(library, name), read=True)
    new = library.subscribe("https://new.example/feed", title="New")
    library.follow("Heat 2")
    library.mark_view(View("search", query="Mann"), read=True)
    async with start(unread_only=True) as reader:
        said = {}
        grain, silver = outlet(library, "Grain"), outlet(library, "Silver")
        follow, nothing_yet = View("follow", name="Heat 2"), View("feed", feed_id=new.id)
        for view in (grain, silver, follow, nothing_yet):
            await opened(reader, view)
            said[view] = reader.main.list.empty()
        more = ":unread only shows what is read, too."
        again = "R asks the outlets again."
        assert said == {
            grain: f"Nothing unread here. {more} {again}",
            silver: "Silver & Nitrate: timed out after 45 s; it is asked again later.\n"
            f"Nothing unread here. {more}",
            follow: f"Nothing unread here. {more} {again}",
            nothing_yet: f"Nothing here yet. {again}",
        }
        await opened(reader, outlet(library, "Eurofilm"))
        await reader.press("f", "paste:zzz")
        found = "Nothing unread found. :unread only looks among what is read, too."
        assert reader.main.list.empty() == found


async def test_a_filter_narrows_what_is_left(start: Start, library: Library) -> None:
    grain = outlet(library, "Grain")
    library.mark_view(View("search", query="review"), read=True)
    async with start(unread_only=True) as reader:
        every = await opened(reader, grain)
        for words, found in (("salt", 0), ("projectionist", 1)):
            await reader.press("f", f"paste:{words}")
            assert reader.main.captions.title() == f"Grain · {words} · unread only"
            assert reader.main.list.length == found
            await reader.press("escape")
        assert titles(reader) == every


async def test_it_is_remembered_and_a_place_is_come_back_to(start: Start, library: Library) -> None:
    grain = outlet(library, "Grain")
    arrive(library, *(f"Number {n}" for n in range(60)))
    async with start((80, 24), keys=KEYS) as reader:
        await reader.press("f8")
        await reader.until(lambda: load(find().config_file).unread_only)
        await opened(reader, grain)
        await reader.press("m", "j")
        place = reader.main.leaving._place()
        await reader.press("Q")
    library.mark([library.keys(grain)[40].id], read=True)
    async with start((80, 24), unread_only=True) as reader:
        assert reader.main.leaving.come_back(msgspec.json.encode(place))
        await reader.settle()
        assert (reader.main.list.cursor, reader.main.list.length) == (1, 62)
        assert reader.main.list.row(0).read, "it was in sight"


async def test_another_window_and_an_editor_are_heeded(start: Start, library: Library) -> None:
    grain = outlet(library, "Grain")
    library.mark([library.keys(grain)[0].id], read=True)
    async with start() as reader:
        await opened(reader, grain)
        for on, length in ((True, 2), (False, 3)):
            find().config_file.write_text(f"unread_only = {str(on).lower()}\n# {length}")
            reader.main.numbers.notice_writers()
            await reader.settle()
            assert reader.main.list.length == length


async def test_what_comes_in_is_told_and_taken_in_as_in_unread(
    start: Start, library: Library, tmp_path: Path
) -> None:
    async with start(unread_only=True) as reader:
        every = await opened(reader, outlet(library, "Grain"))
        await reader.press("m", "j")
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            arrive(other, "Breaking")
        await noticed(reader)
        assert (reader.status, titles(reader)) == ("1 new ↑", every)
        await reader.press("g", "g")
        assert titles(reader) == ["Breaking", *every[1:]]


async def test_turning_it_on_keeps_the_row_in_hand_where_that_is_unread_or_on_show(
    start: Start, library: Library
) -> None:
    backlot = outlet(library, "Backlot")
    ids = [key.id for key in library.keys(backlot)]
    library.mark(ids[:2], read=True)
    async with start(keys=KEYS) as reader:
        every = await opened(reader, backlot)
        for keys, left, at in (
            (("G", "f8"), every[2:], every[3]),
            (("f8", "g", "g", "f8"), every[2:], every[2]),
            (("f8", "g", "g", "enter", "f8"), [every[0], *every[2:]], every[0]),
        ):
            await reader.press(*keys)
            assert (titles(reader), reader.title.split(":")[0]) == (left, at)


async def test_marking_such_a_list_read_and_taking_it_back(start: Start, library: Library) -> None:
    grain = outlet(library, "Grain")
    async with start(unread_only=True) as reader:
        every = await opened(reader, grain)
        await reader.press("A")
        assert (titles(reader), library.feed(grain.feed_id).unread) == (every, 0)
        assert await opened(reader, grain) == []
        assert (
            "Nothing unread here. :unread only shows what is read, too. U undoes," in reader.main.list.empty()
        )
        await reader.press("U")
        assert await opened(reader, grain) == every


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_heading_says_so_however_long_the_name(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    name = "A very long name of an outlet that nobody would ever give to a publication about film"
    feed = library.subscribe("https://long.example/feed", title=name)
    async with start(size, unread_only=True) as reader:
        await opened(reader, View("feed", feed_id=feed.id))
        assert "… · unread only" in reader.screen_text().splitlines()[0]


async def test_the_palette_has_both_from_everywhere(start: Start) -> None:
    async with start() as reader:
        for pane in ("list", "sidebar", "article", "bookmarks"):
            reader.main.enter(pane)
            names = {command.name for command in Commands(reader.main)._commands()}
            assert {"Unread only", "Hide outlets with nothing unread"} <= names


async def test_a_followed_list_read_in_steps_has_each_once_though_it_is_read_meanwhile(
    start: Start, library: Library
) -> None:
    library.follow("Heat 2")
    arrive(library, *(f"Heat 2: number {n}" for n in range(450)))
    while library.index_batch() or library.group_batch():
        pass
    view = View("follow", name="Heat 2")
    keys = library.follow_keys(view, unread=True)
    first = library.follow_keys(view, limit=200, unread=True)
    library.mark([key.id for key in first], read=True)
    rest = library.follow_keys(view, after=first[-1], unread=True)
    assert (len(keys) > 200, [*first, *rest]) == (True, keys)
    back = library.follow_keys(view, after=keys[-1], sort="oldest")
    assert back == keys[-2::-1]
