"""C rows: nothing a stranger wrote is run, opened, included, or fetched."""

from __future__ import annotations

import json
import re
import sys
import time
from html import escape
from pathlib import Path

import pytest

from tests.faults.conftest import HOSTILE, Home, Hostile, rss
from tests.server import Reply, Server

BROWSER = "#!{python}\nimport json, os, sys\nopen({out!r}, 'a').write(json.dumps(sys.argv[1:]) + chr(10))\n"


def browser(home: Home) -> tuple[str, Path]:
    """A browser that writes down what it was given."""
    out, script = home.root / "argv", home.root / "fakebrowser"
    script.write_text(BROWSER.format(python=sys.executable, out=str(out)))
    script.chmod(0o755)
    return str(script), out


@pytest.mark.parametrize(
    "link", ["http://x/$(touch pwned)`touch pwned`;touch pwned|'\"&", "http://x/--help", "-x"]
)
def test_C1_a_link_is_one_word_of_a_command_and_never_a_shells(home: Home, server: Server, link: str) -> None:
    home.paths.create()
    home.paths.config_file.write_text("auto_refresh = false\n")
    entry = link.replace("&", "&amp;").replace("<", "&lt;")
    body = f"<rss><channel><item><title>$(touch pwned)</title><link>{entry}</link></item></channel></rss>"
    home.follow(server.add("/", Reply(body.encode())))
    home.refresh()
    command, out = browser(home)
    with home.terminal(environ={"BROWSER": command, "DISPLAY": ""}, size=(100, 24)) as terminal:
        terminal.wait("touch pwned")
        terminal.type("o")
        terminal.wait("Opened")  # `-x` is a page beside the feed
        deadline = time.monotonic() + 5
        while not (out.exists() and out.read_text().endswith("\n")) and time.monotonic() < deadline:
            terminal.take(0.05)
    given = [json.loads(line) for line in out.read_text().splitlines()]
    assert [len(words) for words in given] == [1]
    assert all(
        word.startswith("http") and not set(word) & set(" `;|\"'<>\\") - {"'", ";"}
        for words in given
        for word in words
    )
    assert not list(home.root.rglob("pwned")) + list(Path.cwd().glob("pwned"))


def test_C1_the_pipe_runs_what_the_person_typed_with_the_article_on_stdin(home: Home, server: Server) -> None:
    home.paths.create()
    home.paths.config_file.write_text("auto_refresh = false\n")
    home.follow(server.add("/", Reply(rss("$(touch pwned) `touch pwned`"))))
    home.refresh()
    with home.terminal(environ={"PAGER": ""}, cwd=home.root) as terminal:
        terminal.wait("touch pwned")
        terminal.type("|")
        terminal.wait("Pipe the text")
        terminal.type("cat > piped\r")
        terminal.wait("Enter goes back")
        terminal.type("\r")
        terminal.drain(0.2)
    assert "$(touch pwned) `touch pwned`" in (home.root / "piped").read_text()
    assert not list(home.root.rglob("pwned"))


def test_C2_links_are_web_addresses_or_no_links(hostile: Hostile) -> None:
    with hostile.home.library() as library:
        every = library.search("", limit=3000)
        urls = [article.url for article in every if article.url]
        links = [link for article in every for link in library.document(article.id).links]
    assert len(urls) > 100
    assert [url for url in [*urls, *links] if not url.startswith(("http://", "https://"))] == []


OPML = """<opml version="2.0"><body>
<outline text="a" xmlUrl="|touch pwned"/><outline text="b" xmlUrl="exec:touch pwned"/>
<outline text="c" xmlUrl="filter:touch pwned:http://x/"/><outline text="d" xmlUrl="file:///etc/passwd"/>
<outline text="e" xmlUrl="http://x/feed" filtercmd="touch pwned"/>
<outline text="f" type="include" url="{url}"/><outline text="g" type="link" url="{url}"/>
<outline text="i" xmlUrl="exec://x/feed"/><outline text="j" xmlUrl="file://host/etc/passwd"/>
<outline text="h" xmlUrl="http://y/feed"/></body></opml>"""
URLS = """exec:"touch pwned"
filter:"touch pwned":http://x/
query:all:unread = "yes"
file:///etc/passwd
exec://x/feed
include {url}
http://y/feed
"""


@pytest.mark.parametrize("text", [OPML, URLS], ids=["opml", "urls"])
def test_C3_a_list_of_feeds_runs_nothing_and_includes_nothing(home: Home, server: Server, text: str) -> None:
    url = server.add("/more.opml", Reply(b'<opml><body><outline xmlUrl="http://z/feed"/></body></opml>'))
    file = home.root / "list"
    file.write_text(text.format(url=url))
    ran = home.run("import", str(file), "--json")
    assert ran.code == 0
    assert {feed["url"] for feed in ran.json["added"]} <= {"http://x/feed", "http://y/feed"}
    assert len(ran.json["skipped"]) >= 4
    assert (server.log, list(home.root.rglob("pwned"))) == ([], [])


def test_C3_a_line_without_end_keeps_nobody_waiting(home: Home) -> None:
    file = home.root / "urls"
    file.write_text(f'http://x/feed "{"a" * 5_000_000}\nhttp://y/feed film\n')
    ran = home.run("import", str(file), "--json")
    assert ([feed["url"] for feed in ran.json["added"]], len(ran.json["skipped"])) == (["http://y/feed"], 1)


def test_C3_the_hostile_lists_of_others(home: Home, shared: Path) -> None:
    folder = shared / "corpora/opml-samples/odd-made-here"
    small = [file for file in folder.iterdir() if file.stat().st_size < 50_000 and "hostile" in file.name]
    assert small
    for file in sorted(small):
        ran = home.run("import", str(file), "--json")
        assert (ran.code in (0, 1), "Traceback" in ran.err) == (True, False)
    feeds = home.run("feeds", "--json").json
    assert {feed["url"].partition(":")[0] for feed in feeds} <= {"http", "https"}


@pytest.mark.parametrize(("images", "asked"), [("off", ["/"]), ("lead", ["/", "/beacon.gif"])])
def test_C5_reading_asks_for_nothing_but_the_leading_picture(
    home: Home, server: Server, images: str, asked: list[str]
) -> None:
    picture = server.url("/beacon.gif")
    tags = ("<p>Text<img src='{}'>", "<iframe src='{}'></iframe>", "<link rel=prefetch href='{}'>")
    body = escape("".join(tag.format(picture) for tag in tags))
    item = f"<description>{body}</description><enclosure url='{picture}' type='image/gif'/>"
    home.follow(server.add("/", Reply(rss("One", "Two", inside=item))))
    home.refresh()
    home.paths.config_file.write_text(f"auto_refresh = false\nallow_private = true\nimages = '{images}'\n")
    with home.terminal(size=(140, 40)) as terminal:
        terminal.wait("One")
        terminal.type("\r")
        terminal.drain(0.3)
        terminal.type("hj\r u")
        for _ in range(60):  # on a busy machine a picture is asked for late
            terminal.drain(0.3)
            if server.paths()[-1] == asked[-1]:
                break
    home.run("show", "1")
    home.run("show", "2", "--html")
    assert list(dict.fromkeys(server.paths())) == asked


def test_C5_a_refresh_asks_for_the_feeds_and_nothing_else(hostile: Hostile) -> None:
    asked = {path.lstrip("/") for path in hostile.server.paths()}
    assert asked == {file.name for file in HOSTILE.iterdir()}


def test_S17_files_that_are_written_have_names_of_ours(home: Home, server: Server) -> None:
    body = rss("../../x", "/etc/passwd", "CON", "a" * 300, name="../../../pwned")
    home.follow(server.add("/../../pwned", Reply(body)), title="../../pwned", folder="../../pwned")
    home.refresh()
    names = {file.name for file in home.root.rglob("*") if file.is_file()}
    assert {
        n for n in names if not n.startswith(("library.db", "newsreel.log", "refresh.lock", "20"))
    } == set()
    assert not (home.root.parent / "pwned").exists()


def test_C4_a_saved_article_has_a_name_of_letters_and_replaces_nothing(home: Home, server: Server) -> None:
    home.paths.create()
    home.paths.config_file.write_text("auto_refresh = false\n")
    titles = ("../../x", "/etc/passwd", "CON", "a" * 300, "b; touch pwned", ".bashrc", "映画", "%2e%2e%2fx")
    home.follow(server.add("/feed", Reply(rss(*titles))))
    home.refresh()
    here = home.root / "here"
    here.mkdir()
    with home.terminal(cwd=here) as terminal:
        terminal.wait("../../x")
        for _ in titles:
            terminal.type("S")
            terminal.wait("Saved as")
            terminal.type("j")
            terminal.drain(0.1)
    files = list(here.iterdir())
    assert len(files) == len(titles)
    assert [file.name for file in files if not re.fullmatch(r"[a-z0-9-]{1,70}\.md", file.name)] == []
    assert not list(home.root.rglob("x-*")) or {file.parent for file in home.root.rglob("*.md")} == {here}
