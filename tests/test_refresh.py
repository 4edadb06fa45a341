"""The pipeline over a real server and a real library: politeness across runs, and nothing lost."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.errors import FetchError, NewsreelError, ParseError
from reader.feeds.http import FetchSettings, Response
from reader.feeds.schedule import DAY, HOUR, MINUTE, Urgency
from reader.library import Library
from reader.model import Feed
from reader.paths import Paths
from reader.refresh import add
from reader.refresh.adding import absolute
from reader.refresh.failing import Failing
from reader.refresh.hosts import Hosts
from reader.refresh.making import Making
from reader.refresh.outcomes import Outcome
from reader.refresh.pipeline import Pipeline
from reader.refresh.values import Added, Several
from tests.server import Asked, Reply, Server, redirect

START = 1_800_000_000


def rss(*titles: str, name: str = "Outlet") -> bytes:
    """A feed with an item per title."""
    items = "".join(
        f"<item><guid>{title}</guid><title>{title}</title><description>About {title}.</description></item>"
        for title in titles
    )
    return f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>".encode()


class Desk:
    """A library, a server and a clock to move."""

    def __init__(self, server: Server, library: Library, now: list[int]) -> None:
        self.server, self.library, self._now = server, library, now

    def later(self, seconds: int) -> None:
        self._now[0] += seconds

    @property
    def now(self) -> int:
        return self._now[0]

    def follow(self, path: str, script: Any, *, host: str = "127.0.0.1") -> Feed:
        self.server.add(path, script)
        return self.library.subscribe(self.server.url(path, host), private=True)

    def refresh(
        self, urgency: Urgency = "due", feed_ids: list[int] | None = None, *, seconds: float = 45
    ) -> list[Outcome]:
        pipeline = Pipeline(
            self.library,
            FetchSettings(connect_seconds=1, total_seconds=seconds),
            minutes=60,
            guard=lambda _: contextlib.nullcontext(),
        )
        outcomes = list(pipeline.outcomes(pipeline.due(urgency, feed_ids)))
        Making(self.library, guard=lambda _: contextlib.nullcontext()).index()
        return sorted(outcomes, key=lambda outcome: outcome.feed_id)

    def statuses(self, urgency: Urgency = "due") -> list[tuple[str, int]]:
        return [(outcome.status, outcome.new) for outcome in self.refresh(urgency)]

    def wait_of(self, feed: Feed) -> int | None:
        due = self.library.feed(feed.id).next_due
        return None if due is None else due - self.now


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    now = [START]
    with Server() as server, Library(tmp_path / "library.db", clock=lambda: float(now[0])) as library:
        yield Desk(server, library, now)


def test_a_feed_comes_in_and_is_found(desk: Desk) -> None:
    feed = desk.follow("/feed", Reply(rss("Heat 2", "Ferrari")))
    assert desk.statuses() == [("updated", 2)]
    assert [article.title for article in desk.library.search("ferrari")] == ["Ferrari"]
    assert desk.library.feed(feed.id).title == "Outlet"
    assert desk.wait_of(feed) == HOUR


def test_all_that_is_new_in_a_refresh_is_first_seen_at_once(desk: Desk) -> None:
    def a_second_later(_: Asked) -> Reply:
        desk.later(1)
        return Reply(rss("Heat 2"))

    for number in range(3):
        desk.follow(f"/{number}", a_second_later)
    assert desk.statuses() == [("updated", 1)] * 3
    assert [article.first_seen for article in desk.library.search("heat")] == [START] * 3


def test_one_unconditional_request_in_a_feeds_life(desk: Desk) -> None:
    etag, modified = 'W/"odd  one"', "sat, 1 JAN 2026 0:0:0 gmt"
    desk.follow("/feed", Reply(rss("A"), etag=etag, last_modified=modified))
    seen = []
    for _ in range(3):
        seen += desk.statuses()
        desk.later(HOUR)
    assert seen == [("updated", 1), ("unchanged", 0), ("unchanged", 0)]
    sent = [(a.headers.get("if-none-match"), a.headers.get("if-modified-since")) for a in desk.server.log]
    assert sent == [(None, None), (etag, modified), (etag, modified)]


def test_a_304_may_bring_new_validators(desk: Desk) -> None:
    unchanged = Reply(status=304, headers=[("ETag", '"2"'), ("Cache-Control", "max-age=7200")])
    feed = desk.follow("/feed", [Reply(rss("A"), etag='"1"', last_modified="then"), unchanged])
    for wait in (0, HOUR, 2 * HOUR):
        desk.later(wait)
        desk.refresh()
    sent = [(a.headers.get("if-none-match"), a.headers.get("if-modified-since")) for a in desk.server.log]
    assert sent == [(None, None), ('"1"', "then"), ('"2"', "then")]
    assert desk.wait_of(feed) == 2 * HOUR


@pytest.mark.parametrize(
    "bad",
    [
        Reply(b"<html><body>Please log in", etag='"bad"'),
        Reply(rss("B")[:-30], etag='"bad"', length=10_000),
        Reply(b"", etag='"bad"'),
        Reply(status=500, etag='"bad"'),
        Reply(reset=True),
    ],
    ids=["html", "truncated", "empty", "500", "reset"],
)
def test_validators_are_those_of_the_last_feed_that_was_read(desk: Desk, bad: Reply) -> None:
    desk.follow("/feed", [Reply(rss("A"), etag='"good"'), bad, Reply(rss("A", "B"))])
    assert desk.statuses() == [("updated", 1)]
    assert desk.statuses("force") == [("failed", 0)]
    assert desk.statuses("force") == [("updated", 1)]
    assert [a.headers.get("if-none-match") for a in desk.server.log] == [None, '"good"', '"good"']


def test_a_feed_that_broke_off_is_kept_and_asked_for_whole(desk: Desk) -> None:
    whole = rss("A", "B")
    desk.follow("/feed", [Reply(whole[: whole.index(b"B")], etag='"cut"'), Reply(whole)])
    assert desk.statuses() == [("updated", 1)]
    assert desk.statuses("force") == [("updated", 1)]
    assert [a.headers.get("if-none-match") for a in desk.server.log] == [None, None]


def test_a_failed_feed_stops_no_other_and_loses_nothing(desk: Desk) -> None:
    good = desk.follow("/good", Reply(rss("A")))
    turns = desk.follow("/turns", [Reply(rss("B")), Reply(status=500)])
    assert desk.statuses() == [("updated", 1)] * 2
    assert desk.statuses("force") == [("unchanged", 0), ("failed", 0)]
    assert [desk.library.feed(f.id).total for f in (good, turns)] == [1, 1]
    assert desk.library.feed(turns.id).status == "failing"
    assert "500" in (desk.library.feed(turns.id).error or "")


def test_only_what_is_due_is_asked(desk: Desk) -> None:
    desk.follow("/feed", Reply(rss("A")))
    for _ in range(20):
        desk.refresh()
        desk.later(2 * MINUTE)
    assert len(desk.server.log) == 1


def test_again_waits_five_minutes_and_force_does_not(desk: Desk) -> None:
    desk.follow("/feed", Reply(rss("A")))
    desk.refresh()
    assert desk.statuses("again") == []
    assert desk.statuses("force") == [("unchanged", 0)]
    desk.later(5 * MINUTE)
    assert desk.statuses("again") == [("unchanged", 0)]


def test_retry_after_holds_the_whole_host_against_everything(desk: Desk) -> None:
    busy = Reply(status=429, headers=[("Retry-After", "1800")])
    first = desk.follow("/a", [busy, Reply(rss("A"))])
    desk.refresh()
    second = desk.follow("/b", Reply(rss("B")))
    assert desk.statuses("force") == [("skipped", 0)] * 2
    assert [desk.wait_of(feed) for feed in (first, second)] == [1800, 1800]
    told = [str(desk.library.feed(feed.id).error) for feed in (first, second)]
    assert ["127.0.0.1 asks to be left alone until " in each for each in told] == [True, True]
    assert desk.server.paths() == ["/a"]
    desk.later(1800)
    assert desk.statuses() == [("updated", 1)] * 2
    assert desk.library.hosts() == []


def test_a_hold_leaves_alone_what_is_gone_and_when_a_feed_was_last_asked(desk: Desk) -> None:
    gone = desk.follow("/gone", Reply(status=410))
    good = desk.follow("/good", Reply(rss("A")))
    desk.refresh()
    desk.later(30 * MINUTE)
    desk.follow("/busy", Reply(status=429, headers=[("Retry-After", "7200")]))
    desk.refresh()
    before = desk.library.feed(gone.id)
    assert [each.status for each in desk.refresh("force", [gone.id, good.id])] == ["skipped"] * 2
    assert desk.library.feed(gone.id) == before
    assert (desk.library.feed(good.id).last_fetched, desk.wait_of(good)) == (START, 2 * HOUR)


def test_429_without_a_time_waits_longer_each_time(desk: Desk) -> None:
    feed = desk.follow("/a", Reply(status=429))
    waits = []
    for _ in range(4):
        desk.refresh()
        waits.append(desk.wait_of(feed))
        desk.later(waits[-1] or 0)
    assert waits == [600, 1200, 2400, 4800]


def test_503_holds_the_host_only_with_a_time(desk: Desk) -> None:
    desk.follow("/a", Reply(status=503))
    desk.refresh()
    assert desk.library.hosts() == []
    desk.follow("/b", Reply(status=503, headers=[("Retry-After", "60")]))
    desk.refresh()
    assert [(host.name, host.not_before) for host in desk.library.hosts()] == [("127.0.0.1", desk.now + 60)]


def test_gone_is_not_asked_again(desk: Desk) -> None:
    feed = desk.follow("/a", [Reply(rss("A")), Reply(status=410)])
    desk.refresh()
    assert desk.statuses("force") == [("failed", 0)]
    desk.later(400 * DAY)
    assert desk.statuses() == []
    found = desk.library.feed(feed.id)
    assert (found.status, found.next_due, found.total) == ("gone", None, 1)


def test_a_missing_feed_is_asked_less_and_less(desk: Desk) -> None:
    feed = desk.follow("/a", Reply(status=404))
    waits = []
    for _ in range(7):
        desk.refresh()
        waits.append((desk.wait_of(feed) or 0) // HOUR)
        desk.later(waits[-1] * HOUR)
    assert waits == [1, 2, 4, 8, 16, 24, 168]


def test_with_no_network_nothing_is_backed_off(desk: Desk) -> None:
    feeds = [desk.library.subscribe(f"http://dead{n}.invalid/") for n in range(3)]
    for _ in range(4):
        assert desk.statuses("force") == [("failed", 0)] * 3
    assert [desk.wait_of(feed) for feed in feeds] == [10 * MINUTE] * 3


HANGS = Reply(hang=True)


def test_what_is_too_much_at_once_for_a_slow_network_is_asked_again_one_by_one(desk: Desk) -> None:
    hosts = ("127.0.0.1", "localhost", "a.localhost", "b.localhost")
    feeds = [desk.follow(f"/{n}", [HANGS, Reply(rss("A"))], host=host) for n, host in enumerate(hosts)]
    assert [(each.status, each.new) for each in desk.refresh(seconds=0.5)] == [("updated", 1)] * 4
    assert [desk.library.feed(feed.id).error for feed in feeds] == [None] * 4
    assert sorted(desk.server.paths()) == sorted(2 * [f"/{n}" for n in range(4)])


def test_a_network_too_slow_for_anything_is_given_up(desk: Desk) -> None:
    hosts = ("127.0.0.1", "localhost", "a.localhost", "b.localhost")
    feeds = [desk.follow(f"/{n}", HANGS, host=host) for n, host in enumerate(hosts)]
    assert [each.kind for each in desk.refresh(seconds=0.3)] == ["timeout"] * 4
    assert [desk.wait_of(feed) for feed in feeds] == [10 * MINUTE] * 4, "and nobody is to blame"
    assert len(desk.server.log) == 4 + 2


def test_a_network_too_slow_for_any_whole_answer_is_given_up(desk: Desk) -> None:
    hosts = ("127.0.0.1", "localhost", "a.localhost", "b.localhost")
    for n, host in enumerate(hosts):
        desk.follow(f"/{n}", Reply(rss("A"), drip=0.2), host=host)
    assert [each.kind for each in desk.refresh(seconds=1.1)] == ["timeout"] * 4
    assert len(desk.server.log) == 4 + 2


def test_pages_that_came_for_feeds_are_let_go_while_it_is_open_whose_they_are(desk: Desk) -> None:
    """Thousands of feeds have thousands of them."""
    state = desk.library.due(feed_ids=[desk.follow("/feed", []).id])[0]
    failing = Failing(desk.library, Hosts(desk.library), minutes=lambda _: 60, jitter=lambda: 0)
    body = b"<html>" + bytes(100_000)
    held = sys.getrefcount(body)
    assert (
        failing.refuse(state, "It is no feed.", Response(key=1, url=state.url, status=200, body=body)) is None
    )
    assert sys.getrefcount(body) == held


def test_outlets_that_say_nothing_where_another_is_quick_are_to_blame(desk: Desk) -> None:
    desk.follow("/quick", Reply(rss("A")))
    feeds = [desk.follow(f"/{n}", HANGS, host=f"{n}.localhost") for n in range(2)]
    desk.refresh(seconds=0.9)
    assert sorted(desk.server.paths()) == ["/0", "/1", "/quick"]
    assert [desk.wait_of(feed) for feed in feeds] == [HOUR] * 2


def test_dead_names_among_living_ones(desk: Desk) -> None:
    dead = [desk.library.subscribe(f"http://dead{n}.invalid/") for n in range(20)]
    good = [desk.follow(f"/{n}", Reply(rss(f"T{n}"))) for n in range(5)]
    outcomes = {outcome.feed_id: outcome.status for outcome in desk.refresh()}
    assert {outcomes[feed.id] for feed in dead} == {"failed"}
    assert {outcomes[feed.id] for feed in good} == {"updated"}
    assert {desk.wait_of(feed) for feed in dead} == {HOUR}


def test_one_dead_name_is_asked_less_and_less(desk: Desk) -> None:
    dead = desk.library.subscribe("http://dead.invalid/")
    desk.follow("/good", Reply(rss("A")))
    waits = []
    for _ in range(3):
        desk.refresh("force")
        waits.append(desk.wait_of(dead))
    assert waits == [HOUR, 2 * HOUR, 4 * HOUR]


def test_a_redirect_into_the_private_network_is_refused(desk: Desk) -> None:
    with Server() as inside:
        inside.add("/admin", Reply(rss("secret")))
        feed = desk.follow("/a", redirect(inside.url("/admin")))
        assert desk.statuses() == [("failed", 0)]
        assert inside.log == []
        assert "local network" in (desk.library.feed(feed.id).error or "")


def test_a_subscription_is_not_private_unless_said(desk: Desk) -> None:
    desk.library.subscribe(desk.server.add("/a", Reply(rss("A"))))
    assert desk.statuses() == [("failed", 0)]
    assert desk.server.log == []


def test_max_age_is_honoured_up_to_a_day(desk: Desk) -> None:
    feed = desk.follow("/a", Reply(rss("A"), headers=[("Cache-Control", "max-age=500000000")]))
    desk.refresh()
    assert desk.wait_of(feed) == DAY


def test_a_first_fetch_brings_a_mornings_news(desk: Desk) -> None:
    items = "".join(
        f"<item><guid>{n}</guid><title>T{n}</title><pubDate>{date}</pubDate></item>"
        for n in range(30)
        for date in [
            f"Fri, 15 Jan 2027 0{n // 10}:{n % 10:02}:00 GMT" if n < 15 else "Fri, 01 Jan 2027 00:00:00 GMT"
        ]
    )
    body = f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>".encode()
    feed = desk.follow("/a", Reply(body))
    assert desk.statuses() == [("updated", 30)]
    found = desk.library.feed(feed.id)
    assert (found.total, found.unread) == (30, 10)


# ---------------------------------------------------------------- adding


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(*(tmp_path / "home" / name for name in ("config", "data", "cache", "state")))


def page(*links: str) -> Reply:
    tags = "".join(f"<link rel=alternate type=application/rss+xml title=T href='{link}'>" for link in links)
    return Reply(f"<!doctype html><html><head>{tags}</head><body>Hi".encode(), type="text/html")


def test_adding_a_feed_fetches_it_at_once(desk: Desk, paths: Paths) -> None:
    url = desk.server.add("/feed", Reply(rss("A", "B"), etag='"1"'))
    added = add(url, title="Mine", folder="Trades", allow_private=True, paths=paths)
    assert isinstance(added, Added)
    assert (added.feed.url, added.feed.title, added.feed.folder, added.new) == (url, "Mine", "Trades", 2)
    with Library(paths.library) as library:
        assert [state.etag for state in library.due(force=True)] == ['"1"']
        assert len(library.search("about")) == 2


def test_adding_a_page_finds_its_one_feed(desk: Desk, paths: Paths) -> None:
    desk.server.add("/feed", Reply(rss("A")))
    added = add(desk.server.add("/", page("/feed")), allow_private=True, paths=paths)
    assert isinstance(added, Added)
    assert added.feed.url == desk.server.url("/feed")


def test_a_pages_feed_of_comments_makes_no_choice(desk: Desk, paths: Paths) -> None:
    desk.server.add("/feed", Reply(rss("A")))
    added = add(desk.server.add("/", page("/feed", "/comments/feed")), allow_private=True, paths=paths)
    assert isinstance(added, Added)
    assert added.feed.url == desk.server.url("/feed")


def test_adding_a_page_with_several_feeds_asks(desk: Desk, paths: Paths) -> None:
    found = add(desk.server.add("/", page("/a", "/b")), allow_private=True, paths=paths)
    assert isinstance(found, Several)
    assert [each.url for each in found.candidates] == [desk.server.url("/a"), desk.server.url("/b")]
    with Library(paths.library) as library:
        assert library.feeds() == []


@pytest.mark.parametrize(
    ("reply", "error", "kind"),
    [
        (page(), ParseError, None),
        (Reply(b""), ParseError, None),
        (Reply(b"\x89PNG\r\n\x1a\n"), ParseError, None),
        (Reply(status=404), FetchError, "http"),
        (Reply(reset=True), FetchError, None),
        (page("http://127.0.0.1:1/feed"), FetchError, "refused"),
    ],
    ids=["page", "empty", "image", "404", "reset", "feed elsewhere in the private network"],
)
def test_what_cannot_be_added_says_why(
    desk: Desk, paths: Paths, reply: Reply, error: type[NewsreelError], kind: str | None
) -> None:
    with pytest.raises(error) as raised:
        add(desk.server.add("/x", reply), allow_private=True, paths=paths)
    assert kind is None or getattr(raised.value, "kind", None) == kind
    with Library(paths.library) as library:
        assert library.feeds() == []


def test_private_addresses_are_asked_about(desk: Desk, paths: Paths) -> None:
    with pytest.raises(FetchError) as raised:
        add(desk.server.add("/feed", Reply(rss("A"))), paths=paths)
    assert raised.value.kind == "refused"
    assert desk.server.log == []


def test_a_poisonous_page_ends_the_worker_only(desk: Desk, paths: Paths) -> None:
    poison = (
        b"<rss><channel><item " + b" ".join(b"a%d='x'" % n for n in range(100_000)) + b"><title>x</title>"
    )
    with pytest.raises(ParseError, match=r"more than 0\.5 s of computing"):
        add(desk.server.add("/p", Reply(poison)), allow_private=True, paths=paths, cpu_seconds=0.5)


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("variety.com/feed", "https://variety.com/feed"),
        (" http://a/b ", "http://a/b"),
        ("feed:https://a/b", "https://a/b"),
        ("feed://a/b", "http://a/b"),
        ("localhost:8000/feed", "https://localhost:8000/feed"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_addresses_as_people_type_them(typed: str, url: str) -> None:
    assert absolute(typed) == url
