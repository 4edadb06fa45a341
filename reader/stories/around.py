"""What stands around a title says what it is. Patterns are for text in lower case, unless said."""

from __future__ import annotations

import re

from reader.patterns import late
from reader.stories.words import WORKS_ELSEWHERE

CAPITAL = r"[^\W\d_a-z][^\W\d_]*"
NUMBER = late(r"\d{1,2}|ii|iii|iv|v|vi|vii|viii|ix|x")
PART = late(r"\s*:?\s*(?:Part|Chapter|Volume|Vol\.|Episode)\s+(?:\d+|[IVX]+|One|Two|Three|Four|Five)\b", re.I)
COUNTED = late(r"[.,]\d|\s*(?:million|m\b|billion|percent|%|years|stars|minutes)")
"""After a number: it counts something, and is no sequel's."""
SEQUEL = late(r"\d+|ii|iii|iv|v|vi|vii|viii|ix|x|part|chapter|volume")
"""A word that makes the title with it another film's."""
ORDINALS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
AND = late(r"[”»\"’',.]*\s*(?:and|&|or)?\s*[“«\"‘']?", re.I)
"""Between two titles of which the same is said."""
ROMANS = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
NUMERALS = {number: numeral for numeral, number in ROMANS.items()} | {9: "ix"}
PARTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NTH = late(
    r"\b(second|third|fourth|fifth|sixth|seventh|2nd|3rd|4th)(?:\s+and\s+(?:last|final))?\s+[“«\"‘']?$", re.I
)
NTH_AFTER = late(
    r"[”»\"’']?,? (?:(?:is|are|to|will|may|could|officially|be) ){0,3}(?:get(?:s|ting)?|ha(?:s|ve)|lands?|"
    r"set for|heads? for|plans?) (?:an?|its|the|another) (second|third|fourth|fifth|sixth) "
    r"(?:film|movie|outing|instal|chapter|entry|part|adventure)",
    re.I,
)
"""After a title: Heat Is Getting a Third Movie."""
SEQUEL_AFTER = late(
    r"^[”»\"’']?\s+(?:(?:is |to |will |officially |finally ){0,3}(?:get(?:s|ting)?|ha(?:s|ve)) (?:an?|its|"
    r"another) )?"
    r"(?:sequel|follow-up|successor|2\b)"
)
SEQUEL_BEFORE = late(
    r"\b(?:(?<!spiritual )sequel|(?<!his )(?<!her )(?<!their )(?<![’']s )(?<!spiritual )(?:follow-up|"
    r"successor))"
    r"\s+(?:to|of)\s+(?:[^\W_]+\s+[^\W_]+['’]s\s+)?[“«\"‘']?$",
    re.I,
)
KIND_AFTER = late(r"^[”»\"’'!?,.]*\s+(?:film|movie|picture|pic|instalment|installment)\b")
CREDIT_AFTER = late(
    r"^[”»\"’',.!]*(?:['’]s?)?\s+(?:co-)?(?:directors?|filmmakers?|helmers?|writers?|creators?|makers?|"
    r"writer-directors?|stars?|co-stars?|actors?|actress(?:es)?|breakouts?|duo|pair|trio|couple|alum(?:s|ni|"
    r"na|nus)?|"
    r"producers?|team|guys|gang|boys|girls|folks|people|minds?|masterminds?|brothers|veterans?|vets?|"
    r"editors?|"
    r"composers?|cinematographers?|screenwriters?|scribes?|showrunners?|lead actor|villain|heartthrob|"
    r"standout|"
    r"scene-stealer|discovery|legend|icon|owners?|superfans?|cosplayers?|fame|novelist|author|studio|"
    r"distributor|"
    r"backer)\b"
    r"(?!\s+(?:exits?|leaves?|quits?|departs?|says?))",
)
MAKER_AFTER = late(
    r"^[”»\"’',.!]*\s+(?:co-)?(?:director|filmmaker|helmer|writer|creator|star|actor|actress|producer|"
    r"author)\b"
)
THE_BEFORE = late(r"(?:^|[.!?] |[^\w] |\b(?:and|but|says|said|as|for|with|of|by) )the\s+[“«\"‘']?$")
"""The Certain Women director: the film tells only who somebody is, whatever comes next."""
BASE_AFTER = late(
    r"^[”»\"’'!?]*(?:['’]s?)?\s+(?:prequel|spin-?off|universe|franchise|offshoot|companion|movies|films)\b",
    re.I,
)
CREDIT_BEFORE = late(
    r"(?:\b(?:(?:wink|nod)(?:s|ding|ing)? (?:at|to)|(?:references?|homage|callbacks?|throwback|"
    r"love letter) to|"
    r"(?:broke|wowed|charmed|moved|stunned|scared|thrilled|dazzled) us (?:all )?(?:in|with)|shades of|"
    r"echoes of|"
    r"in the vein of|reminiscent of|comparisons? (?:with|to)|compar(?:es?|ed|ing)(?: \w+){0,3} (?:with|to)|"
    r"(?:promises|be|being|is|becomes?|dubbed|called) the (?:next|new)|remembered for|(?:mood|tone|"
    r"spirit) of|"
    r"breakout of|"
    r"since (?:his|her|their) (?:debut|first film),?|(?:his|her|their) (?:last|previous|earlier) "
    r"(?:film|feature|movie|picture|outing),?|met on the set of|"
    r"(?:came|rose|shot) to fame (?:in|with)|broke (?:out|through) (?:in|with)|"
    r"made (?:his|her|their) names? (?:in|with)|"
    r"(?:had|has) an? (?:small |bit )?(?:part|role|cameo) in|credits include|"
    r"(?:he|she|they|who)(?:[’']ll| will| is| was| has)? (?:next|most recently|recently|currently|also|last|"
    r"just|soon) (?:be )?(?:seen|wrapped|filming|shooting|finished|starred|appeared|appears|stars)(?: in)?|"
    r"seen last in|"
    r"(?:it[’']s|is|was) no|(?:isn|wasn|aren)[’']t|minutes (?:under|over)|follow(?:s|ed|ing)? up|"
    r"won over (?:\w+ ){1,3}with|"
    r"(?:who|that|(?:before|after|when|since|as) (?:he|she|they)) (?:once |also |previously |last |just |"
    r"first |recently )?(?:made|directed|wrote|co-wrote|"
    r"shot|produced|starred in|appeared in|acted in|worked on|scored|edited|led|anchored|fronted)|"
    r"(?:tie|ties|tied|tying|link|links|linked|connect|connects|connected|connection|nods?) (?:in ?)?(?:to|"
    r"with)|"
    r"in (?:the )?wake of|(?:up)?on the (?:heels|back|strength) of|thanks to|buoyed by|crossover with|"
    r"(?:world|universe) of|responsible for|"
    r"(?:his|her|their|[’']s) (?:\w+ )?(?:follow-up|successor) to|"
    r"spiritual (?:sequel|successor|cousin|sibling|heir) (?:to|of)|(?:answer|response|heir|tribute|rival|"
    r"cousin|"
    r"companion(?: piece)?|comparable|akin) (?:to|of)|(?:sets?|setting) up|pav(?:es?|ing) the way (?:for|to)|"
    r"(?:rip-?off|parody|spoof|send-?up|pastiche) of|(?:a )?fans? of|followers of|cross(?:ed)? (?:between|"
    r"with)|"
    r"riff(?:s|ing)? on|debt to|"
    r"(?:off|after) the success of|previously|since(?: \w+ing(?: \w+){0,2})?|(?:just|much)? ?like|unlike|"
    r"recall(?:s|ing)?|echo(?:es|ing)|evok(?:es|ing)|in the style of|in the tradition of|à la|"
    r"director of|directors of|"
    r"star of|stars of|maker of|makers of|"
    r"writer of|(?:composer|producer|creator|author|editor|cinematographer|screenwriter|hero|heroine) of|"
    r"scores? (?:for|to)|(?:brought|gave) (?:you|us)|"
    r"known for|best known for|famous for|fresh off|hot off|following|follows|(?:to|will|would) follow|after|"
    r"before|leading|led|whose|worked (?:\w+ ){0,3}on|teamed (?:\w+ ){0,2}(?:on|for)|"
    r"won (?:\w+ ){0,3}for|"
    r"stepping off|coming off|exiting|quitting|leaving|departing|wrapping|"
    r"oscar for|beyond|ahead of|"
    r"(?<!math )(?<!maths )(?<!story )(?<!stories )(?<!truth )(?<!secrets )(?<!meaning )(?<!science )"
    r"(?<!history )(?<!craft )(?<!inspiration )(?<!numbers )behind|wore (?:\w+ ){0,4}in|"
    r"(?<!away )(?<!exits )(?<!exited )(?<!departs )(?<!fired )(?<!out )(?<!dropped )(?<!removed )from|"
    r"did (?:in|on)|starred in|"
    r"from [^.,;]{2,40} to|played in|two weeks after|weeks after|collaborat\w+ on|"
    r"(?:documentary|doc|book|feature|film|play|series|essay) (?:on|about|into|charting|chronicling|tracing) "
    r"(?:\w+ ){0,3}(?:making|legacy|history|story|shoot) of|prequel to|spin-?off (?:of|to)|vacated by|"
    r"abandoned by|left (?:open |empty |free )?by|"
    r"head-to-head with|(?:up|plays?|playing|opens?|opening|opened|go|goes|going|competes?|"
    r"competing) against|opposite|clash\w* with|out of the way of|"
    r"same (?:day|date|week|weekend|month|frame) as|instead of|in place of|rather than|clear of|(?:keeps?|"
    r"kept) (?:\w+ )?distance from|(?:dodg|escap|avoid|evad|side-?step|duck|skirt|shun|outrun)(?:s|e|es|ed|"
    r"ing|"
    r"ping|ped)?|flee(?:s|ing)?|fled|"
    r"compared (?:to|with)|"
    r"set before|backstory of|the original|the first|"
    r"the first two|predecessor|than)\s+(?:(?:the|his|her|their|such|hits?|films?|movies?|as|"
    r"and|of|on)\s+){0,3})[“«\"‘']?$",
)
AS_PREFIX = late(r"(?:^|[\s(])(?:post|pre|non|anti|ex|mid)-[“«\"‘']?$")
"""Before a title: a post-Heat career."""
AS_MEASURE = late(r"^[”»\"’'!]*-(?:style|like|esque|inspired|sized|level|era|type|adjacent|shaped)\b")
"""After a title: a Heat-style shootout."""
CREDIT_IN_BRACKETS = late(r"[^\W\d_a-z][\w’'.-]* \([“«\"‘']?$")
"""Before a title, as it is printed: Greta Lee (Past Lives)."""
OF_WHOM = late(rf"[’']s ({CAPITAL}) {CAPITAL}")
"""After a title, as it is printed: Heat’s Amy Brenneman."""
BEGINS_RARE = late(
    r" (?:tops|sinks|wins|leads|beats|sweeps|dominates|rules|earns|makes|takes|scores|gets|wraps|adds|"
    r"returns|moves|"
    r"slips|sets|casts|finds|loses|crosses|passes|sells|goes|heads|starts|begins|ends|stays|holds|drops|has|"
    r"will|to|"
    r"review|trailer|teaser|director|star|sequel|cast|producer|writer)\b"
)
"""After a title with which a text begins, where its one word is none of the usual."""
BEGINS = late(
    r" (?:is (?:available|directed|set|out|based|streaming|now|headed|heading|coming)|opens|stars|hits|"
    r"lands|arrives|"
    r"follows|streams|premieres|debuts|grossed|has (?:grossed|earned|made|taken|been)|will (?:open|hit|"
    r"be released))\b"
)
"""After a title with which a text begins."""
CLOSED = late(r"[”»\"’']?(?:\)|, )")
"""After it."""
ALSO_WON = late(
    r"[”»\"’',.]*(?:,? (?:and |& )?[“«\"‘'][^”\"’]{1,40}[”»\"’'],?){0,3} also (?:honou?red|w[io]n|"
    r"scores?|takes?|cited|awarded|recogni[sz]ed|among)\b",
    re.I,
)
"""After a title in a headline of awards: it is not what the news is about."""
HELD_AFTER = late(
    r"^[”»\"’',]*\s+(?:\$[\d.,]+ ?\w*,?\s+)?(?:slid|slides|eased|eases|fell|falls|dropped|drops|dipped|"
    r"slipped|"
    r"slips|sank|added|adds|(?:in )?(?:its )?(?:second|third|fourth|fifth|sixth|seventh|\d+th) (?:week|"
    r"frame|w/e|"
    r"session|outing))",
)
HELD_BEFORE = late(r"\b(?:holdovers?|last week[’']s \w+|former champ|leftovers?)\s+[“«\"‘']?$")
"""In a text on the box office: a film that was there before."""
BESTED = late(
    r"\b(?:pass(?:es|ed|ing)|past|overt(?:akes?|aking|aken|ook)|surpass(?:es|ed|ing)|toppl(?:es|ed|ing)|"
    r"unseat(?:s|ed|ing)|dethron(?:es|ed|ing)|(?:moves|moving|pulls|edges) ahead of|"
    r"out(?:gun|gross|draw|pac|earn|muscl|sell|perform)\w*|"
    r"whose credits include)\s+"
    r"(?:the (?:\w+ )?)?[“«\"‘']?$"
)
"""Before a title: it is only what another film has left behind."""
PUSHED = late(
    r"\b(?:knock|bump|push|boot|shov|nudg|kick|send)(?:s|es|ed|ing)\s+(?:the (?:\w+ )?)?[“«\"‘']?$|"
    r"\bsent\s+[“«\"‘']?$"
)
DOWN = late(
    r"^[”»\"’',.!]*\s+(?:(?:back |down )?to (?:second|third|fourth|fifth|no\b|number|#|runner)|aside|down|"
    r"out of|"
    r"off (?:the |its )?(?:top|perch|throne)|from (?:the |its )?(?:top|perch|first|no\b|throne|summit))"
)
"""Around a title: another film takes its place in a chart; a studio that pushes it sets another date."""
FORMERLY = late(
    r"\b(?:formerly|previously|once|originally|until now)\s+(?:known as|titled|called|"
    r"billed as)\s+(?:the\s+)?[“«\"‘']?$|\b(?:has|had) been (?:known as|called|"
    r"titled)\s+(?:the\s+)?[“«\"‘']?$|\b(?:calling itself|"
    r"(?:shooting|filming|working) (?:as|under)(?: the)?"
    r"(?: (?:code|fake|working) ?(?:name|title))?(?: of)?|code-?named?(?: of)?)"
    r"\s+[“«\"‘']?$|\b(?:working|provisional|temporary|placeholder|tentative|shooting|"
    r"production) (?:title|name)\s*(?:of|was|is|,|:)?\s*[“«\"‘']?$",
)
"""Before a title: it is an old one of the film the report is about."""
ABROAD = late(
    r"[”»\"’']?,?\s+(?:\()?(?:abroad|internationally|overseas|in English|elsewhere|everywhere else|"
    r"worldwide)\b"
)
"""After a title: it is the one a film goes by in other countries."""
FORMER_WORDS = frozenset(
    {
        "known",
        "titled",
        "called",
        "billed",
        "working",
        "calling",
        "shooting",
        "filming",
        "code",
        "codenamed",
        "provisional",
        "temporary",
        "placeholder",
        "tentative",
        "production",
    }
)
CONTEXT_AFTER = late(
    r"^[”»\"’'!]*(?:['’]s)?\s*[:–—-]?\s+(?:review|reviews|trailer|teaser|sequel|recap|ending|"
    r"cast|director|movie|film|"
    r"explained|box office|score|star|poster|set photos|prequel|remake|reboot|premiere|"
    r"release date|budget|scene|delayed|dated|3|2)\b|"
    r"^['’]s\s+(?:[\w-]+\s+){1,2}(?:review|trailer|teaser|ending|scene|finale|twist|premiere|poster|cast|"
    r"release|budget|box office)\b",
)
CONTEXT_BEFORE = late(
    r"\b(?:review:|\[review\]|how to (?:watch|stream|see)|where to (?:watch|stream|see)|(?:trailer|teaser|"
    r"poster) (?:for|of)|review of|ending of|"
    r"(?:post|mid)-credits scene (?:of|in)|sequel to|remake of|reboot of|"
    r"(?:podcast|episode|ep\.?) \d+:)\s*(?:[^\W_]+ [^\W_]+[’']s )?[“«\"‘']?$",
    re.I,
)
OTHER_AFTER = late(
    r"^[”»\"’',.!]*(?:['’]s)?\s+(?:(?:\w+\s+){0,3}(?:season|series)\b|(?:\w+\s+)?(?:gameplay|"
    r"renewed|reality)\b|" + "|".join(sorted(WORKS_ELSEWHERE)) + r")\b",
)
ON_TELEVISION = late(
    r"^[”»\"’'!]*(?:['’]s)?,? (?:(?!(?:for|in|of|to|this|on|at|as|from|and|awards|film|movie|"
    r"book)\b)[\w-]+ ){0,3}?"
    r"(?:series|mini-?series|season|sitcom|tv show|stage show|video ?game|"
    r"podcast|stage musical)\b(?! (?:adaptation|film|movie|finale film))"
)
"""After a title in a headline: it is not the film of that name."""
OTHER_BESIDE = late(
    r"^[”»\"’',.!]*,? (?:an?|the|his|her|their|its) "
    r"(?:(?!of\b|from\b|on\b|about\b|based\b|for\b|in\b|by\b|to\b|with\b)[\w’'-]+ ){0,5}?"
    r"(?:games?|video ?games?|sitcom|(?:tv|television|web|drama|comedy|streaming|limited|anthology|hit|"
    r"netflix|"
    r"hbo|bbc) series|mini-?series|novel|memoir|album|podcast|soap|graphic novel|comic(?: book)?)\b"
)
"""After a title: what else it is, in apposition: Saltmarsh, a new horror game."""
ADAPTED = late(r"\badapt(?:s|ed|ing|ation of)? (?:[\w’'-]+ ){0,3}[“«\"‘']?$")
"""Before a title: it is of the film, too, that is made of a book or a game."""
OTHER_BEFORE = late(
    r"\b(?:series|sitcom|novel|book|album|song|play|memoir|show|podcast|musical|game|episode|"
    r"soap|bestseller|magazine|newspaper|label|banner)\s*[,:]?\s*[“«\"‘']?$",
)


BY = late(
    rf"\b({CAPITAL}) ({CAPITAL}(?:-{CAPITAL})?)['’]s "
    rf"({CAPITAL}(?: (?:{CAPITAL}|\d\b|of|the|and))*(?<! of)(?<! the)(?<! and))(?=[,.;:?!]| [a-z]|$)"
)
"""A maker's full name and a capitalised phrase in running text: Spike Jonze’s Her."""


UNTITLED = late(
    rf"\b[Uu]ntitled ({CAPITAL}(?: {CAPITAL}){{1,2}})(?:['’]s)? (?i:(?:\w+ )?(?:project|film|movie|"
    rf"thriller|drama|"
    r"comedy|picture|biopic|horror|western|feature|pic))\b"
)
STARS = late(
    rf"(?:^|[.!?]\s+)({CAPITAL}(?: (?:{CAPITAL}|\d\b|of|the|and|a|in))*) stars ({CAPITAL}) {CAPITAL}"
    rf"(?: {CAPITAL})? as\b"
)
"""At the head of a sentence: Opus stars Ayo Edebiri as a journalist."""
ENDS = late(
    r"$|[,.;:?!]| (?:is|was|has|had|will|and|or|in|at|on|from|with|for|to|as|which|that|who|when|while|but|"
    r"opens?|stars?|wins?|won|did|does|makes?|made|shows?|takes?|took|returns?|hits?|lands?|arrives?|comes?|"
    r"follows|tells|centers|centres|the|by|trilogy|saga|sequel|films)\b"
)
"""After one word behind a maker's name: it is a title, and describes no thing named next."""
TRANSLATED = late(
    r"[”»\"’',.]*\s*[(\[,–—-]?\s*(?:or )?(?:(?:which )?(?:translates|translated|translating|meaning)"
    r"(?: roughly| literally)? ?(?:as|to|into)?|(?:also )?(?:known|titled|released|sold|retitled|billed)"
    r"(?: (?:abroad|overseas|internationally|elsewhere|in english|in the us|as)){1,3}|a\.?k\.?a\.?|"
    r"(?:with )?(?:the |its )?(?:original|international|english|english-language|working|alternative) title"
    r"(?: is| being|:)?|originally titled|in english|literally),?:?\s*[“«\"‘'(]*",
    re.I,
)
"""Between two titles: they are one film's."""
TRANSLATING = frozenset(
    {"translates", "translated", "translating", "aka", "k", "title", "originally", "literally"}
)
ABROAD_WORDS = frozenset({"abroad", "internationally", "overseas", "english", "elsewhere", "us", "meaning"})
"""Words one of which is said where two titles of a film are."""
