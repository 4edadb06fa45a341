"""N, P, T and S rows once more, where articles' own pages come in and texts go out."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
from html import escape
from pathlib import Path
from typing import Any

import pytest
import trustme

from reader.text.render import plain
from tests.faults.conftest import Home, clean_environ, rss
from tests.faults.test_text import EVIL, LIVE
from tests.server import Reply, Server, redirect

WORDS = "The harbour, the choir and the boats of a small town, told at length by its people. "


def page(body: str) -> Reply:
    text = f"<html><head><title>T</title></head><body>{body}</body></html>"
    return Reply(text.encode(), type="text/html; charset=utf-8")


ARTICLE = page("<article><h1>T</h1>" + f"<p>{WORDS}</p>" * 20 + "</article>")


def linked(home: Home, server: Server, *links: str) -> None:
    """Follow a feed of an article for each address."""
    items = "".join(
        f"<item><guid>{n}</guid><title>T{n}</title><description>Short.</description>"
        f"<link>{escape(link)}</link></item>"
        for n, link in enumerate(links)
    )
    home.follow(server.add("/feed", Reply(f"<rss><channel>{items}</channel></rss>".encode())))
    home.refresh()


def packed(home: Home, **more: Any) -> dict[str, str | None]:
    """Fetch the pages of every article; return what kept each from coming, by its title."""
    ran = home.run("pack", "is:unread OR is:read", "--events", **more)
    assert (ran.code, ran.err) == (0, "")
    titles = {article.id: article.title for article in home.articles()}
    return {titles[e["article_id"]]: e["problem"] for e in ran.events if e["event"] == "page"}


def test_packing_says_as_one_object_what_is_missing_and_why(home: Home, server: Server) -> None:
    server.add("/page", ARTICLE)
    linked(home, server, server.url("/page"), ODD)
    ran = home.run("pack", "is:unread OR is:read", "--json")
    told = json.loads(ran.out)
    ids = {article.title: article.id for article in home.articles()}
    (missing,) = told.pop("articles")
    assert (ran.code, ran.err, told) == (
        0, "", {"wanted": 2, "readable": 1, "missing": {"failed": 1}, "why": {}},
    )  # fmt: skip
    assert missing.pop("error").endswith(".")
    assert missing == {"article_id": ids["T1"], "title": "T1", "url": ODD, "problem": "failed"}
    none = {"wanted": 0, "readable": 0, "missing": {}, "why": {}, "articles": []}
    assert json.loads(home.run("pack", "nosuchword", "--json").out) == none


# ---------------------------------------------------------------- N1: nobody is let in


def test_N1_an_article_does_not_lead_into_the_local_network(home: Home, server: Server) -> None:
    """Its feed may be private, which is leave for its own place alone; a page may not lead out of it."""
    with Server() as inside:
        secret = inside.add("/admin", ARTICLE)
        server.add("/led", redirect(secret))
        server.add("/own", ARTICLE)
        hosts = ("localhost", "127.1", "2130706433", "[::ffff:127.0.0.1]")
        elsewhere = [inside.url("/admin", host) for host in hosts]
        linked(home, server, server.url("/own"), server.url("/led"), secret, *elsewhere)
        found = packed(home)
        assert found == {"T0": None, **{f"T{n}": "private" for n in range(1, 7)}}
        assert inside.log == []


def test_N1_behind_a_proxy_an_article_does_not_lead_into_the_local_network(
    home: Home, server: Server
) -> None:
    hosts = ("10.1", "0xa9fea9fe", "nas.local", "router", "db.internal")
    for host in (*hosts, "film.test"):
        server.add(f"http://{host}/a", ARTICLE)
    linked(home, server, *(f"http://{host}/a" for host in hosts), "http://film.test/a")
    found = packed(home, environ={"http_proxy": server.url("").rstrip("/")})
    assert found == {**{f"T{n}": "private" for n in range(5)}, "T5": None}
    assert server.paths() == ["/feed", "http://film.test/a"]


ODD = "http://ü..example/a"
"""Browsers know how to spell it; no name server can be asked for it."""


def test_an_address_that_is_none_costs_no_other_page(home: Home, server: Server) -> None:
    server.add("/page", ARTICLE)
    linked(home, server, ODD, server.url("/page"))
    assert packed(home) == {"T0": "failed", "T1": None}


def test_an_address_that_is_none_keeps_no_refresh_from_its_end(home: Home, server: Server) -> None:
    server.add("/page", ARTICLE)
    linked(home, server, ODD, server.url("/page"))
    (home.paths.library.parent / "backups").rename(home.root / "of before")
    with home.library() as library:
        library.edit_feed(1, full_text="always")
    ran = home.run("refresh")
    assert (ran.code, ran.err) == (0, "")
    assert {article.title: article.has_full_text for article in home.articles()} == {"T0": False, "T1": True}
    assert len(list((home.paths.library.parent / "backups").iterdir())) == 1


# ---------------------------------------------------------------- N2: from https to http


def test_N2_a_feed_that_leads_from_https_to_http_is_read_and_the_person_warned(
    home: Home, server: Server, tmp_path: Path
) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    pem = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(pem))
    environ = {"SSL_CERT_FILE": str(pem)}
    home.paths.create()
    home.paths.config_file.write_text("allow_private = true\n")
    with Server(tls=context) as secure:
        url = secure.add("/feed", redirect(server.add("/feed", Reply(rss("A"))), 301))
        added = home.run("add", url, environ=environ)
        assert (added.code, "from https to http" in added.out) == (0, True)
        assert home.feed(1).url == url, "what was safe is not given up"
        home.later(100_000)
        home.refresh("--force", environ=environ)
        home.later(100_000)
        home.refresh("--force", environ=environ)
        assert home.feed(1).url == url
        assert "from https to http" in home.run("feeds").out


# ---------------------------------------------------------------- P3, P6: no text lost


@pytest.mark.parametrize(
    "odd", ["&#27;[2J", "&#x1b;", "&#8", "&#0;", "\0\x1b", "&#xD800;", "&#x110000;", "\ufffe"]
)
def test_P3_a_character_that_no_text_holds_costs_no_article(home: Home, server: Server, odd: str) -> None:
    server.add("/page", page(f"<article><h1>T</h1><p>{WORDS * 20}{odd}</p></article>"))
    linked(home, server, server.url("/page"))
    assert packed(home) == {"T0": None}
    assert "the choir" in home.run("show", "1").out


@pytest.mark.parametrize("levels", [10, 254, 300, 5000])
def test_P6_no_depth_empties_a_page(home: Home, server: Server, levels: int) -> None:
    deep = "<div>" * levels + f"<p>{WORDS * 10}</p>" + "</div>" * levels
    server.add("/page", page(f"<article><h1>T</h1>{deep}</article>"))
    linked(home, server, server.url("/page"))
    problem = packed(home)["T0"]
    said = home.run("show", "1").out
    assert "Short." in said or "the choir" in said
    assert problem is not None or "the choir" in said


def test_P6_a_page_that_is_poison_takes_nothing_and_stops_no_other(home: Home, server: Server) -> None:
    poison = "<p " + " ".join(f"a{n}=x" for n in range(150_000)) + ">x</p>"
    bad = [page(poison), Reply(b"\0" * 5000, type="text/html"), page("<p>" * 100_000), page("")]
    # A host each, as one host is asked every two seconds.
    hosts = ("127.0.0.1", "localhost", "127.1", "2130706433", "a.localhost")
    for n, reply in enumerate((*bad, ARTICLE)):
        server.add(f"/{n}", reply)
    home.paths.create()
    home.paths.config_file.write_text("allow_private = true\n")
    linked(home, server, *(server.url(f"/{n}", host) for n, host in enumerate(hosts)))
    call = (
        "import sys; from reader.paths import find; from reader.refresh.packing import run; "
        "sys.exit(run('is:unread OR is:read', json=True, paths=find(), cpu_seconds=1))"
    )
    environ = {**clean_environ(), **home.environ}
    done = subprocess.run([sys.executable, "-c", call], env=environ, capture_output=True, check=True)
    assert done.stderr == b""
    with home.library() as library:
        texts = {a.title: plain(library.document(a.id)) for a in library.search("")}
        why = {a.title: library.article(a.id).no_page for a in library.search("")}
    assert {name for name, text in texts.items() if text == "Short."} == {f"T{n}" for n in range(4)}
    assert {name for name, sentence in why.items() if sentence} == {f"T{n}" for n in range(4)}


# ---------------------------------------------------------------- T5, S12: what goes out


def test_T5_what_goes_out_of_an_evil_article_is_text(home: Home, server: Server) -> None:
    evil = escape(EVIL.replace("\x1b", "&#27;").replace("\x07", "&#7;"), quote=False).replace("&amp;#", "&#")
    body = escape(f"<p>{evil}</p><p>\u009b2J {WORDS}</p><a href='javascript:x'>{evil}</a>")
    feed = rss(f"&#x9b;{evil}", inside=f"<content>{body}</content>", name=evil)
    home.follow(server.add("/feed", Reply(feed)))
    home.refresh()
    home.paths.config_file.parent.mkdir(exist_ok=True)
    home.paths.config_file.write_text("auto_refresh = false\n")
    home.run("bookmark", "1", "--note", EVIL.replace("\x00", ""), "--tag", "\x1b[2Jx")
    here = home.root / "here"
    here.mkdir()
    with home.terminal(cwd=here) as terminal:
        terminal.wait("Heat")
        terminal.type("S")
        terminal.wait("Saved as")
    ways = [
        home.run("show", "1", *form).out
        for form in ((), ("--markdown",), ("--html",), ("--text",), ("--json",))
    ]
    ways += [home.run("bookmarks", *form).out for form in ((), ("--json",))]
    ways += [home.run("list").out, home.run("export", "opml").out]
    ways += [file.read_text() for file in here.iterdir()]
    assert [LIVE.findall(out) for out in ways] == [[]] * 10
    assert all("Heat" in out for out in ways)


def test_S12_bookmarks_come_out_whole_and_are_the_same_after_restore(home: Home, server: Server) -> None:
    home.follow(server.add("/feed", Reply(rss("One", "Two"))))
    home.refresh()
    home.run("bookmark", "1", "--tag", "film", "--tag", "später", "--note", "a “note”\nof two lines")
    home.run("bookmark", "2")
    out = home.run("bookmarks", "--json")
    first = {each["article_id"]: each for each in out.json}[1]
    assert (first["tags"], first["note"]) == (["film", "später"], "a “note”\nof two lines")
    assert (first["title"], "About 1." in first["text"]) == ("Two", True)
    texts = [home.run("show", "1", form).out for form in ("--markdown", "--html")]
    file = home.root / "mine.db"
    home.run("backup", str(file))
    other = Home(home.root / "other")
    other.paths.create()
    for _ in range(2):
        assert other.run("restore", str(file)).code == 0
        assert json.loads(other.run("bookmarks", "--json").out) == out.json
        assert [other.run("show", "1", form).out for form in ("--markdown", "--html")] == texts
