"""Days as a person sees them: in local time."""

from __future__ import annotations

import time
from datetime import date

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_group(sort: int, now: float) -> str:
    """Return Today, Yesterday, the weekday up to six days back, else the month and year."""
    day, today = _day(sort), _day(now)
    age = (today - day).days
    if age < 2:
        return "Yesterday" if age == 1 else "Today"
    return _WEEKDAYS[day.weekday()] if age <= 6 else f"{_MONTHS[day.month - 1]} {day.year}"


def today(now: float) -> str:
    """Return the day it is, in ISO's form."""
    return _day(now).isoformat()


def midnight(now: float) -> int:
    """Return when today began."""
    year, month, day, *_ = time.localtime(now)
    return int(time.mktime((year, month, day, 0, 0, 0, 0, 0, -1)))


def _day(seconds: float) -> date:
    return date(*time.localtime(seconds)[:3])
