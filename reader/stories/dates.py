"""Dates as news prints them, at the precision printed: a day, a month, a quarter, a year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from reader.patterns import late
from reader.stories.phrases import said
from reader.stories.terms import lowered

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_QUARTERS = {
    "early": 1, "winter": 1, "spring": 2, "mid": 2, "summer": 3, "fall": 4, "autumn": 4, "late": 4,
    "christmas": 4, "halloween": 4, "holiday": 4, "holidays": 4, "holiday season": 4, "thanksgiving": 4,
    "end of": 4, "start of": 1, "beginning of": 1, "middle of": 2,
}  # fmt: skip


def _month_as(name: str) -> str:
    return rf"""(?P<{name}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?
        |aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"""


def _year_as(name: str) -> str:
    return rf"(?P<{name}>(?:19|20)\d\d)"


_DATE = late(
    rf"""\b(?:
    {_month_as("m1")}\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*%)(?:,?\s+{_year_as("y1")}
        |,?\s+(?:of\s+)?(?P<rel1>next\ year|this\ year|next(?=[.,;)]|$)))?
    |(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_month_as("m2")}\b(?:,?\s+{_year_as("y2")}
        |,?\s+(?:of\s+)?(?P<rel2>next\ year|this\ year|next(?=[.,;)]|$)))?
    |{_month_as("m3")}(?:\s+of)?,?\s+(?P<rel3>next\ year|this\ year)
    |{_month_as("m4")}(?:\s+of)?,?\s+{_year_as("y4")}
    |(?:the\s+)?(?P<q>early|mid|late|spring|summer|fall|autumn|winter|christmas|the\ holidays|holiday
        |thanksgiving|halloween|end\ of|(?:the\ )?(?:middle|start|beginning)\ of)(?:\s+(?:season|of
        |in))?[\s-]+
        (?:{_year_as("y5")}|(?P<rel5>next\ year|this\ year))
    |(?P<in6>(?:in|this|next|by|for|to|until|from|of|out|around|before|at|over|its)\s+(?:the\s+)?)
        (?P<q6>spring|summer|fall(?!\s+in)|autumn|winter|christmas|thanksgiving|halloween|holidays
        |holiday\ season)
        \b(?!\s+(?:corridor|festival|\w*quel\b|blockbuster|tentpole|movie|film\b|comedy|hit\b|smash|
        \d|of\ \d|next\ year|this\ year))
    |(?P<on7>(?:on|from|until)\s+(?:\w+day,?\s+)?)?the\s+(?P<d7>\d{{1,2}})(?:st|nd|rd|th)\b
    |(?P<in8>(?:in|for|to|from|until|this|next|late|by|following|out|into|original|its|mid|early|middle\ of
        |weekend\ of|(?:start|end|beginning)\ of|during|come)[\s-]+){_month_as("m8")}
        (?![\w'’-])(?!\.\s*\d)(?!,?\s+(?:of\s+)?(?:\d|next\ year|this\ year))
    |(?P<q17>thanksgiving|christmas|halloween)\ (?:weekend|week|frame)\b
    |(?P<nth16>first|second|third|fourth)\ quarter(?:\ of)?\ {_year_as("y16")}
    |(?P<rel9>next\ year)
    |(?P<rel12>next\ month|in\ a\ month(?:['’]s\ time)?|a\ month\ from\ now|next\ week
        |in\ (?:two|three)\ weeks|in\ a\ fortnight
        |a\ year\ from\ (?:now|today)|this\ time\ next\ year|in\ a\ year['’]s\ time)\b
    |(?P<long>(?:presidents|president['’]s|memorial|labor|mlk|martin\ luther\ king|mother['’]s
        |father['’]s)['’]?\ day)
        (?:\ (?:weekend|frame|week))?(?:,?\s+{_year_as("y15")})?
    |(?P<holiday>new\ year['’]s\ (?:day|eve)|boxing\ day|christmas\ (?:day|eve)
        |valentine['’]s(?:\ day|(?=\ (?:week|frame|\d)))
        |independence\ day|fourth\ of\ july|st\.?\ patrick['’]s\ day)
        (?P<week13>\s+(?:week(?:end)?|corridor|frame|slot|window))?
        (?:,?\s+(?:of\s+|in\s+)?(?:{_year_as("y13")}|(?P<rel13>next\ year|this\ year)))?
    |(?P<on14>(?:opens?|opening|out|on|due|from|dated|for|until
        |to)\s+)(?P<m14>\d{{1,2}})/(?P<d14>\d{{1,2}})(?!\d|/)
    |{_year_as("y10")}\b(?!\s*(?:minutes|seats))
    |{_month_as("m11")}
        (?=\s+(?:release|date|slot|berth|bow|debut|opening|premiere|calendar|frame|perch|window|launch
        |can[’']t|cannot))
    )""",
    re.VERBOSE,
)


_DATED = frozenset(
    [
        *_MONTHS,
        *(month[:3] for month in _MONTHS),
        "sept",
        *set(" ".join(_QUARTERS).split()) - {"of"},
        *_DAYS,
        "next",
        "this",
        "month",
        "day",
        "eve",
        "today",
        "tomorrow",
        "week",
        "weeks",
        "fortnight",
    ]
)
_HOLIDAYS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "boxing day": (12, 26), "christmas day": (12, 25),
    "christmas eve": (12, 24), "valentine's day": (2, 14), "valentine's": (2, 14), "independence day": (7, 4),
    "fourth of july": (7, 4),
    "st patrick's day": (3, 17), "st. patrick's day": (3, 17),
}  # fmt: skip
_LONG_WEEKENDS = {"president": 2, "memorial": 5, "labor": 9, "mlk": 1, "martin": 1, "mother": 5, "father": 6}
_SOON = timedelta(days=90)
_LINK = late(r",?\s*(?:to|and|or|until|through|[–—-])\s*(?:\w+day,?\s*)?(?:the\s+)?")
_YEAR = late(r"(?:19|20)\d\d|\d\d?(?:st|nd|rd|th)")


class Printed(NamedTuple):
    """A date in a text: ISO at its precision, where it stands."""

    iso: str
    start: int
    end: int

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a quarter, 0 for a year."""
        return 1 if "Q" in self.iso else self.iso.count("-") + 1 if "-" in self.iso else 0


def dates(text: str, published: int) -> list[Printed]:
    """Every date of a text in order; one without a year takes the year it plainly means."""
    today = datetime.fromtimestamp(published, UTC).date()
    matches = list(_DATE.finditer(lowered(text)))
    stated = [iso for match in matches if _has_year(match) and (iso := _iso(match, today, "", ()))]
    found: list[Printed] = []
    free = False
    for place, match in enumerate(matches):
        near = stated
        if place + 1 < len(matches) and (year := _shared_year(match, matches[place + 1])):
            near = [f"{year}-{_month(match['m1'] or match['m2']):02d}"]
        iso = _iso(match, today, found[-1].iso if found else "", near)
        if iso:
            start = match.start() + len(match["in6"] or match["in8"] or match["on7"] or match["on14"] or "")
            if found and free and _has_year(match) and _turn_of_year(found[-1].iso, iso):
                found[-1] = found[-1]._replace(iso=f"{int(iso[:4]) - 1}{found[-1].iso[4:]}")
            found.append(Printed(iso, start, match.end()))
            free = not _has_year(match)
    return found


def _turn_of_year(first: str, then: str) -> bool:
    """Tell whether a day without a year comes before the turn of the year that a later one is of."""
    return first[:4] == then[:4] and first[5:7] in ("10", "11", "12") and then[5:7] in ("01", "02", "03")


def dated(text: str) -> bool:
    """Tell whether a text may hold a date: no date is without a word of its own."""
    words = said(text)
    return not _DATED.isdisjoint(words) or any(_YEAR.fullmatch(word) for word in words if word[0].isdigit())


def _has_year(match: re.Match[str]) -> bool:
    return any(
        match[name]
        for name in ("y1", "y2", "y4", "y5", "y10", "y13", "y15", "y16", "rel1", "rel2", "rel3", "rel5")
    )


def _shared_year(match: re.Match[str], after: re.Match[str]) -> str | None:
    """The year that two dates have in common: from May 7 to Oct. 15, 2027."""
    day = (match["m1"] or match["m2"]) and not _has_year(match)
    linked = day and _LINK.fullmatch(match.string, match.end(), after.start())
    return after["y1"] or after["y2"] or after["y4"] if linked else None


def _near(month: int, stated: Sequence[str], first: int) -> int | None:
    """The year of another date of the text that this month must share; years before the first say nothing."""
    for iso in stated:
        if int(iso[:4]) >= first and (iso[5:7] == f"{month:02d}" or iso[5:] == f"Q{(month + 2) // 3}"):
            return int(iso[:4])
    years = {int(iso[:4]) for iso in stated} - set(range(first))
    return years.pop() if len(years) == 1 else None


def _iso(match: re.Match[str], today: date, last: str, stated: Sequence[str]) -> str | None:
    got = match.groupdict()
    year = next((int(got[name]) for name in ("y1", "y2", "y4", "y5", "y10", "y13", "y15") if got[name]), None)
    for name in ("rel1", "rel2", "rel3", "rel5", "rel9", "rel13"):
        if got[name]:
            year = today.year + got[name].startswith("next")
    month = next((_month(got[name]) for name in ("m1", "m2", "m3", "m4", "m8", "m11") if got[name]), None)
    day = next((int(got[name]) for name in ("d1", "d2") if got[name]), None)
    if got["d7"]:
        return _nth(int(got["d7"]), last, today, on=bool(got["on7"]))
    if got["rel12"]:
        return _ahead(got["rel12"], today)
    if got["long"]:
        month = _LONG_WEEKENDS[re.split("['’ ]|s['’ ]", got["long"])[0].removesuffix("s")]
        return f"{year or _near(month, stated, today.year) or _coming(month, today)}-{month:02d}"
    if got["holiday"]:
        month, day = _HOLIDAYS[got["holiday"].replace("’", "'")]
        whole = _day(year or _near(month, stated, today.year), month, day, today)
        return whole[:7] if whole and got["week13"] else whole
    if got["m14"]:
        return _day(None, int(got["m14"]), int(got["d14"]), today)
    if got["nth16"]:
        return f"{got['y16']}-Q{('first', 'second', 'third', 'fourth').index(got['nth16']) + 1}"
    quarter = _QUARTERS.get((got["q"] or got["q6"] or got["q17"] or "").lower().removeprefix("the "))
    if quarter:
        return f"{year or _season_year(quarter, today, got['in6'] or '')}-Q{quarter}"
    if month and not year:
        this = (got["in8"] or "").startswith("this")
        year = None if this else _near(month, stated, today.year - 1)
        if day and year and not _names_month(month, year, stated) and not _may_be(year, month, day, today):
            year = None
        if (got["in8"] or "").lower().startswith("following") and len(last) >= 7:
            year = int(last[:4]) + (f"{month:02d}" <= last[5:7])
    if month and day:
        return _day(year, month, day, today)
    if month:
        return f"{year or _coming(month, today)}-{month:02d}"
    return str(year) if year else None


def _ahead(words: str, today: date) -> str:
    """The month of a day told by its distance: next month, in two weeks."""
    if "year" in words:
        return months_before(today.isoformat(), -12)
    if "month" in words:
        return months_before(today.isoformat(), -1)
    weeks = 1 if "next" in words else 3 if "three" in words else 2
    return (today + timedelta(weeks=weeks)).isoformat()[:7]


def _nth(number: int, last: str, today: date, *, on: bool) -> str | None:
    """The 14th: of the month named before, or after `on` the next there is."""
    if not 0 < number < 32:
        return None
    if len(last) >= 7 and "Q" not in last:
        return f"{last[:7]}-{number:02d}"
    coming = (today + timedelta(days=ahead) for ahead in range(31))
    return next((day.isoformat() for day in coming if on and day.day == number), None)


def weekday(name: str, published: int) -> str:
    """The next day of that name; the day itself, where news is of today."""
    today = datetime.fromtimestamp(published, UTC).date()
    if name not in _DAYS:
        return (today + timedelta(days=name == "tomorrow")).isoformat()
    return (today + timedelta(days=(_DAYS.index(name) - today.weekday()) % 7)).isoformat()


def in_words(iso: str) -> str:
    """A date as a reader says it, at the precision stated: 19 November 2027, autumn 2027."""
    year, _, rest = iso.partition("-")
    if not rest:
        return year
    if rest.startswith("Q"):
        return f"{('early', 'spring', 'summer', 'late')[int(rest[1]) - 1]} {year}"
    month, _, day = rest.partition("-")
    return (
        f"{int(day)} {_MONTHS[int(month) - 1].title()} {year}"
        if day
        else f"{_MONTHS[int(month) - 1].title()} {year}"
    )


def months_before(iso: str, number: int) -> str:
    """The month so many months before a day; after it, where the number is negative."""
    months = int(iso[:4]) * 12 + int(iso[5:7]) - 1 - number
    return f"{months // 12}-{months % 12 + 1:02d}"


def _month(text: str) -> int:
    return next(
        number for number, name in enumerate(_MONTHS, 1) if name.startswith(text.lower().rstrip(".")[:3])
    )


def _day(year: int | None, month: int, day: int, today: date) -> str | None:
    try:
        found = date(year or today.year, month, day)
        if not year and found < today - timedelta(days=60):
            found = date(today.year + 1, month, day)
    except ValueError:
        return None
    return found.isoformat()


def _names_month(month: int, year: int, stated: Sequence[str]) -> bool:
    return any(iso[:4] == str(year) and iso[5:] in (f"{month:02d}", f"Q{(month + 2) // 3}") for iso in stated)


def _may_be(year: int, month: int, day: int, today: date) -> bool:
    """Tell whether a day printed without a year may be of one named elsewhere in the text.

    It is not, where that is long past; nor where a year later is meant, though the day comes in a few weeks.
    """
    coming, meant = _day(None, month, day, today), _day(year, month, day, today)
    if not coming or not meant:
        return True
    soon = date.fromisoformat(coming) - today < _SOON
    return meant >= (today - timedelta(days=60)).isoformat() and not (soon and meant > coming)


def _coming(month: int, today: date) -> int:
    return today.year + (month < today.month - 1)


def _season_year(quarter: int, today: date, before: str) -> int:
    return today.year + (quarter * 3 < today.month or before.startswith("next"))
