"""Films that are given another title: what was ‘Kiln’ is called ‘Ember’ from now on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.patterns import late
from reader.stories.films.canonical import canonical
from reader.stories.films.mentions import Mention
from reader.stories.films.titles import Titles
from reader.stories.language.tokens import word_set
from reader.stories.language.word_lists import listed
from reader.stories.report import Report

_OLD = late(
    r"\b(?:retitl|renam|re-?christen|rebrand)(?:e?s|ed|ing|e)? (?:[\w’'.&-]+ ){0,6}?[“«\"‘']?$",
    re.I,
)
_AS = late(r"[”»\"’',.]* (?:as|to|into) [“«\"‘']?", re.I)
"""Around an old title, before the new one: Studio Retitles ‘Kiln’ as ‘Ember.’"""
_IS_NOW = late(
    r"[”»\"’',.]*,? (?:(?:has|have|had|is|was|be|been|will|being|gets|now|officially|to) ){0,4}"
    r"(?:(?:retitled|renamed|re-?christened|rebranded)(?: as| to)?|changes? (?:its )?(?:title|name) to|"
    r"becomes?|is now) [“«\"‘']?",
    re.I,
)
"""Between an old title and the new one."""
WORDS = listed(
    """
    retitle retitles retitled retitling rename renames renamed renaming rechristen rechristens rechristened
    rebrand rebrands rebranded title name
    """
)
"""One of them is said where one title is another’s: what becomes another thing is said of much else."""


def said(report: Report) -> bool:
    """Tell whether a report may say that a film is called otherwise from now on."""
    return not (WORDS.isdisjoint(word_set(report.title)) and WORDS.isdisjoint(word_set(report.lead)))


def learn(titles: Titles, text: str, found: Sequence[Mention]) -> None:
    """Learn a film’s new title where a text has it right behind the old one."""
    for one, other in pairwise(found):
        end = one.start + len(one.surface)
        old = _AS.fullmatch(text, end, other.start) and _OLD.search(text, max(0, one.start - 60), one.start)
        if old or _IS_NOW.fullmatch(text, end, other.start):
            titles.rename(one.key, canonical(titles, other.key))
