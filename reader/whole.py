"""A file written whole: whatever ends it midway, it is the old one or the new one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, chunks: Iterable[bytes], *, rights: int) -> None:
    """Replace a file, or make it with these rights; it is on the disk before this returns. Raises OSError."""
    draft = path.with_name(f".newsreel-{os.getpid()}.part")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rights), "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
