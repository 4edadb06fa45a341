"""T rows: what strangers write comes out as text, on every way out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from textual.widgets import Label

from reader.config import Config
from reader.library import Library
from reader.model import View
from reader.text.clean import clean
from reader.ui.app import ReaderApp
from reader.ui.writer import Writer
from tests.faults.conftest import HOSTILE, Home, Hostile, rss
from tests.faults.terminal import Terminal
from tests.server import Reply, Server

# What commands a terminal or reorders text; the newline and the tab are text.
LIVE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e0fff]"
)
SEQUENCE = re.compile(
    rb"\x1b(?:\[([<=>?]?)[0-9:;]*([ -/]*[@-~])|\](\d+)[^\x07\x1b]*(?:\x07|\x1b\\)|([PX^_])|([ -/]*[0-~]))"
)


def kinds(written: bytes) -> set[tuple[bytes, ...]]:
    """The kinds of escape sequences in what a program wrote, whatever their numbers."""
    return {tuple(part or b"" for part in found.groups()) for found in SEQUENCE.finditer(written)}


def strangers(written: bytes) -> str:
    """What is left of it when the sequences and line ends are gone: only text may be."""
    return SEQUENCE.sub(b"", written).replace(b"\r", b"").decode("utf-8", "replace")


def tour(terminal: Terminal, articles: int) -> bytes:
    """Go through the list and the articles, one after the other."""
    terminal.wait(" All", "TODAY")
    for _ in range(articles):
        terminal.type("\rhj")
        terminal.drain(0.06)
    terminal.type("HL")
    terminal.drain(0.2)
    terminal.type("\x1b/live\r")
    return terminal.drain(0.3)


def setting(home: Home) -> None:
    home.paths.create()
    home.paths.config_file.write_text('start_view = "all"\nauto_refresh = false\n')


@pytest.fixture(scope="module")
def seen(hostile: Hostile, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """What the reader writes on a tour of the hostile feeds, and on one of a plain feed."""
    plain = Home(tmp_path_factory.mktemp("plain"))
    with Server() as server:
        item = "<enclosure url='https://film.test/a.mp4' type='video/mp4'/>"
        plain.follow(server.add("/", Reply(rss(*(f"Plain {n}" for n in range(40)), inside=item))))
        plain.refresh()
    evil = Home(tmp_path_factory.mktemp("evil"))
    with Server() as server:
        for name in hostile.ids:
            if name.startswith(("term_", "markup_", "html_evil", "link_")):
                evil.follow(server.add(f"/{name}", Reply((HOSTILE / name).read_bytes())))
        evil.refresh()
    written = []
    for home, articles in ((evil, len(evil.articles())), (plain, 6)):
        setting(home)
        with home.terminal(size=(140, 40)) as terminal:
            written.append(tour(terminal, articles))
    return written[0], written[1]


def test_T1_no_sequence_reaches_the_terminal_that_plain_text_lacks(seen: tuple[bytes, bytes]) -> None:
    hostile, plain = seen
    assert hostile.count(b"MARK") > 30
    assert kinds(hostile) - kinds(plain) == set()
    assert LIVE.findall(strangers(hostile)) == []


def test_T5_no_title_of_a_window_and_no_notification_is_made_of_data(seen: tuple[bytes, bytes]) -> None:
    """OSC 0 to 2, 9, 99 and 777: the reader has no such way out."""
    commands = {number for written in seen for number in re.findall(rb"\x1b\](\d+)", written)}
    assert commands & {b"0", b"1", b"2", b"9", b"99", b"777"} == set()


def test_T1_what_commands_write_is_text(hostile: Hostile) -> None:
    ids = [str(article.id) for name in hostile.ids if "term" in name for article in hostile.articles(name)]
    ran = [hostile.home.run(*words) for words in (["list", "--limit", "3000"], ["feeds"], ["export", "opml"])]
    ran += [
        hostile.home.run("show", ids[n], form) for n, form in enumerate(["--text", "--markdown", "--html"])
    ]
    assert [each.code for each in ran] == [0] * len(ran)
    assert {found for each in ran for found in LIVE.findall(each.out + each.err)} == set()
    assert len(ids) > 15


def test_T1_errors_and_progress_are_text(home: Home, server: Server) -> None:
    evil = "%1b]0;x%07\u202e\x9b31m"
    home.follow(
        server.add("/a", Reply(b"<html>\x1b]52;c;eA==\x07", type="text/html\x1b[2J")), title="\x1b[2JTitle"
    )
    home.follow(server.url(f"/{evil}"))
    with home.terminal("refresh") as terminal:
        terminal.ended()
        assert kinds(terminal.bytes) <= {(b"", b"K", b"", b"", b"")}
        assert LIVE.findall(strangers(terminal.bytes)) == []
    ran = home.run("refresh", "--force", "--json")
    assert LIVE.findall(ran.out + ran.err) == []


def test_T2_references_wrapped_in_references_are_cleaned(home: Home, server: Server) -> None:
    titles = (
        "&amp;#27;[2J",
        "<![CDATA[&#27;[2J&#x9b;31m&#x202e;]]>",
        "&amp;amp;#x1b;[2J",
        "&lt;b&gt;&amp;#27;]0;x&amp;#7;",
    )
    home.follow(server.add("/", Reply(rss(*titles))))
    home.refresh()
    assert len(home.articles()) == 4
    with home.library() as library:
        stored = library._db.rows("SELECT title, summary, authors, categories FROM article")
    assert LIVE.findall("".join(field for row in stored for field in row)) == []


def test_T2_references_are_cleaned_after_they_are_decoded(hostile: Hostile) -> None:
    found = hostile.articles("term_charref.xml")
    assert found
    assert [LIVE.findall(article.title + article.summary) for article in found] == [[]] * len(found)


@pytest.mark.parametrize("name", ["rlo", "isolate", "zwsp", "combining", "tags", "bell_bs_cr"])
def test_T3_nothing_reorders_hides_or_overwrites(hostile: Hostile, name: str) -> None:
    for article in hostile.articles(f"term_{name}.xml"):
        assert article.title == clean(article.title)
        assert re.search("[\u202a-\u202e\u2066-\u2069\u200b\U000e0000-\U000e0fff\b\r]", article.title) is None
        assert re.search("[\u0300-\u036f]{9}", article.title) is None


async def test_T4_markup_is_letters_and_no_cell_acts(hostile: Hostile) -> None:
    names = [name for name in hostile.ids if name.startswith("markup_")]
    wanted = {article.title for name in names for article in hostile.articles(name)}
    assert any("@click" in title for title in wanted)
    with Library(hostile.home.paths.library, clock=hostile.home.now) as library:
        writer = Writer()
        app = ReaderApp(library, Config(auto_refresh=False, start_view="all"), writer)
        try:
            async with app.run_test(size=(160, 48)) as pilot:
                found = [i for i in [key.id for key in library.keys(View("all"), limit=5000)]
                         if library.article(i).title in wanted]  # fmt: skip
                for article_id in found:
                    app.main_screen.read.show(article_id)
                    await pilot.pause()
                    shown = "".join("".join(s.text for s in strip) for strip in strips(app))
                    assert library.article(article_id).title.split()[0][:12] in shown
                    assert acts(app) == []
        finally:
            app.main_screen.refreshing.close()
            writer.close()


def strips(app: ReaderApp):
    return app.screen._compositor.render_strips()


def acts(app: ReaderApp) -> list[object]:
    """What a click on any cell would do, or open."""
    return [
        segment.style.meta or segment.style.link
        for strip in strips(app)
        for segment in strip
        if segment.style
        and (
            any(key.startswith("@") and not key.startswith("@mouse.") for key in segment.style.meta)
            or segment.style.link
        )
    ]


EVIL = "[@click=app.bell]Heat[/] \x1b]52;c;eA==\x07\u202etxt"


async def test_T5_clipboard_and_notices_are_cleaned(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        writer = Writer()
        app = ReaderApp(library, Config(auto_refresh=False), writer, outlets=[])
        try:
            async with app.run_test(notifications=True) as pilot:
                app.copy_to_clipboard(EVIL)
                app.notify(EVIL, title=EVIL)
                app.screen.mount(Label(EVIL, markup=False))
                await pilot.pause()
                shown = "".join(segment.text for strip in strips(app) for segment in strip)
                assert (LIVE.findall(app.clipboard), LIVE.findall(shown), acts(app)) == ([], [], [])
                assert "[@click=app.bell]Heat" in shown
        finally:
            writer.close()


def test_T5_json_and_the_log_are_live_nowhere(home: Home, server: Server) -> None:
    home.follow(server.add("/a", Reply(b"<html>\x1b[2J\xc2\x9b\xe2\x80\xae", type="text/html")), title=EVIL)
    home.follow(server.add("/b", Reply(rss("B"))), title="\u202e\x9b", folder="\x07\U000e0041")
    home.refresh()
    ran = home.run("feeds", "--json")
    assert LIVE.findall(ran.out) == []
    assert {feed["title"] for feed in ran.json} == {EVIL, "\u202e\x9b"}
    assert LIVE.findall(home.paths.log.read_text()) == []
    assert json.loads(home.run("list", "--json").out)[0]["title"] == "B"


def test_T6_what_is_monstrous_is_cut(home: Home, server: Server) -> None:
    author = f"<author>{'B' * 5000}</author><category>{'C' * 5000}</category>"
    guid = "g" * 200_000
    feed = rss("A" * 20_000, name="N" * 20_000, inside=author).replace(b"g-0", guid.encode())
    home.follow(server.add("/", Reply(feed)))
    home.refresh()
    (article,) = home.articles()
    lengths = (len(article.title), len(article.feed_title), *map(len, article.authors + article.categories))
    assert max(lengths) <= 1000
    assert max(map(len, article.authors), default=0) <= 200
    with home.library() as library:
        assert library._db.value("SELECT max(length(guid)) FROM article") <= 1100
