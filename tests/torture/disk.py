"""A disk that fails when told to: a VFS for SQLite in which any write may fail, and the power may go.

Writes reach the files at once; what was not synced when the power went is, write by write, there or not.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

BASE = apsw.vfs_names()[0]


class Disk(apsw.VFS):
    """The default VFS while it is in use. `fail_at` counts writes, syncs and truncations."""

    def __init__(self) -> None:
        self.calls = 0
        self.fail_at: int | None = None
        self.fault = "EIO"
        self.for_good = True
        self.durable: dict[str, bytes] = {}
        self.unsynced: dict[str, list[tuple[int, bytes]]] = {}
        super().__init__("faulty", BASE, makedefault=True)

    def xOpen(self, name, flags):
        return File(self, name, flags)

    def xDelete(self, name, sync):
        self.durable.pop(name, None)
        self.unsynced.pop(name, None)
        return super().xDelete(name, sync)

    def step(self) -> str | None:
        """Count a call; return the fault it is to meet, if any."""
        self.calls += 1
        if (
            self.fail_at is None
            or self.calls < self.fail_at
            or (self.calls > self.fail_at and not self.for_good)
        ):
            return None
        return self.fault

    def lose_power(self, chance: random.Random) -> None:
        """Leave in each file what was synced, and of the rest whatever chance says, the last one torn."""
        for name, whole in self.durable.items():
            data = bytearray(whole)
            for offset, piece in self.unsynced.get(name, []):
                kept = chance.choice([0, len(piece), len(piece), chance.randrange(len(piece) + 1)])
                if kept:
                    data.extend(bytes(max(0, offset - len(data))))
                    data[offset : offset + kept] = piece[:kept]
            Path(name).write_bytes(data)
            Path(name.removesuffix("-wal") + "-shm").unlink(missing_ok=True)


class File(apsw.VFSFile):
    """A file on it."""

    def __init__(self, disk: Disk, name: object, flags: list[int]) -> None:
        self.disk = disk
        self.name = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        super().__init__(BASE, name, flags)  # type: ignore[arg-type]
        path = Path(self.name)
        disk.durable.setdefault(self.name, path.read_bytes() if path.exists() else b"")

    def xWrite(self, data, offset):
        fault = self.disk.step()
        if fault == "short":
            super().xWrite(data[: len(data) // 2], offset)
        if fault:
            raise apsw.FullError("full") if fault == "ENOSPC" else apsw.IOError("failed")
        self.disk.unsynced.setdefault(self.name, []).append((offset, bytes(data)))
        return super().xWrite(data, offset)

    def xTruncate(self, size):
        if self.disk.step():
            raise apsw.IOError("failed")
        result = super().xTruncate(size)
        self._settle()
        return result

    def xSync(self, flags):
        if self.disk.step():
            raise apsw.IOError("failed")
        self._settle()
        return super().xSync(flags)

    def _settle(self) -> None:
        self.disk.durable[self.name] = Path(self.name).read_bytes()
        self.disk.unsynced[self.name] = []


@contextmanager
def faulty() -> Iterator[Disk]:
    """Let every connection opened inside live on a faulty disk."""
    disk = Disk()
    try:
        yield disk
    finally:
        with suppress(apsw.Error):
            disk.unregister()
