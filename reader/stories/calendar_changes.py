"""Which films a report of a changed calendar is about, beside those of its headline."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from reader.patterns import late
from reader.stories.names import Named
from reader.stories.report import Report

_MONTHS = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)|may|june?|july?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|"
    r"oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DATE = (
    rf"(?:{_MONTHS} \d|\d{{1,2}} {_MONTHS}|\d{{1,2}}/\d|20\d\d|christmas|thanksgiving|easter|halloween|"
    r"(?:memorial|labou?r|independence|valentine[’']s|presidents?[’']?) day|next (?:spring|summer|"
    r"autumn|fall|winter))"
)
_APPOSED = r"(?:,[”»\"’']* [^.;,“‘\"]{3,80},)?"
_MOVES = late(
    rf"[”»\"’',]*{_APPOSED}(?: and [“«\"‘']?[^,.;“\"‘]{{2,40}}[”»\"’',]*)?"
    r"(?: (?:also|now|then|will|has|have|is|are|be|in turn|been|both))* "
    r"(?!open\w* (?:to|with|at) (?:an? )?(?:\w+ )?[$£€])"
    r"(?:tak|mov|shift|com(?:es|ing) forward|slip|slid|exit|vacat|leav|tick|jump|bump|push|delay|advanc|dat|"
    r"open|trad|swap|switch|claim|land|nab|snag|secur|inherit|arriv|(?:grab|drop|flip)p?b?|set for|"
    r"pulled|undated|go(?:es|ing)? (?:from|to|back|up)|comes? (?:up|back|in)|in for)(?:e|es|s|ed|ing)?\b"
)
"""After a title: the film gets another date."""
_ITS_DATE = late(
    rf"[”»\"’']*:? (?:(?:to|now|goes|for|on|in) )?{_DATE}[^.;]{{0,25}}?\((?:was|from|new|previously|up|"
    rf"down|moved)|"
    rf"[”»\"’']*: {_DATE}",
    re.I,
)
"""After a title, as calendars print it: Kiln: May 3, 2028 (was May 10)."""
_GIVEN_TO = late(
    r"\b(?:slots?|dates?|berths?|frames?|weekends?|spots?|places?|screens?|corridors?|perch) "
    r"(?:[\w’]+ ){0,3}?(?:go(?:es)?|went|pass(?:es)?|falls|handed|given|ceded|taken(?: over)?|"
    r"filled) (?:to|by)(?:\.\.\.|…)? "
    r"[“«\"‘']?$",
    re.I,
)
"""Before a title: the film gets what another has left."""
_CALENDAR = late(
    r"\b(?:calendar|schedules?|re-?shuffl\w+|shuffl\w+|shake-?up|slate|(?:new|release) dates|musical chairs|"
    r"date (?:changes|shifts)|(?:date|release|more|other|two|three|four|five|six|several) moves)\b"
)
"""Headlines of a calendar, more than of one film."""


def also_moved(report: Report, one: Named, led: Collection[str]) -> Iterator[str]:
    """The films that a lead says get another date, of those that headlines of its story name.

    Under the headline of a calendar, of all that the lead names.
    """
    every = bool(_CALENDAR.search(report.title.lower()))
    for m in one.mentions:
        told = m.where == "lead" and (every or m.key in led) and not (m.passing or m.sequel)
        if told and _dated_anew(report.lead, m.start, m.start + len(m.surface)):
            yield m.key


def _dated_anew(lead: str, start: int, end: int) -> bool:
    """Tell whether a lead gives the film that it names from `start` to `end` another date."""
    if _MOVES.match(lead, end) or _ITS_DATE.match(lead, end):
        return True
    return bool(_GIVEN_TO.search(lead, max(0, start - 80), start))
