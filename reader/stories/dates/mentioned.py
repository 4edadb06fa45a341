"""Every date that a report prints, also by the way, and which known one each of them may mean."""

from __future__ import annotations

from collections.abc import Iterable

from reader.patterns import late
from reader.stories.dates.calendar import covers, month_of, real
from reader.stories.dates.printed_dates import Printed, dates, yearless
from reader.stories.dates.stated import SENTENCE
from reader.stories.dates.words_before import of_something_else

YEAR = len("2027")
_NEAR = 110
"""Letters before a date that are read."""
_ALONE = late(
    r"\b(?:Jan(?:uary)?|JAN(?:UARY)?|Feb(?:ruary)?|FEB(?:RUARY)?|March(?! (?:of|to the) )|MARCH|April|APRIL|"
    r"May(?! (?:be|not|have|the|well|yet|also|we|you|he|she|it|they|his|her|all|your)\b)|MAY|June?|JUNE?|"
    r"July?|JULY?|Aug(?:ust)?|AUG(?:UST)?|Sept(?:ember)?|SEPT(?:EMBER)?|Oct(?:ober)?|OCT(?:OBER)?|"
    r"Nov(?:ember)?|NOV(?:EMBER)?|Dec(?:ember)?|DEC(?:EMBER)?)\b(?![’'-][A-Za-rt-z])"
)
"""A month as it is printed by itself, which is no date until others say what is meant: bye June."""
_OWNS = late(
    r"[’']s\b(?! (?:[\w-]+ )?(?:off|out|gone|dead|history|toast|no (?:more|longer)|scrapped|line-?up|slate|"
    r"schedule|calendar|slot|date|berth|release|bow|opening|launch|frame|perch|roster|programme|program)\b)"
)
"""After a month that something else is of: January's surprise hit; but: May's off, from June's slate."""
_GONE = ("last ", "since ", "back in ", "as of ")
"""Before a month that has been."""


def mentioned(text: str, published: int, *, day_first: bool) -> list[Printed]:
    """Every date of a text, and every month that stands by itself; none that is long past, or a guess."""
    found = dates(text, published, day_first=day_first)
    taken = [range(date.start, date.end) for date in found]
    for month in _ALONE.finditer(text):
        if not any(month.start() in one or month.end() - 1 in one for one in taken):
            found.append(Printed(f"0000-{month_of(month[0]):02d}", *month.span(), bare=True))
    return sorted((date for date in found if not _of_no_account(text, date)), key=lambda date: date.start)


def _of_no_account(text: str, date: Printed) -> bool:
    before = text[sentence_of(text, date.start) : date.start].lower()
    return before.endswith(_GONE) or bool(_OWNS.match(text, date.end)) or of_something_else(before[-_NEAR:])


def sentence_of(text: str, at: int) -> int:
    """Where the sentence of a place begins."""
    return max((match.end() for match in SENTENCE.finditer(text, 0, at)), default=0)


def meant(text: str, date: Printed, known: Iterable[str]) -> str | None:
    """A date as printed, where one that is known may be meant: in its year, if printed without one."""
    if len(date.iso) == YEAR:
        return None
    free = date.bare or yearless(text, date)
    for iso in known:
        own = in_year_of(iso, date.iso) if free else date.iso
        if real(own) and alike(own, iso):
            return own
    return None


def in_year_of(iso: str, other: str) -> str:
    """A date in the year of the first of two that the second is in its year."""
    return f"{iso[:YEAR]}{other[YEAR:]}"


def alike(one: str, other: str) -> bool:
    """Tell whether two dates may be the same, one told more exactly than the other."""
    return covers(one, other) or covers(other, one)
