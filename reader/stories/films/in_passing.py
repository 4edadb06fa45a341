"""Films named in passing: to say who somebody is, what another film is like, whom it keeps away from.

Patterns are for text in lower case, unless said; those of what stands before a title end where it begins.
"""

from __future__ import annotations

import re

from reader.patterns import late, rare
from reader.stories.films.context import CAPITAL
from reader.stories.language.terms import fold
from reader.stories.language.word_lists import first_names

NEAR = 80
"""Letters around a title that are looked at."""
_QUOTE = r"[“«\"‘']?$"
_CLOSE = r"^[”»\"’'!?,.]*"


def _but_after(words: str, word: str) -> str:
    """A pattern for a word, but not right after one of some others."""
    return word + "".join(f"(?<!{each} {word})" for each in words.split())


_FROM = _but_after(
    "away exits exited departs fired out dropped removed still stills image images photo photos picture "
    "pictures look poster trailer teaser clip footage scene scenes song track score shot",
    "from",
)
_MADE = (
    r"(?:who|that|(?:before|after|when|since|as) (?:he|she|they)) (?:once |also |previously |last |just |"
    r"first |recently )?(?:made|directed|wrote|co-wrote|adapted|scripted|penned|created|shot|produced|"
    r"starred in|appeared in|acted in|worked on|scored|edited|led|anchored|fronted)|"
    r"responsible for|(?:brought|gave) (?:you|us)|scores? (?:for|to)|"
    r"(?:directors?|stars?|makers?|writer|composer|producer|creator|author|editor|cinematographer|"
    r"screenwriter|hero|"
    r"heroine) of(?: [^.,;:“”‘\"()]{2,30},? and)?|(?:(?:it[’']s|is|was) no|(?:isn|wasn|aren)[’']t)|"
    r"(?:isn[’']t|wasn[’']t|not|never|nearly|almost|originally|once) (?:to be |be )?(?:called|titled|named)"
)
"""Who made it."""
_CAREER = (
    r"(?:broke|wowed|charmed|moved|stunned|scared|thrilled|dazzled) us (?:all )?(?:in|with)|remembered for|"
    r"breakout of|"
    r"since (?:his|her|their) (?:debut|first film),?|"
    r"(?:was|were|been) in competition (?:\w+ ){0,2}with|competed (?:\w+ ){0,4}with|"
    r"(?:despite|for all|notwithstanding) [^.;“‘\"]{0,40}?(?:work|turns?|roles?|performances?|parts?) in"
    r"(?: [^.;“‘\"]{2,40} and)?|"
    r"(?:his|her|their) (?:last|previous|earlier) (?:film|feature|movie|picture|outing),?|met on the set of|"
    r"(?:came|rose|shot) to fame (?:in|with)|broke (?:out|through) (?:in|with)|"
    r"made (?:his|her|their) names? (?:in|with)|(?:had|has) an? (?:small |bit )?(?:part|role|cameo) in|"
    r"credits include|(?:he|she|they|who)(?:[’']ll| will| is| was| has)? (?:next|most recently|recently|"
    r"currently|also|"
    r"last|just|soon) (?:be )?(?:seen|wrapped|filming|shooting|finished|starred|appeared|appears|"
    r"stars)(?: in)?|"
    r"(?:directed|cast|guided|steered|produced) (?:him|her|them)(?: to [\w ]{3,30}?)? (?:in|for|on)|"
    r"seen last in|won over (?:\w+ ){1,3}with|(?:best )?known for|famous for|fresh off|hot off|whose(?: "
    r"[a-z’-]+){0,4}|"
    r"worked (?:\w+ ){0,3}on|teamed (?:\w+ ){0,2}(?:on|for)|won (?:\w+ ){0,3}for|"
    r"who (?:w[io]ns?|has won|took|claimed|collected) [^.;“‘\"]{3,40}? (?:with|for)|"
    r"(?:stepping|coming) off|exiting|quitting|leaving|departing|wrapping|oscar for|wore (?:\w+ ){0,4}in|"
    rf"{_FROM}|"
    r"did (?:in|on)|starred in|from [^.,;]{2,40} to|played in|collaborat\w+ on|"
    r"previously(?: \w+(?:ed|ght|ld|ook|ad|ade|ot))?|"
    r"since(?: \w+ing(?: \w+){0,2})?|leading|led"
)
"""Where somebody is known from."""
_LIKE = (
    r"(?:wink|nod)(?:s|ding|ing)? (?:at|to)|(?:references?|homage|callbacks?|throwback|love letter) to|"
    r"(?:shades|echoes) of|in the vein of|reminiscent of|comparisons? (?:with|to)|"
    r"compar(?:es?|ed|ing)(?: \w+){0,3} (?:with|to)|(?:promises|be|being|is|becomes?|dubbed|"
    r"called) the (?:next|new)|"
    r"(?:mood|tone|spirit) of|minutes (?:under|over)|(?:a )?fans? of|followers of|cross(?:ed)? (?:between|"
    r"with)|"
    r"riff(?:s|ing)? on|debt to|(?:just|much)?like|unlike|recall(?:s|ing)?|echo(?:es|ing)|evok(?:es|ing)|"
    r"in the style of|in the tradition of|à la|(?:rip-?off|parody|spoof|send-?up|pastiche) of|"
    r"(?:answer|response|heir|tribute|rival|cousin|companion(?: piece)?|comparable|akin) (?:to|of)|"
    r"improv(?:es?|ed|ing) (?:up)?on|(?:can(?:not|[’']t) )?match(?:es|ed)?|liv(?:es?|ed|ing) up to|"
    r"spiritual (?:sequel|successor|cousin|sibling|heir) (?:to|of)|beyond|than"
)
"""What another is like."""
_KIN = (
    r"follow(?:s|ed|ing)? up|(?:his|her|their) (?:\w+ )?(?:follow-up|successor) to|following|follows|"
    r"(?:to|will|would) follow|(?:off|after) the success of|in (?:the )?wake of|(?:up)?on the (?:heels|back|"
    r"strength) of|thanks to|buoyed by|crossover with|(?:world|universe) of|"
    r"(?:tie|ties|tied|tying|link|links|linked|connect|connects|connected|connection|nods?) (?:in ?)?(?:to|"
    r"with)|"
    r"(?:sets?|setting) up|pav(?:es?|ing) the way (?:for|to)|prequel to|spin-?off (?:of|to)|set before|"
    r"backstory of|"
    r"the original|the first|the first two|predecessor|"
    r"(?:documentary|doc|book|feature|film|play|series|essay) (?:on|about|into|charting|chronicling|tracing) "
    r"(?:\w+ ){0,3}(?:making|legacy|history|story|shoot) of"
)
"""What another comes from or leads to."""
_THEIRS = r"[’']s (?:\w+ )?(?:follow-up|successor) to"
_WHO_OR_WHERE = (
    r"m[ae]n|wom[ae]n|people|person|folks?|guys?|gals?|girls?|boys?|kids?|lads?|dudes?|blokes?|chaps?|"
    r"lad(?:y|ies)|ones?|those|minds?|masterminds?|brains?|geniuse?s?|teams?|"
    r"crew|duo|pair|trio|couple|brothers|sisters|siblings|(?:film|story)?-?makers?|directors?|writers?|"
    r"creators?|creatives?|producers?|screenwriters?|composers?|animators?|artists?|auteurs?|helmers?|"
    r"visionary|visionaries|names?|talents?|forces?|hands?|voices?|studios?|company|companies|outfit|label|"
    r"banner|shingle|brand|distributors?|shop|"
    r"first|second|third|fourth|fifth|sixth|place|spot|right|just|close|far|well|still|now|only|narrowly|"
    r"months?|weeks?|days?|years?|million|billion|debut\w*|open\w*|land\w*|finish\w*|com(?:es?|ing)|came|"
    r"plac(?:ed|es|ing)|fall(?:s|ing|en)?|fell|slip\w*|slid\w*|sits?|sitting|sat|rank\w*|trail\w*|lag\w*|"
    r"releas\w+|dat(?:ed|es)|weekend|chart|list|ever"
)
"""Before “behind”: who is behind a film, or what comes behind it; a story behind one is its own."""
_RIVALS = (
    r"(?:beat(?:s|ing)?|defeat(?:s|ed|ing)?|(?:win|victory|triumph) over|edg(?:es|ed|ing) out|"
    r"besting) [^.;,“‘\"]{2,40} "
    r"(?:of|in|for|from)|"
    r"(?:two )?weeks after|after|before|ahead of|in front of|"
    r"(?:trailer|teaser|footage|preview|promo|glimpse|look)\b[^.;]{0,60}? "
    r"(?:(?:debut|play|run|show|screen|drop|arriv|premier|bow|land)\w* (?:\w+ )?(?:with|alongside)|"
    r"attached to)|"
    rf"(?:(?:{_WHO_OR_WHERE})\W{{1,2}}|\d[\w.]*\W{{1,3}}|, )behind|"
    r"vacated by|abandoned by|left (?:open |empty |free )?by|head-to-head with|"
    r"(?:up|plays?|playing|opens?|opening|opened|go|goes|going|competes?|competing) against|opposite|"
    r"clash\w* with|in(?:to)? the path of|(?:collision course|showdown|face-?off|duel|battle|head to head) "
    r"(?:with|against)|"
    r"out of the way of|same (?:day|date|week|weekend|month|frame) as|instead of|in place of|rather than|"
    r"clear of|"
    r"(?:keeps?|kept) (?:\w+ )?distance from|fac(?:es?|ing)(?: off (?:with|against)| down)?|"
    r"squar(?:es?|ing) off (?:with|against)|go(?:es|ing)? up against|head(?:s|ing)? to head with|"
    r"(?:[,;–—-]|\d|\b(?:mov|shift|push|delay|bump|nudg|steer|scoot|jump|slid|sli|slip|edg|inch|relocat)\w* "
    r"(?:[\w.]+ ){0,5}?) ?(?:far |well |further |safely )?away from|"
    r"(?:clear(?:s|ed|ing)?|mak(?:es?|ing)|made|leav(?:es?|ing)|left) (?:the |a )?(?:decks?|way|room|path|"
    r"space|lanes?|"
    r"field) (?:open |clear |free )?for|(?:a |wide |wider )?berth to|head start (?:over|on)|(?:dodg|escap|"
    r"avoid|evad|side-?step|duck|skirt|shun|"
    r"outrun)(?:s|e|es|ed|"
    r"ing|ping|ped)?|flee(?:s|ing)?|fled|compared (?:to|with)"
)
"""What another comes out before, behind or beside."""
_BEFORE = late(
    rf"(?:\b(?:{'|'.join((_LIKE, _CAREER, _MADE, _KIN, _RIVALS, _THEIRS))})\s+"
    r"(?:(?:the|his|her|their|such|hits?|films?|movies?|remake|sequel|as|and|of|on|"
    r"(?:[\w&-]+ ){0,2}?[\w.&-]+[’']s)\s+){0,3})"
    rf"{_QUOTE}"
)
_AFTER = late(
    rf"{_CLOSE}(?:['’]s?)?\s+(?:co-)?(?:directors?|filmmakers?|helmers?|writers?|creators?|makers?|"
    rf"writer-directors?|"
    r"stars?|co-stars?|actors?|actress(?:es)?|breakouts?|duo|pair|trio|couple|alum(?:s|ni|na|nus)?|"
    r"producers?|team|"
    r"guys|gang|boys|girls|folks|people|minds?|masterminds?|brothers|veterans?|vets?|editors?|composers?|"
    r"cinematographers?|screenwriters?|scribes?|showrunners?|lead actor|villain|heartthrob|standout|"
    r"scene-stealer|"
    r"discovery|legend|icon|owners?|superfans?|cosplayers?|fame|novelist|author|studio|distributor|backer)\b"
    r"(?!\s+(?:exits?|leaves?|quits?|departs?|says?|(?:is |was )?(?:replaced|fired|sacked|recast)|steps down|"
    r"(?:teases?|hints?|explains?|breaks? down|defends?|promises?)\b"
    r"(?! (?:\w+ ){0,2}?(?:sequel|next|new|follow))))|"
    rf"{_CLOSE}(?:['’]s?)?\s+(?:prequel|spin-?off|universe|franchise|offshoot|companion|movies|films)\b|"
    r"^[”»\"’'!]*-(?:style|like|esque|inspired|sized|level|era|type|adjacent|shaped)\b"
)
"""The Heat director, the Heat universe, a Heat-style shootout."""
_MAKER_AFTER = late(
    r"^[”»\"’',.!]*\s+(?:co-)?(?:director|filmmaker|helmer|writer|creator|star|actor|actress|producer|"
    r"author)\b"
)
_THE_BEFORE = rare(rf"(?:^|[.!?] |[^\w] |\b(?:and|but|says|said|as|for|with|of|by) )the\s+{_QUOTE}")
"""The Certain Women director: the film tells only who somebody is, whatever comes next."""
_PREFIX = rare(rf"(?:^|[\s(])(?:post|pre|non|anti|ex|mid)-{_QUOTE}")
"""A post-Heat career."""
_BESTED = rare(
    r"\b(?:pass(?:es|ed|ing)|past|overt(?:akes?|aking|aken|ook)|surpass(?:es|ed|ing)|toppl(?:es|ed|ing)|"
    r"unseat(?:s|ed|ing)|dethron(?:es|ed|ing)|(?:moves|moving|pulls|edges) ahead of|"
    rf"out(?:gun|gross|draw|pac|earn|muscl|sell|perform)\w*|topping|record (?:held|set|owned) by|"
    r"(?:select|pick|choos|chose|prefer|opt|favou?r|submit)\w*\b[^.;]{2,60}?[’”\"'] over(?: \w+){0,3}|"
    r"(?:pre-?sales|advance (?:sales|bookings?|tickets)|ticket sales|benchmark|all-time|views|viewership|"
    r"downloads|"
    r"billion)\b[^.;“‘\"]{0,40}? "
    r"(?:top|beat|pass|best|outpac|eclips|overt|outstrip|shatter|break|smash)(?:s|es|ed)?|"
    rf"whose credits include)\s+(?:the (?:\w+ )?)?{_QUOTE}"
)
"""Before a title: it is only what another film has left behind."""
_PUSHED = late(
    r"\b(?:(?:knock|bump|push|boot|shov|nudg|kick|send)(?:s|es|ed|ing)|sent)\s+(?:the (?:\w+ )?)?" + _QUOTE
)
_DOWN = late(
    r"^[”»\"’',.!]*\s+(?:(?:back |down )?to (?:second|third|fourth|fifth|no\b|number|#|runner)|aside|down|"
    r"out of|"
    r"off (?:the |its )?(?:top|perch|throne)|from (?:the |its )?(?:top|perch|first|no\b|throne|summit))"
)
"""Around a title: another film takes its place in a chart; a studio that pushes it sets another date."""
_SINCE, _HAS_WON = (
    late(r"\b(?:after|as|when|while|because|since|before) (?:the )?[“«\"‘']?$"),
    late(
        r"^[”»\"’']* (?:was |were |is |has been |had been |has |had )?(?:pick(?:s|ed) up|w[io]ns?|"
        r"sw(?:ept|eeps)|"
        r"receive[sd]|score[sd]|earn(?:s|ed)|land(?:s|ed)|led|leads|nominated|collect(?:s|ed)|nab(?:s|bed)|takes?|took|"
        r"scoop(?:s|ed)|claim(?:s|ed)|shortlisted|crowned|triumph(?:s|ed)|got|gets|bag(?:s|ged)) "
        r"(?!place|part\b|over\b|off\b)"
    ),
)
"""Around a title: a clause tells what it has won."""
_WHAT, _IT_DID = (
    rare(r"\bwhat (?:the (?:\w+ )?)?[“«\"‘']?$"),
    late(r"^[”»\"’']* (?:did|had|made|earned|took|managed|grossed|drew|sold|opened|collected|posted)\b"),
)
"""Around a title: how much another film brought in: half of what Heat did."""
_JOINS = rare(r"\bjoin(?:s|ed|ing)?\s+(?:the )?[“«\"‘']?$")
_ON_DAY = late(
    r"^[”»\"’']*(?:,? (?:in|on|for|over))?(?: the| that| its)? (?:same |new )?(?:date|day|weekend|slot|"
    r"frame|corridor|"
    r"calendar|schedule|jan|feb|mar(?:ch|\.)|apr|may \d|june?\b|july?\b|aug|sep|oct|nov|dec|thanksgiving|"
    r"christmas|"
    r"easter|halloween|memorial|labou?r day|presidents|summer|20\d\d|\d{1,2} )"
)
"""Around a title: another film comes out on the same day."""
_BREAKS = late(r"\b(?:break|beat|smash|shatter|eclips|top)(?:s|es|ing|p?ed)?\s+(?:the )?[“«\"‘']?$")
_RECORD = late(r"^[”»\"’']*(?:[’']s)?\s+(?:[\w-]+\s+){0,2}(?:records?|mark|high)\b")
"""Around a title: another film breaks what it has set."""
_HELD_AFTER = late(
    r"^[”»\"’',]*\s+(?:\$[\d.,]+ ?\w*,?\s+)?(?:slid|slides|eased|eases|fell|falls|dropped|drops|dipped|"
    r"slipped|"
    r"slips|sank|added|adds|(?:in )?(?:its )?(?:second|third|fourth|fifth|sixth|seventh|\d+th) (?:week|"
    r"frame|w/e|"
    r"session|outing))",
)
_HELD_BEFORE = rare(rf"\b(?:holdovers?|last week[’']s \w+|former champ|leftovers?)\s+{_QUOTE}")
"""In a text on the box office: a film that was there before."""
_IN_BRACKETS, _CLOSED = rare(r"[^\W\d_a-z][\w’'.-]* \([“«\"‘']?$"), late(r"[”»\"’']?(?:\)|, )")
"""Around a title, as it is printed: Ann Mull (Kiln)."""
_OF_WHOM = late(rf"[’']s ({CAPITAL}) {CAPITAL}")
"""After a title, as it is printed: Heat’s Amy Brenneman."""
ALSO_WON = late(
    r"[”»\"’',.]*(?:,? (?:and |& )?[“«\"‘'][^”\"’]{1,40}[”»\"’'],?){0,3} also (?:honou?red|w[io]n|"
    r"scores?|takes?|cited|awarded|recogni[sz]ed|among)\b",
    re.I,
)
"""After a title in a headline of awards: it is not what the news is about."""

_PLAYED_IN = late(rf"{_CLOSE}(?:['’]s?)?\s+(?:villain|lead|baddie|antagonist|heroine|hero|star)\b")
_PLAYS = late(
    rf"\b(?:plays?|playing|played|eyed|cast|tapped|set|sought|wanted|confirmed|revealed|rumou?red|signed|named|is)"
    rf" (?:to play |to be |as |for )?(?:the |a |main |new |next )*{_QUOTE}"
)
"""Around a title: somebody is to be in the film, eyed as the Kiln villain."""

_HAS_STARS = late(
    rf"[”»\"’']* (?:co-)?stars {CAPITAL}(?:[-’']{CAPITAL})?(?: {CAPITAL}(?:[-’']{CAPITAL})?){{1,2}}"
    r"(?: (?:as|opposite|alongside|in)\b|, (?:who|as|in|playing)\b|\.$|\. )"
)
"""After a title: the film stars somebody. Those who star in it are its stars."""
_FIRST_OF_ALL = ("the original ", "original ", "the first ", "the classic ")
"""Before the film that a headline is about: The Original Heat Returns."""


def in_passing(text: str, start: int, end: int, where: str, *, sequel: bool) -> bool:
    """Tell whether a text names a film from `start` to `end` in passing. `sequel`: it tells of the next."""
    before, after = text[max(0, start - NEAR) : start].lower(), text[end : end + 60].lower()
    if where == "title" and before.rstrip("“«\"‘'") in _FIRST_OF_ALL:
        before = ""
    if where == "lead" and (_HELD_AFTER.search(after) or _HELD_BEFORE.search(before)):
        return True
    if where == "title" and ALSO_WON.match(text, end):
        return True
    if (_PLAYED_IN.match(after) and _PLAYS.search(before)) or _HAS_STARS.match(text, end):
        return False
    if not sequel and (
        _told_by(before, after) or (_THE_BEFORE.search(before) and _MAKER_AFTER.search(after))
    ):
        return True
    if _IN_BRACKETS.search(text, max(0, start - 40), start) and _CLOSED.match(text, end):
        return True
    theirs = _OF_WHOM.match(text, end)
    return theirs is not None and fold(theirs[1]) in first_names()


def _told_by(before: str, after: str) -> bool:
    """Tell whether what stands before and after a title is said of something else."""
    if _SINCE.search(before) and _HAS_WON.match(after):
        return False
    if _AFTER.search(after) or _BEFORE.search(before) or _BESTED.search(before) or _PREFIX.search(before):
        return True
    if (_RECORD.match(after) and _BREAKS.search(before)) or (_JOINS.search(before) and _ON_DAY.match(after)):
        return True
    if _WHAT.search(before) and _IT_DID.match(after):
        return True
    return bool(_DOWN.match(after) and _PUSHED.search(before))
