"""P rows: one poisonous feed is one failed feed, and one bad byte is one bad letter."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.text.render import as_text
from tests.conftest import need
from tests.faults.conftest import HOUR, Home, Hostile, rss
from tests.server import Reply, Server

DAY = 24 * HOUR
POISON = b"<rss><channel><item " + b" ".join(b"a%d='x'" % n for n in range(60_000)) + b"><title>x</title>"


@pytest.mark.parametrize("name", ["lol", "xxe_file", "xxe_http", "ext_dtd", "param_ent"])
def test_P1_no_entity_is_expanded_and_nothing_loaded(hostile: Hostile, name: str) -> None:
    found = hostile.articles(f"xml_{name}.xml")
    said = "".join(article.title + article.summary for article in found)
    assert ("root:" in said, "lollollol" in said, len(said) < 5000) == (False, False, True)


DOCTYPES = (
    '<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
    "<!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/'> %p;]>",
    "<!-- <!DOCTYPE x> --><!DOCTYPE rss [<!ENTITY e 'EXPANDED'>]>",
    "<?x ?>\n<!doctype rss [<!ENTITY e 'EXPANDED'>\n]>",
    "<!DOCTYPE rss SYSTEM 'a>b' [<!ENTITY e \"EXP]>ANDED\">]>",
)


@pytest.mark.parametrize("doctype", DOCTYPES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_P1_no_doctype_trick_reaches_a_parser(
    home: Home, server: Server, doctype: str, encoding: str
) -> None:
    body = f"<?xml version='1.0'?>{doctype}<rss><channel><item><title>T &e;</title></item></channel></rss>"
    home.follow(server.add("/f", Reply(body.encode(encoding))))
    home.refresh()
    said = "".join(article.title + article.summary for article in home.articles())
    assert said == "T &e;", "what is not expanded stays as it was written"
    assert ("EXPANDED" in said, Path("/etc/hostname").read_text().strip() in said.split()) == (False, False)


def test_P1_no_file_is_opened_for_a_feed(home: Home, server: Server) -> None:
    need("strace")
    for n, doctype in enumerate(DOCTYPES[:2]):
        body = f"{doctype}<rss><channel><item><title>T &e;</title></item></channel></rss>"
        home.follow(server.add(f"/{n}", Reply(body.replace("hostname", "newsreel-probe").encode())))
    trace = home.root / "trace"
    home.run("refresh", before=["strace", "-f", "-e", "trace=openat,open,connect", "-o", str(trace)])
    text = trace.read_text()
    assert "library.db" in text
    assert ("newsreel-probe" in text, "htons(1)" in text) == (False, False)


def test_P2_poison_fails_alone_and_the_next_hour_is_no_different(home: Home, server: Server) -> None:
    ids = [home.follow(server.add(f"/{n}", Reply(rss(f"T{n}")))) for n in range(20)]
    poison = home.follow(server.add("/poison", Reply(POISON)))
    call = "import sys; from reader.refresh import run; sys.exit(run(json=True, cpu_seconds=0.6))"

    def refresh() -> dict[int, str]:
        done = subprocess.run(
            [sys.executable, "-c", call],
            capture_output=True, env={**os.environ, **home.environ}, check=False,
        )  # fmt: skip
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        return {each["feed_id"]: each["status"] for each in lines if each["event"] == "feed"}

    assert refresh() == {**dict.fromkeys(ids, "updated"), poison: "failed"}
    assert "computing" in (home.feed(poison).error or "")
    assert 23 * HOUR < (home.feed(poison).next_due or 0) - time.time() < 25 * HOUR
    home.later(HOUR + 60)
    assert set(refresh()) == set(ids), "backed off: it is not even asked"


@pytest.mark.parametrize("name", ["enc_" + n for n in (
    "bom_bom", "cp1252_claims_utf8", "latin1_nodecl", "nul", "overlong", "unknown", "utf16_claims_utf8",
    "utf16le", "utf32", "utf8_claims_utf16", "ws_before_decl",
)])  # fmt: skip
def test_P3_one_bad_byte_is_one_bad_letter(hostile: Hostile, name: str) -> None:
    assert hostile.articles(f"{name}.xml")


@pytest.mark.parametrize("name", ["empty", "html", "png", "gzip_raw"])
def test_P4_what_is_no_feed_fails_with_a_reason(hostile: Hostile, name: str) -> None:
    found = hostile.events[hostile.ids[f"not_{name}.xml"]]
    assert (found["status"], hostile.articles(f"not_{name}.xml")) == ("failed", [])
    assert re.search("image|nothing at all|HTML page|compressed|plain text", found["error"])


@pytest.mark.parametrize("name", ["trunc_mid", "trunc_utf8", "junk_after", "two_roots"])
def test_P4_what_breaks_off_is_kept_and_asked_for_whole(hostile: Hostile, name: str) -> None:
    assert hostile.articles(f"{name}.xml")
    with hostile.home.library() as library:
        (state,) = library.due(force=True, feed_ids=[hostile.ids[f"{name}.xml"]])
    assert state.etag is None


def test_P5_dates_are_sane_and_the_order_is_stable(hostile: Hostile) -> None:
    now = hostile.home.now()
    every = [a for name in hostile.ids if name.startswith("date_") for a in hostile.articles(name)]
    assert len(every) >= 13
    assert [a.published for a in every if a.published and not 631_152_000 <= a.published <= now + DAY] == []
    before = [a.id for a in hostile.home.articles()]
    hostile.home.refresh("--force")
    assert [a.id for a in hostile.home.articles()] == before


def test_P6_deep_and_evil_html_is_text_and_loses_none(hostile: Hostile) -> None:
    with hostile.home.library() as library:
        texts = {
            name: "".join(as_text(library.document(a.id)) for a in hostile.articles(name))
            for name in ("html_deep10k.xml", "html_evil.xml")
        }
    assert len(texts["html_deep10k.xml"].strip()) > 0
    assert re.search(r"alert\(|<script|javascript:|expression\(", texts["html_evil.xml"]) is None


@pytest.mark.parametrize("levels", [100, 254, 300, 5000])
@pytest.mark.parametrize("where", ["html", "xml"])
def test_P6_no_depth_empties_a_text(home: Home, server: Server, levels: int, where: str) -> None:
    inner = "<div>" * levels + "THE WORDS" + "</div>" * levels
    body = (
        inner.replace("<", "&lt;")
        if where == "html"
        else f'<div xmlns="http://www.w3.org/1999/xhtml">{inner}</div>'
    )
    tag = "description" if where == "html" else "body"
    item = f"<item><title>T</title><{tag}>{body}</{tag}></item>"
    home.follow(server.add("/f", Reply(f"<rss><channel>{item}</channel></rss>".encode())))
    (found,) = home.refresh().values()
    assert found["status"] == "updated"
    assert "THE WORDS" in home.run("show", "1").out


def test_P7_the_newest_500_are_kept_and_the_person_told(home: Home, server: Server) -> None:
    feed = home.follow(server.add("/f", Reply(rss(*(f"T{n}" for n in range(3000))))))
    ran = home.run("refresh")
    assert (
        ran.err == "Outlet: It sent so many articles that the 2500 oldest were left out.\n"
        or "2500" in ran.err
    )
    assert home.feed(feed).total == 500
    assert home.refresh("--force")[feed]["left_out"] == 2500
    assert "2500" in home.paths.log.read_text()
    assert "It sends 3,000 articles at once; only the newest 500 are kept." in home.run("feeds").out
