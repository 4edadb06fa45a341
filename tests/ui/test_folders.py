"""Folders in the sidebar: folded and unfolded, given another name, asked for news as a whole."""

from __future__ import annotations

import pytest

from reader.config import load
from reader.library import Library
from reader.model import View
from reader.paths import find
from reader.ui.keymap import Keymap
from reader.ui.screens.palette import Commands
from reader.ui.screens.rename_folder import RenameFolder
from tests.ui.conftest import Reader, Start
from tests.ui.test_sidebar import labels, read

TRADE = View("folder", folder="Trade")
UNFOLDED = [
    *("TRADE", "Marquee Daily", "Slate Line", "The Backlot Reporter"),
    *("MAGAZINES", "Grain", "Silver & Nitrate", "Eurofilm Bulletin"),
]


@pytest.fixture(autouse=True)
def home(_own_home: None) -> None:
    find().create()


async def at(reader: Reader, label: str) -> None:
    """Put the cursor on a row of the sidebar."""
    reader.main.enter("sidebar")
    reader.main.sidebar.cursor = [each.label for each in reader.main.sidebar.sections].index(label)
    await reader.settle()


def in_hand(reader: Reader) -> str:
    return reader.main.sidebar.sections[reader.main.sidebar.cursor].label


def line(reader: Reader, label: str) -> str:
    """A row of the sidebar, as drawn."""
    sidebar = reader.main.sidebar
    row = next(i for i, each in enumerate(sidebar.sections) if each.label == label)
    return "".join(text for text, _ in sidebar.pieces(sidebar.lines_of(row)[0], 25))


# ---------------------------------------------------------------- folded and unfolded


@pytest.mark.parametrize(("ascii_marks", "mark"), [(False, "▸"), (True, ">")])
async def test_a_folded_folder_shows_its_number_its_mark_and_that_one_fails(
    start: Start, ascii_marks: bool, mark: str
) -> None:
    async with start(ascii=ascii_marks) as reader:
        await at(reader, "MAGAZINES")
        assert line(reader, "MAGAZINES")[1:] == "  MAGAZINES           4 "
        await reader.press("=")
        assert labels(reader) == [*UNFOLDED[:5], "Eurofilm Bulletin"]
        assert line(reader, "MAGAZINES")[1:] == f"! MAGAZINES {mark}         4 "
        assert in_hand(reader) == "MAGAZINES"
        await reader.press("enter")
        assert (reader.main.captions.title(), reader.main.list.length) == ("Magazines", 4)
        await reader.press("h", "=")
        assert labels(reader) == UNFOLDED


async def test_on_an_outlet_the_key_folds_its_folder_and_in_none_it_says_so(start: Start) -> None:
    async with start() as reader:
        await at(reader, "Slate Line")
        await reader.press("=")
        assert (labels(reader)[:2], in_hand(reader)) == (["TRADE", "MAGAZINES"], "TRADE")
        for row in ("Eurofilm Bulletin", "Today"):
            await at(reader, row)
            await reader.press("=")
            assert reader.status == "No folder here: choose one, or an outlet in one."


async def test_the_outlet_that_is_open_stays_in_sight_and_is_gone_with_the_next(start: Start) -> None:
    async with start(folders={"Trade": "folded", "Magazines": "folded"}) as reader:
        assert labels(reader) == ["TRADE", "MAGAZINES", "Eurofilm Bulletin"]
        await reader.press("]")
        assert reader.main.captions.title() == "Marquee Daily"
        assert labels(reader) == ["TRADE", "Marquee Daily", "MAGAZINES", "Eurofilm Bulletin"]
        assert in_hand(reader) == "Marquee Daily"
        seen = []
        for key in ("]", "]", "]", "]", "[", "["):
            await reader.press(key)
            seen.append((reader.main.captions.title(), reader.main.captions.title() in labels(reader)))
        names = ("Slate Line", "The Backlot Reporter", "Grain", "Silver & Nitrate", "Grain")
        assert seen == [(name, True) for name in (*names, "The Backlot Reporter")]
        await reader.press("5")
        assert (reader.main.listing.view, labels(reader)[1]) == (TRADE, "MAGAZINES")
        commands = {command.name: command.run for command in Commands(reader.main)._commands()}
        commands["Go to Grain"]()
        await reader.settle()
        assert (in_hand(reader), "Grain" in labels(reader)) == ("Grain", True)


async def test_counts_go_on_while_it_is_folded(start: Start, library: Library) -> None:
    async with start(folders={"Magazines": "folded"}) as reader:
        read(library, "Grain")
        reader.main.numbers.take()
        assert line(reader, "MAGAZINES")[1:] == "! MAGAZINES ▸         1 "
        library.save_failure(library.find_feed("Slate").id, "gone", next_due=None)
        reader.main.refreshing.offline_since = 1.0
        reader.main.numbers.take()
        assert line(reader, "MAGAZINES")[1:] == "  MAGAZINES ▸         1 "


async def test_it_is_remembered_and_every_folder_is_folded_at_once(start: Start) -> None:
    async with start() as reader:
        commands = {command.name: command.run for command in Commands(reader.main)._commands()}
        commands["Fold all folders"]()
        await reader.until(lambda: load(find().config_file).folded() == {"Trade", "Magazines"})
        assert labels(reader) == ["TRADE", "MAGAZINES", "Eurofilm Bulletin"]
        await at(reader, "TRADE")
        await reader.press("=")
        await reader.until(lambda: load(find().config_file).folded() == {"Magazines"})
    kept = load(find().config_file).folders
    assert kept == {"Trade": "open", "Magazines": "folded"}
    async with start(folders=kept) as reader:
        assert labels(reader) == [*UNFOLDED[:5], "Eurofilm Bulletin"]
        reader.main.do("sidebar.fold_all")
        reader.main.do("sidebar.fold_all")
        assert labels(reader) == UNFOLDED


async def test_another_window_folds_it_here_too(start: Start) -> None:
    async with start() as reader:
        find().config_file.write_text('[folders]\n"Trade" = "folded"\n')
        reader.main.numbers.notice_writers()
        assert labels(reader)[:2] == ["TRADE", "MAGAZINES"]


async def test_beside_outlets_that_are_left_out(start: Start, library: Library) -> None:
    read(library, "Marquee", "Slate", "Backlot", "Grain")
    folded = {"Trade": "folded", "Magazines": "folded"}
    async with start(sidebar_unread_only=True, folders=folded) as reader:
        assert labels(reader) == ["MAGAZINES", "Eurofilm Bulletin", "4 outlets hidden"]


async def test_the_foot_says_the_keys_of_a_folder(start: Start) -> None:
    async with start((80, 24)) as reader:
        await at(reader, "TRADE")
        foot = "E rename   = fold   ? keys"
        assert foot in reader.screen_text().splitlines()[-1]
        assert [what for _, what in reader.main.hints.now()] == ["rename", "fold", "keys"]
        await reader.press("=")
        assert foot.replace("fold", "unfold") in reader.screen_text().splitlines()[-1]
        await reader.press("k")
        assert "Enter open   a add feed   ? keys" in reader.screen_text().splitlines()[-1]


@pytest.mark.parametrize("preset", ["default", "vim", "newsboat", "netnewswire"])
def test_its_key_is_the_same_in_every_preset(preset: str) -> None:
    assert Keymap(preset).table("sidebar")[("=",)] == "sidebar.fold"


# ---------------------------------------------------------------- given another name


async def test_a_folder_is_renamed_in_its_place_and_that_is_undone(start: Start, library: Library) -> None:
    async with start(folders={"Trade": "folded"}) as reader:
        reader.main.section.go_to(TRADE)
        await reader.settle()
        await at(reader, "TRADE")
        await reader.press("E", "ctrl+u", "paste:  Film   trade ", "enter")
        assert reader.status == "Renamed Trade to Film trade · U undoes"
        assert (labels(reader)[:2], in_hand(reader)) == (["FILM TRADE", "MAGAZINES"], "FILM TRADE")
        assert reader.main.listing.view == View("folder", folder="Film trade")
        assert (reader.main.captions.title(), reader.main.list.length) == ("Film trade", 8)
        assert "Film trade" in reader.screen_text().splitlines()[0]
        await reader.press("U")
        assert (labels(reader)[:2], library.folders()) == (["TRADE", "MAGAZINES"], ["Magazines", "Trade"])
        assert (reader.main.listing.view, reader.main.list.length) == (TRADE, 8)


async def test_a_name_that_exists_makes_the_two_one_once_that_was_said(
    start: Start, library: Library
) -> None:
    before = [(feed.id, feed.folder) for feed in library.feeds()]
    async with start() as reader:
        await at(reader, "MAGAZINES")
        await reader.press("E", "ctrl+u", "paste:Trade", "enter")
        said = "There is a folder Trade already, of 3 outlets: Enter again makes the two one."
        assert said in " ".join(reader.screen_text().replace("│", " ").split())
        await reader.press("x", "backspace", "enter")
        assert isinstance(reader.app.screen, RenameFolder), "said again of a name typed anew"
        await reader.press("enter")
        assert reader.status == "Put Magazines into Trade · U undoes"
        assert (labels(reader).count("MAGAZINES"), in_hand(reader)) == (0, "TRADE")
        assert library.folders() == ["Trade"]
        assert reader.main.counts.folders == {"Trade": 12}
        await reader.press("U")
        assert [(feed.id, feed.folder) for feed in library.feeds()] == before
        assert labels(reader) == UNFOLDED


async def test_no_name_is_none_and_the_same_changes_nothing(start: Start, library: Library) -> None:
    async with start() as reader:
        await at(reader, "TRADE")
        await reader.press("E", "ctrl+u", "enter")
        assert "A folder needs a name: type one, or Esc leaves it as it is." in reader.screen_text()
        await reader.press("escape", "E", "enter")
        assert (reader.main.mark.deeds, library.folders()) == ([], ["Magazines", "Trade"])
        await reader.press("E", f"paste:{'x' * 600}", "enter")
        assert "A folder's name has at most" in reader.status


async def test_the_settings_file_has_the_last_word_and_that_is_said(start: Start, library: Library) -> None:
    feeds = {str(library.find_feed("Grain").id): {"folder": "Magazines"}}
    from reader.config import FeedConfig

    chosen = {number: FeedConfig(**each) for number, each in feeds.items()}
    async with start(feeds=chosen) as reader:
        await at(reader, "MAGAZINES")
        await reader.press("E")
        assert "config.toml says the folder of 1 outlet in it" in reader.screen_text()


# ---------------------------------------------------------------- asked for news


async def test_its_outlets_are_asked_now(
    start: Start, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    async with start() as reader:
        monkeypatch.setattr(reader.main.refreshing._child, "start", lambda args: asked.append(tuple(args)))
        await at(reader, "MAGAZINES")
        await reader.press("r")
        ids = [str(library.find_feed(name).id) for name in ("Grain", "Silver")]
        assert asked == [(*ids, "--force")]
        await at(reader, "Today")
        await reader.press("r", "E")
        assert (len(asked), reader.status) == (1, "No outlet here: choose one first.")
