"""The forms in which news prints dates, as one pattern, and a cheap look for whether a text holds any."""

from __future__ import annotations

import re

from reader.patterns import late
from reader.stories.dates.calendar import DAYS, FEASTS, MONTHS, QUARTERS
from reader.stories.language.tokens import word_set


def _month_as(name: str) -> str:
    return rf"""(?P<{name}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?
        |aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"""


def _year_as(name: str) -> str:
    return rf"(?P<{name}>(?:19|20)\d\d(?!\d)|['’][23]\d\b)"


_RELATIVE = r"next\ year|this\ year|that\ (?:same\ )?year|the\ following\ year|the\ year\ after"
_LEAD = (
    r"(?:(?<!back\ )in|this|next|by|for|to|until|till|from|of|out|around|before|at|over|its|that|come|late|"
    r"early|mid|into|during|following|hits|opens|original|prior|previous|initial|planned|old|middle\ of|"
    r"about|coming|off|"
    r"weekend\ of|mark|circle|bail(?:s|ed|ing)\ on|think|try|eyes|"
    r"abandon(?:s|ed|ing)|exit(?:s|ed|ing)|ditch(?:es|ed|ing)|"
    r"giv(?:es|ing)\ up|gave\ up|pass(?:es|ed|ing)\ on|dodg(?:es|ed|ing)|quits|quitting|deserts|forfeits|"
    r"relinquishes|evacuates|scrubs|cross(?:es)?\ out|scratch(?:es)?|fle(?:es|d|eing)|ced(?:es|ed|ing)|"
    r"than|lea(?:ves|ving)|trad(?:es|ed|ing)|swap(?:s|ped|ping)|"
    r"vacat(?:es|ed|ing)|skips|los(?:es|ing)|departs|surrenders|scraps|forgoes|miss(?:es|ing)|grabs|nabs|"
    r"snags|takes|"
    r"claims|makes?|"
    r"on(?=\ (?:halloween|thanksgiving|easter|diwali))|"
    r"(?:start|end|beginning|back\ end)\ of|of\ that|arrives|lands|due|week\ of|week\ in)"
)
"""Words before a season or a month that has no year."""
_WEEKEND = r"(?:holiday\ |long\ )?(?:weekend|frame|week|corridor|holiday|slot|break|season|window|period)"

DATE = late(
    rf"""\b(?=\w)(?:
    (?=[jfmasond]){_month_as("m1")}(?:
        \s+(?:the\s+)?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*%|[:/]|,?\s+(?:\d{{5}}|1[0-8]\d\d\b))(?:,?\s+(?:of\s+)?{_year_as("y1")}
            |,?\s+(?:of\s+)?(?P<rel1>{_RELATIVE}|next(?=[.,;)]|$)))?
        |(?:\s+of)?,?\s+(?P<rel3>{_RELATIVE})
        |(?:\s+(?:slot|berth|frame|window|date|perch))?(?:\s+of|\s+in)?,?\s+{_year_as("y4")}
        |(?=\s+(?:release|date|slot|berth|bow|debut|opening|premiere|calendar|frame|perch|window|launch
            |can[’']t|cannot|weekend|spot|rollout|roll-out|start)))
    |(?=\d)(?:
        (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_month_as("m2")}\b(?!,?\s+(?:\d{{5}}|1[0-8]\d\d\b))(?:,?\s+{_year_as("y2")}
            |,?\s+(?:of\s+)?(?P<rel2>{_RELATIVE}|next(?=[.,;)]|$)))?
        |(?P<m18>\d{{1,2}})/(?P<d18>\d{{1,2}})/(?P<y18>20\d\d|\d\d)(?![\d/])
        |(?P<d19>\d{{1,2}})\.(?P<m19>\d{{1,2}})\.(?P<y19>20\d\d|\d\d)(?!\.?\d)
        |(?P<y20>20\d\d)-(?P<m20>\d\d)-(?P<d20>\d\d)\b
        |(?P<y10>(?:19|20)\d\d)\b(?!\s*(?:minutes|seats|screens|theat(?!rical)|locations|prints)))
    |(?=[emlsfawcxhtbodp])(?:the\s+)?(?P<q>early|mid|late|spring|summer|fall|autumn|winter|christmas|xmas
        |the\ holidays|holiday|thanksgiving|halloween|easter|diwali|sankranti|pongal
        |(?:the\ )?(?:end|back\ end|tail\ end|close|middle|start|beginning|top|outset|turn)\ of)
        (?:\s+{_WEEKEND})?(?:\s+(?:of|in))?(?:,?[\s-]+)
        (?:the\s+year\s+)?(?:{_year_as("y5")}|(?P<rel5>{_RELATIVE}))
    |(?=[itnbfuoalecdhwmpsvgkqr])(?P<lead>{_LEAD})[\s-]+(?:
        (?P<in6>(?:the\s+|this\s+|next\s+)?)(?P<q6>spring|summer|fall(?!\s+in)|autumn|winter|christmas|xmas
            |thanksgiving|halloween|easter|holidays|holiday\ season|festive\ season|diwali|sankranti|pongal)
            \b(?!\s+(?:(?:sun|mon)?day\b|eve\b|corridor|festival|\w*quel\b|blockbuster|tentpole|movie|film\b|comedy|hit\b|smash)
            |(?:\ {_WEEKEND})?(?:,?\s+(?:of|in))?,?\s+(?:\d|[’']\d|next\ |that\ |this\ year
                |the\ (?:year|following))
            |[’']s)
        |(?P<in8>(?:this\ |next\ |early\ |late\ |mid-)?){_month_as("m8")}
            (?![\w'’-])(?!\.\s*\d)(?!,?\s+(?:of\s+)?(?:\d|['’]\d|next\ year|this\ year))
            (?!\ (?:slot|berth|frame|window|date|perch)\ (?:in|of)\ \d))
    |(?P<on7>(?:on|from|until|till|by|due|out|is|for|starting)\s+(?:\w+day,?\s+)?)?
        the\s+(?P<d7>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s+(?:of\b(?!\ (?:that|the|the\ same)\ month)
        |century|anniversary|annual|edition|birthday
        |film\b|time\b|\w+\ (?:film|festival)))
    |(?=[sfawctehdp])(?:
        (?:(?<=\ba\ )|(?<=\ban\ )|(?<=\bits\ )|(?<=\bfor\ )|(?<=\beyeing\ )
                |(?:(?<=\bthe\ )|(?<=\bthat\ )|(?<=\btheir\ ))
                    (?=\w+\ (?:theatrical\ |wide\ )?(?:release|bow|launch|debut|opening|berth)\b(?!\ of\b)))
            (?P<q18>spring|summer|fall|autumn|winter|christmas|thanksgiving|halloween
                |easter|holiday|diwali|sankranti|pongal)(?=\ (?:theatrical\ |wide\ )?(?:release|bow|launch
            |debut|opening|rollout|roll-out|berth|title)\b)
        |(?P<q17>thanksgiving|christmas|halloween|easter|diwali)\ {_WEEKEND}
        |(?P<q22>(?:(?<=\byour\ )|(?<=\bthose\ )|(?<=\bthe\ )|(?<=\bour\ )|(?<=\bmake\ ))
            (?:halloween|thanksgiving|christmas|easter)
            |(?<=\ba\ )(?:summer|spring|fall|autumn|winter|christmas|halloween|thanksgiving|easter)
                (?=\ (?:movie|film|event|picture|tentpole|treat|present|release|outing)\b)
            |(?:halloween|thanksgiving|christmas|easter)
                (?=\ (?:was|had\ been|is\ (?:off|out|no)|no\ longer)\b))\b(?!['’]|\ (?:day|eve)\b))
    |(?:(?P<nth16>first|second|third|fourth|opening|closing|final|last)[\ -]quarter|q(?P<nq16>[1-4]))(?:
        (?:\ of|,)?\ (?:{_year_as("y16")}|(?P<rel16>{_RELATIVE}))|(?=[.,;)]|$)
        |(?=\ (?:(?:u\.?s\.?|u\.?k\.?|domestic|theatrical|cinema|wide|limited|qualifying|awards)\ ){{0,2}}
            (?:run|release|bow|launch|debut|opening|roll-?out|berth|slot)\b))
    |(?=[nitaly])(?:
        (?P<rel9>next\ year|(?:(?<=\bin\ )|(?<=\buntil\ )|(?<=\btill\ )|(?<=\binto\ ))the\ new\ year\b(?![’'])
            |(?<!of\ )the\ following\ year\b(?![’'])|later\ (?:this|in\ the)\ year
            |this\ year(?=\ (?:after\ all|any\ ?more|any\ longer|as\ planned))
            |(?:(?<=\bbefore\ )|(?<=\bby\ ))(?:the\ end\ of\ the\ year
                |the\ year\ (?:is\ (?:out|over|up|done)|ends)|year(?:['’]s)?[\ -]end
                |the\ year['’]s\ end)(?![’']))
        |(?P<rel12>next\ month|in\ a\ month(?:['’]s\ time)?|a\ month\ from\ now|next\ week
            |in\ (?:just\ |only\ )?(?:two|three)\ weeks|in\ a\ fortnight
            |a\ year\ from\ (?:now|today)|this\ time\ next\ year|in\ a\ year['’]s\ time)\b)
    |(?=[ty])(?:(?<=\bat\ )|(?<=\btoward\ )|(?<=\btowards\ )|(?<=\bnear\ ))
        (?P<q23>(?:the\ (?:very\ |tail\ |back\ )?end\ of\ the\ year|year['’]s\ end)\b(?![’']))
    |(?=[lt])(?P<q24>late\ in\ the\ year|(?<=\bbefore\ )the\ new\ year\b(?![’']))\b
    |(?P<rel25>later\ this\ month|(?:the\ )?(?:very\ |tail\ |back\ )?end\ of\ this\ month|late\ this\ month)\b
    |the\ (?:very\ |tail\ |back\ )?(?:end|start|beginning|middle|close)\ of
        \ (?P<rel11>the|that|the\ same)\ month\b
    |(?<=\d\ to\ )(?P<d21>\d{{1,2}})(?:st|nd|rd|th)?(?=[.,;)]|$)
    |(?=[pmlf])(?P<long>(?:(?:presidents|president['’]s|memorial|labor|mother['’]s|father['’]s)['’]?\ day
        |(?:mlk|martin\ luther\ king)(?:,?\ jr\.?)?(?:\ day|(?=\ {_WEEKEND}))))
        (?:\ {_WEEKEND})?(?:\ (?:slot|berth|date|frame|perch))?
        (?:,?\s+(?:of\s+|in\s+)?(?:{_year_as("y15")}|(?P<rel15>{_RELATIVE})))?
    |(?=[nbcvifjstgea])(?P<holiday>good\ friday|easter\ (?:sun|mon)day|anzac\ day|australia\ day
        |bonfire\ night
        |st\.?\ stephen['’]s\ day|new\ year['’]s\ (?:day|eve)|boxing\ day|thanksgiving\ day
        |christmas\ (?:day|eve)
        |valentine['’]s(?:\ day|(?=\ (?:week|frame|\d|(?:in|of)\ (?:next|\d))|[.,;]|$))
        |independence\ day|fourth\ of\ july|july\ fourth|juneteenth|bastille\ day
        |st\.?\ patrick['’]s(?:\ day|(?=\ (?:weekend|week|frame|holiday))))
        (?P<week13>\s+(?:holiday\s+|long\s+)?(?:week(?:end)?|corridor|frame|slot|window))?
        (?:,?\s+(?:of\s+|in\s+)?(?:{_year_as("y13")}|(?P<rel13>{_RELATIVE})))?
    |(?:(?=[odfuthcvinsw])(?P<on14>(?:opens?|opening|out|on|due|from|dated|for|until|till|to|theaters?|theatres?
        |cinemas?|digital|vod|imax|date|drops|lands|hits|streaming|nationwide|wide|now|was)[:,]?\s+)
        |(?=\d{{1,2}}/\d{{1,2}}\ (?:to|->|>|→)\ \d{{1,2}}/\d)|(?<=→\ )|(?<=>\ ))
        (?!24/7|\d\d?/1\ to\ \d\d?/1\b)(?<!/1\ to\ )(?P<m14>\d{{1,2}})/(?P<d14>\d{{1,2}})(?![\d/])
    |(?=[jfmasond]){_month_as("m9")}\b(?![\w'’]|-)
    )""",
    re.VERBOSE,
)
_WORDS = frozenset(
    [
        *MONTHS, *(month[:3] for month in MONTHS), "sept", *set(" ".join(QUARTERS).split()) - {"of"},
        *FEASTS, *DAYS, "next", "this", "month", "day", "eve", "today", "tomorrow", "week", "weeks",
        "fortnight", "year", "quarter", "juneteenth", "mlk", "king", "good", "bonfire",
    ]
)  # fmt: skip
_FIGURES = late(r"(?:19|20)\d\d|\d\d?(?:st|nd|rd|th)|q[1-4]")
_SLASHED = late(r"\d[/.]\d")


def dated(text: str) -> bool:
    """Tell whether a text may hold a date: no date is without a word or a figure of its own."""
    words = word_set(text)
    if not _WORDS.isdisjoint(words) or any(_FIGURES.fullmatch(word) for word in words if word[0] in "12q3"):
        return True
    return bool(_SLASHED.search(text))
