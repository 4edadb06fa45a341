"""Libraries made once in a test process: each test that begins with one has a copy of the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.library import Library

Make = Callable[[Path], None]


def copied(make: Make, path: Path) -> Path:
    """Put a copy of the library that `make` makes at `path`, and return that."""
    path.write_bytes(_made(make))
    path.chmod(0o600)
    return path


def begun(path: Path) -> Path:
    """Put an empty library at `path`: to take every step of the schema costs ten times as much."""
    return copied(_begin, path)


def _begin(path: Path) -> None:
    Library(path).close()


@cache
def _made(make: Make) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        make(path)
        assert list(path.parent.iterdir()) == [path], "closed, with all of it in the file"
        return path.read_bytes()
