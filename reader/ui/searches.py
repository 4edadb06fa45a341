"""Former queries of the search line, kept from session to session: one a line, the latest last."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reader.paths import make_private
from reader.text.clean import one_line
from reader.whole import write_whole

MOST = 50
LONGEST = 2000
"""Characters of a query, as the query language has it."""
_LARGEST = 1 << 20


def former(path: Path) -> list[str]:
    """Return former queries, the latest last; none where the file cannot be read."""
    with suppress(OSError), path.open("rb") as file:
        lines = file.read(_LARGEST).decode(errors="replace").split("\n")
        return _latest(one_line(line, LONGEST) for line in lines)
    return []


def keep(path: Path, query: str) -> None:
    """Add a query to those in the file, what other windows added meanwhile too. Raises OSError."""
    make_private(path.parent)
    handle = os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        kept = _latest([*former(path), one_line(query, LONGEST)])
        write_whole(path, [f"{each}\n".encode() for each in kept], rights=0o600)
    finally:
        os.close(handle)


def _latest(queries: Iterable[str]) -> list[str]:
    """Return each query once, where it stands last; at most so many."""
    last = dict.fromkeys(reversed([each for each in queries if each]))
    return list(last)[:MOST][::-1]


class Recall:
    """Going back through former queries, and on again to what stood in the line before."""

    def __init__(self, path: Path, opened: str) -> None:
        """`opened`: what the line was opened with."""
        self._path, self._opened = path, opened
        self._queries: list[str] = []
        self._at = 0
        self._shown: str | None = None

    def step(self, by: int, text: str) -> str | None:
        """Return the query before what stands there (-1) or after it, None where that was typed."""
        if text != self._shown:
            if by > 0 or text not in ("", self._opened):
                return None
            self._queries = [*(each for each in former(self._path) if each != text), text]
            self._at = len(self._queries) - 1
        if not 0 <= self._at + by < len(self._queries):
            return None
        self._at += by
        self._shown = self._queries[self._at]
        return self._shown
