"""The settings on their screen: seen, found, changed, taken back, and never lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from reader.config import Config, load, settings
from reader.paths import find
from reader.ui.parts.changing import Changing
from reader.ui.screens.setting_desk import SettingRows
from reader.ui.screens.setting_rows import SHELVES, State, entries, found
from reader.ui.screens.settings import SettingsScreen
from tests.ui.conftest import Reader, Start

MINE = '# mine\nauto_refresh = false\nmeasure = 72 # wide\n\n# keys\n[keys]\n"mark.read" = "X"\n'


def put(text: str = MINE) -> Path:
    """Write the settings file, and return where it is."""
    file = find().config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


async def change(reader: Reader, *keys: str) -> str:
    """What stands on the screen after these keys, once all is written."""
    await reader.press(*keys)
    await reader.until(lambda: reader.main.settings.settled)
    await reader.settle()
    return reader.screen_text()


def find_row(*words: str) -> tuple[str, ...]:
    """The keys that put the cursor on the setting which is found so."""
    return ("slash", *(f"paste:{word}" for word in words), "enter")


def test_every_setting_has_a_place_and_a_name() -> None:
    named = [key for labels in SHELVES.values() for key in labels]
    assert sorted(named) == sorted(each.key for each in settings())
    state = State(Config(), {}, {}, {})
    assert [each.key for each in found("", state)] == named
    assert [each.key for each in found("widest", state)] == ["measure"]
    assert "theme" in [each.key for each in found("dracula", state)]


async def test_each_setting_is_told_of(start: Start) -> None:
    async with start(size=(100, 60), measure=72) as reader:
        await reader.press("comma")
        text = reader.screen_text()
        assert [each.label for each in entries() if each.label not in text] == []
        assert "72                    default 80" in text
        seen = set()
        for _ in entries():
            about = str(reader.app.screen.query_one("#about").content)
            seen |= {each.key for each in entries() if about.startswith(each.setting.help)}
            await reader.press("j")
        assert seen == {each.key for each in entries()}


async def test_a_first_click_takes_the_cursor_and_a_second_changes(start: Start) -> None:
    async with start() as reader:
        await reader.press("comma")
        rows, seen = reader.app.screen.query_one(SettingRows), []
        for line in (4, 4, 4, 0):  # marks in plain ASCII, then the heading above
            await reader.pilot.click(SettingRows, offset=(4, line))
            await change(reader)
            seen.append((rows.highlighted, reader.main.config.ascii))
        assert seen == [(4, False), (4, True), (4, False), (4, False)]


async def test_a_choice_is_cycled_holds_at_once_and_is_written_beside_what_was_there(start: Start) -> None:
    file = put()
    async with start(measure=72, keys={"mark.read": "X"}) as reader:
        text = await change(reader, "comma", "right")
        assert ("[matinee]" in text, reader.app.theme) == (True, "matinee")
        assert file.read_text() == MINE.replace("wide\n", 'wide\ntheme = "matinee"\n')
        await change(reader, "space", "left", "left", "left")
        assert (reader.app.theme, load(file).theme) == ("tokyo-night", "tokyo-night")
        assert reader.main.config == load(file)
        for _ in range(5):
            await change(reader, "u")
        assert (file.read_text(), reader.app.theme) == (MINE, "noir")
        assert "left to undo" in await change(reader, "u")


async def test_a_boolean_a_number_and_a_text(start: Start) -> None:
    file = put()
    async with start(measure=72) as reader:
        await change(reader, "comma", *find_row("plain ascii"), "enter")
        await change(reader, *find_row("measure"), "l", "l", "h")
        await change(reader, *find_row("player"), "enter", "paste:mpv --fs", "enter")
        mine = Config(auto_refresh=False, ascii=True, measure=73, player="mpv --fs", keys={"mark.read": "X"})
        assert load(file) == mine
        assert 'player = "mpv --fs" in config.toml' in reader.screen_text()
        assert reader.main.article_view.ascii_only
        await change(reader, "enter", "ctrl+u", "enter")
        assert "player" not in file.read_text()


async def test_a_wrong_value_is_refused_with_the_reason_and_can_be_put_right(start: Start) -> None:
    file = put()
    async with start(size=(80, 24), measure=72) as reader:
        text = await change(reader, "comma", *find_row("measure"), "enter", "3", "enter")
        assert "“measure” is 723; it takes a number from 44 to 120." in text
        assert file.read_text() == MINE
        text = await change(reader, "backspace", "backspace", "paste:5", "enter")
        assert ("it takes" in text, load(file).measure) == (False, 75)
        text = await change(reader, "enter", "paste:x", "escape")
        assert load(file).measure == 75
        assert reader.app.screen.query_one("#value", Input).display is False
    async with start(measure=120) as reader:
        assert "The most is 120." in await change(reader, "comma", *find_row("measure"), "right")


async def test_a_setting_goes_back_to_its_default_and_that_is_undone_in_the_list(start: Start) -> None:
    file = put('# mine\nmeasure = 72\ndensity = "roomy" # three\n')
    async with start(measure=72, density="roomy") as reader:
        await change(reader, "comma", *find_row("measure"), "d")
        await change(reader, *find_row("lines of a row"), "d")
        assert file.read_text() == '# mine\ndensity = "comfortable" # three\n'
        assert "It has its default." in await change(reader, "d")
        assert reader.main.list.density == "comfortable"
        await change(reader, "q", "U", "U")
        assert file.read_text() == '# mine\nmeasure = 72\ndensity = "roomy" # three\n'
        assert (reader.main.list.density, reader.main.config.measure) == ("roomy", 72)


async def test_undo_takes_back_nothing_that_was_done_elsewhere(start: Start) -> None:
    async with start() as reader:
        await reader.press("b")
        assert "left to undo" in await change(reader, "comma", "u")
        assert len(reader.main.mark.deeds) == 1


async def test_what_is_changed_by_hand_meanwhile_is_taken_in_and_stays(start: Start) -> None:
    file = put()
    async with start(measure=72) as reader:
        await reader.press("comma")
        file.write_text(MINE.replace("72", "99") + '\n[feeds.3]\ntitle = "Grain"\n')
        reader.main.numbers.notice_writers()
        await reader.settle()
        assert "99                    default 80" in reader.screen_text()
        file.write_text(file.read_text().replace("99", "101"))  # not seen yet
        await change(reader, "right")
        reader.main.numbers.notice_writers()
        await reader.settle()
        assert (load(file).measure, load(file).theme, load(file).feeds["3"].title) == (
            101,
            "matinee",
            "Grain",
        )
        assert reader.main.config == load(file)
        assert "101                   default 80" in reader.screen_text()


async def test_a_file_with_a_fault_is_told_with_its_line_and_only_that_fault_can_be_mended(
    start: Start,
) -> None:
    wrong = "# mine\nmeasure = 7\n"
    file = put(wrong)
    async with start(size=(100, 40)) as reader:
        text = await change(reader, "comma")
        assert "config.toml: line 2: “measure” is 7; it takes a number from 44 to 120." in text
        assert "! Widest line of an article   80" in text
        text = await change(reader, "right")
        assert "line 2: “measure” is 7" in text
        assert (file.read_text(), reader.app.theme) == (wrong, "noir")
        text = await change(reader, *find_row("measure"), "right")
        assert (file.read_text(), "line 2" in text) == ("# mine\nmeasure = 81\n", False)


@pytest.mark.parametrize("broken", ["theme = \n", "\xff"])
async def test_a_file_that_cannot_be_read_is_not_lost(start: Start, broken: str) -> None:
    file = put()
    file.write_bytes(broken.encode("latin-1"))
    async with start(size=(100, 40)) as reader:
        text = " ".join((await change(reader, "comma", "right")).split())
        assert ("not valid TOML" in text or "not UTF-8" in text) is True
        assert (file.read_bytes(), reader.main.config.theme) == (broken.encode("latin-1"), "noir")


async def test_a_file_that_takes_nothing_leaves_everything_as_it_was(start: Start) -> None:
    file = put()
    file.chmod(0o444)
    async with start(measure=72, size=(100, 40)) as reader:
        text = await change(reader, "comma", "right", "right", "right")
        assert "is read-only, so nothing was changed" in " ".join(text.split())
        assert (reader.app.theme, reader.main.config.theme, file.read_text()) == ("noir", "noir", MINE)
        assert reader.main.mark.deeds == []
        file.unlink()
        file.symlink_to("/proc/self/config.toml")  # where nobody may make a file
        assert "cannot be written" in await change(reader, "space")
        assert reader.main.config.theme == "noir"


async def test_tables_say_how_many_they_have_and_open_the_editor(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(MINE + '[folders]\nTrade = "folded"\nGrain = "open"\n')
    given: list[Path] = []
    monkeypatch.setattr(Changing, "edit", lambda self: given.append(self._path))
    folders = {"Trade": "folded", "Grain": "open"}
    async with start(size=(100, 60), keys={"mark.read": "X"}, folders=folders) as reader:
        text = await change(reader, "comma")
        rows = [" ".join(line.split()) for line in text.splitlines()]
        assert {"Folders in the sidebar 1 folded", "Keys of your own 1 bound", "Single outlets none"} <= set(
            rows
        )
        text = await change(reader, *find_row("keys of your own"), "d")
        assert "? lists all; Enter opens config.toml" in text
        await change(reader, "enter")
        assert given == [find().config_file]


async def test_where_there_is_no_terminal_to_hand_on_the_file_is_named(start: Start) -> None:
    async with start(size=(100, 40)) as reader:
        assert "There is no editor here; the file is" in await change(reader, "comma", "e")


async def test_what_the_environment_gives_is_told_as_such(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "w3m")
    async with start() as reader:
        text = await change(reader, "comma", *find_row("browser"))
        assert ("w3m                   from $BROWSER" in text, "browser: from $BROWSER" in text) == (
            True,
            True,
        )
        await change(reader, "enter", "paste:lynx", "enter")
        assert "from $BROWSER" not in reader.screen_text()
        assert os.environ["BROWSER"] == "w3m"


async def test_what_was_found_by_its_value_stays_when_that_is_changed(start: Start) -> None:
    put()
    async with start() as reader:
        text = await change(reader, "comma", *find_row("off ascii"), "right")
        assert "Marks in plain ASCII        on                    default off" in text
        await reader.press("slash", "paste:off ascii marks")
        assert "Nothing goes by that." in reader.screen_text()


async def test_escape_ends_typing_then_the_filter_then_the_screen(start: Start) -> None:
    async with start() as reader:
        await reader.press("comma", *find_row("player"), "enter", "x", "escape")
        assert isinstance(reader.app.focused, SettingRows)
        await reader.press("escape")
        assert reader.app.screen.query_one("#words", Input).value == ""
        assert isinstance(reader.app.screen, SettingsScreen)
        await reader.press("escape")
        assert reader.app.screen is reader.main
        assert "Nothing goes by that." in await change(reader, "comma", "slash", "paste:zzz")
        await reader.press("enter", "right", "d", "enter", "q")
        assert reader.app.screen is reader.main


async def test_how_often_one_outlet_is_asked_is_set_where_it_is_edited(start: Start) -> None:
    file = put()
    async with start(keys={"mark.read": "X"}, measure=72) as reader:
        feed = reader.main.hand.feed()
        assert feed is not None
        table = f'\n[feeds."{feed.url}"]\nrefresh_minutes = 90\n'
        await change(reader, "E", "tab", "tab", "tab", "paste:90", "enter")
        assert file.read_text() == MINE + table
        reader.main.numbers.notice_writers()
        await reader.settle()
        await reader.press("E")
        assert reader.app.screen.query_one("#minutes", Input).value == "90"
        await change(reader, "escape", "U")
        assert file.read_text() == MINE
        file.chmod(0o444)
        await change(reader, "E", "paste:Else", "tab", "tab", "tab", "paste:90", "enter")
        assert "is read-only" in reader.status
        assert (file.read_text(), reader.main.library.feed(feed.id).own_title) == (MINE, feed.own_title)
