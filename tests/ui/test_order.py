"""Lists that stand oldest first: turned round, read through, and what comes in at their end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from reader.config import Order, load
from reader.incoming import ParsedFeed
from reader.library import Library
from reader.model import Key, View
from reader.paths import find
from reader.ui.folding import Folding
from reader.ui.parts import listing
from tests.library.test_news import NOW as THEN
from tests.library.test_news import fill as fill_news
from tests.library.test_reading import heat
from tests.ui.conftest import NOW, Reader, Start, answer, entry
from tests.ui.test_listing import arrive, noticed

OLDEST = "A festival moves to spring"
LATEST = "Mann says Heat 2 is what he shoots next"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    find().create()


def ids(reader: Reader) -> list[int]:
    return list(reader.main.list.places.ids)


def elsewhere(tmp_path: Path, change: Callable[[Library], object]) -> None:
    """Do something to the library from a connection of its own, as a refresh would."""
    with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
        change(other)


async def opened(reader: Reader, view: View) -> list[int]:
    reader.main.section.go_to(view)
    await reader.settle()
    return ids(reader)


# ---------------------------------------------------------------- turned round


async def test_a_key_turns_the_list_round_and_the_cursor_stays_with_its_article(start: Start) -> None:
    async with start() as reader:
        await reader.press("j", "j", "j")
        every, under = ids(reader), reader.title
        await reader.press("O")
        assert (ids(reader), reader.title) == (every[::-1], under)
        assert reader.status == "Lists are oldest first now."
        assert reader.main.list.places.labels == ["Friday", "Saturday", "Yesterday", "Today"]
        await reader.press("g", "g")
        assert reader.title == OLDEST
        await reader.press("G", "O")
        assert (ids(reader), reader.title) == (every, LATEST)
        assert reader.status == "Lists are newest first now."


async def test_every_list_of_news_is_turned_and_what_is_looked_up_is_not(
    start: Start, library: Library
) -> None:
    while library.group_batch():
        pass
    library.follow("The Salt Road")
    for key in library.keys(View("all"))[3:6]:
        library.bookmark(key.id)
    grain = library.find_feed("Grain").id
    news = [View("today"), View("unread"), View("all"), View("feed", feed_id=grain)]
    news += [View("folder", folder="Trade"), View("follow", name="The Salt Road"), View("follow")]
    news += [msgspec.structs.replace(view, query="salt") for view in news]
    looked_up = [View("bookmarks"), View("bookmarks", query="the"), View("search", query="the")]
    async with start(stories=False) as reader:
        before = {view: await opened(reader, view) for view in news + looked_up}
        await reader.press("O")
        assert reader.status.endswith("now; searches and bookmarks stay newest first.")
        after = {view: await opened(reader, view) for view in news + looked_up}
        assert after == {view: found if view in looked_up else found[::-1] for view, found in before.items()}
        assert min(len(before[view]) for view in looked_up) > 1


async def test_it_is_remembered_and_a_place_is_come_back_to(start: Start, library: Library) -> None:
    arrive(library, *(f"Number {n}" for n in range(60)))
    async with start((80, 24)) as reader:
        await reader.press("O", "g", "g", *("j",) * 20)
        await reader.until(lambda: load(find().config_file).order == "oldest")
        every, under, line = ids(reader), reader.title, reader.main.list.scroll_offset.y
        place = reader.main.leaving._place()
        await reader.press("Q")
    async with start((80, 24), order="oldest") as reader:
        assert ids(reader) == every
        assert reader.main.leaving.come_back(msgspec.json.encode(place))
        assert (reader.title, reader.main.list.scroll_offset.y, len(place.keys) < len(every)) == (
            under,
            line,
            True,
        )
        await reader.settle()
        assert (ids(reader), reader.title) == (every, under)


@pytest.mark.parametrize("now", [{"order": "oldest"}, {"unread_only": True}])
async def test_a_place_in_a_list_that_is_another_now_is_not_come_back_to(
    start: Start, library: Library, now: dict[str, object]
) -> None:
    """The settings file took no change: that held until the reader was left."""
    grain = View("feed", feed_id=library.find_feed("Grain").id)
    async with start((80, 24)) as reader:
        await opened(reader, grain)
        place = msgspec.json.encode(reader.main.leaving._place())
    async with start((80, 24)) as reader:
        assert reader.main.leaving.come_back(place)
    async with start((80, 24), **now) as reader:
        assert not reader.main.leaving.come_back(place)


async def test_an_editor_is_heeded_whatever_is_open(start: Start) -> None:
    async with start() as reader:
        every = ids(reader)
        await reader.press("/", "paste:the", "enter")
        found = ids(reader)
        find().config_file.write_text('order = "oldest"')
        await noticed(reader)
        assert ids(reader) == found
        await reader.press("escape")
        assert ids(reader) == every[::-1]


async def test_rows_selected_are_the_same_after_turning(start: Start) -> None:
    async with start() as reader:
        await reader.press("j", "V", "j", "j")
        every = ids(reader)
        await reader.press("O")
        assert [reader.main.list.row(n).id for n in reader.main.list.chosen()] == every[1:4][::-1]


async def test_turned_while_it_is_read_it_has_each_row_once(
    start: Start, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FIRST", 7)
    monkeypatch.setattr(listing, "CHUNK", 5)
    arrive(library, *(f"Number {n}" for n in range(90)))
    async with start() as reader:
        every = [key.id for key in library.keys(View("unread"))]
        for turns in (1, 2, 3):
            reader.main.listing.open(View("unread"))
            for _ in range(turns):
                reader.main.order.turn()
            await reader.until(lambda: not reader.main.listing.coming)
            oldest = reader.main.config.order == "oldest"
            assert ids(reader) == (every[::-1] if oldest else every)


# ---------------------------------------------------------------- reading through


async def test_the_next_unread_is_the_one_that_came_after(start: Start, library: Library) -> None:
    oldest = [key.id for key in library.keys(View("all"), sort="oldest")]
    library.mark([oldest[1], *oldest[3:6]], read=True)
    async with start(order="oldest", start_view="all") as reader:
        opened = []
        for key in ("n", "n", "n", "p", "p"):
            await reader.press(key)
            opened.append(reader.main.article_view.article.id)
        assert opened[:3] == [oldest[0], oldest[2], oldest[6]]
        assert opened[3:] == [oldest[-1], oldest[-2]]  # nothing unread above: round to the end
        await reader.press("q", "g", "g", "n")
        assert reader.main.article_view.article.id == oldest[7]


@pytest.mark.parametrize("order", ["newest", "oldest"])
async def test_far_away_and_while_rows_still_come_the_next_unread_is_found(
    start: Start, library: Library, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FIRST", 40)
    monkeypatch.setattr(listing, "CHUNK", 40)
    arrive(library, *(f"Number {n}" for n in range(400)))
    every = [key.id for key in library.keys(View("all"), sort=order)]
    library.mark([each for each in every if each != every[350]], read=True)
    async with start(order=order) as reader:
        reader.main.section.go_to(View("all"))
        assert (reader.main.listing.coming, reader.main.listing.waits) == (True, order == "oldest")
        reader.main.do("read.next")
        await reader.settle()
        assert reader.main.article_view.article.id == every[350]
        assert reader.main.list.cursor == 350


async def test_a_list_is_begun_where_the_unread_begin(
    start: Start, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FIRST", 40)
    arrive(library, *(f"Number {n}" for n in range(100)))
    every = [key.id for key in library.keys(View("all"), sort="oldest")]
    grain = View("feed", feed_id=library.find_feed("Grain").id)
    trade = View("folder", folder="Trade")
    backlot = [key.id for key in library.keys(trade)]
    library.mark([*every[:60], *backlot], read=True)
    async with start((80, 24), order="oldest") as reader:
        for view, at in (
            (View("all"), every[60]),
            (View("today"), every[60]),
            (View("unread"), every[60]),
            (grain, every[60]),
            (trade, backlot[0]),
            (View("folder", folder="Magazines"), every[60]),
        ):
            await opened(reader, view)
            row = reader.main.list.row()
            assert (row.id, row.title in reader.screen_text()) == (at, True)
        assert await opened(reader, View("feed", feed_id=9999)) == []
    async with start((80, 24), order="oldest", start_view="all") as reader:
        assert (reader.main.list.row().id, ids(reader)) == (every[60], every)
        assert "Number" in reader.screen_text()


@pytest.mark.parametrize(
    ("actions", "shown", "kept"),
    [
        (["read.open"], 60, []),
        (["read.on"], 60, []),
        (["move.down", "read.on"], 61, []),
        (["mark.bookmark"], None, [60]),
        (["move.down", "move.down", "mark.bookmark", "move.up", "mark.bookmark"], None, [62, 61]),
    ],
)
async def test_keys_meant_for_a_row_wait_for_the_list_that_was_asked_for(
    start: Start,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    actions: list[str],
    shown: int | None,
    kept: list[int],
) -> None:
    monkeypatch.setattr(listing, "FIRST", 40)
    arrive(library, *(f"Number {n}" for n in range(100)))
    every = [key.id for key in library.keys(View("all"), sort="oldest")]
    library.mark(every[:60], read=True)
    async with start(order="oldest") as reader:
        await reader.press("4")
        await opened(reader, View("feed", feed_id=library.find_feed("Marquee").id))
        reader.main.section.go_to(View("all"))
        assert reader.main.list.empty() == ""
        for action in actions:
            reader.main.do(action)
        await reader.settle()
        article = reader.main.article_view.article
        assert (article and article.id) == (shown and every[shown])
        assert {each.article_id for each in library.bookmarks()} == {every[at] for at in kept}


async def test_the_end_of_a_list_still_being_read_is_its_end_unless_another_key_comes_first(
    start: Start, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FIRST", 40)
    monkeypatch.setattr(listing, "CHUNK", 40)
    arrive(library, *(f"Number {n}" for n in range(200)))
    async with start(order="oldest") as reader:
        for keys, at in ((["move.bottom"], 213), (["move.bottom", "move.up"], 38)):
            reader.main.section.go_to(View("all"))
            for action in keys:
                reader.main.do(action)
            await reader.settle()
            assert reader.main.list.cursor == at


async def test_after_an_outlet_the_next_is_begun_at_its_oldest(start: Start, library: Library) -> None:
    marquee = [key.id for key in library.keys(View("feed", feed_id=library.find_feed("Marquee").id))]
    library.mark_view(View("feed", feed_id=library.find_feed("Eurofilm").id), read=True)
    async with start(order="oldest") as reader:
        await opened(reader, View("feed", feed_id=library.find_feed("Eurofilm").id))
        await reader.press("n", "n")
        assert (reader.main.article_view.article.id, reader.main.list.cursor) == (marquee[-1], 0)


async def test_a_row_read_meanwhile_stays_at_its_place_while_it_is_in_hand(
    start: Start, library: Library
) -> None:
    async with start(order="oldest") as reader:
        every = ids(reader)
        await reader.press("j", "j", "j", "enter", "q", "O")
        assert (ids(reader), reader.main.list.row().id) == (every[::-1], every[3])
        await reader.press("O")
        assert (ids(reader), reader.main.list.row().id) == (every, every[3])


# ---------------------------------------------------------------- what comes in


@pytest.mark.parametrize(
    ("keys", "title", "taken"),
    [
        (("G", "|", "j"), "Breaking", True),
        (("j", "|", "G"), "And again", True),
        (("G", "A", "|", "n"), "Breaking", True),
        (("G", "j", "|", "g", "g", "k"), OLDEST, False),
        (("G", "k", "|", "j"), LATEST, False),
    ],
    ids=["below the end", "end", "next", "top", "not yet at the end"],
)
async def test_news_is_taken_in_where_a_hand_looks_for_it(
    start: Start, tmp_path: Path, keys: tuple[str, ...], title: str, taken: bool
) -> None:
    at = keys.index("|")
    async with start(order="oldest") as reader:
        await reader.press(*keys[:at])
        under = reader.title
        elsewhere(tmp_path, lambda other: arrive(other, "And again", "Breaking"))
        await noticed(reader)
        assert (reader.status.startswith("2 new ↓"), reader.title, len(ids(reader))) == (True, under, 14)
        await reader.press(*keys[at + 1 :])
        assert (reader.title, "new ↓" not in reader.status) == (title, taken)


async def test_a_click_on_what_is_new_goes_to_the_first_of_it(start: Start, tmp_path: Path) -> None:
    async with start((80, 24), order="oldest") as reader:
        await reader.press("j")
        elsewhere(tmp_path, lambda other: arrive(other, *(f"News {n}" for n in range(30))))
        await noticed(reader)
        await reader.pilot.click("#status", offset=(3, 0))
        await reader.settle()
        assert (reader.title, len(ids(reader))) == ("News 29", 44)  # a feed's last entry is its oldest
        assert "News 29" in reader.screen_text()


async def test_news_of_an_earlier_hour_stands_where_it_belongs(
    start: Start, library: Library, tmp_path: Path
) -> None:
    async with start(order="oldest") as reader:
        await reader.press("G")
        elsewhere(tmp_path, lambda other: arrive(other, "From the night", hours_ago=9))
        await noticed(reader)
        assert reader.status == "1 new ↓"
        await reader.press("j")
        assert (reader.title, len(ids(reader))) == (LATEST, 15)
        assert ids(reader) == [key.id for key in library.keys(View("unread"), sort="oldest")]
        await reader.press("n", "n")
        assert reader.shown == OLDEST, "all after it is read: round to the top"


async def test_what_was_read_goes_as_the_news_is_taken_in_and_the_list_stands_whole(
    start: Start, library: Library, tmp_path: Path
) -> None:
    arrive(library, *(f"Number {n}" for n in range(60)))
    async with start((80, 24), order="oldest") as reader:
        await reader.press("G", "A")
        elsewhere(tmp_path, lambda other: arrive(other, "Breaking"))
        await noticed(reader)
        await reader.press("j")
        assert (reader.title, len(ids(reader)), reader.main.list.scroll_offset.y) == ("Breaking", 1, 0)
        assert "Breaking" in reader.screen_text()


async def test_an_untouched_list_fills_by_itself_at_its_end(start: Start, tmp_path: Path) -> None:
    async with start(order="oldest") as reader:
        elsewhere(tmp_path, lambda other: arrive(other, "Breaking"))
        await noticed(reader)
        assert (len(ids(reader)), reader.title, "new" in reader.status) == (15, OLDEST, False)


@pytest.mark.parametrize("order", ["newest", "oldest"])
async def test_a_list_read_again_tells_nothing_of_it_as_new(start: Start, tmp_path: Path, order: str) -> None:
    async with start(order=order) as reader:
        await reader.press("j")
        elsewhere(tmp_path, lambda other: arrive(other, "Breaking"))
        await noticed(reader)
        told = reader.status
        await reader.press("O")
        assert ("1 new" in told, len(ids(reader)), "1 new" in reader.status) == (True, 15, False)


# ---------------------------------------------------------------- stories


@pytest.fixture
def news(tmp_path: Path) -> Library:
    """Three stories, of three, two and one report."""
    library = Library(tmp_path / "news.db", clock=lambda: THEN)
    fill_news(library)
    return library


async def test_a_story_stands_at_its_first_report_here_and_is_one_row(start: Start, news: Library) -> None:
    first, *later = heat(news)
    async with start(over=news, order="oldest") as reader:
        rows = reader.main.list
        stands = [rows.row(n).story.id if rows.row(n).story else 0 for n in range(rows.length)]
        assert (len(stands), len(set(stands))) == (3, 3)
        assert ([*set(ids(reader)) & {first, *later}]) == [first]
        news.mark([first], read=True)
        assert (await opened(reader, View("unread"))).count(later[0]) == 1
        assert later[1] not in ids(reader)


async def test_the_cursor_stays_with_its_story_as_the_list_is_turned(start: Start, news: Library) -> None:
    async with start(over=news) as reader:
        for at in range(3):
            await reader.press("g", "g", *("j",) * at)
            story = reader.main.list.row().story
            await reader.press("O")
            assert reader.main.list.row().story == story
            await reader.press("O")
            assert (reader.main.list.row().story, reader.main.list.cursor) == (story, at)


async def test_the_next_unread_is_never_the_row_above_of_a_report_further_down(
    start: Start, news: Library
) -> None:
    first, second, _ = (news.article(each).published or 0 for each in heat(news))
    told = [entry(f"Filler {n}", first + 1 + n, 5000 + n) for n in range(99)]
    told += [entry("What comes after", second + 1, 6000)]
    feed = news.subscribe("https://fillers.example/feed")
    news.save_feed(feed.id, ParsedFeed(format="rss 2.0", title="Fillers", entries=tuple(told)), answer())
    fillers = [key.id for key in news.keys(View("feed", feed_id=feed.id), sort="oldest")]
    news.mark(fillers[:-1], read=True)
    news.mark(fillers[-1:], read=False)
    async with start(over=news, order="oldest", start_view="all") as reader:
        story = reader.main.list.places.find(Key(first, heat(news)[0]))
        reader.main.list.go(ids(reader).index(fillers[3]))
        assert (reader.main.list.row(story).read, story < reader.main.list.cursor) == (False, True)
        await reader.press("n")
        assert reader.shown == "What comes after"


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_in_pages_of_any_size_every_story_has_one_row(news: Library, order: Order) -> None:
    every = news.keys(View("all"), sort=order)
    whole = Folding(news.stories_of).fold(every)
    for step in range(1, len(every) + 1):
        folding = Folding(news.stories_of)
        found = [key for at in range(0, len(every), step) for key in folding.fold(every[at : at + step])]
        assert found == whole
    assert len(whole) == 3
