"""The log: one line for what went wrong or was done in the background, in a file that rotates.

It holds no secrets: of an address only the host and the path are written.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

LARGEST = 256 << 10
KEPT = 3
LONGEST = 4000
_FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
# Made ready at the first note: most runs have none.
_ADDRESS = r"(?i)(\b[a-z][a-z0-9+.-]*://)(?:[^\s/?#]*@)?([^\s?#”\"'<>]*)(?:[?#][^\s”\"'<>]*)?"


def note(path: Path, text: str) -> None:
    """Add a line; a log that cannot be written stops nothing."""
    from reader.text.clean import drawable

    line = re.sub(_ADDRESS, r"\1\2", drawable(text))[:LONGEST]
    stamp = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime())
    with suppress(OSError):
        if path.exists() and path.stat().st_size > LARGEST:
            _rotate(path)
        handle = os.open(path, _FLAGS, 0o600)
        try:
            os.write(handle, f"{stamp} {os.getpid()} {line}\n".encode("utf-8", "replace"))
        finally:
            os.close(handle)


def fault(path: Path, error: BaseException) -> None:
    """Add the trace of a fault of ours, for a report: on one line, what went wrong first."""
    import traceback

    words = traceback.format_exception_only(error)  # of several lines, each as it was given
    said = next(each for each in words if not each.startswith(" ")).rstrip("\n")
    frames = "".join(traceback.format_exception(error)).removesuffix("".join(words)).splitlines()
    where = " | ".join(frames)
    note(path, f"{said[: LONGEST // 2]} | {where[-(LONGEST // 2) :]}")


def own_fault(error: BaseException) -> None:
    """Add the trace of a fault of ours to the log of this home."""
    from reader.errors import NewsreelError

    with suppress(NewsreelError, OSError):  # no home to keep it in, or no file left to read code of ours from
        from reader import paths

        fault(paths.find().log, error)


def _rotate(path: Path) -> None:
    """Make room: newsreel.log becomes newsreel.log.1, that one .2, and the oldest goes."""
    names = [path, *(path.with_name(f"{path.name}.{n}") for n in range(1, KEPT + 1))]
    for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
        with suppress(FileNotFoundError):
            newer.replace(older)
