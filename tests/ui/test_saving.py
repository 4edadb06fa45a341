"""Files that the reader writes where it was started: whole or not at all, and no place stops it."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.errors import NewsreelError
from reader.library import Library
from reader.ui import saving
from tests.ui.conftest import NOW


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond a few bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture(params=["article", "dates"])
def save(request: pytest.FixtureRequest, library: Library) -> Callable[[], str]:
    one, text = library.article(1), library.document(1)
    if request.param == "article":
        return lambda: saving.save(one, text)
    return lambda: saving.save_calendar(library.releases(), datetime.fromtimestamp(NOW, UTC))


def told(save: Callable[[], str]) -> str:
    try:
        return save()
    except NewsreelError as error:
        return str(error)


def test_a_folder_that_is_gone_is_said(
    save: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert "could not be saved here (No such file or directory); start Newsreel in another" in told(save)


def test_what_found_no_room_leaves_nothing_in_the_way_of_the_next(
    save: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with full_disk():
        assert "could not be saved here (File too large)" in told(save)
    assert list((tmp_path / "here").iterdir()) == []
    assert told(save).startswith("Saved as ")
    assert "is there already and was left as it is" in told(save)
