"""Which dates a film has no more: by the last word of giving up, or of keeping, on the way to each."""

from __future__ import annotations

import re

from reader.patterns import late, rare
from reader.stories.dates.regions import CUT

_FAR, _AFTER = 120, 70
"""Letters before and after a date that are read."""
_PLANS = (
    r"(?:set|due|dated|inked|scheduled|slated|planned|planning|expected|expecting|pencill?ed|booked|slotted|"
    r"meant|supposed|"
    r"aimed|aiming|down|promised|hoped|hoping|circled|earmarked|announced|lined up|on the (?:docket|"
    r"calendar|schedule|slate|books|cards)|pegged|billed|headed|"
    r"heading|planted|parked|going|eyed|eyeing|targeted|targeting|staked|claimed|reserved|occupied|chosen|"
    r"picked|"
    r"marked|held|sitting|looking|tipped|tracking|bound|destined|ticketed|fated|in line|on course|on track|"
    r"thinking|counting|wanted|coming|opening|arriving|landing|hitting|releasing|"
    r"to (?:get|see|watch|catch|open|arrive|come|land|hit|bow|debut|be|reach|premiere|launch|start|go|have))"
)
_DAY_OF_IT = (
    r"(?=(?:[ ,]+\w+day,?)?[ -]*(?:(?:early|mid|late)[ -])?$|(?: (?!(?:film|movie|feature|picture|comedy|"
    r"drama|"
    r"thriller|series|is|was|has|will|comes?|goes|gets?|returns?|opens?|heads?)\b)[\w’'.-]+){0,3}? (?:date|"
    r"day|"
    r"slot|berth|release|bow|opening|debut|launch|roll-?out|premiere|perch|frame|window|weekend|corridor|"
    r"plans?|"
    r"target|goal|aim|hope|idea|intention|schedule|calendar|timetable|estimate|forecast|announcement|promise|"
    r"deadline|placement)\b)"
)
"""After what is called old: a day, and no film, whose sequel has one."""
_PLANNED = late(
    r"\b(?:(?:had|having|was|were|(?<!has )(?<!have )(?<![’']s )(?<![’']ve )(?<!has also )(?<!have also )"
    r"(?<!has now )(?<!have now )(?<!has already )(?<!have already )(?<!has since )(?<!has just )been|"
    r"once|[’']d|used|"
    r"long) (?:[\w’'-]+ ){0,3}?" + _PLANS + r"\b|"
    r"\b(?:we|you) (?:were )?(?:told|said|reported|thought|announced) (?:[\w’]+ ){0,6}?would (?:open|"
    r"arrive|come|"
    r"land|hit|reach|bow|debut|be (?:in|out|with|released|here))\b|"
    r"(?:you|we|fans|audiences|everyone) (?:all )?(?:wanted|expected|hoped|planned)\b|"
    r"(?:should|would|could|might|ought to) (?:\w+ )?have (?:been|opened|arrived|come|hit|landed|bowed|"
    r"debuted|"
    r"reached|gone|premiered|launched|started|dropped|had)\b|"
    r"(?:no longer|never(?:, ever)?|not(?: now)?|cannot|\w+n[’']t)(?= )"
    r"(?! (?:\w+ )?(?:be )?(?:budg|mov|shift|leav|giv|abandon|surrender|vacat|yield|stray|ced|chang)\w*)|"
    r"(?:(?:barred|blocked|prevented|stopped) (?:[\w’-]+ ){0,3}?from|nowhere near|instead of|in place of|"
    r"rather than|as opposed to|in lieu of|originally|previously|formerly|"
    r"initially|at first)\b|(?:after|having) (?:planting|staking|eyeing|targeting|setting|circling)\b|"
    r"(?:abandon|scrap|drop|ditch|shelv|cancel|ax)\w* (?:[\w-]+ )?plans?\b|"
    r"off (?:the|its) (?:\w+ )?(?:calendar|schedule|slate)\b|"
    r"(?:its|their|the|an?) (?:[\w-]+ )?(?:old|original|prior|previous|former|earlier|initial|intended|"
    r"one-time|long-held|long-planned)\b" + _DAY_OF_IT + r"|plans? (?:was|were|had been|called)\b|"
    r"(?:after|than|past|ahead of|before|behind) (?:its|their|the) (?:\w+ly )?(?:scheduled|planned|announced|"
    r"advertised|slated|current|existing|set|promised|mooted|touted|expected|intended|hoped-for)\b"
    + _DAY_OF_IT
    + r")"
)
"""Said before a date: it was planned once, or is not to be."""
_LEFT = late(
    r"\b(?:out of|clear of|away from|back from|off of|"
    r"(?<!kick )(?<!kicks )(?<!kicked )(?<!kicking )(?<!sets )(?<!take )(?<!takes )(?<!lift )(?<!lifts )"
    r"(?<!blast )(?<!blasts )off|"
    r"(?:leaves?|leaving|left|flee|fled|scraps?|scrubs?|quits?|los(?:es?|ing|t)|swaps?|deserts?|forgo|"
    r"forgoes|"
    r"forgoing|trad(?:es|ed|ing)|exchang(?:es?|ed|ing)|skip)|"
    r"(?:vacat|abandon|exit|ditch|flee|forfeit|relinquish|surrender|depart|scrapp|scrubb|quitt|dodg|escap|"
    r"miss|"
    r"swapp|evacuat|desert|forsak|skipp|ced)(?:e?s|ed|ing|e)?|skips|drop(?:s|ped|ping)? (?:its|the|their|a)|"
    r"(?:cross|scratch|strik|rubb?|scrub|eras|wip)(?:e?s|e|ed|ing)? (?:out|off)|scratch(?:es|ed)?|"
    r"giv(?:es?|en|ing) up|s(?:its?|at|itting) out|call(?:s|ed|ing)? off|rul(?:es?|ed|ing) out|gave up|"
    r"bail(?:s|ed|ing)? (?:on|out of)|back(?:s|ed|ing)? out of|"
    r"(?:wav(?:es|ed|ing)|says?|said) goodbye to|clear(?:s|ed|ing)? out of)\b"
)
"""Said before a date that a film leaves."""
_WAS = late(
    r"^ from (?:the |its |an? )?$|\b(?:was|were|had been|having been|used to be|once|forget|scratch|"
    r"gone (?:is|are|was)|(?:game over|curtains|lights out|that[’']s it) for|replac(?:es|ed|ing)|so long|"
    r"so much for|bye|bye-bye|adieu|adios|rip|"
    r"goodbye|farewell|"
    r"previously|formerly|originally|old date|prior|(?:later|earlier|sooner) than|(?<=[(;] )from|"
    r"^from)[:,—–-]?(?: (?:for|in|on|at|to|"
    r"the|that|its|a|an|official|"
    r"early|mid|late|\w+day,?))* ?$|\b(?:was|were|had)(?: not|"
    r"n[’']t) (?:\w+ )?" + _PLANS + r" (?:until|till|before) $|"
    r"\b(?:dated|set|slated|scheduled|due|booked|pencill?ed in|planned|down|billed|earmarked) (?:up "
    r")?(?:until|till) "
    r"(?:today|now|this (?:week|morning|month)|yesterday|recently|last (?:week|month|night)|then) "
    r"(?:for|on|in|to) (?:\w+day,? )?$|"
    r"\b(?:more|most) recently (?:for|in|on|to) (?:the )?(?:\w+day,? )?$|"
    r"(?:not|no longer|n[’']t) (?:be )?(?:mak(?:e|ing) \w+ wait|have to wait|having to wait|waiting)"
    r" (?:until|till|for)(?: (?:the|\w+) of)? $"
)
"""Said right before a date that a film had."""
_OPENS = late(r"[“\"‘']?from (?:the |its |an? |\w+day,? )*")
_GOES_TO = late(r",? (?:(?:\w+ ){0,3}(?:in|on)?to|until|[–—-]) ")
"""Around a date with which a sentence opens: from then on, unless it tells what the film goes to."""
_OF_WORK = late(
    r"\b(?:to (?:start|begin|shoot|film|roll|lens|resume|wrap|commence|go before|be (?:shot|filmed|ready|"
    r"finished|"
    r"delivered|completed|made|published|held))|(?:shoot|shooting|filming|photography|cameras|rehearsals?|"
    r"reshoots?|"
    r"pick-?ups|start date|start of (?:production|photography)|festival|ceremony|tour|concerts?|(?:world|"
    r"charity|royal|gala|red-carpet) premiere) (?:(?:has|have|had) been|was|were|is|are|will|moves?|slips?|"
    r"slid|"
    r"shifts?|had))\b(?! (?:[\w’'-]+ ){0,2}?(?:in|to|into|on) (?:theat|cinema|screens|netflix|streaming))"
    r"(?: (?!for (?:an? |its |the )?(?:\w+ )?$)[\w’'.-]+){0,6} $"
)
"""Before a date that was one of work, or of an occasion: it was never the film’s own."""
_WHEN = late(
    r"\b(?:out of|away from|back from|clear of|off|leave|leaves|leaving|left|quits?|exits?|exiting|departs?|"
    r"flees?|fleeing|escap\w+|skips?) (?:(?!(?:run|engagement|slot|berth|date|plans?|release|opening|bow|"
    r"spot|"
    r"tour|frame|perch|launch|debut|premiere|rollout|it)\b)[\w’'.-]+ ){1,8}(?:in|on) (?:\w+day,? )?$"
)
"""Before the day on which something is left: it leaves the station on June 4."""
_NONE = late(
    r"\bno (?:new |more )?(?!more |other |new |rival|compet|longer|later|earlier|sooner|doubt|matter|plans?|"
    r"word|sign|date|news|surprise|one |idea|need|change|delay|less|fewer|better|bigger|big )"
    r"(?:[\w’'.-]+ ){1,3}(?:this|for(?: the)?|at|over|by) $"
)
_THEN = late(r"(?: season| holidays?| weekend| after all| then| either)?(?:[.,;:!)]|$)")
"""Around a season in which a film is not to be seen after all: no Harrow this summer."""
_HOPED = late(
    r"\b(?:hop(?:ing|ed)|plann(?:ing|ed)|expect(?:ing|ed)|looking forward|waiting|want(?:ing|ed)|"
    r"counting on) "
    r"(?:to )?(?:see|seeing|catch|catching|watch|watching|get|getting|spend|spending)\b[^.;,]*$"
)
_DASHED = late(
    r"\b(?:must|will|may|should|have|has|need|be going) (?:\w+ ){0,4}?(?:wait|hold|patien\w+)\b|"
    r"\b(?:disappoint\w*|bad news|out of luck|sorry)\b"
)
"""Around a date that others hoped for: fans hoping to see it in May must wait."""
_CIRCLED = late(
    r"(?:,? \d{4},?)? (?:circled|pencill?ed|marked|blocked|booked|inked|saved|reserved|highlighted|"
    r"(?:down )?(?:in|on) (?:your|the|their) (?:diar|calendar))"
)
_YOU_HAD = late(
    r"\b(?:you|fans|anyone who|everyone who|those who|any of you who)(?: had|[’']d|[’']ve| have)"
    r"(?: already| got| had)? (?:\w+day,? )?$"
)
"""Around a day that others kept free for a film: if you had June 12 circled."""
_OF_ANOTHER = late(r"(?<!\bit)(?<!that)(?<!film)(?<!movie)(?<!picture)(?<!sequel)(?<!studio)[’']s (?:\w+ )?$")
"""Before the date of another film, which one dodges."""
_NO_MORE = late(
    r"(?:\b(?:not|never)|n[’']t) (?:be )?(?:happen|com|arriv|open|ready|out|releas|"
    r"an?\b)\w* (?:out )?(?:in )?$|"
    r"\bno longer\b|\bnowhere near\b|n[’']t (?:be )?mak\w+ (?:its|the|that)\b|\bonce\b|\boriginally\b"
)
_NOT_SEEN = late(
    r"(?:\b(?:not|never|no longer)|n[’']t) (?:now |actually |be )*(?:with us|here|ours|see\w*|shown|reach\w*|"
    r"get\w*|land\w*|hit\w*|mak\w+|bow\w*|turn\w* up|show\w* up|\w+ing|\w+) "
    r"(?:(?:out|it|us|this|(?:in|into|on|to) (?:cinemas|theaters|theatres|screens)) )?(?:in |by )?$"
)
_AFTER_ALL = late(
    r" (?:after all|as (?:planned|hoped|promised|expected|billed)|any ?more|anymore|any longer)\b"
)
"""Around a year in which a film was to come: it won't be with us in 2026 after all."""
_KEPT = late(
    r"[,)]|(?<!\b[a-z])\.|[’']ll\b|\b(?:until|till|before|but|and|now|will|is|are|instead|as|while|after|if|"
    r"whether|when|"
    r"where|what|"
    r"who|why|favou?r of|order to)\b"
)
"""After words of giving up: what follows is kept again."""
_MISSED = rare(r"\b(?:not (?:quite |exactly |even |actually )?in time|too late) for (?:the )?$")
"""Before an occasion that is told in passing: it is out in November, not quite in time for it."""
_ASKED = late(r"\s*(?:missed|(?:couldn|didn|haven|weren)[’']t (?!it\b|the\b)\w+) ")
"""What readers are asked, with the month in which a film was shown: couldn't get there in May?"""
_FOR = late(r"\b(?:to|into|onto|for)\b")
_GIVEN = (
    r"(?:had|held|occupied|claimed|staked|chosen|promised|set|announced|planned|given|picked|reserved|eyed|"
    r"targeted|aiming|named|circled|earmarked|expected|scheduled|slated|pencill?ed|booked|hoped|advertised|"
    r"intended|touted|trailed|billed)\b"
)
_ONCE = late(
    r"(?:[- ](?!as\b)[\w-]+){0,3}? (?:(?:that|which) )?(?:(?:it|they|he|she|the [\w-]+|[\w-]+) )?"
    r"(?:(?:had|has(?! (?:been|given|set|named))|was|were|[’']d) (?:\w+ly |once |first |long |been )*|"
    r"(?:once|originally|previously|formerly|initially) )" + _GIVEN
)
"""After a date: the June berth it had held."""


def is_given_up(before: str, after: str, *, year: bool) -> bool:
    """Tell whether a date is one that a film gives up.

    `before`: the words in lower case since the date before it, or since its sentence began. `year`: it is no
    more than that, which a film may not be seen in without having moved.
    """
    if _WAS.search(before):
        return not _OPENS.fullmatch(before) or bool(_GOES_TO.match(after))
    clause = CUT.split(before[-_FAR:])[-1]
    if _MISSED.search(before) or (after.startswith("?") and _ASKED.match(before)):
        return False
    return (
        _stands(_NO_MORE if year else _PLANNED, clause, _KEPT)
        or bool(year and _AFTER_ALL.match(after) and _NOT_SEEN.search(clause))
        or (_stands(_LEFT, clause, _KEPT, _FOR) and not (_OF_ANOTHER.search(clause) or _WHEN.search(clause)))
        or bool(_HOPED.search(clause) and _DASHED.search(after[: after.find(".")]))
        or bool(after.startswith("?") and before.endswith("remember "))
        or bool(_NONE.search(clause) and _THEN.match(after))
        or bool(_CIRCLED.match(after) and _YOU_HAD.search(clause))
        or bool(_ONCE.match(after[:_AFTER]))
    )


def missed(before: str) -> bool:
    """Tell whether words in lower case say of the date after them that a film comes too late for it."""
    return bool(_MISSED.search(before))


def of_work(before: str) -> bool:
    """Tell whether the words before a date, in lower case, are of work on a film, or of an occasion."""
    return bool(_OF_WORK.search(before[-_FAR:]))


def _stands(given: re.Pattern[str], clause: str, *kept: re.Pattern[str]) -> bool:
    """Tell whether words of giving up are said in a clause, and none after them of keeping."""
    ends = [match.end() for match in given.finditer(clause)]
    return bool(ends) and not any(each.search(clause, ends[-1]) for each in kept)
