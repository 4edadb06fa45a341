"""Dates as news prints them, at the precision printed: a day, a month, a quarter, a year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from reader.patterns import late
from reader.stories.dateforms import DATE, DAYS, HOLIDAYS, LONG_WEEKENDS, MONTHS, ONE_MONTH, QUARTERS
from reader.stories.terms import lowered

_SOON = timedelta(days=90)
_LINK = late(r",?\s*(?:to|and|or|until|through|[–—-])\s*(?:\w+day,?\s*)?(?:the\s+)?")


_YEARS = ("y1", "y2", "y4", "y5", "y10", "y13", "y15", "y16", "y18")
_TOLD_YEARS = ("rel1", "rel2", "rel3", "rel5", "rel9", "rel13", "rel22")
"""Groups of the pattern: years printed, and those told by another."""
_NTH = ("first", "second", "third", "fourth")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


class Printed(NamedTuple):
    """A date in a text: ISO at its precision, where it stands."""

    iso: str
    start: int
    end: int

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a quarter, 0 for a year."""
        return 1 if "Q" in self.iso else self.iso.count("-") + 1 if "-" in self.iso else 0


def dates(text: str, published: int, *, by_day: bool = False) -> list[Printed]:
    """Every date of a text in order; one without a year takes the year it plainly means.

    `by_day`: in figures alone the day comes before the month.
    """
    today = datetime.fromtimestamp(published, UTC).date()
    matches = list(DATE.finditer(lowered(text)))
    stated = [iso for match in matches if _has_year(match) and (iso := _iso(match, today, "", (), by_day))]
    found: list[Printed] = []
    free = False
    for place, match in enumerate(matches):
        near = stated
        if place + 1 < len(matches) and (year := _shared_year(match, matches[place + 1])):
            near = [f"{year}-{_month(match['m1'] or match['m2']):02d}"]
        iso = _iso(match, today, found[-1].iso if found else "", near, by_day)
        if iso:
            start = match.start() + len(_led_by(match))
            if found and free and _has_year(match) and _turn_of_year(found[-1].iso, iso):
                found[-1] = found[-1]._replace(iso=f"{int(iso[:4]) - 1}{found[-1].iso[4:]}")
            found.append(Printed(iso, start, match.end()))
            free = not _has_year(match)
    return found


def _led_by(match: re.Match[str]) -> str:
    """The words before a date that only lead up to it."""
    lead = match["in6"] or match["in8"] or match["on7"] or match["on14"] or match["on21"] or match["in22"]
    return lead or ("the " if match["q"] and match[0].startswith("the ") else "")


def _turn_of_year(first: str, then: str) -> bool:
    """Tell whether a day without a year comes before the turn of the year that a later one is of."""
    return first[:4] == then[:4] and first[5:7] in ("10", "11", "12") and then[5:7] in ("01", "02", "03")


def _has_year(match: re.Match[str]) -> bool:
    return any(
        match[name] for name in (*_YEARS, "whole", "ny", "ny2", *_TOLD_YEARS) if name not in ("rel9", "rel13")
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


def _iso(match: re.Match[str], today: date, last: str, stated: Sequence[str], by_day: bool) -> str | None:
    got = match.groupdict()
    if got["whole"] or got["ny"] or got["ny2"]:
        return _in_figures(got, by_day)
    if got["d7"]:
        return _nth(int(got["d7"]), last, today, on=bool(got["on7"]))
    if got["unit20"]:
        return _apart(got, last)
    if got["rel12"]:
        return _ahead(got["rel12"], today)
    if got["m14"]:
        month, day = int(got["m14"]), int(got["d14"])
        return _day(None, *((day, month) if by_day else (month, day)), today)
    year = _year(got, today, last)
    if year is None and _told_by_another(got):
        return None
    if got["long"]:
        month = LONG_WEEKENDS[re.split("['’ ]|s['’ ]", got["long"])[0].removesuffix("s")]
        return f"{year or _near(month, stated, today.year) or _coming(month, today)}-{month:02d}"
    if got["holiday"]:
        month, day = HOLIDAYS[got["holiday"].replace("’", "'")]
        whole = _day(year or _near(month, stated, today.year), month, day, today)
        return whole[:7] if whole and got["week13"] else whole
    if got["day21"]:
        month, day = HOLIDAYS[got["day21"]]
        return _day(_near(month, stated, today.year), month, day, today)
    nth = got["nth16"] or got["nth18"] or got["nth19"] or got["nth22"]
    if nth:
        number = int(nth) if nth.isdecimal() else _NTH.index(nth) + 1
        return f"{year or _season_year(number, today, '', last)}-Q{number}"
    season = (got["q"] or got["q6"] or got["q17"] or "").lower().removeprefix("the ")
    if quarter := QUARTERS.get(season):
        before = (got["in6"] or "").lower()
        stated_too = None if before.startswith(("this", "next")) else _of_quarter(quarter, stated, today.year)
        year = year or stated_too or _season_year(quarter, today, before, last)
        return f"{year}-{ONE_MONTH[season]}" if season in ONE_MONTH else f"{year}-Q{quarter}"
    return _of_month(got, year, today, last, stated)


def _of_month(
    got: dict[str, str], year: int | None, today: date, last: str, stated: Sequence[str]
) -> str | None:
    """A month, or a day of it; a year alone where there is none."""
    month = next((_month(got[name]) for name in ("m1", "m2", "m3", "m4", "m8", "m11") if got[name]), None)
    day = next((int(got[name]) for name in ("d1", "d2") if got[name]), None)
    if month and not year:
        before = (got["in8"] or "").lower()
        year = None if before.startswith("this") else _near(month, stated, today.year - 1)
        if day and year and not _names_month(month, year, stated) and not _may_be(year, month, day, today):
            year = None
        if before.startswith(("following", "that")) and len(last) >= 7:
            year = int(last[:4]) + (before.startswith("following") and f"{month:02d}" <= last[5:7])
    if month and day:
        return _day(year, month, day, today)
    if month:
        return f"{year or _coming(month, today)}-{month:02d}"
    return str(year) if year else None


def _year(got: dict[str, str], today: date, last: str) -> int | None:
    """The year that is printed, or told by this one or by that of the date before."""
    year = next((int(got[name]) for name in _YEARS if got[name]), None)
    told = next((got[name] for name in _TOLD_YEARS if got[name]), "")
    if told.startswith("next"):
        return today.year + 1
    if told.startswith("this"):
        return today.year
    if told and last:
        return int(last[:4]) + ("following" in told)
    return year


def _told_by_another(got: dict[str, str]) -> bool:
    """Tell whether a year is told by that of a date before."""
    return any((got[name] or "").startswith(("that", "the ", "following")) for name in _TOLD_YEARS)


def _in_figures(got: dict[str, str], by_day: bool) -> str | None:
    """7/16/27 in America, 16/07/27 elsewhere; with dots the day is always first."""
    if got["whole"]:
        year, month, day = map(int, got["whole"].split("-"))
    elif got["ny2"]:
        year, month, day = int(got["ny2"]), int(got["n4"]), int(got["n3"])
    else:
        year, month, day = int(got["ny"][-2:]) + 2000, int(got["n1"]), int(got["n2"])
        if month > 12 or (by_day and day <= 12):
            month, day = day, month
    return _day(year, month, day, date(year, 1, 1))


def _apart(got: dict[str, str], last: str) -> str | None:
    """A day told by how far it is from the one before: two weeks later."""
    if len(last) != len("2027-01-01"):
        return None
    number = int(got["n20"]) if got["n20"].isdecimal() else _NUMBERS.get(got["n20"], 1)
    days = number * {"day": 1, "week": 7, "fortnight": 14}[got["unit20"]]
    back = got["way20"] in ("earlier", "sooner")
    return (date.fromisoformat(last) + timedelta(days=-days if back else days)).isoformat()


def _ahead(words: str, today: date) -> str:
    """The month of a day told by its distance: next month, in two weeks."""
    if "years" in words:
        return str(today.year + (3 if "three" in words else 2))
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
    if name not in DAYS:
        return (today + timedelta(days=name == "tomorrow")).isoformat()
    return (today + timedelta(days=(DAYS.index(name) - today.weekday()) % 7)).isoformat()


def in_words(iso: str) -> str:
    """A date as a reader says it, at the precision stated: 19 November 2027, autumn 2027."""
    year, _, rest = iso.partition("-")
    if not rest:
        return year
    if rest.startswith("Q"):
        return f"{('early', 'spring', 'summer', 'late')[int(rest[1]) - 1]} {year}"
    month, _, day = rest.partition("-")
    return (
        f"{int(day)} {MONTHS[int(month) - 1].title()} {year}"
        if day
        else f"{MONTHS[int(month) - 1].title()} {year}"
    )


def months_before(iso: str, number: int) -> str:
    """The month so many months before a day; after it, where the number is negative."""
    months = int(iso[:4]) * 12 + int(iso[5:7]) - 1 - number
    return f"{months // 12}-{months % 12 + 1:02d}"


def _month(text: str) -> int:
    return next(
        number for number, name in enumerate(MONTHS, 1) if name.startswith(text.lower().rstrip(".")[:3])
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
    soon = timedelta(0) <= date.fromisoformat(coming) - today < _SOON
    return meant >= (today - timedelta(days=60)).isoformat() and not (soon and meant > coming)


def _coming(month: int, today: date) -> int:
    return today.year + (month < today.month - 1)


def _of_quarter(quarter: int, stated: Sequence[str], first: int) -> int | None:
    """The year of another date of the text in the same quarter; years before the first say nothing."""
    years = (int(iso[:4]) for iso in stated if iso[5:] and _quarter(iso) == quarter)
    return next((year for year in years if year >= first), None)


def _season_year(quarter: int, today: date, before: str, last: str) -> int:
    if last and before.startswith(("that", "following")):
        return int(last[:4]) + (before.startswith("following") and quarter <= _quarter(last))
    return today.year + (quarter * 3 < today.month or before.startswith("next"))


def _quarter(iso: str) -> int:
    """The quarter of a date; of a year alone the first."""
    rest = iso[5:]
    return int(rest[1]) if rest.startswith("Q") else (int(rest[:2]) + 2) // 3 if rest else 1
