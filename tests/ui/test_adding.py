"""Adding an address on this computer: the reader asks first."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from reader.library import Library
from tests.server import Reply, Server, redirect
from tests.ui.conftest import Reader, Start

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
