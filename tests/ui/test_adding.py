"""Adding an address on this computer: the reader asks first."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from reader.feeds.outlets import Outlet
from reader.library import Library
from reader.store.values import Answer
from tests.server import Reply, Server, redirect
from tests.ui.conftest import NOW, Reader, Start

RSS = b"<rss version='2.0'><channel><title>At home</title><item><title>One</title></item></channel></rss>"


async def until(reader: Reader, *texts: str) -> None:
    try:
        await reader.until(lambda: all(text in reader.screen_text() for text in texts))
    except TimeoutError:
        raise AssertionError(reader.screen_text()) from None


async def test_an_address_on_this_computer_is_asked_about(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path / "home"))
    found = paths.find()
    found.create()
    with Server() as server, Library(found.library) as home:
        url = server.add("/feed", Reply(RSS))
        away = server.add("/away", redirect("http://10.0.0.1/feed"))
        async with start(over=home, outlets=[]) as reader:
            await reader.press("escape", "a", f"paste:{url}", "enter")
            await until(reader, "127.0.0.1 is on this computer", "Enter", "follows it")
            assert home.feeds() == []
            await reader.press("enter")
            await until(reader, "Subscribed to At home")
            await reader.press("a", f"paste:{away}", "enter")
            await until(reader, "127.0.0.1 is on this computer")
            await reader.press("enter")
            await until(reader, "10.0.0.1 is on this computer")
            assert [feed.title for feed in home.feeds()] == ["At home"]


async def test_what_is_subscribed_to_already_is_said_to_be(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path / "home"))
    paths.find().create()
    with Server() as server, Library(paths.find().library) as home:
        url = server.add("/feed", Reply(RSS))
        home.subscribe(url, private=True)
        async with start(over=home, outlets=[]) as reader:
            await reader.press("a", f"paste:{url}", "enter")
            await until(reader, "At home is subscribed to already")
            assert len(home.feeds()) == 1


async def test_outlets_are_not_offered_over_the_other_scheme_or_where_they_were(
    start: Start, tmp_path: Path
) -> None:
    with Library(tmp_path / "empty.db", clock=lambda: NOW) as library:
        library.subscribe("http://one.test/feed", title="First")
        moved = library.subscribe("https://two.test/feed", title="Second")
        there = Answer(next_due=NOW, url="https://there.test/two", former_url=moved.url)
        library.save_unchanged({moved.id: there})
        urls = ("https://one.test/feed", "http://two.test/feed", "https://there.test/two", "https://new.test")
        outlets = [Outlet(f"Outlet {n}", url, "Trade") for n, url in enumerate(urls)]
        async with start(over=library, outlets=outlets) as reader:
            await reader.press(":", *"choose", "enter")
            await until(reader, "Outlet 3", "0 of 1 ticked")
