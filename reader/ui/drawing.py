"""Words and figures as they are drawn: cut at a word, ages in human terms, numbers grouped."""

from __future__ import annotations

from calendar import month_abbr
from datetime import datetime
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from reader.text.clean import drawable

THIN = "\N{THIN SPACE}"
MINUTE, HOUR, DAY = 60, 3600, 86400


@lru_cache(maxsize=4096)
def cut(text: str, width: int) -> str:
    """Make text safe to draw and at most `width` cells wide, cut with … after a word where one ends near."""
    text = drawable(text)
    if cell_len(text) <= width:
        return text
    if width < 2:
        return "…"[:width]
    head = set_cell_size(text, width - 1).rstrip()
    whole = text[len(head) : len(head) + 1] == " "
    word = (head if whole else head.rpartition(" ")[0]).rstrip(" ,;:.–—-")
    return (word if word and (whole or cell_len(word) >= width * 2 // 3) else head) + "…"


def wrapped(text: str, width: int, lines: int) -> list[str]:
    """Break text at words into at most `lines` lines, the last one cut."""
    out: list[str] = []
    rest = drawable(text)
    while rest and len(out) < lines - 1 and cell_len(rest) > width:
        head = set_cell_size(rest, width + 1).rpartition(" ")[0] or set_cell_size(rest, width)
        out.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return [*out, cut(rest, width)] if rest else out


def number(value: int) -> str:
    """Write a number with thin spaces between thousands."""
    return f"{value:,}".replace(",", THIN)


def outlets(count: int) -> str:
    """Say how many outlets."""
    return f"{number(count)} outlet{'' if count == 1 else 's'}"


def age(then: int, now: float) -> str:
    """Say how long ago: 12 min, 3 h, Tue, 10 Oct, 10 Oct 2023."""
    seconds = max(0, int(now) - then)
    day, today = _local(then), _local(int(now))
    if seconds < HOUR:
        return f"{seconds // MINUTE} min" if seconds >= MINUTE else "now"
    if day.date() == today.date() or seconds < 6 * HOUR:
        return f"{seconds // HOUR} h"
    if seconds < 6 * DAY:
        return f"{day:%a}"
    return f"{day.day} {day:%b}" if day.year == today.year else date(then)


def date(then: int) -> str:
    """Write a date: 10 Oct 2023."""
    day = _local(then)
    return f"{day.day} {day:%b %Y}"


def time_of_day(then: float) -> str:
    """Write the time: 09:41."""
    return f"{_local(int(then)):%H:%M}"


def moment(then: float, now: float) -> str:
    """Write the time, and of another day than now's that, too: 09:41, 10 Oct 09:41."""
    return time_of_day(then) if date(int(then)) == date(int(now)) else day_and_time(then)


def day_and_time(then: float) -> str:
    """Write a moment without its year: 10 Oct 09:41."""
    at = _local(int(then))
    return f"{at.day} {at:%b %H:%M}"


def day(then: int) -> str:
    """Write a day without its year: 10 Oct."""
    at = _local(then)
    return f"{at.day} {at:%b}"


def year(then: int) -> int:
    """Return the year."""
    return _local(then).year


def release_day(stated: str) -> str:
    """Write a date as exact as it was stated: 15 Mar 2024, Mar 2024, Q4 2026, 2026."""
    parts = stated.split("-")
    if len(parts) == 1 or not parts[1].isdigit():
        return " ".join(reversed(parts))
    month = month_abbr[int(parts[1])]
    return " ".join([*(str(int(each)) for each in parts[2:]), month, parts[0]])


def until(then: int, now: float) -> str:
    """Say how long until: 24 min, 3 h."""
    minutes = max(1, (then - int(now) + 59) // MINUTE)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h"


def _local(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds).astimezone()
