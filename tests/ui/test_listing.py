"""What a list does while the world goes on: news from other writers, empty lists, large ones."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from reader.incoming import ParsedFeed
from reader.library import Library
from reader.model import View
from reader.ui.parts import numbers
from tests.ui.conftest import HOUR, NOW, Reader, Start, answer, entry, filled

OPENED = "Mann says Heat 2 is what he shoots next"
SERIAL = iter(range(1000, 10_000_000))


def arrive(library: Library, *titles: str, hours_ago: int = 0, feed: str = "Grain") -> None:
    """Save articles as a refresh would, from a connection of its own."""
    entries = [entry(title, NOW - hours_ago * HOUR, next(SERIAL)) for title in titles]
    found = library.find_feed(feed)
    library.save_feed(found.id, ParsedFeed(format="rss 2.0", title=feed, entries=tuple(entries)), answer())


async def noticed(reader: Reader) -> None:
    """Wait until the reader has looked for other writers."""
    reader.main.numbers.notice_writers()
    await reader.settle()


async def test_news_waits_until_it_is_asked_for(start: Start, tmp_path: Path) -> None:
    async with start() as reader:
        await reader.press("j", "j")
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            arrive(other, "Breaking")
            arrive(other, "And again", hours_ago=1)
        before = reader.title
        await noticed(reader)
        assert (before, 14) == (reader.title, reader.main.list.length)
        assert reader.status == "2 new ↑"
        assert "16 unread" in reader.screen_text()
        await reader.press("g", "g")
        assert (reader.main.list.length, reader.title) == (16, "Breaking")
        assert "↑" not in reader.status


@pytest.mark.parametrize("view", ["unread", "all"])
async def test_news_of_days_is_counted_whole(start: Start, tmp_path: Path, view: str) -> None:
    async with start(start_view=view) as reader:
        await reader.press("j", "j")
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            arrive(other, *(f"News {n}" for n in range(1203)))
        await noticed(reader)
        assert reader.status == "1\N{THIN SPACE}203 new ↑"


async def test_what_comes_in_read_is_no_news_but_is_there_to_be_taken_in(
    start: Start, library: Library, tmp_path: Path
) -> None:
    async with start() as reader:
        reader.main.listing.open(View("all"))
        await reader.press("j", "j")
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            feed = other.subscribe("https://new.example/feed", title="New")
            days = (0, 8, 9)
            entries = tuple(entry(f"{n} days old", NOW - n * 24 * HOUR - 60, 100 + n) for n in days)
            other.save_feed(feed.id, ParsedFeed(format="rss 2.0", title="New", entries=entries), answer())
        await noticed(reader)
        assert (reader.status, reader.main.list.length) == ("1 new ↑", 14)
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            other.mark([library.newest().id - n for n in range(3)], read=True)
        await noticed(reader)
        assert "new" not in reader.status
        await reader.press("g", "g")
        assert reader.main.list.length == 17


@pytest.mark.parametrize(
    "keys", [("g", "g"), ("k", "k", "k"), ("A", "n")], ids=["top", "above the top", "next"]
)
async def test_news_is_taken_in_where_a_hand_looks_for_it(
    start: Start, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with start() as reader:
        await reader.press("j", "j")
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            arrive(other, "Breaking")
        await noticed(reader)
        await reader.press(*keys)
        assert (reader.title, "↑" in reader.status) == ("Breaking", False)


async def test_who_writes_without_end_is_noticed_once_in_a_while(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(numbers, "monotonic", lambda: now)
    async with start() as reader:
        watch, seen = reader.main.numbers.watch, []
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            for now in (10, 10.3, 10.9, 11.1, 11.2):
                arrive(other, f"Breaking at {now}")
                watch()
                seen.append(reader.main.counts.total - 14)
    assert seen == [1, 1, 1, 4, 4]


async def test_other_rows_are_painted_without_laying_out_anew(start: Start) -> None:
    async with start(size=(80, 20)) as reader:
        rows, compositor, laid = reader.main.list, reader.main._compositor, []
        keys = reader.app.library.keys(View("unread"))
        reflow = compositor.reflow
        compositor.reflow = lambda *how: laid.append(how) or reflow(*how)  # type: ignore[method-assign]
        await reader.press("G")
        rows.fill(keys[2:12])
        await reader.settle()
        top = reader.app.library.rows([keys[2].id])[0].title
        assert (rows.scroll_offset.y, top in reader.screen_text(), laid) == (0, True, [])
        assert rows.max_scroll_y == rows.height_in_lines - rows.size.height
        rows.fill(keys[:2])
        await reader.settle()
        assert (len(laid) > 0, rows.show_vertical_scrollbar) == (True, False)


async def test_what_another_program_marks_shows_here(start: Start, tmp_path: Path) -> None:
    async with start() as reader:
        await reader.press("j")
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            other.mark([key.id for key in other.keys(View("unread"))], read=True)
        await noticed(reader)
        assert "0 unread" in reader.screen_text()
        assert "●" not in reader.screen_text()
        assert reader.main.list.length == 14


async def test_an_untouched_list_fills_by_itself(start: Start, tmp_path: Path) -> None:
    async with start() as reader:
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            arrive(other, "Breaking")
        await noticed(reader)
        assert (reader.main.list.length, reader.title) == (15, "Breaking")


async def test_reading_again_keeps_the_place(start: Start, tmp_path: Path) -> None:
    async with start() as reader:
        await reader.press("j", "j")
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            arrive(other, "Breaking")
        before = reader.title
        reader.main.listing.reload()
        await reader.settle()
        assert (before, 15) == (reader.title, reader.main.list.length)
        assert reader.main.list.cursor == 3


async def test_empty_lists_say_why_and_what_to_do(start: Start) -> None:
    async with start(size=(80, 24)) as reader:
        await reader.press("4")
        assert "Nothing saved yet. Press b to keep a copy of an article, for good." in reader.screen_text()
        assert "Enter open" not in reader.screen_text()
        assert "R refresh all   a add feed   ? keys" in reader.screen_text()
        await reader.press("2")
        assert "Enter open   b bookmark   ? keys" in reader.screen_text()
        await reader.press("A")
        await reader.press("2")
        text = reader.screen_text()
        assert "Nothing unread. U undoes, R asks the outlets again, next in 60 min." in text
        await reader.press("j", "k", "G", "enter", "m", "b", "o", "n", "space")
        assert reader.status.startswith("Nothing unread in this list")


async def test_hundreds_of_rows_come_in_steps_and_none_is_missing(start: Start, library: Library) -> None:
    for day in range(6):
        titles = [f"Number {day * 100 + n}" for n in range(100)]
        arrive(library, *titles, hours_ago=24 * day)
    async with start(start_view="all", size=(80, 24)) as reader:
        assert reader.main.list.length == 614
        expected = [key.id for key in library.keys(View("all"), limit=1000)]
        assert expected == list(reader.main.list.places.ids)
        await reader.press("G")
        assert reader.main.list.cursor == 613
        assert reader.main.list.row().title in reader.screen_text()


async def test_below_what_was_in_sight_on_leaving_the_rows_are_all_there(
    start: Start, library: Library
) -> None:
    arrive(library, *(f"Number {n}" for n in range(100)))
    async with start(start_view="all", size=(80, 24)) as reader:
        await reader.press("j", "j", "j")
        place = reader.main.leaving._place()
        assert reader.main.leaving.come_back(msgspec.json.encode(place))
        assert (reader.title, reader.main.list.length) == ("Number 3", len(place.keys))
        await reader.settle()
        keys = library.keys(View("all"), limit=1000)
        assert [reader.main.list.row(n).id for n in range(114)] == [key.id for key in keys]


async def test_leaving_an_outlet_takes_its_articles_along_and_undo_brings_them_back(
    start: Start, library: Library
) -> None:
    async with start() as reader:
        await reader.press("enter", "E", "tab", "tab", "space", "enter")
        assert reader.status == "Changed The Backlot Reporter · U undoes"
        assert (reader.title, reader.shown) == (OPENED, OPENED)  # read since, but it is in hand
        assert reader.main.list.length == 14
        assert library.find_feed("Backlot").full_text == "auto"
        await reader.press("U")
        assert library.find_feed("Backlot").full_text is None
        await reader.press("h", "E")
        await reader.press("ctrl+x")
        assert reader.status == "Unsubscribed from The Backlot Reporter · U undoes"
        assert reader.main.list.length == 10
        await reader.press("U")
        assert reader.main.list.length == 13


async def test_a_feed_left_elsewhere_takes_its_articles_along(
    start: Start, library: Library, tmp_path: Path
) -> None:
    async with start() as reader:
        kept = library.keys(View("unread"))[0].id
        library.bookmark(kept)
        await reader.press("j", "j", "j", "j")
        under = reader.title
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            other.unsubscribe(other.find_feed("Backlot").id)
        await noticed(reader)
        assert (reader.main.list.length, reader.title) == (10, under)
        assert reader.main.counts.bookmarks == 1
        await reader.press("4")
        assert (reader.main.list.length, reader.main.list.places.labels) == (1, ["Today"])
        reader.main.section.go_to(View("feed", feed_id=library.find_feed("Grain").id))
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            other.unsubscribe(other.find_feed("Grain").id)
        await noticed(reader)
        assert reader.main.listing.view == View("unread")
        assert reader.main.list.length == 7


async def test_an_article_that_is_gone_says_so(start: Start) -> None:
    async with start() as reader:
        reader.main.list.places.ids[1] = 99_999
        reader.main.list.refresh()
        await reader.settle()
        assert "no longer in the library" in reader.screen_text()
        await reader.press("j", "enter", "m", "b", "o")
        assert reader.shown == ""


async def test_ascii_marks(start: Start) -> None:
    async with start(ascii=True) as reader:
        await reader.press("b")
        text = reader.screen_text()
        assert not set(text) & set("●◆≡▸▌")
        assert "* Mann says" in text.replace("  ", " ")
        assert "+=" in text


async def test_hostile_titles_reach_no_terminal(start: Start, library: Library) -> None:
    title = "[bold red]x[/nope] \x1b]0;pwned\x07 \x9b31m \u202e[@click=app.quit]y"
    feed = library.subscribe("https://evil.example/feed", title=title, folder=title)
    evil = (entry(title, NOW, 99),)
    library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title=title, entries=evil), answer())
    async with start() as reader:
        await reader.press("b", "enter", "B", "t", "escape", "B", "H")
        for screen in (*reader.app.screen_stack,):
            text = "\n".join(strip.text for strip in screen._compositor.render_strips())
            bad = {
                c for c in text if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066")
            }
            assert bad == set()
        assert "[bold red]x[/nope]" in "\n".join(
            strip.text for strip in reader.main._compositor.render_strips()
        )


@pytest.mark.parametrize("replaced", [False, True])
async def test_a_library_that_is_gone_is_told_of_at_once_and_once(
    start: Start, tmp_path: Path, *, replaced: bool
) -> None:
    async with start() as reader:
        if replaced:
            (tmp_path / "other.db").write_bytes((tmp_path / "library.db").read_bytes())
            (tmp_path / "other.db").replace(tmp_path / "library.db")
        else:
            (tmp_path / "library.db").unlink()
        await noticed(reader)
        assert "library.db was removed or replaced while it was open here" in reader.status
        await reader.press("j")
        await noticed(reader)
        assert "replaced" not in reader.status
        await reader.press("m")
        assert "removed or replaced" in reader.status
        assert reader.main.list.row().read is False


def headings(reader: Reader) -> list[str]:
    return reader.main.list.places.labels


async def test_once_the_day_is_over_its_news_is_yesterdays(start: Start, tmp_path: Path) -> None:
    now = [NOW]
    with Library(filled(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        async with start(over=library) as reader:
            await reader.press("j", "j", "j")
            before = (headings(reader), reader.title, "Today               2" in reader.screen_text())
            now[0] = NOW + 15 * HOUR
            reader.main.numbers.pass_time()
            await reader.settle()
            after = (headings(reader), reader.title, "YESTERDAY" in reader.screen_text())
            assert before == (["Today", "Yesterday", "Saturday", "Friday"], before[1], True)
            assert after == (["Yesterday", "Sunday", "Saturday", "Friday"], before[1], True)
            assert reader.main.counts.today == 0


async def test_the_list_of_today_is_of_the_day_it_is(start: Start, tmp_path: Path) -> None:
    now = [NOW]
    with Library(filled(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        async with start(over=library, start_view="today") as reader:
            before = reader.main.list.length
            now[0] = NOW + 15 * HOUR
            reader.main.numbers.pass_time()
            await reader.settle()
            assert (before, reader.main.list.length) == (2, 0)
            assert "Nothing yet today." in reader.screen_text()


async def test_a_computer_carried_elsewhere_has_the_time_and_days_of_there(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start() as reader:
        before = reader.main.list.places.starts[1]
        monkeypatch.setenv("TZ", "JST-9")
        reader.main.numbers.pass_time()
        await reader.settle()
        assert "18:41" in reader.screen_text()
        assert (before, reader.main.list.places.starts[1]) == (2, 4)


async def test_while_nothing_changes_nothing_is_drawn(start: Start, tmp_path: Path) -> None:
    now = [NOW]

    async def drawn_after(seconds: int) -> dict[str | None, int]:
        """How many lines of which widgets are to be drawn again once the clock has gone on."""
        await reader.settle()
        widgets = (reader.main.title_bar, reader.main.list, reader.main.status)
        for each in widgets:
            each._exchange_repaint_regions()
        now[0] += seconds
        reader.main.numbers.pass_time()
        regions = {each.id: each._exchange_repaint_regions() for each in widgets}
        return {name: sum(each.height for each in those) for name, those in regions.items() if those}

    with Library(filled(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        async with start(over=library) as reader:
            await reader.press("j", "k")
            assert await drawn_after(10) == {}
            assert await drawn_after(50) == {"title": 2, "list": 2}, "one article is a minute older"
            await reader.press("A")
            await reader.press("2")
            assert await drawn_after(10) == {}
            height = reader.main.list.size.height
            assert await drawn_after(60) == {"title": 2, "list": height}, "“next in 59 min”"
