"""Addresses, headers, proxies and pacing: the parts of fetching that need no network."""

from __future__ import annotations

import ipaddress
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import FetchError
from reader.feeds.http import YEAR, FetchSettings, Headers, max_age, retry_after, seconds_until
from reader.feeds.pacing import OFFLINE_LOOKUPS, STUCK_SECONDS, Pacing
from reader.feeds.proxy import proxy_for
from reader.feeds.target import Origin, covers, follow, is_private, parse, same_place


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTP://Example.ORG:80/a b?c=é#frag", "http://example.org/a%20b?c=%C3%A9"),
        ("https://kinó.example/x", "https://xn--kin-ina.example/x"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
        ("https://ann:pw@example.org/%7Ex?", "https://example.org/%7Ex"),
    ],
)
def test_addresses_as_they_are_sent(typed: str, sent: str) -> None:
    assert parse(typed).url == sent


@pytest.mark.parametrize(
    "url", ["", "x", "file:///a", "http://", "http://a\x1b]0;b/", "http://a b/", "https://[1"]
)
def test_what_is_no_web_address(url: str) -> None:
    with pytest.raises(FetchError) as raised:
        parse(url)
    assert str(raised.value).isprintable()


def test_what_is_wrong_with_an_address_is_not_what_it_has() -> None:
    with pytest.raises(FetchError) as caught:
        parse("https://not a url")
    said = "“https://not a url” is not a web address; one is such as https://example.org/feed."
    assert said == str(caught.value)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_a_sentence(text: str) -> None:
    for url in (text, f"http://{text}", f"https://example.org/{text}"):
        with suppress(FetchError):
            assert parse(url).url.isascii()
        with suppress(FetchError):
            assert follow(parse("https://example.org/a"), url).url.isascii()


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 127.9.9.9 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1
    255.255.255.255 ::1 :: fe80::1 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1
    2002:7f00:1:: ::127.0.0.1 fe80::1%eth0 nonsense""".split(),  # noqa: SIM905
)
def test_private_addresses(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_public_addresses(address: str) -> None:
    assert not is_private(address)


@given(st.ip_addresses(v=4))
def test_an_address_in_any_dress_is_as_private(address: ipaddress.IPv4Address) -> None:
    plain = is_private(str(address))
    assert is_private(f"::ffff:{address}") is plain
    assert is_private(str(ipaddress.IPv6Address(0x64FF9B << 96 | int(address)))) is plain


def test_leave_covers_the_same_place_and_its_move_to_https() -> None:
    home = Origin("http", "nas", 8080)
    assert same_place(home, home)
    assert same_place(home, Origin("https", "nas", 443))
    assert not same_place(home, Origin("http", "nas", 6379))
    assert not same_place(home, Origin("https", "other", 443))


# ---------------------------------------------------------------- headers


@pytest.mark.parametrize(
    ("field", "seconds"),
    [
        ("max-age=60", 60),
        ("public, MAX-AGE = 60", 60),
        ('max-age="60"', 60),
        ("s-maxage=9, x-max-age=8", None),
        ("max-age=-1", None),
        ("max-age=soon", None),
        ("no-cache", None),
        ("max-age=" + "9" * 19, YEAR),
        ("", None),
    ],
)
def test_max_age(field: str, seconds: int | None) -> None:
    assert max_age(field) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("Thu, 01 Jan 1970 00:02:00 GMT", 20),
        ("Thursday, 01-Jan-70 00:02:00 GMT", 20),
        ("Thu Jan  1 00:02:00 1970", 20),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", YEAR),
        ("-1", None),
        ("0", None),
        ("", None),
        (None, None),
        ("Thu, 32 Foo 1970", None),
    ],
)
def test_http_dates(value: str | None, seconds: int | None) -> None:
    assert seconds_until(value, 100) == seconds


@given(st.text(max_size=40) | st.from_regex(r"[A-Z][a-z]{2}, \d+ [A-Z][a-z]{2} \d+ \d+:\d+:\d+ [+-]?\w*"))
def test_no_header_value_can_hurt(value: str) -> None:
    for read in (retry_after(value, 1e9), seconds_until(value, 1e9), max_age(value)):
        assert read is None or 0 <= read <= YEAR


def test_headers_keep_values_as_sent() -> None:
    headers = Headers()
    for line in (b'ETag:  W/"\xe9 x" \r\n', b"X: 1\r\n", b"x: 2\r\n", b"junk\r\n", b"Empty:\r\n"):
        headers.add(line)
    assert (headers.get("etag"), headers.get("x"), headers.all("x")) == ('W/"é x"', "2", "1, 2")
    assert (headers.get("empty"), headers.get("missing"), headers.all("missing")) == (None, None, "")


# ---------------------------------------------------------------- proxies

NEWS = Origin("https", "news.example.org", 443)


@pytest.mark.parametrize(
    ("origin", "environ", "proxy"),
    [
        (NEWS, {}, ""),
        (NEWS, {"HTTPS_PROXY": "http://p"}, "http://p"),
        (NEWS, {"https_proxy": "http://a", "HTTPS_PROXY": "http://b"}, "http://a"),
        (NEWS, {"HTTP_PROXY": "http://p"}, ""),
        (NEWS._replace(scheme="http"), {"HTTP_PROXY": "http://p"}, "http://p"),
        (NEWS, {"ALL_PROXY": "socks5://p"}, "socks5://p"),
        (NEWS, {"HTTPS_PROXY": "p", "NO_PROXY": "other.org, example.org"}, ""),
        (NEWS, {"HTTPS_PROXY": "p", "NO_PROXY": ".example.org"}, ""),
        (NEWS, {"HTTPS_PROXY": "p", "NO_PROXY": "ample.org"}, "p"),
        (NEWS, {"HTTPS_PROXY": "p", "NO_PROXY": "*"}, ""),
        (NEWS, {"HTTPS_PROXY": "p", "NO_PROXY": "news.example.org:80"}, "p"),
        (Origin("https", "10.1.2.3", 443), {"HTTPS_PROXY": "p", "NO_PROXY": "10.0.0.0/8"}, ""),
        (Origin("http", "localhost", 80), {"HTTP_PROXY": "p"}, ""),
        (Origin("http", "127.1.2.3", 80), {"HTTP_PROXY": "p"}, ""),
        (Origin("http", "::1", 80), {"HTTP_PROXY": "p"}, ""),
    ],
)
def test_which_proxy(origin: Origin, environ: dict[str, str], proxy: str) -> None:
    assert proxy_for(origin, environ) == proxy


# ---------------------------------------------------------------- pacing


def test_sixteen_names_are_looked_up_at_once() -> None:
    pacing = Pacing(FetchSettings())
    targets = [parse(f"http://host{n}.example/") for n in range(17)]
    for key, target in enumerate(targets[:16]):
        assert pacing.may_start(target)
        pacing.start(key, target)
    assert not pacing.may_start(targets[16])
    assert pacing.may_start(parse("http://192.0.2.1/"))
    pacing.resolved(3)
    assert pacing.may_start(targets[16])


def test_lookups_that_were_given_up_hold_their_threads_for_a_while() -> None:
    now = [0.0]
    pacing = Pacing(FetchSettings(), clock=lambda: now[0])
    for key in range(16):
        target = parse(f"http://dead{key}.example/")
        pacing.start(key, target)
        pacing.finish(key, target, timed_out=True)
    started = 0
    while pacing.may_start(target := parse(f"http://host{started}.example/")):
        pacing.start(100 + started, target)
        started += 1
    assert started == 4
    now[0] = STUCK_SECONDS
    assert pacing.may_start(target)


def test_many_lookups_in_vain_mean_no_network() -> None:
    dead = [parse(f"http://dead{n}.example/") for n in range(OFFLINE_LOOKUPS)]
    pacing, other = Pacing(FetchSettings()), Pacing(FetchSettings())
    other.start(-1, parse("http://living.example/"))
    other.resolved(-1)
    for each in (pacing, other):
        for key, target in enumerate(dead):
            assert not each.offline
            each.start(key, target)
            each.finish(key, target, timed_out=True)
    assert (pacing.offline, other.offline) == (True, False)


def test_leave_covers_its_own_place_and_its_move_to_https() -> None:
    leave = "http://film.test/feed"
    urls = ("http://film.test/a", "https://film.test/a", "http://film.test:81/a", "http://ü..example/a")
    assert [covers(leave, url) for url in urls] == [True, True, False, False]
    assert not covers("https://film.test/feed", urls[0])
    assert not covers("http://ü..example/feed", urls[0])


def test_two_hundred_in_all() -> None:
    pacing = Pacing(FetchSettings())
    for key in range(200):
        pacing.start(key, parse(f"http://192.0.2.{key}/"))
    assert not pacing.may_start(parse("http://198.51.100.1/"))


def test_fewer_are_under_way_while_bodies_are_large_or_unknown() -> None:
    pacing, target = Pacing(FetchSettings()), parse("http://192.0.2.1/")

    def starts(*, conditional: bool) -> int:
        count = 0
        while pacing.has_room(conditional=conditional) and count < 1000:
            pacing.start(count, target)
            count += 1
        for key in range(count):
            pacing.finish(key, target)
        return count

    assert (starts(conditional=True), starts(conditional=False)) == (1000, 24)
    pacing.landed(100_000)
    assert (starts(conditional=True), starts(conditional=False)) == (120, 120)
    for _ in range(9):
        pacing.landed(0)  # unchanged
    assert starts(conditional=True) == 1000
    pacing.landed(1 << 30)
    assert starts(conditional=True) == 1  # one always may
