"""What a printed date means, in the light of its text and of the day that the text is of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from reader.patterns import late
from reader.stories.dates.calendar import (
    EASTER,
    FEASTS,
    HOLIDAYS,
    LONG_WEEKENDS,
    QUARTERS,
    SEASONS,
    easter,
    feast,
    fourth_thursday,
    middle,
    months_before,
)
from reader.stories.dates.date_match import RELATIVE, YEARS, Got, Match, full, this_year
from reader.stories.dates.years import (
    coming,
    day,
    may_be,
    names_month,
    of_season,
    shared,
    told_ahead,
    told_back,
    told_done,
    told_of_then,
)

_NTH = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "closing": 4, "final": 4, "last": 4}
_NEAR, _LATELY = 70, 3
"""Letters before and after a date that are read; months that lie back a little."""
_AROUND = late(r"\b(?:in time for|around|over|near(?:er)?|close to|ahead of)(?: the)? $")
_FILM = late(
    r" (?:release|movie|film|picture|bow|opening|debut|launch|date night|treat|slot|date|perch|berth)\b"
)
_CLOSES = frozenset({"end of", "close of", "back end of", "tail end of"})
"""Of a year: what comes before it comes some time in that year."""
_WHEN = frozenset(
    ["in", "late", "early", "mid", "middle of", "start of", "end of", "beginning of", "back end of", "during"]
)
_WHEN_OF = frozenset(["", "early ", "late ", "mid-"])
"""Before a month in which something was done: in May, late in May, in early May, at the end of May."""


class Reading(NamedTuple):
    """How the dates of one text are read: the day it is of, and the dates that it states in full."""

    today: date
    text: str
    day_first: bool
    stated: Sequence[str]
    earlier: Sequence[str]
    """Those of the dates stated that come before the one to read, to the month or the day."""

    def iso(self, match: Match, last: str) -> str | None:
        """One date; `last`: the one before it in the text."""
        got = match.got
        if "d21" in got:
            return (
                _nth(int(got["d21"]), last, self.today, on=False) if len(last) == len("2027-01-01") else None
            )
        if "d7" in got:
            return _nth(int(got["d7"]), last, self.today, on="on7" in got)
        if "rel11" in got:
            ends = self.today.isoformat()[:7] if "end of the" in match.whole[0] else None
            return last[:7] if len(last) >= len("2027-01") and "Q" not in last else ends
        if "rel25" in got:
            return self.today.isoformat()[:7]
        if "rel12" in got:
            return _ahead(got["rel12"], self.today)
        if "q23" in got or "q24" in got or self._by_its_end(match):
            return f"{self.today.year}-Q4"
        year = self._year(got, last)
        if "m14" in got or "m18" in got or "m19" in got or "m20" in got:
            return self._in_figures(match, year)
        if (
            year
            and got.get("q", "").removeprefix("the ") in _CLOSES
            and self._before(match).endswith("before ")
        ):
            return str(year)
        named = self._named(match, year) or self._of_season(got, year, last)
        return named or self._of_month(match, year, last)

    def _by_its_end(self, match: Match) -> bool:
        """Tell whether a film is to come by the end of the year: in its last quarter."""
        return match.got.get("rel9") == "the end of the year" and self.text[: match.start].endswith("by ")

    def _year(self, got: Got, last: str) -> int | None:
        """The year printed, or told from that of today or of the date before."""
        for words in (got[name] for name in RELATIVE if name in got):
            if words.startswith("next"):
                return self.today.year + 1
            if words == "the new year":
                return self.today.year + 1
            if this_year(words):
                return self.today.year
            after = words.startswith("the ")
            return (int(last[:4]) if last and not words.startswith("this") else self.today.year) + after
        return next((full(got[name]) for name in YEARS if name in got), None)

    def _in_figures(self, match: Match, year: int | None) -> str | None:
        """A day all in figures: 7/16/27, 16.07.2027, 2027-07-16, 11/7."""
        kind = next(kind for kind in ("14", "18", "19", "20") if f"m{kind}" in match.got)
        month, number = int(match.got[f"m{kind}"]), int(match.got[f"d{kind}"])
        if month > 12 or (kind in ("14", "18") and self.day_first and number <= 12):
            month, number = number, month
        found, other = (
            day(year, *each, self.today, back=self._back(match))
            for each in ((month, number), (number, month))
        )
        gone = kind == "19" and not self.day_first and found and found < self.today.isoformat()
        return other if gone and other else found

    def _named(self, match: Match, year: int | None) -> str | None:
        """A holiday or a quarter by its number."""
        got = match.got
        today, known = self.today, (self.stated, self.earlier)
        if name := got.get("long"):
            month = next(number for start, number in LONG_WEEKENDS.items() if name.startswith(start))
            return f"{year or shared(month, *known, today.year) or coming(month, today)}-{month:02d}"
        if name := got.get("holiday"):
            month, number = HOLIDAYS[name.replace("’", "'")]
            year = year or shared(month, *known, today.year)
            if name in EASTER:
                return _of_easter(year, EASTER[name], today)
            number = number or fourth_thursday(year or today.year, month)
            whole = day(year, month, number, today, back=False)
            slot = got.get("week13", "").endswith("slot") and name.endswith((" day", " eve"))
            around = ("week13" in got and not slot) or name.endswith(("’s", "'s")) or self._around(match)
            return whole[:7] if whole and around else whole
        if name := got.get("nth16") or got.get("nq16"):
            quarter = int(name) if name.isdecimal() else _NTH[name]
            return f"{year or of_season(quarter, today, following=False)}-Q{quarter}"
        return None

    def _around(self, match: Match) -> bool:
        """Tell whether a holiday is only what a film comes out for: in time for it, or to be seen on it."""
        name = match.got["holiday"]
        lovers = name.startswith("valentine") and _FILM.match(self.text, match.end)
        return bool(lovers or _AROUND.search(self.text, max(0, match.start - _NEAR), match.start))

    def _of_season(self, got: Got, year: int | None, last: str) -> str | None:
        """A season, or that of a feast."""
        name = (
            got.get("q") or got.get("q6") or got.get("q17") or got.get("q18") or got.get("q22") or ""
        ).removeprefix("the ")
        before = got.get("lead", "") + got.get("in6", "")
        if "that" in before and last:
            year = int(last[:4])
        quarter = QUARTERS.get(name)
        if "following" in before and last and quarter:
            year = int(last[:4])
            year += middle(f"{year}-Q{quarter}") <= middle(last)
        if month := FEASTS.get(name):
            year = year or shared(month, self.stated, self.earlier, self.today.year)
            return feast(name, year or coming(month, self.today) + ("next" in before))
        if quarter is None:
            return None
        over = name in SEASONS and quarter * 3 == self.today.month and "this" not in before
        return f"{year or of_season(quarter, self.today, following=over or 'next' in before)}-Q{quarter}"

    def _of_month(self, match: Match, year: int | None, last: str) -> str | None:
        """A month, a day of it, or no more than a year."""
        got, month = match.got, match.month
        if not month:
            return str(year) if year else None
        number = int(got.get("d1") or got.get("d2") or 0)
        back = bool(number) and not match.in_full and self._back(match)
        before = got.get("lead", "") + got.get("in8", "") or self.text[max(0, match.start - 5) : match.start]
        year = year or self._yet_to_come(match, self._unsaid(month, number, before, last, back=back))
        if number:
            return day(year, month, number, self.today, back=back)
        done = not year and got.get("lead") in _WHEN and got.get("in8", "") in _WHEN_OF
        if done and (told_done(self._before(match)) or self._has_just_been(match)):
            return f"{self.today.year - (month > self.today.month)}-{month:02d}"
        return f"{year or coming(month, self.today, following='next' in before)}-{month:02d}"

    def _unsaid(self, month: int, number: int, before: str, last: str, *, back: bool) -> int | None:
        """The year of a month printed without one, where its text tells."""
        if before.startswith("following") and last:
            return int(last[:4]) + (f"{month:02d}" <= middle(last)[5:7] or "-" not in last)
        if "that" in before and last:
            return int(last[:4])
        if "this" in before or "next" in before:
            return None
        year = shared(month, self.stated, self.earlier, self.today.year - 1)
        if not number or not year or names_month(month, year, self.stated):
            return year
        return year if may_be(year, month, number, self.today, back=back) else None

    def _yet_to_come(self, match: Match, year: int | None) -> int | None:
        """A year shared with another date, unless the month has been then, and its text looks ahead."""
        been = year and f"{year}-{match.month:02d}" < f"{self.today:%Y-%m}"
        number = match.got.get("d1") or match.got.get("d2")
        return None if been and not number and told_ahead(self._before(match)) else year

    def _has_just_been(self, match: Match) -> bool:
        """Tell whether a month is one of the last, and no word leads from it to what is to come."""
        since = (self.today.month - match.month) % 12
        return 0 < since <= _LATELY and not told_ahead(self._before(match))

    def _before(self, match: Match) -> str:
        return self.text[max(0, match.start - _NEAR) : match.start]

    def _back(self, match: Match) -> bool:
        before, after = self._before(match), self.text[match.end : match.end + _NEAR]
        return told_back(before) or told_of_then(before, after)


def _ahead(words: str, today: date) -> str:
    """The month of a day told by its distance: next month, in two weeks."""
    if "year" in words:
        return months_before(today.isoformat(), -12)
    if "month" in words:
        return months_before(today.isoformat(), -1)
    weeks = 1 if "next" in words else 3 if "three" in words else 2
    return (today + timedelta(weeks=weeks)).isoformat()[:7]


def _of_easter(year: int | None, after: int, today: date) -> str:
    """A day so many days after Easter Sunday, of a year or the next there is."""
    found = easter(year or today.year) + timedelta(days=after)
    if not year and found < today:
        found = easter(today.year + 1) + timedelta(days=after)
    return found.isoformat()


def _nth(number: int, last: str, today: date, *, on: bool) -> str | None:
    """The 14th: of the month named before, or after `on` the next there is."""
    if not 0 < number < 32:
        return None
    if len(last) >= 7 and "Q" not in last:
        return f"{last[:7]}-{number:02d}"
    to_come = (today + timedelta(days=ahead) for ahead in range(31))
    return next((one.isoformat() for one in to_come if on and one.day == number), None)
