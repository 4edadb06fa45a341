"""By how much time a film was moved, where a report says that and not from when."""

from __future__ import annotations

from reader.patterns import late
from reader.stories.dates.calendar import days_before, months_before
from reader.stories.dates.moves import later

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12}
_NEAR = 30
"""Letters between a unit of time and its number."""
_MOST_DAYS, _MOST_MONTHS = 90, 60
"""The longest times that a film is said to be moved by, in days and weeks, and in months and years."""
_UNIT = late(r"\b(day|week|fortnight|month|year)s?\b")
_NUMBER = late(
    r"(?<!around )(?<!about )(?<!nearly )(?<!almost )(?<!some )(?<!than )(?<!over )"
    r"(?<!under )\b(?P<number>[a-z]+|\d+) (?:full |whole )?$"
)
_PLANNED = late(
    r" (?:(later|longer|after|behind)|earlier|sooner|ahead of|before)(?: than)? "
    r"(?:(?:originally|first|previously|initially|had been|it was|was) )*"
    r"(?:(?:planned|expected|scheduled|announced|hoped|intended|promised|billed|advertised|due|thought|set|"
    r"slated)\b|(?:its|their|the|an) (?:original|previous|prior|old|earlier|first|planned|advertised)"
    r"(?! (?:film|movie|one|picture|part|chapter|entry|outing|instal)|[.,;!?)]|$| and\b))"
)
_AHEAD = late(
    r" (?:early\b(?! (?:in|on|next|with|thanks))|ahead of (?:time|schedule|"
    r"(?:its|their|the) (?:original|previous|prior|old|earlier)))"
)
_LATE = late(r" late\b(?! (?:in|on|at|with|for|to|night|for)\b)")
_OF_WORK = late(
    r"\b(?:streaming|digital|disc|home) (?:date|release|premiere|debut|bow)\b[^.;]*$|"
    r"\b(?:(?:re-?)?shoots?|shot|film(?:ed|ing)|wrap\w*|finish\w*|deliver\w*|complet\w*|turn\w* in|"
    r"production|"
    r"photography|cameras|starts?|started|begins?|began|edit\w*|trailer|teaser|footage|tickets?)\b"
    r"(?:(?!\b(?:open|releas|arriv|land|hit|com|reach|mov|push|delay|film (?:is|was|has)|it)|theat|cinema)"
    r"[^.;,]){0,60}(?:, )?$"
)
"""Before a time: what came so much earlier or later was no film."""
_THAN_OTHERS = late(
    r"\b(?:before|ahead of|earlier than|sooner than) (?:(?:the|its|their|they|it|in|most of|audiences in|"
    r"cinemas in|those in|hits?|reaches|opens in|gets to) )*(?:u\.?s\b|u\.?k\b|states|americans?|america|"
    r"north america\w*|britain|british|brits|britons|irish|ireland|europe\w*|australia\w*|aussies|yanks?|"
    r"stateside|domestic|rest of|everyone|everybody|anyone|anybody|anywhere|elsewhere|others?)\b|"
    r"\b(?:a|one|two) days? early\b"
)
"""What comes early is so in one country, or for those who saw it first: the film was not moved."""
_SLATED = late(r"\b(?:slated|scheduled|set|due|dated|down|booked|planned|expected) (?:for )?$")
_HAD = late(r" (?:(later)|earlier)\b(?! than)")
_MOVED = late(
    r"\b(?:delay\w*|defer\w*|push\w*|put(?:s|ting)?(?: [\w’'-]+){0,6} (?:back|off)|"
    r"bump\w*|held|slip\w*|mov(?:es?|ed|ing)|shift\w*|br(?:ing|ought)\w*|pull\w*|"
    r"jump\w*|shov\w*|kick\w*|slid\w*|postpon\w*|leap\w*|comes?|creep\w*|inch\w*|drift\w*|knock\w*)"
    r"(?P<way>(?:(?! and to )[^.;]){0,60}?)(?<! for)(?<! in)(?<! within)(?<! over)(?<! of)(?: by)? $"
)
_LONGER = late(r"(?<!in )\b(?:another|an extra|a further) (?:[\w-]+ )?(?:day|week|fortnight|month|year)s?$")
"""A time by which the wait is longer, in news of a delay."""
_SOONER = late(r"\b(?:up|forward|ahead|sooner|earlier)\b")
_NOT_SO = late(r" (?:from|ago|after|before|than|in|of|run|window|engagement)\b")


def by_time(text: str, iso: str) -> str | None:
    """The month or day that a date was moved from, where a text in lower case says by how much time."""
    text = text.replace("half a year", "six months")
    for unit in _UNIT.finditer(text):
        told = _NUMBER.search(text, max(0, unit.start() - _NEAR), unit.start())
        number = _number(told["number"]) if told else 0
        way = _way(text, told.start(), unit.end()) if told and number else 0
        if way and (had := _shifted(iso, way * number, unit[1])):
            return had
    return None


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return _NUMBERS.index(word) if word in _NUMBERS else int(word in ("a", "an", "another"))


def _way(text: str, start: int, end: int) -> int:
    """1 where the film was to come out so much earlier than it will, -1 where later, 0 where neither."""
    before = text[max(0, start - 90) : start]
    if _OF_WORK.search(before):
        return 0
    if planned := _PLANNED.match(text, end):
        return 1 if planned[1] else -1
    if _AHEAD.match(text, end) and not _THAN_OTHERS.search(text):
        return -1
    if _LATE.match(text, end):
        return 1
    if _SLATED.search(before) and (had := _HAD.match(text, end)):
        return -1 if had[1] else 1
    if _LONGER.search(text, max(0, start - len("an extra ")), end) and later(text):
        return 1
    moved = _MOVED.search(before)
    if moved is None or _NOT_SO.match(text, end) or _THAN_OTHERS.match(text, end + 1):
        return 0
    return -1 if _SOONER.search(f"{moved['way']} {text[end : end + 8]}") else 1


def _shifted(iso: str, number: int, unit: str) -> str | None:
    """A date so much time earlier, at the precision that the unit allows."""
    if unit in _MONTHS:
        number *= _MONTHS[unit]
        return months_before(iso, number) if abs(number) < _MOST_MONTHS else None
    number *= _DAYS[unit]
    is_day = len(iso) == len("2027-01-01")
    return days_before(iso, number) if is_day and abs(number) <= _MOST_DAYS else None
