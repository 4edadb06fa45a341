"""A day of the coming week on which a film opens, told by its name alone: it opens Friday."""

from __future__ import annotations

from reader.patterns import late, rare
from reader.stories.dates.calendar import weekday
from reader.stories.dates.other_events import NOT_RELEASE
from reader.stories.dates.printed_dates import Printed
from reader.stories.dates.stated import SENTENCE, Stated
from reader.stories.language.terms import lowered

_NOT_UNTIL = (
    r"(?:n[’']t|\bnot) (?:[\w’-]+ ){0,2}?(?:open|out|arrive|(?:be )?released|land|bow|(?:in|hit|reach) "
    r"(?:cinemas|theaters|theatres))(?: [\w’'-]+){0,3}? (?:until|till) "
)
_WAITS = late(rf"{_NOT_UNTIL}\w+day\b")
"""Before a day: a film does not open before it."""
_ON_DAY = rare(
    r"\b(?:opens?|opening|arrives?|arriving|lands?|landing|"
    r"(?<!handed )(?<!given )(?<!carried )(?<!sold )(?<!read )(?<!called )out|releases|streams?|streaming|"
    r"(?:be|is|are|being) released|debuts|bows|drops|unspools|wash\w* ashore|"
    r"surfaces|swims|sails|creeps|crashes|stomps|storms|invades|returns|docks|touches down|rolls out|coming|"
    r"(?:watch|see|catch) (?:it|"
    r"this)(?! again\b)(?:(?: [\w’'-]+){0,6}?(?= from))?|"
    r"on (?:netflix|prime video|disney\+|apple tv\+?|hulu|peacock|shudder|mubi|max|hbo max|paramount\+|"
    r"demand|"
    r"digital)|(?:on|in) (?:general |wide |limited |nationwide )?release|"
    r"(?:in|hits?|to|into|reach(?:es)?|across|plays?|at) (?:[\w.]+ |(?:[\w,]+ ){2,4}?)?(?:cinemas|theaters|"
    r"theatres|"
    r"multiplexes|auditoriums|picturehouses|screens|digital|p?vod|netflix|hulu|"
    r"peacock))(?: [\w’'-]+){0,4}?,? "
    r"(?:(?:on|this|from|next|coming|beginning|starting|as of) )?(?:today,? (?=\w+day))?"
    r"(?<!through )(?<!until )(?<!till )(?<!same )((?:mon|tues|wednes|thurs|(?<!good )fri|satur|(?<!easter "
    r")sun)day|today|tomorrow)\b"
    r"(?![’']s\b)(?! (?:night|morning|evening|before|after|of|to \$|"
    r"with \$|at the))(?!(?: ?[–—-] ?| (?:through|to|until|till) )(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day)|"
    r"\bfrom ((?:mon|tues|wednes|thurs|fri|satur|sun)day),? (?:(?:in|on|at) )?(?:[\w.]+ )?(?:cinemas|screens|"
    r"theat(?:er|re)s|multiplexes)\b|"
    r"\b(?:starting|beginning|from) this ((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|"
    r"(?:^|[.!?] )(?:starting|beginning) ((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|"
    rf"{_NOT_UNTIL}((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|"
    r"\b(?:next )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)[’']s "
    r"(?:(?:u\.?s\.?|u\.?k\.?|british|irish|australian|canadian|local|domestic|american|nationwide|cinema|theatrical|"
    r"wide|limited) )?(?:release|opening|bow|debut|launch|premiere(?= on ))\b(?! (?:at|in) )"
)
"""Told shortly before: the film opens Friday."""


_WEEK = late(r" week\b")
"""After a day, as Britons say it: the one of next week."""


def waits_until(text: str) -> bool:
    """Tell whether a text says that a film is not out before a day of the week."""
    return bool(_WAITS.search(lowered(text)))


def on_weekday(text: str, published: int) -> Stated | None:
    """A day of the week on which a film opens; only those of the coming week are told so."""
    match = _ON_DAY.search(lowered(text))
    if match is None:
        return None
    name = match.lastindex or 1
    start = max([0, *(found.end() for found in SENTENCE.finditer(text, 0, match.start() + 1))])
    if NOT_RELEASE.search(lowered(text[max(start, match.start() - 30) : match.start(name)])):
        return None
    end = SENTENCE.search(text, match.end())
    following = "next " in match[0] or _WEEK.match(text, match.end(name)) is not None
    printed = Printed(weekday(match[name], published, following=following), *match.span(name))
    return Stated(printed, False, text[start : end.start() + 1 if end else len(text)], start)
