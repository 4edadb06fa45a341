"""Titles that are one film's, learnt from reports that say both: old and new, two languages, a sequel's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.patterns import late, rare
from reader.stories.films import foreign_titles, nameless, projects, remakes, retitled, sequels
from reader.stories.films.canonical import canonical, sequel_of
from reader.stories.films.context import (
    ABROAD,
    ABROAD_AS,
    ABROAD_WORDS,
    AT_HOME,
    AT_HOME_AS,
    FORMER_WORDS,
    FORMERLY,
    OR,
    TRANSLATED,
    TRANSLATING,
)
from reader.stories.films.in_turn import entitle, meant
from reader.stories.films.mentions import Mention, find
from reader.stories.films.titles import Titles
from reader.stories.language.tokens import key_of, word_set
from reader.stories.people.people import People
from reader.stories.report import Report

_NUMBERS = frozenset({"2", "3", "4", "5", "6", "7", "8", "9", "ii", "iii", "iv"})

_QUOTED = late(r"\([“«\"‘'][A-ZÀ-Þ]")
_AT_HOME = late(r"\b(?:titre|titolo|título|titel|originaltitel|intitulée?|en anglais)\b", re.I)
"""Between a title abroad and that which others know the film by."""
_OPENED = late(r"[”»\"’']? \([“«\"‘']?")
_CLOSED = late(r"[”»\"’']?\)")
"""Around a title in brackets."""
_GLOSS = late(r"\b(?:translat|meaning|literal)", re.I)
"""Between a title and what it says in English, by which it need not go."""
_HOME_TITLE = late(
    r"\b(?:original|local|home|domestic|native|national|working|[A-Z]\w+(?:ish|ian|ese|ean|an|ch|tch|ic|sh|ek))"
    r"(?:-language)? title\b"
)
_SOLD = late(
    r"\b(?:present|sell|sold|market|releas|screen|export|distribut|introduc|handl|offer|shop|launch|premier)"
    r"\w* (?:[\w’'-]+ ){0,4}?(?:as|under the (?:\w+ )?(?:title|name)(?: of)?) [“«\"‘']?$"
)
"""Before a title: it is the one that a film is sold by."""
_NEAR = 40
"""Letters before a title that are looked at."""
FAR = 100
"""Letters between two titles of which nothing is told together."""
_SIDE_BY_SIDE = (
    " or ",
    " world",
    " other ",
    "outside ",
    "broad",
    "verseas",
    "nternationally",
    "elsewhere",
    "worldwide",
    "export",
)
_ELSEWHERE = rare(
    r"[”\"’'»][,”\"’'»]* or (?:simply )?[“«\"‘']|\bfor the (?:rest of the )?world\b|\bother (?:markets?|"
    r"territor|countr|languages?|lands)|\boutside [A-Z]|\b(?:abroad|overseas|internationally|"
    r"elsewhere|worldwide|for export)\b"
)
"""Said where a film has two titles."""
_TELLING = (
    FORMER_WORDS
    | TRANSLATING
    | ABROAD_WORDS
    | sequels.WORDS
    | sequels.REMAKES
    | remakes.WORDS
    | nameless.WORDS
    | retitled.WORDS
    | _NUMBERS
)
"""One of them is said in every report that there is something to learn from."""


class Signs(NamedTuple):
    """Which words a report has: of old titles, other languages, sequels, remakes; brackets and numbers."""

    renamed: bool
    translated: bool
    bracketed: bool
    continued: bool
    counted: bool
    remade: bool
    made_again: bool
    two_named: bool


class Seen(NamedTuple):
    """What a report that may tell of titles which are one film's has to say."""

    head: list[Mention]
    lead: list[Mention]
    untitled: list[str]
    """The projects without a title that it tells of."""
    given: list[str]
    """The projects that it gives a title to."""
    perhaps: list[str]
    """Those that it gives one to if they are still without."""
    tag: str = ""
    """The film that it is filed under and does not name."""


def look(titles: Titles, people: People, report: Report, named: Sequence[str]) -> Seen | None:
    """Return what there is to learn from in one report, None where nothing is. `named`: whom it names."""
    spoken = word_set(report.title) | word_set(report.lead)
    tag = foreign_titles.filed_under(titles, people, report, spoken)
    if _TELLING.isdisjoint(spoken) and not (tag or _bracketed(report) or _two_named(report)):
        return None
    told = not nameless.WORDS.isdisjoint(word_set(report.lead))
    untitled = [m.key for m in projects.mentions(report, people, named)] if told else []
    given, perhaps = projects.titled(report, named)
    if not (untitled or given or perhaps or tag or any(_signs(report)) or retitled.said(report)):
        return None
    marked = set(map(key_of, report.emphases))
    head = find(titles, report.title, "title", marked=marked)
    lead = find(titles, report.lead, "lead", marked=marked, alone=marked)
    return Seen(head, lead, untitled, given, perhaps, tag)


def _signs(report: Report) -> Signs:
    head, lead = word_set(report.title), word_set(report.lead)
    return Signs(
        renamed=not FORMER_WORDS.isdisjoint(lead),
        translated=not (TRANSLATING.isdisjoint(lead) and ABROAD_WORDS.isdisjoint(lead)),
        bracketed=_bracketed(report),
        continued=not (sequels.WORDS.isdisjoint(lead) and sequels.WORDS.isdisjoint(head)),
        counted=not _NUMBERS.isdisjoint(head),
        remade=not (sequels.REMAKES.isdisjoint(lead) and sequels.REMAKES.isdisjoint(head)),
        made_again=not (remakes.WORDS.isdisjoint(lead) and remakes.WORDS.isdisjoint(head)),
        two_named=_two_named(report),
    )


def learn(titles: Titles, people: People, report: Report, seen: Seen) -> None:
    """Take in what one report says of titles that are one film's."""
    head, lead, _, _, _, tag = seen
    at = report.published
    untitled = [meant(titles, each, at, told=True) for each in seen.untitled]
    given = [meant(titles, each, at, told=True) for each in seen.given]
    perhaps = [meant(titles, each, at) for each in seen.perhaps]
    renamed, translated, bracketed, continued, counted, remade, made_again, two_named = _signs(report)
    for project in untitled:
        titles.await_title(project)
    if projects.BOND in untitled and titles.nameless(projects.BOND) and (nth := projects.nth_bond(report)):
        titles.rename(projects.BOND, nth)
    given = [*given, *filter(titles.nameless, perhaps)]
    if renamed:
        _renamed(titles, people, report, head, lead)
    if translated:
        _translated(titles, report, lead)
        _sold_as(titles, report, head, lead)
    if retitled.said(report):
        retitled.learn(titles, report.title, head)
        retitled.learn(titles, report.lead, lead)
    if two_named:
        _at_home_and_abroad(titles, report.title, head)
        _at_home_and_abroad(titles, report.lead, lead)
    if bracketed:
        _in_brackets(titles, report.lead, lead)
    if continued:
        sequels.learn(titles, report.title, head)
        sequels.learn(titles, report.lead, lead)
    if counted:
        sequels.compare(titles, head, lead, map(key_of, report.categories))
    if remade:
        sequels.remade(titles, report.lead, [*head, *lead])
    if made_again:
        remakes.learn(titles, report.title, head)
        remakes.learn(titles, report.lead, lead)
        remakes.learn_over(titles, report, head, lead)
    if tag:
        foreign_titles.learn(titles, tag, head)
    new = _only(titles, head) or _only(titles, lead)
    sure = new and (titles.usual(new) or _said_title(report, new, [*head, *lead]))
    for project in given if sure else ():
        entitle(titles, project, new, at)


def _only(titles: Titles, found: Sequence[Mention]) -> str:
    """The one film that a text tells of; empty where it tells of none, or of several: a round-up."""
    told = {canonical(titles, m.key): m.key for m in found if not m.passing}
    return min(told.values()) if len(told) == 1 else ""


def _said_title(report: Report, key: str, found: Iterable[Mention]) -> bool:
    """Tell whether a report says that a film is called so: one outlet's word in quotes is no title yet."""
    return any(m.key == key and projects.is_said_title(report, m) for m in found)


def _renamed(
    titles: Titles, people: People, report: Report, head: Sequence[Mention], lead: Sequence[Mention]
) -> None:
    """Learn a film's old title; the headline has the new one, or the lead as its only other."""
    found = [*lead, *(m for m in projects.mentions(report, people) if m.where == "lead")]
    old = [
        meant(titles, m.key, report.published)
        for m in found
        if FORMERLY.search(report.lead[max(0, m.start - 50) : m.start].lower())
    ]
    if not old:
        return
    named = [m for m in head if not m.passing and m.key not in old]
    named = named or [m for m in lead if not m.passing and m.key not in old]
    abroad = [m.key for m in named if ABROAD.match(report.title, m.start + len(m.surface))]
    new = set(abroad or [_next(titles, m) for m in named])
    if len(new) == 1:
        for key in [*old, *(m.key for m in named if not m.sequel)]:
            entitle(titles, key, min(new), report.published)
    elif not new:
        for project in projects.of_makers(report, people.find(report, [], [])):
            for key in old:
                titles.rename(key, meant(titles, project, report.published))


def _next(titles: Titles, mention: Mention) -> str:
    """The film that a report calls the sequel of another; the film itself where it calls it none."""
    key, number = mention.key, mention.sequel
    return (sequel_of(titles, key, number) or f"untitled {key} sequel") if number else key


def _two_named(report: Report) -> bool:
    """Tell whether a report has two titles side by side that may be one film's: here and there."""
    return any(each in text for text in (report.title, report.lead) for each in _SIDE_BY_SIDE) and bool(
        _ELSEWHERE.search(report.title) or _ELSEWHERE.search(report.lead)
    )


def _at_home_and_abroad(titles: Titles, text: str, found: Sequence[Mention]) -> None:
    """Learn that a film has one title where it was made and another abroad: it goes by that abroad.

    Of a title in another language and one in English, the first is what it goes by.
    """
    for one, other in pairwise(found):
        end, last = one.start + len(one.surface), other.start + len(other.surface)
        if other.start - end > FAR:
            continue
        near = max(0, one.start - _NEAR)
        if AT_HOME_AS.search(text, near, one.start) and ABROAD_AS.search(text, end, other.start):
            titles.rename(one.key, canonical(titles, other.key))
        elif ABROAD_AS.search(text, near, one.start) and AT_HOME_AS.search(text, end, other.start):
            titles.rename(other.key, canonical(titles, one.key))
        elif AT_HOME.match(text, end) and ABROAD.match(text, last):
            titles.rename(one.key, canonical(titles, other.key))
        elif ABROAD.match(text, end) and AT_HOME.match(text, last):
            titles.rename(other.key, canonical(titles, one.key))
        elif ABROAD.match(text, last) and OR.fullmatch(text, end, other.start):
            titles.rename(one.key, canonical(titles, other.key))
        elif OR.fullmatch(text, end, other.start):
            foreign = [foreign_titles.is_foreign(m.surface) for m in (one, other)]
            if foreign[0] != foreign[1]:
                titles.rename(other.key, canonical(titles, one.key))


def _translated(titles: Titles, report: Report, lead: Sequence[Mention]) -> None:
    """Learn a film's title in another language: the first is what it goes by, but for a usual one."""
    for one, other in pairwise(lead):
        if TRANSLATED.fullmatch(report.lead, one.start + len(one.surface), other.start):
            at_home = _AT_HOME.search(report.lead, one.start + len(one.surface), other.start)
            known_as = at_home or (
                _outlets(titles, other) > _outlets(titles, one)
                and not _GLOSS.search(report.lead, one.start + len(one.surface), other.start)
            )
            usual = titles.usual(other.key) and known_as
            old, new = (one, other) if usual else (other, one)
            titles.rename(old.key, canonical(titles, new.key))


def _outlets(titles: Titles, mention: Mention) -> int:
    """How many outlets print a title."""
    title = titles.known.get(mention.key)
    return len(title.outlets) if title else 0


def _sold_as(titles: Titles, report: Report, head: Sequence[Mention], lead: Sequence[Mention]) -> None:
    """Learn that what a headline calls a film is its title at home, and by which one it is sold."""
    home = _only(titles, head)
    if not home or not _HOME_TITLE.search(report.lead):
        return
    sold = {m.key for m in lead if m.key != home and _SOLD.search(report.lead, max(0, m.start - 60), m.start)}
    if len(sold) == 1:
        titles.rename(home, canonical(titles, sold.pop()))


def _bracketed(report: Report) -> bool:
    """Tell whether a lead has something in brackets that it prints as titles are printed."""
    lead = report.lead
    if "(" not in lead:
        return False
    return bool(_QUOTED.search(lead)) or any(f"({each})" in lead for each in report.emphases)


def _in_brackets(titles: Titles, lead: str, found: Sequence[Mention]) -> None:
    """Learn that a title in brackets right behind another is the same film’s; the usual one is kept.

    Of two that are printed as often, that in English is.
    """
    for one, other in pairwise(found):
        end = other.start + len(other.surface)
        if _OPENED.fullmatch(lead, one.start + len(one.surface), other.start) and _CLOSED.match(lead, end):
            known = [
                sum(titles.known[m.key].forms.values()) if m.key in titles.known else 0 for m in (one, other)
            ]
            english = known[0] == known[1] and foreign_titles.is_english(
                other.surface
            ) > foreign_titles.is_english(one.surface)
            old, new = (one, other) if known[1] > known[0] or english else (other, one)
            titles.rename(old.key, canonical(titles, new.key))
