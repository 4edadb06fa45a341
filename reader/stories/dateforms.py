"""The forms in which news prints dates: one pattern for all, and the words without which there is none."""

from __future__ import annotations

import re

from reader.patterns import late
from reader.stories.phrases import said

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
QUARTERS = {
    "early": 1, "winter": 1, "spring": 2, "easter": 2, "mid": 2, "summer": 3, "fall": 4, "autumn": 4,
    "late": 4, "christmas": 4, "halloween": 4, "holiday": 4, "holidays": 4, "holiday season": 4,
    "thanksgiving": 4, "end of": 4, "start of": 1, "beginning of": 1, "middle of": 2,
}  # fmt: skip
HOLIDAYS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "boxing day": (12, 26), "christmas day": (12, 25),
    "christmas eve": (12, 24), "valentine's day": (2, 14), "valentine's": (2, 14), "independence day": (7, 4),
    "fourth of july": (7, 4), "halloween": (10, 31), "christmas": (12, 25),
    "st patrick's day": (3, 17), "st. patrick's day": (3, 17),
}  # fmt: skip
ONE_MONTH = {"thanksgiving": 11, "halloween": 10}
"""Holidays that are always of one month."""
LONG_WEEKENDS = {"president": 2, "memorial": 5, "labor": 9, "mlk": 1, "martin": 1, "mother": 5, "father": 6}
_SAME_YEAR = r"next\ year|this\ year|that\ (?:same\ )?year|the\ same\ year|(?:the\ )?following\ year"
_SEASONS = "spring|summer|fall|autumn|winter|christmas|thanksgiving|halloween|easter"


def _month_as(name: str) -> str:
    return rf"""(?P<{name}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?
        |aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"""


def _year_as(name: str) -> str:
    return rf"(?P<{name}>(?:19|20)\d\d)"


DATE = late(
    rf"""\b(?:
    (?P<whole>(?:19|20)\d\d-\d\d-\d\d)\b
    |(?P<n1>\d{{1,2}})/(?P<n2>\d{{1,2}})/(?P<ny>(?:20)?\d\d)\b(?!/)
    |(?P<n3>\d\d?)\.(?P<n4>\d\d?)\.(?P<ny2>20\d\d)\b
    |{_month_as("m1")}\s+(?:the\s+)?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*%)(?:,?\s+{_year_as("y1")}
        |,?\s+(?:of\s+)?(?P<rel1>{_SAME_YEAR}|next(?=[.,;)]|$)))?
    |(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_month_as("m2")}\b(?:,?\s+{_year_as("y2")}
        |,?\s+(?:of\s+)?(?P<rel2>{_SAME_YEAR}|next(?=[.,;)]|$)))?
    |{_month_as("m3")}(?:\s+of)?,?\s+(?P<rel3>{_SAME_YEAR})
    |{_month_as("m4")}(?:\s+of)?,?\s+{_year_as("y4")}
    |(?:the\s+)?(?P<q>early|mid|late|{_SEASONS}|the\ holidays|holiday
        |end\ of|(?:the\ )?(?:middle|start|beginning)\ of)(?:\s+(?:season|weekend|frame|corridor|of
        |in)){{0,2}}[\s-]+
        (?:{_year_as("y5")}|(?P<rel5>{_SAME_YEAR}))
    |(?P<in6>(?:in|this|next|by|for|to|until|from|of|out|around|before|at|over|its|that
        |following|come)\s+(?:the\s+)?)
        (?P<q6>(?!fall\s+in)(?:{_SEASONS})|holidays|holiday\ season)
        \b(?!\s+(?:corridor|festival|\w*quel\b|blockbuster|tentpole|movie|film\b|comedy|hit\b|smash|
        (?:weekend\ )?\d|of\ \d|classics?\b|season\b|series\b|(?:of\ )?(?:{_SAME_YEAR})))
    |(?P<on7>(?:on|from|until)\s+(?:\w+day,?\s+)?)?the\s+(?P<d7>\d{{1,2}})(?:st|nd|rd|th)\b
        (?!\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))
    |(?P<in8>(?:in|for|to|from|until|this|that|next|late|by|following|out|into|original|its|mid|early
        |middle\ of|weekend\ of|(?:start|end|beginning)\ of|during|come)[\s-]+){_month_as("m8")}
        (?![\w'’-])(?!\.\s*\d)(?!,?\s+(?:of\s+)?(?:\d|{_SAME_YEAR}))
    |(?P<q17>thanksgiving|christmas|halloween|easter)\ (?:weekend|week|frame)\b
    |(?P<on21>on\s+)(?P<day21>halloween|christmas)\b(?!\s+(?:day|eve|week|weekend|\d))
    |(?P<nth16>first|second|third|fourth)\ quarter(?:\ of)?\ {_year_as("y16")}
    |(?P<in22>for\ the\ )(?P<nth22>first|second|third|fourth)\ quarter\b(?:\ of\ (?P<rel22>{_SAME_YEAR}))?
    |(?:q(?P<nth18>[1-4])|(?P<nth19>[1-4])q)(?:\ of)?[\ ,-]{{1,2}}{_year_as("y18")}
    |(?P<n20>an?|one|two|three|four|five|six|\d)\ (?:full\ )?(?P<unit20>day|week|fortnight)s?
        \ (?P<way20>earlier|later|sooner|after\ (?:that|that\ date|the\ (?:us|u\.s\.)|america))
        (?!,?\s+(?:on\b|than\ (?:originally|planned|expected|scheduled|first|hoped|intended)))
    |(?P<rel9>next\ year|the\ following\ year)
    |(?P<rel12>next\ month|in\ a\ month(?:['’]s\ time)?|a\ month\ from\ now|next\ week
        |in\ (?:two|three)\ (?:weeks|years)(?:['’]\ time)?|in\ a\ fortnight
        |a\ year\ from\ (?:now|today)|this\ time\ next\ year|in\ a\ year['’]s\ time)\b
    |(?P<long>(?:presidents|president['’]s|memorial|labor|mlk|martin\ luther\ king|mother['’]s
        |father['’]s)['’]?\ day)
        (?:\ (?:weekend|frame|week))?(?:,?\s+{_year_as("y15")})?
    |(?P<holiday>new\ year['’]s\ (?:day|eve)|boxing\ day|christmas\ (?:day|eve)
        |valentine['’]s(?:\ day|(?=\ (?:week|frame|\d)))
        |independence\ day|fourth\ of\ july|st\.?\ patrick['’]s\ day)
        (?P<week13>\s+(?:week(?:end)?|corridor|frame|slot|window))?
        (?:,?\s+(?:of\s+|in\s+)?(?:{_year_as("y13")}|(?P<rel13>{_SAME_YEAR})))?
    |(?P<on14>(?:opens?|opening|out|on|due|from|dated|for|until|theat(?:er|re)s|cinemas|imax
        |to|starting|beginning|arrives)\s+)(?P<m14>\d{{1,2}})/(?P<d14>\d{{1,2}})(?!\d|/)
    |(?:(?:the\s+)?(?:first|second|back|latter)\s+half\s+of\s+)?{_year_as("y10")}\b(?!\s*(?:minutes|seats))
    |{_month_as("m11")}
        (?=\s+(?:release|date|slot|berth|bow|debut|opening|premiere|calendar|frame|perch|window|launch
        |can[’']t|cannot))
    )""",
    re.VERBOSE,
)

_DATED = frozenset(
    [
        *MONTHS,
        *(month[:3] for month in MONTHS),
        "sept",
        *set(" ".join(QUARTERS).split()) - {"of"},
        *DAYS,
        "next",
        "this",
        "month",
        "day",
        "eve",
        "today",
        "tomorrow",
        "week",
        "weeks",
        "years",
        "fortnight",
        "quarter",
        "q1",
        "q2",
        "q3",
        "q4",
    ]
)
_IN_FIGURES = late(r"\d/\d")
_YEAR = late(r"(?:19|20)\d\d|\d\d?(?:st|nd|rd|th)")


def dated(text: str) -> bool:
    """Tell whether a text may hold a date: no date is without a word of its own."""
    if "/" in text and _IN_FIGURES.search(text):
        return True
    words = said(text)
    return not _DATED.isdisjoint(words) or any(_YEAR.fullmatch(word) for word in words if word[0].isdigit())
