"""What the reports of a story know together of a film's date: one has in passing what others state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from reader.patterns import late
from reader.stories.dates.calendar import apart, covers, real
from reader.stories.dates.claims import Asked, Claim, stating
from reader.stories.dates.current_date import WHOLE
from reader.stories.dates.date_patterns import dated
from reader.stories.dates.mentioned import YEAR, alike, in_year_of, meant, mentioned, sentence_of
from reader.stories.dates.other_events import is_of_other_event
from reader.stories.dates.printed_dates import Printed
from reader.stories.dates.releases import NEVER, TRUSTED
from reader.stories.dates.stated import past
from reader.stories.dates.which_film import in_relative
from reader.stories.language.terms import lowered
from reader.stories.language.tokens import key_of

_MONTH, _WHOLE = len("2027-01"), len("2027-01-01")
_NEXT_DOOR = 45
"""Dates of one film in several countries are no further apart, in days."""
_KEPT = late(
    r"\b(?:stay(?:s|ing)?(?! away)|remain(?:s|ing)?|keep(?:s|ing)?|stick(?:s|ing)|stands|(?:holds?|holding) "
    r"(?:on to|firm|steady)|still|exactly where|unchanged|unmoved|untouched)\b"
)
"""Before a date that some film keeps."""


_MOVES = late(
    r"\b(?:(?:re)?mov(?:es?|ed|ing)|shift\w*|push\w*|delay\w*|postpon\w*|bump\w*|sl(?:id|ip)\w*|"
    r"put (?:back|off)|(?:brought|pulled|dragged) (?:forward|up)|held (?:back|over)|resched\w*|"
    r"re-?dat\w*|shuffl\w*|had been|originally|previously|formerly)\b"
)
"""Said where a date changes, whatever the news."""


class _Known(NamedTuple):
    """How many other reports state each date of a film, and each that it had before."""

    now: Mapping[str, int]
    had: Mapping[str, int]

    def without(self, one: Claim | None) -> _Known:
        """What is known but for one claim. Years are left out: they say too little."""
        date, old = (one.date, one.moved_from) if one else (None, None)
        return _Known(_others(self.now, date), _others(self.had, old))

    def wholly(self, one: Claim | None) -> bool:
        """Tell whether others claim the very same day, and what it moved from: nothing is to be mended."""
        if one is None or len(one.date) != _WHOLE or one.date not in self.now:
            return False
        return self.had.keys() == {one.moved_from} if one.moved_from else not self.had


class _Read(NamedTuple):
    """One report, and every date that it prints."""

    ask: Asked
    text: str
    printed: Sequence[Printed]


def agreed(
    stated: Sequence[Claim | None], asked: Sequence[Asked | None], films: Sequence[Sequence[str]]
) -> list[Claim | None]:
    """Return what each report of a story claims, in the light of what the others do.

    `films`: what each report is about.
    """
    whose = [stated_first(own, one)[0] if one and own else "" for one, own in zip(stated, films, strict=True)]
    if len(stated) == 1 or not any(whose):
        return list(stated)
    known = _known(whose, stated)
    found = []
    for film, one, ask, own in zip(whose, stated, asked, films, strict=True):
        mine = film or next((each for each in own if each in known), "")
        settled = ask and mine and ask.beat not in NEVER
        found.append(_settled(one, ask, own.index(mine) + 1, known[mine]) if ask and settled else one)
    return found


def stated_first(films: Sequence[str], stated: Claim | None) -> Sequence[str]:
    """Put the film first whose date is stated: the one that it is told of, or its sentence names."""
    if stated and stated.film:
        return list(dict.fromkeys([films[stated.film - 1], *films]))
    said = f" {key_of(stated.words)} " if stated and len(films) > 1 else ""
    mine = [film for film in films if f" {film} " in said]
    return films if not mine or films[0] in mine else list(dict.fromkeys([mine[0], *films]))


def _known(whose: Sequence[str], stated: Sequence[Claim | None]) -> dict[str, _Known]:
    """What all reports of a story state of each film."""
    now: dict[str, Counter[str]] = {}
    had: dict[str, Counter[str]] = {}
    for film, one in zip(whose, stated, strict=True):
        if one and film:
            now.setdefault(film, Counter())[one.date] += 1
            had.setdefault(film, Counter()).update(filter(None, [one.moved_from]))
    return {film: _Known(now[film], had[film]) for film in now}


def _others(all_of_them: Mapping[str, int], own: str | None) -> dict[str, int]:
    less = ((iso, number - (iso == own)) for iso, number in all_of_them.items() if len(iso) > YEAR)
    return {iso: number for iso, number in less if number}


def _settled(one: Claim | None, ask: Asked, film: int, known: _Known) -> Claim | None:
    """What one report claims, by what it prints and others state."""
    known = known.without(one)
    if not known.now or known.wholly(one) or not (one or dated(ask.title) or dated(ask.lead)):
        return one
    text = ask.text
    read = _Read(ask, text, mentioned(text, ask.published, day_first=ask.local is not None))
    if one is None:
        one = _in_passing(read, film, known)
    else:
        one = _exactly(_of_their_year(_rather(one, read, known), text, known), read, known)
    return one and _moved(one, read, known)


def _in_passing(read: _Read, film: int, known: _Known) -> Claim | None:
    """A date that a report only mentions, where others state it; or its year, where all are of that."""
    today = datetime.fromtimestamp(read.ask.published, UTC)
    whole = [
        date
        for date in _as_known(read, known.now)
        if "Q" not in date.iso or date.iso in known.now or read.ask.beat in TRUSTED
    ]
    years = {iso[:YEAR] for iso in known.now}
    found = whole or [date for date in read.printed if {date.iso} == years]
    to_come = [date for date in found if not (past(date.iso, today) or _of_other(read, date))]
    best = max(to_come, key=lambda date: date.precision, default=None)
    return stating(read.ask, best, film) if best else None


def _rather(one: Claim, read: _Read, known: _Known) -> Claim:
    """Another date of the same report, where that claimed is told by others to be given up, or by none."""
    if _agree(one.date, known.now):
        return one
    given_up = _given_up(one.date, read.text, known)
    ours = (date for date in _as_known(read, known.now) if date.iso != given_up)
    others = [date for date in ours if not covers(date.iso, one.date)]
    stay = [date.iso for date in others if read.ask.local is None and not _left(one, date.iso)]
    told = {iso for iso in stay if _agree(iso, known.now) > 1}
    found = [date for date in others if given_up or any(covers(iso, date.iso) for iso in told)]
    best = max(found, key=lambda date: date.precision, default=None)
    if best is None:
        return one
    return stating(read.ask, best, one.film)._replace(moved_from=given_up or one.moved_from)


def _left(one: Claim, iso: str) -> bool:
    """Tell whether a report says itself that a date is the one before: whoever tells of it still is late."""
    return one.moved_from is not None and alike(iso, one.moved_from)


def _given_up(iso: str, text: str, known: _Known) -> str | None:
    """A date in its year, where others tell that the film had it before."""
    if _agree(iso, known.had):
        return iso
    if iso[:YEAR] in text:
        return None
    same = (in_year_of(had, iso) for had in known.had)
    return next((one for one in same if real(one) and _agree(one, known.had)), None)


def _of_their_year(one: Claim, text: str, known: _Known) -> Claim:
    """A date printed without its year, in the one that all others are of."""
    years = {iso[:YEAR] for iso in known.now}
    if len(years) > 1 or one.date[:YEAR] in years or one.date[:YEAR] in text or len(one.date) == YEAR:
        return one
    iso = in_year_of(years.pop(), one.date)
    near = real(iso) and any(apart(iso, other) <= _NEXT_DOOR for other in known.now)
    return one._replace(date=iso) if near else one


def _exactly(one: Claim, read: _Read, known: _Known) -> Claim:
    """The day or month within a time claimed, which others state and the report prints elsewhere."""
    finer = [
        date.iso
        for date in _as_known(read, known.now)
        if covers(one.date, date.iso) and "Q" not in date.iso and not _of_work(read.text, date)
        if not (_left(one, date.iso) or _is_abroad(one, read, date))
    ]
    return one._replace(date=max([one.date, *finer], key=_exactness))


def _is_abroad(one: Claim, read: _Read, date: Printed) -> bool:
    """Tell whether a date is of another country than that for which one is claimed."""
    return one.region is not None and stating(read.ask, date, one.film).region not in (None, one.region)


def _exactness(iso: str) -> int:
    return len(iso) - ("Q" in iso)


def _moved(one: Claim, read: _Read, known: _Known) -> Claim:
    """What the date took the place of: as others tell, where the report prints it; of their year."""
    old = one.moved_from
    if old is None:
        return one._replace(moved_from=_had(one, read, known)) if known.had else one
    if not known.had:
        alone = read.ask.beat not in TRUSTED and sum(known.now.values()) > 1
        untold = (alone or _agree(old, known.now)) and not _MOVES.search(lowered(read.text))
        return one._replace(moved_from=None) if untold else one
    return one if "Q" in old else one._replace(moved_from=_in_most(old, known.had))


def _in_most(old: str, had: Mapping[str, int]) -> str:
    """A date that a film had, in the year of which most others tell that it had it."""
    years: Counter[str] = Counter()
    for iso, number in had.items():
        years[iso[:YEAR]] += number * (iso[YEAR:_MONTH] == old[YEAR:_MONTH])
    year = max(years, key=lambda each: (years[each], each == old[:YEAR]))
    same = in_year_of(year, old)
    return same if years[year] and real(same) else old


def _had(one: Claim, read: _Read, known: _Known) -> str | None:
    """A date that others tell the film to have had, as a report prints it."""
    text = read.text
    itself = [date.start for date in read.printed if meant(text, date, [one.date])]
    here = {sentence_of(text, at) for at in itself}
    had = (
        date.iso
        for date in _as_known(read, known.had)
        if [date.start] != itself and not _is_kept(text, date, here) and not alike(date.iso, one.date)
    )
    return max(had, key=len, default=None) or _had_year(one, read, known)


def _had_year(one: Claim, read: _Read, known: _Known) -> str | None:
    """The year that others tell a film to have moved from, as a report prints it: not in 2026 after all."""
    years = {iso[:YEAR] for iso in known.had} - {one.date[:YEAR]}
    if not years or not _MOVES.search(lowered(read.text)):
        return None
    return next((date.iso for date in read.printed if date.iso in years), None)


def _of_other(read: _Read, date: Printed) -> bool:
    """Tell whether a date is of another film, of work on one, or a month that news of takings only names."""
    if read.ask.beat == "box-office" and date.precision < WHOLE:
        return True
    return in_relative(read.ask.marks, read.text, date.start) or _of_work(read.text, date)


def _of_work(text: str, date: Printed) -> bool:
    """Tell whether a date is one of work on a film, of a prize or a festival."""
    return is_of_other_event(text[sentence_of(text, date.start) : date.start].lower())


def _is_kept(text: str, date: Printed, here: Collection[int]) -> bool:
    """Tell whether a date is told to be that of another film still, in no sentence of the new one."""
    start = sentence_of(text, date.start)
    return start not in here and bool(_KEPT.search(text[start : date.start].lower()))


def _as_known(read: _Read, known: Mapping[str, int]) -> list[Printed]:
    """Those dates of a report that may be known ones, in their years."""
    told = ((date, meant(read.text, date, known)) for date in read.printed)
    return [date._replace(iso=iso) for date, iso in told if iso]


def _agree(iso: str, known: Mapping[str, int]) -> int:
    """How many others state a date, more exactly or less."""
    return sum(number for other, number in known.items() if alike(iso, other))
