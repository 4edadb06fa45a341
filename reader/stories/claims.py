"""Release dates as outlets state them: a claim each, with its film, place and what it moved from."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from reader.stories.dates import Printed, dated, dates, months_before, weekday
from reader.stories.terms import lowered

_SENTENCE = re.compile(r"(?<=[a-z0-9”\"’')][.!?]|[.!?][”\"’'])\s+(?=[A-Z“\"‘'])")
_RELEASE = re.compile(
    r"\b(?:opens?|opening|open|opened up|re-?releas\w*|releas\w*|theaters?|theatres?|"
    r"theatrical\w*|cinemas?|screens|auditoriums?|imax|arriv\w*|hits?|lands?|landing|bows?|dated|dates?|"
    r"dating|"
    r"slot\w*|calendar|berth|debuts?|premier\w+ on|stream\w*|platforms?|digital|discs?|4k|"
    r"blu-ray|vod|comes? out|coming out|out|due|in store|touch\w* down|"
    r"deck|back (?:in|on|at)|returns? to|push\w*|delay\w*|put back|slides?|bump\w*|"
    r"heading our way|set (?:it )?for|staked|scheduled|circled|weekend|launch\w*|"
    r"unspool\w*|rolls? out|expand\w*|swings? in|reach\w*|wait\w*|get it|see it|drops?|"
    r"can’t arrive|will tell|arrival|lined up for|slated|planned for|target\w*|aim\w* for|"
    r"eyeing|pencill?ed in|earmarked|wide|coming|comes? to|roll-?out|in time for|available|shelves|ships|"
    r"play(?:s|ing)? (?:from|at|in)|mov\w+ to|head(?:s|ed|ing) (?:for|to)|ahead of|run begins|bring\w*|"
    r"surfac\w*|emerg\w*|(?:rac|swoop|soar|stomp|roar|sail|blast|crash|creep|sneak|burst|march)\w* into|"
    r"multiplex\w*|big screens?|movie houses|nationwide|unleash\w*|lets? (?:it|them|him|her) (?:out|loose)|"
    r"(?:will|to) be with us|these shores|on demand|pvod|to rent|rental|street date|streets on|steelbook|"
    r"(?:netflix|prime video|disney\+|hulu|peacock|apple tv\+?|shudder|mubi|max|paramount\+) (?:on|in|from)|"
    r"aims? (?:at|for)|audiences|(?:still|now) says|put(?:s|ting)? (?:it )?down|(?:get|gets|have|has|want|"
    r"wants|see|sees|likes) it|frame|stakes? out|claims|perch|happening|going out|goes out|bow\w*|"
    r"awards run|dragged to it|for rent|kino\w*|sortie|estreno|uscita)\b",
)
_NOT_RELEASE = re.compile(
    r"\b(?:voting|nominations?|submissions?|exhibition|tickets?|on sale|advance screenings?|closures?|"
    r"continues? \w+ (?:until|through)|embargo\w*|ballots?|deadline|eligib\w*|telecast|airs|anniversary|"
    r"lens(?:es|ing)|rehears\w*|pre-production|location work|crew|second unit|post-production|"
    r"(?:to be|be|being|was|were|been) (?:film|shot|mad)\w*|eyeing a start|(?:a|the) start|gala|"
    r"world premiere|premi[eè]res? at|clos\w+ night|opens? (?:the )?(?:cannes|venice|berlin|toronto|"
    r"festival)|"
    r"in competition|the novel|the book|memoir|album|season \w+|new episodes|birthday|turns|"
    r"issue|retrospective|season of|film(?:ing|s|ed) (?:begins?|starts?|lasts?|is|to|will|"
    r"from|in|between|expected|scheduled|until)|begin\w* (?:film|shoot|product|principal)\w*|"
    r"gets? going|start(?!ing)\w* (?:in|on)|start\w* (?:film|shoot|product|principal)\w*|"
    r"start dates?|since opening|festival (?:opens|runs|starts|begins|takes)|broadway|west end|"
    r"the (?:show|series) (?:returns|premieres)|on tour|concert|"
    r"filming|shoot\w*|cameras?|production|wrap\w*|record\w*|ceremony|festival runs|deliver\w*|"
    r"awards?(?![- ](?:qualifying )?run)|oscars?|published|novel|born|"
    r"grossed|earned|came out|opened (?:to|in)|debuted|died|aged|signed|premiered|"
    r"was released|trial|court|hearing|strike|contract)\b|\bsince\s+$",
)
_FROM = re.compile(
    r"(?:\b(?:from|instead of|originally|previously|rather than|(?:had been|having been|was|were|once|first|"
    r"been) (?:due|set|"
    r"scheduled|slated|dated|expected|planned|pencill?ed in|booked|slotted|meant|supposed|aimed|down|"
    r"heading our way|"
    r"to open|to have opened)|leaving its|(?:bail\w*|back\w*) (?:on|out of)|exit\w*|vacat\w+|"
    r"planting a flag in|"
    r"loss of|out of|abandon\w+|on their screens in|formerly|its original|the original|off(?: its| the|"
    r" their)(?: (?:screens|schedule|calendar|slate) (?:for|in))?|"
    r"(?:not|\w+n[’']t|no longer) (?:be (?:coming|opening|released)|open|arrive|land|be released|be out|"
    r"be in \w+|come out|coming out|hit \w+)|"
    r"miss\w* its|(?:taken|wiped|pulled|bumped|kicked|gone) (?:off|from)(?: the (?:calendar|schedule|"
    r"slate) for)?)"
    r"|^no [^.,;]{2,40} (?:at|for))\s*"
    r"(?:(?:(?:set|due|dated|scheduled|slated|planned|in (?:\w+ )?(?:cinemas|theat(?:er|re)s)|out|for|in|"
    r"on|to|at|"
    r"open|its|the|that|a|next|this|putting|releasing|it|them|end of|start of|middle of|"
    r"\w+day,?)\s+)*)$",
)
_TO = re.compile(r",? (?:all the way |back |forward |up )?to\b")
"""After a date with `from` before it: the film goes from there to another."""
_NOW = re.compile(r"\b(?:will now|now (?:set|due|dated|slated|opens?|opening|arrives?|lands?))\b")
"""Said after a date in its sentence, of the one that takes its place."""
_WAS_OF = re.compile(r"\b(?:of|of the|of this|this|one of)\s+$")
_PUT_OFF = re.compile(
    r"\b(?:has|have|had|is|was|gets?|got|just) (?:been |being )?(?:postpon|delay|push|bump|moved|"
    r"put (?:back|off)|"
    r"shift|kick|knock|pull)"
)
"""One of the summer's big films has been put off: the summer is what it had."""
_MOVE = re.compile(
    r"\b(?:mov(?:es|ed|ing)|shift\w*|push\w*|delay\w*|put back|bump\w*|slides?|slid|"
    r"postpon\w*|put(?:s|ting)?(?: [\w’'-]+){0,4} off|kick\w*|dropp?\w*|brought forward|instead of|pull\w*|"
    r"switch\w*|swap\w*|jump\w*|later than planned|back to|back by|earlier than|"
    r"vacat\w*|leav(?:es|ing) its|yank\w*|not be on|won’t be making|a fortnight later than)\b",
)
_DELAY = re.compile(
    r"\b(?:delay\w*|postpon\w*|put (?:back|off)|push\w*|slip\w*|slid\w*|later|dropped|taken off|bumped|"
    r"kicked|won[’']t|not)\b"
)
_SOONER = re.compile(r"\b(?:brought|moved|bumped|pulled) (?:forward|up)|\bearlier\b|\bsooner\b|\bmoves up\b")
_REGIONS = (
    ("US", re.compile(
        r"\b(?:U\.S\.|(?-i:(?<=[Tt]he )US\b|(?<=in )US\b|USA\b)|US (?:theaters|cinemas|release|date)|"
        r"United States|the States|"
        r"American (?:cinemas|theaters|screens|release|date)|in America\b|North America\w*|"
        r"domestic\w*|stateside|(?:the )?Americans|(?:American|U\.?S\.?) audiences|across the pond)", re.I)),
    ("UK", re.compile(r"(?<![Nn]o )\b(?:UK|U\.K\.|Britain|British|Britons|United Kingdom)\b")),
    ("IE", re.compile(r"\b(?:Ireland|Irish (?:cinemas|screens|release|date|audiences))\b")),
    ("AU", re.compile(r"\b(?:Australia|Australian|Australians|Aussies?|Down Under)\b")),
    ("CA", re.compile(r"\b(?:in Canada|Canadian (?:cinemas|theaters|release))\b")),
    ("FR", re.compile(r"\b(?:in France|French (?:cinemas|theaters|release))\b")),
    ("DE", re.compile(r"\b(?:in Germany|German (?:cinemas|theaters|release))\b")),
)  # fmt: skip
_HERE = re.compile(
    r"\b(?:here|over here|in cinemas|we[’'](?:ll|d) (?:get|see)|our way|on these shores|"
    r"our (?:cinemas|screens|shores))\b",
)


_RELEASED = re.compile(
    r"\b(?:and|then|but|before|ahead of) (?:\w+ ){0,4}?(?:out|opens?|opening|releas\w*|arriv\w*|lands?|"
    r"landing|hits?|bows?|debuts?|eyeing|due|dated|slated|aim\w*|(?:in|to) (?:theat|cinema)\w*)\b"
)
"""Said after a word of filming: what follows is of release again."""
_SAYS_SO = re.compile(
    r"\s*(?:(?:theatrical|wide|limited|summer|holiday|domestic|us|u\.s\.|uk|cinema|streaming|disc|digital|"
    r"imax|worldwide|global) ){0,2}(?:will tell|can[’']t|cannot|release|bow|debut|opening|launch|"
    r"berth|slot|rollout|roll-out|perch)\b"
)
_KEPT = re.compile(
    r"\b(?:through|keeps? (?:[\w’'-]+ ){1,4}(?:until|till)|runs? (?:until|till)|before(?: the)?|"
    r"before (?:the )?end of)\s+$"
)
"""Before a date: something lasts until then."""
_ANOTHER = re.compile(
    r"\b(?:the (?:first|original)(?: one| film| movie)?|its predecessor|part one) (?:[\w’']+ ){0,3}?"
    r"(?:open\w*|arriv\w*|lands?|hits?|bow\w*|comes?|is out|reach\w*|releas\w*)\b"
)
"""Another film's date, to which this one's is compared."""
_CUT = re.compile(r"[;:–—]|, (?:and|but|while|which|after|though)\b|, with\b")
_BY_YEAR = re.compile(r"\b(?:to|at|until|till|in|for|by|into|during|sometime|late|early|mid)[\s-]+$")
_ASIDE = re.compile(r"[(,] ")
_ON_DAY = re.compile(
    r"\b(?:opens?|opening|arrives?|arriving|lands?|landing|out|released?|releases|streams?|streaming|"
    r"debuts|bows|"
    r"drops|unspools|(?:in|hits?|to) (?:cinemas|theaters|theatres|"
    r"screens))(?: [\w’'-]+){0,4}?,? (?:(?:on|this|from|next|coming) )?"
    r"((?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow)\b(?! (?:night|morning|evening|to \$|"
    r"with \$|at the))|\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)[’']s "
    r"(?:release|opening|bow|debut|launch|premiere)\b"
)
"""Told shortly before: the film opens Friday."""
_BY_MONTHS = re.compile(
    r"\b(\w+|\d+) (?:full |whole )?(?:months?|years?) (later|longer|after|earlier|"
    r"sooner) than (?:originally |first )?(?:planned|"
    r"expected|"
    r"scheduled|announced|hoped|intended)\b|\b(?:delayed|pushed|put back|"
    r"bumped) (?:back )?(?:by )?(\w+) (?:full |whole )?(?:months?|years?)\b"
)
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
TRUSTED = frozenset({"release-date"})
USUAL = frozenset({"trailer", "review", "announcement", "casting", "interview"})
"""News whose dates are of release unless something says otherwise."""
AT_TIMES = frozenset({"production", "business"})
"""News in which a whole day ahead is of release, unless a word of work or law says otherwise."""
NEVER = frozenset({"list", "obituary"})
"""News that names dates, but claims none."""


class Claim(NamedTuple):
    """What one report says of a release date."""

    date: str
    region: str | None = None
    moved_from: str | None = None
    words: str = ""


@lru_cache(1024)
def claim(
    title: str,
    lead: str,
    published: int,
    *,
    beat: str = "",
    home: str | None = None,
    local: str | None = None,
) -> Claim | None:
    """Return the release date a report states, at the precision printed.

    `home`: the country a national outlet means when it names none. `local`: where its readers live.
    """
    if beat in NEVER or not (dated(title) or dated(lead)):
        return None
    text = f"{title.rstrip('.')}. {lead}"
    found = _stated(text, published, beat)
    new = [one for one in found if not one.old]
    if not new and (soon := _on_weekday(text, published)):
        new = [soon]
    if not new:
        return None
    best = max(
        new,
        key=lambda one: (bool(local) and _place(one, local) == local, one.date.precision, -one.date.start),
    )
    old = max((one.date.iso for one in found if one.old), key=len, default=None)
    best = _by_what_it_had(best, old, text)
    if old is None and best.date.precision > 1:
        old = _by_months(text.lower(), best.date.iso)
    region = _place(best, local) or _named(title) or home or (local if best.date.precision == 3 else None)
    return Claim(best.date.iso, region, old if old != best.date.iso else None, best.sentence.strip())


class _Stated(NamedTuple):
    date: Printed
    old: bool
    sentence: str
    place: int
    """Where the sentence begins."""


def _stated(text: str, published: int, beat: str) -> list[_Stated]:
    """Every date stated as one of release, those it moved from among them."""
    found: list[_Stated] = []
    bounds = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    today = datetime.fromtimestamp(published, UTC)
    for printed in dates(text, published):
        start = max(bound for bound in bounds if bound <= printed.start)
        end = min(bound for bound in bounds if bound > printed.start)
        moved = _FROM.search(text[max(start, printed.start - 80) : printed.start].lower())
        old = moved is not None and (
            moved[0].split()[0] != "from"
            or bool(_MOVE.search(text[start:end].lower()))
            or (beat in TRUSTED and bool(_TO.match(text[printed.end : end])))
        )
        old = old or bool(
            _WAS_OF.search(text[start : printed.start].lower())
            and _PUT_OFF.search(text[printed.end : end].lower())
        )
        old = old or bool(_NOW.search(text[printed.end : end].lower()))
        past = _past(printed.iso, today) and "week" not in text[printed.start : printed.end]
        if past and not (old and printed.precision == 0 and printed.iso >= str(today.year)):
            continue
        if old or _of_release(text, start, printed, end, beat):
            found.append(_Stated(printed, old, text[start:end], start))
    return found


def _by_what_it_had(best: _Stated, old: str | None, text: str) -> _Stated:
    """A date without a year is near the one it takes the place of; after it, where the film is put off."""
    iso, printed = best.date.iso, text[best.date.start : best.date.end].lower()
    if not old or old[:4] <= iso[:4] or re.search(r"\d{4}|year", printed):
        return best
    text, year = text.lower(), int(old[:4])
    later = bool(_DELAY.search(text)) and not _SOONER.search(text)
    years = [year, year + 1] if later else [year - 1, year]
    near = [f"{one}{iso[4:]}" for one in years if (f"{one}{iso[4:]}" > old) is later]
    return best._replace(date=best.date._replace(iso=near[0] if later else near[-1])) if near else best


def _past(iso: str, today: datetime) -> bool:
    """Tell whether a date lies back, or is no more than the year or the month that news is of."""
    month = f"{today:%Y-%m}"
    if int(iso[:4]) < today.year or iso in (str(today.year), month):
        return True
    return len(iso) >= 7 and "Q" not in iso and iso[:7] < month


def _on_weekday(text: str, published: int) -> _Stated | None:
    """A day of the week on which a film opens; only those of the coming week are told so."""
    match = _ON_DAY.search(lowered(text))
    if match is None or _NOT_RELEASE.search(lowered(text[max(0, match.start() - 30) : match.start()])):
        return None
    start = max([0, *(found.end() for found in _SENTENCE.finditer(text, 0, match.start()))])
    end = _SENTENCE.search(text, match.end())
    printed = Printed(weekday(match[match.lastindex or 1], published), *match.span(match.lastindex or 1))
    return _Stated(printed, False, text[start : end.start() + 1 if end else len(text)], start)


def _by_months(text: str, iso: str) -> str | None:
    """The month a date was moved from, where a text says by how many."""
    match = _BY_MONTHS.search(text)
    if match is None:
        return None
    word = match[1] or match[3]
    number = int(word) if word.isdecimal() else _NUMBERS.index(word) if word in _NUMBERS else word == "a"
    number *= 12 if "year" in match[0] else 1
    earlier = match[2] in ("earlier", "sooner")
    return months_before(iso, -number if earlier else number) if 0 < number < 60 else None


def _of_release(text: str, start: int, printed: Printed, end: int, beat: str) -> bool:
    """Tell whether a date is when a film comes out: by the words of its clause."""
    before = text[max(start, printed.start - 110) : printed.start].lower()
    before = _CUT.split(before)[-1]
    after = _CUT.split(text[printed.end : min(end, printed.end + 60)].lower())[0]
    if before.endswith("(") and after.startswith(")") and printed.precision > 1:
        return True
    if _SAYS_SO.match(after):
        return True
    if _KEPT.search(before) or _ANOTHER.search(text[start : printed.start].lower()):
        return False
    if _stopped(_ASIDE.split(before)[-1]) or _NOT_RELEASE.match(after.strip().removeprefix("to ")):
        return False
    if beat == "box-office" and printed.precision < 2:
        return False
    if beat == "announcement" and printed.precision < 3 and re.search(r"\b(?:for|to)\s+$", before):
        return True
    if printed.precision == 0:
        return bool(
            re.match(r"[’']s (?:most|biggest|best)", after)
            or (_BY_YEAR.search(before) and (beat == "release-date" or _RELEASE.search(before)))
        )
    if beat in TRUSTED or (beat in USUAL and printed.precision > 0):
        return True
    if beat in AT_TIMES and printed.precision == 3:
        return True
    return bool(_RELEASE.search(before[-70:]) or _RELEASE.search(after))


def _stopped(before: str) -> bool:
    """Tell whether the last word before a date is of filming, prizes or books, and not of release."""
    stops = list(_NOT_RELEASE.finditer(before))
    return bool(stops) and not _RELEASED.search(before, stops[-1].end())


def _place(one: _Stated, local: str | None) -> str | None:
    """The country named nearest to a date in its clause, else in its sentence."""
    at = one.date.start - one.place
    near = [
        (abs(match.start() - at), match.start(), region)
        for region, pattern in _REGIONS
        for match in pattern.finditer(one.sentence)
    ]
    if local:
        near += [(abs(m.start() - at), m.start(), local) for m in _HERE.finditer(lowered(one.sentence))]
    cuts = [match.start() for match in _CUT.finditer(lowered(one.sentence))]
    first = max((cut for cut in cuts if cut <= at), default=0)
    last = min((cut for cut in cuts if cut > at), default=len(one.sentence))
    best = min([each for each in near if first <= each[1] < last] or near, default=None)
    return _first_of(one.sentence, best[2]) if best else None


def _first_of(sentence: str, region: str) -> str:
    """Of countries told in one breath, the first: the UK and Ireland."""
    for name, pattern in _REGIONS:
        for match in pattern.finditer(sentence) if name != region else ():
            rest = re.match(r"(?:,| and|/| &) ?(?:the )?", sentence[match.end() :])
            if rest and any(p.match(sentence, match.end() + rest.end()) for n, p in _REGIONS if n == region):
                return name
    return region


def _named(text: str) -> str | None:
    return next((region for region, pattern in _REGIONS if pattern.search(text)), None)
