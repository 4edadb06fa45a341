"""The folder of pictures: under a cap, oldest dropped; it may be deleted at any time.

A file is named by the hash of its address. One without a picture says why there is none, so that it is
not asked for again soon.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import NamedTuple

CAP = 300 << 20
_ROOM = 0.9
"""How full the folder is after something was dropped, so that not every new picture drops another."""
_HEAD = struct.Struct("<4sHH")
_MARK = b"NRP1"
_LONGEST = 4096
"""No side of a picture of ours is longer, and none is nothing: who lays it out divides by it."""


class Kept(NamedTuple):
    """A picture as it lies here; without a size, `data` says in words why there is none."""

    data: bytes
    width: int = 0
    height: int = 0

    def packed(self) -> bytes:
        """Return it as it is written: a mark, width and height, and what follows."""
        return _HEAD.pack(_MARK, self.width, self.height) + self.data


def unpacked(stored: bytes) -> Kept | None:
    """Return what was written, None where it is damaged, or of a size that no picture has."""
    if len(stored) < _HEAD.size or not stored.startswith(_MARK):
        return None
    _, width, height = _HEAD.unpack_from(stored)
    if (width, height) != (0, 0) and not (1 <= min(width, height) <= max(width, height) <= _LONGEST):
        return None
    return Kept(stored[_HEAD.size :], width, height)


class Shelf:
    """The pictures at hand."""

    def __init__(self, folder: Path, cap: int = CAP) -> None:
        self._folder, self._cap = folder, cap
        self._taken: int | None = None

    def find(self, url: str) -> Kept | None:
        """Return a picture, or why there is none; None where it was never had, or has been dropped."""
        return self._read(url, -1)

    def size(self, url: str) -> tuple[int, int] | None:
        """Return the width and height of a picture that is here, (0, 0) where there is none to be had."""
        kept = self._read(url, _HEAD.size)
        return kept and (kept.width, kept.height)

    def age(self, url: str, now: float) -> float:
        """Return how many seconds ago something was put here."""
        try:
            return now - self._path(url).stat().st_mtime
        except OSError:
            return float("inf")

    def put(self, url: str, kept: Kept, *, now: float) -> int:
        """Keep a picture, or why there is none; return the bytes it takes. Raises OSError."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path, data = self._path(url), kept.packed()
        draft = path.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
        os.utime(draft, (now, now))
        draft.replace(path)
        self._drop(len(data))
        return len(data)

    def _read(self, url: str, count: int) -> Kept | None:
        try:
            with self._path(url).open("rb") as file:
                return unpacked(file.read(count))
        except OSError:
            return None

    def _path(self, url: str) -> Path:
        import hashlib  # OpenSSL's library, which a list of headlines does not wait for

        return self._folder / hashlib.sha256(url.encode()).hexdigest()[:40]

    def _drop(self, added: int) -> None:
        """Let the oldest go where the cap is passed. The folder is counted once, then kept count of."""
        if self._taken is not None:
            self._taken += added
            if self._taken <= self._cap:
                return
        files = sorted(
            (found.st_mtime, found.st_size, path) for path in self._files() if (found := _stat(path))
        )
        self._taken = sum(size for _, size, _ in files)
        for _, size, path in files if self._taken > self._cap else ():
            path.unlink(missing_ok=True)
            self._taken -= size
            if self._taken <= self._cap * _ROOM:
                return

    def _files(self) -> list[Path]:
        return list(self._folder.iterdir())


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:  # another process dropped it
        return None
