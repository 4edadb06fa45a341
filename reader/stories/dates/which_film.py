"""Whose date it is: of which of its films a report states one, and whether of another that it only names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.patterns import late
from reader.stories.dates.stated import SENTENCE, Marks, Stated

_BESIDE = late(
    r"\b(?:after|before|behind|ahead of|opposite|against|alongside|with|than|versus|vs\.?|like|following|"
    r"follows|dodg(?:es|ed|ing)|avoid(?:s|ed|ing)?|flee(?:s|ing)|fled|duck(?:s|ed|ing)|escap(?:es|ed|ing)|"
    r"sidestep\w*|fac(?:es|ing)|(?:away|clear|well clear) (?:from|of)|(?:path|way|wake|shadow|crosshairs|"
    r"back) of|"
    r"(?:way|room|space) for|clash\w* with|versus|up against|taking on|takes on|instead of|rather than|"
    r"next to|since|(?:film|movie|entry|instal?lment|chapter|picture|adventure) in (?:the|his|her|its)|"
    r"(?:warm|gear|tee|build|ramp|hype)\w* (?:[\w’']+ ){0,2}up (?:for|to)|"
    r"to (?:promote|celebrate|mark|herald|tease)|"
    r"(?:follow-?up|sequel|prequel|companion(?: piece| film)?|successor|heir|answer|cousin) to|"
    r"(?:fan|lover|follower|director|filmmaker|maker|star|stars|team|writer|duo|creator|producer|studio|actor|actress|"
    r"newcomer|alum|veteran|breakout)s? (?:of|behind|from|on))\s+(?:[\w.-]+[’']s? )?"
    r"(?:(?:the|his|her|its|their) (?:[\w-]+ ){0,4})?[“\"‘']?$",
    re.I,
)
"""Before a film to which that of the date is compared: two weeks after Harrow, the sequel to Harrow."""
_RELATIVE = late(
    r"[\w’'.:!-]+(?: [A-Z0-9_][\w’'.:!-]*){0,6}[”\"’']? (?:follow-?up|sequel|threequel|prequel|spin-?off|"
    r"successor|companion|reboot|remake|trilogy|franchise|saga|series|universe|finale|star|actors?|actress|"
    r"directors?|"
    r"helmers?|filmmakers?|writers?|scribes?|creators?|duo|team|trio|breakout|alum|alumn\w+|veterans?|lead|"
    r"maestro|auteur|mastermind|producers?)\b"
)
"""A film named to tell what or whose the other is: the Harrow follow-up, the Harrow star."""
_NEXT = late(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|new|newest|latest|last|final|"
    r"upcoming|forthcoming|another|long-awaited|delayed) [“\"‘']?$",
    re.I,
)
_OF_SERIES = late(
    r"[\w’'.:!-]+(?: [A-Z0-9_][\w’'.:!-]*){0,6}[”\"’']? (?:film|movie|picture|pic|instal?lment|chapter|entry|"
    r"adventure|outing|story)\b"
)
"""Around a film whose name is that of all: the third Harrow film."""
_VERB = late(r"\d|[.;:]| (?:to|from|for|will|is|was|has|opens?|moves?|gets?|takes?|goes|shifts?) ")
"""Between two names: they are not told in one breath."""
_WHICH = late(
    r"[”»\"’']*(?:(?:,[”»\"’']* | \()(?:which|due|out|opening|arriving|landing) |"
    r": (?:that one|this one|that|it)(?:[’']s| is| will| opens?| lands?) )"
)
"""Behind a film: the star of Kiln, which opens in May."""
_ENDED = late(r"[.;,)]")
_BEFORE, _FAR = 60, 60
"""Letters before a film that are read, and between two that are told in one breath."""


def of_another(marks: Marks, text: str, start: int, end: int) -> bool:
    """Tell whether a part of a text is of other films, and of none that its report is about."""
    inside = range(start, end)
    if in_relative(marks, text, end):
        return True
    if not marks.own or any(at in inside for at, _ in marks.own):
        return False
    return any(at in inside and not _beside(text, at) for at in marks.others)


def in_relative(marks: Marks, text: str, date: int) -> bool:
    """Tell whether a date is only told of a film named right before, that the report is not about."""
    named = max((title for title in marks.titles if title[1] <= date), default=None)
    if named is None or named[0] not in marks.others:
        return False
    begins = _WHICH.match(text, named[1])
    return begins is not None and not _ENDED.search(text, begins.end(), date)


def film_of(one: Stated, marks: Marks, text: str) -> int:
    """Which film of its report a date is of: the one named last before it, 0 where none is."""
    end = one.date.start
    for start in (one.clause(), one.place, 0):
        named = [(at, film) for at, film in marks.own if start <= at < end and not _beside(text, at)]
        if named:
            return _first_of(named, text)
    return 0


def _first_of(named: list[tuple[int, int]], text: str) -> int:
    """Of films told in one breath, the first: Harrow and Ember open in May."""
    at, film = named[-1]
    for before, other in reversed(named[:-1]):
        if at - before > _FAR or _VERB.search(text, before, at):
            break
        at, film = before, other
    return film


def first_in(title: str, marks: Marks) -> int:
    """Which film of a report its headline names first, 0 where it names none."""
    return next((film for at, film in marks.own if at < len(title)), 0)


def told_there(marks: Marks, text: str, places: Iterable[int]) -> set[int]:
    """Return which of its films a report names in the sentences of some places."""
    bounds = [0, *(match.end() for match in SENTENCE.finditer(text)), len(text)]
    bounds += [at for at, letter in enumerate(text) if letter == ";"]
    found: set[int] = set()
    for place in places:
        start, end = max(at for at in bounds if at <= place), min(at for at in bounds if at > place)
        found.update(film for at, film in marks.own if start <= at < end)
    return found


def _beside(text: str, at: int) -> bool:
    """Tell whether a film is named only for comparison."""
    first = max(0, at - _BEFORE)
    if _BESIDE.search(text, first, at) or _RELATIVE.match(text, at):
        return True
    return bool(_NEXT.search(text, first, at) and _OF_SERIES.match(text, at))
