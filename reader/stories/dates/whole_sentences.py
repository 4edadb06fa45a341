"""Sentences that are there for a date: it is all that they say, or the last, or the next tells of it."""

from __future__ import annotations

from reader.patterns import late

_ALL = late(
    r"\s*(?:(?:roll on|bring on|here[’']s to|see you(?: all)?(?: there)?(?: on| in)?|till|until|"
    r"mark (?:your|those) (?:calendars?|diar(?:y|ies))(?: for)?)[:,]? )?(?:(?:mid|early|late|this|in)[- ])?"
)
_FULL_STOP = late(r"[.!]|, (?:[\w’]+ ){0,2}[\w’]+[.!]")
"""Around a date that is all that a sentence says: Mid-July, everyone. Roll on 12 June!"""
_THATS_WHEN = late(
    r"[.!] (?:that[’']s|that is|this is) when (?![^.;]*\b(?:tickets?|sales?|trailers?|footage|cameras?|"
    r"festivals?|shoot|film(?:ing|s? starts?))\b)"
    r"[^.;]{0,50}\b(?:arriv|open|releas|land|hit|reach|bow|come|see|start|debut)"
)
"""After a date, with a sentence of its own: what happens then."""
_SIGNS_OFF = late(
    r"\s*(?:and |but |so |please )?(?:don[’']t|store|file|keep|hold|save|check back|come back|remind|wake|"
    r"call|prepare|brace)\b[^.!?]{0,80}\b(?:on|until|till|come) (?:the )?$"
)
_END = late(r"[.!]*\s*$")
"""Around a day with which a report leaves its readers: don’t hold us to it on June 4."""
_FAR = 110
"""Letters after a date that are read."""


def is_all_said(before: str, text: str, end: int) -> bool:
    """Tell whether a date is all that its sentence says; `before`: what it says first, in lower case."""
    return bool(_ALL.fullmatch(before) and _FULL_STOP.match(text, end))


def tells_what_then(before: str, text: str, end: int) -> bool:
    """Tell whether the next sentence tells what happens on a date, or a report signs off with it."""
    return bool(_THATS_WHEN.match(text[end : end + _FAR].lower())) or signs_off(before, text, end)


def signs_off(before: str, text: str, end: int) -> bool:
    """Tell whether a report leaves its readers with a date; `before`: what its sentence says before it."""
    return bool(_END.match(text, end) and _SIGNS_OFF.match(before))
