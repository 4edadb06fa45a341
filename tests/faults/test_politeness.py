"""L rows: hosts are asked no more often than they like, and feeds are followed where they go."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from reader import config
from reader.model import View
from reader.refresh.answers import asked_url
from reader.store.values import Answer
from tests.faults.conftest import HOUR, Home, rss
from tests.server import Asked, Reply, Server, redirect

DAY = 24 * HOUR


class Days(Home):
    """A home where weeks pass in a moment: refreshes run in this process, by the same pipeline."""

    def refresh(self, *words: str, **more: Any) -> dict[int, dict[str, Any]]:
        return self.refresh_here("force" if "--force" in words else "due")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Days(tmp_path)


def status(home: Home, feed: int, *words: str) -> str | None:
    found = home.refresh(*words).get(feed)
    return None if found is None else str(found["status"])


def wait_of(home: Home, feed: int) -> int:
    return round(((home.feed(feed).next_due or 0) - home.now()) / 60)


# ---------------------------------------------------------------- L5: a server that always says 304


def conditional(server: Server) -> list[bool]:
    return ["if-none-match" in asked.headers for asked in server.log]


def test_L5_a_server_that_always_says_304_is_asked_for_everything_once_in_8_days(
    home: Home, server: Server
) -> None:
    def stuck(asked: Asked) -> Reply:
        return Reply(status=304) if "if-none-match" in asked.headers else Reply(rss("A", *new), etag='"1"')

    new: list[str] = []
    feed = home.follow(server.add("/feed", stuck))
    home.refresh()
    new.append("B")
    found = []
    for _ in range(10):
        home.later(DAY)
        found.append(status(home, feed))
    assert conditional(server) == [False, *[True] * 7, False, True, True]
    assert found == [*["unchanged"] * 7, "updated", "unchanged", "unchanged"]
    assert len(home.articles()) == 2


def test_L5_one_that_says_for_how_long_is_believed(home: Home, server: Server) -> None:
    headers = [("Cache-Control", "max-age=3600")]

    def stuck(asked: Asked) -> Reply:
        known = "if-none-match" in asked.headers
        return Reply(status=304, headers=headers) if known else Reply(rss("A"), etag='"1"')

    feed = home.follow(server.add("/feed", stuck))
    for _ in range(5):
        home.refresh()
        home.later(3 * DAY)
    assert conditional(server) == [False, *[True] * 4]
    assert home.feed(feed).status == "ok"


def test_L5_one_that_says_304_whatever_it_is_asked_is_not_asked_again_and_again(
    home: Home, server: Server
) -> None:
    feed = home.follow(server.add("/feed", [Reply(rss("A"), etag='"1"'), Reply(status=304)]))
    found = []
    for _ in range(4):
        found.append(status(home, feed))
        home.later(5 * DAY)
    assert found == ["updated", "unchanged", "unchanged", "unchanged"]
    assert conditional(server) == [False, True, False, True]


# ---------------------------------------------------------------- L11: feeds that move


def test_L11_a_feed_that_moved_for_good_is_followed_after_two_answers_on_two_days(
    home: Home, server: Server
) -> None:
    here = server.add("/here", [Reply(rss("A", "B")), redirect("/there", 301)])
    there = server.add("/there", Reply(rss("A", "B")))
    feed = home.follow(here)
    home.refresh()
    home.run("mark", "read", "A")
    before = [(article.id, article.title, article.read) for article in home.articles()]
    addresses = []
    for wait in (HOUR, HOUR, DAY, HOUR):
        home.later(wait + 60)
        home.refresh()
        addresses.append(home.feed(feed).url)
    assert addresses == [here, here, there, there]
    assert server.paths()[-3:] == ["/here", "/there", "/there"]
    assert [(article.id, article.title, article.read) for article in home.articles()] == before
    assert here in (home.feed(feed).notice or "")
    assert here in home.run("feeds").out


@pytest.mark.parametrize("status_", [302, 303, 307])
def test_L11_one_that_is_elsewhere_for_now_is_not(home: Home, server: Server, status_: int) -> None:
    here = server.add("/here", redirect("/there", status_))
    server.add("/there", Reply(rss("A")))
    feed = home.follow(here)
    for _ in range(3):
        home.refresh()
        home.later(2 * DAY)
    assert home.feed(feed).url == here


@pytest.mark.parametrize(
    "answers",
    [
        (redirect("/login", 301), redirect("/login", 301)),
        (redirect("/there", 301), redirect("/other", 301)),
        (redirect("/there", 301), Reply(rss("A"))),
        (redirect("/by", 301), redirect("/by", 301)),
    ],
    ids=["to a login", "here and there", "and back", "partly for now"],
)
def test_L11_only_a_feed_that_says_so_twice_is_followed(
    home: Home, server: Server, answers: tuple[Reply, Reply]
) -> None:
    here = server.add("/here", [*answers, *answers])
    server.add("/there", Reply(rss("A")))
    server.add("/other", Reply(rss("A")))
    server.add("/by", redirect("/there"))
    server.add("/login", Reply(b"<html><form>Log in</form></html>", type="text/html"))
    feed = home.follow(here)
    for _ in range(4):
        home.refresh("--force")
        home.later(2 * DAY)
    assert home.feed(feed).url == here


def moved(home: Home, server: Server, *there: Reply) -> tuple[int, str]:
    """A feed that was followed from /here to /there; return it and its old address."""
    here = server.add("/here", [redirect("/there", 308), redirect("/there", 308), Reply(rss("A", "B"))])
    server.add("/there", [Reply(rss("A")), Reply(rss("A")), *there])
    feed = home.follow(here)
    for _ in range(2):
        home.refresh()
        home.later(DAY + 60)
    assert home.feed(feed).url.endswith("/there")
    return feed, here


@pytest.mark.parametrize("code", [404, 410, 500])
def test_L11_where_the_new_address_fails_the_old_one_is_asked(home: Home, server: Server, code: int) -> None:
    feed, here = moved(home, server, Reply(status=code))
    found = []
    for _ in range(4):
        found.append(status(home, feed, "--force"))
        home.later(DAY)
    assert found == ["failed", "failed", "failed", "updated"]
    assert (home.feed(feed).url, home.feed(feed).notice, len(home.articles())) == (here, None, 2)


@pytest.mark.parametrize("host", ["film.test", "old.test"])
def test_L11_where_https_fails_a_feed_is_not_asked_over_http_again(home: Home, host: str) -> None:
    https, before = "https://film.test/feed", f"http://{host}/feed"
    with home.library() as library:
        feed = library.subscribe(before).id
        library.save_unchanged({feed: Answer(next_due=0, url=https, former_url=before)})
        for _ in range(3):
            library.save_failure(feed, "It is gone.", next_due=0)
        (state,) = library.due(force=True)
    assert asked_url(state) == (https if host == "film.test" else before)


def test_L11_what_is_set_for_a_feed_by_its_address_holds_where_it_moved_to(
    home: Home, server: Server
) -> None:
    feed, here = moved(home, server, Reply(rss("A")))
    with home.library() as library:
        library.settle({here: config.FeedConfig(title="Mine")})
    assert home.feed(feed).title == "Mine"


def test_L11_a_feed_gone_where_it_moved_to_is_not_said_to_be_asked_no_more(
    home: Home, server: Server
) -> None:
    feed, _ = moved(home, server, Reply(status=410))
    home.refresh("--force")
    place = server.url("/there").removeprefix("http://")
    assert home.feed(feed).error == (
        f"{place} is gone for good (410); it will be asked again, then where it was before."
    )


def test_L11_the_person_may_go_back(home: Home, server: Server) -> None:
    feed, here = moved(home, server, Reply(rss("A")))
    server.add("/here", redirect("/there", 308))
    with home.library() as library:
        library.edit_feed(feed, url=here)
    for _ in range(3):
        home.refresh()
        home.later(2 * DAY)
    assert home.feed(feed).url == here


def test_L11_what_was_private_or_safe_does_not_move_to_what_is_not(home: Home, server: Server) -> None:
    home.paths.create()
    home.paths.config_file.write_text("allow_private = true\n")
    with Server() as other:
        here = server.add("/here", redirect(other.add("/there", Reply(rss("A"))), 301))
        feed = home.follow(here)
        for _ in range(3):
            home.refresh()
            home.later(2 * DAY)
    assert home.feed(feed).url == here


def test_L11_no_two_feeds_become_one(home: Home, server: Server) -> None:
    there = home.follow(server.add("/there", Reply(rss("A"))))
    here = home.follow(server.add("/here", redirect("/there", 301)))
    for _ in range(3):
        home.refresh()
        home.later(2 * DAY)
    assert [home.feed(n).url.rpartition("/")[2] for n in (there, here)] == ["there", "here"]
    assert home.feed(here).notice is None


# ---------------------------------------------------------------- L15: what a feed says of when


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("<ttl>180</ttl>", 180),
        ("<ttl>5</ttl>", 60),
        ("<ttl>-5</ttl><ttl>x</ttl>", 60),
        ("<ttl>99999999</ttl>", 1440),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 60),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 720),
        ("<sy:updatePeriod>yearly</sy:updatePeriod>", 1440),
        ("<ttl>120</ttl><sy:updatePeriod>daily</sy:updatePeriod>", 1440),
        (f"<skipHours>{''.join(f'<hour>{n}</hour>' for n in range(24))}</skipHours>", 1440),
    ],
)
@pytest.mark.parametrize("broken", ["", "&nbsp;"], ids=["strict", "lenient"])
def test_L15_a_feed_says_how_often_it_is_asked_within_a_day(
    home: Home, server: Server, said: str, minutes: int, broken: str
) -> None:
    sy = "xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'"
    item = f"<item><guid>a</guid><title>A{broken}</title></item>"
    body = f"<rss version='2.0' {sy}><channel><title>T</title>{said}{item}</channel></rss>".encode()
    feed = home.follow(server.add("/feed", [Reply(body, etag='"1"'), Reply(status=304)]))
    home.refresh()
    first = wait_of(home, feed)
    home.refresh("--force")
    assert (first, wait_of(home, feed)) == (minutes, minutes)


@pytest.mark.parametrize("broken", ["", "&nbsp;"], ids=["strict", "lenient"])
def test_L15_skipped_hours_and_days_are_skipped(home: Home, server: Server, broken: str) -> None:
    home.later(-(int(time.time()) % DAY) + 9 * HOUR)  # nine in the morning of today, UTC
    tomorrow = time.strftime("%A", time.gmtime(home.now() + DAY))
    hours = "".join(f"<hour>{n}</hour>" for n in (24, 10, 11, 12, 13))
    said = f"<skipHours>{hours}</skipHours><skipDays><day>{tomorrow}</day></skipDays>"
    body = f"<rss><channel>{said}<item><guid>a</guid><title>A{broken}</title></item></channel></rss>"
    feed = home.follow(server.add("/feed", Reply(body.encode())))
    home.refresh()
    assert time.gmtime(home.feed(feed).next_due or 0)[3:5] == (14, 0)
    home.later(14 * HOUR)
    home.refresh()
    assert wait_of(home, feed) == 24 * 60, "all of tomorrow is skipped, but no feed waits for more than a day"


# ---------------------------------------------------------------- L20, L21: pages, and hosts that bear little

PAGE = b"<html><body><article><h1>T</h1>" + b"<p>Plenty of words about a film, told well.</p>" * 30


def linked(server: Server, count: int, *pages: Reply) -> bytes:
    """A feed whose articles lie on the same server, with a page for each."""
    for n in range(count):
        server.add(f"/page/{n}", pages[n] if n < len(pages) else Reply(PAGE, type="text/html"))
    return rss(*(f"T{n}" for n in range(count)), link=server.url("/page/"))


def pages_asked(server: Server) -> list[Asked]:
    return [asked for asked in server.log if asked.path.startswith("/page/")]


def test_L20_pages_are_asked_for_only_when_a_person_says_so_two_seconds_apart(
    home: Home, server: Server
) -> None:
    home.follow(server.add("/feed", Reply(linked(server, 2))))
    home.refresh()
    home.run("list")
    home.run("show", "1")
    assert pages_asked(server) == []
    assert home.run("pack").code == 0
    first, second = pages_asked(server)
    assert second.at - first.at >= 1.95
    assert "Plenty of words" in home.run("show", "1").out


def test_L20_a_host_that_asks_for_peace_has_it_from_pages_too(home: Home, server: Server) -> None:
    busy = Reply(status=429, headers=[("Retry-After", "1800")])
    home.follow(server.add("/feed", Reply(linked(server, 3, busy, busy, busy))))
    home.refresh()
    home.run("pack")
    assert len(pages_asked(server)) == 1
    assert status(home, 1, "--force") == "skipped"
    home.later(1800)
    assert status(home, 1, "--force") == "unchanged"


def test_L21_a_host_that_bears_one_request_a_minute_gets_no_more(
    home: Home, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url("").rstrip("/"))  # names are answered by our server
    urls = [f"http://{sub}reddit.com/r/{n}/.rss" for n, sub in enumerate(("www.", "old.", ""))]
    ids = [home.follow(server.add(url, Reply(rss(url))) and url, private=False) for url in urls]
    other = home.follow(server.add("http://film.test/feed", Reply(rss("F"))) and "http://film.test/feed")
    found = []
    for _ in range(5):
        events = home.refresh("--force")
        found.append([events[n]["status"] for n in ids])
        home.later(61)
    assert found[0] == ["updated", "skipped", "skipped"]
    assert all(each.count("skipped") == 2 for each in found)
    home.later(HOUR)
    asked = []
    for _ in range(4):
        before = len(server.log)
        home.refresh()
        asked += [path for path in server.paths()[before:] if "reddit" in path]
        home.later(61)
    assert sorted(asked) == sorted(urls), "each has its turn, and none twice"
    assert {home.feed(n).status for n in (*ids, other)} == {"ok"}


def test_L21_pages_of_such_a_host_take_turns_too(home: Home, server: Server) -> None:
    page = "http://www.reddit.com/page/"
    for n in range(3):
        server.add(f"{page}{n}", Reply(PAGE, type="text/html"))
    home.follow(server.add("/feed", Reply(rss("A", "B", "C", link=page))))
    home.refresh()
    assert home.run("pack", environ={"http_proxy": server.url("").rstrip("/")}).code == 0
    assert [path for path in server.paths() if path.startswith("http")] == [f"{page}0"]


# ---------------------------------------------------------------- L22: what is new, and no more


def test_L22_an_answer_that_holds_only_what_is_new_takes_nothing_away(home: Home, server: Server) -> None:
    whole, part = (
        Reply(rss("A", "B"), etag='"1"'),
        Reply(rss("C").replace(b"g-0", b"g-9"), status=226, etag='"2"'),
    )
    feed = home.follow(server.add("/feed", [whole, part, Reply(status=304)]))
    found = [status(home, feed, "--force") for _ in range(3)]
    assert found == ["updated", "updated", "unchanged"]
    assert sorted(article.title for article in home.articles()) == ["A", "B", "C"]
    assert [asked.headers.get("if-none-match") for asked in server.log] == [None, '"1"', '"1"']


def test_L22_one_at_the_very_first_is_asked_for_whole(home: Home, server: Server) -> None:
    feed = home.follow(server.add("/feed", [Reply(rss("A"), status=226, etag='"1"'), Reply(rss("A", "B"))]))
    assert [status(home, feed, "--force") for _ in range(2)] == ["updated", "updated"]
    assert [asked.headers.get("if-none-match") for asked in server.log] == [None, None]


# ---------------------------------------------------------------- L23: clocks that jump


def many(home: Home, server: Server, count: int = 12) -> list[int]:
    return [home.follow(server.add(f"/{n}", Reply(rss(f"T{n}"), etag='"1"'))) for n in range(count)]


def every_minute(home: Home, minutes: int) -> list[int]:
    """Refresh what is due every minute; return how many feeds were asked each time."""
    asked = []
    for _ in range(minutes):
        asked.append(len(home.refresh()))
        home.later(60)
    return asked


@pytest.mark.parametrize("days", [1, 40, 9000])
def test_L23_a_clock_that_was_ahead_keeps_no_feed_waiting(home: Home, server: Server, days: int) -> None:
    ids, real = many(home, server), home.offset
    home.refresh()
    home.later(days * DAY)
    assert len(home.refresh()) == len(ids), "time has passed: each is asked once"
    home.offset = real + 120
    asked = every_minute(home, 11)
    assert (sum(asked), max(asked) < len(ids)) == (len(ids), True), "once each, spread over ten minutes"
    assert {home.feed(n).status for n in ids} == {"ok"}
    assert all((home.feed(n).last_fetched or 0) <= home.now() for n in ids)


def test_L23_a_clock_that_was_behind_asks_nothing_twice(home: Home, server: Server) -> None:
    home.offset = -int(time.time()) + 1000  # 1970
    ids = many(home, server, 3)
    assert len(home.refresh()) == 3
    home.offset = 0
    assert [len(home.refresh()) for _ in range(3)] == [3, 0, 0]
    home.offset = -int(time.time()) + 5000
    assert sum(every_minute(home, 11)) == 3
    assert {home.feed(n).status for n in ids} == {"ok"}


def test_L23_news_after_a_wrong_clock_is_news(home: Home, server: Server) -> None:
    feed = home.follow(server.add("/feed", [Reply(rss("A")), Reply(rss("A")), Reply(rss("A", "B"))]))
    home.refresh()
    home.later(1000 * DAY)
    home.refresh()
    home.offset = 0
    home.refresh()
    home.later(HOUR)
    dated = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(home.now()))
    new = rss("A", "B").replace(b"<title>B", f"<pubDate>{dated}</pubDate><title>B".encode())
    server.add("/feed", Reply(new))
    home.refresh()
    assert [article.read for article in home.articles() if article.title == "B"] == [False]
    assert home.feed(feed).total == 2


def test_L23_what_came_while_the_clock_was_behind_gets_its_date_and_place(home: Home, server: Server) -> None:
    now = int(time.time())
    dated = time.strftime("<pubDate>%a, %d %b %Y %H:%M:%S GMT</pubDate>", time.gmtime(now - HOUR))
    feed = server.add("/feed", Reply(rss("A", inside=dated)))
    home.offset = -4 * DAY
    home.follow(feed)
    home.refresh()
    assert [article.published for article in home.articles()] == [None]
    home.offset = 0
    home.refresh("--force")
    (article,) = home.articles()
    assert article.published == now - HOUR
    with home.library() as library:
        assert [key.id for key in library.keys(View("search", query="after:2d"))] == [article.id]


def test_L23_a_hold_made_in_the_future_ends(home: Home, server: Server) -> None:
    busy = Reply(status=429, headers=[("Retry-After", "3600")])
    feed = home.follow(server.add("/feed", [Reply(rss("A")), busy, Reply(rss("A"))]))
    home.refresh()
    home.later(400 * DAY)
    home.refresh()
    home.offset = 60
    assert status(home, feed, "--force") == "skipped"
    home.later(601)
    assert status(home, feed, "--force") == "unchanged"
