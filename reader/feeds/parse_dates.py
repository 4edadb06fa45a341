"""Dates as feeds write them, to seconds since 1970 UTC: RFC 822, ISO 8601 and their many near misses."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from reader.patterns import late

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
# The months of other languages, where their first letters differ; matched by the longest beginning.
_MONTHS |= {
    "gen": 1, "ene": 1, "janv": 1, "jän": 1, "fév": 2, "fev": 2, "mär": 3, "mrz": 3, "maa": 3, "mars": 3,
    "abr": 4, "avr": 4, "mai": 5, "mag": 5, "mei": 5, "giu": 6, "juin": 6, "lug": 7, "juil": 7, "ago": 8,
    "aoû": 8, "aou": 8, "set": 9, "okt": 10, "out": 10, "ott": 10, "dez": 12, "dic": 12, "déc": 12,
}  # fmt: skip
_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "met": 60, "west": 60, "cest": 120,
    "mest": 120, "eet": 120, "eest": 180, "msk": 180, "ist": 330, "jst": 540, "kst": 540, "aest": 600,
    "aedt": 660, "nzst": 720, "nzdt": 780, "ast": -240, "adt": -180, "est": -300, "edt": -240, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600,
    "et": -300, "ct": -360, "mt": -420, "pt": -480,
}  # fmt: skip

_TIME = r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{1,2})(?:[:.](?P<second>\d{1,2}))?(?:[.,]\d{1,9})?"
_TIME += r"\s*(?P<half>[ap]\.?m\b\.?)?"
_ZONE = r"\s*(?P<zone>(?:gmt|utc)?[+-]\d{1,2}:?\d{0,2}|[a-z]{1,5}\b)?"
_ISO = late(
    rf"(?P<year>\d{{4}})(?:-?(?P<month>\d{{2}})(?:-?(?P<day>\d{{2}}))?)?(?:(?:t|\s+|t\s+)(?:{_TIME}{_ZONE})?)?\s*$",
    re.I | re.A,
)
_ISO_SLASHES = late(
    rf"(?P<year>\d{{4}})/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?:\s+{_TIME}{_ZONE})?", re.I | re.A
)
_RFC = late(
    r"(?:[^\W\d]+\.?,?\s*)?(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?"
    r"(?P<name>[^\W\d]{3,12})\.?,?[\s-]+(?:de\s+)?"
    rf"(?P<year>\d{{2,4}})\b,?(?:\s+(?:at\s+|-\s+)?{_TIME}{_ZONE})?",
    re.I,
)
_AMERICAN = late(
    r"(?:[^\W\d]+\.?,?\s+)?(?P<name>[^\W\d]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+"
    r"(?P<year>\d{4})\b,?"
    rf"(?:\s+(?:at\s+|-\s+)?{_TIME}{_ZONE})?",
    re.I,
)
_ASCTIME = late(
    rf"[a-z]{{3}}\s+(?P<name>[a-z]{{3}})\s+(?P<day>\d{{1,2}})\s+{_TIME}{_ZONE}\s+(?P<year>\d{{4}})\b",
    re.I | re.A,
)
_SHAPES = (_ISO, _RFC, _ASCTIME, _AMERICAN, _ISO_SLASHES)
_SECONDS_OF_DAY = 86_400
_LONGEST = 80


def seconds(text: str | None) -> int | None:
    """Return the time `text` names, or None where it names none. Never raises."""
    trimmed = (text or "").strip()
    if not trimmed or len(trimmed) > _LONGEST:
        return None
    for shape in _SHAPES:
        if found := shape.match(trimmed):
            return _seconds(found.groupdict())
    return None


def _seconds(parts: dict[str, str | None]) -> int | None:
    day = _day(parts)
    if day is None:
        return None
    clock = _clock(parts)
    zone = _zone(parts.get("zone") or "")
    return None if clock is None else day * _SECONDS_OF_DAY + clock - zone * 60


def _day(parts: dict[str, str | None]) -> int | None:
    """Return the days since 1970, where the calendar has such a day in the years 1900 to 2200."""
    year, day = int(parts["year"] or 0), int(parts.get("day") or 1)
    if len(parts["year"] or "") == 2:
        year += 2000 if year < 70 else 1900
    month = _month(parts["name"]) if parts.get("name") else int(parts.get("month") or 1)
    return _days(year, month, day)


@lru_cache(maxsize=512)
def _days(year: int, month: int, day: int) -> int | None:
    if not (1900 <= year <= 2200 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return calendar.timegm((year, month, day, 0, 0, 0)) // _SECONDS_OF_DAY


@lru_cache(maxsize=512)
def _month(name: str | None) -> int:
    word = (name or "").casefold()
    return _MONTHS.get(word[:4]) or _MONTHS.get(word[:3]) or 0


def _clock(parts: dict[str, str | None]) -> int | None:
    hour, minute, second = int(parts["hour"] or 0), int(parts["minute"] or 0), int(parts["second"] or 0)
    if half := (parts["half"] or "").lower():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 24 or minute > 59 or second > 60:
        return None
    return hour * 3600 + minute * 60 + second


@lru_cache(maxsize=512)
def _zone(text: str) -> int:
    """Return the minutes east of Greenwich; an unknown name counts as Greenwich itself."""
    word = text.casefold()
    if word[:3] in ("gmt", "utc") and len(word) > 3:
        word = word[3:]
    if word[:1] not in ("+", "-"):
        return _ZONES.get(word, 0)
    digits = word[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 15 or minutes > 59:
        return 0
    return (hours * 60 + minutes) * (1 if word[0] == "+" else -1)
