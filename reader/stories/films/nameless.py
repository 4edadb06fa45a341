"""Whether a report says that what it tells of has no title so far."""

from __future__ import annotations

from reader.patterns import late
from reader.stories.language.tokens import tokens
from reader.stories.report import Report

WORDS = frozenset(
    {"untitled", "unnamed", "nameless", "title", "titled", "name", "named", "called", "call", "becomes"}
)
"""One of them is said in such a report, or in one that gives a title."""
_NAMELESS = late(
    r"\buntitled\b(?! no)|\b(?:unnamed|nameless) (?:[\w-]+ ){0,3}(?:film|feature|movie|project|picture|drama|"
    r"thriller|comedy|western|biopic|romance|production)\b|(?<![\w,] )no (?:name|title), no \w+|"
    r"\b(?:without|lacks|lacking|awaits|awaiting|"
    r"needs) (?:an?|its) "
    r"(?:\w+ )?(?:title|name)\b|\bno (?:official |final |working |known )?title\b|\btitle to follow\b|"
    r"\bno (?:official |final |working |known )?name (?:for (?:it|the (?:film|project|movie|"
    r"picture))|yet|so far)\b|"
    r"\btitle (?:to be|not yet|is yet to be|has yet to be) (?:announced|confirmed|revealed|chosen|decided)|"
    r"\b(?:has|have|with|bears?) no name\b|\byet to be (?:titled|named)\b|"
    r"\b(?:don|doesn)[’']t (?:yet )?(?:even )?have a (?:title|name)|"
    r"(?:n[’']t|\bnot|\bdeclin(?:es|ed) to|\brefus(?:es|ed) to|\byet to) (?:yet )?(?:reveal|say|give|"
    r"disclose|share|announce|confirm|name) (?:an?|its|the) (?:title|name)\b(?! with)|"
    r"\btitle (?:is|remains|has) (?:a secret|under wraps|unknown|tbd|not been)"
)
"""Said of a project that has no title."""


def nameless(report: Report) -> bool:
    """Tell whether a report says that what it tells of has no title."""
    return not WORDS.isdisjoint(tokens(report.lead).keys) and bool(_NAMELESS.search(report.lead.lower()))
