"""What a release date takes the place of: words of moving, and the year or month that they leave out."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reader.patterns import late
from reader.stories.dates import Printed, months_before

_FROM = late(
    r"(?:\b(?:from|instead of|originally|previously|rather than|(?:had been|having been|was|were|once|first|"
    r"been) (?:due|set|"
    r"scheduled|slated|dated|expected|planned|pencill?ed in|booked|slotted|meant|supposed|aimed|down|"
    r"heading our way|"
    r"to open|to have opened)|leaving its|(?:bail\w*|back\w*) (?:on|out of)|exit\w*|vacat\w+|"
    r"(?:after|since|having|of) plant\w* (?:a|its|the) flag (?:in|on|at|for)|"
    r"used to (?:be|open|arrive|land)|(?:having|had) (?:been )?(?:planned|booked|dated|slated|set|eyed|"
    r"aimed|announced|circled|marked|pencill?ed) "
    r"(?:it |the film |the movie )?(?:for|at)|"
    r"loss of|out of|abandon\w+|on their screens in|formerly|"
    r"(?:its|the|their) (?:original|prior|previous|old|former|initial|earlier)|"
    r"off(?: its| the| their)(?: (?:screens|schedule|calendar|slate) (?:for|in))?|"
    r"(?:not|\w+n[’']t|no longer) (?:be (?:coming|opening|released)|open|arrive|land|be released|be out|"
    r"be in \w+|come out|coming out|hit \w+)|"
    r"miss\w* its|(?:taken|wiped|pulled|bumped|kicked|gone) (?:off|from)(?: the (?:calendar|schedule|"
    r"slate) for)?)"
    r"|^no [^.,;]{2,40} (?:at|for))\s*"
    r"(?:(?:(?:set|due|dated|scheduled|slated|planned|in (?:\w+ )?(?:cinemas|theat(?:er|re)s)|out|for|in|"
    r"on|to|at|hit|reach|arrive|land|come|premiere|debut|bow|theat(?:er|re)s|cinemas|screens|be|released|"
    r"open|its|the|that|a|next|this|putting|releasing|it|them|end of|start of|middle of|"
    r"\w+day,?)\s+)*)$",
)
_TO = late(r",? (?:all the way |back |forward |up )?to\b")
"""After a date with `from` before it: the film goes from there to another."""
_NOW = late(r"\b(?:will now|now (?:set|due|dated|slated|opens?|opening|arrives?|lands?))\b")
"""Said after a date in its sentence, of the one that takes its place."""
_WAS_OF = late(
    r"\b(?:of|of the|of this|this|one of|(?:due|set|slated|scheduled|dated|booked|planned|expected|"
    r"pencill?ed in)(?: out)? (?:for|in|on))\s+$"
)
_PUT_OFF = late(
    r"\b(?:has|have|had|is|was|gets?|got|just) (?:been |being )?(?:postpon|delay|push|bump|moved|"
    r"put (?:back|off)|held (?:back|over)|taken (?:off|out)|shelved|withdrawn|shunt|slid|slip|"
    r"shift|kick|knock|pull|yank|(?:some |very )?(?:bad|disappointing|sad) news)"
)
"""One of the summer's big films has been put off: the summer is what it had."""
_MOVE = late(
    r"\b(?:mov(?:es|ed|ing)|shift\w*|push\w*|delay\w*|put back|held back|bump\w*|slides?|slid|"
    r"postpon\w*|put(?:s|ting)?(?: [\w’'-]+){0,4} off|kick\w*|dropp?\w*|brought forward|instead of|pull\w*|"
    r"slips?|slipped|slipping|switch\w*|swap\w*|jump\w*|later than planned|back to|back by|earlier than|"
    r"vacat\w*|leav(?:es|ing) its|yank\w*|not be on|won’t be making|a fortnight later than)\b",
)
_DELAY = late(
    r"\b(?:delay\w*|postpon\w*|put (?:back|off)|(?:moves?|moved|moving|slides?|goes) back|push\w*|slip\w*|"
    r"slid\w*|later|dropped|taken off|bumped|"
    r"kicked|held (?:back|over)|shunted|shelved|off (?:the|its) (?:schedule|"
    r"calendar)|reset\w*|taken [\w ]{0,40}out of|won[’']t|not)\b"
)
_SOONER = late(
    r"\b(?:br(?:ing|ought)\w*|mov\w*|pull\w*|bump\w*) (?:[\w’'.-]+ ){0,5}?(?:forward|up)\b|\bearlier\b|"
    r"\bsooner\b|\b(?:moves?|jumps?|leaps?) (?:up|ahead|forward)\b"
)
_BY_TIME = late(
    r"(?<!around )(?<!about )(?<!nearly )(?<!almost )(?<!some )"
    r"\b(\w+|\d+) (?:full |whole )?(week|month|year)s? (later|longer|after|earlier|sooner) than "
    r"(?:originally |first |previously )?(?:planned|expected|scheduled|announced|hoped|intended)\b|"
    r"\b(?:delayed|pushed|put back|bumped|held back|slips?|slipped|moved back) (?:back )?(?:by )?"
    r"(\w+) (?:full |whole )?(week|month|year)s?\b|"
    r"\b(\w+) (?:full |whole )?(week|month|year)s? ahead of (?:schedule|its original)\b"
)
_BY_TIME_ALONE = late(
    r"\b(\w+|\d+) (?:full |whole )?(week|month|year)s? (later|earlier|sooner),? (?:on|in) (?!the (?:uk|us)|"
    r"(?:britain|america|australia|ireland|canada|france|germany))"
)
"""Said of the only date a text states: how far it was moved."""
_OF_A_YEAR = late(r"\d{4}|year|/\d\d?/|week|fortnight|days? (?:earlier|later)")
"""What makes the year of a date plain."""
_NUMBERS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def takes_place_of(sentence: str, start: int, end: int, *, trusted: bool) -> bool:
    """Tell whether a date in a sentence, in lower case, is one that a film had before.

    `trusted`: the news is of release dates, so that `from` one `to` another is a move.
    """
    before, after = sentence[:start], sentence[end:]
    moved = _FROM.search(before[-80:])
    if moved and (moved[0].split()[0] != "from" or _MOVE.search(sentence) or (trusted and _TO.match(after))):
        return True
    return bool(_WAS_OF.search(before) and _PUT_OFF.search(after)) or bool(_NOW.search(after))


def later(text: str) -> bool:
    """Tell whether a text in lower case tells of a delay."""
    return bool(_DELAY.search(text)) and not sooner(text)


def sooner(text: str) -> bool:
    """Tell whether a text in lower case tells of a date brought forward."""
    return bool(_SOONER.search(text))


def near(iso: str, other: str, *, after: bool | None) -> str:
    """A date told without its year, in the year that puts it next after another one, or next before it.

    `after` is None where nothing tells: then it is the nearest.
    """
    year = int(other[:4])
    if after is None:
        return min(
            (f"{one}{iso[4:]}" for one in (year, year - 1, year + 1)), key=lambda day: _months(day, other)
        )
    years = (year, year + 1) if after else (year, year - 1)
    found = (f"{one}{iso[4:]}" for one in years)
    return next((moved for moved in found if (middle(moved) > middle(other)) is after), iso)


def _months(iso: str, other: str) -> int:
    """How many months two dates are apart."""
    one, two = ((int(day[:4]), int(day[5:7] or 0)) for day in (middle(iso), middle(other)))
    return abs(12 * (one[0] - two[0]) + one[1] - two[1])


def middle(iso: str) -> str:
    """A date as it compares with others: a quarter by the month in its middle."""
    return f"{iso[:5]}{3 * int(iso[6]) - 1:02d}" if "Q" in iso else iso


def yearless(text: str, printed: Printed) -> bool:
    """Tell whether a date is printed without a year."""
    return not re.search(
        r"\d{4}|year|/\d\d?/|week|fortnight|day (?:earlier|later)", text[printed.start : printed.end].lower()
    )


def by_time(text: str, iso: str, *, alone: bool = False) -> str | None:
    """The month or day a date was moved from, where a text in lower case says by how much time.

    `alone`: the text states no other date.
    """
    match = _BY_TIME.search(text)
    if match is None and alone and (_MOVE.search(text) or later(text) or sooner(text)):
        match = _BY_TIME_ALONE.search(text)
        return _before(iso, match[1], match[2], -1 if match[3] != "later" else 1) if match else None
    if match is None:
        return None
    word, unit = match[1] or match[4] or match[6], match[2] or match[5] or match[7]
    return _before(iso, word, unit, -1 if match[6] or match[3] in ("earlier", "sooner") else 1)


def _before(iso: str, word: str, unit: str, way: int) -> str | None:
    """A date so much before another, or after it."""
    number = int(word) if word.isdecimal() else _NUMBERS.index(word) if word in _NUMBERS else word == "a"
    number *= way
    if unit == "week":
        day = len(iso) == len("2027-01-01") and 0 < abs(number) < len(_NUMBERS)
        return (date.fromisoformat(iso) - timedelta(weeks=number)).isoformat() if day else None
    number *= 12 if unit == "year" else 1
    return months_before(iso, number) if 0 < abs(number) < 60 else None
