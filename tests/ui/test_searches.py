"""Former queries come back in the search line, of this session and of those before."""

from __future__ import annotations

import multiprocessing
from functools import partial
from pathlib import Path

import pytest

from reader.paths import find
from reader.ui.searches import MOST, former, keep
from tests.ui.conftest import Reader, Start


async def search(reader: Reader, *queries: str) -> None:
    """Search for one after another, and leave each."""
    for query in queries:
        await reader.press("slash", f"paste:{query}", "enter", "q")
        await reader.until(lambda query=query: former(find().searches)[-1:] == [query])


async def test_former_queries_come_back_with_the_arrows(start: Start) -> None:
    async with start() as reader:
        bar = reader.main.query_bar
        await search(reader, "salt", "heat 2", "venice")
        await reader.press("slash", "up")
        assert (bar.text, reader.main.captions.title()) == ("venice", "Search: venice")
        await reader.press("up", "up", "up")
        assert (bar.text, reader.main.list.length) == ("salt", 2)
        await reader.press("down")
        assert bar.text == "heat 2"
        await reader.press("down", "down")
        assert (bar.text, bar.has_focus_within) == ("", True)
        await reader.press("up", "enter")
        assert (bar.text, reader.main.pane) == ("venice", "list")
        await reader.press("slash", "up")
        assert bar.text == "heat 2"


async def test_in_what_was_typed_the_arrows_do_what_they_did(start: Start) -> None:
    async with start() as reader:
        bar = reader.main.query_bar
        await search(reader, "venice")
        await reader.press("slash", *"sal", "up")
        assert bar.text == "sal"
        await reader.press("down")
        assert (reader.main.pane, bar.has_focus_within, reader.main.list.length) == ("list", False, 0)
        await reader.press("slash", "ctrl+u", "up", "up", "t", "up")
        assert bar.text == "venicet"
        await reader.press("escape", "f", "up")
        assert bar.text == ""


async def test_what_is_given_up_does_not_come_back(start: Start) -> None:
    async with start() as reader:
        await search(reader, "venice")
        await reader.press("slash", "paste:salt", "escape", "slash", "up", "up")
        assert reader.main.query_bar.text == "venice"


async def test_they_come_back_in_a_later_session_and_another_window(start: Start) -> None:
    async with start() as reader:
        await search(reader, "venice")
    async with start() as reader:
        keep(find().searches, "salt")
        await search(reader, "heat 2")
        await reader.press("slash", "up", "up", "up")
        assert reader.main.query_bar.text == "venice"


async def test_with_none_before_nothing_happens(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "up")
        assert (reader.main.query_bar.text, reader.main.query_bar.has_focus_within) == ("", True)
        await reader.press("down")
        assert reader.main.captions.title() == "Unread"


def test_each_is_kept_once_the_last_fifty_for_the_person_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "searches"
    for number in range(60):
        keep(path, f"query {number}")
    keep(path, "query 30")
    assert former(path) == [*(f"query {n}" for n in range(10, 60) if n != 30), "query 30"]
    assert len(former(path)) == MOST
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("held", [b"\xff\xfe\n\x1b[31mvenice\n\n", b"\0" * 99, b"x" * 9999])
def test_a_damaged_file_is_read_as_far_as_it_goes(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "searches"
    path.write_bytes(held)
    keep(path, "salt")
    found = former(path)
    assert found[-1] == "salt"
    assert all(each.isprintable() and len(each) <= 2000 for each in found)


def test_what_two_windows_keep_at_once_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "searches"
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(partial(keep, path), [f"query {number}" for number in range(30)], chunksize=1)
    assert sorted(former(path)) == sorted(f"query {number}" for number in range(30))
