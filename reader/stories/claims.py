"""Release dates as outlets state them: a claim each, with its film, place and what it moved from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from reader.patterns import late
from reader.stories.dateforms import dated
from reader.stories.dates import Printed, dates, weekday
from reader.stories.moves import by_time, later, middle, near, sooner, takes_place_of, yearless
from reader.stories.regions import CUT, named, place
from reader.stories.releases import (
    ANOTHER,
    ASIDE,
    BY_YEAR,
    DATELINE,
    KEPT,
    LABELLED,
    NOT_RELEASE,
    ON_DAY,
    RELEASE,
    RELEASED,
    SAYS_SO,
)
from reader.stories.spans import blank
from reader.stories.terms import TOLD, lowered

_SENTENCE = late(r"(?<=[a-z0-9”\"’')][.!?]|[.!?][”\"’'])\s+(?=[A-Z“\"‘'])")
TRUSTED = frozenset({"release-date"})
USUAL = frozenset({"trailer", "review"})
"""News whose dates are of release unless something says otherwise."""
AT_TIMES = frozenset({"production", "business", "announcement", "casting", "interview"})
"""News in which a whole day ahead is of release, unless a word of work or law says otherwise."""
TOLD_AFTER = frozenset({"box-office", "awards", "obituary"})
"""News of what is past: a day of the week in it has been."""
NEVER = frozenset({"list", "obituary"})
"""News that names dates, but claims none."""


class Claim(NamedTuple):
    """What one report says of a release date."""

    date: str
    region: str | None = None
    moved_from: str | None = None
    words: str = ""


@lru_cache(TOLD)
def claim(
    title: str,
    lead: str,
    published: int,
    *,
    beat: str = "",
    home: str | None = None,
    local: str | None = None,
    titles: tuple[tuple[int, int], ...] = (),
    others: tuple[tuple[int, bool], ...] = (),
) -> Claim | None:
    """Return the release date a report states, at the precision printed.

    `home`: the country a national outlet means when it names none. `local`: where its readers live.
    `titles`: where headline, a full stop, a space and lead print titles, which hold no dates of release.
    `others`: where they name films, in order, and whether another than the report is about.
    """
    if beat in NEVER or not (dated(title) or dated(lead)):
        return None
    text = f"{title.rstrip('.')}. {_without_dateline(lead)}"
    found = _stated(text, published, beat, by_day=local is not None, titles=titles)
    found = [one for one in found if not one.of_another(others)]
    new = [one for one in found if not one.old]
    if not new and beat not in TOLD_AFTER and (soon := _on_weekday(text, published)):
        new = [soon]
    if not new:
        return None
    best = max(
        new,
        key=lambda one: (bool(local) and one.where(local) == local, one.date.precision, -one.date.start),
    )
    past = max((one for one in found if one.old), key=lambda one: len(one.date.iso), default=None)
    iso, old = _in_their_years(best.date, past.date if past else None, text, published)
    if old is None and best.date.precision > 1:
        old = by_time(text.lower(), iso, alone=len({one.date.iso for one in new}) == 1)
    region = best.where(local) or named(title) or home or (local if best.date.precision == 3 else None)
    return Claim(iso, region, old if old != iso else None, best.sentence.strip())


def _without_dateline(lead: str) -> str:
    """A lead without the day an agency wrote it on, every letter in its place."""
    match = DATELINE.match(lead)
    return f"{' ' * match.end()}{lead[match.end() :]}" if match else lead


class _Stated(NamedTuple):
    date: Printed
    old: bool
    sentence: str
    place: int
    """Where the sentence begins."""
    until: int
    """Where the sentence has its next date, or ends."""

    def of_another(self, films: Iterable[tuple[int, bool]]) -> bool:
        """Tell whether its sentence names other films before it, and none that the report is about."""
        before = [other for at, other in films if self.place <= at < self.date.start]
        return bool(before) and all(before)

    def where(self, local: str | None) -> str | None:
        """The country it is stated for."""
        return place(self.sentence, self.date.start - self.place, local, until=self.until - self.place)


def _stated(
    text: str, published: int, beat: str, *, by_day: bool, titles: Iterable[tuple[int, int]]
) -> list[_Stated]:
    """Every date stated as one of release, those it moved from among them."""
    found: list[_Stated] = []
    bounds = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    today = datetime.fromtimestamp(published, UTC)
    printed_all = dates(blank(text, titles), published, by_day=by_day)
    for printed in printed_all:
        start = max(bound for bound in bounds if bound <= printed.start)
        end = min(bound for bound in bounds if bound > printed.start)
        sentence = lowered(text[start:end])
        old = takes_place_of(sentence, printed.start - start, printed.end - start, trusted=beat in TRUSTED)
        past = _past(printed.iso, today) and "week" not in text[printed.start : printed.end]
        if past and not (old and printed.precision == 0 and printed.iso >= str(today.year)):
            continue
        if old or _of_release(text, start, printed, end, beat):
            then = (each.start for each in printed_all if printed.end < each.start < end)
            found.append(_Stated(printed, old, text[start:end], start, next(then, end)))
    return found


def _in_their_years(new: Printed, old: Printed | None, text: str, published: int) -> tuple[str, str | None]:
    """A new date and what it takes the place of: one without a year is near the other.

    After it, where the film is put off.
    """
    if old is None:
        return new.iso, None
    if yearless(text, new):
        late = later(text.lower())
        after = True if late else False if sooner(text.lower()) else None
        odd = old.iso[:4] > new.iso[:4] or (late and middle(new.iso) < middle(old.iso))
        return (near(new.iso, old.iso, after=after) if odd else new.iso), old.iso
    if yearless(text, old):
        had = near(old.iso, new.iso, after=sooner(text.lower()))
        gone = had < f"{datetime.fromtimestamp(published, UTC):%Y-%m}"  # what lies back was never given up
        return new.iso, old.iso if gone else had
    return new.iso, old.iso


def _past(iso: str, today: datetime) -> bool:
    """Tell whether a date lies back, or is no more than the year or the month that news is of."""
    month = f"{today:%Y-%m}"
    if int(iso[:4]) < today.year or iso in (str(today.year), month):
        return True
    return len(iso) >= 7 and "Q" not in iso and iso[:7] < month


def _on_weekday(text: str, published: int) -> _Stated | None:
    """A day of the week on which a film opens; only those of the coming week are told so."""
    match = ON_DAY.search(lowered(text))
    if match is None:
        return None
    start = max([0, *(found.end() for found in _SENTENCE.finditer(text, 0, match.start() + 1))])
    if NOT_RELEASE.search(lowered(text[max(start, match.start() - 30) : match.start()])):
        return None
    end = _SENTENCE.search(text, match.end())
    printed = Printed(weekday(match[match.lastindex or 1], published), *match.span(match.lastindex or 1))
    last = end.start() + 1 if end else len(text)
    return _Stated(printed, False, text[start:last], start, last)


def _of_release(text: str, start: int, printed: Printed, end: int, beat: str) -> bool:
    """Tell whether a date is when a film comes out: by the words of its clause."""
    before = text[max(start, printed.start - 110) : printed.start].lower()
    before = CUT.split(before)[-1]
    after = CUT.split(text[printed.end : min(end, printed.end + 60)].lower())[0]
    if before.endswith("(") and after.startswith(")") and printed.precision > 1:
        return True
    if SAYS_SO.match(after) or LABELLED.search(text[start : printed.start].lower()):
        return True
    if KEPT.search(before) or ANOTHER.search(text[start : printed.start].lower()):
        return False
    if _stopped(ASIDE.split(before)[-1]) or NOT_RELEASE.match(after.strip().removeprefix("to ")):
        return False
    if beat == "box-office" and printed.precision < 2:
        return False
    if beat == "announcement" and printed.precision < 3 and re.search(r"\b(?:for|to)\s+$", before):
        return True
    if printed.precision == 0:
        return bool(
            re.match(r"[’']s (?:most|biggest|best)", after)
            or (BY_YEAR.search(before) and (beat == "release-date" or RELEASE.search(before)))
        )
    if beat in TRUSTED or beat in USUAL:
        return True
    if beat in AT_TIMES and printed.precision == 3:
        return True
    return bool(RELEASE.search(before[-70:]) or RELEASE.search(after))


def _stopped(before: str) -> bool:
    """Tell whether the last word before a date is of filming, prizes or books, and not of release."""
    stops = list(NOT_RELEASE.finditer(before))
    return bool(stops) and not RELEASED.search(before, stops[-1].end())
