"""A library that is hurt again and again, and what it still knows. Each returns figures to report."""

from __future__ import annotations

import random
import shutil
from contextlib import suppress
from pathlib import Path

import apsw

from reader.errors import NewsreelError, StoreError
from reader.library import Library
from reader.model import View
from reader.store import migrations
from tests.store.shelf import Clock, entry, save
from tests.torture.disk import Disk, faulty

OURS = (apsw.Error, SystemError)
"""What a VFS written in Python raises where a real disk's error is silent: on closing, for one."""


def fresh(path: Path) -> None:
    """Make a library of ten articles."""
    for beside in path.parent.glob(f"{path.name}*"):
        beside.unlink()
    with Library(path, clock=Clock()) as library:
        feed = library.subscribe("https://film.test/feed")
        save(library, feed, *(entry(str(n)) for n in range(10)))


def work(path: Path, said: list[str]) -> None:
    """Mark, bookmark and refresh, noting what was acknowledged."""
    with Library(path, clock=Clock()) as library:
        feed = library.feeds()[0]
        for n in range(1, 6):
            library.mark([n], read=True)
            said.append(f"mark {n}")
            library.bookmark(n, note=f"note {n}")
            said.append(f"bookmark {n}")
            library.keep_quote(n, f"of {n}")
            said.append(f"quote {n}")
            save(library, feed, *(entry(f"new {n} {m}") for m in range(3)))


def lost(path: Path, said: list[str]) -> list[str]:
    """Which acknowledged writes it does not know; it must be sound."""
    with Library(path, clock=Clock()) as library:
        assert library.faults() == []
        known = {f"bookmark {mark.article_id}" for mark in library.bookmarks()}
        known |= {f"quote {mark.article_id}" for mark in library.bookmarks() if mark.quotes}
        known |= {f"mark {key.id}" for key in library.keys(View("all")) if library.article(key.id).read}
        return [line for line in said if line not in known]


def hurt(path: Path, chance: random.Random, kind: str) -> tuple[int, int]:
    """Work on a disk that fails somewhere; return what was acknowledged, and how much of it is lost."""
    fresh(path)
    said: list[str] = []
    with faulty() as disk:
        _arm(disk, chance, kind)
        with suppress(StoreError, *OURS):
            work(path, said)
        disk.fail_at = None
        if kind == "power":
            disk.lose_power(chance)
    return len(said), len(lost(path, said))


def _arm(disk: Disk, chance: random.Random, kind: str) -> None:
    disk.fail_at = chance.randrange(1, 90)
    disk.fault = "EIO" if kind == "power" else kind
    disk.for_good = kind != "short"


def migrate(path: Path, chance: random.Random, *, share: float = 1.0) -> int:
    """Let a migration die at each of its writes, or at a share of them; return how often it died."""
    steps = migrations.steps()
    statements = [f"CREATE TABLE later_{n} (x); INSERT INTO later_{n} VALUES ({n})" for n in range(8)]
    later = "; ".join(statements)
    fresh(path)
    whole = path.parent / "whole.db"
    shutil.copy(path, whole)
    died = 0
    for at in range(1, 60):
        if chance.random() >= share:
            continue
        for beside in path.parent.glob(f"{path.name}*"):
            beside.unlink()
        shutil.copy(whole, path)
        before, migrations.steps = migrations.steps, lambda: [*steps, later]
        try:
            with faulty() as disk:
                disk.fail_at, disk.fault = at, "EIO"
                with suppress(NewsreelError, *OURS):
                    Library(path, clock=Clock()).close()
                calls, disk.fail_at = disk.calls, None
                disk.lose_power(chance)
        finally:
            migrations.steps = before
        _old_or_new(path, [*steps, later])
        if calls < at:
            break
        died += 1
    return died


def _old_or_new(path: Path, newer: list[str]) -> None:
    before, migrations.steps = migrations.steps, lambda: newer
    try:
        with Library(path, clock=Clock()) as library:
            assert library.faults() == []
            assert library._db.rows("SELECT * FROM later_7") == [(7,)]
            assert library.count(View("all")) == 10
    finally:
        migrations.steps = before
