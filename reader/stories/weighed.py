"""What speaks for each kind of news in one report: its words, and a release date told before all else."""

from __future__ import annotations

from reader.stories.dates.claims import claim
from reader.stories.dates.stated import together
from reader.stories.kinds.beats import Verdict, add, decide, weigh
from reader.stories.language.spans import Places, blank
from reader.stories.report import Report

DATED = "release-date"
MOVED, FIRST = 5.0, 3.0
"""What a date says for news of dates: one that took the place of another, one told before all else."""


def weighed(report: Report, places: tuple[Places, Places]) -> Verdict:
    """Weigh what a report says of its kind of news. `places`: where headline and lead print titles."""
    title, lead = blank(report.title, places[0]), blank(report.lead, places[1])
    verdict = weigh(title, lead, report.categories)
    if weight := _of_dates(title, lead, report.published):
        add(verdict, DATED, weight, "")
    return verdict


def dated(verdict: Verdict, beat: str) -> str:
    """The kind of news as which a report's dates are read: of a release where it tells of one by itself."""
    return DATED if decide(verdict).name == DATED else beat


def _of_dates(title: str, lead: str, published: int) -> float:
    """How much the date that a report states says for news of dates."""
    stated = claim(title, lead, published, beat="other")
    if stated is None:
        return 0.0
    first = together(title, lead).find(stated.words) <= len(together(title, ""))
    return MOVED if stated.moved_from else FIRST * first
