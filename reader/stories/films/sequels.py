"""Which title is another film's: a sequel's new title, a number in place of a subtitle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.patterns import late
from reader.stories.films.canonical import canonical
from reader.stories.films.mentions import Mention
from reader.stories.films.title import numbered
from reader.stories.films.titles import Titles

_ENTITLED = late(
    r"[”»\"’',.]*(?: sequel| follow-?up)?,? (?:(?:which|now|is|has|been|will|be|to|officially|simply|"
    r"formally|the|a) ){0,5}(?:sub)?(?:titled|called|named|entitled|dubbed) [“«\"‘'(]?"
)
"""Between a film's working name and its title."""
_CALLED = late(
    r"[^.;:!?“”]{0,140}, (?:(?:now|which|is|will|to|be|officially|simply|has|been) ){0,4}"
    r"(?:titled|called|named|entitled|dubbed) [“«\"‘'(]?"
)
"""Between a film whose sequel is told of, and at the end of the sentence the title of that."""
_SEQUEL_NAMED = late(r"[”»\"’',.]* (?:sequel|follow-?up|successor),?:? [“«\"‘']?")
"""Between a film and its sequel: ‘One’ Sequel ‘Another’ Sets a Date."""
_CONTINUES = late(
    r"[”»\"’',.]*,? (?:(?:is|will|to|be|was|as|serves|–|—|-) ){0,3}(?:an?|the|his|her|their|its) "
    r"(?:[\w’-]+ ){0,3}?(?:sequel|follow-?up|successor|continuation) (?:to|of) "
    r"(?:[\w’'.&-]+ ){0,6}?[“«\"‘'(]?"
)
"""Between a sequel and the film that it continues."""
_OLD = r"(19\d\d|200\d|201\d)"
_AGAIN = (
    r"\b(?:remak\w+|remade|retelling|re-?imagining|redo|new version|new take|do-over|"
    r"reworking|reboot\w*|original)\b"
)
_REMADE = late(rf"{_AGAIN}[^.]{{0,80}}?\b{_OLD}\b|\b{_OLD}\b[^.]{{0,60}}?{_AGAIN}")
"""A remake, and the year of the film that is made again."""
_OF_OLD = late(
    rf"(?:\bthe|[’']s?|\boriginal|\bclassic) {_OLD} (?:[\w-]+ ){{0,3}}?(?:films?|movie|original|classic|"
    rf"version|"
    r"caper|thriller|drama|comedy|silent|horror|western|musical|romance|chiller|mystery|adventure|hit|"
    r"masterpiece)\b"
)
"""A film of another year than this: Jane Roe’s 1962 heist film."""
_SHOWN_AGAIN = late(r"\brestor\w+|\bremaster\w*|\b4k\b|\bre-?(?:release|issue)[sd]?\b")
"""Said of an old film that is shown again: such a version is no remake."""
_AGAIN_SAID = late(r"\b(?:remake|remade|reboot|reimagining|re-imagining|new version)\b")
_FROM_YEAR = late(rf"[”»\"’',]* (?:from|of|\(){_OLD}\b|[”»\"’',]* (?:from|of) {_OLD}\b")
REMAKES = frozenset(
    {
        "remake",
        "remakes",
        "remaking",
        "remade",
        "retelling",
        "reimagining",
        "redo",
        "version",
        "reworking",
        "reboot",
    }
)
"""One of them is said where a film is made again."""
WORDS = frozenset(
    {"sequel", "follow", "followup", "successor", "continuation", "titled", "subtitled", "called", "named"}
)
"""One of them is said wherever a sequel and the first film are told of."""


def learn(titles: Titles, text: str, found: Sequence[Mention]) -> None:
    """Learn from one text which titles are of sequels it tells of by the film before."""
    for one, other in pairwise(found):
        between = text[one.start + len(one.surface) : other.start].lower()
        base, number = numbered(one.key)
        if _CONTINUES.fullmatch(between):
            titles.rename(f"untitled {other.key} sequel", one.key)
        elif _SEQUEL_NAMED.fullmatch(between):
            titles.rename(f"untitled {one.key} sequel", other.key)
        elif (number or one.sequel) and (_ENTITLED.fullmatch(between) or _CALLED.fullmatch(between)):
            old = one.key if number else f"untitled {one.key} sequel"
            new = canonical(titles, other.key)
            if new not in (base, one.key):
                titles.rename(old, new)


def compare(
    titles: Titles, head: Sequence[Mention], lead: Sequence[Mention], filed: Iterable[str] = ()
) -> None:
    """Note where a headline has a film by its number, and the lead or a tag, `filed`, by its subtitle.

    Where one of these has both, they are two.
    """
    beside = {*(m.key for m in lead), *filed}
    for key in {m.key for m in head}:
        base, number = numbered(key)
        subtitled = beside & titles.by_head.get(base, set()) if number else set()
        if len(subtitled) == 1:
            titles.note_instead(key, min(subtitled), -1 if key in beside else 1)


def continuing(titles: Titles, key: str) -> str | None:
    """The one film known to continue another, by its number or its subtitle."""
    numbers = (titles.by_number.get((key, number), ()) for number in range(2, 10))
    known = {other for each in numbers for other in each if numbered(other)[0] == key}
    found = {
        canonical(titles, other) for other in known | titles.by_head.get(key, set()) if titles.usual(other)
    }
    found.discard(key)
    return found.pop() if len(found) == 1 else None


def remade(titles: Titles, lead: str, found: Sequence[Mention]) -> None:
    """Learn from a report of a remake of which year the first film is: that goes by title and year.

    `found`: the films of its headline and its lead.
    """
    told = lead.lower()
    match = _REMADE.search(told) or (not _SHOWN_AGAIN.search(told) and _OF_OLD.search(told))
    match = match or (_AGAIN_SAID.search(told) and _dated(lead, found))
    near = {canonical(titles, numbered(m.key)[0]) for m in found if not m.passing}
    if match and len(near) == 1:
        key = near.pop()
        titles.rename(f"{key} original", f"{key} {next(filter(None, match.groups()))}")


def _dated(lead: str, found: Sequence[Mention]) -> re.Match[str] | None:
    """The year right behind a title of a lead, long ago: Jane Roe’s Heat from 1978."""
    ends = (m.start + len(m.surface) for m in found if m.where == "lead")
    return next(filter(None, (_FROM_YEAR.match(lead, end) for end in ends)), None)


def first_of(titles: Titles, key: str) -> str:
    """The first film of a title of which a remake is known; the title itself where none is."""
    return titles.renamed.get(f"{key} original", key)
