"""Dates as people write them in queries: 2026-01-31, 2026-01, 2026, 24h, 7d, 2w, today, yesterday."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")
_AGO = re.compile(r"([0-9]{1,6})([hdw])")
_SECONDS = {"h": 3600, "d": 86_400, "w": 604_800}


def is_date(text: str) -> bool:
    """Tell whether this is a date as people write them (in lower case)."""
    return text in ("today", "yesterday") or bool(_AGO.fullmatch(text)) or _written(text) is not None


def start(text: str, now: float) -> int:
    """Return the second at which the named day, month, year or stretch before now begins, in local time."""
    if ago := _AGO.fullmatch(text):
        return int(now) - int(ago[1]) * _SECONDS[ago[2]]
    if (written := _written(text)) is not None:
        return _seconds(written)
    midnight = datetime.fromtimestamp(now).replace(hour=0, minute=0, second=0, microsecond=0)  # noqa: DTZ006
    return _seconds(midnight - timedelta(days=text == "yesterday"))


def _written(text: str) -> datetime | None:
    if not (parts := _WRITTEN.fullmatch(text)):
        return None
    try:
        return datetime(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))  # noqa: DTZ001
    except ValueError:
        return None


def _seconds(moment: datetime) -> int:
    try:
        return int(moment.timestamp())
    except (OverflowError, ValueError, OSError):  # the system's own calendar is shorter than ours
        return int(moment.replace(tzinfo=UTC).timestamp())
