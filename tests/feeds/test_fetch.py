"""Fetching over a real loopback server: limits, redirects, validators, politeness, failures as values."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import certifi
import pytest
import trustme

from reader import __version__
from reader.feeds.certificates import ca_file
from reader.feeds.fetch import Fetcher
from reader.feeds.http import FetchSettings, Request, Response
from reader.feeds.unpacking import Members
from tests.server import Asked, Reply, Server, redirect

FEED = b"<rss version='2.0'><channel><title>T</title></channel></rss>"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def fetch(*requests: Request, **settings: object) -> dict[int, Response]:
    """Fetch everything; loopback is allowed unless the settings say otherwise."""
    fetcher = Fetcher(FetchSettings(**{"allow_private": True, **settings}))  # type: ignore[arg-type]
    try:
        return {response.key: response for response in fetcher.fetch(requests)}
    finally:
        fetcher.close()


def one(url: str, **settings: object) -> Response:
    return fetch(Request(1, url), **settings)[1]


def why(response: Response) -> tuple[str, int | None]:
    assert response.error is not None
    assert response.body == b""
    return response.error.kind, response.error.status


def test_a_feed_comes_whole_with_its_facts(server: Server) -> None:
    headers = [("Cache-Control", "public, max-age=1800"), ("Expires", "Thu, 01 Jan 1970 00:00:00 GMT")]
    url = server.add("/feed", Reply(FEED, etag='W/"a b"', last_modified="Sunday-ish", headers=headers))
    got = one(url + "#part")
    assert (got.status, got.body, got.url, got.error) == (200, FEED, url, None)
    assert (got.etag, got.last_modified) == ('W/"a b"', "Sunday-ish")
    assert (got.max_age, got.expires, got.retry_after) == (1800, 0, None)
    assert got.content_type == "application/rss+xml"


def test_N5_a_part_that_nobody_asked_for_is_no_answer(server: Server) -> None:
    assert why(one(server.add("/feed", Reply(FEED, status=206, etag='"part"')))) == ("http", 206)


def test_request_lines_and_headers_are_plain(server: Server) -> None:
    one(server.add("/feed?a=b", Reply(FEED)) + "#x")
    (asked,) = server.log
    assert (asked.method, asked.path) == ("GET", "/feed?a=b")
    assert asked.headers["user-agent"] == f"Newsreel/{__version__}"
    assert asked.headers["accept-encoding"] in ("gzip, deflate", "gzip, deflate, br")
    assert asked.headers["accept"].startswith("application/rss+xml")
    assert asked.headers["accept"].endswith("*/*;q=0.1")
    assert set(asked.headers) == {"host", "user-agent", "accept", "accept-encoding"}


@pytest.mark.parametrize("etag", ['"1"', 'W/"x y"', "unquoted", '"caf\xe9"'])
def test_validators_go_back_byte_for_byte(server: Server, etag: str) -> None:
    modified = "Sat, 3 jan 2026 1:2:3 +0100"
    url = server.add("/feed", Reply(FEED, etag=etag, last_modified=modified))
    first = one(url)
    again = fetch(Request(1, url, first.etag, first.last_modified))[1]
    assert (again.status, again.error) == (304, None)
    sent = server.log[1].headers
    assert (sent["if-none-match"], sent["if-modified-since"]) == (etag, modified)
    assert "if-none-match" not in server.log[0].headers


def test_a_validator_no_server_would_take_back_is_not_kept(server: Server) -> None:
    got = one(server.add("/feed", Reply(FEED, etag=f'"{"x" * 5000}"', last_modified="now")))
    assert (got.body, got.etag, got.last_modified) == (FEED, None, "now")


def test_304_that_nobody_asked_for_is_a_failure(server: Server) -> None:
    assert why(one(server.add("/feed", Reply(status=304)))) == ("http", 304)


@pytest.mark.parametrize("pack", ["gzip", "deflate", "br"])
def test_packed_bodies_are_inflated(server: Server, pack: str) -> None:
    body = b"\x0b\x02\x80hello\x03" if pack == "br" else b"hello"
    assert one(server.add("/feed", Reply(body, pack=pack))).body == b"hello"


def test_packed_twice_is_refused(server: Server) -> None:
    assert why(one(server.add("/bomb", Reply(b"x" * 9, pack="gzip, gzip")))) == ("encoding", None)


@pytest.mark.parametrize("pack", ["UTF-8", "8bit"])
def test_what_is_called_packed_and_is_not_is_taken_as_it_is(server: Server, pack: str) -> None:
    assert one(server.add("/feed", Reply(b"hello", pack=pack))).body == b"hello"
    assert [asked.headers.get("accept-encoding") for asked in server.log][1:] == [None]


def test_unknown_packing_is_refused(server: Server) -> None:
    assert why(one(server.add("/odd", Reply(b"x" * 9, pack="x-mystery")))) == ("encoding", None)


def test_a_bomb_is_cut_at_the_inflated_limit(server: Server) -> None:
    url = server.add("/bomb", Reply(b"\0" * 40_000_000, pack="gzip"))
    assert why(one(url)) == ("too_big", None)


@pytest.mark.parametrize(
    "reply", [Reply(b"x" * 2000), Reply(b"x" * 2000, chunked=True)], ids=["length", "chunks"]
)
def test_raw_bytes_are_limited(server: Server, reply: Reply) -> None:
    assert why(one(server.add("/big", reply), raw_bytes=1000)) == ("too_big", None)
    assert one(server.add("/fits", reply), raw_bytes=2000).error is None


def test_packed_bytes_are_limited_as_they_come(server: Server) -> None:
    import random

    noise = random.Random(1).randbytes(50_000)
    url = server.add("/big", Reply(noise, pack="gzip", chunked=True))
    assert why(one(url, raw_bytes=20_000)) == ("too_big", None)


def test_an_endless_body_ends(server: Server) -> None:
    url = server.add("/endless", Reply(b"x" * 65_536, endless=True))
    assert why(one(url)) == ("too_big", None)


@pytest.mark.parametrize(
    "reply",
    [Reply(FEED, length=1000), Reply(FEED, chunked=True, cut=True)],
    ids=["short of its length", "last chunk missing"],
)
def test_truncation_is_a_failure(server: Server, reply: Reply) -> None:
    assert why(one(server.add("/cut", reply))) == ("truncated", None)


def test_a_reset_is_a_failure(server: Server) -> None:
    assert why(one(server.add("/reset", Reply(reset=True))))[0] in ("truncated", "connect")


def test_a_dripping_body_ends_at_the_total(server: Server) -> None:
    url = server.add("/drip", Reply(drip=0.02))
    got = one(url, total_seconds=0.3)
    assert why(got) == ("timeout", None)
    assert 0.25 < got.seconds < 2


def test_a_stall_ends(server: Server) -> None:
    assert why(one(server.add("/hang", Reply(hang=True)), stall_seconds=1)) == ("timeout", None)


def test_P2_time_spent_elsewhere_makes_nobody_late(server: Server, tmp_path: Path) -> None:
    """Whoever reads one feed, however long, keeps the answers and the handshakes of others waiting."""
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    answered = threading.Event()
    late = Server(tls=context)  # takes connections, and shakes no hand before it is entered
    urls = [
        server.add("/poison", Reply(FEED)),
        server.add("/answer", Reply(FEED, gate=answered)),
        late.add("/handshake", Reply(FEED)).replace("127.0.0.1", "localhost"),
    ]
    limits = FetchSettings(
        allow_private=True, connect_seconds=0.5, total_seconds=0.8, ca_file=str(tmp_path / "ca.pem")
    )
    fetcher, landed = Fetcher(limits), dict[str, tuple[int, bool]]()
    with ExitStack() as stack:
        stack.callback(fetcher.close)
        for got in fetcher.fetch(Request(key, url) for key, url in enumerate(urls)):
            landed[got.url] = (got.status, got.seconds < 0.8)
            if got.url == urls[0]:
                answered.set()
                stack.enter_context(late)
                _read_for(1.0)
    assert landed == dict.fromkeys(urls, (200, True))


def _read_for(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_all_hops_share_the_time(server: Server) -> None:
    late = threading.Event()
    server.add("/a", redirect("/b"))
    url = server.add("/b", Reply(hang=True))
    got = one(server.url("/a"), total_seconds=0.3)
    assert (got.url, why(got)) == (url, ("timeout", None))
    late.set()


def test_a_refused_connection_is_a_failure() -> None:
    assert why(one("http://127.0.0.1:1/")) == ("connect", None)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 429, 500, 503])
def test_bad_statuses_are_failures(server: Server, status: int) -> None:
    got = one(server.add("/bad", Reply(b"<html>" * 100_000, status=status)))
    assert why(got) == ("http", status)
    assert str(got.error).endswith((".", "…"))


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), ("-5", 0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("soon", None), ("9" * 15, 366 * 86400)],
)
def test_retry_after_is_read(server: Server, value: str, seconds: int | None) -> None:
    url = server.add("/busy", Reply(status=429, headers=[("Retry-After", value)]))
    assert one(url).retry_after == seconds


# ---------------------------------------------------------------- redirects


def test_redirects_are_followed_and_told(server: Server) -> None:
    server.add("/a", redirect("/b?x=é".encode().decode("latin-1"), 301))
    server.add("/b?x=%C3%A9", redirect("c", 308))
    server.add("/c", Reply(FEED))
    got = one(server.url("/a"))
    assert (got.body, got.url, got.permanent_url) == (FEED, server.url("/c"), server.url("/c"))
    assert [a.headers.get("referer") or a.headers.get("cookie") for a in server.log] == [None] * 3


def test_a_passing_redirect_is_not_permanent(server: Server) -> None:
    server.add("/a", redirect("/b", 301))
    server.add("/b", redirect("/c", 302))
    server.add("/c", Reply(FEED))
    assert one(server.url("/a")).permanent_url is None
    assert one(server.url("/c")).permanent_url is None


def test_five_hops_and_no_more(server: Server) -> None:
    for n in range(1, 7):
        server.add(f"/{n}", redirect(f"/{n - 1}"))
    server.add("/0", Reply(FEED))
    assert one(server.url("/5")).body == FEED
    assert why(one(server.url("/6"))) == ("redirect", None)


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://example.org/", "javascript:1", "http://", "http://[::1"]
)
def test_redirects_lead_to_the_web_only(server: Server, to: str) -> None:
    assert why(one(server.add("/a", redirect(to)))) == ("redirect", None)


def test_a_redirect_to_nowhere_is_a_failure(server: Server) -> None:
    got = one(server.add("/a", Reply(status=302)))
    assert why(got) == ("redirect", None)
    assert str(got.error).endswith("/a says it has moved, but not where to; check the address.")


def test_cookies_are_neither_kept_nor_sent(server: Server) -> None:
    server.add("/a", redirect("/b", 302))
    server.add("/a", Reply(status=302, headers=[("Location", "/b"), ("Set-Cookie", "a=b; Path=/")]))
    server.add("/b", Reply(FEED))
    one(server.url("/a"))
    assert "cookie" not in server.log[1].headers


def test_a_password_goes_to_its_own_origin_only(server: Server) -> None:
    with Server() as other:
        other.add("/b", Reply(FEED))
        server.add("/a", redirect("/here"))
        server.add("/here", redirect(other.url("/b").replace("//", "//eve:x@")))
        got = one(server.url("/a").replace("//", "//ann:s%40cret@"))
    basic = "Basic YW5uOnNAY3JldA=="
    assert [asked.headers.get("authorization") for asked in server.log] == [basic, basic]
    assert [asked.headers.get("authorization") for asked in other.log] == [None]
    assert "ann" not in got.url


# ---------------------------------------------------------------- private addresses


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "0x7f.1",
        "2130706433",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "169.254.169.254",
    ],
)
def test_private_addresses_are_refused(server: Server, host: str) -> None:
    url = server.url("/feed", host=host)
    assert why(one(url, allow_private=False)) == ("refused", None)
    assert server.log == []


def test_an_address_the_person_typed_may_be_private(server: Server) -> None:
    request = Request(1, server.add("/feed", Reply(FEED)), private=True)
    assert fetch(request, allow_private=False)[1].body == FEED


def test_leave_to_be_private_does_not_go_along_with_a_redirect(server: Server) -> None:
    with Server() as other:
        other.add("/admin", Reply(b"secret"))
        server.add("/near", redirect("/feed"))
        server.add("/feed", Reply(FEED))
        server.add("/far", redirect(other.url("/admin")))
        server.add("/name", redirect(other.url("/admin", host="localhost")))
        asked = [
            Request(n, server.url(path), private=True) for n, path in enumerate(("/near", "/far", "/name"))
        ]
        got = fetch(*asked, allow_private=False)
        assert (got[0].body, why(got[1]), why(got[2])) == (FEED, ("refused", None), ("refused", None))
        assert other.log == []


def test_a_connection_made_with_leave_is_not_used_without(server: Server) -> None:
    url = server.add("/feed", Reply(FEED))
    fetcher = Fetcher(FetchSettings())
    assert [r.body for r in fetcher.fetch([Request(1, url, private=True)])] == [FEED]
    named = server.url("/feed", host="localhost")
    assert [r.status for r in fetcher.fetch([Request(2, named, private=True)])] == [200]
    assert [why(r) for r in fetcher.fetch([Request(3, named)])] == [("refused", None)]
    fetcher.close()


@pytest.mark.parametrize("status", [301, 302, 403, 407, 410, 429, 503])
def test_what_a_proxy_says_that_makes_no_connection_is_not_said_by_the_server(
    server: Server, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    """Over https it could lead anywhere, have a feed given up, or its host left alone."""
    monkeypatch.setenv("https_proxy", server.url("").rstrip("/"))
    monkeypatch.setenv("http_proxy", server.url("").rstrip("/"))
    headers = [("Location", "http://elsewhere.test/feed"), ("Retry-After", "86400")]
    server.add("film.test:443", Reply(status=status, headers=headers))
    server.add("http://elsewhere.test/feed", Reply(FEED))
    got = one("https://film.test/feed")
    assert (got.status, got.url, got.permanent_url, got.retry_after) == (
        0,
        "https://film.test/feed",
        None,
        None,
    )
    assert why(got) == ("connect", None)
    assert "proxy" in str(got.error)
    assert server.paths() == ["film.test:443"]


def test_loopback_goes_past_a_proxy(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert one(server.add("/feed", Reply(FEED))).body == FEED


def test_upper_case_http_proxy_is_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTP_PROXY", server.url(""))
    server.add("http://news.example/feed", Reply(FEED))
    assert one("http://news.example/feed", allow_private=False).body == FEED


# ---------------------------------------------------------------- certificates


def test_certificates_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    trusted = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(trusted))
    with Server(tls=context) as server:
        server.add("/feed", Reply(FEED))
        url = server.url("/feed", host="localhost")
        assert why(one(url)) == ("tls", None)
        assert one(url, ca_file=str(trusted)).body == FEED
        assert why(one(server.url("/feed"), ca_file=str(trusted))) == ("tls", None)
        assert why(one(url, ca_file=str(tmp_path / "none"))) == ("tls", None)
        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
        assert one(url).body == FEED


def test_without_a_setting_certificates_are_certifis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    usual = certifi.where()
    assert ca_file(FetchSettings()) == usual
    # A distribution's own has no file beside it.
    monkeypatch.setattr(certifi.__spec__, "origin", str(tmp_path / "__init__.py"))
    assert ca_file(FetchSettings()) == usual


# ---------------------------------------------------------------- side by side


def test_two_connections_per_host(server: Server) -> None:
    gate = threading.Event()

    def answer(asked: Asked) -> Reply:
        if len(server.log) >= 2:
            gate.set()
        return Reply(FEED, gate=gate)

    urls = [server.add(f"/{n}", answer) for n in range(8)]
    got = fetch(*(Request(n, url) for n, url in enumerate(urls)))
    assert [got[n].body for n in range(8)] == [FEED] * 8
    assert (server.peak, server.connections) == (2, 2)


def test_one_connection_for_a_host_that_said_429_lately(server: Server) -> None:
    urls = [server.add(f"/{n}", Reply(FEED)) for n in range(4)]
    fetch(*(Request(n, url) for n, url in enumerate(urls)), gentle=frozenset({"127.0.0.1"}))
    assert (server.peak, server.connections) == (1, 1)


def test_after_429_the_rest_of_the_host_is_not_asked(server: Server) -> None:
    busy = Reply(status=429, headers=[("Retry-After", "600")])
    urls = [server.add(f"/{n}", busy) for n in range(9)]
    got = fetch(*(Request(n, url) for n, url in enumerate(urls)))
    assert len(server.log) == 2
    kinds = sorted(why(response) for response in got.values())
    assert kinds == [("held", None)] * 7 + [("http", 429)] * 2
    assert {response.retry_after for response in got.values()} == {600}


def test_dead_names_do_not_fail_good_ones(server: Server) -> None:
    dead = [Request(n, f"http://dead{n}.invalid/") for n in range(20)]
    good = [Request(100 + n, server.add(f"/{n}", Reply(FEED))) for n in range(5)]
    named = [Request(200 + n, server.url(f"/{n}", host="localhost")) for n in range(5)]
    got = fetch(*dead, *good, *named, connect_seconds=1)
    assert {why(got[request.key]) for request in dead} == {("resolve", None)}
    assert [got[request.key].body for request in good + named] == [FEED] * 10


def test_odd_addresses_are_failures_too() -> None:
    got = [
        one(url) for url in ("ftp://a:b@x/", "http:///x", "nothing", "http://x:99999/", "http://[::1/", "")
    ]
    assert [why(response) for response in got] == [("other", None)] * 6
    assert "a:b" not in str(got[0].error)


def test_stopping_ends_at_once(server: Server) -> None:
    stop = threading.Event()

    def hang(asked: Asked) -> Reply:
        stop.set()
        return Reply(hang=True)

    fetcher = Fetcher(FetchSettings(allow_private=True), stopped=stop.is_set)
    assert list(fetcher.fetch([Request(1, server.add("/hang", hang))])) == []
    fetcher.close()


# ---------------------------------------------------------------- gzip of several members


def of_members(server: Server, path: str, *parts: bytes) -> str:
    """Serve members of gzip, one after the other, whatever is asked for."""
    return server.add(path, Reply(b"".join(parts), headers=[("Content-Encoding", "gzip")]))


def members(*texts: bytes) -> list[bytes]:
    return [gzip.compress(text, mtime=0) for text in texts]


LONG = b"".join(b"%d " % n for n in range(50_000))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (members(b"<rss>", LONG, b"", b"</rss>"), b"<rss>" + LONG + b"</rss>"),
        (members(*(b"%d " % n for n in range(50))) * 100, b"".join(b"%d " % n for n in range(50)) * 100),
        ([*members(b"<rss/>"), b"\0" * 1000], b"<rss/>"),
        ([*members(b"<rss/>"), b"\x1f"], b"<rss/>"),
    ],
    ids=["several", "many", "zeros behind", "one byte behind"],
)
def test_all_members_of_gzip_are_read(server: Server, parts: list[bytes], expected: bytes) -> None:
    assert one(of_members(server, "/feed", *parts)).body == expected
    assert [asked.headers.get("accept-encoding") for asked in server.log][1:] == [None]


@pytest.mark.parametrize("size", [1, 2, 3, 1000])
def test_members_are_read_however_they_are_cut_up(size: int) -> None:
    packed, unpacking = b"".join(members(b"<rss>", LONG, b"</rss>")) + b"\0" * 7, Members()
    pieces = (packed[at : at + size] for at in range(0, len(packed), size))
    assert b"".join(unpacking.take(piece, 1_000_000) for piece in pieces) == b"<rss>" + LONG + b"</rss>"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (members(b"<rss>", b"\0" * 40_000_000), ("too_big", None)),
        ([*members(b"<rss>"), *members(b"\0" * 1_000_000) * 40], ("too_big", None)),
        (members(b"") * 20_000, ("encoding", None)),
        ([*members(b"<rss>"), gzip.compress(LONG)[:500] + b"x" * 100_000], ("encoding", None)),
    ],
    ids=["a bomb second", "a bomb of many", "members without end", "a broken one"],
)
def test_members_that_are_bombs_or_broken_are_refused(
    server: Server, parts: list[bytes], expected: tuple[str, None]
) -> None:
    assert why(one(of_members(server, "/feed", *parts))) == expected
