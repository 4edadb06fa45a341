"""Films of a headline that only say what another film of it is like: no news of theirs.

What is said so of the only film of a headline is said of what the news is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.patterns import late
from reader.stories.films.mentions import Mention

NEAR = 48
"""Letters around a title that are looked at."""
_ABOUT_BOTH = frozenset({"box-office", "awards", "release-date", "festival"})
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
    rf"(?:{_QUALITY}) of|(?:inspired|influenced|haunted|overshadowed|preceded) by|"
    r"(?:based|modell?ed|patterned|built) on|(?:borrow|steal|learn|grew|grow)\w* (?:\w+ )?from|"
    r"(?:similar|unrelated|closer|next|indebted) to|back[- ]to[- ]back with|amid(?:st)?|despite|"
    r"(?:pass(?:ed|es) (?:on|up)|turn(?:ed|s) down|auditioned for|lost out on|missed out on))|"
    r"\S (?:is|are|was|no|less|more|part|pure|almost|basically|essentially|"
    r"not(?: quite| just| your| another)?|isn[’']t)(?: (?:[\w.&-]+ )?[\w.&-]+[’']s?)?)"
    r" (?:the (?:\w+ )?)?[“«\"‘']?$"
)
"""Before a title, in small letters: another film is this year’s Kiln, or Kiln with sharks."""
_AFTER = late(
    r"[”»\"’',.!]*(?:[’']s)? (?:favou?rites?|(?:oscar|emmy|bafta|globe|cannes|goya|césar|award)[- ]"
    r"(?:winn|nomin)\w+|production company|financiers?|outfit|easter eggs?|cameos?|callbacks?|references?|"
    r"comparisons?|homage|vibes?|energy|treatment|left off|(?:was|is|as) (?:the|an?|its|his|her|their) "
    r"(?:\w+ )?(?:inspiration|influence|model|blueprint|template)|inspired|before it|it is not|meets|"
    r"for the \w+ (?:age|era|set|crowd|generation)|(?:did|could|does|was|is)n[’']t)\b"
)
"""After a title, in small letters: it is what the other film alludes to, or whose favourite is in it."""


def without_compared(headline: str, head: Sequence[Mention], beat: str) -> Sequence[Mention]:
    """Leave out the films of a headline that only tell what another one is like, if there is another one."""
    if beat in _ABOUT_BOTH or len({m.key for m in head if not m.credit}) < 2:
        return head
    text = headline.lower()
    news = [m for m in head if not (m.credit or _is_compared(text, m))]
    return news or head


def _is_compared(text: str, mention: Mention) -> bool:
    start, end = mention.start, mention.start + len(mention.surface)
    return bool(_BEFORE.search(text, max(0, start - NEAR), start) or _AFTER.match(text, end))
