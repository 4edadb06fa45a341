"""N rows: nobody is let in, nothing hangs, and what was there stays."""

from __future__ import annotations

import contextlib
import gzip
import os
import shutil
import ssl
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
import trustme

from reader.feeds.http import FetchSettings
from reader.refresh.pipeline import Pipeline
from tests.faults.conftest import Home, rss
from tests.faults.test_parsing import DAY, POISON
from tests.server import Asked, Reply, Server, redirect

MEASURED = (
    "import resource, subprocess, sys; code = subprocess.call(sys.argv[2:]); "
    "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss; "
    "open(sys.argv[1], 'w').write(str(peak)); sys.exit(code)"
)


def event(home: Home, feed_id: int, *words: str, **more: object) -> dict[str, object]:
    return home.refresh(*words, **more)[feed_id]  # type: ignore[arg-type]


# ---------------------------------------------------------------- N1: nobody is let in


def test_N1_what_is_typed_may_be_private_after_an_explicit_yes(home: Home, server: Server) -> None:
    url = server.add("/feed", Reply(rss("A")))
    refused = home.run("add", url)
    assert (refused.code, server.log) == (1, [])
    assert "--allow-private" in refused.err
    assert home.run("add", url, "--allow-private").code == 0
    assert home.refresh("--force")[1]["status"] == "unchanged"


def test_N1_the_setting_allows_it_everywhere(home: Home, server: Server) -> None:
    home.paths.create()
    home.paths.config_file.write_text("allow_private = true\n")
    assert home.run("add", server.add("/feed", Reply(rss("A")))).code == 0


@pytest.mark.parametrize(
    "host", ["localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0"]
)
def test_N1_no_spelling_of_a_private_address_gets_through(home: Home, server: Server, host: str) -> None:
    server.add("/feed", Reply(rss("A")))
    feed = home.follow(server.url("/feed", host), private=False)
    assert event(home, feed)["kind"] == "refused"
    assert (server.log, server.connections) == ([], 0)


def test_N1_a_redirect_does_not_lead_into_the_local_network(home: Home, server: Server) -> None:
    with Server() as inside:
        feed = home.follow(server.add("/feed", redirect(inside.add("/admin", Reply(rss("secret"))))))
        found = event(home, feed)
        assert (found["status"], found["kind"], inside.log) == ("failed", "refused", [])


def test_N1_a_connection_made_with_leave_is_not_used_without_it(home: Home, server: Server) -> None:
    """The socket is open already when the redirect comes: only the check before the request can refuse."""
    idle = threading.Event()  # once the other feed is read whole, its connection may be used again

    def late(_: Asked) -> Reply:
        assert idle.wait(10)
        return redirect(inside.url("/admin", "localhost"))  # a name: no spelling gives it away

    with Server() as inside:
        inside.add("/admin", Reply(rss("secret")))
        inside.add("/typed", Reply(rss("A")))
        fine = home.follow(inside.url("/typed", "localhost"))
        led = home.follow(server.add("/late", late))
        found = {}
        for said in home.events("refresh", "--json"):
            found[said.get("feed_id")] = said.get("status")
            if fine in found:
                idle.set()
        assert (found[fine], found[led]) == ("updated", "failed")
        assert inside.paths() == ["/typed"]


def test_N1_a_page_does_not_name_a_feed_in_the_local_network(home: Home, server: Server) -> None:
    with Server() as inside:
        there = inside.add("/feed", Reply(rss("secret")))
        page = f"<html><head><link rel=alternate type=application/rss+xml href='{there}'></head></html>"
        url = server.add("/", Reply(page.encode(), type="text/html"))
        assert home.run("add", url, "--allow-private").code == 1
        assert inside.log == []


@pytest.mark.parametrize(
    "host",
    [
        "127.1", "0x7f.1", "2130706433", "017700000001", "10.1", "0xa9fea9fe", "169.254.169.254",
        "192.168.1.1", "[fe80::1]", "[::ffff:10.0.0.1]", "router", "nas.local", "db.internal", 
        "db.internal.", "a.localhost.", "127%2e0.0.1", "%31%30.0.0.1", "nas.lan", "[64:ff9b:1::7f00:1]",
        "[fec0::1]", "[::ffff:0:7f00:1]",
    ],
)  # fmt: skip
def test_N1_behind_a_proxy_private_names_are_refused_by_their_spelling(
    home: Home, server: Server, host: str
) -> None:
    led = home.follow(f"http://{host}:8080/feed", private=False)
    fine = home.follow("http://film.test/feed", private=False)
    server.add("http://film.test/feed", Reply(rss("A")))
    server.add(f"http://{host}:8080/feed", Reply(rss("secret")))
    found = home.refresh(environ={"http_proxy": server.url("").rstrip("/")})
    assert (found[fine]["status"], found[led]["status"]) == ("updated", "failed")
    assert server.paths() == ["http://film.test/feed"]


def test_N1_behind_a_proxy_what_was_typed_with_leave_is_asked(home: Home, server: Server) -> None:
    server.add("http://nas.local/feed", Reply(rss("A")))
    feed = home.follow("http://nas.local/feed", private=True)
    environ = {"http_proxy": server.url("").rstrip("/")}
    assert home.refresh(environ=environ)[feed]["status"] == "updated"


def test_N1_leave_does_not_move_along_with_a_feed(home: Home, server: Server) -> None:
    feed = home.follow(server.add("/a", Reply(rss("A"))))
    with Server() as other, home.library() as library:
        library.edit_feed(feed, url=other.add("/b", Reply(rss("B"))))
        library.close()
        assert event(home, feed, "--force")["kind"] == "refused"
        assert other.log == []


# ---------------------------------------------------------------- N2, N3: redirects and secrets


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://x/", "gopher://x/", "javascript:alert(1)", "/loop"]
)
def test_N2_redirects_stay_on_the_web_and_end(home: Home, server: Server, to: str) -> None:
    feed = home.follow(server.add("/loop", redirect(to)))
    assert event(home, feed)["kind"] == "redirect"
    assert len(server.log) <= 6


def test_N3_passwords_cookies_and_netrc_go_nowhere(home: Home, server: Server) -> None:
    home.paths.create()
    home.paths.config_file.write_text("allow_private = true\n")
    (home.root / ".netrc").write_text("default login netrc password secret\n")
    (home.root / ".netrc").chmod(0o600)
    with Server() as other:
        other.add("/there", Reply(rss("A"), headers=[("Set-Cookie", "a=b; Path=/")]))
        server.add("/here", redirect(other.url("/there")))
        home.follow(server.url("/here").replace("//", "//name:pass@"))
        for _ in range(2):
            home.refresh("--force", environ={"HOME": str(home.root)})
        assert all(a.headers.get("authorization", "").startswith("Basic bmFtZT") for a in server.log)
        strays = {"authorization", "cookie", "referer"}
        assert [strays & set(asked.headers) for asked in other.log] == [set(), set()]
    assert "pass" not in home.paths.log.read_text() if home.paths.log.exists() else True


# ---------------------------------------------------------------- N4, N5: bombs, drips, breaks


def high_water(home: Home, *words: str) -> int:
    """The most memory any process of a command took, in bytes."""
    out = home.root / "peak"
    home.run(*words, before=[sys.executable, "-c", MEASURED, str(out)])
    return int(out.read_text()) * 1024


def test_N4_bombs_cost_little_memory(home: Home, server: Server) -> None:
    home.follow(server.add("/fine", Reply(rss("Fine"))))
    idle = high_water(home, "refresh")
    bombs = {
        "gzip": Reply(b"<rss>" + b" " * 60_000_000, pack="gzip"),
        "twice": Reply(b" " * 200_000_000, pack="gzip, gzip"),
        "deflate": Reply(b" " * 60_000_000, pack="deflate"),
        "endless": Reply(b"<rss><channel>" + b"<item>" * 10_000, endless=True),
        "headers": Reply(rss("x"), headers=[(f"X-{n}", "y" * 1000) for n in range(90)]),
    }
    ids = {name: home.follow(server.add(f"/{name}", reply)) for name, reply in bombs.items()}
    peak = high_water(home, "refresh")
    with home.library() as library:
        assert "more than once" in (library.feed(ids["twice"]).error or "")
        assert "too large" in (library.feed(ids["gzip"]).error or "")
        failed = {name for name, feed_id in ids.items() if library.feed(feed_id).error}
    assert failed >= {"gzip", "twice", "deflate", "endless"}
    assert peak - idle < 100_000_000
    print(f"memory over idle: {(peak - idle) >> 20} MB of {idle >> 20}")


def test_N4_many_bombs_at_once_cost_no_more_than_one(home: Home, server: Server) -> None:
    """Each alone would be let in; together they would fill the memory, and the worker would die of it."""
    home.paths.create()
    home.paths.config_file.write_text("allow_private = true\n")
    fine = home.follow(server.add("/fine", Reply(rss("Fine"))))
    idle = high_water(home, "refresh")
    server.add("/bomb", Reply(b"<rss><channel>" + b"<item>" * 10_000, endless=True))
    bombs = [home.follow(server.url("/bomb", f"host{n}.localhost")) for n in range(40)]
    peak = high_water(home, "refresh", "--force")
    with home.library() as library:
        assert {library.feed(n).status for n in bombs} == {"failing"}
        assert library.feed(fine).status == "ok"
    assert peak - idle < 100_000_000


@pytest.mark.parametrize("how", ["gzip, chunked", "gzip", "deflate, gzip, chunked"])
def test_N4_nothing_is_unpacked_twice(home: Home, server: Server, how: str) -> None:
    packed = gzip.compress(gzip.compress(rss("A")))
    headers = [("Transfer-Encoding", how), ("Content-Encoding", "gzip")]
    feed = home.follow(server.add("/feed", Reply(packed, headers=headers)))
    assert event(home, feed)["kind"] == "encoding"


@pytest.mark.parametrize(
    "broken",
    [
        Reply(rss("A", "B")[:-40], etag='"cut"', length=9000),
        Reply(rss("A", "B"), etag='"cut"', chunked=True, cut=True),
        Reply(reset=True),
    ],
    ids=["length", "chunks", "reset"],
)
def test_N5_what_breaks_off_changes_nothing(home: Home, server: Server, broken: Reply) -> None:
    feed = home.follow(server.add("/feed", [Reply(rss("A"), etag='"good"'), broken, Reply(rss("A", "B"))]))
    found = [home.refresh("--force")[feed]["status"] for _ in range(3)]
    assert found == ["updated", "failed", "updated"]
    assert [asked.headers.get("if-none-match") for asked in server.log][:3] == [None, '"good"', '"good"']
    assert len(home.articles()) == 2


def test_N5_a_drip_and_a_silence_end_and_the_others_are_saved(home: Home, server: Server) -> None:
    """In a second here, by settings; in its own time in `make torture`."""
    limits = FetchSettings(total_seconds=1, stall_seconds=1)
    slow = [Reply(drip=0.05), Reply(hang=True), Reply(rss("A"), drip=0.05, chunked=False)]
    ids = [home.follow(server.add(f"/{n}", reply)) for n, reply in enumerate(slow)]
    fine = home.follow(server.add("/fine", Reply(rss("Fine"))))
    began = time.monotonic()
    with home.library() as library:
        pipeline = Pipeline(library, limits, minutes=60, guard=lambda _: contextlib.nullcontext())
        found = {outcome.feed_id: outcome for outcome in pipeline.outcomes(pipeline.due("due"))}
    assert {n: outcome.status for n, outcome in found.items()} == {
        fine: "updated",
        **dict.fromkeys(ids, "failed"),
    }
    assert {found[n].kind for n in ids} == {"timeout"}
    assert time.monotonic() - began < 15


def test_N5_a_host_that_does_not_answer_keeps_no_refresh_going_for_each_of_its_feeds(
    home: Home, server: Server
) -> None:
    limits = FetchSettings(total_seconds=1, stall_seconds=1)
    for n in range(20):
        home.follow(server.add(f"/{n}", Reply(hang=True)))
    with home.library() as library:
        pipeline = Pipeline(library, limits, minutes=60, guard=lambda _: contextlib.nullcontext())
        found = list(pipeline.outcomes(pipeline.due("due")))
        told = Counter((outcome.status, outcome.kind) for outcome in found)
        due = {n: library.feed(n).next_due for n in (outcome.feed_id for outcome in found)}
    asked = [outcome.feed_id for outcome in found if outcome.kind == "timeout"]
    assert told == {("failed", "timeout"): len(asked), ("skipped", "silent"): 20 - len(asked)}
    assert len(asked) in (4, 5)  # one may have been sent before another was given up
    assert {outcome.error for outcome in found if outcome.kind == "silent"} == {
        "127.0.0.1 left what else was asked of it without an answer, so this was not asked for. "
        "It will be asked again later."
    }
    assert max(due[n] for n in due if n not in asked) < min(due[n] for n in asked)


# ---------------------------------------------------------------- N6, N7: answers that are no feed

CLOUDFLARE = Reply(
    b"<!DOCTYPE html><title>Just a moment...</title>",
    type="text/html",
    headers=[("cf-mitigated", "challenge")],
)


@pytest.mark.parametrize(
    "answer",
    [
        *(Reply(b"<html>no", status=n, type="text/html") for n in (401, 403, 404, 410, 429, 500, 503)),
        CLOUDFLARE,
        Reply(b"<html><body>Welcome to the hotel WiFi</body></html>", type="text/html"),
        redirect("/login", 301),
        Reply(b"", type="text/html"),
    ],
    ids=["401", "403", "404", "410", "429", "500", "503", "cloudflare", "captive", "login", "empty"],
)  # fmt: skip
def test_N6_an_error_page_takes_nothing_away(home: Home, server: Server, answer: Reply) -> None:
    server.add("/login", Reply(b"<html><form>Log in</form></html>", type="text/html"))
    url = server.add("/feed", [Reply(rss("A"), etag='"good"'), answer])
    feed = home.follow(url)
    home.refresh()
    found = event(home, feed, "--force")
    assert (found["status"], bool(found["error"])) == ("failed", True)
    assert (home.feed(feed).url, [article.title for article in home.articles()]) == (url, ["A"])


@pytest.mark.parametrize(
    "type_", ["text/html", "text/plain", "application/octet-stream", "image/png", "nonsense", ""]
)
def test_N7_the_bytes_say_what_they_are_not_the_label(home: Home, server: Server, type_: str) -> None:
    feed = home.follow(server.add("/feed", Reply(rss("A"), type=type_)))
    assert event(home, feed)["status"] == "updated"


# ---------------------------------------------------------------- N8, N9: no certificate, no network


@pytest.mark.parametrize("trusted", [True, False], ids=["trusted", "untrusted"])
@pytest.mark.parametrize("name", ["127.0.0.1", "elsewhere.test"])
def test_N8_certificates_are_checked(home: Home, tmp_path: Path, trusted: bool, name: str) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    pem = tmp_path / "ca.pem"
    (authority if trusted else trustme.CA()).cert_pem.write_to_path(str(pem))
    with Server(tls=context) as secure:
        feed = home.follow(secure.add("/feed", Reply(rss("A"))))
        found = event(home, feed, environ={"SSL_CERT_FILE": str(pem)})
        good = trusted and name == "127.0.0.1"
        assert (found["status"], found["kind"]) == (("updated", None) if good else ("failed", "tls"))
        assert len(secure.log) == good


WITHOUT_NETWORK: tuple[list[str], ...] = (
    ["unshare", "-Urn"],
    ["unshare", "-n"],
    ["strace", "-fqqo", "/dev/null", "-e", "inject=connect,sendto,sendmmsg:error=ENETUNREACH"],
)


def offline() -> list[str]:
    """Words before a command that take the network away from it: whichever this machine lets us."""
    for words in WITHOUT_NETWORK:
        if shutil.which(words[0]) and not subprocess.run([*words, "true"], capture_output=True).returncode:
            return words
    pytest.skip("needs unshare with namespaces, or strace")


def test_N9_without_a_network_it_reads_and_blames_no_feed(home: Home, server: Server) -> None:
    cut = offline()
    home.follow(server.add("/feed", Reply(rss("A"))))
    home.refresh()
    ids = [home.follow(f"http://film{n}.test/feed", private=False) for n in range(3)]
    found = home.refresh("--force", before=cut)
    assert {event["kind"] for event in found.values()} <= {"connect", "resolve", "timeout"}
    with home.library() as library:
        assert {library.due(force=True, feed_ids=[n])[0].failures for n in ids} == {0}
    began = time.monotonic()
    assert "A" in home.run("list").out
    here = time.monotonic()
    assert "A" in home.run("list", before=cut).out
    assert time.monotonic() - here < 3 * (here - began) + 2, "no waiting for a network"


# ---------------------------------------------------------------- what many feeds have in common


def test_what_many_feeds_meet_with_is_said_once(home: Home, server: Server) -> None:
    for n in range(6):
        home.follow(f"http://127.0.0.1:1/{n}", title=f"Out of reach {n}")
    for n in range(2):
        home.follow(server.url(f"/missing{n}"), title=f"Missing {n}")
    ran = home.run("refresh")
    place = server.url("/missing").removeprefix("http://")
    assert (ran.code, ran.err.splitlines()) == (
        3,
        [
            "6 feeds (Out of reach 0, Out of reach 1, Out of reach 2, Out of reach 3, …): they could not be "
            "reached; check your connection.",
            *(
                f"Missing {n}: There is nothing at {place}{n} (404); check whether the feed has moved."
                for n in range(2)
            ),
        ],
    )
    home.later(2 * DAY)
    assert {event["error"] for event in home.refresh().values() if event["kind"] == "connect"} == {
        "127.0.0.1:1 could not be reached. It will be asked again later."
    }


def test_what_was_held_back_is_said_though_a_worker_dies_meanwhile(home: Home, server: Server) -> None:
    for n in range(3):
        home.follow(f"http://127.0.0.1:1/{n}", title=f"Out of reach {n}")
    home.follow(server.add("/poison", Reply(POISON)), title="Poison")
    call = "import sys; from reader.refresh import run; sys.exit(run(cpu_seconds=0.6))"
    done = subprocess.run(
        [sys.executable, "-c", call], capture_output=True, env={**os.environ, **home.environ}, check=False
    )
    assert sorted(done.stderr.decode().splitlines()) == [
        "3 feeds (Out of reach 0, Out of reach 1, Out of reach 2): they could not be reached; check your "
        "connection.",
        "Poison: Poison was given up, because it took more than 0.6 s of computing. It will be asked again "
        "tomorrow.",
    ]
