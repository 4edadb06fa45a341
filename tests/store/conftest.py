"""A library on the disk, with time standing still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import Library
from reader.model import Feed
from tests.made import begun
from tests.store.shelf import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Iterator[Library]:
    with Library(begun(tmp_path / "library.db"), clock=clock) as library:
        yield library


@pytest.fixture
def feed(library: Library) -> Feed:
    return library.subscribe("https://film.test/feed")
