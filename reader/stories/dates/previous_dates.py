"""What a release date takes the place of, and the year of each where one of them is printed without."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from reader.patterns import late
from reader.stories.dates.calendar import apart, covers, middle, months_before, real
from reader.stories.dates.moves import later, near, nearest, sooner
from reader.stories.dates.printed_dates import Printed, yearless
from reader.stories.dates.shifts import by_time
from reader.stories.dates.stated import WAS, Stated, of_few

_OPENING = 60
"""Letters of a text with which its headline begins."""
_NEXT_DOOR = 45
"""So many days before a date that a film had, it is brought forward, though nothing says so."""


_DAYS_EARLY = 10
"""By so few days a film is brought forward, and never put off by a year less them."""


_PART = late(r"\b(?:end|start|beginning|middle|close|late|early|mid)(?:-| of | )[\w ]{3,12}$")
"""Of a month: a film may be moved within it."""


_INSTEAD = late(r"\b(?:rather than|instead of|and not|not) (?:on |in )?$")


_BREATH = 80
"""Letters between a date and the one it takes the place of, told in one breath: they are of one year."""


_FIRST_HAD = late(
    r"\b(?:original|initial|first|earlier|old|former|originally|initially|first|once|earlier|previously) "
    r"(?:\w+ )?(?:\w+day,? )?$"
)
"""Before a day that a film had once, and that may be over."""
_LAST_WEEKS = 60
"""Days back in which such a day is looked for."""
_KEPT = late(r"\b(?:keep|retain|stay|stick|remain|stand)(?:s|ing)? [^.;]{0,40}$")
"""Before a date: it is not the one that was moved."""


class Way(NamedTuple):
    """Whether a report tells of a date put off, or brought forward."""

    later: bool
    sooner: bool


def direction(title: str, text: str) -> Way:
    """Tell which way a film was moved: by the headline, where that says, else by all of its report."""
    head, whole = title.lower(), text.lower()
    said = head if later(head) != sooner(head) else whole
    return Way(later(said), sooner(said))


def moved(
    best: Stated, found: Sequence[Stated], text: str, published: int, way: Way, *, trusted: bool
) -> tuple[str, str | None]:
    """A date in its year, and what it takes the place of."""
    past = [one for one in found if one.old]
    past = [one for one in past if _of_one_country(one, best)] or past
    was = max(
        past,
        key=lambda one: (one.date.precision, text.endswith(WAS, 0, one.date.start), one.place == best.place),
        default=None,
    )
    iso, old = _in_their_years(best, was, text, published, way)
    if trusted and iso == f"{datetime.fromtimestamp(published, UTC):%Y-%m-%d}" and way.later:
        another = months_before(iso, -12) + iso[7:]  # no film is put off to the day that its delay is told
        iso = another if real(another) else iso
    if was and old:
        others = (one for one in found if one.date.iso != best.date.iso and _of_one_country(one, best))
        old = _exactly(old, [one.date for one in others if one.old or not of_few(text, one)], text)
        shifted = by_time(text.lower(), iso) if best.date.precision > 1 else None
        old = shifted if shifted and "Q" in old and covers(old, shifted) else old
    if old is None and best.date.precision > 1 and not _KEPT.search(text, best.place, best.date.start):
        old = by_time(text.lower(), iso)
    if not was and old in {one.date.iso for one in found if one.date.iso != iso}:
        old = None  # that is the day of another country
    within = was and _PART.search(text, was.place, was.date.end)
    return iso, None if old and covers(old, iso) and not within else old


def _of_one_country(one: Stated, best: Stated) -> bool:
    """Tell whether two dates may be of one country: none is said, or the same."""
    return len({one.where(None), best.where(None)} - {None}) < 2


def _exactly(old: str, found: Sequence[Printed], text: str) -> str:
    """A date as it is said most exactly: March, and elsewhere March 5."""
    said = [f"{old[:4]}{date.iso[4:]}" if yearless(text, date) else date.iso for date in found]
    return max((iso for iso in said if covers(old, iso) and real(iso)), key=len, default=old)


def _in_their_years(
    now: Stated, past: Stated | None, text: str, published: int, way: Way
) -> tuple[str, str | None]:
    """A new date and what it takes the place of: one without a year is near the other.

    After it, where the film is put off.
    """
    if past is None:
        return now.date.iso, None
    if yearless(text, now.date):
        gone = _just_gone(past.date, now.date, text, published)
        return (now.date.iso, gone) if gone else _new_by_old(now.date, past.date, text, way)
    if yearless(text, past.date):
        return now.date.iso, _old_by_new(now, past, text, published, way)
    return now.date.iso, past.date.iso


def _just_gone(old: Printed, new: Printed, text: str, published: int) -> str | None:
    """A day called the first that a film had, both without a year, where it was one of the last weeks."""
    if not yearless(text, old) or not _FIRST_HAD.search(text, 0, old.start):
        return None
    gone = nearest(old.iso, new.iso, later=True)
    today = f"{datetime.fromtimestamp(published, UTC):%Y-%m-%d}"
    return gone if len(gone) == len(today) and gone < today and apart(gone, today) <= _LAST_WEEKS else None


def _new_by_old(new: Printed, old: Printed, text: str, way: Way) -> tuple[str, str]:
    """A new date printed without its year, and the one before: in years that agree with the way it moved."""
    near_by = yearless(text, old) and apart(new.iso, old.iso) <= _DAYS_EARLY
    put_off = way.later and middle(new.iso) < middle(old.iso) and not near_by
    odd = old.iso[:4] > new.iso[:4] or put_off
    if odd and yearless(text, old) and new.iso[:4] in text:
        return new.iso, near(old.iso, new.iso, after=not way.later)  # the year is that of the new one
    if way.sooner and not yearless(text, old) and middle(old.iso) < middle(new.iso):
        return near(new.iso, old.iso, after=False), old.iso
    if not (way.later or way.sooner or yearless(text, old)) and middle(new.iso) < middle(old.iso):
        return nearest(new.iso, old.iso, sooner=True), old.iso
    return (near(new.iso, old.iso, after=way.later) if odd else new.iso), old.iso


def _old_by_new(now: Stated, past: Stated, text: str, published: int, way: Way) -> str:
    """The date before, printed without its year, in the year that fits the new one."""
    new, old = now.date, past.date
    if _INSTEAD.search(text, new.end, old.start) and old.start - new.end < _BREATH:
        return near(old.iso, new.iso, after=False) if way.later else nearest(old.iso, new.iso)
    if text[: old.start].endswith(("this ", "next ")):
        return old.iso
    if text[: old.start].endswith(("previous ", "prior ", "preceding ")):
        return near(old.iso, new.iso, after=False)
    words = f"{past.sentence} {now.sentence} {text[:_OPENING]}".lower()
    up, off = sooner(words), way.later
    today = f"{datetime.fromtimestamp(published, UTC):%Y-%m}"
    coming = today <= middle(old.iso) < middle(new.iso)
    had = nearest(old.iso, new.iso, sooner=up, later=off)
    had = old.iso if coming and not (up or off) and apart(had, new.iso) > _NEXT_DOOR else had
    return old.iso if had < today else had  # what lies back was never given up
