"""Which of the dates that a report states its film has now: the one of its readers, told as the newest."""

from __future__ import annotations

from collections.abc import Sequence

from reader.patterns import late
from reader.stories.dates.calendar import covers
from reader.stories.dates.moves import moving, pulled, put_to
from reader.stories.dates.printed_dates import yearless
from reader.stories.dates.stated import Marks, Stated, of_few
from reader.stories.dates.weekdays import on_weekday, waits_until
from reader.stories.dates.which_film import film_of, of_another, told_there
from reader.stories.language.terms import lowered

WHOLE = 3
"""The precision of a whole day, as `Printed.precision` has it."""
_HEAD, _JUST = 60, 35
"""Letters before a date, far and near, in which words of going there, and of going wide, are looked for."""
_NOW = late(r"\bnow\b[^.;,]{0,25}$")
_PUT = late(r"\b(?:[Ii]n)?to (?:(?:the|an?|its|late|early|mid)[ -])*$")
"""Before a date to which a film goes."""
_FIGURE = late(r"(?<!\d)\d{1,2}(?!\d)")
"""Of a day: a feast has none, whatever its year."""
_WIDER = late(r"\b(?:expand|widen|broaden|roll|spread|add|follow)\w*\b|\b(?:going|goes|go) wide\b")
"""Before a date: a film that has opened reaches more cinemas, or comes to disc."""


def opening_this_week(
    best: Stated | None, text: str, published: int, beat: str, local: str | None, marks: Marks
) -> Stated | None:
    """The day of this week on which a film opens, told before any other: of one that goes wide later, too.

    Or the day of the report itself: what it tells of later is of other countries. News of takings names
    days enough: of release is the one in another country.
    """
    if beat == "box-office":
        soon = on_weekday(text, published) if best is None else None
        return soon if soon and soon.where(local) else best
    soon = on_weekday(text, published)
    first = soon and best and soon.date.end + len(", on ") < best.date.start
    wider = best and _WIDER.search(text, max(best.place, best.date.start - _JUST), best.date.start)
    asked = best is None or wider or beat == "review" or waits_until(text)
    if soon and marks.others and of_another(marks, text, soon.clause(), soon.date.start):
        return best
    asked = asked or bool(first and soon and best and soon.place == best.place)
    if not asked and not (soon and lowered(text)[soon.date.start : soon.date.end] == "today"):
        return best
    return soon if first else best or soon


def most_exact(
    best: Stated, found: Sequence[Stated], text: str, local: str | None
) -> tuple[Stated, str | None]:
    """A date as it is said most exactly: June, and elsewhere June 12; and the country said there or here."""
    place, moves = best.where(local), moving(text.lower())
    same = [best] + [
        one
        for one in found
        if covers(best.date.iso, one.date.iso)
        and not (one.old and moves)
        and (not place or one.where(local) in (None, place))
    ]
    exact = max(same, key=lambda one: one.date.precision)
    places = (one.where(local) for one in same if covers(one.date.iso, exact.date.iso))
    return exact._replace(old=False), place or next(filter(None, places), None)


def current(
    found: Sequence[Stated], text: str, local: str | None, home: str | None, marks: Marks
) -> Stated | None:
    """The date that a film has now: that of its readers, told as the newest, most exactly, first."""
    past = [one.date for one in found if one.old]
    gone = {date.iso for date in past if not date.bare}
    full = {date.iso[:length] for date in past if not yearless(text, date) for length in (7, None)}
    new = [one for one in found if not one.old and not _given_up(one, text, gone | full, full)]
    if new and (gone_at := pulled(low := lowered(text))):
        pulled_films = told_there(marks, text, gone_at)
        new = [
            one
            for one in new
            if put_to(low[one.place : one.date.start]) or _of_others(one, marks, text, pulled_films)
        ]
    if not new:
        return None

    return max(new, key=lambda one: _worth(one, text, local, home))


def _worth(one: Stated, text: str, local: str | None, home: str | None) -> tuple[bool | int, ...]:
    """What makes a date the one that holds, the weightiest first; of equals the first in the text."""
    start, end = one.date.start, one.date.end
    whole = one.date.precision == WHOLE
    exact = whole and bool(_FIGURE.search(text, start, end))
    press = home is not None and home == local and one.where(local) is None
    return (
        _at_home(one, local, home) or (exact and press),
        bool(_NOW.search(text, one.place, start)),
        not of_few(text, one),
        one.date.precision,
        exact,
        not whole and _put(text, one),
        -start,
    )


def _of_others(one: Stated, marks: Marks, text: str, films: set[int]) -> bool:
    """Tell whether a date is of none of some films, where it is told which they are."""
    if not films:
        return bool(marks.own)
    return film_of(one, marks, text) not in {0, *films}


def _given_up(one: Stated, text: str, gone: set[str], full: set[str]) -> bool:
    """Tell whether a date is one that is told to be had before: `gone`, of these `full` with their year."""
    if one.date.iso not in gone or _put(text, one) or _NOW.search(text, one.place, one.date.start):
        return False
    return one.date.iso in full or yearless(text, one.date)


def _put(text: str, one: Stated) -> bool:
    """Tell whether a film goes to a date."""
    return bool(_PUT.search(text[max(one.place, one.date.start - _HEAD) : one.date.start]))


def _at_home(one: Stated, local: str | None, home: str | None) -> bool:
    """Tell whether a date is stated for the country of the readers, or for that which the outlet means."""
    place = local or home
    return bool(place and one.date.precision) and one.where(local) == place
