"""What a worker is at, in memory that outlives it: the item in hand, what is finished, the counts."""

from __future__ import annotations

import mmap
import os
import struct
from pathlib import Path

_WORD = struct.Struct("=q")
_FIELDS = (
    *("item", "started", "updated", "unchanged", "failed", "skipped", "new", "stage", "told"),
    *("ahead", "searchable", "followed", "finished"),
)
_ROOM = 1 << 16  # finished ids
_SIZE = _WORD.size * (len(_FIELDS) + _ROOM)


class Hand:
    """A shared map over an open file. Eight-byte numbers: the fields, then the ids that are finished."""

    def __init__(self, file: int) -> None:
        self.file = file
        self._map = mmap.mmap(file, _SIZE)

    @classmethod
    def create(cls, folder: Path) -> Hand:
        """Make an empty one. Raises OSError."""
        file = nameless(folder)
        os.pwrite(file, bytes(_SIZE), 0)  # not a hole: touching one on a full disk would end the process
        return cls(file)

    def close(self) -> None:
        """Give the memory back."""
        self._map.close()
        os.close(self.file)

    def get(self, field: str) -> int:
        """Return a number."""
        return int(_WORD.unpack_from(self._map, self._place(field))[0])

    def put(self, field: str, value: int) -> None:
        """Set a number."""
        _WORD.pack_into(self._map, self._place(field), value)

    def add(self, field: str, amount: int = 1) -> None:
        """Add to a number."""
        self.put(field, self.get(field) + amount)

    def finish(self, item: int) -> None:
        """Remember that an item is done with, so that a worker after this one leaves it."""
        count = self.get("finished")
        if count < _ROOM:
            _WORD.pack_into(self._map, _WORD.size * (len(_FIELDS) + count), item)
            self.put("finished", count + 1)

    def finished(self) -> set[int]:
        """Return the items done with."""
        start, count = len(_FIELDS) * _WORD.size, self.get("finished")
        return {item for (item,) in _WORD.iter_unpack(self._map[start : start + count * _WORD.size])}

    @staticmethod
    def _place(field: str) -> int:
        return _FIELDS.index(field) * _WORD.size


def nameless(folder: Path) -> int:
    """Open a file that leaves nothing behind: in memory where the system can, else in `folder`."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("newsreel")
    path = folder / f"worker-{os.getpid()}-{os.urandom(4).hex()}"
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    path.unlink()
    return file
