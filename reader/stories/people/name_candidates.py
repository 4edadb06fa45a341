"""What one report prints as names, in its headline, its lead and its tags."""

from __future__ import annotations

from collections.abc import Container

from reader.stories.language.spans import Spans, shouted
from reader.stories.language.terms import fold
from reader.stories.language.tokens import key_of, tokens, word_set
from reader.stories.language.word_lists import BODY_TAIL, MONONYMS, SECTION_NAMES, first_names
from reader.stories.people.capitalised_runs import capitalised_runs, nicknamed, siblings, tagged
from reader.stories.people.evidence import NameCandidate
from reader.stories.report import Report


def name_candidates(
    report: Report, avoid_title: Spans, avoid_lead: Spans, works: Container[str]
) -> list[NameCandidate]:
    """Return what one report prints as names; `works` are the keys of films, which are no people."""
    found = [] if shouted(report.title) else capitalised_runs(report.title, "title", avoid_title)
    found += capitalised_runs(report.lead, "lead", avoid_lead)
    found += [cue for cue, _ in siblings(report.lead)]
    found += nicknamed(report.lead)
    for token in () if MONONYMS.isdisjoint(word_set(report.lead)) else tokens(report.lead):
        if token.key in MONONYMS and token.text[0].isupper():
            found.append(NameCandidate(token.text, token.start, 3.0, False, "lead"))
    for category in report.categories:
        if key_of(category) in MONONYMS or _is_name_tag(category, works):
            found.append(NameCandidate(category, 0, 3.0, False, "tag"))
        elif _may_be_name_tag(category, works):
            texts = ((report.title, "title", avoid_title), (report.lead, "lead", avoid_lead))
            found += filter(None, (tagged(category, *each) for each in texts))
    return found


def _may_be_name_tag(category: str, works: Container[str]) -> bool:
    """Tell whether a tag is written as a name, and no film or section that is known."""
    words = category.split()
    return (
        2 <= len(words) <= 3
        and all(word[0].isupper() and word.replace("-", "").isalpha() for word in words)
        and key_of(category) not in works
        and key_of(category) not in SECTION_NAMES
        and fold(words[-1]) not in BODY_TAIL
    )


def _is_name_tag(category: str, works: Container[str]) -> bool:
    """Tell whether a tag is somebody's name by its given name."""
    words = [fold(word) for word in category.split()]
    return (
        2 <= len(words) <= 3
        and key_of(category) not in works
        and key_of(category) not in SECTION_NAMES
        and words[0] in first_names()
        and words[-1] not in BODY_TAIL
    )
