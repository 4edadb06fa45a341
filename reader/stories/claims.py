"""Release dates as outlets state them: a claim each, with its film, place and what it moved from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from reader.patterns import late
from reader.stories.almanac import covers, middle, weekday
from reader.stories.dateforms import dated
from reader.stories.dates import Printed, dates, yearless
from reader.stories.moves import later, near, nearest, pulled, put_to, sooner, takes_place_of
from reader.stories.names import Places, blank
from reader.stories.regions import CUT, elsewhere, named, place, told_of
from reader.stories.releases import NEVER, NOT_RELEASE, ON_DAY, TRUSTED, of_release
from reader.stories.shifts import by_time
from reader.stories.terms import TOLD, lowered

_WHOLE, _HEAD = 3, 60
_FIGURE = late(r"\d")
_DATELINE = late(r"\s*(?:\([A-Z][\w /]{1,20}\)\s*)?[-–—] ")
_WIRED = late(r"[A-Z][A-Z .’'-]{2,}(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)?, $")
_SENTENCE = late(r"(?<=[a-z0-9”\"’')][.!?]|[.!?][”\"’'])\s+(?=[A-Z“\"‘'])")


class Claim(NamedTuple):
    """What one report says of a release date."""

    date: str
    region: str | None = None
    moved_from: str | None = None
    words: str = ""


class Marks(NamedTuple):
    """Where a report prints titles, and names its own films and others, in its headline and lead as one."""

    titles: tuple[tuple[int, int], ...] = ()
    own: tuple[int, ...] = ()
    others: tuple[int, ...] = ()

    def of_another(self, start: int, end: int) -> bool:
        """Tell whether a part of a text names other films, and none that its report is about."""
        inside = range(start, end)
        other = any(at in inside for at in self.others)
        return other and bool(self.own) and not any(at in inside for at in self.own)


UNMARKED = Marks()


def mark(title: str, places: tuple[Places, Places], named: Iterable[tuple[str, int, bool]]) -> Marks:
    """Tell where titles stand in headline and lead as one; `named`: (title or lead, place, its own film)."""
    lead = len(_together(title, ""))
    spans = (*places[0], *((start + lead, end + lead) for start, end in places[1]))
    own, others = [], []
    for where, at, is_own in named:
        if is_own and where != "tag":
            own.append(at + (lead if where == "lead" else 0))
        elif where == "lead":  # a headline has a film's sequel, and means that
            others.append(at + lead)
    return Marks(spans, tuple(own), tuple(others))


def _together(title: str, lead: str) -> str:
    return f"{title.rstrip('.')}. {lead}"


@lru_cache(TOLD)
def claim(
    title: str,
    lead: str,
    published: int,
    *,
    beat: str = "",
    home: str | None = None,
    local: str | None = None,
    marks: Marks = UNMARKED,
) -> Claim | None:
    """Return the release date a report states, at the precision printed.

    `home`: the country a national outlet means when it names none. `local`: where its readers live.
    """
    if beat in NEVER or not (dated(title) or dated(lead)):
        return None
    told = _together(title, lead)
    text = blank(told, marks.titles)
    found = [
        one
        for one in _stated(text, published, beat, local)
        if not (marks.others and marks.of_another(one.clause(), one.date.start))
    ]
    best = _best(found, text, local)
    if best is None and beat != "box-office":
        best = _on_weekday(text, published)
    if best is None:
        return None
    iso, old = _moved(best, [one for one in found if one.old], told, published)
    words = told[best.place :][: len(best.sentence)].strip()
    return Claim(iso, _region(best, title, text, home, local), old, words)


class _Stated(NamedTuple):
    date: Printed
    old: bool
    sentence: str
    place: int
    """Where the sentence begins."""

    def clause(self) -> int:
        """Where its clause begins."""
        cuts = CUT.finditer(lowered(self.sentence), 0, self.date.start - self.place)
        return self.place + max((cut.end() for cut in cuts), default=0)

    def where(self, local: str | None) -> str | None:
        """The country it is stated for."""
        return place(self.sentence, self.date.start - self.place, self.date.end - self.place, local)


def _stated(text: str, published: int, beat: str, local: str | None) -> list[_Stated]:
    """Every date stated as one of release, those it moved from among them."""
    found: list[_Stated] = []
    bounds = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    today = datetime.fromtimestamp(published, UTC)
    printed_dates = dates(text, published, day_first=local is not None)
    for number, printed in enumerate(printed_dates):
        start = max(bound for bound in bounds if bound <= printed.start)
        if _DATELINE.match(text, printed.end) and _WIRED.fullmatch(text, start, printed.start):
            continue
        end = min(bound for bound in bounds if bound > printed.start)
        rest = min([end, *(after.start for after in printed_dates[number + 1 :][:1])])
        sentence = lowered(text[start:end])
        old = takes_place_of(sentence, printed.start - start, printed.end - start, trusted=beat in TRUSTED)
        past = _past(printed.iso, today) and "week" not in text[printed.start : printed.end]
        if past and not (old and printed.precision == 0 and printed.iso >= str(today.year)):
            continue
        if old or of_release(text, start, printed, rest, beat):
            found.append(_Stated(printed, old, text[start:end], start))
    return found


def _best(found: Sequence[_Stated], text: str, local: str | None) -> _Stated | None:
    """The date that a film has now: that of its readers, told most exactly, told first."""
    gone = {one.date.iso for one in found if one.old}
    new = [one for one in found if one.date.iso not in gone]
    if new and pulled(low := lowered(text)):
        new = [one for one in new if put_to(low[one.place : one.date.start])]
    return max(
        new,
        key=lambda one: (
            bool(local) and one.where(local) == local,
            one.date.precision,
            one.date.precision == _WHOLE and bool(_FIGURE.search(text, one.date.start, one.date.end)),
            -one.date.start,
        ),
        default=None,
    )


def _region(best: _Stated, title: str, text: str, home: str | None, local: str | None) -> str | None:
    """The country a date holds for: the one stated, else what the outlet means by saying none."""
    if found := best.where(local):
        return found
    if elsewhere(best.sentence):
        return None
    meant = home if home != local or best.date.precision == _WHOLE else None
    return named(title) or meant or (local if local and not home and told_of(text, local) else None)


def _moved(best: _Stated, past: Sequence[_Stated], text: str, published: int) -> tuple[str, str | None]:
    """A date in its year, and what it takes the place of."""
    was = max(past, key=lambda one: (one.place == best.place, len(one.date.iso)), default=None)
    iso, old = _in_their_years(best, was, text, published)
    if old is None and best.date.precision > 1:
        old = by_time(text.lower(), iso)
    return iso, None if old and covers(old, iso) else old


def _in_their_years(now: _Stated, past: _Stated | None, text: str, published: int) -> tuple[str, str | None]:
    """A new date and what it takes the place of: one without a year is near the other.

    After it, where the film is put off.
    """
    if past is None:
        return now.date.iso, None
    new, old = now.date, past.date
    if yearless(text, new):
        late = later(text.lower())
        odd = old.iso[:4] > new.iso[:4] or (late and middle(new.iso) < middle(old.iso))
        return (near(new.iso, old.iso, after=late) if odd else new.iso), old.iso
    if yearless(text, old):
        if text[: old.start].endswith("this "):
            return new.iso, old.iso
        words = f"{past.sentence} {now.sentence} {text[:_HEAD]}".lower()
        told = sooner(words) or later(text.lower())
        coming = f"{datetime.fromtimestamp(published, UTC):%Y-%m}" <= middle(old.iso) < middle(new.iso)
        had = near(old.iso, new.iso, after=sooner(words)) if told else nearest(old.iso, new.iso)
        had = old.iso if coming and not told else had
        gone = had < f"{datetime.fromtimestamp(published, UTC):%Y-%m}"  # what lies back was never given up
        return new.iso, old.iso if gone else had
    return new.iso, old.iso


def _past(iso: str, today: datetime) -> bool:
    """Tell whether a date lies back, or is no more than the year or the month that news is of."""
    month = f"{today:%Y-%m}"
    if len(iso) == len("2027-01-01") and iso < f"{today:%Y-%m-%d}":
        return True
    if int(iso[:4]) < today.year or iso in (str(today.year), month):
        return True
    return len(iso) >= 7 and "Q" not in iso and iso[:7] < month


def _on_weekday(text: str, published: int) -> _Stated | None:
    """A day of the week on which a film opens; only those of the coming week are told so."""
    match = ON_DAY.search(lowered(text))
    if match is None:
        return None
    name = match.lastindex or 1
    start = max([0, *(found.end() for found in _SENTENCE.finditer(text, 0, match.start() + 1))])
    if NOT_RELEASE.search(lowered(text[max(start, match.start() - 30) : match.start(name)])):
        return None
    end = _SENTENCE.search(text, match.end())
    printed = Printed(weekday(match[name], published, following="next " in match[0]), *match.span(name))
    return _Stated(printed, False, text[start : end.start() + 1 if end else len(text)], start)
