"""Where a release date holds: the country named nearest to it."""

from __future__ import annotations

import re

from reader.patterns import late
from reader.stories.terms import lowered

_REGIONS = (
    ("US", late(
        r"\b(?:U\.S\.|(?-i:(?<=[Tt]he )US\b|(?<=in )US\b|USA\b)|US (?:theaters|cinemas|release|date)|"
        r"United States|the States|"
        r"American (?:cinemas|theaters|screens|release|date)|in America\b|North America\w*|"
        r"domestic\w*|stateside|(?:the )?Americans|(?:American|U\.?S\.?) audiences|across the pond)", re.I)),
    ("UK", late(r"(?<![Nn]o )\b(?:UK|U\.K\.|Britain|British|Britons|United Kingdom)\b")),
    ("IE", late(r"\b(?:Ireland|Irish (?:cinemas|screens|release|date|audiences))\b")),
    ("AU", late(r"\b(?:Australia|Australian|Australians|Aussies?|Down Under)\b")),
    ("CA", late(r"\b(?:in Canada|Canadian (?:cinemas|theaters|release))\b")),
    ("FR", late(r"\b(?:in France|French (?:cinemas|theaters|release))\b")),
    ("DE", late(r"\b(?:in Germany|German (?:cinemas|theaters|release))\b")),
)  # fmt: skip
_HERE = late(
    r"\b(?:here|over here|in cinemas|we[’'](?:ll|d) (?:get|see)|our way|on these shores|"
    r"our (?:cinemas|screens|shores))\b",
)


CUT = late(r"[;:–—]|, (?:and|but|while|which|after|though)\b|, with\b")
"""Where a clause of a sentence ends."""
_COMPARED = late(r"(?<!in)\b(?:ahead of|before|than|after|behind|following)(?: in)? (?:the )?$", re.I)
"""Before a country: its date is only what another one is compared with."""
_ASIDE = late(r", (?:out|due|released|opening|having|already|where|when)\b")
"""Where another country's date begins."""


def place(sentence: str, at: int, local: str | None, *, until: int) -> str | None:
    """The country named nearest to a place in a sentence: in its clause, else anywhere.

    `local`: the country of its readers, which `here` means. `until`: where the next date is.
    """
    near = [
        (abs(match.start() - at), match.start(), region)
        for region, pattern in _REGIONS
        for match in pattern.finditer(sentence)
        if match.start() < until and not _COMPARED.search(sentence, 0, match.start())
    ]
    if local:
        near += [(abs(m.start() - at), m.start(), local) for m in _HERE.finditer(lowered(sentence))]
    cuts = [match.start() for each in (CUT, _ASIDE) for match in each.finditer(lowered(sentence))]
    first = max((cut for cut in cuts if cut <= at), default=0)
    last = min((cut for cut in cuts if cut > at), default=len(sentence))
    best = min([each for each in near if first <= each[1] < last] or near, default=None)
    return _first_of(sentence, best[2]) if best else None


def _first_of(sentence: str, region: str) -> str:
    """Of countries told in one breath, the first: the UK and Ireland."""
    for name, pattern in _REGIONS:
        for match in pattern.finditer(sentence) if name != region else ():
            rest = re.match(r"(?:,| and|/| &) ?(?:the )?", sentence[match.end() :])
            if rest and any(p.match(sentence, match.end() + rest.end()) for n, p in _REGIONS if n == region):
                return name
    return region


def named(text: str) -> str | None:
    """The first country a text names."""
    return next((region for region, pattern in _REGIONS if pattern.search(text)), None)
