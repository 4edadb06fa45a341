"""What it looks like. Few, for looks only: what keys do is tested elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import textual
from textual.pilot import Pilot
from textual.widgets import Input

from reader.config import Config
from reader.library import Library
from reader.ui.app import ReaderApp
from reader.ui.writer import Writer

TAKEN_WITH = "8.2.8"

pytestmark = pytest.mark.skipif(
    textual.__version__ != TAKEN_WITH,
    reason=f"pictures were taken with Textual {TAKEN_WITH}; every release draws a little differently",
)

Compare = Callable[..., bool]


@pytest.fixture
def picture(snap_compare: Compare, library: Library) -> Iterator[Compare]:
    """Press keys in the app over the filled library, wait for everything, compare what is drawn."""
    writer = Writer()

    def compare(size: tuple[int, int], *keys: str, **settings: Any) -> bool:
        app = ReaderApp(library, Config(auto_refresh=False, **settings), writer)

        async def press(pilot: Pilot[int]) -> None:
            for key in keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
            while app.main_screen.mark.pending:
                await pilot.pause(0.01)
            for field in app.screen.query(Input):
                field.cursor_blink = False
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=press)

    yield compare
    writer.close()


def test_wide(picture: Compare) -> None:
    assert picture((120, 40), "j", "enter", "b")


def test_narrow(picture: Compare) -> None:
    assert picture((80, 24), "j", "b")


def test_small_and_compact(picture: Compare) -> None:
    assert picture((60, 20), density="compact", ascii=True)


def test_light_with_bookmarks(picture: Compare) -> None:
    keys = ("b", "j", "t", *"#heat", "tab", *"casting", "enter", "enter", "B")
    assert picture((140, 40), *keys, theme="matinee")


def test_empty(picture: Compare) -> None:
    assert picture((80, 24), "4")


def test_a_wrong_query(picture: Compare) -> None:
    assert picture((120, 30), "slash", *"salt after:soon")


def test_high_contrast(picture: Compare) -> None:
    assert picture((120, 30), "h", theme="high-contrast")


def test_settings(picture: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    assert picture((80, 24), "comma", "j", "j", measure=72)
