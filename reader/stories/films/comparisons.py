"""Films of a headline that only say what another film of it is like: no news of theirs.

What is said so of the only film of a headline is said of what the news is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.patterns import late
from reader.stories.films.mentions import Mention

NEAR = 48
"""Letters around a title that are looked at."""
_ABOUT_BOTH = frozenset({"box-office", "awards", "festival"})
"""News of films that contend with each other."""
_QUALITY = (
    r"magic|spirit|spark|charm|ending|success|failure|legacy|shadow|playbook|formula|lessons?|mistakes|"
    r"heights|"
    r"characters?|memory|world|events?|tone|vibes?|energy|dna|ghosts?|glory|fun|thrills|scares|footsteps"
)
_BEFORE = late(
    r"(?:\b(?:(?:this|next|last) year[’']s|"
    r"(?:this|our|that|a) (?:new )?(?:generation|decade|era|century)[’']s|"
    r"(?:the|a) (?:\w+ )?(?:next|new)|be another|think|imagine|forget|move over,?|meets?|"
    r"if you (?:liked?|loved?|miss(?:ed)?|enjoyed|hated)|"
    r"(?:want|tr(?:y|ie)|long|dream|aspire|hope|yearn)(?:s|ing)? to be|"
    rf"(?:{_QUALITY}) of|(?:inspired|influenced|haunted|overshadowed|preceded) by|"
    r"(?:based|modell?ed|patterned|built) on|(?:borrow|steal|learn|grew|grow)\w* (?:\w+ )?from|"
    r"(?:similar|unrelated|closer|next|indebted) to|back[- ]to[- ]back with|amid(?:st)?|despite|"
    r"(?:pass(?:ed|es) (?:on|up)|turn(?:ed|s) down|auditioned for|lost out on|missed out on))|"
    r"\S (?<!so )(?:is|are|was|no|less|more|part|pure|almost|basically|essentially|"
    r"not(?: quite| just| your| another)?|isn[’']t)(?: (?:[\w.&-]+ )?[\w.&-]+[’']s?)?)"
    r" (?:the (?:\w+ )?)?[“«\"‘']?$"
)
"""Before a title, in small letters: another film is this year’s Kiln, or Kiln with sharks."""
_AFTER = late(
    r"[”»\"’',.!]*(?:[’']s)? (?:favou?rites?|(?:oscar|emmy|bafta|globe|cannes|goya|césar|award)[- ]"
    r"(?:winn|nomin)\w+|production company|financiers?|outfit|easter eggs?|cameos?|callbacks?|references?|"
    r"comparisons?|homage|vibes?|energy|treatment|left off|(?:was|is|as) (?:the|an?|its|his|her|their) "
    r"(?:\w+ )?(?:inspiration|influence|model|blueprint|template)|inspired|before it|it is not|meets|"
    r"it (?:ain|isn)[’']t|it[’']s not|this (?:ain|isn)[’']t|did (?:for|to)|for the \w+ (?:age|era|set|"
    r"crowd|generation)|(?:did|could|does|was|is)n[’']t)\b"
)
"""After a title, in small letters: it is what the other film alludes to, or whose favourite is in it."""


_RIVAL_BEFORE = late(
    r"\b(?:battl|fight|challeng|avoid|escap|evad|outrun|duel|duck|dodg)(?:e?s|ing|e)? [“«\"‘']?$|"
    r"\bto beat [“«\"‘']?$|\bshar(?:es|ing) (?:[\w.’'-]+ ){1,3}with [“«\"‘']?$|"
    r"\b(?:held|vacated|left|claimed|occupied|owned|abandoned) by [“«\"‘']?$|"
    r"\blos(?:es|ing) (?:[\w.’'-]+ ){1,3}to [“«\"‘']?$|"
    r"\b(?:squar(?:es|ing) up to|tak(?:es?|ing) on|"
    r"(?:(?:gets?|getting|steers?|moves?) )?out of(?: the (?:way|path) of)?|"
    r"crowded (?:out )?by) "
    r"[“«\"‘']?$"
)
"""Before a title in a headline of dates, in small letters: another film comes out beside it."""
_TAKES = late(
    r"\b(?:takes?(?: over)?|lands|moves? (?:in)?to|slides? (?:in)?to|shifts? (?:in)?to|jumps? (?:in)?to|"
    r"claims|grabs|"
    r"inherits|gets|steals|nabs|fills|snags|assumes|slips? into|drops into) (?:the )?[“«\"‘']?$"
)
_ITS_SLOT = late(
    r"[”»\"’',.!]*(?:[’']?s)?[”»\"’']* (?:old |former |previous |original |vacated |one-time |prior |"
    r"release )*"
    r"(?:dates?|slots?|spots?|weekends?|frames?|perch|berth)\b"
)
"""Around a title: another film gets what was its date."""
_WITH, _LOOMS = (
    late(r"\bwith (?:the )?[“«\"‘']?$"),
    late(r"[”»\"’',.!]* (?:looming|on the (?:horizon|way)|in the way|ahead)\b"),
)


def without_compared(headline: str, head: Sequence[Mention], beat: str) -> Sequence[Mention]:
    """Leave out the films of a headline that only tell what another one is like, if there is another one."""
    if beat in _ABOUT_BOTH or len({m.key for m in head if not m.passing}) < 2:
        return head
    text = headline.lower()
    beside = _BESIDE.get(beat, _is_compared)
    news = [m for m in head if not (m.passing or beside(text, m))]
    return news or head


def _is_compared(text: str, mention: Mention) -> bool:
    start, end = mention.start, mention.start + len(mention.surface)
    return bool(_BEFORE.search(text, max(0, start - NEAR), start) or _AFTER.match(text, end))


def _is_rival(text: str, mention: Mention) -> bool:
    """Tell whether a headline of dates names a film as what another avoids, faces or takes the place of."""
    start, end = mention.start, mention.start + len(mention.surface)
    near = max(0, start - NEAR)
    if _RIVAL_BEFORE.search(text, near, start):
        return True
    if _TAKES.search(text, near, start) and _ITS_SLOT.match(text, end):
        return True
    return bool(_WITH.search(text, near, start) and _LOOMS.match(text, end))


def _is_either(text: str, mention: Mention) -> bool:
    return _is_rival(text, mention) or _is_compared(text, mention)


_BESIDE = {"release-date": _is_rival, "other": _is_either, "production": _is_either}
"""What sets a film beside another in news of a kind, where it is no comparison alone."""
