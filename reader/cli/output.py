"""What commands write: clean text, columns that fit the terminal, and JSON."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

from reader.addresses import masked
from reader.text.clean import clean, escaped, one_line
from reader.text.render import cells, wrap

GAP = "  "
Last = Literal["cut", "wrap", "whole"]
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
    with suppress(OSError):  # nobody reads them; what was asked for is done all the same
        print(clean(masked(text)), file=sys.stderr)


def say_json(value: object) -> None:
    """Print one value as JSON, and nothing else."""
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:  # the name of a file may hold any bytes
        import json

        encoded = json.dumps(msgspec.to_builtins(value), ensure_ascii=False).encode("utf-8", "replace")
    written = msgspec.json.format(encoded, indent=2)
    sys.stdout.buffer.write(escaped(written.decode()).encode() + b"\n")
    sys.stdout.buffer.flush()


def width() -> int | None:
    """Return the columns of the terminal, or None where the output is read by a program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def columns(
    rows: Sequence[Sequence[str]], *, right: Iterable[int] = (), widest: int = 28, last: Last = "cut"
) -> None:
    """Print rows in columns; on a terminal none is wider than it: the last column gives way.

    `widest` holds for the columns before the last, and `last` says how that one gives way.
    """
    for row in _laid_out(rows, right, widest, last, indent=""):
        print(row)


def heading(text: str) -> None:
    """Say above a table what its columns are, on a terminal alone: a script that reads it is not misled."""
    if (room := width()) is not None:
        print(text[:room])


def sections(groups: Mapping[str, Sequence[Sequence[str]]], *, last: Last) -> None:
    """Print rows in columns that run through all groups, each under its heading."""
    every = [row for rows in groups.values() for row in rows]
    laid_out = iter(_laid_out(every, (), 40, last, indent=GAP))
    for n, (heading, rows) in enumerate(groups.items()):
        print(f"{'' if n == 0 else chr(10)}{one_line(heading)}")
        for _ in rows:
            print(next(laid_out))


def _laid_out(
    rows: Sequence[Sequence[str]], right: Iterable[int], widest: int, last: Last, *, indent: str
) -> list[str]:
    """Return each row as the lines to print."""
    texts = [[one_line(cell) for cell in row] for row in rows]
    room = width()
    sizes = [max(map(cells, column)) for column in zip(*texts, strict=True)][:-1]
    if room is not None:
        sizes = [min(size, widest) for size in sizes]
    starts = [
        indent
        + "".join(
            _filled(text, size, n in right) + GAP
            for n, (text, size) in enumerate(zip(row, sizes, strict=False))
        )
        for row in texts
    ]
    return [_ended(start, row[-1], room, last) for start, row in zip(starts, texts, strict=True)]


def _filled(text: str, size: int, right: bool) -> str:
    text = fit(text, size)
    space = " " * (size - cells(text))
    return space + text if right else text + space


def _ended(start: str, text: str, room: int | None, last: Last) -> str:
    """Return a row whose last cell gives way to the width of the terminal."""
    if room is None or last == "whole":
        return (start + text).rstrip()
    left = max(NARROWEST, room - cells(start))
    lines = [fit(text, left)] if last == "cut" else wrap(text, left)
    return f"\n{' ' * cells(start)}".join([(start + lines[0]).rstrip(), *lines[1:]])


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
