"""Quotes in headlines that hold what somebody says, and no title: the Sequel Is ‘Completely Insane’."""

from __future__ import annotations

import re

from reader.patterns import late
from reader.stories.films.nameless import nameless
from reader.stories.language.spans import Span, quoted
from reader.stories.report import Report

_GOES_ON = late(r"[.,!?;] ")


def is_said(span: Span, report: Report) -> bool:
    """Tell whether words in the quotes of a headline are said, or only said of something."""
    head = report.title
    if _spoken(span.text, report.lead) or _heard(span, report) or _of_no_title(span, report):
        return True
    return _ironic(head, span) or _said_of(head, span) or _at_last(head, span) or _done(head, span)


def _spoken(words: str, lead: str) -> bool:
    """Tell whether a lead has words from quotes in its headline as the beginning of what somebody says."""
    at = lead.casefold().find(words.casefold())
    return at > 0 and lead[at - 1] in "“«\"‘'" and _GOES_ON.match(lead, at + len(words)) is not None


_OF_SPEAKER = late(r"(?:I|We|You|My|Our|Your|It[’']s|That[’']s|There[’']s|Don[’']t|No|Yes|Nope|Not)\b")


def _heard(span: Span, report: Report) -> bool:
    """Tell whether a headline begins or ends with what somebody says: the lead prints no title by it."""
    head = report.title
    first = span.start == 1 and head[0] in '“"' and head[span.end + 1 :].startswith((":", " :"))
    last = head[: span.start - 1].endswith(": ") and not head[span.end :].strip(" .!?”»\"’'")
    told = "," in span.text or (first and _OF_SPEAKER.match(span.text) is not None)
    return (first or last) and told and span.text not in report.lead


def _of_no_title(span: Span, report: Report) -> bool:
    """Tell whether a headline ends with a word in quotes that its lead leaves out: its film has no title."""
    ends = not report.title[span.end :].strip(" .,!?”»\"’'")
    return ends and " " not in span.text and span.text not in report.lead and nameless(report)


_DESCRIBES = ("able", "ible", "less", "ful", "ous", "ing", "est", "ish")
_MEANT = late(
    r"[”»\"’'] (?!(?:[Ss]tars?|[Dd]irectors?|[Tt]railer|[Tt]easer|[Ss]equel|"
    r"[Pp]requel|[Rr]eview|[Cc]ast|[Ww]riters?|[Cc]reator|[Aa]ctors?|[Aa]ctress|[Pp]roducers?|[Tt]eam|"
    r"[Pp]remiere|"
    r"[Ff]ilmmaker|[Mm]ovie|[Ff]ilm|[Pp]oster|[Ee]nding|[Ss]cene|[Uu]niverse|[Ff]ranchise)\b)[\w]"
)
_ARTICLE = late(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Mm]ost|[Ss]o|[Vv]ery) [“«\"‘']$")


def _ironic(headline: str, span: Span) -> bool:
    """Tell whether one word in quotes is only said of what comes next: the ‘Unwatchable’ Novel."""
    if " " in span.text or not _ARTICLE.search(headline, 0, span.start):
        return False
    return span.text.endswith(_DESCRIBES) and _MEANT.match(headline, span.end) is not None


_IS = late(
    r"\b(?:is|are|was|were|be|been|being|isn[’']t|wasn[’']t|feels?|felt|looks?|sounds?|seems?|it[’']s|that[’']s|"
    r"calls? (?:[\w‘’“”'\"]+ ){0,3}[\w‘’“”'\"]+|deems? \w+|will (?:now|never|always|not))"
    r"(?: (?:not|now|so|too|very|just|really|still|actually|a|an|the))* [“«\"‘']$",
    re.I,
)
_OF_TITLES = late(
    r"^(?:who|what|why|when|where|how|which|is|are|was|will|does|if)\b|"
    r"\b(?:films?|movies?|pictures?|sequels?|titles?|titled|projects?|next|winners?|debut|called|favou?rites?|"
    r"show|series|song|book|novel|album|documentary|doc|drama|comedy|thriller|best|worst|"
    r"one|it)\b[^:;–—|]{0,30}$",
    re.I,
)
"""Before that: what may be asked of a title, and what may have one."""


_NUMBERED = late(r" (?:[2-9]|II|III|IV|V|VI)$")
"""A sequel: nobody is that but a film."""
_COMPARED = late(r"[”»\"’'] (?:meets|without|for|on|but|by way of)\b", re.I)
"""Behind a title that another is likened to."""
_SAYS = late(
    r",?[”»\"’'],? (?:says?|admits?|insists?|promises|vows|teases|warns|explains|claims|reveals)\b", re.I
)


def _said_of(headline: str, span: Span) -> bool:
    """Tell whether a headline says of somebody or something that it is what stands in quotes."""
    if _NUMBERED.search(span.text) or _COMPARED.match(headline, span.end):
        return False
    match = _IS.search(headline, max(0, span.start - 40), span.start)
    if match is None:
        return False
    return _SAYS.match(headline, span.end) is not None or not _OF_TITLES.search(headline[: match.start()])


_HAS = late(r"\b(?:has|have|had|having|hasn[’']t|haven[’']t|hadn[’']t) [“«\"‘']$", re.I)
_DOES = late(
    r"(?:already|always|never|not|now|just|only|long|finally|secretly|quietly|no (?:plans?|idea|regrets|"
    r"interest|comment)|been|[a-z]+(?:ed|wn|ught)|told|met|read|seen|left|quit|lost|won|made) ",
    re.I,
)
"""Around the opening quote: somebody has ‘already read’ for it."""


def _done(headline: str, span: Span) -> bool:
    """Tell whether a headline says in somebody's words what they have done: Has “Already Screen Tested”."""
    return bool(_HAS.search(headline, max(0, span.start - 12), span.start) and _DOES.match(span.text))


def _at_last(headline: str, span: Span) -> bool:
    """Tell whether a headline that has named a title ends with what is said of it, behind a colon."""
    if headline[span.end :].strip(" .,!?”»\"’'"):
        return False
    titles = [other for other in quoted(headline) if other.end < span.start]
    return bool(titles) and headline[titles[-1].end : span.start - 1].rstrip().endswith(":")
