"""Whole articles in the reader: fetched with x, packed with P, played with e."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import Enclosure, View
from reader.paths import find
from reader.store.values import Answer
from reader.text.render import plain
from reader.ui.playing import player
from tests.made import begun
from tests.server import Reply, Server
from tests.ui.conftest import NOW, Reader, Start

PROSE = [
    f"Paragraph {n} of the piece tells of the harbour, the choir and the {n} boats." for n in range(1, 60)
]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A library where the child process looks for it, with nothing in it."""
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    paths = find()
    paths.create()
    paths.config_file.write_text("allow_private = true\n")
    with Library(begun(paths.library), clock=lambda: NOW) as library:
        yield library


def shelve(library: Library, *urls: str) -> int:
    feed = library.subscribe("https://film.example/feed", title="Film")
    trailer = (Enclosure("https://film.example/t.mp4", "video/mp4"),)
    entries = tuple(
        Entry(guid=url, url=url, title="The Salt Choir opens", published=NOW - 60 - n, enclosures=trailer)
        for n, url in enumerate(urls)
    )
    library.save_feed(feed.id, ParsedFeed(format="rss", title="Film", entries=entries), Answer(next_due=NOW))
    return feed.id


async def landed(reader: Reader) -> None:
    """Wait until the child process is gone and was heard."""
    await reader.until(lambda: not reader.main.pages._child.running)
    await reader.settle()


async def test_x_fetches_the_page_and_shows_it(start: Start, library: Library) -> None:
    body = "".join(f"<p>{text}</p>" for text in PROSE)
    with Server() as server:
        server.add("/a", Reply(f"<article><h1>T</h1>{body}</article>".encode(), type="text/html"))
        shelve(library, server.url("/a"))
        async with start() as reader:
            await reader.press("enter")
            assert [what for _, what in reader.main.hints.now()] == ["full text", "read on", "keys"]
            await reader.press("x")
            await landed(reader)
            assert plain(reader.main.article_view.document) == "\n".join(PROSE)
            assert ("x", "full text") not in reader.main.hints.now()
            assert reader.status == "The whole article is here, offline too."


async def test_x_while_another_page_is_fetched_comes_after_it(start: Start, library: Library) -> None:
    body = "".join(f"<p>{text}</p>" for text in PROSE)
    page, gate = f"<article><h1>T</h1>{body}</article>".encode(), threading.Event()
    with Server() as server:
        first = server.add("/a", Reply(page, type="text/html", gate=gate))
        shelve(library, first, server.add("/b", Reply(page, type="text/html")))
        async with start() as reader:
            await reader.press("x", "j", "x", "x")
            await reader.until(lambda: server.paths() == ["/a"])
            assert reader.status == "Pages are being fetched already."
            gate.set()
            await reader.until(lambda: server.paths() == ["/a", "/b"])
            await landed(reader)
            assert [library.article(key.id).has_full_text for key in library.keys(View("all"))] == [
                True,
                True,
            ]


async def test_x_says_why_there_is_no_more_and_the_article_does_too(start: Start, library: Library) -> None:
    with Server() as server:
        shelve(library, server.url("/gone"))
        async with start() as reader:
            await reader.press("enter", "x")
            await landed(reader)
            assert reader.status == "The page is gone (status 404)."
            assert "The page is gone (status 404)." in reader.screen_text().split("play", 1)[0]


async def test_pack_says_what_is_readable(start: Start, library: Library) -> None:
    with Server() as server:
        shelve(library, server.url("/gone"))
        async with start() as reader:
            await reader.press("P")
            await landed(reader)
            assert reader.status == "0 of 1 readable offline; 1 missing: 1 gone."


def test_a_player_gets_the_address_as_one_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("mpv", "vlc"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    url = "https://film.example/a b;rm -rf"
    assert player(url, "") == ["mpv", "--", url]
    assert player(url, "vlc --fullscreen") == ["vlc", "--fullscreen", url]
    assert player(url, "nothing-there") is None
    assert player(url, "vlc 'x") is None
