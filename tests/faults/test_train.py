"""The train: a network that answers in everybody's name until one has logged in, and what is left of it."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import NamedTuple

import pytest
import trustme

from reader.feeds.schedule import HOUR, OFFLINE_SECONDS
from reader.model import Feed
from tests.faults.conftest import Home, rss
from tests.server import Reply, Server, redirect

LOGIN = Reply(b"<!DOCTYPE html><title>Welcome on board</title><p>Log in.", type="text/html", etag='"login"')
LARGE = Reply(LOGIN.body + b"<img src='data:,%s'>" % (b"A" * 300_000), type="text/html")
LEADS = redirect("http://login.test/", type="text/html")
NAMES = ("grain.test", "slate.test", "longtake.test")
SPARED = "Another answered for {}, as a network does that wants a login first. It will be asked again later."


class Line(NamedTuple):
    """The network between a home and its outlets, all of which are had over http."""

    home: Home
    server: Server
    ids: tuple[int, ...]

    def ask(self, *words: str) -> list[tuple[str, str | None]]:
        """Refresh, and return what became of each feed, with its kind."""
        told = self.home.refresh(*words, environ={"http_proxy": self.server.url("").rstrip("/")})
        return [(told[n]["status"], told[n]["kind"]) for n in self.ids if n in told]

    def put(self, *replies: Reply) -> None:
        """Say what the outlets answer, or what does in their place."""
        for name, reply in zip(NAMES, replies * len(NAMES), strict=False):
            self.server.add(f"http://{name}/feed", reply)

    def feeds(self) -> list[Feed]:
        return [self.home.feed(n) for n in self.ids]


@pytest.fixture
def line(home: Home, server: Server) -> Line:
    """Three outlets that have answered an hour ago."""
    server.add("http://login.test/", LOGIN)
    ids = tuple(home.follow(f"http://{name}/feed", private=False) for name in NAMES)
    made = Line(home, server, ids)
    made.put(*(Reply(rss(name), etag='"1"') for name in NAMES))
    assert made.ask() == [("updated", None)] * 3
    home.later(HOUR)
    return made


@pytest.mark.parametrize(
    "portal",
    [LOGIN, LARGE, LEADS, *(Reply(status=status) for status in (401, 403, 404, 410, 500, 511))],
    ids=["page", "large", "redirect", "401", "403", "404", "410", "500", "511"],
)
def test_N9_a_network_that_wants_a_login_outlasts_no_ride(line: Line, portal: Reply) -> None:
    """However long it is, whatever it answered: at home all are asked at once, with what they had said."""
    line.put(portal)
    for _ in range(3):
        assert line.ask() == [("failed", "portal")] * 3
        line.home.later(OFFLINE_SECONDS + 1)
    for feed, name in zip(line.feeds(), NAMES, strict=True):
        assert (feed.status, feed.error, feed.title) == ("failing", SPARED.format(name), "Outlet")
    line.put(*(Reply(rss(name), etag='"1"') for name in NAMES))
    before = len(line.server.log)
    assert line.ask() == [("unchanged", None)] * 3
    assert {asked.headers["if-none-match"] for asked in line.server.log[before:]} == {'"1"'}
    assert [(feed.status, feed.error, feed.total) for feed in line.feeds()] == [("ok", None, 1)] * 3


def test_an_outlet_that_answers_so_beside_others_that_do_well_is_to_blame(line: Line) -> None:
    line.put(LOGIN, Reply(status=410), Reply(rss("New")))
    assert line.ask() == [("failed", None), ("failed", "http"), ("updated", None)]
    lost, gone, well = line.feeds()
    assert [feed.status for feed in (lost, gone, well)] == ["failing", "gone", "ok"]
    assert "is not a feed" in (lost.error or "")
    assert (lost.next_due or 0) - line.home.now() > HOUR - 60


def test_outlets_that_fail_again_while_others_did_well_are_to_blame(line: Line) -> None:
    line.put(LOGIN, LOGIN, Reply(rss("New")))
    failing = [str(n) for n in line.ids[:2]]
    assert line.ask(*failing) == [("failed", "portal")] * 2
    line.home.later(60)
    assert line.ask(str(line.ids[2])) == [("updated", None)]
    line.home.later(OFFLINE_SECONDS)
    assert line.ask(*failing) == [("failed", None)] * 2
    assert ["is not a feed" in (feed.error or "") for feed in line.feeds()] == [True, True, False]


def test_a_single_outlet_that_fails_is_to_blame(line: Line) -> None:
    line.put(LOGIN)
    assert line.ask(str(line.ids[0]), "--force") == [("failed", None)]


def test_what_is_gone_for_good_is_so_after_the_ride(line: Line) -> None:
    line.put(Reply(status=410), Reply(rss("A")), Reply(rss("B")))
    line.ask()
    line.put(LOGIN)
    assert line.ask("--force", *map(str, line.ids)) == [("failed", "portal")] * 3
    assert [(feed.status, feed.next_due is None) for feed in line.feeds()] == [
        ("gone", True), ("failing", False), ("failing", False),
    ]  # fmt: skip
    assert "none of 2 could be reached: it is the network" in line.home.run("doctor").out


def test_a_network_that_wants_a_login_is_told_of_once(line: Line) -> None:
    line.put(LEADS)
    ran = line.home.run("refresh", environ={"http_proxy": line.server.url("").rstrip("/")})
    assert (ran.code, ran.err) == (
        3,
        "3 feeds (Outlet, Outlet, Outlet): another answers for them, as a network does that wants a login; "
        "open a page in the browser.\n",
    )
    doctor = line.home.run("doctor")
    assert "none of 3 could be reached: it is the network" in doctor.out


@pytest.fixture
def tls(tmp_path: Path) -> ssl.SSLContext:
    """A certificate for two hosts, whose authority is in ca.pem."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    return context


@pytest.mark.parametrize("reply", [Reply(status=410), Reply(status=500), LOGIN], ids=["410", "500", "page"])
def test_what_outlets_say_themselves_over_https_is_no_network_that_wants_a_login(
    home: Home, tls: ssl.SSLContext, tmp_path: Path, reply: Reply
) -> None:
    """As two of one provider do, which has trouble."""
    trusting = {"SSL_CERT_FILE": str(tmp_path / "ca.pem")}
    with Server(tls=tls) as server:
        server.add("/feed", Reply(rss("A")))
        ids = [home.follow(server.url("/feed", host)) for host in ("127.0.0.1", "localhost")]
        home.refresh(environ=trusting)
        home.later(HOUR)
        server.add("/feed", reply)
        told = home.refresh(environ=trusting)
        assert ["login" in told[n]["error"] for n in ids] == [False] * 2


def test_certificates_that_are_anothers_break_no_outlet(
    home: Home, tls: ssl.SSLContext, tmp_path: Path
) -> None:
    """A network that wants a login shows its own to whoever asks over https."""
    pem = tmp_path / "ca.pem"
    with Server(tls=tls) as server:
        server.add("/feed", Reply(rss("A"), etag='"1"'))
        ids = [home.follow(server.url("/feed", host)) for host in ("127.0.0.1", "localhost")]
        home.refresh(environ={"SSL_CERT_FILE": str(pem)})
        home.later(HOUR)
        for _ in range(3):
            told = home.refresh()
            assert [(told[n]["status"], told[n]["kind"]) for n in ids] == [("failed", "portal")] * 2
            assert ["safe connection" in told[n]["error"] for n in ids] == [True] * 2
            home.later(OFFLINE_SECONDS + 1)
        told = home.refresh(environ={"SSL_CERT_FILE": str(pem)})
        assert [told[n]["status"] for n in ids] == ["unchanged"] * 2
