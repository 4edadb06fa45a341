"""`add`, `remove`, `feeds`, `outlets`, and what `refresh` makes of its words."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from reader import paths
from reader.demo.outlets import OUTLETS
from reader.demo.server import ReelServer
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.store.values import Answer
from tests.cli.conftest import NOW, Newsreel, on_a_terminal
from tests.server import Reply, Server

FEED = {
    "id": 1,
    "url": "https://backlot.test/feed",
    "title": "The Backlot",
    "site_url": "https://backlot.test/",
    "folder": "Trade",
    "error": None,
    "last_fetched": "2023-10-10T15:00:00Z",
    "next_due": "2023-10-10T16:00:00Z",
    "unread": 3,
    "total": 3,
    "interval_minutes": 60,
    "status": "ok",
    "newest": "2023-10-10T14:00:00Z",
}


def test_feeds_as_json_have_exactly_the_keys_of_the_contract(library: Path, newsreel: Newsreel) -> None:
    first, second = newsreel("feeds", "--json").json
    assert first == FEED
    assert (second["last_fetched"], second["site_url"], second["status"]) == (None, None, "never")


def test_feeds_in_columns(library: Path, newsreel: Newsreel) -> None:
    assert newsreel("feeds").out.splitlines() == [
        "1    3/3  0 min  1 h  The Backlot  Trade  https://backlot.test/feed",
        "2    0/0  never    –  Slate Line          https://slate.test/feed",
    ]


def test_columns_are_named_on_a_terminal_alone(library: Path, newsreel: Newsreel) -> None:
    newsreel("follow", "Heat 2")
    told = [on_a_terminal(word, columns=60).splitlines()[0] for word in ("feeds", "following")]
    assert [line.partition(",")[0] for line in told] == ["Number", "New stories"]
    assert max(map(len, told)) <= 60


@pytest.mark.parametrize("name", ["1", "https://backlot.test/feed", "backlot"])
def test_remove_takes_an_id_an_address_or_part_of_a_title(
    library: Path, newsreel: Newsreel, name: str
) -> None:
    assert newsreel("remove", name, "--json").json == FEED
    assert [each["title"] for each in newsreel("feeds", "--json").json] == ["Slate Line"]
    again = newsreel("remove", "backlot")
    assert (again.code, again.err) == (
        1,
        "No feed is called “backlot”; `newsreel feeds` lists those there are.\n",
    )


def test_outlets(home: Path, newsreel: Newsreel) -> None:
    found = newsreel("outlets", "--json").json
    assert len(found) > 20
    assert set(found[0]) == {"name", "url", "group", "ticked"}
    lines = newsreel("outlets").out.splitlines()
    assert lines[0] == found[0]["group"].capitalize()
    assert [line.split()[-1] for line in lines if line.startswith("  ")] == [each["url"] for each in found]


@pytest.fixture
def server(home: Path) -> Iterator[ReelServer]:
    (home / "config").mkdir(exist_ok=True)
    (home / "config/config.toml").write_text("allow_private = true\n")
    with ReelServer() as server:
        yield server


def test_add_a_feed(server: ReelServer, newsreel: Newsreel) -> None:
    url = server.feed_url(OUTLETS[0])
    feed = newsreel("add", url, "--title", "Mine", "--folder", "Trade", "--json").json
    assert set(feed) == set(FEED)
    assert (feed["url"], feed["title"], feed["folder"], feed["status"]) == (url, "Mine", "Trade", "ok")
    assert feed["total"] > 0
    assert newsreel("list", "feed:mine", "--json", "--limit", "1").json[0]["feed_title"] == "Mine"


def test_add_says_what_came(server: ReelServer, newsreel: Newsreel) -> None:
    ran = newsreel("add", server.feed_url(OUTLETS[0]))
    assert (ran.code, ran.out.splitlines()[0].partition(":")[0]) == (0, f"Following {OUTLETS[0].name}")


def test_add_says_what_was_followed_already(server: ReelServer, newsreel: Newsreel) -> None:
    url = server.feed_url(OUTLETS[0])
    newsreel("add", url)
    ran = newsreel("add", url)
    assert (ran.code, ran.out.partition(":")[0]) == (0, f"{OUTLETS[0].name} is followed already")


def test_a_sites_own_address_that_names_no_feed_is_not_advised_again(newsreel: Newsreel) -> None:
    with Server() as site:
        page = Reply(b"<html><head><title>T</title></head><body>Films</body></html>", type="text/html")
        root = site.add("/", page)
        ran = newsreel("add", root, "--allow-private")
    assert (ran.code, ran.err) == (
        1,
        f"{root} is not a feed: it sent an HTML page. It names no feed either; look on the site for one, "
        "or in `newsreel outlets`.\n",
    )


def test_add_refuses_what_is_no_feed(server: ReelServer, newsreel: Newsreel) -> None:
    ran = newsreel("add", server.feed_url(OUTLETS[0]) + "/nowhere")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert newsreel("feeds", "--json").json == []


def test_add_refuses_a_private_address_where_nobody_can_be_asked(home: Path, newsreel: Newsreel) -> None:
    ran = newsreel("add", "http://127.0.0.1:9/feed")
    assert (ran.code, ran.out) == (1, "")
    assert "allow_private" in ran.err


def test_a_private_feed_that_is_followed_needs_no_leave_again(home: Path, newsreel: Newsreel) -> None:
    with Server() as site:
        feed = b"<rss><channel><title>Mine</title><item><title>One</title></item></channel></rss>"
        for path in ("/feed", "/other"):
            site.add(path, Reply(feed))
        newsreel("add", site.url("/feed"), "--allow-private")
        again = newsreel("add", site.url("/feed#x"), "--folder", "Trade", "--json")
        assert (again.code, again.json["id"], again.json["folder"]) == (0, 1, "Trade")
        assert newsreel("add", site.url("/other")).code == 1


def test_an_address_typed_without_its_scheme_is_said_to_be_asked_over_https(
    home: Path, newsreel: Newsreel
) -> None:
    hint = "It was asked over https; write http:// before it to ask over that."
    with Server() as site:
        typed = site.url("/feed").removeprefix("http://")
        ran = newsreel("add", typed, "--allow-private")
        assert (ran.code, ran.err.strip().endswith(hint), site.log) == (1, True, [])
        assert hint not in newsreel("add", f"https://{typed}", "--allow-private").err


PAGE = b"""<html><head><title>Film</title>
<link rel="alternate" type="application/rss+xml" href="/one" title="One">
<link rel="alternate" type="application/atom+xml" href="/two" title="Two"></head><body>Hello</body></html>"""
RSS = b"""<rss version="2.0"><channel><title>Two</title><link>https://two.test/</link>
<item><guid>1</guid><title>Heat</title></item></channel></rss>"""


def test_a_page_that_names_several_feeds(server: ReelServer, newsreel: Newsreel) -> None:
    with Server() as pages:
        pages.add("/", Reply(PAGE, type="text/html"))
        pages.add("/two", Reply(RSS))
        told = newsreel("add", pages.url("/"), "--json")
        assert (told.code, [(each["url"], each["title"]) for each in told.json]) == (
            1,
            [(pages.url("/one"), "One"), (pages.url("/two"), "Two")],
        )
        address = pages.url("/")
        assert told.err == f"{address} names 2 feeds, so nothing was added; add the one you want.\n"
        nobody = newsreel("add", pages.url("/"))
        assert (nobody.code, nobody.out, len(nobody.err.splitlines())) == (1, "", 1)
        screen = on_a_terminal("add", pages.url("/"), columns=80, typed="2\n")
        assert screen.endswith("Following Two: 1 article, 1 unread.\n")


def test_a_private_address_is_asked_about(home: Path, newsreel: Newsreel) -> None:
    with Server() as pages:
        pages.add("/two", Reply(RSS))
        assert "Fetch it all the same?" in on_a_terminal("add", pages.url("/two"), columns=80, typed="n\n")
        assert newsreel("feeds", "--json").json == []
        screen = on_a_terminal("add", pages.url("/two"), columns=80, typed="y\n")
        assert screen.endswith("Following Two: 1 article, 1 unread.\n")


def test_refresh_as_json_lines(server: ReelServer, newsreel: Newsreel) -> None:
    newsreel("add", server.feed_url(OUTLETS[0]))
    argv = [sys.executable, "-m", "reader", "refresh", "--json", "--force", "1"]
    ran = subprocess.run(argv, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=True)
    start, feed, done = map(json.loads, ran.stdout.splitlines())
    assert start == {"event": "start", "feeds": 1}
    told = {"event", "feed_id", "url", "status", "new", "changed", "seconds", "error"}
    assert told <= set(feed)  # keys are only ever added
    assert (feed["status"], done["event"]) == ("unchanged", "done")


@pytest.mark.parametrize("words", [("refresh", "--fource"), ("refresh", "-x", "--json")])
def test_refresh_knows_its_options(home: Path, newsreel: Newsreel, words: tuple[str, ...]) -> None:
    ran = newsreel(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("see `newsreel refresh --help`.\n")


def test_refresh_has_help(home: Path, newsreel: Newsreel) -> None:
    assert newsreel("refresh", "--help").out.startswith("Usage: newsreel refresh [FEED…]")


def test_a_private_host_is_asked_about_once(home: Path) -> None:
    with Server() as server:
        server.add("/", Reply(PAGE, type="text/html"))
        server.add("/two", Reply(RSS))
        screen = on_a_terminal("add", server.url("/"), columns=80, typed="y\n2\n")
    assert (screen.count("Fetch it all the same?"), "Following Two" in screen) == (1, True)


@pytest.mark.parametrize("typed", ["", "  "])
def test_an_empty_address_is_wrong_usage(home: Path, newsreel: Newsreel, typed: str) -> None:
    ran = newsreel("add", typed)
    assert (ran.code, ran.out, ran.err.startswith("The address is empty")) == (2, "", True)


def trusted(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A certificate of 127.0.0.1, and a file of who vouches for it."""
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    return context, folder / "ca.pem"


ONE = b"<rss><channel><title>Mine</title><item><guid>1</guid><title>One</title></item></channel></rss>"
FIRST = b"<rss><channel><title>Mine</title><item><guid>0</guid><title>Zero</title></item></channel></rss>"


def test_a_feed_followed_over_http_is_asked_over_https_once_that_is_added(
    home: Path, newsreel: Newsreel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, pem = trusted(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    with Server(tls=context) as site:
        https = site.add("/feed", [Reply(FIRST), Reply(ONE)])
        newsreel("add", https, "--allow-private")
        http = https.replace("https:", "http:")
        with Library(paths.find().library) as library:
            library.mark([1], read=True)
            library.edit_feed(1, url=http)
        ran = newsreel("add", https, "--allow-private")
        assert ran.out.splitlines() == [
            "Mine is followed already: 2 articles, 1 unread.",
            f"It has moved for good and is followed here; it was at {http}.",
        ]
        with Library(paths.find().library) as library:
            assert [(feed.id, feed.url, feed.status) for feed in library.feeds()] == [(1, https, "ok")]
            assert [state.private for state in library.due(force=True)] == [True]


def test_a_feed_followed_over_https_is_not_asked_over_http(home: Path, newsreel: Newsreel) -> None:
    with Server() as site:
        http = site.add("/feed", Reply(ONE))
        https = http.replace("http:", "https:")
        paths.find().create()
        with Library(paths.find().library) as library:
            library.subscribe(https, title="Mine", private=True)
        ran = newsreel("add", http, "--allow-private")
        assert ran.out == f"Mine is followed already at {https}: 0 articles, 0 unread.\n"
        assert [feed["url"] for feed in newsreel("feeds", "--json").json] == [https]


def test_a_feed_that_begins_to_say_that_it_moved_is_followed_once(home: Path, newsreel: Newsreel) -> None:
    with Server() as site:
        there = site.add("/there", Reply(ONE))
        here = site.add("/here", Reply(status=301, headers=[("Location", there)]))
        paths.find().create()
        with Library(paths.find().library) as library:
            library.subscribe(here, title="Mine", private=True)
        assert newsreel("add", here).out == "Mine is followed already: 1 article, 1 unread.\n"
        assert [feed["url"] for feed in newsreel("feeds", "--json").json] == [here]


def test_one_of_two_schemes_both_followed_is_itself(home: Path, newsreel: Newsreel) -> None:
    with Server() as site:
        http = site.add("/feed", Reply(ONE))
        paths.find().create()
        with Library(paths.find().library) as library:
            for url in (http.replace("http:", "https:"), http):
                library.subscribe(url, private=True)
        assert newsreel("add", http).out == "Mine is followed already: 1 article, 1 unread.\n"


def test_feeds_that_have_gone_quiet_are_told(library: Path, newsreel: Newsreel) -> None:
    with Library(paths.find().library, clock=lambda: NOW) as opened:
        feed = opened.find_feed("Slate")
        entries = tuple(
            Entry(guid=f"{n}", url=None, title=f"Number {n}", published=NOW - (40 + n) * 86400)
            for n in range(6)
        )
        parsed = ParsedFeed(format="rss 2.0", title="Slate Line", entries=entries)
        opened.save_feed(feed.id, parsed, Answer(next_due=NOW + 3600))
    told = newsreel("feeds").out.splitlines()[1]
    assert "gone quiet: Nothing since 31 Aug; before that it was never silent for more than a day." in told
    assert newsreel("feeds", "--json").json[1]["newest"] == "2023-08-31T15:00:00Z"
