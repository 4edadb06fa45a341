"""Which of the films that a report names it is about, and which it names in passing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise

from reader.patterns import late
from reader.stories.films.about_no_film import (
    OF_GAMES,
    OF_SEVERAL,
    PODCAST,
    TELEVISION,
    headline_without,
    in_headline,
)
from reader.stories.films.canonical import canonical
from reader.stories.films.comparisons import without_compared
from reader.stories.films.headline_words import printed_as_titles
from reader.stories.films.interviews import asked_about, is_late, times_printed
from reader.stories.films.mentions import Mention
from reader.stories.films.programmes import is_disc_slate, singled_out
from reader.stories.films.title import numbered
from reader.stories.films.titles import Titles
from reader.stories.films.which_sequel import as_in_lead, as_latest, continued, sequel_meant, without_first
from reader.stories.language.tokens import key_of
from reader.stories.language.word_lists import FRANCHISES
from reader.stories.report import OPENING, Report

ASIDE = frozenset({"interview", "business", "other"})
"""News of people and firms: a film that only the end of a lead names is no part of it."""
MANY_IN_A_ROW = 2
"""So many films in a list are examples."""
_LISTED = late(r"[”»\"’']?,[”»\"’']? (?:(?:and|or|then|at|to|in|of|from|with|on) ){0,2}[“«\"‘']?")
"""Between two films of a list of examples."""
MANY = 3
"""A lead that names more films than this is about none of them."""
_OF_MAKERS = frozenset({"casting", "announcement", "production", "obituary", "awards"})
"""News in which a headline names a film to say who somebody is."""
_INTERVIEWS = frozenset({"interview", "interviews"})
_SIDE_BY_SIDE = late(r"[”»\"’']?(?:,? and|,? or| &| beside| with| versus| vs\.?) [“«\"‘']?")
"""Between two films of an essay that compares them."""


def tagged(titles: Titles, mention: Mention, report: Report) -> bool:
    """Tell whether a report is tagged with a film it names: it is about that, wherever it is filed."""
    sections = set(map(key_of, report.categories))
    return (TELEVISION | OF_GAMES).isdisjoint(sections) and mention.key in map(
        partial(canonical, titles), sections
    )


def subjects(titles: Titles, mentions: Sequence[Mention], beat: str, report: Report) -> list[str]:
    """Return the films that a report is about by itself, if it is about any. `beat`: the kind of news."""
    mentions = as_latest(titles, mentions, report)
    head = without_compared(report.title, in_headline(mentions), beat)
    told = [m for m in printed_as_titles(titles, head, mentions, report) if not m.passing]
    found = [sequel_meant(titles, as_in_lead(m, mentions, report)) for m in told]
    found = [key for key in found if key not in FRANCHISES] or found
    found = without_first(found) if beat not in OF_SEVERAL else found
    found = _filed_instead(titles, found, mentions, report) or found
    if found and beat == "release-date" and is_disc_slate(headline_without(report, head), report.lead):
        return found + [m.key for m in mentions if m.where == "lead" and not m.passing]
    if found or PODCAST.search(headline_without(report, head)):
        return found
    if beat == "festival" and singled_out(headline_without(report, head)):
        return [m.key for m in mentions if m.where == "lead" and not m.passing][:1]
    return [m.key for m in mentions if m.where == "project"] or _of_lead(titles, mentions, beat, report)


def _filed_instead(
    titles: Titles, found: Sequence[str], mentions: Iterable[Mention], report: Report
) -> list[str]:
    """The one film that a lead names and a report is filed under, where its headline has a name for it.

    Nobody else prints that as a title: TURTLES, of The Last of the Turtles.
    """
    alone = titles.known.get(found[0]) if len(found) == 1 else None
    if len(found) == 1 and alone is None:
        return _titled_otherwise(titles, found[0], mentions)
    if alone is None or alone.sure > 1:
        return []
    filed = {m.key for m in mentions if m.where == "lead" and not m.passing and tagged(titles, m, report)}
    return list(filed) if len(filed) == 1 else []


def _titled_otherwise(titles: Titles, counted: str, mentions: Iterable[Mention]) -> list[str]:
    """The one film that a lead names where a headline has a number that no outlet prints as a title."""
    base, number = numbered(counted)
    lead = [m for m in mentions if m.where == "lead" and not m.passing and (m.sure or " " in m.key)]
    told = {m.key for m in lead} if number else set()
    return [key for key in told if key != base and titles.usual(key)] if len(told) == 1 else []


def _of_lead(titles: Titles, mentions: Sequence[Mention], beat: str, report: Report) -> list[str]:
    """The film that a lead is about, with one set beside it; none of a career, a season, a list."""
    named = {m.key for m in mentions if m.where == "title"}
    tags = [m.key for m in mentions if m.where == "tag"]
    told = [m for m in mentions if m.where == "lead"]
    told = told if named else continued(told, report.title.lower())
    lead = [sequel_meant(titles, m) for m in told if not m.passing and m.key not in named]
    alone = len({m.key for m in mentions}) == 1 and not any(map(is_late, told))
    if not lead and (alone or beat not in _OF_MAKERS):  # the star of a film at its premiere
        lead = [sequel_meant(titles, m) for m in told if not m.passing]
    lead = lead or _credited_and_tagged(titles, mentions, report)
    filed = {*tags, *_credited_and_tagged(titles, mentions, report)}
    if beat == "interview" and (asked := asked_about(titles, mentions, lead, filed, report)):
        return [asked]
    of_tags = [key for key in lead if key in filed] or (tags if len(tags) == 1 else [])
    late_on = any(is_late(m) for m in told if m.key in lead[:1])
    if beat == "interview":
        lead = sorted(lead, key=lambda key: -times_printed(titles, key))
    mine = [m for m in told if m.key in (lead[:1] if beat == "interview" else lead)]
    filed_so = not _INTERVIEWS.isdisjoint(map(key_of, report.categories))
    only = filed_so and beat == "interview" and len({m.key for m in mentions}) == 1
    if mine and all(map(is_late, mine)) and not (filed or only) and beat in ASIDE:
        return []
    examples = 1 if late_on or beat == "business" or _in_a_row(told, report) else MANY
    compared = lead[:1] if beat in ("business", "interview") else _side_by_side(told, lead, report)
    if not of_tags and len(set(lead)) > examples and len(compared) < 2:
        return []
    if compared[:1] and compared[0] in FRANCHISES and beat != "business":
        compared = [key for key in lead if key not in FRANCHISES][:1] or compared  # as Star Wars was
    return of_tags[:1] or compared


def _side_by_side(told: Iterable[Mention], lead: list[str], report: Report) -> list[str]:
    """The first film of a lead, with the one that an essay sets beside it: this one and that."""
    for one, other in pairwise(m for m in told if m.start < OPENING):
        between = report.lead[one.start + len(one.surface) : other.start]
        if [one.key, other.key] == lead[:2] and _SIDE_BY_SIDE.fullmatch(between):
            return lead[:2]
    return lead[:1]


def _in_a_row(told: Sequence[Mention], report: Report) -> bool:
    """Tell whether a lead lists its first films as examples: I saw Kiln again, and Nib."""
    first = [m for m in told if m.start < OPENING][:2]
    return len(first) == MANY_IN_A_ROW and bool(
        _LISTED.fullmatch(report.lead, first[0].start + len(first[0].surface), first[1].start)
    )


def _credited_and_tagged(titles: Titles, mentions: Iterable[Mention], report: Report) -> list[str]:
    """Films named only to say who somebody is, of which the tags say that the report is about them."""
    tags = set(map(partial(canonical, titles), map(key_of, report.categories)))
    return [m.key for m in mentions if m.where != "tag" and m.key in tags]
