"""A whole copy of the library, made by SQLite while it is in use."""

from __future__ import annotations

import os
from pathlib import Path

import apsw

PAGES = 1000


def copy_to(connection: apsw.Connection, target: Path) -> None:
    """Copy the library to a new file. It appears under its name only once whole."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_RDWR | os.O_CREAT, 0o600))
    copy = apsw.Connection(str(part))
    try:
        with copy.backup("main", connection, "main") as backup:
            while not backup.done:
                backup.step(PAGES)
    finally:
        copy.close()
    part.replace(target)
