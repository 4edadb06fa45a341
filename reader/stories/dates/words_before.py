"""What is said before a date that makes it one of something else: of an occasion, a shoot, another film."""

from __future__ import annotations

from reader.patterns import late, rare

_AVOIDED = rare(
    r"\b(?:dodg\w+|avoid\w*|escap\w+|flee\w*|fled|sidestep\w*|clash\w* with|up against|opposite|facing|"
    r"going up against) (?:[\w.-]+ ){0,5}?[\w.-]+[’']s (?:\w+day,? )?$"
)
"""Another film's date, to which this one's is compared, or which it keeps clear of."""
_GUESSED = rare(
    r"\b(?:(?:we|i)[’'](?:d|ll) (?:[a-z]+ )?(?:guess|bet|wager|imagine|hazard|say|think|expect|predict|"
    r"put money)|"
    r"(?:our|my) (?:best )?(?:guess|bet|hunch|money|prediction)|(?:we|i) (?:guess|bet|suspect|reckon|"
    r"predict)|"
    r"don[’']t be surprised (?:if|to|when)|would(?:n[’']t| not) be surprised)\b[^.;]*$|\bhappy $"
)
"""Before a date that the writer only guesses, or greets."""
_CREDIT = rare(
    r"\b(?:(?:also|next|soon) (?:be )?|(?:can|will) be )(?:seen|heard|appears?|appearing|stars?|starring) "
    r"(?:as|opposite|alongside)\b[^;]*$"
)
"""Before a date of another film that somebody is in."""
_EVENT = rare(
    r"\b(?:at|during|for) (?:the )?(?:super bowl|big game|comic-con|cinemacon|d23|cineeurope|showeast|"
    r"wondercon|"
    r"star wars celebration|tudum|ccxp|game awards|state of play|nintendo direct|oscars|grammys|olympics|"
    r"world cup)"
    r"(?: [\w’-]+){0,3}? (?:on )?(?:\w+day,? )?$"
)
"""Before a date on which something is shown at an occasion that is no festival."""
_LOCATION = rare(
    r"\b(?:stand|doubl|sub|fill|pass)(?:e?s|e|ing)? (?:in )?(?:for|as) (?:[\w’'-]+ ){1,6}?(?:when|while|as|"
    r"in|for|where)\b|"
    r"\b(?:closed|closing|shut|cordoned|sealed|blocked) (?:off )?(?:to|for) (?:traffic|cars|filming|visitors)"
)
"""Before a date on which a film is shot somewhere: the docks will double as old Riga."""
_FESTIVALS = (
    r"(?:cannes|venice|berlin|berlinale|sundance|toronto|tiff|telluride|sxsw|tribeca|locarno|rotterdam|busan|"
    r"karlovy vary|san sebasti[aá]n|annecy|sitges|fantasia|afm|comic-con|[\w’]+ festival)"
)
_BERTH = rare(
    rf"\b(?:berth|slot|bow|place|spot|screening|premiere|invitation) (?:at|in) (?:the )?{_FESTIVALS} "
    rf"(?:in|this|next|on) (?:\w+day,? )?$"
)
"""Before a date: a film may be shown at a festival then."""
_CIRCUIT = rare(r"\b(?:festival|awards|convention|con) circuit (?:in |this |next )?$")
_EMBEDDED = rare(r"\(@\w+\) $")
"""Before the day on which a message was posted that a report shows."""
_AHEAD = rare(
    r"\bahead of (?:(?!(?:its|his|her|their|release|opening|bow|debut|launch|premiere|arriv\w+|streaming|"
    r"hitting|landing|coming|dropping|theat\w+|cinemas?|every\w*|others?|elsewhere|rest|wide)\b)"
    r"[\w’'-]+ ){1,6}on $"
)
"""Before the day of an occasion that something else precedes."""
_CELEBRATED = rare(r"\b(?:celebrat|mark|observ|salut|honou?r)(?:es?|s|ed|ing) $")
"""Before a feast that people keep."""
_SO_FAR = rare(
    r"\bsince (?:it|its|the (?:film|movie)) (?:[\w’-]+ )?(?:open|releas|launch|debut|arriv|bow)\w*(?: "
    r"(?:on|in))? "
    r"(?:\w+day,? )?$"
)
"""Before the day since which a film is out."""
_RANKED = rare(
    r"\b(?:most (?!anticipated|awaited|expected)|best |worst |least |(?!biggest)[a-z]+est )(?:[\w’'-]+ ){1,4}"
    r"of (?:the|this) $"
)
"""Before a season that something is the best or the worst of."""
_FOR_ANOTHER = rare(
    r"\b(?:(?:mak\w* (?:way|room)|(?:keep|kept|h[eo]ld|reserv|leav|left|clear|vacat|giv|gave)\w* "
    r"[^.;]{0,40}?) ?\bfor an?|for another) "
    r"(?:[\w’'-]+ ){0,3}(?:title|film|movie|picture|release|tentpole) (?:that|which) "
    r"[^.;]*$"
)
"""Before the date of a film for which a day is kept, or another makes way."""
_OCCASION = late(
    r"\b(?:cannes|venice|berlin|berlinale|sundance|toronto|tiff|telluride|sxsw|tribeca|locarno|rotterdam|"
    r"busan|"
    r"karlovy vary|san sebasti[aá]n|annecy|sitges|fantasia|afm|cinemacon|comic-con|d23|festival|fest|oscars?|"
    r"baftas?|emmys?|globes|c[eé]sars?|goyas?|awards?)(?: in| of)? $"
)
"""Before a year: of a festival or a prize."""
_TOLD_THEN = rare(
    r"\b(?:told (?:you|us|me|them|everyone)|(?:said|called|predicted|warned|reported|wrote|heard|"
    r"tipped|leaked|"
    r"broke) (?:it|this|that|you|so|as much|the news|the story)|asked|"
    r"(?:wondered|wrote|talked|heard|reported) about)"
    r"(?: (?:first|all|back|way back|about it|so|here|as much)){0,2} (?:in|on) (?:early |late |mid-?)?"
    r"(?:\w+day,? )?$"
)
"""Before the month in which something was told: we said so in July."""
_OF_OTHERS = (
    _TOLD_THEN,
    _AVOIDED,
    _GUESSED,
    _CREDIT,
    _LOCATION,
    _EVENT,
    _BERTH,
    _CIRCUIT,
    _EMBEDDED,
    _AHEAD,
    _CELEBRATED,
    _SO_FAR,
    _RANKED,
    _FOR_ANOTHER,
)
_UNTIL = late(r"\b(?:until|till) (?:\w+day,? )?$")
_WAITED = late(
    r"\b(?:not|never|cannot|no|wait\w*|\w+n[’']t|mov\w+|delay\w*|push\w*|h[eo]ld|postpon\w*|put|kept|keep|"
    r"off|"
    r"back|long|lifetime|days?|weeks?|months?|sleeps|hours|years?|count\w*|patien\w+|sit tight|hang on|"
    r"down to)\b"
)
"""Before a date until which something lasts, unless it is the wait for a film."""

_DOES_SO = late(
    r"\b(?:it|he|she|they)(?:[’']ll| will)? (?!(?:was|were|is|are|has|have|had|took|takes?|wants?|hopes?|"
    r"plans?|lasts?|ran|runs)\b)[a-z]{3,}(?<!ed)(?: (?:in|out|up|off|down|back|away|us|you))? "
    r"(?:(?:in|on|from) )?(?:this |next )?$"
)
"""Before a season or a month in news of a trailer: its film does then what such a film does."""


def does_so(clause: str) -> bool:
    """Tell whether the words before a date say of a film what it does in cinemas: it bites this fall."""
    return bool(_DOES_SO.search(clause))


def of_something_else(before: str) -> bool:
    """Tell whether the words before a date, in lower case, are of another film, a guess, an event."""
    return any(each.search(before) for each in _OF_OTHERS)


def of_occasion(clause: str) -> bool:
    """Tell whether the words before a year, in lower case, end with a festival or a prize."""
    return bool(_OCCASION.search(clause))


def lasts_until(clause: str, before: str) -> bool:
    """Tell whether something lasts until a date, and is no wait for a film."""
    return bool(_UNTIL.search(clause) and clause.strip() != "until") and not _WAITED.search(before)
