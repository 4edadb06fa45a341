"""Where a release date holds: the country named nearest to it."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.patterns import late
from reader.stories.terms import lowered

_REGIONS = (
    ("US", late(
        r"\b(?:U\.S\.|(?-i:(?<=[Tt]he )US\b|(?<=in )US\b|(?<=\()US\b|\bUS:|USA\b)|"
        r"US (?:theaters|cinemas|release|date)|United States|the States|"
        r"American (?:cinemas|theaters|screens|release|date)|(?:in|across) America\b|North America\w*|"
        r"domestic\w*|stateside|(?:the )?Americans|American theatres|"
        r"(?:American|U\.?S\.?) (?:audiences|fans|moviegoers|viewers)|across the pond)", re.I)),
    ("UK", late(r"(?<![Nn]o )\b(?:U\.K\.|(?:UK|Britain|British|Britons|United Kingdom)\b)")),
    ("IE", late(r"\b(?:Ireland|Irish (?:cinemas|screens|release|date|audiences))\b")),
    ("AU", late(r"\b(?:Australia|Australian|Australians|Aussies?|Down Under)\b")),
    ("CA", late(r"\b(?:in Canada|Canadian (?:cinemas|theat(?:er|re)s|release|audiences|screens|date))\b")),
    ("FR", late(r"\b(?:in France|French (?:cinemas|theaters|theatres|release|audiences|screens|date))\b")),
    ("DE", late(r"\b(?:in Germany|German (?:cinemas|theaters|theatres|release|audiences|screens|date))\b")),
)  # fmt: skip
_HERE = late(
    r"\b(?:(?<!right )(?<!is )(?<!are )here(?![’']s| is\b| are\b| comes)|"
    r"(?:in|to|into) cinemas|we[’'](?:ll|d) (?:get|see)|our way|on these shores|"
    r"ours (?:is|comes|opens)|our (?:cinemas|screens|shores)|"
    r"(?:across|around|round|tours?|up and down) the (?:country|nation|land)|"
    r"local(?:ly)? (?:fans|audiences|viewers|cinemas|screens|\w+goers|release|opening|date))\b",
)
_OURS = late(r"\b(?:to|into) cinemas|both sides of the atlantic|\b(?:our|these) (?:cinemas|screens|shores)\b")


CUT = late(r"[;:–—]|, (?:and|but|while|which|after|though)\b|, with\b")
"""Where a clause of a sentence ends."""


_BESIDE = late(
    r"(?:\b(?:before|after|behind|than|ahead of|following|earlier than|later than|like|unlike|from|"
    r"same (?:day|date|week|weekend|month|time) as)"
    r"(?: (?:its|their|the|in|most of|audiences in|cinemas in|those in))*\s*)$"
)
"""Before a country to which another is compared: a day ahead of the Americans."""
_ELSEWHERE = late(
    r"\b(?:Japan(?:ese)?|Ital(?:y|ian)|Spa(?:in|nish)|Mexic(?:o|an)|Brazil(?:ian)?|China|Chinese|India(?:n)?|"
    r"Korean?|Poland|Polish|Sweden|Swedish|Norw(?:ay|egian)|Den(?:mark|ish)|Danish|Netherlands|Dutch|"
    r"Belgi(?:um|an)|"
    r"Austria(?:n)?|Switzerland|Swiss|Portug(?:al|uese)|Greece|Greek|Turk(?:ey|ish)|Argentin(?:a|ian)|"
    r"New Zealand) (?:cinemas|theat(?:er|re)s|screens|release|audiences|viewers|date|bow|debut)\b|"
    r"\b(?:[Ii]n|to|across) (?:Japan|Italy|Spain|Mexico|Brazil|China|India|South Korea|Poland|Sweden|"
    r"Norway|Denmark|"
    r"the Netherlands|Belgium|Austria|Switzerland|Portugal|Greece|Turkey|Argentina|New Zealand)\b|"
    r"\b(?:Japan|Italy|Spain|China|India|Brazil|Mexico|South Korea), where\b"
)
"""A country that is told apart from home, but not by name."""
_RIGHT_AFTER = late(r"(?:,? (?:\(|in |across |for )| )(?:the )?")
_LISTED = late(r"(?:[A-Z][\w.]+(?: [A-Z]\w+)?, ){3,}(?:[A-Z][\w.]+ )?and [A-Z]")
"""So many countries that a deal is told of, and no date of one of them."""
MANY = 3
_PARTED = 40


def elsewhere(sentence: str) -> bool:
    """Tell whether a sentence is of cinemas in a country that is none of those told by name."""
    return bool(_ELSEWHERE.search(sentence))


@lru_cache(64)
def place(sentence: str, at: int, end: int, local: str | None) -> str | None:
    """The country named nearest to a place in a sentence: in its clause, else anywhere.

    `local`: the country of its readers, which `here` means.
    """
    near = [
        (_far(sentence, match.start(), at), match.start(), region)
        for region, pattern in _REGIONS
        for match in pattern.finditer(sentence)
        if not _BESIDE.search(sentence, 0, match.start())
    ]
    for _, start, region in near:
        if start >= end and _RIGHT_AFTER.fullmatch(sentence, end, start):
            return region
    if len({region for _, _, region in near}) >= MANY or (near and _LISTED.search(sentence)):
        return None  # who bought what for where
    if local:
        near += [(_far(sentence, m.start(), at), m.start(), local) for m in _HERE.finditer(lowered(sentence))]
    cuts = [match.start() for match in CUT.finditer(lowered(sentence))]
    first = max((cut for cut in cuts if cut <= at), default=0)
    last = min((cut for cut in cuts if cut > at), default=len(sentence))
    best = min([each for each in near if first <= each[1] < last] or near, default=None)
    return _first_of(sentence, best[2]) if best else None


def _far(sentence: str, place: int, at: int) -> int:
    """How far a country stands from a date; further where a comma or an `and` parts it."""
    parted = place > at and ("," in sentence[at:place] or " and " in sentence[at:place])
    return abs(place - at) + (_PARTED if parted else 0)


def _first_of(sentence: str, region: str) -> str:
    """Of countries told in one breath, the first: the UK and Ireland."""
    for name, pattern in _REGIONS:
        for match in pattern.finditer(sentence) if name != region else ():
            rest = re.match(r"(?:,| and|/| &) ?(?:the )?", sentence[match.end() :])
            if rest and any(p.match(sentence, match.end() + rest.end()) for n, p in _REGIONS if n == region):
                return name
    return region


def told_of(text: str, local: str) -> bool:
    """Tell whether a text says anywhere that it is of the cinemas of the country of its readers."""
    pattern = next((pattern for region, pattern in _REGIONS if region == local), _OURS)
    return bool(pattern.search(text) or _OURS.search(lowered(text)))


def named(text: str) -> str | None:
    """The first country a text names."""
    for region, pattern in _REGIONS:
        found = pattern.search(text)
        if found and not _BESIDE.search(text, 0, found.start()):
            return region
    return None
