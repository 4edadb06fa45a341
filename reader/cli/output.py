"""What commands write: clean text, columns that fit the terminal, and JSON."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from reader.text.clean import clean, one_line
from reader.text.render import cells

GAP = "  "
NARROWEST = 8
MINUTE, HOUR, DAY = 60, 3600, 86400


def plain_output() -> None:
    """Let a terminal that lacks a character show a question mark rather than end the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """Print text on stdout, cleaned."""
    print(clean(text))


def note(text: str) -> None:
    """Print a remark on stderr, where it is in nobody's way."""
    print(clean(text), file=sys.stderr)


def say_json(value: object) -> None:
    """Print one value as JSON, and nothing else."""
    written = msgspec.json.format(msgspec.json.encode(value), indent=2)
    sys.stdout.buffer.write(written + b"\n")
    sys.stdout.buffer.flush()


def width() -> int | None:
    """Return the columns of the terminal, or None where the output is read by a program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def columns(rows: Sequence[Sequence[str]], *, right: Iterable[int] = (), widest: int = 28) -> None:
    """Print rows in columns; on a terminal none is wider than it: the last column gives way first.

    `widest` holds for the columns between the first and the last.
    """
    if not rows:
        return
    texts = [[one_line(cell) for cell in row] for row in rows]
    *wide, _ = (max(map(cells, column)) for column in zip(*texts, strict=True))
    room = width()
    if room is not None:
        wide = [min(size, widest) for size in wide]
        left = max(NARROWEST, room - sum(wide) - len(GAP) * len(wide))
    for *cut, last in texts:
        parts = [
            padded(fit(text, size), size, right=n in right)
            for n, (text, size) in enumerate(zip(cut, wide, strict=True))
        ]
        parts.append(last if room is None else fit(last, left))
        print(GAP.join(parts).rstrip())


def padded(text: str, size: int, *, right: bool = False) -> str:
    """Fill text with spaces up to a size in cells."""
    space = " " * (size - cells(text))
    return space + text if right else text + space


def fit(text: str, size: int) -> str:
    """Cut text to a size in cells, at a word where one ends near, with … in place of the rest."""
    if cells(text) <= size:
        return text
    kept = text[: max(0, size - 1)]
    while kept and cells(kept) > size - 1:
        kept = kept[:-1]
    word = kept.rpartition(" ")[0].rstrip(" ,;:–—-")
    whole = text[len(kept) : len(kept) + 1] == " "
    return (word if not whole and cells(word) > size * 2 // 3 else kept.rstrip()) + "…"


def iso(moment: int | None) -> str | None:
    """Return a time as JSON has it."""
    return None if moment is None else f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%dT%H:%M:%SZ}"


def age(then: int, now: float) -> str:
    """Say how long ago: 12 min, 3 h, Tue, 10 Oct, 10 Oct 2023."""
    seconds = max(0, int(now) - then)
    day, today = _local(then), _local(int(now))
    if seconds < HOUR:
        return f"{seconds // MINUTE} min"
    if day.date() == today.date() or seconds < 6 * HOUR:
        return f"{seconds // HOUR} h"
    if seconds < 6 * DAY:
        return f"{day:%a}"
    return f"{day.day} {day:%b}" + ("" if day.year == today.year else f" {day:%Y}")


def date_and_time(then: int) -> str:
    """Write a moment in full: 10 Oct 2023, 09:12."""
    day = _local(then)
    return f"{day.day} {day:%b %Y, %H:%M}"


def count(number: int, noun: str) -> str:
    """Write a number with its noun: 1 article, 12 articles."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _local(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds).astimezone()


Json = dict[str, Any]
