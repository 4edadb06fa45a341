"""What a calendar knows: months, quarters and holidays by name, and how far a date is from another."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
QUARTERS = {
    "early": 1, "winter": 1, "spring": 2, "mid": 2, "summer": 3, "fall": 4, "autumn": 4, "late": 4,
    "christmas": 4, "xmas": 4,
    "easter": 2, "holiday": 4, "holidays": 4, "holiday season": 4, "festive season": 4,
    "end of": 4, "start of": 1, "beginning of": 1, "middle of": 2, "back end of": 4, "tail end of": 4,
    "close of": 4, "top of": 1, "outset of": 1, "turn of": 1,
}  # fmt: skip
SEASONS = frozenset({"spring", "summer", "fall", "autumn"})
FEASTS = {"halloween": 10, "thanksgiving": 11, "diwali": 10, "sankranti": 1, "pongal": 1}
"""Holidays around which a film comes out, and the month they are of: they say no more than its quarter."""
HOLIDAYS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "boxing day": (12, 26), "christmas day": (12, 25),
    "christmas eve": (12, 24), "valentine's day": (2, 14), "valentine's": (2, 14), "independence day": (7, 4),
    "fourth of july": (7, 4), "july fourth": (7, 4), "juneteenth": (6, 19), "bastille day": (7, 14),
    "thanksgiving day": (11, 0), "st patrick's day": (3, 17), "st patrick's": (3, 17),
    "st. patrick's": (3, 17), "st. patrick's day": (3, 17),
    "good friday": (4, 0), "easter sunday": (4, 0), "easter monday": (4, 0), "anzac day": (4, 25),
    "australia day": (1, 26), "bonfire night": (11, 5), "st. stephen's day": (12, 26),
    "st stephen's day": (12, 26),
}  # fmt: skip
EASTER = {"good friday": -2, "easter sunday": 0, "easter monday": 1}
"""By how many days they come after Easter Sunday."""
LONG_WEEKENDS = {
    "presiden": 2, "memorial": 5, "labor da": 9, "mlk": 1, "martin l": 1, "mother": 5, "father": 6,
}  # fmt: skip
"""By what their names begin with."""


def feast(name: str, year: int) -> str:
    """The quarter of a feast in a year."""
    return f"{year}-Q{(FEASTS[name] + 2) // 3}"


def fourth_thursday(year: int, month: int) -> int:
    """The day of Thanksgiving in its month."""
    return 22 + (DAYS.index("thursday") - date(year, month, 1).weekday()) % 7


def easter(year: int) -> date:
    """Easter Sunday of a year, by the rule of Oudin."""
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))


def month_of(name: str) -> int:
    """The number of a month, by its name in full or cut short."""
    start = name.lower().rstrip(".")[:3]
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(start))


def weekday(name: str, published: int, *, following: bool = False) -> str:
    """The next day of that name; the day itself, where news is of today; `following`: that of next week."""
    today = datetime.fromtimestamp(published, UTC).date()
    if name not in DAYS:
        return (today + timedelta(days=name == "tomorrow")).isoformat()
    if following:
        return (today + timedelta(days=7 - today.weekday() + DAYS.index(name))).isoformat()
    return (today + timedelta(days=(DAYS.index(name) - today.weekday()) % 7)).isoformat()


def in_words(iso: str) -> str:
    """A date as a reader says it, at the precision stated: 19 November 2027, autumn 2027."""
    year, _, rest = iso.partition("-")
    if not rest:
        return year
    if rest.startswith("Q"):
        return f"{('early', 'spring', 'summer', 'late')[int(rest[1]) - 1]} {year}"
    month, _, day = rest.partition("-")
    name = MONTHS[int(month) - 1].title()
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def months_before(iso: str, number: int) -> str:
    """The month so many months before a day; after it, where the number is negative."""
    months = int(iso[:4]) * 12 + int(iso[5:7]) - 1 - number
    return f"{months // 12}-{months % 12 + 1:02d}"


def days_before(iso: str, number: int) -> str:
    """The day so many days before another; after it, where the number is negative."""
    return (date.fromisoformat(iso) - timedelta(days=number)).isoformat()


def real(iso: str) -> bool:
    """Tell whether there is such a date: a day may have been put into a month or a year that lacks it."""
    if len(iso) < len("2027-01-01"):
        return True
    try:
        return bool(date.fromisoformat(iso))
    except ValueError:
        return False


def middle(iso: str) -> str:
    """A date as it compares with others: a quarter by the month in its middle."""
    return f"{iso[:5]}{3 * int(iso[6]) - 1:02d}" if "Q" in iso else iso


def covers(whole: str, part: str) -> bool:
    """Tell whether one date says less of the same: a quarter or a month of a day within it."""
    if "Q" in whole and len(part) >= len("2027-01") and "Q" not in part:
        return whole[:5] == part[:5] and int(whole[6]) == (int(part[5:7]) + 2) // 3
    return part.startswith(whole)


def apart(one: str, other: str) -> int:
    """How many days lie between two dates, as far as they tell."""
    (a, m, d), (b, n, e) = (map(int, f"{middle(iso)}-06-15"[:10].split("-")) for iso in (one, other))
    return abs(372 * (a - b) + 31 * (m - n) + d - e)
