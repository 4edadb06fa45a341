"""Stories on the screen: rows, coverage, what belongs together, following, timelines, dates, guards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import current_thread

import apsw
import msgspec
import pytest

from reader.library import Library
from reader.model import View
from reader.news import Follow, Watched
from reader.paths import find
from reader.ui.drawing import age
from reader.ui.parts.belonging import NOT_GROUPED
from reader.ui.screens.dialog import Picker
from reader.ui.screens.releases import boards
from reader.ui.screens.timeline import Timeline
from reader.ui.widgets.sections import MORE
from tests.library.test_news import NOW, fill, group, morning
from tests.library.test_reading import REVIEW, heat, publish
from tests.ui.conftest import Reader, Start

BALE = ("Christian Bale Joins ‘Heat 2’", "‘Heat 2’ Casts Christian Bale", "Bale to star in Heat 2")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The news of one morning: three stories, of three, two and one report."""
    with Library(morning(tmp_path / "library.db"), clock=lambda: NOW) as library:
        yield library


def titles(reader: Reader) -> list[str]:
    """The headlines of the list, top to bottom."""
    rows = (reader.main.list.row(index) for index in range(reader.main.list.length))
    return [row.title for row in rows if row]


async def to_heat(reader: Reader) -> None:
    """Put the cursor on the story of Heat 2."""
    at = next(n for n, title in enumerate(titles(reader)) if title in BALE)
    await reader.press("g", "g", *("j",) * at)


# ---------------------------------------------------------------- rows


async def test_in_rows_of_one_line_outlets_and_ages_stand_in_their_columns(
    start: Start, library: Library
) -> None:
    publish(library, "Of another year", published=NOW - 800 * 86_400)
    async with start((80, 40), density="compact", start_view="all") as reader:
        rows = [line for line in reader.screen_text().splitlines() if "Slate" in line or "Other " in line]
        columns = {(re.search(r"Slate|Other ", row).start(), len(row.rstrip())) for row in rows}
        assert (len(rows), len(columns)) == (3, 1)


async def test_a_story_is_one_row_and_its_outlets_are_counted(start: Start) -> None:
    async with start() as reader:
        assert len(titles(reader)) == 3
        assert "3 outlets" in reader.screen_text()
        assert "2 outlets" in reader.screen_text()
        await reader.press("3")
        assert len(titles(reader)) == 3
        feed = reader.app.library.find_feed("Slate")
        reader.main.section.go_to(View("feed", feed_id=feed.id))
        await reader.settle()
        assert set(titles(reader)) == {BALE[0], "‘The Salt Road’ Wins at Sundance"}
        await reader.press("slash", "paste:heat 2", "enter")
        assert set(titles(reader)) == set(BALE)


async def test_the_age_of_a_storys_row_is_that_of_the_latest_report(start: Start, library: Library) -> None:
    rows = library.rows(heat(library))
    async with start() as reader:
        await to_heat(reader)
        row = reader.main.list.row()
        assert row.sort == max(each.sort for each in rows)
        assert f"{row.feed_title} · {age(row.sort, NOW)} · 3 outlets" in reader.screen_text()


@pytest.mark.parametrize("outlet", ["Slate", "Marquee"])
async def test_in_a_folder_a_story_has_the_headline_of_an_outlet_there(
    start: Start, library: Library, outlet: str
) -> None:
    library.edit_feed(library.find_feed(outlet).id, folder="Mine")
    async with start() as reader:
        reader.main.section.go_to(View("folder", folder="Mine"))
        await reader.settle()
        shown = [reader.main.list.row(index) for index in range(reader.main.list.length)]
        assert {row.feed_title for row in shown if row} == {outlet}


async def test_without_the_setting_every_article_is_a_row(start: Start) -> None:
    async with start(stories=False) as reader:
        assert len(titles(reader)) == 6
        assert "3 outlets" in reader.screen_text()


async def test_stories_are_told_at_once_as_the_settings_say(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    find().create()
    async with start() as reader:
        for outlet in ("Slate", "Marquee"):
            find().config_file.write_text(f'story_outlets = "Nobody, {outlet}"\n# {outlet}')
            reader.main.numbers.notice_writers()
            await reader.settle()
            await to_heat(reader)
            assert reader.main.list.row().feed_title == outlet
        find().config_file.write_text("stories = false")
        reader.main.numbers.notice_writers()
        await reader.settle()
        assert len(titles(reader)) == 6


async def test_marking_a_storys_row_marks_its_reports_and_is_undone(start: Start, library: Library) -> None:
    async with start() as reader:
        await to_heat(reader)
        await reader.press("m")
        assert library.counts().unread == 3
        assert reader.main.list.row().read
        assert reader.status == "3 marked read · U undoes"
        await reader.press("U")
        assert library.counts().unread == 6
        assert not reader.main.list.row().read


async def test_marking_several_rows_marks_the_reports_of_each(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("G", "V", "k", "k", "m")
        assert library.counts().unread == 0
        await reader.press("U")
        assert library.counts().unread == 6


async def test_reading_one_report_reads_the_story_unless_the_settings_say_otherwise(
    start: Start, library: Library
) -> None:
    async with start(story_read="article") as reader:
        await to_heat(reader)
        await reader.press("enter")
        assert library.counts().unread == 5
        assert not reader.main.list.row().read
        await reader.press("m", "m")
        assert library.counts().unread == 5
    async with start() as reader:
        await to_heat(reader)
        await reader.press("c", "j", "j", "enter")
        assert library.counts().unread == 3
        assert reader.main.list.row().read


async def test_next_unread_finds_a_report_folded_into_another_row(start: Start, library: Library) -> None:
    first, *rest = heat(library)
    library.mark([*rest, *(k.id for k in library.keys(View("all")) if k.id not in heat(library))], read=True)
    async with start(start_view="all") as reader:
        await reader.press("n")
        assert reader.shown in BALE
        assert library.article(first).read


async def test_what_comes_together_later_folds_without_moving_the_cursor(
    start: Start, library: Library
) -> None:
    async with start(start_view="all") as reader:
        await reader.press("j", "k")
        one, other = (library.search(words)[0].id for words in ("theaters", "wins sundance"))
        before = titles(reader)
        library.tie([one], [other])
        group(library)
        reader.main.numbers.take()
        await reader.settle()
        assert titles(reader) == before
        reader.main.listing.open(View("all"))
        await reader.settle()
        assert len(titles(reader)) == 2


# ---------------------------------------------------------------- coverage


async def test_coverage_lists_every_outlet_in_time_order(start: Start) -> None:
    async with start() as reader:
        await to_heat(reader)
        await reader.press("c")
        text = reader.screen_text()
        assert re.findall(r"\d\d:\d\d  (\w+) ", text) == ["Slate", "Marquee", "Courier"]
        assert "together because: about Heat 2" in text
        await reader.press("escape")
        assert reader.app.screen is reader.main


async def test_outlets_that_only_copy_are_counted_apart(start: Start, library: Library) -> None:
    first = library.article(heat(library)[0])
    publish(library, first.title, document=library.document(first.id))
    async with start() as reader:
        await to_heat(reader)
        await reader.press("c")
        assert "the text of Slate" in reader.screen_text()
        assert "3 outlets · 1 copy · " in reader.screen_text()


async def test_a_report_of_another_story_is_taken_out_and_put_back(start: Start, library: Library) -> None:
    three = heat(library)
    async with start() as reader:
        await to_heat(reader)
        await reader.press("c", "j", "x")
        assert library.told_with(three[1]) == (three[1],)
        assert len(titles(reader)) == 4
        assert reader.status == "One report is not of this story · U undoes"
        await reader.press("U")
        assert library.told_with(three[1]) == three
        assert len(titles(reader)) == 3


async def test_several_reports_are_split_off_together(start: Start, library: Library) -> None:
    first, second, third = heat(library)
    async with start() as reader:
        await to_heat(reader)
        await reader.press("c", "g", "space", "space", "x")
        assert library.told_with(first) == (first, second)
        assert library.told_with(third) == (third,)
        await to_heat(reader)
        await reader.press("U", "c")
    async with start() as reader:
        await to_heat(reader)
        await reader.press("c", "space", "space", "space", "x")
        assert "That would leave nothing behind" in reader.screen_text()


async def test_two_stories_are_merged_and_parted_again(start: Start, library: Library) -> None:
    three = heat(library)
    async with start() as reader:
        await to_heat(reader)
        await reader.press("c", "M")
        assert "Which story is the same news?" in reader.screen_text()
        await reader.press("enter")
        assert len(library.told_with(three[0])) > 3
        assert len(titles(reader)) == 2
        await reader.press("U")
        assert library.told_with(three[0]) == three
        assert len(titles(reader)) == 3


@pytest.mark.parametrize("keys", [("c", "j", "x"), ("c", "space", "space", "x"), ("c", "M", "enter")])
async def test_what_is_undone_was_never_said(start: Start, library: Library, keys: tuple[str, ...]) -> None:
    before = library.stories()
    async with start() as reader:
        await to_heat(reader)
        await reader.press(*keys)
        assert library.stories() != before
        await reader.press("U")
        assert (library.stories(), len(titles(reader))) == (before, 3)
        assert library._db.value("SELECT count(*) FROM story_pair") == 0


async def test_letters_of_another_kind_are_found_by_plain_ones(start: Start, library: Library) -> None:
    publish(library, "‘𝐊𝐞𝐬𝐭𝐫𝐞𝐥’ opens")
    async with start() as reader:
        await to_heat(reader)
        await reader.press("c", "M", *"kestrel")
        assert "No story here holds that." not in reader.screen_text()


async def test_a_fault_of_ours_in_grouping_is_logged_and_said(start: Start, library: Library) -> None:
    find().create()

    def clock() -> float:
        if "asyncio" in current_thread().name:  # where grouping is done, beside the screen and the writer
            raise ValueError("no time\nat all")
        return NOW

    async with start() as reader:
        await to_heat(reader)
        reader.app.library.clock = clock
        await reader.press("c", "j", "x")
        assert NOT_GROUPED in " ".join(reader.screen_text().split())
    assert "ValueError: no time" in find().log.read_text()


async def test_the_other_story_is_found_by_what_they_share_and_by_typing(
    start: Start, library: Library
) -> None:
    for title in ("A ferry to Riga is late", "Museum buys forty posters", "Town 17 gets a cinema"):
        publish(library, title)
    old = publish(library, "‘Heat 2’ Review: loud", published=NOW - 30 * 86_400)
    three = heat(library)
    async with start() as reader:
        reader.main.story.cover(library.article(three[0]).story_id or 0)
        await reader.settle()
        await reader.press("M")
        listed = reader.screen_text().partition("words of its headline")[2]
        assert listed.index("Review: loud") < listed.index("ferry")
        await reader.press("down", "up", "paste:TOWN 17")
        picker = reader.app.screen.query_one(Picker)
        assert [str(option.prompt).partition("  ")[0] for option in picker.options] == [
            "Town 17 gets a cinema"
        ]
        await reader.press("ctrl+u", "paste:nobody at all")
        assert "No story here holds that." in reader.screen_text()
        await reader.press("ctrl+u", "paste:heat 2 lóud", "enter")
        assert old in library.told_with(three[0])


async def test_reports_of_other_years_are_told_with_their_year(start: Start, library: Library) -> None:
    old = publish(library, "‘Kestrel’ is announced", published=NOW - 400 * 86_400)
    new = publish(library, "‘Kestrel’ is announced again")
    library.regroup(library.tie([old], [new]).articles)
    async with start() as reader:
        reader.main.story.cover(library.article(old).story_id or 0)
        await reader.settle()
        assert "  6 Dec 2024 " in reader.screen_text()
        assert " 10 Jan 2026 " in reader.screen_text()


async def test_unread_dots_of_the_coverage_carry_the_accent(start: Start, library: Library) -> None:
    async with start() as reader:
        await to_heat(reader)
        await reader.press("c")
        screen = reader.app.screen
        option = screen.query_one(Picker).get_option_at_index(0)
        dots = [span for span in option.prompt.spans if option.prompt.plain[span.start : span.end] == "●"]
        assert [str(span.style) for span in dots] == ["$accent"]


async def test_a_story_is_renamed_and_has_its_headline_back(start: Start) -> None:
    async with start() as reader:
        await to_heat(reader)
        before = reader.title
        await reader.press("c", "E", "ctrl+u", "paste:Bale it is", "enter")
        assert reader.title == "Bale it is"
        await reader.press("U")
        assert reader.title == before


# ---------------------------------------------------------------- following and timelines


async def test_what_was_recognised_is_followed_and_given_up(start: Start, library: Library) -> None:
    async with start() as reader:
        await to_heat(reader)
        await reader.press("w")
        text = reader.screen_text()
        assert "film    Heat 2" in text
        assert "person  Christian Bale" in text
        assert "words of your own" in text
        await reader.press("enter")
        assert [follow.name for follow in library.following()] == ["Heat 2"]
        sidebar = reader.screen_text()
        assert "FOLLOWING" in sidebar
        assert "1 new" in sidebar
        await reader.press("U")
        assert library.following() == []
        assert "FOLLOWING" not in reader.screen_text()


async def test_how_a_film_is_followed_can_be_changed(start: Start, library: Library) -> None:
    library.follow("Heat 2")
    async with start() as reader:
        await to_heat(reader)
        await reader.press("w", "enter", "paste:Heat II; Heat Two", "tab", "paste:2027", "tab")
        await reader.press("paste:Michael Mann", "tab")
        assert "[show]  hide   strict   until a day   seen" in reader.screen_text()
        await reader.press("right", "space")
        assert "[strict]" in reader.screen_text()
        assert "All but dates and casting stays hidden until “seen”." in reader.screen_text()
        await reader.press("right", "tab", "paste:whenever", "enter")
        assert "“whenever” is no day" in reader.screen_text()
        await reader.press("ctrl+u", "paste:2027-12-18", "enter")
        assert library.followed("heat two") == Follow(
            name="Heat 2",
            kind="film",
            aliases=("Heat II", "Heat Two"),
            companions=("Michael Mann",),
            year=2027,
            guard="2027-12-18",
        )
        await reader.press("U")
        assert library.followed("Heat 2") == Follow(name="Heat 2", kind="film")
        await reader.press("w", "enter", "ctrl+x")
        assert library.following() == []
        await reader.press("U")
        assert library.followed("Heat 2") == Follow(name="Heat 2", kind="film")


@pytest.mark.parametrize(
    ("steps", "guard", "seen"),
    [
        ((), None, False),
        (("right",), "on", False),
        (("right",) * 2, "strict", False),
        (("left",), None, True),
    ],
)
async def test_the_spoiler_guard_is_chosen_among_what_is_there(
    start: Start, library: Library, steps: tuple[str, ...], guard: str | None, seen: bool
) -> None:
    async with start() as reader:
        await to_heat(reader)
        await reader.press("w", "e", "tab", "tab", "tab", *steps, "enter")
        assert library.followed("Heat 2") == Follow(name="Heat 2", kind="film", guard=guard, seen=seen)
        await reader.press("w", "enter", "enter")
        assert library.followed("Heat 2") == Follow(name="Heat 2", kind="film", guard=guard, seen=seen)


async def test_words_of_ones_own_are_followed_where_nothing_was_recognised(
    start: Start, library: Library
) -> None:
    async with start() as reader:
        await reader.press("h", "w", "enter")
        assert "type a name" in reader.screen_text()
        await reader.press("paste:energy bills", "enter")
        assert [(follow.name, follow.kind) for follow in library.following()] == [("energy bills", "topic")]


async def test_other_titles_keep_their_commas(start: Start, library: Library) -> None:
    library.save_follow(
        Follow(name="Heat 2", kind="film", aliases=("Heat, the Second",), companions=("A, Jr.",))
    )
    async with start() as reader:
        await to_heat(reader)
        await reader.press("w", "enter", "enter")
        held = library.followed("Heat 2")
        assert (held.aliases, held.companions) == (("Heat, the Second",), ("A, Jr.",))
        await reader.press("w", "enter", "paste:; Heat II", "enter")
        assert library.followed("Heat 2").aliases == ("Heat, the Second", "Heat II")


@pytest.mark.parametrize("query", ["energy OR title:prices", "nothing says this"])
async def test_a_search_is_kept_by_following_it(start: Start, library: Library, query: str) -> None:
    async with start() as reader:
        await reader.press("slash", f"paste:{query}", "enter", "w")
        assert f"words   {query}" in reader.screen_text()
        await reader.press("G", "k", "enter")
        assert [(follow.name, follow.kind) for follow in library.following()] == [(query, "topic")]
        await reader.press("w", "G", "k", "enter")
        assert f"How to follow {query}" in reader.screen_text()


async def test_what_may_not_be_followed_is_told_where_it_was_typed(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("h", "w", "paste:title:", "enter")
        assert "needs a value" in reader.screen_text()
        assert library.following() == []
        await reader.press("ctrl+u", "paste:energy bills", "enter")
        assert [follow.name for follow in library.following()] == ["energy bills"]


async def test_a_guard_until_a_day_gone_by_is_told_where_it_was_chosen(
    start: Start, library: Library
) -> None:
    async with start() as reader:
        await to_heat(reader)
        await reader.press("w", "e", "tab", "tab", "tab", "right", "right", "right")
        await reader.press("tab", "paste:2020-01-01", "enter")
        assert "not ahead any more" in reader.screen_text()
        assert library.following() == []


@pytest.mark.parametrize("typed", ["Heat II", "heat 2"])
async def test_words_that_are_followed_already_open_how_they_are(
    start: Start, library: Library, typed: str
) -> None:
    held = Follow(name="Heat 2", kind="film", aliases=("Heat II",), year=2026, guard="on")
    library.save_follow(held)
    async with start() as reader:
        await to_heat(reader)
        await reader.press("w", "G", "enter", f"paste:{typed}", "enter")
        assert "How to follow Heat 2" in reader.screen_text()
        assert library.followed("Heat II") == held
        await reader.press("enter", "U")
        assert [library.followed(name) for name in ("Heat 2", "Heat II")] == [held, held]
        assert len(library.following()) == 1


async def test_a_followed_name_opens_its_stories_and_its_timeline(start: Start, library: Library) -> None:
    library.follow("Heat 2")
    async with start() as reader:
        await reader.press("h", "j", "j", "j", "j", "enter")
        assert reader.main.listing.view == View("follow", name="Heat 2")
        assert len(titles(reader)) == 1
        await reader.press("T")
        text = reader.screen_text()
        assert "follows: Heat 2" in text
        assert "3 outlets ●" in text
        assert library.following()[0].unread_stories == 0
        await reader.press("c")
        assert "together because" in reader.screen_text()
        await reader.press("escape", "enter")
        assert reader.shown in BALE


async def test_the_news_of_all_that_is_followed_has_the_name_it_has_in_the_sidebar(
    start: Start, library: Library
) -> None:
    library.follow("Heat 2")
    async with start() as reader:
        await reader.press("h", "j", "j", "j", "enter")
        assert reader.main.listing.view == View("follow")
        lines = reader.screen_text().splitlines()
        assert ("Following" in lines[0], sum("FOLLOWING" in line for line in lines)) == (True, 1)


async def test_names_with_news_are_gone_through_one_after_the_other(start: Start, library: Library) -> None:
    for name in ("Christian Bale", "Heat 2", "The Salt Road"):
        library.follow(name)
    async with start() as reader:
        await reader.press("h", "j", "j", "j", "j")
        for name in ("Christian Bale", "Heat 2", "The Salt Road"):
            sidebar = reader.main.sidebar
            assert sidebar.sections[sidebar.cursor].label == name
            await reader.press("T", "escape", "j")
        assert [each.unread_stories for each in library.following()] == [0, 0, 0]


async def test_in_the_list_of_a_followed_name_its_timeline_is_shown(start: Start, library: Library) -> None:
    library.follow("Christian Bale")
    library.follow("Heat 2")
    async with start() as reader:
        await reader.press("h", "j", "j", "j", "j", "enter", "T")
        assert "follows: Christian Bale" in reader.screen_text()
        assert [each.unread_stories for each in library.following()] == [0, 1]
        await reader.press("escape", "enter", "T")  # of the article what it is about
        assert "follows: Heat 2" in reader.screen_text()


async def test_a_timeline_marks_rumours_and_says_what_is_new_of_a_known_story(
    start: Start, tmp_path: Path
) -> None:
    now = [NOW]
    with Library(morning(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        publish(library, "Rumor: Mara Quist may join ‘Heat 2’", published=NOW - 10**6)
        library.follow("Heat 2")
        library.look("Heat 2")
        now[0] += 60
        publish(library, "Christian Bale Joins ‘Heat 2’ for $20 million")
        async with start(over=library) as reader:
            reader.main.story.timelines.show("Heat 2")
            await reader.settle()
            lines = [" ".join(line.split()) for line in reader.screen_text().splitlines()]
            assert any("~ Rumor: Mara Quist may join ‘Heat 2’" in line for line in lines)
            assert "now also $20 million" in lines


def under_cursor(reader: Reader) -> int:
    """Which entry of the dialog on show has the cursor."""
    at = reader.app.screen.query_one(Picker).highlighted
    assert at is not None
    return at


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_going_back_from_a_report_comes_to_the_coverage_it_was_opened_from(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    async with start(size) as reader:
        await to_heat(reader)
        await reader.press("c")
        for at in range(3):
            await reader.press("g", *"j" * at, "enter")
            assert reader.shown == BALE[at]
            await reader.press("escape")
            assert under_cursor(reader) == at
        await reader.press("escape")
        assert (reader.app.screen, reader.main.pane) == (reader.main, "list")
        await reader.press("enter", "escape")  # opened from the list: back is the list
        assert (reader.app.screen, reader.main.pane) == (reader.main, "list")


async def test_back_from_how_to_follow_comes_to_what_may_be_followed(start: Start) -> None:
    async with start() as reader:
        await to_heat(reader)
        await reader.press("w", "j", "e", "escape")
        assert (reader.app.screen.title_text, reader.app.screen.query_one(Picker).highlighted) == (
            "Follow",
            1,
        )
        await reader.press("escape")
        assert reader.app.screen is reader.main


async def test_going_back_passes_the_coverage_and_the_timeline_behind_it(
    start: Start, library: Library
) -> None:
    library.follow("Heat 2")
    async with start() as reader:
        await reader.press("h", "j", "j", "j", "j", "T", "c", "enter")
        assert reader.shown == BALE[0]
        await reader.press("q")
        assert "together because" in reader.screen_text()
        await reader.press("q")
        assert "follows: Heat 2" in reader.screen_text()
        await reader.press("enter", "q")
        assert "follows: Heat 2" in reader.screen_text()
        assert "3 outlets ●" in reader.screen_text()
        await reader.press("q")
        assert (reader.app.screen, reader.main.pane) == (reader.main, "sidebar")


async def test_what_has_been_read_is_not_new_in_the_sidebar(
    start: Start, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.parts.following.PAUSE", 0.01)
    library.follow("Heat 2")
    async with start() as reader:
        assert "1 new" in reader.screen_text()
        await to_heat(reader)
        await reader.press("m")
        await reader.until(lambda: not reader.main.following.follows[0].unread_stories)
        assert "1 new" not in reader.screen_text()


async def test_the_timeline_of_a_name_followed_just_now_knows_that_it_is(
    start: Start, library: Library, tmp_path: Path
) -> None:
    async with start() as reader:
        await to_heat(reader)
        with closing(apsw.Connection(str(tmp_path / "library.db"))) as other:
            other.execute("BEGIN IMMEDIATE")  # what is followed waits
            reader.main.following.one("Heat 2")
            reader.main.story.timelines.in_hand()
            other.execute("ROLLBACK")
        await reader.until(lambda: isinstance(reader.app.screen, Timeline))
        await reader.settle()
        assert "not followed yet" not in reader.screen_text()


async def test_a_timeline_shows_before_anything_is_followed(start: Start, library: Library) -> None:
    async with start() as reader:
        await to_heat(reader)
        await reader.press("T")
        assert "not followed yet" in reader.screen_text()
        await reader.press("w")
        assert [follow.name for follow in library.following()] == ["Heat 2"]


async def test_the_divider_stands_where_the_last_look_ended(tmp_path: Path, start: Start) -> None:
    now = [NOW - 6 * 3600]
    with Library(tmp_path / "two.db", clock=lambda: now[0]) as library:
        fill(library)
        library.follow("The Salt Road", kind="film")
        library.look("The Salt Road")
        now[0] = NOW + 3600
        trailer = publish(library, "‘The Salt Road’ Trailer: the camels return")
        won = [key.id for key in library.keys(View("search", query="sundance"))]
        library.part([trailer], won)
        group(library)
        async with start(over=library) as reader:
            reader.main.story.timelines.show("The Salt Road")
            await reader.settle()
            lines = reader.screen_text().splitlines()
            divider = next(n for n, line in enumerate(lines) if "since you last looked" in line)
            assert "Sundance" in lines[divider - 1]
            assert "Trailer" in lines[divider + 1]


async def test_release_dates_stand_under_their_film_and_are_saved(
    start: Start, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(library, "‘Kestrel’ Moves From 9 October 2026 to 18 December 2026")
    monkeypatch.chdir(tmp_path)
    async with start() as reader:
        await reader.press("D")
        text = reader.screen_text()
        assert "Kestrel" in text
        assert "18 Dec 2026" in text
        assert "was 9 Oct 2026" in text
        await reader.press("S")
        assert b"DTSTART;VALUE=DATE:20261218" in (tmp_path / "releases.ics").read_bytes()
        assert "f  followed only" in reader.screen_text()
        await reader.press("f")
        assert "No date is stated of what you follow." in reader.screen_text()
        assert "f  all films" in reader.screen_text()
        await reader.press("f")
        assert "f  followed only" in reader.screen_text()
        await reader.press("enter")
        assert "Kestrel" in reader.shown


async def test_the_board_of_dates_begins_today_and_marks_what_moved(start: Start, library: Library) -> None:
    for film in ("Abel", "Brine", "Cairn", "Dorsal", "Ember", "Fjord", "Gravel", "Hollow"):
        publish(library, f"‘{film}’ to Open on 9 December 2025", published=NOW - 60 * 86_400)
    publish(library, "‘Kestrel’ to Open on 9 October 2026", published=NOW - 300)
    publish(library, "‘Kestrel’ Moves From 9 October 2026 to 18 December 2026")
    async with start((100, 24)) as reader:
        await reader.press("D")
        lines = [line for line in reader.screen_text().splitlines() if "─ today, 10 Jan 2026 ─" in line]
        assert len(lines) == 1
        below = reader.screen_text().partition("─ today")[2]
        assert "moved to 18 Dec 2026" in below
        assert "was 9 Oct 2026" in below
        await reader.press("g")
        assert "Brine" in reader.screen_text()


async def test_the_dates_of_the_board_stand_under_one_another_by_their_ends(
    start: Start, library: Library
) -> None:
    for film, opens in (("Abel", "9 December 2026"), ("Brine", "18 December 2026"), ("Cairn", "March 2027")):
        publish(library, f"‘{film}’ to Open in Theaters on {opens}")
    async with start() as reader:
        await reader.press("D")
        lines = reader.screen_text().splitlines()
        ends = [found.end() for line in lines if (found := re.search(r"(?:Dec 2026|Mar 2027)\b", line))]
        assert (len(ends), len(set(ends))) == (3, 1)


async def test_a_film_brought_forward_and_out_is_over(start: Start, library: Library) -> None:
    publish(library, "‘Brine’ to Open on 1 December 2026", published=NOW - 90 * 86_400)
    publish(library, "‘Brine’ Moves From 1 December 2026 to 9 January 2026", published=NOW - 60 * 86_400)
    publish(library, "‘Kestrel’ to Open on 9 October 2026")
    boards_now = boards(library.releases(), "2026-01-10")
    assert [(board.film, board.over) for board in boards_now] == [("Brine", True), ("Kestrel", False)]


async def test_a_film_that_came_out_on_a_day_of_its_year_is_over_in_that_year(
    start: Start, library: Library
) -> None:
    publish(library, "‘Brine’ to Open in 2026", published=NOW - 400 * 86_400)
    publish(library, "‘Brine’ to Open on 9 January 2026", published=NOW - 300 * 86_400)
    boards_now = boards(library.releases(), "2026-01-10")
    assert [(board.film, board.over) for board in boards_now] == [("Brine", True)]


async def test_when_a_date_was_stated_is_told_with_its_year_where_that_is_another(
    start: Start, library: Library
) -> None:
    publish(library, "‘Kestrel’ to Open on 9 October 2026", published=NOW - 400 * 86_400)
    publish(library, "‘Kestrel’ Moves From 9 October 2026 to 18 December 2026", published=NOW - 4 * 86_400)
    async with start((120, 24)) as reader:
        await reader.press("D")
        lines = [" ".join(line.split()) for line in reader.screen_text().splitlines()]
        assert [line.split()[-3:] for line in lines if line.startswith("9 Oct 2026")] == [
            ["6", "Dec", "2024"]
        ]
        assert [line.split()[-2:] for line in lines if line.startswith("18 Dec 2026")] == [["6", "Jan"]]


# ---------------------------------------------------------------- guards


async def test_a_guarded_article_is_hidden_until_it_is_revealed(start: Start, library: Library) -> None:
    review = publish(library, REVIEW, "In the end the camel dies, and the ending is explained.")
    library.follow("The Salt Road", kind="film", guard="on")
    async with start(stories=False, story_read="article") as reader:
        assert "◌ The Salt Road: " in reader.screen_text()
        assert "who dies" not in reader.screen_text()
        at = next(n for n in range(reader.main.list.length) if reader.main.list.row(n).guarded)
        await reader.press(*("j",) * at, "enter")
        assert "Hidden until you have seen The Salt Road" in reader.screen_text()
        assert "camel" not in reader.screen_text()
        assert not library.article(review).read
        await reader.press(".")
        assert "who dies" in reader.screen_text()
        assert library.article(review).read
        await reader.press(".")
        assert "who dies" not in reader.screen_text()
        library.follow("The Salt Road", seen=True)
        reader.main.numbers.take()
        await reader.settle()
        assert "◌" not in reader.screen_text()


async def test_a_guard_that_ends_is_drawn_no_more(tmp_path: Path, start: Start) -> None:
    now = [NOW]
    with Library(morning(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        publish(library, REVIEW)
        library.follow("The Salt Road", kind="film", guard="2026-01-12")
        async with start(stories=False, over=library) as reader:
            assert "◌ The Salt Road: " in reader.screen_text()
            now[0] = NOW + 3 * 86_400
            reader.main.numbers.pass_time()
            await reader.settle()
            assert "◌" not in reader.screen_text()


async def test_there_is_nothing_to_reveal_where_nothing_is_hidden(start: Start) -> None:
    async with start() as reader:
        await reader.press(".")
        assert reader.status == "Nothing is hidden here."


async def test_a_timeline_and_a_coverage_do_not_give_away_what_is_guarded(
    start: Start, library: Library
) -> None:
    review = publish(library, REVIEW, "In the end the camel dies, and the ending is explained.")
    library.part([review], [key.id for key in library.keys(View("all")) if key.id != review])
    group(library)
    library.follow("The Salt Road", kind="film", guard="on")
    async with start() as reader:
        reader.main.story.timelines.show("The Salt Road")
        await reader.settle()
        assert "who dies" not in reader.screen_text()
        await reader.press("escape")
        reader.main.story.cover(library.article(review).story_id or 0)
        await reader.settle()
        assert "who dies" not in reader.screen_text()
        assert "◌ The Salt Road: " in reader.screen_text()


# ---------------------------------------------------------------- living with other writers


async def test_an_untouched_list_folds_what_is_grouped_meanwhile(start: Start, library: Library) -> None:
    async with start() as reader:
        assert len(titles(reader)) == 3
        one, other = (library.search(words)[0].id for words in ("theaters", "wins sundance"))
        library.tie([one], [other])
        group(library)
        reader.main.numbers.take()
        await reader.settle()
        assert len(titles(reader)) == 2


async def test_the_list_comes_back_with_its_stories(start: Start) -> None:
    async with start() as reader:
        await to_heat(reader)
        before, place = titles(reader), reader.main.leaving._place()
        assert place
        assert reader.main.leaving.come_back(msgspec.json.encode(place))
        await reader.settle()
        assert (titles(reader), reader.title in BALE) == (before, True)
        assert reader.main.list.row().folded


async def test_of_very_many_names_those_in_the_news_are_shown(start: Start, library: Library) -> None:
    library.follow_films([Watched(title=f"Film {n}") for n in range(40)], guard=True)
    library.follow("Heat 2")
    async with start(size=(120, 60)) as reader:
        assert sum(line.startswith("   Film ") for line in reader.screen_text().splitlines()) == 11
        assert "   Heat 2" in reader.screen_text()
        await reader.press("h", "j", "j", "j", "w")
        assert "Film 39" in reader.screen_text()


def following(reader: Reader) -> list[str]:
    """The rows of the sidebar below FOLLOWING."""
    labels = [section.label for section in reader.main.sidebar.sections if section.view.kind == "follow"]
    return labels[1:]


async def test_names_without_news_are_shown_and_how_many_are_not(start: Start, library: Library) -> None:
    library.follow_films([Watched(title=f"Film {n:02}") for n in range(40)], guard=True)
    library.follow("Heat 2")
    async with start(size=(120, 60)) as reader:
        assert following(reader) == ["Heat 2", *(f"Film {n:02}" for n in range(11)), "and 29 more"]
        assert "   and 29 more" in reader.screen_text()
        for _ in "look", "again":  # what was opened stays, also once nothing of it is new
            reader.main.section.go_to(View("follow", name="Heat 2"))
            reader.main.story.timelines.show("Heat 2")
            await reader.settle()
            await reader.press("escape")
            assert library.following()[-1].unread_stories == 0
            reader.main.following.read()
            await reader.settle()
            assert following(reader) == ["Heat 2", *(f"Film {n:02}" for n in range(11)), "and 29 more"]
        await reader.press("h")
        reader.main.sidebar.cursor = reader.main.sidebar.index_of(MORE) or 0
        await reader.press("enter")
        assert following(reader) == ["Heat 2", *(f"Film {n:02}" for n in range(40))]
        reader.main.section.go_to(View("follow", name="Film 39"))
        reader.main.following.read()
        await reader.settle()
        assert following(reader) == [*(f"Film {n:02}" for n in range(40)), "Heat 2"]
        await reader.press("h")
        assert reader.main.pane == "sidebar"
        await reader.press("enter")
        assert reader.main.listing.view.kind == "follow"


async def test_the_row_of_names_not_shown_is_no_list(start: Start, library: Library) -> None:
    library.follow_films([Watched(title=f"Film {n:02}") for n in range(40)], guard=True)
    library.follow("Heat 2")
    async with start(size=(120, 60)) as reader:
        unread = library.count(View("unread"))
        await reader.press("h", "j")
        reader.main.sidebar.cursor = reader.main.sidebar.index_of(MORE) or 0
        await reader.press("A")
        assert "This row is no list" in reader.screen_text()
        assert (library.count(View("unread")), reader.main.mark.deeds) == (unread, [])
        await reader.press("ctrl+p", *"more")
        assert "Go to and" not in reader.screen_text()


def statements(library: Library) -> int:
    """How often the library's file is asked for all that is followed."""
    asked: list[str] = []

    def note(_: object, sql: str, __: object) -> bool:
        asked.append(sql)
        return True

    connection = library._db.connection()
    connection.exec_trace = note
    library.following()
    connection.exec_trace = None
    return len(asked)


async def test_thousands_may_be_followed(start: Start, library: Library) -> None:
    library.follow_films([Watched(title="Film 0")], guard=True)
    few = statements(library)
    library.follow_films([Watched(title=f"Film {n}") for n in range(5_000)], guard=True)
    async with start() as reader:
        assert following(reader)[-1] == "and 4\u2009988 more"
        assert statements(library) == few
        reader.main.sidebar.unfold()
        assert len(following(reader)) == 5_000
