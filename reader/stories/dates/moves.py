"""What a release date takes the place of: words of moving, and the year or month that they leave out."""

from __future__ import annotations

from reader.patterns import late, rare
from reader.stories.dates.calendar import apart, covers, middle, real

_FROM = late(
    r"\bfrom (?:(?:the|its|their|a|an|early|mid|late|this|next|that|previously|original|scheduled|"
    r"planned|\w+day,?|(?:start|end|middle|week) of) )*(?:(?<=the )(?:[a-z-]+ )|(?<=its )(?:[a-z-]+ )|"
    r"(?<= a )(?:[a-z-]+ )|(?<= an )(?:[a-z-]+ ))?[“\"‘'`]?$|"
    r"\bfrom (?:the|its|their|an?) (?:[\w-]+ ){0,4}?(?:slot|date|berth|perch|spot|bow|frame|weekend|"
    r"position) (?:of|on) (?:\w+day,? )?$"
)
_SCRAPPED = late(
    r" (?:was|had been) (?:the|its) (?:(?:old|original|former|previous|first|initial) )?"
    r"(?:date|slot|plan|target|goal|hope|idea)\b|"
    r" (?:date|slot|berth|frame|weekend) (?:(?:it|the film) (?:had|held) )?(?:now )?"
    r"(?:goes|belongs|passes) to\b|"
    r" (?:[\w-]+ ){0,5}?(?:has|have|had|was|were|is|are) (?:been )?(?:\w+ly )?(?:scrapped|dropped|abandoned|"
    r"shelved|binned|junked|ditched|put (?:on (?:ice|hold)|back|off)|postponed|pushed|delayed|cancell?ed|"
    r"called off|axed|no more|history|vacated|given up|surrendered|lost|ruled out|undone|torn up|"
    r"(?:slid|slipped|moved|shifted|bumped|shunted|kicked|knocked|jumped|drifted) (?:back |up |forward |out |"
    r"ahead |on )?(?:to|into|until|by))\b|"
    r" (?:[\w-]+ ){0,2}(?:no more|(?:not|won[’']t|isn[’']t) (?:be )?(?:go(?:ing)? ahead|happen\w*|met|"
    r"kept))\b|"
    r" (?:[\w-]+ ){0,2}(?:is|was|looks|seems|sounds) (?:now |just |like |only )?(?:an? )?(?:\w+ )?(?:fantasy|"
    r"fiction|fairy tale|pipe dream|daydream|non-?starter|no-go|goner|lost cause|myth|off the (?:table|menu)|"
    r"out of (?:the question|reach)|impossib\w+|unrealistic|unachievable|untenable|not on)\b|"
    r" (?:was|were|proved|turned out to be) (?:\w+ )?(?:wishful|optimistic|ambitious|a pipe|premature|too)\b|"
    r" (?:[\w-]+ ){0,2}(?:is|are|was) (?:now )?(?:off|out|dead|gone|toast|history)\b(?! (?:to|for|in|on))|"
    r" (?:[\w-]+ ){0,2}(?:becomes|has become|turns into|is now) (?:an? )?(?:\w+day,? )?(?:\d{1,2} )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|christmas|next)"
)
"""After a date: the July 10 release has been scrapped."""
_TO = late(
    r"[”\"’]?(?: (?:date|slot|berth|release|bow|perch|frame|weekend|corridor|opening))?,? (?:(?:it|"
    r"the (?:film|"
    r"movie|sequel)) (?:goes|moves|heads|shifts|jumps) )?(?:all the way |back |"
    r"forward |up )?(?:in|on)?to\b"
)
"""After a date with `from` before it: the film goes from there to another."""
_BACK_TO = late(
    r"\bto (?:\w+day,? )?[a-z]{3,9}\.? \d{1,2}(?:, \d{4})?,? (?:up |down |back )?from (?:\w+day,? )?$"
)
"""Before a date: the film goes to another from it, whatever verb is left out."""
_TO_FIGURES = late(r" (?:to|->|>|→) (?:\w+day,? )?\d{1,2}/\d")
_NOW = late(
    r"^,? now (?:\w+\.? )?\d|\b(?:will now|now it(?:[’']s|is) |will instead|"
    r"now (?:set|due|dated|slated|opens?|opening|arrives?|lands?))\b"
)
"""Said after a date in its sentence, of the one that takes its place."""
_WAS_OF = late(
    r"\b(?:of|of the|of this|this|one of|(?:due|set|slated|scheduled|dated|booked|planned|expected|"
    r"pencill?ed in)(?: out| for release)? (?:for|in|on|at))(?: the| this| its)?\s+$"
)
_PUT_OFF = late(
    r"\bis now one of 20\d\d|^,? (?:will not|won[’']t|(?:is not|isn[’']t)(?! (?:thought|expected|believed|"
    r"said|in |at risk|"
    r"affected|going|moving|chang|budging|under))|will now)\b|"
    r"^, will (?:instead )?(?:come|open|arrive|hit|land|be released|bow|debut)\b|"
    r"\b(?:has|have|had|is|was|gets?|got|just) (?:been |being )?(?:postpon|delay|push|bump|moved|"
    r"put (?:back|off)|held (?:back|over)|taken (?:off|out)|shelved|withdrawn|shunt|slid|slip|"
    r"shift|kick|knock|pull|yank|drag|brought|br[io]ng|shov|nudg|jump|hop|leap|leapt|scoot|slunk|sent|haul|"
    r"punt|"
    r"advanc|accelerat|haul|toss|flung|retreat|crept|drift|put on ice|(?:some |very )?(?:bad|disappointing|"
    r"sad) news)"
)
"""One of the summer's big films has been put off: the summer is what it had."""
_MOVE = late(
    r"\b(?:slip\w*|mov(?:es?|ed|ing)|shift\w*|push\w*|delay\w*|defer\w*|bump\w*|slid\w*|postpon\w*|dropped|"
    r"put(?:s|ting)?(?: [\w’'-]+){0,4} (?:off|back)|held back|kick\w*|pull\w*|switch\w*|swap\w*|jump\w*|"
    r"leap\w*|relocat\w*|reschedul\w*|nudg\w*|remov\w*|shov\w*|shunt\w*|yank\w*|vacat\w*|back to|"
    r"t(?:ak|ook)\w* [^.;]{1,60} off)\b",
)
"""In a sentence of the date `from` which a film goes."""
_LEAP = late(
    r"\b(?:hop(?:s|ped|ping)|vault(?:s|ed|ing)|springs|springing|sprang|scoot\w*|shuffl(?:es|ed|ing)|"
    r"scurr(?:y|ies|ied|ying)|dart(?:s|ed|ing)|dash(?:es|ed|ing)|hurtl\w+|bounc(?:es|ed|ing)|"
    r"drift(?:s|ed|ing)|creep(?:s|ing)|crept|inch(?:es|ed|ing)|retreat\w*|tumbl(?:es|ed|ing)|slink\w*|slunk|"
    r"drag(?:s|ged|ging)|haul(?:s|ed|ing)|knock(?:s|ed|ing)|punt(?:s|ed|ing)|boot(?:s|ed|ing)|flings?|flung|"
    r"flees?|fleeing|fled|decamp\w*|migrat\w+|advanc(?:es|ed|ing)|redat\w+|re-dat\w+|pivot\w*|"
    r"swerv(?:es|ed|ing)|chang(?:es|ed|ing) (?:its |the |her |his )?(?:release )?(?:date|day)s?)\b"
)
"""In such a sentence, too, though films do so in others that tell of no date."""
_STAYS = late(
    r"(?:\b(?:not|never|no longer|without|refus\w+ to)|n[’']t)\b (?:be )?(?:\w+ )?(?:budg|mov|shift|stray|"
    r"chang|"
    r"stir|slip|go|com|run|shy|retreat)\w* (?:\w+ ){0,2}from (?:(?:the|its|that) )?(?:\w+day,? )?$"
)
"""Before a date from which a film does not go."""
_DELAY = late(
    r"\b(?:delay\w*|postpon\w*|defer\w*|put (?:back|off)|push\w*|slip\w*|slid\w*|later|dropped|taken off|"
    r"bumped|shov(?:es|ed|ing)|knock\w* back|(?:sent|sets?|drag\w+|fall\w*|fell) back|held up|"
    r"kicked|punt\w*|back of the (?:line|queue)|retreat\w*|held (?:back|over)|shunted|shelved|off (?:the|"
    r"its) (?:schedule|"
    r"calendar)|reset\w*|taken [\w ]{0,40}out of|won[’']t)\b"
)
_PULLED = late(
    r"\b(?:off the (?:release )?(?:calendar|schedule|slate)|undated(?! no (?:more|longer))|dateless|"
    r"(?:no|without an?|lost its|loses its) (?:new |replacement |fresh |revised )?(?:release )?date\b|"
    r"no longer (?:has|have) an? (?:release )?date|"
    r"(?:new|fresh|replacement|revised|another) (?:release )?(?:one|date|plan|slot|berth)\b[^.;]{0,30}\b"
    r"(?:yet|will be|later|announced|shared|in due course|when|t\.?b\.?[ad]|to follow|has not|was not)|"
    r"no word (?:on|of)|(?:not|n[’']t) (?:said|say) when|to be (?:announced|determined|confirmed)|"
    r"in limbo|set for nothing|indefinitely|for the time being|"
    r"(?:has|have|had) not (?:been )?(?:given|set|named|announced) a new)\b"
)
_GONE = late(
    r"\b(?:tak(?:es?|en|ing) [^.;]{0,60}\boff|took [^.;]{0,60}\boff|off the (?:calendar|schedule|slate)|"
    r"remov\w*|pull\w*|yank\w*|vacat\w*|exit\w*|delay\w*|postpon\w*|put (?:back|off)|shelv\w*|no longer|"
    r"withdr\w+|undated|set for nothing|scrapp\w*|bump\w*|abandon\w*|drop(?:s|ped))\b"
)
_PUT_TO = late(
    r"\b(?:now|instead|until|till|(?:mov|shift|push|delay|bump|slid|slip|postpon|put|jump|kick|shov|"
    r"shunt|knock|send|sent|bring|brought|punt|nudg)\w*(?: back| up| forward| ahead| all the way)?"
    r"(?: (?!from\b)[\w’'.-]+){0,6}?(?: from [^;]{3,30})? (?:to|into)|"
    r"new (?:[\w-]+ ){0,2}?(?:day|date|slot|berth|weekend|home|plan|release|opening|bow|perch)|"
    r"handed|given|goes? to|headed (?:for|to)|"
    r"will (?:now )?(?:open|arrive|hit|bow|land|be released|come|reach)\w*)\b[^;]{0,40}$"
)
_FAR_OFF = 8
"""By so much is the wrong way weighed farther than the way that a text says a film was moved."""
_SOONER = rare(
    r"\b(?:br(?:ing|ought)\w*|mov\w*|pull\w*|bump\w*|drag\w*|shift\w*|nudg\w*|haul\w*|push\w*|jump\w*|"
    r"scoot\w*|inch\w*|hop\w*|leap\w*) (?:[\w’'.,:_‘“”\"-]+ ){0,7}?(?:forward|up|ahead)\b|"
    r"(?<!the )(?<!an )(?<!its )\bearlier\b(?! (?:this|in|today|film|movie))|\bsooner\b|\b(?:moves?|"
    r"jumps?|leaps?|hops?|shifts?|scoots?|vaults?|springs?|skips?) "
    r"(?:up|ahead|forward)\b|\b(?:com(?:es|ing|e)|arriv\w+|land\w*|open\w*|hit\w*|out|releas\w+|here|"
    r"(?:days?|weeks?|fortnight|months?|year)) early\b(?! (?:in|on|next|this|with|\d|[a-z]+ \d))|"
    r"\b(?:advanc|accelerat)(?:es|ed|ing)\b"
)
_STAYS = rare(
    r"\b(?:has|have|is|does|did|will|wo)(?:n[’']t| not) (?:been )?(?:moved?|moving|changed?|changing|budged?|"
    r"budging|shift(?:ed|ing)?|slip(?:ped|ping)?|affected)\b|\b(?:date|release) (?:is )?(?:unchanged|unmoved|"
    r"unaffected)\b"
)


def takes_place_of(sentence: str, start: int, end: int, *, trusted: bool) -> bool:
    """Tell whether a date in a sentence, in lower case, is one that a film had before.

    `trusted`: the news is of release dates, so that `from` one `to` another is a move.
    """
    before, after = sentence[:start], sentence[end:]
    if trusted and _TO_FIGURES.match(after) and "/" in sentence[start:end]:
        return True
    if trusted and _BACK_TO.search(before[-50:]):
        return True
    if _STAYS.search(before[-80:]):
        return False
    if _FROM.search(before[-80:]) and (
        _MOVE.search(sentence) or _LEAP.search(sentence) or sooner(sentence) or (trusted and _TO.match(after))
    ):
        return True
    if _SCRAPPED.match(after):
        return True
    return bool(_WAS_OF.search(before) and _PUT_OFF.search(after)) or bool(_NOW.search(after))


def moving(text: str) -> bool:
    """Tell whether a text in lower case has any word of a date that changes."""
    return bool(_MOVE.search(text) or _GONE.search(text) or _LEAP.search(text))


def later(text: str) -> bool:
    """Tell whether a text in lower case tells of a delay."""
    return bool(_DELAY.search(text)) and not sooner(text)


def sooner(text: str) -> bool:
    """Tell whether a text in lower case tells of a date brought forward."""
    return bool(_SOONER.search(text))


def near(iso: str, other: str, *, after: bool) -> str:
    """A date told without its year, in the year that puts it next after another one, or next before it."""
    year = int(other[:4])
    years = (year, year + 1) if after else (year, year - 1)
    found = (f"{one}{iso[4:]}" for one in years)
    return next((it for it in found if real(it) and (middle(it) > middle(other)) is after), iso)


def pulled(text: str) -> list[int]:
    """Where a text in lower case tells of a film that has no date any more."""
    return [match.start() for match in _PULLED.finditer(text)] if _GONE.search(text) else []


def put_to(before: str) -> bool:
    """Tell whether the words before a date, in lower case, give a film its new one."""
    return bool(_PUT_TO.search(before))


def nearest(iso: str, other: str, *, sooner: bool = False, later: bool = False) -> str:
    """A date told without its year, in the year that puts it closest to what takes its place.

    Films are put off more often than brought forward; where a text says which, the other way is far.
    """
    weights = (_FAR_OFF if later else 1 if sooner else 2, _FAR_OFF if sooner else 1)

    def far(moved: str) -> int:
        return apart(moved, other) * weights[middle(moved) < middle(other)]

    found = (f"{int(other[:4]) + years}{iso[4:]}" for years in (0, -1, 1))
    return min((moved for moved in found if real(moved) and not covers(other, moved)), key=far, default=iso)


def stays(headline: str) -> bool:
    """Tell whether a headline says that a film keeps its date: what moves, moves in another country."""
    return _STAYS.search(headline.lower()) is not None
