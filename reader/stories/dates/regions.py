"""Where a release date holds: the country named nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.patterns import late
from reader.stories.language.terms import lowered

_COUNTRIES = (
    ("JP", "Japan", "Japanese"), ("IN", "India", "Indian"), ("KR", "South Korea|Korea", "(?:South )?Korean"),
    ("CN", "China", "Chinese"), ("NZ", "New Zealand", "New Zealand"), ("IT", "Italy", "Italian"),
    ("ES", "Spain", "Spanish"), ("MX", "Mexico", "Mexican"), ("BR", "Brazil", "Brazilian"),
    ("PL", "Poland", "Polish"), ("SE", "Sweden", "Swedish"), ("NO", "Norway", "Norwegian"),
    ("DK", "Denmark", "Danish"), ("NL", "the Netherlands", "Dutch"), ("BE", "Belgium", "Belgian"),
    ("AT", "Austria", "Austrian"), ("CH", "Switzerland", "Swiss"), ("PT", "Portugal", "Portuguese"),
    ("GR", "Greece", "Greek"), ("TR", "Turkey", "Turkish"), ("AR", "Argentina", "Argentin(?:e|ian)"),
    ("FI", "Finland", "Finnish"), ("IS", "Iceland", "Icelandic"), ("EE", "Estonia", "Estonian"),
    ("LV", "Latvia", "Latvian"), ("LT", "Lithuania", "Lithuanian"), ("UA", "Ukraine", "Ukrainian"),
    ("CZ", "the Czech Republic|Czechia", "Czech"), ("SK", "Slovakia", "Slovak"),
    ("HU", "Hungary", "Hungarian"), ("RO", "Romania", "Romanian"), ("BG", "Bulgaria", "Bulgarian"),
    ("HR", "Croatia", "Croatian"), ("RS", "Serbia", "Serbian"), ("SI", "Slovenia", "Sloven(?:e|ian)"),
    ("RU", "Russia", "Russian"), ("LU", "Luxembourg", "Luxembourg"), ("IL", "Israel", "Israeli"),
    ("HK", "Hong Kong", "Hong Kong"), ("TW", "Taiwan", "Taiwan(?:ese)?"), ("TH", "Thailand", "Thai"),
    ("PH", "the Philippines", "(?:Philippine|Filipino)"), ("ID", "Indonesia", "Indonesian"),
    ("MY", "Malaysia", "Malaysian"), ("SG", "Singapore", "Singaporean"), ("VN", "Vietnam", "Vietnamese"),
    ("CL", "Chile", "Chilean"), ("CO", "Colombia", "Colombian"), ("PE", "Peru", "Peruvian"),
    ("EG", "Egypt", "Egyptian"), ("ZA", "South Africa", "South African"), ("NG", "Nigeria", "Nigerian"),
)  # fmt: skip
"""Countries from which news in English tells a date now and then: by what films are in, and whose screens."""


_REGIONS = (
    ("US", late(
        r"\b(?:U\.S\.|(?-i:(?<=[Tt]he )US\b|(?<=in )US\b|(?<=\()US\b|\bUS:|USA\b)|"
        r"US (?:theaters|cinemas|theatres|screens|audiences|release|date)|United States|the States|"
        r"American (?:cinemas|theaters|screens|release|date)|(?:in|across|reach(?:es)?|hits?) America\b|"
        r"North America\w*|domestic\w*|stateside|New York and (?:Los Angeles|L\.?A\b\.?)|(?:the )?Yanks|"
        r"(?-i:America) (?:gets?|sees|has|will|can|goes)\b|"
        r"(?:the )?Americans|American (?:theatres|(?:repertory |art ?|movie )?houses)|"
        r"(?:American|U\.?S\.?) (?:audiences|fans|moviegoers|viewers)|across the pond)", re.I)),
    ("UK", late(r"(?<![Nn]o )\b(?:U\.K\.|(?:UK|Britain|Britons|Brits|United Kingdom|the British|"
        r"British(?= and Irish| (?:[\w-]+ ){0,2}(?:cinemas?|theat\w+|screens?|audiences?|viewers?|fans|"
        r"filmgoers|cinemagoers|moviegoers|public|crowds|multiplexes|picturehouses|shores|distribut\w+|"
        r"release|date|bow|debut|opening|launch|rights|run|rollout|halls|cities|branch|arm|office|outpost|"
        r"division|wing|"
        r"TV|television|telly|homes|soil))|"
        r"on (?:the BBC|BBC (?:One|Two|Three|Four|iPlayer)|ITV\d?|Channel [45]))\b)")),
    ("IE", late(r"\b(?:Ireland|Irish (?:cinemas|screens|release|date|audiences))\b")),
    ("AU", late(r"\b(?:Australia|Australian(?! (?:[\w-]+ ){0,1}"
        r"(?:features?|films?|thrillers?|dramas?|director|filmmaker|actor|actress|writer|debut)\b)|"
        r"Australians|Aussies?(?! (?:thriller|drama|director|filmmaker|horror))|Down Under)\b")),
    ("CA", late(r"\b(?:in Canada|Canadian (?:cinemas|theat(?:er|re)s|release|audiences|screens|date))\b")),
    ("FR", late(r"\b(?:in France|French (?:cinemas|theaters|theatres|release|audiences|screens|date))\b")),
    ("DE", late(r"\b(?:in Germany|German (?:cinemas|theaters|theatres|release|audiences|screens|date))\b")),
)  # fmt: skip
_HERE = late(
    r"\b(?:(?<!right )(?<!is )(?<!are )here(?![’']s| is\b| are\b| comes)|"
    r"(?:in|to|into) cinemas|we[’'](?:ll|d) (?:get|see|have(?! to))|our (?:way|side)|(?:reach(?:es)?|"
    r"comes? to) us|on these shores|"
    r"this side of the (?:pond|atlantic|irish sea|tasman|channel)|"
    r"(?:in|across|around) (?:these isles|blighty|this country)|"
    r"back home|ours (?:is|comes|opens)|\bwe (?:follow|(?:will |must |have to )?wait)\b|"
    r"(?:[’']s|is|be|are|comes|now) with us (?:on|in|from|by|this|next|for)|"
    r"our (?:cinemas|screens|shores)|"
    r"(?:across|around|round|tours?|up and down) the (?:country|nation|land)|"
    r"local(?:ly)? (?:fans|audiences|viewers|cinemas|screens|\w+goers|release|opening|date))\b",
)
_HERE_AND = late(r"\bhere and (?:(?:in|across) )?(?:the )?$")
"""Before another country in which a film opens on the same day."""
_OURS = late(r"\bboth sides of the atlantic|\b(?:our|these) (?:cinemas|screens|shores)\b")


CUT = late(r"[;:–—]|, (?:and|but|while|which|after|though)\b|, with\b")
"""Where a clause of a sentence ends."""


_BESIDE = late(
    r"(?:\b(?:before|after|behind|than|ahead of|following|earlier than|later than|like|unlike|from|"
    r"same (?:day|date|week|weekend|month|time) as)"
    r"(?: (?:it|the film|the movie) (?:opens?|arrives?|bows?|debuts?|lands?|hits?|reaches|is out|comes out|"
    r"is released|rolls out))?(?: (?:its|their|the|in|across|most of|audiences in|cinemas in|those "
    r"in))*\s*)$",
    re.I,
)
"""Before a country to which another is compared: a day ahead of the Americans."""
_SCREENS = "(?:cinemas|theaters|theatres|screens|release|audiences|viewers|fans|date|bow|debut|opening)"
_ELSEWHERE = late(
    r"\b(?:"
    + "|".join(
        rf"(?P<{code}>(?:[Ii]n|[Tt]o|[Aa]cross|[Ff]or|[Hh]its|[Rr]eaches) (?:{name})\b(?! ?[A-Z])|"
        rf"(?:{name}), where\b|"
        rf"(?:{of}|{name}) {_SCREENS}\b)"
        for code, name, of in _COUNTRIES
    )
    + ")"
)
_ABROAD = late(rf"\b(?:{'|'.join(f'{name}|{of}' for _, name, of in _COUNTRIES)})\b")
"""What few sentences name: only there the words around it are looked at."""
_MADE = late(
    r"\b(?:shot|film(?:ed|ing)|shoot\w*|lensed|set(?! (?:for|to))|made|produc\w+|wrapp\w+|born|based|cameras|"
    r"photograph\w+|gross\w+|earned|took|million|opened|premiered|bowed|locations?|hit in|success)\b"
    r"(?:(?! (?:opens?|opening|releas\w*|hits|arriv\w*|lands|bows|com(?:es|ing)) )[^.;,:]){0,40}$"
)
"""Before a country in which a film was made, or has been seen."""
_WORLD = late(
    r"\b(?:(?:theaters|theatres|cinemas|screens|markets|territories) everywhere(?! else)|worldwide|globally|"
    r"globe|around the world|across the world|every (?:country|territory|market)|"
    r"\d+ (?:countries|territories|markets|nations)|(?:all|every) (?:[\w+]+ )?(?:subscribers?|members|"
    r"users))\b"
)
"""Around a date that is one for all countries."""
_DEAL = late(
    r"\b(?:licens\w+|acquir\w+|rights|(?:pick|snap)\w* up|bought|buys|takes|nabs|lands|"
    r"distribut\w+)\b[^.;]{0,90}"
)
_RIGHT_AFTER = late(
    r"(?:,? (?:\(|in |across |for )| )(?:(?:cinemas|theaters|theatres|screens) (?:in|across|throughout) )?"
    r"(?:the )?"
)
_LISTED = late(r"(?:[A-Z][\w.]+(?: [A-Z]\w+)?, ){3,}(?:[A-Z][\w.]+ )?and [A-Z]")
"""So many countries that a deal is told of, and no date of one of them."""
MANY = 3
"""So many countries near one date, and it is of none of them."""
_PARTED, _NEAR = 40, 60
"""Letters: how much farther off a country is behind a comma, and how near a word for all countries stands."""


def elsewhere(sentence: str) -> bool:
    """Tell whether a sentence is of cinemas in a country from which news is told now and then."""
    return any(_named_elsewhere(sentence))


def everywhere(sentence: str, at: int, end: int) -> bool:
    """Tell whether a date in a sentence is one for all countries."""
    return bool(_WORLD.search(lowered(sentence[max(0, at - _NEAR) : end + _NEAR])))


def sold_for(text: str) -> str | None:
    """The one country for which a text says that a film was bought."""
    found = {
        region
        for deal in _DEAL.finditer(text)
        for region, pattern in _REGIONS
        if pattern.search(text, deal.start(), deal.end())
    }
    return found.pop() if len(found) == 1 else None


def _named_elsewhere(sentence: str) -> Iterator[re.Match[str]]:
    for match in _ELSEWHERE.finditer(sentence) if _ABROAD.search(sentence) else ():
        if not _MADE.search(lowered(sentence[: match.start()])):
            yield match


_OWNS = late(
    r"[’']s (?!(?:[\w-]+ ){0,2}(?:cinemas?|theat(?:er|re)s?|screens?|multiplexes|release|bow|opening|date|"
    r"audiences|"
    r"box office|distributors?|big screens?)\b)"
)
"""Behind a country: somebody or something of it is told of, and no cinemas."""
_ONE_MARKET = late(
    r"\bIreland and (?:the )?(?:UK|U\.K\.|Britain|United Kingdom)\b|\bIrish and (?:British|UK) \w+|"
    r"\bBritish and Irish \w+"
)


@lru_cache(64)
def place(sentence: str, at: int, end: int, local: str | None) -> str | None:
    """The country named nearest to a place in a sentence: in its clause, else anywhere.

    `local`: the country of its readers, which `here` means.
    """
    near = [
        (_far(sentence, match.start(), at), match.start(), region)
        for region, pattern in _REGIONS
        for match in pattern.finditer(sentence)
        if not (_BESIDE.search(sentence, 0, match.start()) or _OWNS.match(sentence, match.end()))
    ]
    near += [
        (_far(sentence, match.start(), at), match.start(), match.lastgroup)
        for match in _named_elsewhere(sentence)
        if match.lastgroup and not _BESIDE.search(sentence, 0, match.start())
    ]
    for _, start, region in near:
        if start >= end and _RIGHT_AFTER.fullmatch(sentence, end, start):
            return region
        if local and _HERE_AND.search(lowered(sentence), 0, start):
            return local
    if len({region for _, _, region in near}) >= MANY or (near and _LISTED.search(sentence)):
        return None  # who bought what for where
    if local:
        near += [(_far(sentence, m.start(), at), m.start(), local) for m in _HERE.finditer(lowered(sentence))]
    cuts = [match.start() for match in CUT.finditer(lowered(sentence))]
    first = max((cut for cut in cuts if cut <= at), default=0)
    last = min((cut for cut in cuts if cut > at), default=len(sentence))
    best = min([each for each in near if first <= each[1] < last] or near, default=None)
    return _first_of(sentence, best[1], best[2]) if best else None


def _far(sentence: str, place: int, at: int) -> int:
    """How far a country stands from a date; further where a comma or an `and` parts it."""
    parted = place > at and ("," in sentence[at:place] or " and " in sentence[at:place])
    return abs(place - at) + (_PARTED if parted else 0)


def _first_of(sentence: str, at: int, region: str) -> str:
    """Of countries told in one breath, the first: of Ireland and the UK, which are one market, the larger.

    `at`: where the last of them stands.
    """
    if region in ("IE", "UK") and _ONE_MARKET.search(sentence):
        return "UK"
    for name, pattern in _REGIONS:
        for match in pattern.finditer(sentence) if name != region else ():
            rest = re.match(r"(?:,| and|/| &) ?(?:the )?", sentence[match.end() :])
            if rest and match.end() + rest.end() == at:
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
    return next((match.lastgroup for match in _named_elsewhere(text)), None)
