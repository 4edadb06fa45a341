"""What one report states: every date of a film's release in its text, in a clause about the film."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from reader.patterns import late
from reader.stories.dates.date_match import ends_year
from reader.stories.dates.given_up import is_given_up, of_work
from reader.stories.dates.moves import moving, takes_place_of
from reader.stories.dates.printed_dates import Printed, dates, yearless
from reader.stories.dates.regions import CUT, place
from reader.stories.dates.releases import TRUSTED, of_release
from reader.stories.dates.whole_sentences import signs_off
from reader.stories.language.spans import Places
from reader.stories.language.terms import lowered

_DATELINE = late(r"\s*(?:(?:\([A-Z][\w /]{1,20}\)|/[A-Z][\w .-]{1,20}/)\s*)?[-–—]{1,2} ")
_WIRED = late(r"[A-Z][A-Z .’'-]{2,}(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)?, $")
_FROM = late(
    r"\b(?:show|screen|play|open|stream|be|run|rent|buy|see|watch|own|available|in (?:cinemas|theaters|"
    r"theatres))\b[^.;]{0,60} "
    r"from (?:\w+day,? )?$"
)
"""Before the one date of a text: that from which a film is shown."""
_WORK_INSTEAD = late(
    r"\b(?:shoots?|films|filming|shooting|production|cameras|photography|rehearsals)\b[^;]{0,60}\b"
    r"(?:instead of|rather than|and not) (?:in |on |at )?$"
)
"""Before a date of work that another takes the place of."""
_ONTO = late(
    r"(?:[^.;:]{0,40}? )?(?:and |or |all the way |back |straight )?(?:(?:in|un)?to|for|in favou?r of) "
    r"(?:(?:the|an?|its|some time in|\w+day,?|late|early|mid) ?)*-?(?:(?:[\w-]+ ){1,3}(?:of|in|on) )?$"
)
"""Between a date that a film leaves and another: that is where it goes, whatever verb is used."""
_THREATENED = late(
    r"\b(?:(?:may|might|could|would)(?! (?:\w+ )?have\b)|wants?|whether|if|unless|"
    r"weigh(?:s|ing)?|mull(?:s|ing)?|debat(?:es|ing)|"
    r"consider(?:s|ing)?|(?:think|talk)ing (?:of|about)|toy(?:s|ing) with|tempted|rumou?r\w*|talk of|"
    r"whispers?|hears?|heard|reportedly|apparently|risk\w*|(?:in )?danger\w*|discuss\w*)\b"
)
"""Before the one date of a text, which a film is said to leave: it has not, and may never do."""
WAS = ("(was ", "(from ", "(had been ", "(formerly ", "(previously ", "(originally ")
"""Before what a calendar had: its day is of the year of the new one, though there was one since."""
_NEAR, _FAR = 100, 400
"""So many letters from a date its sentence is read no further."""
_ASIDE = late(
    r", (?:which|who|whose|where) [^,;:]{3,120}, (?:is|was|are|has|had|will|would|can|may|opens?|arrives?|"
    r"comes?|goes|hits|lands|bows|gets|reaches|follows)\b"
)
"""Between a film and what is said of it: what is named there is named in passing."""
_FORMAT = late(
    r"\b(?:imax|70mm|previews?|early access|advance|dolby|sneaks?|fan events?|locations|members|cardholders|"
    r"overseas|internationally|international (?:markets|territories)|abroad|elsewhere|"
    r"passholders|(?:card|pass|club) holders|"
    r"(?:talk|rumou?rs?|speculation|chatter|whispers|reports?|claims?) (?:of|about)|claimed|denying|"
    r"denied)\b|"
    r"\b(?:posters?|listings?|(?:one|some|other|another|several) (?:sites?|outlets?|reports?|sources?)) "
    r"(?:say|says|has|have|had|with|claim|claims|give|gives)\b"
)
"""Before a date of a few showings, or that a few say, to which that of all the others is preferred."""
_BEFORE = 35
"""Letters before a date in which it is told to be of few."""
_AT_END = late(
    r"\b(?:(?:last|final|closing) (?:full )?(?:week(?:end)?|days?|[a-z]+day) (?:of|in)|end of|late(?: in)?) $"
)
"""Before a month: the end of it."""
_ALL_BUT_WEEK = 21
"""Days of a month before its last week."""
SENTENCE = late(
    r"(?:(?<=[a-z0-9_”»\"’')][.!?])|(?<=[A-Z][A-Z][A-Z][.!?])|(?<= (?:UK|US|TV|4K)[.!?])|"
    r"[.!?][”»\"’'])\s+(?=[A-Z_“«\"‘'])"
    r"(?!(?:[ECMP][SD]?T|[BC]ES?T|BST|GMT|IST|Eastern|Pacific)\b)"
)
"""Where a sentence ends and another begins; 9 a.m. ET is in the midst of one."""


class Marks(NamedTuple):
    """Where a report prints titles, and names its own films and others, in its headline and lead as one."""

    titles: tuple[tuple[int, int], ...] = ()
    own: tuple[tuple[int, int], ...] = ()
    """In order; each with its number among the films that the report is about."""
    others: tuple[int, ...] = ()


UNMARKED = Marks()


def mark(title: str, places: tuple[Places, Places], named: Iterable[tuple[str, int, int]]) -> Marks:
    """Tell where titles stand in headline and lead as one.

    `named`: (title or lead, place, which of its own films, 0 for another).
    """
    lead = len(together(title, ""))
    spans = (*places[0], *((start + lead, end + lead) for start, end in places[1]))
    own, others = [], []
    for where, at, film in named:
        if film and where != "tag":
            own.append((at + (lead if where == "lead" else 0), int(film)))
        elif where == "lead":  # a headline has a film's sequel, and means that
            others.append(at + lead)
    return Marks(spans, tuple(sorted(own)), tuple(others))


def together(title: str, lead: str) -> str:
    """Headline and lead as one text."""
    return f"{title.rstrip('.')}. {lead}"


class Stated(NamedTuple):
    """A date stated as one of release; `old`: one that the film had before."""

    date: Printed
    old: bool
    sentence: str
    place: int
    """Where the sentence begins."""

    def clause(self) -> int:
        """Where its clause begins."""
        low, at = lowered(self.sentence), self.date.start - self.place
        aside = _ASIDE.search(low, 0, at)
        inside = range(*aside.span()) if aside else ()
        cuts = (cut for cut in CUT.finditer(low, 0, at) if cut.start() not in inside)
        return self.place + max((cut.end() for cut in cuts), default=0)

    def where(self, local: str | None) -> str | None:
        """The country it is stated for."""
        return place(self.sentence, self.date.start - self.place, self.date.end - self.place, local)


def of_few(text: str, one: Stated) -> bool:
    """Tell whether a date is of a few showings, or told by a few."""
    start = one.date.start
    return bool(_FORMAT.search(text[max(one.clause(), start - _BEFORE) : start].lower()))


def stated(text: str, published: int, beat: str, local: str | None) -> list[Stated]:
    """Every date stated as one of release, those it moved from among them."""
    bounds = [0, *(match.end() for match in SENTENCE.finditer(text)), len(text)]
    today = datetime.fromtimestamp(published, UTC)
    printed = dates(text, published, day_first=local is not None)
    found: list[Stated] = []
    for before, date, after in zip([None, *printed], printed, [*printed[1:], None], strict=False):
        start = max(date.start - _FAR, *(bound for bound in bounds if bound <= date.start))
        end = min(date.end + _FAR, *(bound for bound in bounds if bound > date.start))
        if _DATELINE.match(text, date.end) and _WIRED.fullmatch(text, start, date.start):
            continue
        since = max(start, before.end) if before else start
        leaves = signs_off(text[start : date.start].lower(), text, date.end)
        old = not leaves and _is_old(lowered(text[start:end]), since - start, date, start, beat)
        week = beat != "box-office" and "week" in text[date.start : date.end]
        listed = yearless(text, date) and text.endswith(WAS, 0, date.start)
        had = old and (listed or date.iso in (f"{today:%Y}", f"{today:%Y-%m}"))
        left = date.precision == 0 and ends_year(lowered(text[date.start : date.end]))
        if past(date.iso, today) and not (week or had or left or _ends(text, date, today)):
            continue
        rest = min(end, after.start) if after else end
        worked = before and before.start > start and of_work(lowered(text[start : before.start]))
        first, kind = (since, "") if worked else (start, beat)
        put = bool(found) and _goes_on(found[-1], text, start, date)
        if old or put or of_release(text, first, date, rest, kind):
            found.append(Stated(date, old, text[start:end], start))
    return found if not all(one.old for one in found) else [_from_then(one, text) for one in found]


def _ends(text: str, date: Printed, today: datetime) -> bool:
    """Tell whether a date is the end of the month in which it is told: that is still to come."""
    if date.iso != f"{today:%Y-%m}" or today.day > _ALL_BUT_WEEK:
        return False
    if text.endswith("month", 0, date.end):
        return True
    return _AT_END.search(lowered(text), max(0, date.start - _BEFORE), date.start) is not None


def _is_old(sentence: str, since: int, date: Printed, start: int, beat: str) -> bool:
    """Tell whether a date is one that a film had; `since`: where the one before it in its sentence ends."""
    at, to = date.start - start, date.end - start
    if sentence[since:at].lstrip(" ,") in WAS:
        return True
    if of_work(sentence[since:at]) or _WORK_INSTEAD.search(sentence, 0, at):
        return False
    clause = CUT.split(sentence[since:at])[-1]
    starts = _FROM.search(clause) and not moving(clause)
    if not starts and takes_place_of(sentence, at, to, trusted=beat in TRUSTED):
        return True
    return is_given_up(sentence[since:at], sentence[to:], year=date.precision == 0)


def _from_then(one: Stated, text: str) -> Stated:
    """The one date of a text: a film is shown from it, or only may give it up, where that is said."""
    words = text[max(one.place, one.date.start - _NEAR) : one.date.start].lower()
    return one._replace(old=not (_FROM.search(words) or _THREATENED.search(words)))


def _goes_on(last: Stated, text: str, place: int, date: Printed) -> bool:
    """Tell whether a film goes to a date from the last one told, which it leaves in the same sentence."""
    between = lowered(text[last.date.end : date.start])
    return last.old and last.place == place and bool(_ONTO.fullmatch(between))


def past(iso: str, today: datetime) -> bool:
    """Tell whether a date lies back, or is no more than the year or the month that news is of."""
    month = f"{today:%Y-%m}"
    if len(iso) == len("2027-01-01") and iso < f"{today:%Y-%m-%d}":
        return True
    if int(iso[:4]) < today.year or iso in (str(today.year), month):
        return True
    return len(iso) >= 7 and "Q" not in iso and iso[:7] < month
