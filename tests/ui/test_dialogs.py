"""Dialogs under the pilot: what is typed, what is answered, what a person sees when it goes wrong."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from textual.app import App
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.system_commands import SystemCommandsProvider
from textual.widgets import Label, Static

from reader.errors import FetchError, StoreError
from reader.feeds.failures import from_status
from reader.feeds.target import parse
from reader.model import Feed
from reader.news import Follow, Silence
from reader.ui import screens
from reader.ui.drawing import age
from reader.ui.keymap import Keymap
from reader.ui.keymap import shown as shown_key
from reader.ui.screens.add_feed import AddFeed, Candidate, Wanted
from reader.ui.screens.dialog import Dialog, KeyLine, Picker, words
from reader.ui.screens.edit_feed import Edited, EditFeed, General
from reader.ui.screens.follow import EditFollow
from reader.ui.screens.health import Health
from reader.ui.screens.help import Help
from reader.ui.screens.links import Link, LinkChoice, Links
from reader.ui.screens.message import MessageScreen
from reader.ui.screens.palette import Palette
from reader.ui.screens.prompt import Prompt
from reader.ui.screens.tags import Noted, Tags, parse_tags
from reader.ui.screens.welcome import _KEYS as WELCOME
from reader.ui.screens.welcome import Welcome
from tests.ui.conftest import Start
from tests.ui.stage import OPEN, Stage, desk, shown

NOW = 1_790_000_000
BACKLOT = Feed(
    id=1,
    url="https://backlot.example/feed",
    title="The Backlot Reporter",
    status="ok",
    last_fetched=NOW - 700,
    next_due=NOW + 1300,
)
SILVER = Feed(
    id=2,
    url="https://silver.example/feed",
    title="Silver & Nitrate",
    own_title="Silver & Nitrate",
    folder="Magazines",
    status="failing",
    error="silver.example did not answer within 15 seconds; Newsreel asks again in 2 h.",
    last_fetched=NOW - 9000,
    next_due=NOW - 60,
)
MARKUP = "[bold red]x[/nope] [@click=app.quit]y[/]"


class Outside:
    """What the add dialog asks: answers by address, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Wanted] = []

    async def __call__(self, wanted: Wanted) -> Feed | list[Candidate]:
        self.asked.append(wanted)
        if wanted.url == "many":
            return [Candidate("one", "All news"), Candidate("two", MARKUP)]
        if wanted.url == "none":
            return []
        if wanted.url == "bad":
            raise FetchError("bad.example answered 404 (not found); check the address.")
        return BACKLOT


# ------------------------------------------------------------ all of them


@pytest.mark.parametrize(
    ("dialog", "key"),
    [
        (lambda: EditFeed(BACKLOT), "enter"),
        (lambda: EditFeed(BACKLOT), "ctrl+x"),
        (lambda: Health([BACKLOT, SILVER], NOW, lambda _: None), "enter"),
        (lambda: Links([Link("https://a.test/", "one")]), "enter"),
        (lambda: Tags("Title"), "enter"),
        (lambda: Prompt("Pipe", "command"), "enter"),
        (lambda: Help(Keymap("default", {})), "escape"),
        (lambda: Welcome([]), "d"),
        (lambda: Palette([SystemCommandsProvider]), "escape"),
    ],
)
async def test_a_key_struck_twice_answers_once(dialog: Callable[[], Screen[object]], key: str) -> None:
    """Neither what lies below is closed with it, nor the reader ended."""
    async with desk() as at:
        below: Screen[None] = Screen()
        at.app.ask(below)
        at.app.ask(dialog())
        await at.pilot.pause()
        for _ in range(3):
            at.app.post_message(Key(key, None))
        await at.pilot.pause()
        await at.pilot.pause()
        assert len(at.app.answers) == 1
        assert at.app.screen is below


@pytest.mark.parametrize("columns", [1, 2, 4, 8])
async def test_a_dialog_outlives_a_terminal_of_hardly_any_columns(columns: int) -> None:
    async with desk() as at:
        for dialog in (Health([BACKLOT, SILVER], NOW, print), Links([Link("https://a.test/", "one")])):
            at.app.ask(dialog)
            await at.pilot.pause()
            await at.pilot.resize_terminal(columns, 24)
            await at.pilot.press("j", "k")
            await at.pilot.resize_terminal(80, 24)
            await at.pilot.press("escape")
        assert at.app.answers == [None, None]


@pytest.mark.parametrize("columns", [1, 2, 4, 8])
async def test_the_palette_outlives_it_too(start: Start, columns: int) -> None:
    async with start(size=(80, 24)) as reader:
        await reader.press("colon")
        assert reader.app.screen is not reader.main
        await reader.pilot.resize_terminal(columns, 24)
        await reader.press("down", "z")
        await reader.pilot.resize_terminal(80, 24)
        await reader.press("escape")
        assert reader.app.screen is reader.main


# ------------------------------------------------------------ add a feed


async def test_add_answers_with_the_feed() -> None:
    async with desk() as at:
        outside = Outside()
        keys = ["o", "k", "tab", "N", "a", "m", "e", "tab", "T", "r", "a", "d", "e", "enter"]
        assert await at.answer(AddFeed(outside), *keys) == BACKLOT
        assert outside.asked == [Wanted("ok", "Name", "Trade")]


async def test_add_says_what_is_wrong_and_stays() -> None:
    async with desk() as at:
        assert await at.answer(AddFeed(Outside()), *"bad", "enter") is OPEN
        text = await at.text(AddFeed(Outside()), *"bad", "enter")
        assert "bad.example answered 404 (not found); check the address." in text
        assert "404" not in await at.text(AddFeed(Outside()), *"bad", "enter", "x")


async def test_add_asks_for_an_address() -> None:
    async with desk() as at:
        assert "Type an address first" in await at.text(AddFeed(Outside()), "enter")
        assert "No feed was found there." in await at.text(AddFeed(Outside()), *"none", "enter")


async def test_add_offers_what_a_page_names() -> None:
    async with desk((80, 30)) as at:
        outside = Outside()
        text = await at.text(AddFeed(outside), *"many", "enter")
        assert "This page names several feeds. Which one?" in text
        assert MARKUP in text
        assert await at.answer(AddFeed(outside), *"many", "enter", "j", "enter") == BACKLOT
        assert outside.asked[-1] == Wanted("two")


async def test_add_starts_with_an_address_in_hand_and_closes() -> None:
    async with desk() as at:
        outside = Outside()
        assert await at.answer(AddFeed(outside, url="given"), "enter") == BACKLOT
        assert outside.asked == [Wanted("given")]
        assert await at.answer(AddFeed(outside), "escape") is None


# ------------------------------------------------------------ edit a feed


async def test_edit_answers_with_title_and_folder() -> None:
    async with desk() as at:
        assert await at.answer(EditFeed(SILVER), "enter") == Edited("Silver & Nitrate", "Magazines")
        assert await at.answer(EditFeed(SILVER), "!", "tab", "s", "enter") == Edited(
            "Silver & Nitrate!", "Magaziness"
        )
        assert await at.answer(EditFeed(SILVER), "ctrl+u", "tab", "ctrl+u", "enter") == Edited(None, None)


async def test_what_a_feed_calls_itself_is_shown_and_not_made_ones_own() -> None:
    async with desk() as at:
        assert await at.answer(EditFeed(BACKLOT), "enter") == Edited(None, None)
        assert "the feed's own: The Backlot Reporter" in await at.text(EditFeed(BACKLOT))


async def test_edit_chooses_full_text_and_says_what_the_settings_say() -> None:
    async with desk() as at:
        always = replace(SILVER, full_text="always")
        same = Edited("Silver & Nitrate", "Magazines", "always")
        assert await at.answer(EditFeed(always), "enter") == same
        chosen = await at.answer(EditFeed(always), "tab", "tab", "space", "enter")
        assert chosen == same._replace(full_text="never")
        back = await at.answer(EditFeed(always), "tab", "tab", "left", "left", "enter")
        assert back == same._replace(full_text=None)
        text = " ".join((await at.text(EditFeed(BACKLOT, settings=General("auto"), fixed="folder"))).split())
        assert "[settings: auto] auto always never Fetched while refreshing where the feed" in text
        assert "config.toml says its folder: change that there." in text


async def test_edit_asks_how_often_a_feed_is_asked() -> None:
    async with desk() as at:
        to_it = ("tab", "tab", "tab")
        own = Edited("Silver & Nitrate", "Magazines", None, 90)
        assert await at.answer(EditFeed(SILVER), *to_it, "9", "0", "enter") == own
        assert await at.answer(EditFeed(SILVER, minutes=90), "enter") == own
        none = own._replace(refresh_minutes=None)
        assert await at.answer(EditFeed(SILVER, minutes=90), *to_it, "ctrl+u", "enter") == none
        text = " ".join((await at.text(EditFeed(SILVER), *to_it, "9", "enter")).split())
        assert "“refresh_minutes” is 9; it takes a number from 30 to 10080." in text
        assert "as in the settings: 60" in await at.text(EditFeed(SILVER))


async def test_edit_unsubscribes_and_says_what_is_wrong() -> None:
    async with desk() as at:
        assert await at.answer(EditFeed(SILVER), "ctrl+x") == "unsubscribe"
        assert await at.answer(EditFeed(SILVER), "escape") is None
        text = " ".join((await at.text(EditFeed(SILVER, ["Trade"]))).split())
        assert "silver.example did not answer within 15 seconds" in text
        assert "ctrl+x unsubscribe, bookmarks stay" in text


@pytest.mark.parametrize("size", [(40, 12), (30, 9), (80, 24)])
async def test_what_is_wrong_is_seen_where_the_dialog_is_taller_than_the_terminal(
    size: tuple[int, int],
) -> None:
    async with desk(size=size) as at:
        heat = EditFollow(Follow(name="Heat 2", kind="film", guard="2030-01-01"), print, followed=False)
        steps = ("tab", "tab", "tab", "tab", "ctrl+u", *"2020", "enter")
        assert "“2020” is no day" in " ".join((await at.text(heat, *steps)).split())


# ------------------------------------------------------------ tags and note


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#heat casting", ("heat", "casting")),
        (" a, b ,, #c#d ", ("a", "b", "c", "d")),
        ("Heat heat HEAT x", ("Heat", "x")),
        ("", ()),
        ("#", ()),
    ],
)
def test_tags_are_read_as_they_are_written(text: str, expected: tuple[str, ...]) -> None:
    assert parse_tags(text) == expected


async def test_tags_and_note_are_answered() -> None:
    async with desk() as at:
        tags = Tags("Mann says Heat 2 is next", ["mann"], "old", ["mann", "weekend"])
        assert await at.answer(tags, *" #x", "tab", "!", "enter") == Noted(("mann", "x"), "old!")
        assert await at.answer(Tags("T", ["a"], "n"), "ctrl+u", "tab", "ctrl+u", "enter") == Noted((), None)
        assert await at.answer(Tags("T"), "escape") is None
        assert "#mann  #weekend" in await at.text(Tags("T", known=["mann", "weekend"]))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((), Noted(("two words", "a,b", "mann"), "First line.\n\nSecond  line.")),
        (tuple(" #new"), Noted(("two words", "a,b", "mann", "new"), "First line.\n\nSecond  line.")),
        (("tab", "!"), Noted(("two words", "a,b", "mann"), "First line.\n\nSecond  line.!")),
    ],
)
async def test_what_other_hands_wrote_stays_to_the_letter(keys: tuple[str, ...], expected: Noted) -> None:
    """Tags of several words and notes of several lines come from the command line and from imports."""
    async with desk() as at:
        tags = Tags("T", ["two words", "a,b", "mann"], "First line.\n\nSecond  line.")
        assert await at.answer(tags, *keys, "enter") == expected


async def test_what_was_written_is_given_up_only_when_asked_twice() -> None:
    async with desk() as at:
        assert await at.answer(Tags("T"), "tab", *"note", "escape") == OPEN
        assert "Enter keeps what you wrote" in await at.text(Tags("T"), "tab", *"note", "escape")
        assert await at.answer(Tags("T"), "tab", *"note", "escape", "s", "enter") == Noted((), "notes")
        assert await at.answer(Tags("T"), "tab", *"note", "escape", "s", "escape") == OPEN
        assert await at.answer(Tags("T"), "tab", *"note", "escape", "escape") is None


# ------------------------------------------------------------ links


MANY = [Link(f"https://www.host{n}.example/path/{n}", f"Link {n}") for n in range(1, 13)]


async def test_links_are_chosen_by_number_or_cursor() -> None:
    async with desk() as at:
        assert await at.answer(Links(MANY), "7") == LinkChoice("open", MANY[6].url)
        assert await at.answer(Links(MANY), "1") is OPEN
        assert await at.answer(Links(MANY), "1", "2") == LinkChoice("open", MANY[11].url)
        assert await at.answer(Links(MANY), "1", "enter") == LinkChoice("open", MANY[0].url)
        assert await at.answer(Links(MANY), "1", "9") == LinkChoice("open", MANY[8].url)
        assert await at.answer(Links(MANY), "0", "j", "j", "k", "y") == LinkChoice("copy", MANY[1].url)
        assert await at.answer(Links(MANY), "G", "enter") == LinkChoice("open", MANY[11].url)
        assert await at.answer(Links(MANY), "q") is None


async def test_links_show_words_and_hosts_on_one_line_each() -> None:
    async with desk() as at:
        long = Link("https://b.example/" + "very/long/" * 30, MARKUP * 5)
        bare = Link("https://b.example/only/path", "https://b.example/only/path")
        lines = (await at.text(Links([*MANY[:1], long, bare, Link("https://c.example", "")]))).split("\n")
        rows = [" ".join(line.split()) for line in lines if "example" in line]
        assert rows[0] == "1 Link 1 host1.example"
        assert rows[1].startswith("2 [bold red]x[/nope] [@click=app.quit]y[/]")
        assert rows[2:] == ["3 only/path b.example", "4 c.example c.example"]


async def test_an_article_without_links_says_so() -> None:
    async with desk() as at:
        assert "This article has no links." in await at.text(Links([]), "5", "y", "enter")


@pytest.mark.parametrize("size", [(60, 20), (80, 25), (120, 40)])
async def test_long_lists_leave_the_keys_on_the_screen(size: tuple[int, int]) -> None:
    async with desk(size) as at:
        text = await at.text(Links(MANY * 9), "G")
        assert "108  Link 12" in text
        assert "Esc  close" in text


# ------------------------------------------------------------ health


async def test_health_shows_trouble_first_with_its_reason() -> None:
    async with desk((120, 30)) as at:
        never = Feed(id=3, url="https://grain.example/rss", title="Grain")
        text = await at.text(Health([BACKLOT, never, SILVER], NOW, print))
        rows = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        assert rows == [
            "Feed health",
            "Outlet State Newest Last asked Next",
            "Silver & Nitrate ! failing – 2 h now",
            "silver.example did not answer within 15 seconds; Newsreel asks again in 2 h.",
            "Grain never asked – – –",
            "The Backlot Reporter ok – 11 min 22 min",
            "r ask again E edit Esc close",
        ]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "3 outlets: there is nothing at their addresses (404); check whether they have moved."),
        (503, "3 outlets: their servers have trouble of their own."),
    ],
)
async def test_health_says_once_what_many_are_answered(status: int, said: str) -> None:
    errors = [from_status(status, parse(f"https://film.example/{n}")) for n in range(3)]
    lost = [replace(SILVER, id=n, title=f"Film {n}", error=str(error)) for n, error in enumerate(errors)]
    async with desk((120, 30)) as at:
        text = await at.text(Health([BACKLOT, *lost], NOW, print))
        assert [line.strip() for line in text.split("\n") if "outlets:" in line or "server" in line] == [said]


async def test_health_says_once_what_many_have_in_common() -> None:
    why = "The name film{n}.example could not be found; check the address and your connection."
    lost = [
        replace(SILVER, id=10 + n, title=f"Film {n}", error=why.format(n=n), next_due=NOW + 600)
        for n in range(3)
    ]
    asked: list[int] = []
    app = Stage()
    async with app.run_test(size=(120, 30)) as pilot:
        app.ask(Health([BACKLOT, *lost, SILVER], NOW, asked.append))
        await pilot.press("r", "j", "j", "j", "r")
        await pilot.pause()
        rows = [" ".join(line.split()) for line in shown(app).split("\n") if line.strip()]
        assert rows[2:-1] == [
            "3 outlets: their names could not be found; check your connection.",
            "Film 0 asking… – 2 h 10 min",
            "Film 1 ! failing – 2 h 10 min",
            "Film 2 ! failing – 2 h 10 min",
            "Silver & Nitrate asking… – 2 h now",
            "silver.example did not answer within 15 seconds; Newsreel asks again in 2 h.",
            "The Backlot Reporter ok – 11 min 22 min",
        ]
        assert asked == [10, 2]


async def test_health_asks_again_and_stays() -> None:
    asked: list[int] = []
    app = Stage()
    async with app.run_test(size=(60, 20)) as pilot:
        screen = Health([BACKLOT, SILVER], NOW, asked.append)
        app.ask(screen)
        await pilot.press("j", "r")
        await pilot.pause()
        assert (asked, app.answers) == ([1], [])
        assert "asking…" in shown(app)
        screen.update_feeds([SILVER, BACKLOT], NOW + 60)
        await pilot.pause()
        assert "asking…" not in shown(app)
        await pilot.press("E")
        await pilot.pause()
        assert app.answers == [1]


@pytest.mark.parametrize(
    ("size", "columns"),
    [((120, 30), "40 d 11 min 22 min"), ((80, 24), "40 d 22 min"), ((60, 20), "40 d")],
)
async def test_health_tells_who_has_gone_quiet_below_those_that_fail(
    size: tuple[int, int], columns: str
) -> None:
    newest = NOW - 40 * 86400
    quiet = replace(BACKLOT, id=7, title="Grain", newest=newest)
    lists = [BACKLOT, quiet, SILVER]
    async with desk(size) as at:
        text = await at.text(Health(lists, NOW, print, {7: Silence(newest, 6 * 86400)}))
        said = " ".join(text.split())
        columns = columns.replace("40 d", age(newest, NOW))
        assert f"Grain gone quiet {columns}" in said
        why = f"Nothing since {age(newest, NOW)}; before that it was never silent for more than 6 days."
        assert f"Grain gone quiet {columns} {why} The Backlot" in said
        assert said.index("Silver") < said.index("Grain") < said.index("The Backlot")
    screen = Health(lists, NOW, print, {})
    app = Stage()
    async with app.run_test(size=size) as pilot:
        app.ask(screen)
        screen.update_feeds(lists, NOW, {7: Silence(newest, 6 * 86400)})
        await pilot.pause()
        assert "gone quiet" in shown(app)


async def test_health_of_nothing_and_of_everything_well() -> None:
    async with desk() as at:
        assert "No outlets yet: what you add shows here." in await at.text(Health([], NOW, print), "r", "E")
        assert "Every outlet answers." in await at.text(Health([BACKLOT], NOW, print))
        noticed = replace(BACKLOT, notice="It has moved for good.")
        assert "It has moved for good." in await at.text(Health([noticed], NOW, print))
        assert await at.answer(Health([BACKLOT], NOW, print), "enter") == 1
        assert await at.answer(Health([BACKLOT], NOW, print), "H") is None


# ------------------------------------------------------------ messages


async def test_an_error_of_ours_is_its_sentence() -> None:
    async with desk() as at:
        error = StoreError("The library cannot be written: the disk is full. Free some space and try again.")
        text = " ".join((await at.text(MessageScreen.of(error))).split())
        assert "That did not work" in text
        assert str(error) in text
        assert "copy details" not in text


async def test_an_unexpected_error_can_be_copied() -> None:
    try:
        raise ValueError(MARKUP)
    except ValueError as error:
        screen = MessageScreen.of(error)
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(screen)
        await pilot.press("c")
        await pilot.pause()
        assert f"ValueError: {MARKUP}" in shown(app)
        assert app.clipboard.startswith("Traceback")
        await pilot.press("enter")
        await pilot.pause()
        assert app.answers == [None]


# ------------------------------------------------------------ shared parts


def test_words_are_never_markup_and_always_clean() -> None:
    assert words(MARKUP, ("\x1b[31m", "bold")).plain == MARKUP + "[31m"


def test_keys_have_the_same_names_in_every_line_of_keys() -> None:
    for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(module.name)
    ours = (each for each in Dialog.__subclasses__() if each.__module__.startswith(screens.__name__))
    lines = [each.keys for each in ours if isinstance(each.keys, tuple)]
    told = {key for line in (*lines, WELCOME) for key, _ in line}
    names = {shown_key((stroke,)) for stroke in ("space", "enter", "escape", "tab")}
    assert {key for key in told if key.title() in names} <= names


async def test_key_lines_break_between_pairs() -> None:
    line = KeyLine(("a", "first thing"), ("b", "second thing"), ("c", "third"))
    assert [len(pairs) for pairs in line._lines(40)] == [2, 1]
    assert [len(pairs) for pairs in line._lines(4)] == [1, 1, 1]
    assert KeyLine()._lines(10) == [[]]


@pytest.mark.parametrize("columns", [60, 80, 100, 120, 150, 200])
async def test_a_dialog_leaves_no_scraps_of_the_panes_beside_it(columns: int) -> None:
    """It takes the whole width, or leaves that of the sidebar; what it says keeps to the middle."""
    async with desk(size=(columns, 40)) as at:
        for screen, measure in ((Help(Keymap()), 102), (Links([Link("https://a.test/", "one")]), 66)):
            at.app.ask(screen)
            await at.pilot.pause()
            box, line = screen.query_one(".dialog").region, screen.query_one(KeyLine).region
            assert box.x == 0 or box.x >= 24
            assert abs(line.x - (columns - line.right)) <= 1
            assert line.width == min(measure, columns - 6)
            at.app.pop_screen()


@pytest.mark.parametrize("columns", [40, 60, 120])
async def test_what_a_key_does_hangs_beside_it_and_is_not_broken_once_more(columns: int) -> None:
    async with desk(size=(columns, 40)) as at:
        at.app.ask(Help(Keymap()))
        await at.pilot.pause()
        page = at.app.screen.query_one("#help Static", Static)
        lines = str(page.content).splitlines()
        assert page.size.height == len(lines)
        hanging = {len(line) - len(line.lstrip()) for line in lines} - {0}
        assert hanging <= {12 if columns == 40 else 20}


async def test_a_key_is_found_by_the_name_it_has_at_the_foot() -> None:
    async with desk() as at:
        text = await at.text(Help(Keymap()), *"bookmark")
        assert "b                   Keep a copy, or give it up." in text


async def test_lists_follow_the_width() -> None:
    app = Stage()
    async with app.run_test(size=(100, 24)) as pilot:
        app.ask(Links([Link("https://x.example/", "word " * 40)]))
        await pilot.pause()
        wide = str(app.screen.query_one(Picker).get_option_at_index(0).prompt)
        await pilot.resize_terminal(50, 24)
        await pilot.pause()
        narrow = str(app.screen.query_one(Picker).get_option_at_index(0).prompt)
        assert len(narrow) < len(wide) <= 64


async def test_of_thousands_of_rows_only_those_in_sight_are_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    wrapped: list[str] = []
    wrap = Content._wrap_and_format

    def noted(content: Content, *words: Any, **more: Any) -> Any:
        wrapped.append(content.plain)
        return wrap(content, *words, **more)

    monkeypatch.setattr(Content, "_wrap_and_format", noted)
    links = [Link(f"https://x.example/{n}", f"Row {n}") for n in range(3000)]
    app = Stage()
    async with app.run_test(size=(100, 24)) as pilot:
        app.ask(Links(links))
        await pilot.pause()
        await pilot.press("G")
        await pilot.pause()
        assert "Row 2999" in shown(app)
        assert len(set(wrapped)) < 100


@given(st.text("a Ω漢\n\u0301", max_size=40), st.integers(1, 12))
def test_text_that_fits_is_as_high_as_any(text: str, width: int) -> None:
    assert words(text).get_height({}, width) == Content(words(text).plain).get_height({}, width)


async def test_health_hears_of_a_refresh_before_it_is_shown_and_after_it_is_gone() -> None:
    screen = Health([BACKLOT], NOW, print)
    screen.update_feeds([BACKLOT, SILVER], NOW)
    app = Stage()
    async with app.run_test() as pilot:
        app.ask(screen)
        await pilot.pause()
        assert screen.query_one(Picker).option_count == 2
        assert "Every outlet answers." not in shown(app)
        screen.update_feeds([BACKLOT], NOW)
        await pilot.pause()
        assert "Every outlet answers." in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        screen.update_feeds([BACKLOT], NOW)
        assert app.answers == [None]


async def test_a_page_down_before_the_rows_are_laid_out_stays() -> None:
    picker = Picker()
    picker.add_options(["one", "two"])
    picker.highlighted = 0
    picker.action_page_down()
    picker.action_page_up()
    assert picker.highlighted == 0


async def test_the_first_frame_of_a_dialog_is_whole(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    frames: list[list[str]] = []

    def displayed(app: App[object], screen: Screen[object], update: object) -> None:
        if isinstance(screen, Dialog) and update is not None:
            frames.append([strip.text for strip in screen._compositor.render_strips()])

    async with start() as reader:
        for keys in ("H", "D", "?", "comma"):
            frames.clear()
            with monkeypatch.context() as watched:
                watched.setattr(App, "_display", displayed)
                await reader.press(keys)
            assert frames
            assert [frame for frame in frames if frame != frames[-1]] == [], keys
            await reader.press("escape")


class Wordy(Dialog[None]):
    """A list between two sentences that take the more lines the less wide they are."""

    keys = (("Enter", "open"), ("Esc", "back"), ("space", "choose several of them"), ("x", "not this one"))

    def body(self):
        yield Label(words("what it is all about " * 6), classes="dialog--quiet")
        yield Picker()
        yield Label(words("why it is so " * 6), classes="dialog--quiet")

    def on_mount(self) -> None:
        self.query_one(Picker).fill(lambda width: [Content(f"{n:{width}}") for n in range(60)])


SIZES = ((60, 20), (70, 25), (70, 26), (100, 30), (119, 27), (160, 50))
IN_TROUBLE = [replace(SILVER, id=n, title=f"Outlet {n}") for n in range(30)]


@pytest.mark.parametrize("dialog", [lambda: Health(IN_TROUBLE, NOW, print), Wordy], ids=["health", "wordy"])
async def test_a_dialog_is_as_high_after_the_window_changed_as_if_it_were_opened_now(
    dialog: Callable[[], Dialog[None]],
) -> None:
    opened, pulled = [], []
    for size in SIZES:
        async with desk(size) as at:
            opened.append(await at.text(dialog()))
    async with desk((80, 24)) as at:
        at.app.ask(dialog())
        await at.pilot.pause()
        for size in SIZES:
            await at.pilot.resize_terminal(*size)
            for _ in range(3):
                await at.pilot.pause()
            pulled.append(shown(at.app))
    assert pulled == opened


@pytest.mark.parametrize("dialog", [lambda: Health(IN_TROUBLE, NOW, print), Wordy], ids=["health", "wordy"])
@pytest.mark.parametrize(("size", "rows"), [((80, 24), 24), ((60, 20), 20), ((100, 30), 27), ((160, 50), 46)])
async def test_a_long_list_takes_all_the_room_there_is(
    dialog: Callable[[], Dialog[None]], size: tuple[int, int], rows: int
) -> None:
    async with desk(size) as at:
        at.app.ask(dialog())
        for _ in range(3):
            await at.pilot.pause()
        assert at.app.screen.query_one(".dialog").region.height == rows


async def test_of_a_dialog_that_is_closed_nothing_is_kept(start: Start) -> None:
    async with start() as reader:
        await reader.press("question_mark")
        drawn = [weakref.ref(each._styles_cache) for each in reader.app.screen.walk_children(Static)]
        await reader.press("escape", "j")
        gc.collect()
        assert [each() for each in drawn if each() is not None] == []
