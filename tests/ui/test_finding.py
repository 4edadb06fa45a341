"""Search, filter, the bookmarks sidebar, help and the palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.command import CommandList

from reader.incoming import ParsedFeed
from reader.library import Library
from reader.ui.screens.palette import Commands
from tests.ui.conftest import NOW, Start, answer, entry


async def test_searching_while_typing(start: Start) -> None:
    async with start() as reader:
        await reader.press("j", "slash", *"salt ro")
        assert reader.main.captions.title() == "Search: salt ro"
        assert reader.main.list.length == 2
        await reader.press(*"ad", "enter", "j", "enter")
        assert reader.shown == "The Salt Road: review"
        await reader.press("h", "q")
        assert (reader.main.list.length, reader.main.list.cursor) == (13, 1)
        assert not reader.main.query_bar.has_class("-shown")


async def test_a_wrong_query_gets_a_sentence_and_a_caret(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "paste:salt after:neverday")
        lines = reader.screen_text().splitlines()
        typed = next(
            n for n, line in enumerate(lines) if "salt after:neverday" in line and "Search" not in line
        )
        assert lines[typed].index("neverday") == lines[typed + 1].index("^")
        assert "not a date" in lines[typed + 2]
        await reader.press("ctrl+w", "ctrl+w")
        assert "^" not in reader.screen_text()
        assert reader.main.list.length == 2
        await reader.press("escape")
        assert reader.main.captions.title() == "Unread"


async def test_filtering_a_list(start: Start) -> None:
    async with start() as reader:
        await reader.press("6", "f", "paste:salt", "down")
        assert (reader.main.captions.title(), reader.main.list.length) == ("Magazines · salt", 1)
        await reader.press("f", "paste:x", "escape")
        assert (reader.main.captions.title(), reader.main.list.length) == ("Magazines", 4)


async def test_a_search_that_finds_nothing_says_so(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        assert "Type words" in reader.screen_text()
        await reader.press("paste:zebra", "enter")
        assert "Nothing found among 14 articles." in reader.screen_text()


async def test_the_bookmarks_sidebar(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("b", "j", "t")
        await reader.press("paste:heat", "tab", "paste:follow this", "enter")
        await reader.press("B")
        text = reader.screen_text()
        assert reader.main.pane == "bookmarks"
        assert all(words in text for words in ("Bookmarks", "#heat 1", "“follow this”"))
        await reader.press("f", "paste:follow")
        assert [b.note for b in reader.main.bookmarks_sidebar.list.bookmarks] == ["follow this"]
        await reader.press("enter", "enter")
        assert reader.shown.startswith("A studio lot")
        await reader.press("tab", "B")
        assert not reader.main.has_class("-bookmarks")


async def test_a_bookmark_opens_when_its_feed_is_gone(start: Start, library: Library, tmp_path: Path) -> None:
    async with start(size=(80, 24)) as reader:
        await reader.press("b")
        library.unsubscribe(library.find_feed("The Backlot Reporter").id)
        reader.main.numbers.take()
        await reader.press("B", "enter")
        assert reader.shown == "Mann says Heat 2 is what he shoots next"
        assert "goes both ways in time" in reader.screen_text()
        await reader.press("q", "4")
        assert reader.main.list.length == 1


async def test_the_list_of_bookmarks_follows_marks(start: Start) -> None:
    async with start() as reader:
        await reader.press("b", "B")
        await reader.press("b")  # the list has come by now
        assert reader.main.bookmarks_sidebar.list.length == 0
        await reader.press("U")
        assert reader.main.bookmarks_sidebar.list.length == 1
        assert "Nothing saved" not in reader.screen_text()


async def test_help_can_be_searched(start: Start) -> None:
    async with start() as reader:
        await reader.press("question_mark")
        assert "Moving" in reader.screen_text()
        await reader.press("paste:bookmark")
        text = reader.screen_text()
        assert "Show or hide the bookmarks sidebar." in text
        assert "Half a page down" not in text
        await reader.press("ctrl+u", "A")
        assert "Mark this list read" in reader.screen_text()
        await reader.press("escape")
        assert reader.app.screen is reader.main


def first(rows: CommandList) -> str:
    """The command that Enter would run."""
    return str(rows.get_option_at_index(0).prompt) if rows.highlighted == 0 else ""


async def test_the_palette_runs_actions_and_goes_to_outlets(start: Start) -> None:
    async with start() as reader:
        await reader.press("colon")
        box, rows = reader.app.screen.query_one("#--input"), reader.app.screen.query_one(CommandList)
        await reader.until(lambda: bool(rows.region.width))
        assert (box.region.x, box.region.width) == (24, 72)
        await reader.pilot.resize_terminal(80, 24)
        await reader.pilot.pause()
        assert (box.region.x, box.region.width, rows.region.bottom) == (0, 80, 21)
        await reader.press("paste:density")
        await reader.until(lambda: first(rows).startswith("Density"))
        await reader.press("enter")
        await reader.settle()
        assert reader.main.list.density == "compact"
        await reader.press("ctrl+p", "paste:Slate Line")
        rows = reader.app.screen.query_one(CommandList)
        await reader.until(lambda: first(rows).startswith("Go to Slate Line"))
        await reader.press("enter")
        await reader.settle()
        assert reader.main.captions.title() == "Slate Line"


@pytest.mark.parametrize(
    ("words", "name"), [("unsubscribe", "Edit feed"), ("offline", "Pack"), ("Status Line", "What was said")]
)
async def test_the_palette_finds_a_command_by_what_it_says_of_itself(
    start: Start, words: str, name: str
) -> None:
    async with start() as reader:
        await reader.press("colon", f"paste:{words}")
        rows = reader.app.screen.query_one(CommandList)
        await reader.until(lambda: first(rows).startswith(name))


async def test_in_the_palette_names_come_first(start: Start) -> None:
    async with start() as reader:
        found = [hit async for hit in Commands(reader.main).search("unread")]
        named = ["unread" in hit.text.casefold() for hit in sorted(found, key=lambda hit: -hit.score)]
        assert named == sorted(named, reverse=True)
        assert set(named) == {True, False}


async def test_the_palette_says_of_what_is_named_why_it_cannot_be_done(start: Start) -> None:
    async with start() as reader:
        theme = reader.app.theme
        for pane in ((), ("tab",)):
            await reader.press(*pane, "colon", "paste:mute this")
            rows = reader.app.screen.query_one(CommandList)
            await reader.until(lambda rows=rows: first(rows).startswith("Mute this search\nNo search here: "))
            await reader.press("enter")
            await reader.settle()
            assert reader.status == "No search here: search for what is to be muted first."
        assert reader.app.theme == theme


async def test_the_palette_mutes_what_a_search_finds_and_undo_gives_it_back(start: Start) -> None:
    async with start() as reader:
        library = reader.app.library
        reader.main.do("mark.mute")
        assert reader.status == "No search here: search for what is to be muted first."
        await reader.press("/", "paste:heat 2", "enter")
        found, before = reader.main.list.length, library.counts().unread
        await reader.press("colon", "paste:mute this")
        rows = reader.app.screen.query_one(CommandList)
        await reader.until(lambda: first(rows).startswith("Mute this search"))
        await reader.press("enter")
        await reader.settle()
        [mute] = library.mutes()
        assert (mute.query, mute.until, mute.muted) == ("heat 2", None, before - library.counts().unread)
        assert reader.status == f"Muted: {mute.muted} marked read · U undoes"
        assert (reader.main.list.length, reader.main.list.row().read) == (found, True)
        await reader.press("U")
        await reader.settle()
        assert (library.mutes(), library.counts().unread) == ([], before)
        assert reader.status == "Undone: muting this search"


async def test_keys_that_need_something_say_what(start: Start) -> None:
    async with start() as reader:
        await reader.press("tab", "m")
        assert reader.status == "No article here: choose one first."
        await reader.press("shift+tab", "h", "r")
        assert reader.status == "No outlet here: choose one first."


async def test_wrong_keys_in_the_settings_are_said_at_the_start(start: Start) -> None:
    async with start(keys={"look.zem": "Z"}) as reader:
        assert reader.status == "keys: no action “look.zem”, did you mean “look.zen”?"


async def test_themes_of_our_own_and_of_textuals(start: Start) -> None:
    for theme in ("matinee", "high-contrast", "nord", "ansi-dark"):
        async with start(theme=theme, size=(80, 24)) as reader:
            assert reader.app.theme == theme
            assert "Mann says" in reader.screen_text()


async def test_a_theme_there_is_not_is_said(start: Start) -> None:
    async with start(theme="noire", size=(80, 24)) as reader:
        assert reader.app.theme == "noir"
        assert reader.status == "There is no theme “noire”: press : and type theme."


def _with_numbers(library: Library) -> None:
    """An article newer than all others in which `2` begins a word and is none."""
    entries = (entry("Two hundred and twelve degrees of heat, and a 212 on the dial", NOW - 5, 90),)
    feed = library.find_feed("Slate Line")
    library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title=feed.title, entries=entries), answer())
    while library.index_batch():
        pass


@pytest.mark.parametrize("end", ["enter", "space"])
async def test_the_last_word_begins_words_only_while_it_is_typed(
    start: Start, library: Library, end: str
) -> None:
    _with_numbers(library)
    async with start() as reader:
        await reader.press("slash", "paste:title:heat title:degr", "down")
        assert reader.main.list.length == 0
        await reader.press("q", "slash", "paste:title:heat title:degr")
        assert [reader.main.list.length, reader.title[:3]] == [1, "Two"]
        await reader.press(end)
        assert reader.main.list.length == 0


async def test_that_a_word_was_only_begun_is_told_where_it_finds_nothing(
    start: Start, library: Library
) -> None:
    _with_numbers(library)
    async with start() as reader:
        await reader.press("slash", "paste:title:degr")
        await reader.press("enter")
        said = "Nothing found among 15 articles. title:degr* finds what begins so."
        assert said == reader.main.list.empty()
        await reader.press("slash", "ctrl+u", "paste:title:degr*", "enter")
        assert reader.title[:3] == "Two"
        await reader.press("slash", "ctrl+u", "paste:nobodysaidthis")
        await reader.press("enter")
        assert reader.main.list.empty() == "Nothing found among 15 articles."


async def test_a_number_is_whole_as_it_stands(start: Start, library: Library) -> None:
    """“heat 2” is not on its way to “heat 212”."""
    _with_numbers(library)
    async with start() as reader:
        await reader.press("slash", "paste:title:heat title:2")
        assert [reader.main.list.length, reader.title[:3]] == [1, "Man"]


async def test_a_filters_last_word_ends_too_and_the_cursor_stays(start: Start, library: Library) -> None:
    _with_numbers(library)
    async with start() as reader:
        await reader.press("f", "paste:title:th")
        assert reader.main.list.length > 1
        await reader.press("space")
        assert reader.main.list.length == 0
        await reader.press("ctrl+u", "paste:a", "enter", "j")
        title = reader.title
        reader.main.listing.reload()
        await reader.settle()
        assert reader.title == title


async def test_enter_twice_in_one_breath_opens_what_the_whole_words_find(
    start: Start, library: Library
) -> None:
    _with_numbers(library)
    async with start() as reader:
        await reader.press("slash", "paste:title:heat title:2")
        reader.app.post_message(events.Key("enter", None))
        reader.app.post_message(events.Key("enter", None))
        await reader.pilot.pause()
        await reader.settle()
        assert (reader.main.pane, reader.shown[:3]) == ("article", "Man")


async def test_an_unknown_value_gets_a_sentence_and_a_caret(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "paste:is:unre")
        assert "^" not in reader.screen_text()
        await reader.press("enter")
        lines = reader.screen_text().splitlines()
        typed = next(n for n, line in enumerate(lines) if "is:unre" in line and "Search" not in line)
        assert lines[typed].index("unre") == lines[typed + 1].index("^")
        assert "“is:” knows bookmarked" in lines[typed + 2]


async def test_a_search_says_how_many_it_found(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "paste:heat")
        assert reader.status == f"{reader.main.list.length} found"
        await reader.press("paste: nobodysaidthis")
        assert "found" not in reader.status
        await reader.press("ctrl+u", "paste:after:soon")
        assert "found" not in reader.status


async def test_what_is_done_in_a_search_is_told_not_how_many_it_found(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "paste:heat", "enter")
        await reader.settle()
        assert reader.status == f"{reader.main.list.length} found"
        await reader.press("w", "enter")
        await reader.settle()
        done = reader.status
        assert done.endswith(" · U undoes")
        await reader.press("U")
        await reader.settle()
        assert reader.status == f"Undone: {done[0].lower()}{done[1:].removesuffix(' · U undoes')}"
