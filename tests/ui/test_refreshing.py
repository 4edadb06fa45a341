"""The refresh beside an open reader: a real process, a real server, a real file."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from textual.widgets import Input

from reader import paths
from reader.feeds.failures import from_curl, in_the_way
from reader.feeds.outlets import Outlet
from reader.feeds.target import parse as parse_url
from reader.incoming import ParsedFeed
from reader.library import Library
from reader.store.values import Answer
from reader.ui.first_run import DEMO
from reader.ui.parts import refreshing
from reader.ui.refresher import Refresher
from reader.ui.screens.dialog import Picker
from tests.made import begun
from tests.server import Reply, Server
from tests.ui.conftest import NOW, Reader, Start, answer, entry, filled
from tests.ui.tty import Tty


def feed(*titles: str, old: Sequence[str] = ()) -> Reply:
    now, before = (
        time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() - days * 86_400))
        for days in (0, 9)
    )
    items = "".join(
        f"<item><title>{t}</title><link>https://example.org/{t.replace(' ', '-')}</link>"
        f"<pubDate>{when}</pubDate></item>"
        for when, those in ((now, titles), (before, old))
        for t in those
    )
    text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Grain</title>{items}</channel></rss>'
    return Reply(body=text.encode())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A home of its own, with an empty library, where loopback may be asked."""
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path / "home"))
    found = paths.find()
    found.create()
    found.config_file.write_text("allow_private = true\n")
    with Library(begun(found.library)) as library:
        yield library


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


async def until(reader: Reader, *words: str) -> str:
    """Wait until the screen says all of this."""
    try:
        await reader.until(lambda: all(word in reader.screen_text() for word in words))
    except TimeoutError:
        raise AssertionError(f"{words} never came:\n{reader.screen_text()}") from None
    return reader.screen_text()


async def test_what_is_due_is_asked_on_opening_and_shows_as_it_comes(
    start: Start, home: Library, server: Server
) -> None:
    gate = threading.Event()
    home.subscribe(server.add("/one", feed("Early news", old=["Before", "Long before"])), title="One")
    home.subscribe(server.add("/two", Reply(gate=gate, body=feed("Late news").body)), title="Two")
    async with start(over=home, auto_refresh=True) as reader:
        await until(reader, "Early news", "refreshing 1/2 · 1 new")  # what comes in read is not new to anyone
        await reader.press("j", "enter", "m", "h")  # the list is alive meanwhile
        gate.set()
        await until(reader, "1 new ↑")
        await reader.press("g", "g")
        assert {"Early news", "Late news"} == {
            row.title for row in home.rows(list(reader.main.list.places.ids))
        }


async def test_moving_while_the_first_news_comes_in_does_not_stop_it(
    start: Start, home: Library, server: Server
) -> None:
    gate = threading.Event()
    home.subscribe(server.add("/one", feed("Early news")), title="One")
    home.subscribe(server.add("/two", Reply(gate=gate, body=feed("Late news").body)), title="Two")
    async with start(over=home, auto_refresh=True) as reader:
        await until(reader, "Early news", "refreshing 1/2 · 1 new")
        await reader.press("j", "k")
        gate.set()
        await until(reader, "Late news", "refreshed at")
        assert "new ↑" not in reader.status
        assert reader.title == "Early news"


async def test_what_is_not_searchable_yet_is_made_so_on_opening(start: Start, home: Library) -> None:
    """An update may make the index anew: that waits for no outlet to be due."""
    now = int(time.time())
    one = home.subscribe("https://film.test/feed", title="One")
    news = ParsedFeed(format="rss 2.0", title="One", entries=(entry("Harvest", now, 9),))
    home.save_feed(one.id, news, Answer(next_due=now + 86_400, interval_minutes=60))
    async with start(over=home, auto_refresh=True) as reader:
        await reader.until(lambda: not (home.has_unindexed() or reader.main.refreshing.running))
    assert [article.title for article in home.search("harvest")] == ["Harvest"]


def test_a_first_start_says_from_its_first_paint_that_news_is_coming(home: Library, server: Server) -> None:
    gate = threading.Event()
    home.subscribe(server.add("/one", feed("Early news")), title="One")
    home.subscribe(server.add("/two", Reply(gate=gate, body=feed("Late news").body)), title="Two")
    with Tty(paths.find().config.parent) as tty:
        tty.until(lambda written: b"Asking 2 outlets for the news" in written)
        gate.set()
        tty.until(lambda written: b"Early news" in written and b"Late news" in written)
        tty.press("Q")
        assert tty.ended() == 0
        assert b"Nothing" not in tty.written
        assert b"No outlets" not in tty.written


async def test_how_many_have_answered_is_told_while_nothing_is_there(
    start: Start, home: Library, server: Server
) -> None:
    gate = threading.Event()
    home.subscribe(server.add("/one", feed()), title="One")
    home.subscribe(server.add("/two", Reply(gate=gate, body=feed("Late news").body)), title="Two")
    async with start(over=home, auto_refresh=True) as reader:
        await until(reader, "Asking 2 outlets for the news …", "1 of 2 have answered.")
        gate.set()
        assert "have answered" not in await until(reader, "Late news")


async def test_an_empty_list_says_anew_what_became_of_it(start: Start, home: Library, server: Server) -> None:
    home.subscribe(server.add("/one", Reply(status=500)), title="One")
    async with start(over=home, auto_refresh=True) as reader:
        await until(reader, "R asks the", "outlets again")


async def test_r_asks_one_outlet_and_failures_are_told(start: Start, home: Library, server: Server) -> None:
    home.subscribe(server.add("/one", [feed("First"), feed("Second")]), title="One")
    home.subscribe(server.add("/two", Reply(status=500)), title="Two")
    async with start(over=home) as reader:
        await reader.press("R")
        await until(reader, "First", "Two: ", "! Two")
        await reader.until(lambda: not reader.main.refreshing.running)
        await reader.press("r")
        await until(reader, "1 new ↑")
        assert sorted(server.paths()) == ["/one", "/one", "/two"]


async def test_health_follows_a_retry(start: Start, home: Library, server: Server) -> None:
    home.subscribe(server.add("/one", [Reply(status=500), feed("At last")]), title="One")
    async with start(over=home) as reader:
        await reader.press("R")
        await until(reader, "! One", "outlets again")
        await reader.press("H")
        await until(reader, "Feed health", "! failing")
        await reader.press("r")
        await reader.until(lambda: not any(each in reader.screen_text() for each in ("! failing", "asking…")))
        assert " ok " in reader.screen_text()


async def test_health_left_open_goes_on(start: Start, tmp_path: Path) -> None:
    now = [NOW]

    def told() -> tuple[str, int, int]:
        """The outlet chosen, how many are said to have been asked three hours ago, and how many to fail."""
        health = reader.app.screen
        rows = [str(option.prompt) for option in health.query_one(Picker).options]
        return (
            health._current().title,
            sum(re.split("  +", row.splitlines()[0])[3] == "3 h" for row in rows),
            sum("! failing" in row for row in rows),
        )

    with Library(filled(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        async with start(over=library) as reader:
            await reader.press("H", "j")
            before = told()
            now[0] += 3 * 3600
            reader.main.numbers.pass_time()
            await reader.settle()
            later = told()
            with Library(tmp_path / "library.db", clock=lambda: now[0]) as other:
                for feed in other.feeds():
                    other.save_feed(feed.id, ParsedFeed(format="rss 2.0", title="x", entries=()), answer())
            reader.main.numbers.notice_writers()
            await reader.settle()
            after = told()
    title = "Eurofilm Bulletin"
    assert (before, later, after) == ((title, 0, 1), (title, 6, 1), (title, 0, 0))


async def test_no_network_is_one_line(start: Start, home: Library) -> None:
    for port in (1, 2, 3):
        home.subscribe(f"http://127.0.0.{port}:9/feed", title=f"Number {port}")
    async with start(over=home) as reader:
        await reader.press("R")
        text = await until(reader, "No network since", "R tries again.")
        assert "Number 1" in text
        assert "!" not in text


async def test_offline_is_told_and_no_outlet_is_blamed(start: Start, library: Library) -> None:
    async with start() as reader:
        assert "! Silver & Nitrate" in reader.screen_text()
        reader.main.refreshing.take({"event": "feed", "status": "failed", "kind": "resolve", "error": "x"})
        reader.main.refreshing.take({"event": "done", "updated": 0, "unchanged": 0, "failed": 1})
        await reader.settle()
        text = reader.screen_text()
        assert "No network since 09:41: reading from the library, 14 articles, 14 with full text." in text
        assert "!" not in text
        reader.main.refreshing.take({"event": "done", "updated": 1})
        await reader.settle()
        assert "! Silver & Nitrate" in reader.screen_text()


async def test_the_status_line_says_what_is_wrong_once_and_without_advice(
    start: Start, home: Library, server: Server
) -> None:
    url = server.add("/page", Reply(b"<html><body>A page</body></html>", type="text/html"))
    named = home.subscribe(server.add("/trouble", Reply(status=500)), title="Named")
    untitled = home.subscribe(url)
    async with start(over=home) as reader:
        for feed_id, words in ((named.id, "Named: The server of"), (untitled.id, f"{url} is not a feed")):
            reader.main.refreshing.start((str(feed_id), "--force"))
            await reader.until(lambda: not reader.main.refreshing.running)
            await reader.settle()
            said = reader.main.status.rest.partition(" · ")[2] or reader.main.status.rest
            assert said.startswith(words)
            assert said.count(url) <= 1
            assert ". " not in said


async def test_the_status_line_names_the_outlet_in_the_place_of_its_address(
    start: Start, home: Library, server: Server
) -> None:
    """The address takes the room that the reason needs."""
    page = server.add("/a/path/that/goes/on", Reply(b"<html><body>A page</body></html>", type="text/html"))
    gone = server.add("/gone", Reply(status=410))
    outlets = {"Page One": page, "The Lost Reel": gone}
    ids = {title: home.subscribe(url, title=title).id for title, url in outlets.items()}
    async with start(over=home, size=(80, 24)) as reader:
        said = []
        for title in outlets:
            reader.main.refreshing.start((str(ids[title]), "--force"))
            await reader.until(lambda: not reader.main.refreshing.running)
            await reader.settle()
            said.append(reader.main.status.rest.rpartition(" · ")[2])
        no_feed = "Page One is not a feed: it sent an HTML page"
        assert said == [no_feed, "The Lost Reel is gone for good (410)"]


async def test_when_another_process_has_refreshed_it_is_told_when(
    start: Start, library: Library, tmp_path: Path
) -> None:
    async with start() as reader:
        assert reader.status == "refreshed at 09:41"
        with Library(tmp_path / "library.db", clock=lambda: NOW + 900) as other:
            other.save_feed(1, ParsedFeed(format="rss 2.0", title="x", entries=()), answer())
        reader.main.numbers.notice_writers()
        await reader.settle()
        assert reader.status == "refreshed at 09:56"


async def test_what_was_on_another_day_is_told_with_its_day(start: Start, tmp_path: Path) -> None:
    now = [NOW]
    with Library(filled(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        async with start(over=library) as reader:
            now[0] = NOW + 86_400
            reader.main.numbers.pass_time()
            assert reader.status == "refreshed at 12 Oct 09:41"
            reader.main.refreshing.take(
                {"event": "feed", "status": "failed", "kind": "resolve", "error": "x"}
            )
            reader.main.refreshing.take({"event": "done", "updated": 0, "unchanged": 0, "failed": 1})
            assert reader.status.startswith("No network since 09:41: ")
            now[0] = NOW + 2 * 86_400
            reader.main.numbers.pass_time()
            assert reader.status.startswith("No network since 13 Oct 09:41: ")


async def test_what_another_process_has_reached_is_in_trouble_no_more(
    start: Start, home: Library, server: Server
) -> None:
    named = home.subscribe(server.add("/trouble", Reply(status=500)), title="Named")
    async with start(over=home) as reader:
        reader.main.refreshing.start((str(named.id), "--force"))
        await reader.until(lambda: not reader.main.refreshing.running)
        await reader.settle()
        assert reader.main.status.rest.startswith("Named: The server of")
        with Library(paths.find().library, clock=lambda: NOW) as other:
            other.save_feed(named.id, ParsedFeed(format="rss 2.0", title="x", entries=()), answer())
        reader.main.numbers.notice_writers()
        await reader.settle()
        assert reader.main.status.rest == "refreshed at 12 Oct 09:41"


async def test_a_network_that_wants_a_login_is_told_of(start: Start, library: Library) -> None:
    said = str(in_the_way(parse_url("http://film.test/feed")))
    for feed in library.feeds():
        library.save_failure(feed.id, said, next_due=NOW + 600, counts=False)
    async with start() as reader:
        event = {"event": "feed", "status": "failed", "kind": "portal", "error": said}
        reader.main.refreshing.take(event)
        reader.main.refreshing.take({"event": "done", "updated": 0, "unchanged": 0, "failed": 1})
        await reader.settle()
        way = "No way through since 09:41 (a login?): reading from the library, 14 articles, "
        assert reader.main.status.rest == f"{way}14 with full text."
        assert "!" not in reader.screen_text()


async def test_an_outlet_that_is_gone_or_paused_does_not_hide_that_the_network_was_missing(
    start: Start, library: Library
) -> None:
    said = str(from_curl(7, parse_url("http://film.test/feed")))
    gone, *others = library.feeds()
    for feed in others:
        library.save_failure(feed.id, said, next_due=NOW + 600, counts=False)
    library.save_failure(gone.id, "gone for good.", next_due=None, status="gone")
    async with start() as reader:
        assert reader.main.status.rest.startswith("No network since 09:41: ")


async def test_when_another_process_reaches_an_outlet_the_network_is_back(
    start: Start, library: Library, tmp_path: Path
) -> None:
    async with start() as reader:
        event = {"event": "feed", "status": "failed", "kind": "connect", "error": "No way to it."}
        for feed in library.feeds():
            reader.main.refreshing.take({**event, "feed_id": feed.id})
        reader.main.refreshing.take({"event": "done", "updated": 0, "unchanged": 0})
        assert reader.main.status.rest.startswith("No network since 09:41: ")
        reader.main.numbers.take()
        assert reader.main.status.rest.startswith("No network since 09:41: ")
        with Library(tmp_path / "library.db", clock=lambda: NOW + 900) as other:
            other.save_feed(1, ParsedFeed(format="rss 2.0", title="x", entries=()), answer())
        reader.main.numbers.notice_writers()
        await reader.settle()
        assert reader.status == "refreshed at 09:56"


async def test_everything_may_be_asked_again_but_not_just_after(
    start: Start, home: Library, server: Server
) -> None:
    home.subscribe(server.add("/one", [feed("First"), feed("Second")]), title="One")
    async with start(over=home) as reader:
        await reader.press("R")
        await until(reader, "First", "refreshed at")
        await reader.press("R")
        assert reader.status == "asked just now; r asks one outlet now"
        home.clock = lambda: time.time() + 180
        await reader.press("R")
        assert reader.status == "asked 3 min ago; r asks one outlet now"
        assert server.paths() == ["/one"]


async def test_when_the_network_is_back_everything_is_asked_at_once(
    start: Start, home: Library, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        url = f"http://film.test/{number}"
        server.add(url, feed(f"Title {number}"))
        home.subscribe(url, title=f"Number {number}")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    async with start(over=home) as reader:
        await reader.press("R")
        await until(reader, "No network since", "R tries again.")
        monkeypatch.setenv("http_proxy", server.url(""))
        await reader.press("R")
        text = await until(reader, "Title 1", "Title 2", "refreshed at")
        assert "No network" not in text


async def test_outlets_that_never_answered_were_not_refreshed(
    start: Start, home: Library, server: Server
) -> None:
    home.subscribe(server.add("/gone", Reply(status=500)), title="One")
    async with start(over=home) as reader:
        await reader.press("R")
        await until(reader, "R asks the", "outlets again")
        assert "refreshed at" not in reader.screen_text()
    async with start(over=home) as reader:
        assert "refreshed at" not in reader.screen_text()


async def test_with_no_outlets_there_is_nothing_to_ask(start: Start, home: Library) -> None:
    async with start(over=home, outlets=[]) as reader:
        await reader.press("escape", "R")
        assert reader.status == "No outlet is to be asked: press H for how each is doing, a to add one."


async def test_after_a_clock_that_was_ahead_what_is_due_is_asked(
    start: Start, home: Library, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "PAUSE", 0)
    ahead = [86_400.0]
    with Library(paths.find().library, clock=lambda: time.time() + ahead[0]) as library:
        home.subscribe(server.add("/first", feed("Before")))
        async with start(over=library, auto_refresh=True) as reader:
            await reader.until(lambda: len(server.log) == 1 and not reader.main.refreshing.running)
            home.subscribe(server.add("/second", feed("After")))
            ahead[0] = 0
            reader.main.refreshing.when_due()
            await until(reader, "After")
    assert [asked.path for asked in server.log] == ["/first", "/second"]


async def test_quitting_ends_the_refresh(start: Start, home: Library, server: Server) -> None:
    home.subscribe(server.add("/slow", Reply(hang=True)), title="Slow")
    async with start(over=home) as reader:
        await reader.press("R")
        await reader.until(lambda: bool(server.paths()))
        child = reader.main.refreshing._child._child
        assert child is not None
        workers = Path(f"/proc/{child.pid}/task/{child.pid}/children")
        others = [int(pid) for pid in workers.read_text().split()] if workers.exists() else []
        assert {10} == {os.getpriority(os.PRIO_PROCESS, pid) for pid in (child.pid, *others)}
        began = time.perf_counter()
        await reader.pilot.press("Q")
    assert child.poll() is not None
    assert time.perf_counter() - began < 15  # the server would hang for 45, and the machine may be busy


async def test_a_refresh_that_is_killed_is_told_of(start: Start, home: Library, server: Server) -> None:
    feed_id = home.subscribe(server.add("/slow", Reply(hang=True)), title="Slow").id
    async with start(over=home) as reader:
        reader.main.refreshing.start((str(feed_id), "--force"))
        await reader.until(lambda: server.log)
        reader.main.refreshing._child._child.kill()
        await reader.until(lambda: not reader.main.refreshing.running)
        await reader.settle()
        assert reader.status == "The asking was ended from outside before it was done; what had come is kept."


async def test_a_second_refresh_says_so(start: Start, home: Library, server: Server) -> None:
    home.subscribe(server.add("/slow", Reply(hang=True)), title="Slow")
    async with start(over=home) as reader:
        await reader.press("R", "R")
        assert reader.status == "The outlets are being asked already."


async def test_adding_a_feed_and_choosing_among_several(start: Start, home: Library, server: Server) -> None:
    server.add("/one", feed("From one"))
    server.add("/two", feed("From two"))
    link = '<link rel="alternate" type="application/rss+xml" href="/{0}" title="{0}">'
    page = f"<html><head>{link.format('one')}{link.format('two')}</head><body>x</body></html>"
    server.add("/", Reply(body=page.encode(), type="text/html"))
    home.subscribe(server.add("/first", feed("Of the first")), title="First")
    async with start(over=home, size=(100, 30)) as reader:
        await reader.press("a")
        reader.app.screen.query_one("#url", Input).value = server.url("/")
        await reader.press("enter")
        await until(reader, "Which one?", "two")
        await reader.press("down", "enter")
        await until(reader, "From two", "Subscribed to Grain")
        await reader.press("a")
        reader.app.screen.query_one("#url", Input).value = server.url("/nothing")
        await reader.press("enter")
        await until(reader, "404")


def test_a_refresh_that_cannot_start_leaves_no_file_open() -> None:
    before = len(list(Path("/dev/fd").iterdir()))
    refresher = Refresher(lambda _: None, lambda _: None)
    with pytest.raises(ValueError, match="null byte") as kept:
        refresher.start(("no\0word",))
    now = len(list(Path("/dev/fd").iterdir()))
    assert (now, refresher.running, kept.tb is None) == (before, False, False)


def test_a_refresh_that_cannot_run_leaves_its_sentence(
    home: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.find().config_file.write_text("nonsense = 1\n")
    ended = threading.Event()
    said: list[str] = []
    refresher = Refresher(lambda _: None, lambda trouble: (said.append(trouble), ended.set()))
    refresher.start()
    assert ended.wait(20)
    assert "unknown key “nonsense”" in said[0]
    assert not refresher.running


async def test_the_first_run_subscribes_and_the_news_comes(
    start: Start, home: Library, server: Server
) -> None:
    outlets = [
        Outlet("One", server.add("/one", feed("From one")), "Trade", True),
        Outlet("Two", server.add("/two", feed("From two")), "News"),
    ]
    async with start(over=home, outlets=outlets, size=(80, 24)) as reader:
        await until(reader, "Choose your outlets", "1 of 2 ticked")
        await reader.press("enter")
        await until(reader, "From one")
        assert [(found.title, found.folder) for found in home.feeds()] == [("One", "Trade")]


async def test_the_first_run_imports_a_file_or_says_what_is_wrong_with_it(
    start: Start, home: Library, server: Server, tmp_path: Path
) -> None:
    (tmp_path / "broken.opml").write_text("<opml")
    url = server.add("/one", feed("From one"))
    outline = f'<outline type="rss" text="One" xmlUrl="{url}"/>'
    (tmp_path / "good.opml").write_text(f'<opml version="2.0"><body>{outline}</body></opml>')
    async with start(over=home, outlets=[], size=(80, 24)) as reader:
        for name, words in (("broken.opml", "no outline"), ("good.opml", "From one")):
            await reader.press("i")
            reader.app.screen.query_one("#welcome-path", Input).value = str(tmp_path / name)
            await reader.press("enter")
            await until(reader, words)
        assert [found.title for found in home.feeds()] == ["One"]


async def test_the_first_run_says_what_of_a_file_did_not_come(
    start: Start, home: Library, server: Server, tmp_path: Path
) -> None:
    url = server.add("/one", feed("From one"))
    (tmp_path / "urls").write_text(f'{url}\nexec:~/bin/feed\n"query:New:unread = \\"yes\\""\n')
    async with start(over=home, outlets=[], size=(80, 24)) as reader:
        await reader.press("i")
        reader.app.screen.query_one("#welcome-path", Input).value = str(tmp_path / "urls")
        await reader.press("enter")
        told = "1 feed added, 0 already there, 2 skipped. :what was said tells why."
        await until(reader, "From one", told)
        assert list(reader.app.main_screen.status.before)[:3] == [
            told,
            'Skipped line 3, query:New:unread = "yes": a query feed of newsboat\'s; follow its words instead',
            "Skipped line 2, exec:~/bin/feed: runs a command, which Newsreel never does",
        ]


async def test_the_first_run_can_be_put_off_or_left_for_the_sample_reel(start: Start, home: Library) -> None:
    async with start(over=home, size=(80, 24)) as reader:
        await reader.press("escape")
        assert reader.status == "No outlets yet: press a to add one."
    async with start(over=home, size=(80, 24)) as reader:
        await reader.press("d")
    assert reader.app.return_value == DEMO


async def test_outlets_can_be_chosen_later_and_again(start: Start, home: Library, server: Server) -> None:
    known = [
        Outlet(n, server.add(f"/{n}", feed(f"From {n}")), "Trade", True) for n in ("One", "Two", "Three")
    ]
    async with start(over=home, outlets=known, size=(80, 24)) as reader:
        await reader.press("escape")
        assert "choose outlets" in reader.screen_text()
        reader.main.do("feed.choose")
        await until(reader, "3 of 3 ticked")
        await reader.press("space", "enter")
        await until(reader, "From Two", "From Three")
        await reader.until(lambda: not reader.main.refreshing.running)
        reader.main.do("feed.choose")
        await until(reader, "0 of 1 ticked")
        await reader.press("space", "enter")
        await until(reader, "1 new")
        assert {feed.title for feed in home.feeds()} == {"One", "Two", "Three"}


async def test_an_outlet_that_is_followed_at_another_address_is_no_choice(
    start: Start, home: Library
) -> None:
    addresses = {
        "Moved": "https://one.test/feed",
        "Plain": "https://two.test/feed",
        "New": "https://three.test/f",
    }
    moved = home.subscribe(addresses["Moved"])
    told = Answer(next_due=NOW, url="https://elsewhere.test/feed", former_url=moved.url)
    home.save_feed(moved.id, ParsedFeed(format="rss", title="Moved"), told)
    home.subscribe("http://two.test/feed", title="Plain")
    known = [Outlet(name, url, "Trade", True) for name, url in addresses.items()]
    async with start(over=home, outlets=known, size=(80, 24)) as reader:
        reader.main.do("feed.choose")
        text = await until(reader, "0 of 1 ticked")
        assert "New" in text


async def test_without_a_network_and_with_nothing_read_yet_that_is_said_and_no_outlet_is_blamed(
    start: Start, home: Library
) -> None:
    for port in (1, 2, 3):
        home.subscribe(f"http://127.0.0.{port}:9/feed", title=f"Number {port}")
    async with start(over=home) as reader:
        await reader.press("R")
        text = await until(reader, "No network, so nothing", "R tries again.")
        assert "U undoes" not in text
    async with start(over=home) as reader:  # and it is still known when the reader opens again
        text = reader.screen_text()
        assert all(words in text for words in ("No network since", "No network, so nothing"))
        assert "! Number" not in text
        await reader.press("H")
        assert "None could be reached" in reader.screen_text()


async def test_one_outlet_of_many_that_does_not_answer_is_no_missing_network(start: Start) -> None:
    async with start() as reader:
        reader.main.refreshing.take({"event": "start", "feeds": 1})
        reader.main.refreshing.take(
            {"event": "feed", "status": "failed", "kind": "connect", "error": "Down; x"}
        )
        reader.main.refreshing.take({"event": "done", "updated": 0, "unchanged": 0, "failed": 1})
        await reader.settle()
        assert "No network" not in reader.screen_text()
        assert "Down" in reader.status
