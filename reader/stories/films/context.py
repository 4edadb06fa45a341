"""What stands around a title says what it is. Patterns are for text in lower case, unless said."""

from __future__ import annotations

import re

from reader.patterns import late, rare
from reader.stories.language.word_lists import WORKS_ELSEWHERE

CAPITAL = r"[^\W\d_a-z][^\W\d_]*"
NUMBER = late(r"\d{1,2}|ii|iii|iv|v|vi|vii|viii|ix|x")
PART = late(r"\s*:?\s*(?:Part|Chapter|Volume|Vol\.|Episode)\s+(?:\d+|[IVX]+|One|Two|Three|Four|Five)\b", re.I)
COUNTED = late(
    r"[.,/]\d|\s*(?:million|m\b|billion|percent|%|years|stars|minutes|hours|days|weeks|months|screens|sites|"
    r"theaters|theatres|locations|venues|cinemas|nominations|nods|awards|countries|markets|territories|points)"
)
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
    "eighth": 8,
    "ninth": 9,
    "5th": 5,
    "6th": 6,
    "7th": 7,
    "8th": 8,
    "9th": 9,
}
NTHS = {2: "", 3: "third ", 4: "fourth ", 5: "fifth ", 6: "sixth ", 7: "seventh ", 8: "eighth ", 9: "ninth "}
"""What the title of a sequel without one says of its number."""
AND = late(r"[”»\"’',.]*\s*(?:and|&|or)?\s*[“«\"‘']?", re.I)
"""Between two titles of which the same is said."""
ROMANS = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
NUMERALS = {number: numeral for numeral, number in ROMANS.items()} | {9: "ix"}
PARTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NTH = rare(
    r"\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|2nd|3rd|[4-9]th)(?:\s+and\s+(?:last|final))?"
    r"\s+[“«\"‘']?$"
)
_GETS = (
    r"(?:(?:is|are|to|will|may|could|has|have|officially|finally|already|now|be|been|being) ){0,3}"
    r"(?:get(?:s|ting)?|got|ha(?:s|ve)|land(?:s|ed|ing)?|scor(?:es|ed|ing)|earn(?:s|ed|ing)?|"
    r"secur(?:es|ed|ing)|receiv(?:es|ed|ing)|spawn(?:s|ed|ing)?|given|handed|granted|(?:set|in line|due|"
    r"headed|heads?) for|plans?)"
)
"""What is said of a film that is to be continued."""
NTH_AFTER = late(
    rf"[”»\"’']?,? {_GETS} (?:an?|its|the|another) "
    r"(second|third|fourth|fifth|sixth|seventh|eighth|ninth) "
    r"(?:film|movie|outing|instal|chapter|entry|part|adventure|picture)",
    re.I,
)
"""After a title: Heat Is Getting a Third Movie."""
SEQUEL_AFTER = late(
    rf"^[”»\"’']?(?:[’']s)?,?\s+(?:{_GETS} (?:(?:an?|its|another|the) )?(?:(?:official|surprise|big-screen|"
    r"belated|legacy|direct|long-\w+|new) )?)?(?:sequel|follow-up|successor|2\b|part (?:two|2)\b(?! of))"
)
SEQUEL_BEFORE = rare(
    r"\b(?:(?<!spiritual )sequel|(?<!his )(?<!her )(?<!their )(?<![’']s )(?<!spiritual )(?:follow-up|"
    r"successor))"
    r"\s+(?:to|of)\s+(?:[^\W_]+\s+[^\W_]+['’]s\s+)?[“«\"‘']?$",
)
BEGINS_RARE = late(
    r" (?:tops|sinks|wins|leads|beats|sweeps|dominates|rules|earns|makes|takes|scores|gets|wraps|adds|"
    r"returns|moves|"
    r"slips|sets|casts|finds|loses|crosses|passes|sells|goes|heads|starts|begins|ends|stays|holds|drops|has|"
    r"will|to|"
    r"review|trailer|teaser|director|star|sequel|cast|producer|writer)\b"
)
"""After a title with which a text begins, where its one word is none of the usual."""
BEGINS_AMID = late(
    r",[”\"’']? (?:(?:written and |co-)?(?:directed|written|adapted) (?:by|from)|starring|based on|"
    r"an? (?:[a-z-]+ )?(?:film|movie))\b"
)
"""After a title with which a sentence begins, where its one word is none of the usual."""
BEGINS = late(
    r" (?:is (?:available|directed|set|out|based|streaming|now|headed|heading|coming)|opens|stars|hits|"
    r"lands|arrives|"
    r"follows|streams|premieres|debuts|grossed|has (?:grossed|earned|made|taken|been)|will (?:open|hit|"
    r"be released))\b"
)
"""After a title with which a text begins."""
FORMERLY = late(
    r"\b(?:formerly|previously|once|originally|until now)\s+(?:known as|titled|called|"
    r"billed as)\s+(?:the\s+)?[“«\"‘']?$|\b(?:provisionally|tentatively)\s+(?:called|titled|entitled|named)"
    r"\s+[“«\"‘']?$|\b(?:registered|filed)(?: (?:there|only|locally))? as\s+[“«\"‘']?$|"
    r"\b(?:had been (?:known as|called|titled)|has been known as|known (?:until|till|up to|before) now as)"
    r"\s+(?:the\s+)?[“«\"‘']?$|\b(?:calling itself|"
    r"(?:shooting|filming|working) (?:as|under)(?: the)?"
    r"(?: (?:code|fake|working) ?(?:name|title))?(?: of)?|code-?named?(?: of)?)"
    r"\s+[“«\"‘']?$|(?<!was the )(?<!is the )(?<!once the )(?<!originally the )"
    r"\b(?:working|provisional|temporary|placeholder|tentative|shooting|fake|bogus|phon(?:y|ey)|decoy|dummy|"
    r"cover|false|interim|internal|code|secret|"
    r"production) (?:title|name)\s*(?:of|was|is|,|:)?\s*[“«\"‘']?$",
)
"""Before a title: it is an old one of the film the report is about."""
ABROAD = late(
    r"[”»\"’']?,?\s+(?:\()?(?:abroad|internationally|overseas|in English|elsewhere|everywhere else|"
    r"worldwide|outside (?:of )?[A-Z]\w+|(?:in|for|to) (?:(?:all|most|every) )?other (?:markets?|"
    r"territor(?:y|ies)|countr(?:y|ies)|languages?|lands)|(?:for|to) the (?:rest of the )?world|for export)\b"
)
"""After a title: it is the one a film goes by in other countries."""
AT_HOME = late(
    r"[”»\"’']?,? (?:at home|domestically|locally|"
    r"(?:in|for) (?:its home \w+|[A-Z]\w+(?:(?: and| or|,) [A-Z]\w+)?))"
    r"(?![\w-])|[”»\"’'] [–—-] "
)
"""After a title: it is the one that it goes by where it was made."""
_AS = r" (?:(?:as|under|by|with)(?: the (?:title|name)(?: of)?)?|it is(?: to be)?) [“«\"‘']?$"
AT_HOME_AS = late(rf"\b(?:at home|domestically|locally|in its home \w+|(?<!not )in [A-Z]\w+){_AS}")
ABROAD_AS = late(
    rf"\b(?:abroad|internationally|overseas|in English|elsewhere|everywhere else|worldwide|"
    rf"outside (?:of )?[A-Z]\w+|(?:in|for|to) (?:the rest of the world|other (?:markets|countries|"
    rf"territories))){_AS}"
)
"""Before a title: which of the two it is: out at home as one, and abroad as another."""
OR = late(r"[”»\"’',]*[”»\"’'][”»\"’',]* or (?:simply )?[“«\"‘']")
"""Between two titles in quotes: they may be one film's in two languages."""
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
        "registered",
        "filed",
        *("fake", "bogus", "phony", "phoney", "decoy", "dummy", "cover", "false", "interim", "internal"),
    }
)
CONTEXT_AFTER = late(
    r"^[”»\"’'!]*(?:['’]s)?\s*[:–—-]?\s+(?:review|reviews|trailer|teaser|sequel|recap|ending|"
    r"cast|director|movie|film|"
    r"explained|box office|score|star|poster|set photos|prequel|remake|reboot|premiere|"
    r"release date|budget|scene|delayed|dated|runtime|rating|rotten tomatoes|popcorn bucket|tickets|reshoots|"
    r"easter eggs|cameos?|villain|soundtrack|3|2)\b|"
    r"^[”»\"’'!]*,? (?:(?:at|turns|is) (?:[1-9]0|[1-7]5)\b(?=[:,]| [–—-]|$)|"
    r"(?:[1-9]0|[1-7]5) years (?:on|later))|"
    r"^['’]s\s+(?:[\w-]+\s+){1,2}(?:review|trailer|teaser|ending|scene|finale|twist|premiere|poster|cast|"
    r"release|budget|box office)\b",
)
CONTEXT_BEFORE = rare(
    r"\b(?:review:|\[review\]|how to (?:watch|stream|see)|where to (?:watch|stream|see)|(?:trailer|teaser|"
    r"poster) (?:for|of)|review of|ending of|"
    r"(?:know|heard|learned) about|(?:villain|cast) of|"
    r"(?:post|mid)-credits scene (?:of|in)|sequel to|remake of|reboot of|"
    r"(?:podcast|episode|ep\.?) \d+:)\s*(?:[^\W_]+ [^\W_]+[’']s )?[“«\"‘']?$",
)
OTHER_AFTER = late(
    r"^[”»\"’',.!]*(?:['’]s)?\s+(?:(?:\w+\s+){0,3}(?:season|series)\b(?![’']s)|(?:\w+\s+)?(?:gameplay|"
    r"renewed|reality)\b|" + "|".join(sorted(WORKS_ELSEWHERE)) + r")\b",
)
ON_TELEVISION = late(
    r"^[”»\"’'!]*(?:['’]s)?,? (?:(?!(?:for|in|of|to|this|on|at|as|from|and|awards|film|movie|"
    r"book)\b)[\w-]+ ){0,3}?"
    r"(?:series|mini-?series|season(?![’']s)|sitcom|tv show|stage show|video ?game|"
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
ADAPTED = rare(r"\badapt(?:s|ed|ing|ation of)? (?:[\w’'-]+ ){0,3}[“«\"‘']?$")
"""Before a title: it is of the film, too, that is made of a book or a game."""
OTHER_BEFORE = late(
    r"\b(?:series|sitcom|novel|book|album|song|play|memoir|show|podcast|musical|game|episode|"
    r"soap|bestseller|magazine|newspaper|label|banner)\s*[,:]?\s*[“«\"‘']?$|"
    r"\b(?:series|episode|season|straight-to-series|pilot|script-to-series) (?:order|commitment|commission|"
    r"renewal|pick-?up) (?:to|for) [“«\"‘']?$|"
    r"\b(?:hbo|bbc(?: \w+)?|itv|amc|fx|showtime|starz|cbs|nbc|abc|peacock|hulu)[’']s\s+[“«\"‘']$|"
    r"\b(?:bbc (?:one|two|three|four)|itv[1x]?|channel [45]|cbs|nbc|abc|the cw|syfy|usa network|tnt|tbs|"
    r"starz|showtime|pbs|rt[eé]|s4c|zdf|ard|tf1|nhk|tv tokyo|nippon tv|wowow|tvn|jtbc|kbs2?|sbs|mbc|ocn|ena|"
    r"cctv|hunan tv|star plus|sony tv|zee tv|sun tv|telemundo|univision|globo|abs-cbn)(?:[’']s)? "
    r"(?:[\w-]+ ){0,2}(?:drama|comedy|dramedy|thriller|procedural|hit|adaptation|saga)\s+[“«\"‘']$|"
    r"\b(?:tv|television)[’']s [“«\"‘']?$|\b(?:episodes?|seasons?|reruns|series finale|pilot) of [“«\"‘']$",
)
SERIAL = late(
    r"\b(?:\d+|three|four|five|six|seven|eight|nine|ten|twelve|sixteen)-(?:part|episode|hour) "
    r"(?:[\w-]+ ){0,2}(?:series|drama|thriller|comedy|show|adaptation|mini-?series|dramedy|sitcom|"
    r"docu-?series|saga|run|season)\b|"
    r"\b(?:returns?|returning|back|comeback) to (?:the )?(?:television|tv|small screen)\b|"
    r"\b(?:renewed|picked up|back|returns|returning) for (?:an? |its )?(?:\w+ )?season\b|"
    r"\b(?:first|second|third|fourth|fifth|final|new|next|last) season (?:of|is|will|has|wraps|begins|"
    r"ends)\b|"
    r"\bseason (?:finale|premiere|opener)\b|\bdlc\b|\bps[345]\b|\bxbox\b|\bplaystation\b|\bnintendo switch\b|"
    r"\bgameplay\b|\bgame pass\b|\bopen beta\b"
)
"""Said in news of a series or a game."""
SERIAL_WORDS = frozenset(
    {"part", "episode", "hour", "television", "tv", "screen", "season", "dlc", "ps3", "ps4", "ps5", "xbox"}
    | {"playstation", "nintendo", "gameplay", "game", "beta"}
)
"""One of them is said there."""
OF_FILM = late(
    r"(?<!not a )(?<!no )(?<!isn[’']t a )\b(?:films?|movies?|cinemas?|theat(?:er|re)s|box office|"
    r"big screen)\b"
)
"""Said in news of a film, whatever else it is made of."""


BY = late(
    rf"\b({CAPITAL}) ({CAPITAL}(?:-{CAPITAL})?)['’]s "
    rf"({CAPITAL}(?: (?:{CAPITAL}|\d\b|of an?(?= [A-Z])|of|the|"
    rf"and))*(?<! of)(?<! the)(?<! and))(?=[,.;:?!]| [a-z]|$)"
)
"""A maker's full name and a capitalised phrase in running text: Spike Jonze’s Her."""


UNTITLED = late(
    rf"\b[Uu]ntitled ({CAPITAL}(?: {CAPITAL}){{1,2}})(?:['’]s)? (?i:(?:\w+ )?(?:project|film|movie|"
    rf"thriller|drama|"
    r"comedy|picture|biopic|horror|western|feature|pic))\b"
)
STARS = late(
    rf"(?:^|[.!?]\s+)({CAPITAL}(?: (?:{CAPITAL}|\d\b|of|the|and|a|in))*) (?:co-)?stars ({CAPITAL}) {CAPITAL}"
    rf"(?: {CAPITAL})?(?: (?:as|and|opposite|alongside|with|in)\b|[,.;])"
)
"""At the head of a sentence: Opus stars Ayo Edebiri as a journalist."""
ENDS = late(
    r"$|[,.;:?!]| (?:is|was|has|had|will|and|or|in|at|on|from|with|for|to|as|which|that|who|when|while|but|"
    r"opens?|stars?|wins?|won|did|does|makes?|made|shows?|takes?|took|returns?|hits?|lands?|arrives?|comes?|"
    r"follows|tells|centers|centres|the|by|trilogy|saga|sequel|films)\b"
)
"""After one word behind a maker's name: it is a title, and describes no thing named next."""
TRANSLATED = late(
    r"\s?[”»\"’',.]*\s*[(\[,–—-]?\s*(?:or )?(?:(?:which )?(?:translates|translated|translating|meaning)"
    r"(?: roughly| literally)? ?(?:as|to|into)?|(?:also )?(?:known|titled|released|sold|retitled|billed)"
    r"(?: (?:abroad|overseas|internationally|elsewhere|in english|in the us|as)){1,3}|a\.?k\.?a\.?|"
    r"(?:with )?(?:the |its )?(?:original|international|english|english-language|working|alternative) title"
    r"(?: is| being|:)?|originally titled|in english|literally|"
    r"[^.;“«\"‘”]{0,70}?\b(?:sous|con|bajo|unter|mit|com) \w+ (?:titre|titolo|título|titel)|"
    r"(?:titre|titolo|título|titel) (?:anglais|original|inglese|originale|inglés|orixinal|englisch)|"
    r"(?:titre|titolo|título|originaltitel)(?: original\w*)?|intitulé\w*|alias|"
    r"en anglais),?\s?:?\s*[“«\"‘'(]*\s?",
    re.I,
)
"""Between two titles: they are one film's."""
TRANSLATING = frozenset(
    {"translates", "translated", "translating", "aka", "k", "title", "originally", "literally", "titre"}
    | {"titolo", "titulo", "titel", "originaltitel", "alias", "anglais", "intitule", "intitulee"}
)
ABROAD_WORDS = frozenset({"abroad", "internationally", "overseas", "english", "elsewhere", "us", "meaning"})
"""Words one of which is said where two titles of a film are."""
