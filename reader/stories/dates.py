"""Dates as news prints them, at the precision printed: a day, a month, a quarter, a year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from reader.patterns import late
from reader.stories.almanac import (
    FEASTS,
    HOLIDAYS,
    LONG_WEEKENDS,
    QUARTERS,
    SEASONS,
    fourth_thursday,
    middle,
    month_of,
    months_before,
)
from reader.stories.dateforms import DATE
from reader.stories.terms import lowered
from reader.stories.years import coming, day, may_be, names_month, of_season, shared, told_back

_LINK = late(
    r",?\s*(?:to|and|or|until|through|instead of|rather than|not|from|[–—-])\s*(?:\w+day,?\s*)?(?:the\s+)?"
)
_YEARS = ("y1", "y2", "y4", "y5", "y10", "y13", "y15", "y16", "y18", "y19", "y20")
_RELATIVE = ("rel1", "rel2", "rel3", "rel5", "rel9", "rel13", "rel15", "rel16")
_IN_FULL = frozenset((*_YEARS, *_RELATIVE))
_MONTHS = ("m1", "m2", "m8")
_PARTIAL = frozenset(("d1", "d2", "m8", "q6"))
_LEADS = ("lead", "in6", "in8", "on7", "on14")
_WITH_YEAR = late(r"\d{4}|year|['’]\d\d$|\d[/.]\d\d$")
_NTH = ("first", "second", "third", "fourth")
_NEAR = 70

Got = Mapping[str, str]
"""The parts of one match that are there, by name."""


class Printed(NamedTuple):
    """A date in a text: ISO at its precision, where it stands."""

    iso: str
    start: int
    end: int

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a quarter, 0 for a year."""
        return 1 if "Q" in self.iso else self.iso.count("-") + 1 if "-" in self.iso else 0


def yearless(text: str, printed: Printed) -> bool:
    """Tell whether a date is printed without a year."""
    return not _WITH_YEAR.search(text[printed.start : printed.end].lower())


def dates(text: str, published: int, *, day_first: bool = False) -> list[Printed]:
    """Every date of a text in order; one without a year takes the year it plainly means.

    `day_first`: 5/6/27 is the fifth of June.
    """
    low = lowered(text)
    matches = [match for match in map(_Match, DATE.finditer(low)) if not match.is_verb(text)]
    if not matches:
        return []
    reading = _Reading(datetime.fromtimestamp(published, UTC).date(), low, day_first, (), ())
    full = [(one.start, iso) for one in matches if one.in_full and (iso := reading.iso(one, ""))]
    stated = tuple(iso for _, iso in full)
    found: list[Printed] = []
    free = False
    for one, after in zip(matches, [*matches[1:], None], strict=True):
        near, earlier = stated, tuple(iso for at, iso in full if at < one.start and "-" in iso)
        year = one.shared_year(after) if after else None
        if year:
            near = earlier = (f"{year}-{one.month:02d}",) if one.month else stated
        iso = reading._replace(stated=near, earlier=earlier).iso(one, found[-1].iso if found else "")
        if iso and after and year and not one.month:
            iso = _before(f"{year}{iso[4:]}", reading.iso(after, ""))
        if iso:
            if found and free and one.in_full and _turn_of_year(found[-1].iso, iso):
                found[-1] = found[-1]._replace(iso=f"{int(iso[:4]) - 1}{found[-1].iso[4:]}")
            found.append(Printed(iso, one.begins, one.end))
            free = not one.in_full
    return found


class _Match:
    """What the pattern found at one place: its parts, without those that are not there."""

    __slots__ = ("end", "got", "in_full", "start", "whole")

    def __init__(self, match: re.Match[str]) -> None:
        self.whole = match
        self.got: Got = {name: part for name, part in match.groupdict().items() if part}
        self.start, self.end = match.span()
        self.in_full = not _IN_FULL.isdisjoint(self.got)

    @property
    def begins(self) -> int:
        """Where the date begins, after the words that lead to it."""
        if "lead" in self.got:
            return self.whole.start("q6" if "q6" in self.got else "m8")
        article = len("the ") if "q" in self.got and self.whole[0].startswith("the ") else 0
        return self.start + article + sum(len(self.got.get(name, "")) for name in _LEADS)

    @property
    def month(self) -> int:
        """The month it names, 0 if it names none."""
        return next((month_of(self.got[name]) for name in _MONTHS if name in self.got), 0)

    def is_verb(self, text: str) -> bool:
        """Tell whether what looks like a month is a verb amid a sentence: it may open, they march."""
        name = next((name for name in ("m1", "m8") if self.got.get(name) in ("may", "march")), None)
        if name is None or self.in_full or "d1" in self.got:
            return False
        return text[self.whole.start(name)].islower() and not text[:80].islower()

    def shared_year(self, after: _Match) -> str | None:
        """The year that it has in common with the next: from May 7 to Oct. 15, 2027."""
        if self.in_full or _PARTIAL.isdisjoint(self.got):
            return None
        year = next((after.got[name] for name in ("y1", "y2", "y4") if name in after.got), None)
        linked = year and _LINK.fullmatch(self.whole.string, self.end, after.start)
        return str(_full(year)) if linked and year else None


def _before(iso: str, then: str | None) -> str:
    """A season of the same year as the date it gives way to, or of the year before: from Christmas to May."""
    return iso if not then or middle(iso) <= middle(then) else f"{int(iso[:4]) - 1}{iso[4:]}"


def _turn_of_year(first: str, then: str) -> bool:
    """Tell whether a day without a year comes before the turn of the year that a later one is of."""
    return first[:4] == then[:4] and first[5:7] in ("10", "11", "12") and then[5:7] in ("01", "02", "03")


class _Reading(NamedTuple):
    """How the dates of one text are read: the day it is of, and the dates that it states in full."""

    today: date
    text: str
    day_first: bool
    stated: Sequence[str]
    earlier: Sequence[str]
    """Those of the dates stated that come before the one to read, to the month or the day."""

    def iso(self, match: _Match, last: str) -> str | None:
        """One date; `last`: the one before it in the text."""
        got = match.got
        if "d7" in got:
            return _nth(int(got["d7"]), last, self.today, on="on7" in got)
        if "rel12" in got:
            return _ahead(got["rel12"], self.today)
        year = self._year(got, last)
        if "m14" in got or "m18" in got or "m19" in got or "m20" in got:
            return self._in_figures(match, year)
        named = self._named(got, year) or self._of_season(got, year, last)
        return named or self._of_month(match, year, last)

    def _year(self, got: Got, last: str) -> int | None:
        """The year printed, or told from that of today or of the date before."""
        for words in (got[name] for name in _RELATIVE if name in got):
            if words.startswith("next"):
                return self.today.year + 1
            after = words.startswith("the ")
            return (int(last[:4]) if last and not words.startswith("this") else self.today.year) + after
        return next((_full(got[name]) for name in _YEARS if name in got), None)

    def _in_figures(self, match: _Match, year: int | None) -> str | None:
        """A day all in figures: 7/16/27, 16.07.2027, 2027-07-16, 11/7."""
        kind = next(kind for kind in ("14", "18", "19", "20") if f"m{kind}" in match.got)
        month, number = int(match.got[f"m{kind}"]), int(match.got[f"d{kind}"])
        if month > 12 or (kind in ("14", "18") and self.day_first and number <= 12):
            month, number = number, month
        return day(year, month, number, self.today, back=self._back(match))

    def _named(self, got: Got, year: int | None) -> str | None:
        """A holiday or a quarter by its number."""
        today, known = self.today, (self.stated, self.earlier)
        if name := got.get("long"):
            month = next(number for start, number in LONG_WEEKENDS.items() if name.startswith(start))
            return f"{year or shared(month, *known, today.year) or coming(month, today)}-{month:02d}"
        if name := got.get("holiday"):
            month, number = HOLIDAYS[name.replace("’", "'")]
            year = year or shared(month, *known, today.year)
            number = number or fourth_thursday(year or today.year, month)
            whole = day(year, month, number, today, back=False)
            return whole[:7] if whole and "week13" in got else whole
        if name := got.get("nth16") or got.get("nq16"):
            return f"{year}-Q{int(name) if name.isdecimal() else _NTH.index(name) + 1}"
        return None

    def _of_season(self, got: Got, year: int | None, last: str) -> str | None:
        """A season, or the month of a feast."""
        name = (got.get("q") or got.get("q6") or got.get("q17") or got.get("q18") or "").removeprefix("the ")
        before = got.get("lead", "") + got.get("in6", "")
        if "that" in before and last:
            year = int(last[:4])
        quarter = QUARTERS.get(name)
        if "following" in before and last and quarter:
            year = int(last[:4])
            year += middle(f"{year}-Q{quarter}") <= middle(last)
        if month := FEASTS.get(name):
            year = year or shared(month, self.stated, self.earlier, self.today.year)
            return f"{year or coming(month, self.today) + ('next' in before)}-{month:02d}"
        if quarter is None:
            return None
        over = name in SEASONS and quarter * 3 == self.today.month and "this" not in before
        return f"{year or of_season(quarter, self.today, following=over or 'next' in before)}-Q{quarter}"

    def _of_month(self, match: _Match, year: int | None, last: str) -> str | None:
        """A month, a day of it, or no more than a year."""
        got, month = match.got, match.month
        if not month:
            return str(year) if year else None
        number = int(got.get("d1") or got.get("d2") or 0)
        back = bool(number) and not match.in_full and self._back(match)
        before = got.get("lead", "") + got.get("in8", "") or self.text[max(0, match.start - 5) : match.start]
        year = year or self._unsaid(month, number, before, last, back=back)
        if number:
            return day(year, month, number, self.today, back=back)
        return f"{year or coming(month, self.today, following='next' in before)}-{month:02d}"

    def _unsaid(self, month: int, number: int, before: str, last: str, *, back: bool) -> int | None:
        """The year of a month printed without one, where its text tells."""
        if before.startswith("following") and len(last) >= len("2027-01"):
            return int(last[:4]) + (f"{month:02d}" <= last[5:7])
        if "that" in before and last:
            return int(last[:4])
        if before.startswith("this"):
            return None
        year = shared(month, self.stated, self.earlier, self.today.year - 1)
        if not number or not year or names_month(month, year, self.stated):
            return year
        return year if may_be(year, month, number, self.today, back=back) else None

    def _back(self, match: _Match) -> bool:
        return told_back(self.text[max(0, match.start - _NEAR) : match.start])


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
