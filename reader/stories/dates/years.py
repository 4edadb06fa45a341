"""Which year a date printed without one is of: that of another date in its text, else the next there is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from reader.patterns import late

_SOON = timedelta(days=90)
_RECENT = timedelta(days=120)
_BEEN = (
    r"(?:opened|premiered|debuted|bowed|came out|launched|arrived|hit|landed|started|began|wrapped|ended|"
    r"died|won(?![’'])|finished|completed|wrote|signed|shot|left|joined|met|sold|bought|filed|took|screened|"
    r"closed|gave|"
    r"made|(?<![’']ve )(?<!have )(?<!has )got|dropped|aired|was|were|since|(?<!at )last|"
    r"had its|(?<!be )(?<!been )released|published|announced|revealed|"
    r"spoke|talked|chatted|sat down|caught up|"
    r"said|told|dropped|posted|unveiled|held|took place|broke|fell|hurt|injured|fractured|suffered|tore|"
    r"hospitali[sz]ed|collapsed|crashed|burned|burnt|exploded|struck|happened|occurred|fired|resigned|quit|"
    r"stepped down|walked out|paused|halted|suspended|evacuated|arrested|charged|sued|settled|filmed|"
    r"rehearsed|married|wed|gave birth|became|got engaged|out since|(?:weekend|frame|week)(?: of| ending|"
    r",)|back (?:on|in))\b"
)
_BEHIND = late(rf"\b{_BEEN}[^.;]*$")
"""Before a day without a year: it lies back, though of this year."""
_OPENING = late(r"(?:^|[.!?][”\"’']? )[“\"]?(?:back )?(?:on )?(?:\w+day,? )?$")
"""Before a day with which a sentence opens."""
_THEN = late(rf",? (?:(?!\b(?:will|is|are)\b)[^.;:]){{0,60}}?\b{_BEEN}")
"""After such a day: what came to pass on it."""
_DONE = late(
    r"(?<!be )(?<!been )(?<!have )(?<!’s )\b(?:finished|completed|wrapped|began|started|ended|announced|"
    r"revealed|died|signed|bought|(?:hammered|thrashed|worked) out|struck|agreed|reached|inked|sealed|"
    r"negotiated|"
    r"ratified|approved|passed|hired|fired|found|acquired|sold|premiered|bowed|screened|opened|arrived|"
    r"launched|stopped|quit|left|"
    r"(?<!will )(?<!to )(?<!can )(?<!may )(?<!would )(?<!should )(?<!could )hit \w+) "
    r"(?:\w+ ){0,2}$"
)
"""Before `in` and a month: it lies back."""
_AHEAD = late(
    r"\b(?:until|till|(?<!spoke )(?<!talked )(?<!said )to|for|will|won[’']t|be|moved|moves|pushed|delayed|"
    r"dated|date|set(?! (?:on|in|at) )|due|now|is|are|"
    r"wait\w*|opens?|arrives?|lands?|hits|bows|"
    r"releases|(?<!ed )out|coming|comes)"
    r"\b[^.;]*$"
)


def told_back(before: str) -> bool:
    """Tell whether words in lower case, those before a date, speak of what has been."""
    past, ahead = _BEHIND.search(before), _AHEAD.search(before)
    return bool(past) and not (ahead and past and ahead.start() > past.start())


def told_of_then(before: str, after: str) -> bool:
    """Tell whether a sentence in lower case opens with a date, and goes on with what came to pass then."""
    return bool(_OPENING.search(before) and _THEN.match(after))


def told_ahead(before: str) -> bool:
    """Tell whether words in lower case, those before a date, speak of what is to come."""
    return bool(_AHEAD.search(before)) and not told_back(before)


def told_done(before: str) -> bool:
    """Tell whether words in lower case, those before `in` and a month, end with something done."""
    return bool(_DONE.search(before))


def shared(month: int, stated: Sequence[str], earlier: Sequence[str], first: int) -> int | None:
    """The year of another date of the text that this month must share; years before the first say nothing.

    Of the same month, wherever it is `stated`; of another, where all those told `earlier` are of one year.
    """
    for iso in stated:
        if int(iso[:4]) >= first and (iso[5:7] == f"{month:02d}" or iso[5:] == f"Q{(month + 2) // 3}"):
            return int(iso[:4])
    years = {int(iso[:4]) for iso in earlier} - set(range(first))
    return years.pop() if len(years) == 1 else None


def day(year: int | None, month: int, number: int, today: date, *, back: bool = True) -> str | None:
    """A day; without a year the next there is, or, where its text looks `back`, one of the last weeks."""
    try:
        found = date(year or today.year, month, number)
        if not year and found < today - (_RECENT if back else timedelta(0)):
            found = date(today.year + 1, month, number)
    except ValueError:
        return None
    return found.isoformat()


def names_month(month: int, year: int, stated: Sequence[str]) -> bool:
    """Tell whether another date of the text names that month of that year."""
    return any(iso[:4] == str(year) and iso[5:] in (f"{month:02d}", f"Q{(month + 2) // 3}") for iso in stated)


def may_be(year: int, month: int, number: int, today: date, *, back: bool = True) -> bool:
    """Tell whether a day printed without a year may be of one named elsewhere in the text.

    It is not, where that is long past; nor where a year later is meant, though the day comes in a few weeks.
    """
    coming, meant = day(None, month, number, today, back=back), day(year, month, number, today)
    if not coming or not meant:
        return True
    soon = date.fromisoformat(coming) - today < _SOON
    return meant >= (today - _RECENT).isoformat() and not (soon and meant > coming)


def coming(month: int, today: date, *, following: bool = False) -> int:
    """The year of a month that is to come.

    `following`: next March, which is no month of this year.
    """
    return today.year + (following or month < today.month)


def of_season(quarter: int, today: date, *, following: bool) -> int:
    """The year of a season that is to come; `following`: the next summer, though this one is not over."""
    return today.year + (quarter * 3 < today.month or following)
