"""Dates as news prints them, at the precision printed: a day, a month, a quarter, a year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from reader.patterns import late
from reader.stories.almanac import FEASTS, HOLIDAYS, LONG_WEEKENDS, QUARTERS, month_of, months_before
from reader.stories.dateforms import DATE
from reader.stories.terms import lowered
from reader.stories.years import coming, day, may_be, names_month, of_season, shared, told_back

_LINK = late(
    r",?\s*(?:to|and|or|until|through|instead of|rather than|not|from|[–—-])\s*(?:\w+day,?\s*)?(?:the\s+)?"
)
_YEARS = ("y1", "y2", "y4", "y5", "y10", "y13", "y15", "y16", "y18", "y19", "y20")
_RELATIVE = ("rel1", "rel2", "rel3", "rel5", "rel9", "rel13", "rel15", "rel16")
_MONTHS = ("m1", "m2", "m3", "m4", "m8", "m11")
_LEADS = ("in6", "in8", "on7", "on14")
_WITH_YEAR = late(r"\d{4}|year|['’]\d\d$|\d[/.]\d\d$")
_NTH = ("first", "second", "third", "fourth")
_NEAR = 70


class Printed(NamedTuple):
    """A date in a text: ISO at its precision, where it stands."""

    iso: str
    start: int
    end: int

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a quarter, 0 for a year."""
        return 1 if "Q" in self.iso else self.iso.count("-") + 1 if "-" in self.iso else 0


def dates(text: str, published: int, *, day_first: bool = False) -> list[Printed]:
    """Every date of a text in order; one without a year takes the year it plainly means.

    `day_first`: 5/6/27 is the fifth of June.
    """
    today = datetime.fromtimestamp(published, UTC).date()
    low = lowered(text)
    matches = [match for match in DATE.finditer(low) if not _is_verb(match, text)]
    reading = _Reading(today, low, day_first, (), ())
    full = [(match.start(), iso) for match in matches if _has_year(match) and (iso := reading.iso(match, ""))]
    stated = tuple(iso for _, iso in full)
    found: list[Printed] = []
    free = False
    for place, match in enumerate(matches):
        near = stated
        if place + 1 < len(matches) and (year := _shared_year(match, matches[place + 1])):
            near = (f"{year}-{month_of(match['m1'] or match['m2']):02d}",)
        earlier = (
            tuple(iso for at, iso in full if at < match.start() and "-" in iso) if near is stated else near
        )
        iso = reading._replace(stated=near, earlier=earlier).iso(match, found[-1].iso if found else "")
        if iso:
            start = match.start() + sum(len(match[name] or "") for name in _LEADS)
            if found and free and _has_year(match) and _turn_of_year(found[-1].iso, iso):
                found[-1] = found[-1]._replace(iso=f"{int(iso[:4]) - 1}{found[-1].iso[4:]}")
            found.append(Printed(iso, start, match.end()))
            free = not _has_year(match)
    return found


def _is_verb(match: re.Match[str], text: str) -> bool:
    """Tell whether what looks like a month is a verb in the middle of a sentence: it may open, they march."""
    return any(
        match[name] in ("may", "march") and text[match.start(name)].islower() and not text[:80].islower()
        for name in ("m8", "m11")
    )


def _turn_of_year(first: str, then: str) -> bool:
    """Tell whether a day without a year comes before the turn of the year that a later one is of."""
    return first[:4] == then[:4] and first[5:7] in ("10", "11", "12") and then[5:7] in ("01", "02", "03")


def _has_year(match: re.Match[str]) -> bool:
    return any(match[name] for name in (*_YEARS, *_RELATIVE))


def _shared_year(match: re.Match[str], after: re.Match[str]) -> str | None:
    """The year that two dates have in common: from May 7 to Oct. 15, 2027."""
    is_day = (match["m1"] or match["m2"]) and not _has_year(match)
    linked = is_day and _LINK.fullmatch(match.string, match.end(), after.start())
    year = after["y1"] or after["y2"] or after["y4"] if linked else None
    return f"20{year[1:]}" if year and not year.isdecimal() else year


class _Reading(NamedTuple):
    """How the dates of one text are read: the day it is of, and the dates that it states in full."""

    today: date
    text: str
    day_first: bool
    stated: Sequence[str]
    earlier: Sequence[str]
    """Those of the dates stated that come before the one to read, to the month or the day."""

    def iso(self, match: re.Match[str], last: str) -> str | None:
        """One date; `last`: the one before it in the text."""
        got = match.groupdict()
        if got["d7"]:
            return _nth(int(got["d7"]), last, self.today, on=bool(got["on7"]))
        if got["rel12"]:
            return _ahead(got["rel12"], self.today)
        if got["m14"] or got["y18"] or got["y19"] or got["y20"]:
            return self._in_figures(got, match)
        year = self._year(got, last)
        return (
            self._named(got, year)
            or self._of_season(got, year, last)
            or self._of_month(got, match, year, last)
        )

    def _year(self, got: Mapping[str, str | None], last: str) -> int | None:
        """The year printed, or told from that of today or of the date before."""
        for words in filter(None, map(got.get, _RELATIVE)):
            if words.startswith("next"):
                return self.today.year + 1
            after = words.startswith("the ")
            return (int(last[:4]) if last and not words.startswith("this") else self.today.year) + after
        return next((_full(year) for year in map(got.get, _YEARS) if year), None)

    def _in_figures(self, got: Mapping[str, str | None], match: re.Match[str]) -> str | None:
        """A day all in figures: 7/16/27, 16.07.2027, 2027-07-16, 11/7."""
        kind = next(kind for kind in ("14", "18", "19", "20") if got[f"m{kind}"])
        month, number = int(got[f"m{kind}"] or 0), int(got[f"d{kind}"] or 0)
        if "/" in match[0] and (month > 12 or (self.day_first and number <= 12)):
            month, number = number, month
        return day(self._year(got, ""), month, number, self.today, back=self._back(match))

    def _named(self, got: Mapping[str, str | None], year: int | None) -> str | None:
        """A holiday, a season or a quarter."""
        today, known = self.today, (self.stated, self.earlier)
        if name := got["long"]:
            month = next(number for start, number in LONG_WEEKENDS.items() if name.startswith(start))
            return f"{year or shared(month, *known, today.year) or coming(month, today)}-{month:02d}"
        if name := got["holiday"]:
            month, number = HOLIDAYS[name.replace("’", "'")]
            whole = day(year or shared(month, *known, today.year), month, number, today, back=False)
            return whole[:7] if whole and got["week13"] else whole
        if name := got["nth16"] or got["nq16"]:
            return f"{year}-Q{int(name) if name.isdecimal() else _NTH.index(name) + 1}"
        return None

    def _of_season(self, got: Mapping[str, str | None], year: int | None, last: str) -> str | None:
        name = (got["q"] or got["q6"] or got["q17"] or "").removeprefix("the ")
        before = got["in6"] or ""
        if before.startswith("that") and last:
            year = int(last[:4])
        if month := FEASTS.get(name):
            year = year or shared(month, self.stated, self.earlier, self.today.year)
            return f"{year or coming(month, self.today) + before.startswith('next')}-{month:02d}"
        quarter = QUARTERS.get(name)
        if quarter is None:
            return None
        return f"{year or of_season(quarter, self.today, following='next' in before)}-Q{quarter}"

    def _of_month(
        self, got: Mapping[str, str | None], match: re.Match[str], year: int | None, last: str
    ) -> str | None:
        """A month, a day of it, or no more than a year."""
        month = next((month_of(name) for name in map(got.get, _MONTHS) if name), None)
        if month is None:
            return str(year) if year else None
        number = next((int(name) for name in (got["d1"], got["d2"]) if name), None)
        back = self._back(match)
        before = got["in8"] or self.text[max(0, match.start() - 5) : match.start()]
        year = year or self._unsaid(month, number, before, last, back=back)
        if number:
            return day(year, month, number, self.today, back=back)
        return f"{year or coming(month, self.today, following='next' in before)}-{month:02d}"

    def _unsaid(self, month: int, number: int | None, before: str, last: str, *, back: bool) -> int | None:
        """The year of a month printed without one, where its text tells."""
        if before.startswith("following") and len(last) >= len("2027-01"):
            return int(last[:4]) + (f"{month:02d}" <= last[5:7])
        if "that" in before and last:
            return int(last[:4])
        year = (
            None
            if before.startswith("this")
            else shared(month, self.stated, self.earlier, self.today.year - 1)
        )
        told = not number or not year or names_month(month, year, self.stated)
        return year if told or may_be(year or 0, month, number or 0, self.today, back=back) else None

    def _back(self, match: re.Match[str]) -> bool:
        return told_back(self.text[max(0, match.start() - _NEAR) : match.start()])


def _full(year: str) -> int:
    """A year in figures, two of them or four."""
    figures = year.strip("'’")
    return int(figures) if len(figures) > 2 else 2000 + int(figures)


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
    to_come = (today + timedelta(days=ahead) for ahead in range(31))
    return next((one.isoformat() for one in to_come if on and one.day == number), None)


def yearless(text: str, printed: Printed) -> bool:
    """Tell whether a date is printed without a year."""
    return not _WITH_YEAR.search(text[printed.start : printed.end].lower())
