"""Dates as news prints them, at the precision printed: a day, a month, a quarter, a year."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice, pairwise
from typing import NamedTuple

from reader.patterns import late
from reader.stories.dates.calendar import apart, middle, real
from reader.stories.dates.date_match import Match
from reader.stories.dates.date_meaning import Reading
from reader.stories.dates.date_patterns import DATE
from reader.stories.language.terms import lowered

MOST = 24
"""So many dates of a text are read: each is compared to the others, and a list of more claims none."""
_SOON = 45
"""Within so many days of a day in full, another told in the same breath is of its year."""
_STOP = late(r"[.!?][”\"’']? (?=[A-Z“\"‘])")
_APART = late(
    r"\b(?:a|one|two|three|\d) (?:days?|weeks?|fortnight|month) (?:longer|later|earlier|sooner|after|"
    r"before|ahead)\b"
)
"""Between two days: one is so long after the other."""
_OF_THAT_YEAR = late(
    r"[’']s (?:[\w-]+ ){0,2}(?:most|biggest|best|hottest|buzziest|hotly|movies?|films?|releases?)\b|"
    r" (?:[\w-]+ )?(?:movie|film|picture|sequel|release|title|tentpole|blockbuster|arrival|event)\b"
)
"""After a year that the film of a text is of, and so its dates: it is still a 2027 movie."""
_WITH_YEAR = late(r"\d{4}|year|['’]\d\d$|\d[/.]\d\d$")


class Printed(NamedTuple):
    """A date in a text: ISO at its precision, where it stands."""

    iso: str
    start: int
    end: int
    bare: bool = False
    """A month or a feast that no word leads to."""

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
    matches = [match for match in map(Match, islice(DATE.finditer(low), MOST)) if not match.is_verb(text)]
    if not matches:
        return []
    reading = Reading(datetime.fromtimestamp(published, UTC).date(), low, day_first, (), ())
    full = [(one.start, iso) for one in matches if one.in_full and (iso := reading.iso(one, ""))]
    full += [(one.start, iso) for one in matches if one.is_dated and (iso := reading.iso(one, ""))]
    full += _of_their_year(matches, reading)
    stated = tuple(iso for _, iso in full)
    known = [(at, iso) for at, iso in full if "-" in iso]
    known += [(one.start, iso) for one in matches if (iso := _their_year(one, reading))]
    found: list[Printed] = []
    free = False
    for before, one, after in zip([None, *matches], matches, [*matches[1:], None], strict=False):
        last = found[-1].iso if found else ""
        earlier = tuple(iso for at, iso in known if at < one.start)
        iso = _with_next(one, after, reading, stated, earlier, last)
        if iso and before:
            iso = _with_previous(iso, before, one, text, low, last)
        if iso and real(iso):
            if found and free and one.in_full and _turn_of_year(last, iso):
                found[-1] = found[-1]._replace(iso=f"{int(iso[:4]) - 1}{last[4:]}")
            found.append(Printed(iso, one.begins, one.end, "m9" in one.got or "q22" in one.got))
            free = not one.in_full
    return found


def _with_next(
    one: Match,
    after: Match | None,
    reading: Reading,
    stated: tuple[str, ...],
    earlier: tuple[str, ...],
    last: str,
) -> str | None:
    """A date, in the year that it shares with the next where it does; `last`: the one found before it."""
    year = one.shared_year(after) if after else None
    if not (after and year):
        return reading._replace(stated=stated, earlier=earlier).iso(one, last)
    near = (f"{year}-{one.month:02d}",) if one.month else stated
    iso = reading._replace(stated=near, earlier=near).iso(one, last)
    return _before(f"{year}{iso[4:]}", reading.iso(after, "")) if iso and not one.month else iso


def _with_previous(iso: str, before: Match, one: Match, text: str, low: str, last: str) -> str:
    """A date, in the year of the one before it where it takes its place or is told in one breath with it."""
    if same := one.year_of(before):
        iso = f"{same}{iso[4:]}"
    if not before.in_full or not last or one.in_full:
        return iso
    if _APART.search(low, before.end, one.start) or not _STOP.search(text, before.end, one.start):
        return _in_one_breath(iso, last)
    return iso


def _of_their_year(matches: list[Match], reading: Reading) -> list[tuple[int, str]]:
    """What takes the place of a date in full, and is of its year: from Oct. 8, 2027 to Sept. 17."""
    return [
        (one.start, f"{year}{iso[4:]}")
        for before, one in pairwise(matches)
        if (year := one.year_of(before)) and (iso := reading.iso(one, ""))
    ]


def _their_year(one: Match, reading: Reading) -> str | None:
    """A year to come that is told as that of a film: one of 2027's biggest, a 2027 movie."""
    iso = reading.iso(one, "") if one.in_full and _OF_THAT_YEAR.match(reading.text, one.end) else None
    return iso if iso and iso.isdecimal() and int(iso) > reading.today.year else None


def _in_one_breath(iso: str, full: str) -> str:
    """A day in the year that puts it close to one told in full before it: 4 June 2027, here 28 May."""
    if len(iso) != len(full) or len(full) != len("2027-01-01"):
        return iso
    years = (f"{int(full[:4]) + more}{iso[4:]}" for more in (0, 1, -1))
    return next((day for day in years if real(day) and apart(day, full) <= _SOON), iso)


def _before(iso: str, then: str | None) -> str:
    """A season of the same year as the date it gives way to, or of the year before: from Christmas to May."""
    return iso if not then or middle(iso) <= middle(then) else f"{int(iso[:4]) - 1}{iso[4:]}"


def _turn_of_year(first: str, then: str) -> bool:
    """Tell whether a day without a year comes before the turn of the year that a later one is of."""
    return first[:4] == then[:4] and first[5:7] in ("10", "11", "12") and then[5:7] in ("01", "02", "03")
