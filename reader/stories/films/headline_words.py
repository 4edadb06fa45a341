"""What a headline prints as titles are printed, and is none: a hero’s name, what somebody says of a film."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.patterns import late
from reader.stories.films.mentions import Mention
from reader.stories.films.title import numbered
from reader.stories.films.titles import Titles
from reader.stories.language.tokens import key_of
from reader.stories.report import OPENING, Report

_OF_ITS_OWN = late(
    r"[’']?s? (?:[Tt]railer|[Tt]easer|[Rr]eview|[Ss]equel|[Pp]requel|[Ss]pin-?off|[Pp]remiere|[Rr]elease)\b"
)
"""Behind a title that a headline prints as any other word: it tells of that film, too."""
_TELLS = late(r"[.,!?]?[”»\"’']: ")
_IS_SO = late(r"\b(?:is|are|was|were|as|so|too|very|its|his|her|their|an?) [“«\"‘']$", re.I)
"""Around what a headline has in quotes, and somebody says: behind it who does, before it what is so."""
_RARELY = 3
"""So many times less often than the film that they are in, a hero’s name is printed as a title."""


def printed_as_titles(
    titles: Titles, head: Sequence[Mention], mentions: Sequence[Mention], report: Report
) -> list[Mention]:
    """The films of a headline, `head`, without words that are none. `mentions`: all that the report names."""
    beside = any(m.sure and not m.passing for m in head)
    return [
        m
        for m in head
        if not (
            (beside and _is_bare(m, report.title))
            or _is_hero(titles, m, mentions)
            or _is_said(titles, m, mentions, report)
        )
    ]


def _is_bare(mention: Mention, headline: str) -> bool:
    """Tell whether a headline prints one word as any other: beside a title it is a hero’s name."""
    alone = not mention.sure and " " not in mention.key
    return alone and not _OF_ITS_OWN.match(headline, mention.start + len(mention.surface))


def _is_hero(titles: Titles, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell whether one bare word is a hero’s name: of a lead’s film more is told as a title."""
    alone = titles.known.get(mention.key)
    if mention.sure or mention.sequel or " " in mention.key or alone is None:
        return False
    early = {m.key for m in mentions if m.where == "lead" and m.start < OPENING and not m.passing}
    told = [titles.known[key].sure for key in early if key in titles.known]
    return mention.key not in early and max(told, default=0) > _RARELY * alone.sure


def _is_said(titles: Titles, mention: Mention, mentions: Sequence[Mention], report: Report) -> bool:
    """Tell whether quotes hold what is said: nowhere else is that a title, and a film is named beside."""
    alone = titles.known.get(mention.key)
    if alone is None or alone.sure > 1 or numbered(mention.key)[1]:
        return False
    end = mention.start + len(mention.surface)
    begins = mention.start == 1 and _TELLS.match(report.title, end)
    if not (begins or _IS_SO.search(report.title, max(0, mention.start - 20), mention.start)):
        return False
    if f" {mention.key} " in f" {key_of(report.lead)} ":
        return False
    others = [m for m in mentions if m.where != "tag" and m.key != mention.key and m.sure and not m.passing]
    return any(titles.usual(m.key) for m in others)
