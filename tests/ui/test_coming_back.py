"""What stays as it was: how far an article is read; and what changes at once: the settings."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from reader.config import load
from reader.incoming import Page
from reader.library import Library
from reader.paths import find
from reader.ui.screens.palette import Commands
from reader.ui.writer import Job
from tests.ui.conftest import NOW, Reader, Start, document


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    find().create()


def leaf(reader: Reader) -> int:
    """The number of the block at the top of the pane."""
    view = reader.main.article_view
    return view.lines[view.scroll_offset.y].leaf


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_article_is_opened_where_it_was_left(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size, start_view="all") as reader:
        await reader.press("enter", "space")
        left = reader.main.article_view.scroll_offset.y
        assert left > 5
        await reader.press("n")
        assert reader.main.article_view.scroll_offset.y == 0
        await reader.press("q", "k", "enter")
        assert reader.main.article_view.scroll_offset.y == left
        await reader.press("Q")
    async with start(size=size, start_view="all") as reader:
        await reader.press("enter")
        assert reader.main.article_view.scroll_offset.y == left


async def test_a_signal_keeps_the_place_as_quitting_does(start: Start) -> None:
    async with start(size=(80, 24), start_view="all") as reader:
        await reader.press("enter", "j", "j", "j")
        reader.app.exit(143)
    assert reader.app.library.position(reader.main.article_view.article.id) > 0


async def test_a_place_that_could_not_be_written_is_written_on_leaving(
    start: Start, library: Library
) -> None:
    async with start(start_view="all") as reader:
        await reader.press("enter", "j", "j", "j")
        failing = "CREATE TRIGGER full BEFORE INSERT ON reading BEGIN SELECT RAISE(FAIL, 'full'); END"
        library._db.connection().execute(failing)
        await reader.press("escape", "m")  # what is marked is written after it
        library._db.connection().execute("DROP TRIGGER full")
        await reader.press("Q")
    assert library.position(reader.main.article_view.article.id) > 0


async def test_leaving_by_escape_is_enough(start: Start) -> None:
    async with start(size=(80, 24), start_view="all") as reader:
        await reader.press("enter", "j", "j", "j", "escape")
        assert reader.app.library.position(reader.main.article_view.article.id) > 0


async def test_what_was_read_to_its_end_begins_anew(start: Start) -> None:
    async with start(size=(80, 24), start_view="all") as reader:
        await reader.press("enter", "G", "q", "enter")
        assert reader.main.article_view.scroll_offset.y == 0


def change(**settings: object) -> None:
    """Write the settings file, as an editor does."""
    lines = (
        f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {str(value).lower()}"
        for key, value in settings.items()
    )
    draft = find().config_file.with_suffix(".new")
    draft.write_text("\n".join(lines))
    draft.replace(find().config_file)


async def test_a_change_as_long_in_the_same_tick_of_the_disks_clock_is_seen(start: Start) -> None:
    file = find().config_file
    async with start(measure=72) as reader:
        for measure in (81, 82):
            draft = file.with_suffix(".new")
            draft.write_text(f"measure = {measure}\n")
            os.utime(draft, ns=(0, 0))
            draft.replace(file)
            reader.main.settings.look()
            assert reader.main.config.measure == measure


async def test_the_settings_file_is_watched(start: Start) -> None:
    async with start(size=(120, 40)) as reader:
        await reader.press("enter", "space")
        before = leaf(reader)
        change(theme="matinee", measure=44, spacing=2, density="compact", images="off")
        reader.main.numbers.notice_writers()
        await reader.settle()
        view = reader.main.article_view
        assert reader.app.theme == "matinee"
        assert max(line.cells for line in view.lines) <= 44
        assert reader.main.list.row_height == 1
        assert reader.main.pictures.gallery.mode == "off"
        assert leaf(reader) == before
        blanks = "".join("." if line.text.strip() else " " for line in view.lines)
        assert ".  ." in blanks


async def test_marks_in_ascii_and_back_at_once(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "B", "escape")
        for ascii_marks in (True, False):
            change(ascii=ascii_marks)
            reader.main.numbers.notice_writers()
            await reader.settle()
            text = reader.screen_text()
            assert [mark in text for mark in "●▌≡"] == [not ascii_marks] * 3


async def test_keys_mean_at_once_what_the_settings_say(start: Start) -> None:
    async with start() as reader:
        change(preset="vim")
        reader.main.numbers.notice_writers()
        await reader.press("2", "j")
        assert reader.main.list.cursor == 2
        find().config_file.write_text('[keys]\n"move.down" = "ctrl+n"\n"read.opne" = "y"\n')
        reader.main.numbers.notice_writers()
        assert reader.status == "keys: no action “read.opne”, did you mean “read.open”?"
        await reader.press("ctrl+n", "j")
        assert reader.main.list.cursor == 3


async def test_a_wrong_settings_file_changes_nothing(start: Start) -> None:
    async with start() as reader:
        change(theme="matinee", measure=4)
        reader.main.numbers.notice_writers()
        assert "“measure” is 4; it takes a number from 44 to 120" in reader.status
        assert reader.app.theme == "noir"
        change(theme="matinee", measure=60)
        reader.main.numbers.notice_writers()
        assert ("settings are right again" in reader.status, reader.app.theme) == (True, "matinee")


async def test_the_palette_changes_settings_for_good(start: Start) -> None:
    async with start() as reader:
        commands = {command.name: command.run for command in Commands(reader.main)._commands()}
        commands["Theme matinee"]()
        commands["Spacing 0"]()
        assert (reader.app.theme, reader.main.article_view.spacing) == ("matinee", 0)
        kept = load(find().config_file)
        assert (kept.theme, kept.spacing) == ("matinee", 0)


async def test_a_setting_that_cannot_be_kept_is_said_and_changes_nothing(start: Start) -> None:
    async with start() as reader:
        choose = {command.name: command.run for command in Commands(reader.main)._commands()}["Theme matinee"]
        change(them="noir")
        choose()
        assert "unknown key “them”" in reader.status
        find().config_file.unlink()
        find().config_file.symlink_to("/proc/self/config.toml")  # where nobody may make a file
        choose()
        assert "config.toml cannot be written" in reader.status
        assert reader.app.theme == "noir"


async def test_without_spacing_only_paragraphs_close_up(start: Start) -> None:
    async with start(spacing=0) as reader:
        await reader.press("enter")
        lines = [line.text for line in reader.main.article_view.lines]
        second = next(n for n, line in enumerate(lines) if line.startswith("Paragraph 1 "))
        assert lines[second - 1].strip() != ""


async def test_offline_the_list_shows_what_can_be_read(start: Start, library: Library) -> None:
    async with start(start_view="all") as reader:
        rows = reader.main.list
        whole = rows.places.ids[1]
        library.save_page(whole, Page(document=document("Whole. " * 99)))
        reader.main.refreshing.offline_since = NOW - 5460
        reader.main.numbers.take()
        await reader.settle()
        looks = {row.id: [part for _, part in rows._titles(row, 40)[0]][-1] for row in rows.pages.shown()}
        expected = {row.id: "unread-title" if row.has_full_text else "meta" for row in rows.pages.shown()}
        assert looks == expected
        assert looks[whole] == "unread-title"
        marks = [rows._marks(row)[1] for row in rows.pages.shown() if row.id == whole]
        assert marks == [("≡", "bookmark")]
        reader.main.refreshing.offline_since = 0
        reader.main.numbers.take()
        await reader.settle()
        assert {rows._titles(row, 40)[0][-1][1] for row in rows.pages.shown()} == {"unread-title"}


async def test_what_is_marked_while_an_article_opens_leaves_it_where_it_was_left(start: Start) -> None:
    async with start(size=(80, 24), start_view="all") as reader:
        article_id = reader.main.list.row().id
        reader.app.library.keep_position(article_id, 113)
        reader.main.read.show(article_id)
        reader.main.read.renew([article_id])  # before the pane has any room
        await reader.settle()
        assert reader.main.article_view.scroll_offset.y > 0


# ---------------------------------------------------------------- how things are listed


async def test_the_density_chosen_is_that_of_the_next_start(start: Start) -> None:
    find().config_file.write_text("# mine\nmeasure = 72\n")
    async with start(measure=72) as reader:
        await reader.press("v", "v")
        assert (reader.main.list.density, reader.status) == (
            "roomy",
            "Rows are roomy now: headlines on up to two lines.",
        )
        await reader.press("Q")
    reader.app.writer.close()
    assert find().config_file.read_text() == '# mine\nmeasure = 72\ndensity = "roomy"\n'


async def test_what_is_chosen_meanwhile_is_not_taken_back_by_what_the_file_said(start: Start) -> None:
    async with start() as reader:
        written, main = threading.Event(), reader.main
        main.writer.submit(Job(written.wait, lambda: None, lambda _: None))
        await reader.press("v")
        change(density="roomy", theme="matinee")
        main.numbers.notice_writers()
        assert (main.list.density, reader.app.theme) == ("compact", "noir")
        written.set()
        await reader.until(lambda: not main.settings._unwritten)
        main.numbers.notice_writers()
        await reader.settle()
        assert (main.list.density, reader.app.theme) == ("compact", "matinee")


async def test_what_the_palette_chooses_meanwhile_holds_beside_it(start: Start) -> None:
    async with start() as reader:
        written, main = threading.Event(), reader.main
        main.writer.submit(Job(written.wait, lambda: None, lambda _: None))
        await reader.press("v")
        main.settings.choose("theme", "matinee")
        written.set()
        await reader.until(lambda: not main.settings._unwritten)
        main.numbers.notice_writers()
        await reader.settle()
        assert (main.list.density, reader.app.theme) == ("compact", "matinee")


async def test_what_the_file_cannot_take_is_said_and_holds_until_leaving(start: Start) -> None:
    async with start() as reader:
        find().config_file.symlink_to("/proc/self/config.toml")  # where nobody may make a file
        await reader.press("v")
        await reader.until(lambda: "config.toml cannot be written" in reader.status)
        reader.main.numbers.notice_writers()
        assert reader.main.list.density == "compact"
        await reader.press("v")
        assert reader.main.list.density == "roomy"


async def test_a_key_that_changes_how_things_are_listed_leaves_the_article_alone(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "h")
        sheet = reader.main.article_view._sheet
        await reader.press("v")
        await reader.until(lambda: not reader.main.settings._unwritten)
        reader.main.numbers.notice_writers()
        assert reader.main.article_view._sheet is sheet
