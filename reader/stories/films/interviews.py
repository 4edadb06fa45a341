"""Which film somebody is asked about: the one named as theirs, or the one that is just shown."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from reader.patterns import late
from reader.stories.films.mentions import Mention
from reader.stories.films.titles import Titles
from reader.stories.report import OPENING, Report

_NEW_ONE = late(
    r"\b(?:new|newest|latest|upcoming|forthcoming|next|current) (?:[\w-]+ ){0,3}?(?:film|movie|feature|"
    r"picture|"
    r"drama|comedy|dramedy|thriller|chiller|documentary|epic|romance|rom-?com|western|musical|biopic|debut|"
    r"adaptation|satire|adventure)[,:]? [“«\"‘']?$|"
    r"\b(?:premiere|release|opening|screening|debut|launch|bow) of [“«\"‘']?$|"
    r"\b(?:first day on|prepp?ing(?: for)?|editing|finishing|promot(?:e|ing)|plug(?:ging)?|"
    r"(?:talk|chat|talking|chatting) about|discuss(?:ing)?|about to (?:shoot|start)|from the set of) "
    r"[“«\"‘']?$",
    re.I,
)
_SHOWN = late(
    r"[”»\"’',]*(?:[’']s?)? (?:(?!and|or|but|that|who|to|of)[\w-]+ ){0,3}?"
    r"(?:premieres?|release|opening|screenings?|debut|launch|bow)\b|"
    r"[”»\"’',]* (?:open(?:s|ed)|premiere[sd]|bow(?:s|ed)|screen(?:s|ed)|debut(?:s|ed)|hits|arrives|"
    r"comes out|"
    r"(?:is|was) (?:now |just |finally )?(?:out|released|in (?:cinemas|theat(?:er|re)s)))\b",
    re.I,
)
"""Around the film that somebody is asked about: it is new."""
_ASKED = late(
    r"\b(?:on|interview(?:s|ed)?|q ?& ?a|in conversation|conversations? with|talks?|discuss\w*|behind|"
    r"explains?|"
    r"breaks? down|reflects?|looks? back|opens? up|unpacks?|(?:made|making|filming|shooting|"
    r"playing) (?:of )?)\b|"
    r"^(?:how|why|inside|meet)\b",
    re.I,
)
"""Headlines of those who are asked about their film, and not about anything else."""
_KNOWN_FROM = late(
    r"\b(?:known (?:for|from|as)|remembered|famous for|to fame|broke (?:out|through)|since|breakout of|"
    r"(?:\w+ ){0,2}years (?:after|ago)|made (?:his|her|their) names?|once)\b[^.;]{0,60}$"
)
"""Before a film that somebody who is asked was in long ago."""


def asked_about(
    titles: Titles, mentions: Sequence[Mention], lead: Sequence[str], tags: Collection[str], report: Report
) -> str | None:
    """Return the film that an interview is about; None where that is left to `lead`, the films of its lead.

    It is the one that is just shown, the new one of whoever is asked, or the only one that they are known for
    there. `tags`: the films that the report is filed under.
    """
    told = [m for m in mentions if m.where == "lead"]
    pegs = [m.key for m in told if _is_peg(report.lead, m)]
    if pegs or tags:
        return next((key for key in pegs if not tags or key in tags), None)
    asked, again = report.lead and _ASKED.search(report.title), {m.key for m in told}
    head = {m.key for m in mentions if m.where == "title" and (asked or m.key in again)}
    early = {m.key for m in told if not (m.passing or is_late(m))}
    if not head and early.isdisjoint(lead):
        head = {m.key for m in told if not (is_late(m) or _KNOWN_FROM.search(report.lead[: m.start].lower()))}
    if not head and asked and len(set(lead)) == 1:
        return lead[0]
    made = head.pop() if len(head) == 1 else None
    return (
        None
        if made is None or any(times_printed(titles, key) > times_printed(titles, made) for key in lead)
        else made
    )


def _is_peg(lead: str, mention: Mention) -> bool:
    """Tell whether a lead says of a film that it is somebody’s new one, or just shown."""
    start, end = mention.start, mention.start + len(mention.surface)
    return bool(_NEW_ONE.search(lead, max(0, start - 60), start) or _SHOWN.match(lead, end))


def times_printed(titles: Titles, key: str) -> int:
    """How often a title was printed: who talks of several films is asked about the one in the news."""
    title = titles.known.get(key)
    return sum(title.forms.values()) if title else 0


def is_late(mention: Mention) -> bool:
    """Tell whether a lead comes to a film when it has said what it is about."""
    return mention.start > OPENING
