"""Which films a report of a changed calendar is about, beside those of its headline."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reader.patterns import late
from reader.stories.names import Named
from reader.stories.report import Report

_MOVES = late(
    r"[”»\"’',]*(?: and [“«\"‘']?[^,.;“\"‘]{2,40}[”»\"’',]+)?(?: (?:also|now|then|will|has|is|in turn))* "
    r"(?:tak|mov|shift|com(?:es|ing) forward|slip|slid|exit|vacat|leav|tick|jump|bump|push|delay|advanc|dat|"
    r"open)(?:e?s|ed|ing)?\b"
)
"""After a title: the film gets another date."""


def moved_too(report: Report, one: Named, led: Collection[str]) -> Iterator[str]:
    """The films that a lead says get another date, of those that headlines of its story name."""
    for m in one.mentions:
        told = m.where == "lead" and m.key in led and not (m.credit or m.sequel)
        if told and _MOVES.match(report.lead, m.start + len(m.surface)):
            yield m.key
