"""L rows of every hour: what a server sees of a reader that has its feeds for weeks."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from email.utils import formatdate
from pathlib import Path

import pytest

from tests.faults.conftest import HOUR, Home, clean_environ, rss
from tests.faults.terminal import NEWSREEL, ROOT
from tests.faults.test_politeness import Days, status, wait_of
from tests.server import Asked, Reply, Server

DAY = 24 * HOUR
ODD, WHEN = 'W/"odd  one"', "sat, 1 JAN 2026 0:0:0 gmt"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Days(tmp_path)


def validators(server: Server) -> list[tuple[str | None, str | None]]:
    names = ("if-none-match", "if-modified-since")
    return [tuple(asked.headers.get(name) for name in names) for asked in server.log]  # type: ignore[misc]


def test_L1_L3_validators_go_back_byte_for_byte_and_nothing_is_asked_for_whole_twice(
    home: Home, server: Server
) -> None:
    home.follow(server.add("/feed", Reply(rss("A"), etag=ODD, last_modified=WHEN)))
    for _ in range(4):
        home.refresh()
        home.later(2 * HOUR)
    assert validators(server) == [(None, None), *[(ODD, WHEN)] * 3]


def test_L3_a_refresh_that_was_killed_forgets_no_validator(tmp_path: Path, server: Server) -> None:
    home = Home(tmp_path)
    home.follow(server.add("/feed", Reply(rss("A"), etag=ODD)))
    home.follow(server.add("/hang", Reply(hang=True)))
    env = {**clean_environ(), **home.environ}
    child = subprocess.Popen(
        [*NEWSREEL, "refresh", "--json"], stdout=subprocess.PIPE, env=env, cwd=ROOT, start_new_session=True
    )
    with child:
        assert child.stdout is not None
        while b'"updated"' not in child.stdout.readline():
            pass
        os.killpg(child.pid, signal.SIGKILL)
    home.refresh("--force", "1")
    etags = [asked.headers.get("if-none-match") for asked in server.log if asked.path == "/feed"]
    assert etags == [None, ODD]


@pytest.mark.parametrize(
    "bad",
    [
        Reply(b"<html>no feed", etag='"bad"'),
        Reply(rss("A")[:-30], etag='"bad"', length=9000),
        Reply(rss("A"), etag='"bad"', status=500),
    ],
    ids=["no feed", "cut", "500"],
)
def test_L2_only_a_feed_that_was_read_gives_validators(home: Home, server: Server, bad: Reply) -> None:
    home.follow(server.add("/feed", [Reply(rss("A"), etag='"good"'), bad, Reply(rss("A"), etag='"good"')]))
    for _ in range(3):
        home.refresh("--force")
    assert validators(server) == [(None, None), ('"good"', None), ('"good"', None)]


def test_L4_a_304_brings_no_articles_and_may_bring_new_validators(home: Home, server: Server) -> None:
    later = Reply(status=304, headers=[("ETag", '"two"'), ("Cache-Control", "max-age=10800")])
    feed = home.follow(server.add("/feed", [Reply(rss("A"), etag='"one"'), later, Reply(status=304)]))
    found = []
    for _ in range(4):
        found.append(status(home, feed, "--force"))
        waits = wait_of(home, feed)
    assert found == ["updated", *["unchanged"] * 3]
    assert [etag for etag, _ in validators(server)] == [None, '"one"', '"two"', '"two"']
    assert (len(home.articles()), waits) == (1, 60)


@pytest.mark.parametrize(("minutes", "wait"), [(None, 60), (30, 30)], ids=["unset", "30"])
def test_L6_an_hour_or_as_set_and_never_less_than_half_of_one(
    tmp_path: Path, server: Server, minutes: int | None, wait: int
) -> None:
    home = Home(tmp_path)
    home.paths.create()
    if minutes is not None:
        home.paths.config_file.write_text(f"refresh_minutes = {minutes}\n")
    feed = home.follow(server.add("/feed", Reply(rss("A"))))
    home.refresh()
    assert abs(wait_of(home, feed) - wait) <= 1
    home.later(wait * 60 - 90)
    home.refresh()
    assert len(server.log) == 1
    home.later(180)
    home.refresh()
    assert len(server.log) == 2


def test_L6_a_setting_of_less_is_refused(tmp_path: Path, server: Server) -> None:
    home = Home(tmp_path)
    home.paths.create()
    feed = server.add("/feed", Reply(rss("A")))
    for text in ("refresh_minutes = 1\n", f'[feeds."{feed}"]\nrefresh_minutes = 1\n'):
        home.paths.config_file.write_text(text)
        home.follow(feed)
        home.later(600)
        ran = home.run("refresh")
        assert ("30" in ran.err, "Traceback" in ran.err, len(server.log) <= 1) == (True, False, True)


def test_L6_everything_by_hand_waits_five_minutes_and_says_so(home: Home, server: Server) -> None:
    home.paths.create()
    home.paths.config_file.write_text("auto_refresh = false\n")
    home.follow(server.add("/feed", Reply(rss("A story"))))
    home.refresh()
    with home.terminal() as terminal:
        terminal.wait("A story")
        terminal.type("R")
        terminal.wait("asked")
    assert len(server.log) == 1
    home.later(301)
    with home.terminal() as terminal:
        terminal.wait("A story")
        terminal.type("R")
        while len(server.log) < 2 and terminal.process.poll() is None:
            terminal.take(0.1)
        terminal.drain()
    assert len(server.log) == 2


def test_L7_starting_again_asks_for_nothing(tmp_path: Path, server: Server) -> None:
    home = Home(tmp_path)
    home.follow(server.add("/feed", Reply(rss("A"))))
    for _ in range(3):
        home.refresh()
        home.later(15 * 60)
    assert len(server.log) == 1


@pytest.mark.parametrize(
    ("says", "wait"),
    [
        ("max-age=0", 60), ("no-cache", 60), ("no-store", 60), ("max-age=10800", 180), ("max-age=-5", 60),
        ("max-age=999999999999", 1440), ("s-maxage=9", 60),
    ],
)  # fmt: skip
def test_L8_a_server_may_ask_for_longer_up_to_a_day_and_never_for_less(
    home: Home, server: Server, says: str, wait: int
) -> None:
    feed = home.follow(server.add("/feed", Reply(rss("A"), headers=[("Cache-Control", says)])))
    home.refresh()
    assert wait_of(home, feed) == wait


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize(
    ("asks", "wait"),
    [("1800", 30), ("date", 30), ("999999999999", 1440), ("-5", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", 1440)],
    ids=["seconds", "date", "for ever", "negative", "9999"],
)
def test_L9_L10_a_host_that_asks_for_peace_has_it_whole(
    home: Home, server: Server, code: int, asks: str, wait: int
) -> None:
    value = formatdate(home.now() + 1800, usegmt=True) if asks == "date" else asks
    busy = Reply(status=code, headers=[("Retry-After", value)])
    first = home.follow(server.add("/a", [busy, Reply(rss("A"))]))
    home.refresh()
    second = home.follow(server.add("/b", Reply(rss("B"))))
    least = max(wait * 60 - 90, 30)  # what is past or makes no sense is no leave to ask at once
    for _ in range(2):
        home.refresh("--force")
        home.later(least // 2)
    assert server.paths() == ["/a"]
    home.later(max(wait, 60) * 60 + 120)
    assert {status(home, first), status(home, second, "--force")} <= {"updated", "unchanged", None}
    assert set(server.paths()) == {"/a", "/b"}


def test_L9_without_a_time_a_host_is_left_alone_longer_each_time(home: Home, server: Server) -> None:
    feed = home.follow(server.add("/a", Reply(status=429)))
    waits = []
    for _ in range(4):
        home.refresh()
        waits.append(wait_of(home, feed))
        home.later(waits[-1] * 60 + 1)
    assert waits == [10, 20, 40, 80]


@pytest.mark.parametrize(("code", "asked"), [(410, 1), (404, 10), (403, 10), (401, 10)])
def test_L12_a_feed_that_is_gone_or_not_for_us_is_asked_less_and_less(
    home: Home, server: Server, code: int, asked: int
) -> None:
    """Thirty days of being asked when due. It keeps its articles, says why, and may be asked by hand."""
    url = server.add("/feed", [Reply(rss("A")), Reply(status=code)])
    feed = home.follow(url)
    home.refresh()
    while home.offset < 30 * DAY and (due := home.feed(feed).next_due) is not None:
        home.later(int(due - home.now()) + 1)
        home.refresh()
    home.later(DAY)
    assert home.refresh() == {}
    assert abs(len(server.log) - 1 - asked) <= 1
    found = home.feed(feed)
    assert (found.status, bool(found.error), found.total) == ("gone" if code == 410 else "failing", True, 1)
    before = len(server.log)
    Home(home.root).run("refresh", str(feed), "--force", environ={"NEWSREEL_CLOCK_OFFSET": str(home.offset)})
    assert len(server.log) == before + 1


@pytest.mark.parametrize(
    "broken", [Reply(status=500), Reply(reset=True), Reply(b"<html>")], ids=["500", "reset", "html"]
)
def test_L13_trouble_makes_no_storm(home: Home, server: Server, broken: Reply) -> None:
    feed = home.follow(server.add("/feed", broken))
    home.follow(server.add("/fine", Reply(rss("A"))))
    waits = []
    for _ in range(5):
        before = server.paths().count("/feed")
        home.refresh("--force")
        assert server.paths().count("/feed") - before <= 2
        waits.append(wait_of(home, feed))
    assert waits == sorted(waits)
    assert 60 <= waits[0] < waits[-1] <= 1440 * 1.25


def test_L14_two_connections_for_a_host_and_one_after_a_429(home: Home, server: Server) -> None:
    gate = threading.Event()

    def answer(_: Asked) -> Reply:
        if len(server.log) >= 2:
            gate.set()
        return Reply(rss("A"), gate=gate)

    for n in range(8):
        home.follow(server.add(f"/{n}", answer))
    home.refresh()
    assert (server.peak, server.connections, len(server.log)) == (2, 2, 8)
    for n in range(8):
        server.add(f"/{n}", Reply(status=429))
    home.refresh("--force")
    for n in range(8):
        server.add(f"/{n}", Reply(rss("A")))
    home.later(2 * HOUR)
    before = server.connections
    home.refresh("--force")
    assert (server.connections - before, len(server.log)) == (1, 8 + 2 + 8)


def test_L16_L17_L18_a_request_is_plain(tmp_path: Path, server: Server) -> None:
    home = Home(tmp_path)
    page = server.url("/page?b=2&a=1#part")
    server.add(
        "/page?b=2&a=1", Reply(rss("A", link=f"{server.url('/article')}?x="), headers=[("Set-Cookie", "a=b")])
    )
    home.follow(page)
    for _ in range(2):
        home.refresh("--force")
    assert server.paths() == ["/page?b=2&a=1"] * 2
    for asked in server.log:
        assert set(asked.headers) <= {"host", "user-agent", "accept", "accept-encoding"}
        name = asked.headers["user-agent"]
        assert name.startswith("Newsreel/")
        assert not {"mozilla", "@"} & {word for word in ("mozilla", "@") if word in name.lower()}
        assert set(asked.headers["accept-encoding"].split(", ")) <= {"gzip", "deflate", "br"}
        kinds = asked.headers["accept"].split(", ")
        assert (kinds[0], kinds[-1]) == ("application/rss+xml", "*/*;q=0.1")


def test_L19_one_get_for_a_feed_however_often_it_is_named(tmp_path: Path, server: Server) -> None:
    home = Home(tmp_path)
    url = server.add("/feed", Reply(rss("A")))
    file = tmp_path / "list.opml"
    row = f'<outline text="x" xmlUrl="{url}"/>'
    file.write_text(f"<opml version='2.0'><body>{row}<outline text='f'>{row}</outline>{row}</body></opml>")
    home.paths.create()
    home.paths.config_file.write_text("allow_private = true\n")
    home.run("import", str(file))
    home.refresh()
    assert [(asked.method, asked.path) for asked in server.log] == [("GET", "/feed")]
