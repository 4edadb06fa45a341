"""Who leads a weekend of the box office, and behind whom another film came in, as one report says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.patterns import late
from reader.stories.films.mentions import Mention
from reader.stories.report import Report

_LEADS = late(
    r"[”»\"’']?,?(?: which| that| again| still| comfortably| easily){0,2} "
    r"(?:(?:led|leads|topped|tops|ruled|rules|"
    r"reigned|reigns)\b|(?:w[io]ns?|took|takes) (?:the weekend|again|the (?:box office|frame))|"
    r"(?:finish(?:ed|es)|c[ao]mes?|place[sd]) (?:in )?(?:first|no\. ?1|on top)|"
    r"(?:held|holds|stay(?:s|ed)|remain(?:s|ed)|retain(?:s|ed)|keeps?|kept|(?:is|was)(?: still)?) "
    r"(?:in |at |on )?(?:the |its )?(?:first|no\. ?1|top|number one|crown|throne|lead|perch)\b|"
    r"(?:holds court|(?:three|four|five|six|seven)-?peats?\b|repeats? (?:at|on|as|with|atop)|(?:held|"
    r"holds|fend(?:s|ed)|fought|fights) off|"
    r"takes (?:a|its) (?:second|third|fourth|fifth)\b|"
    r"(?:edge[sd]|nipp?(?:s|ed)|pip(?:s|ped)) (?:out )?[“«\"‘'][^”»\"]{2,40}[”»\"’']"
    r"(?! (?:for|to) (?:second|third))))",
    re.I,
)
"""After a title: it is the film that leads a weekend."""
_SUM_FIRST = late(
    r"[”»\"’']? (?:(?:is|was|with|at|on|took|takes|earned|made|grossed|adds|added|an?|another|estimated) )*"
    r"\(?[$£€][\d.,]+ ?(?:m|k|bn|million|billion)?\b\)?(?: \([^()]{1,40}\))?,? (?:(?:is|was|good|in|"
    r"for|at|to) )*"
    r"(?:first|no\. ?1|number one|the (?:top|lead|win|crown))\b|"
    r"[”»\"’']? (?:is|was|comes in|came in|finishes|finished) first\b",
    re.I,
)
"""After a title: its sum, and that it is the most."""
_ONLY = late(r"\b(?:second|runner-up|place) (?:only )?to [“«\"‘']?$|\bbehind only [“«\"‘']?$", re.I)
_AT_THE_TOP = late(
    r"\b(?:first|second|third|fourth|fifth|another|straight|consecutive|successive|\d\w\w) "
    r"(?:week(?:end)?|frame) (?:in a row )?(?:at|on|in) (?:the )?"
    r"(?:summit|top|peak|number one|no\. ?1|first(?: place)?|the lead) (?:for|goes to) [“«\"‘']?$",
    re.I,
)
"""Before a title: its film leads once more."""
_ONLY_ONE, _DID_BETTER = (
    late(r"\bonly [“«\"‘']?$", re.I),
    late(
        r"[”»\"’',]* (?:did|does|fared|sold|sells|earned|made|makes|took|drew|grossed|was|stood|"
        r"finished|placed|"
        r"performed) (?:any )?(?:better|more|ahead|higher|stronger)\b"
    ),
)
"""Around a title: no other film had more."""
_AHEAD = late(
    r"\b(?:(?:second|third|fourth|fifth|runner-up) (?:only )?to|behind(?: only)?) "
    r"(?:[“«\"‘'][^.;”\"]{1,40}[”»\"’',]+ (?:and|or) )?[“«\"‘']?$",
    re.I,
)
"""Before a title: another film came in behind it."""
_ITS = late(r"\b(?:of|from|to) [“«\"‘']?$")
"""Before a title: another film is made of it."""


def ahead(report: Report, mentions: Sequence[Mention]) -> set[str]:
    """The films behind which another one came in: that all name them tells no more of them."""
    texts = {"title": report.title, "lead": report.lead}
    return {m.key for m in mentions if _AHEAD.search(texts.get(m.where, ""), max(0, m.start - 70), m.start)}


def leading(report: Report, mentions: Sequence[Mention]) -> set[str]:
    """The films of which a report says that they lead the weekend."""
    texts = {"title": report.title, "lead": report.lead}
    found = set()
    for m in mentions:
        text = texts.get(m.where, "")
        if text and _is_first(text, m):
            found.add(m.key)
        if _LEADS.match(text, m.start + len(m.surface)) and not _ITS.search(
            text, max(0, m.start - 8), m.start
        ):
            found.add(m.key)
    return found


def _is_first(text: str, mention: Mention) -> bool:
    """Tell whether a text says that a film took the most: by its sum, or as the only one that had more."""
    start, end = mention.start, mention.start + len(mention.surface)
    near = max(0, start - 24)
    if _AT_THE_TOP.search(text, max(0, start - 60), start):
        return True
    if _ONLY.search(text, near, start) or _SUM_FIRST.match(text, end):
        return True
    return bool(_ONLY_ONE.search(text, near, start) and _DID_BETTER.match(text, end))
