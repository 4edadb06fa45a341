"""A weekend of the box office as all its reports tell it: who opens, who leads, who was there before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.patterns import late
from reader.stories.box_office.leaders import ahead, leading
from reader.stories.box_office.openings import held, marked, opening, paid_for
from reader.stories.films.mentions import Mention, each_once
from reader.stories.films.title import Title
from reader.stories.language.word_lists import FRANCHISES
from reader.stories.report import Report

OF_MONEY = frozenset({"box-office", "business"})
"""News of what films bring in."""
_WEEKEND = late(r"\bweekend|\bbox[- ]office\b", re.I)
OFTEN = 2
"""So many times as often as a word alone, a title has it with an article."""


def expand_chart_titles(mentions: Sequence[Mention], known: Mapping[str, Title]) -> list[Mention]:
    """Let a short title in a headline be the one film of its lead with those words: ‘Harrow’ Stays on Top.

    And let a title without its article be the film that is printed with it much more often.
    """
    mentions = [m._replace(key=f"the {m.key}") if _lacks_article(m.key, known) else m for m in mentions]
    lead = {m.key for m in mentions if m.where == "lead"}
    full = {m.key: [key for key in lead if f" {m.key} " in f" {key} "] for m in mentions if m.key not in lead}
    return [
        m._replace(key=full[m.key][0]) if m.where == "title" and len(full.get(m.key, ())) == 1 else m
        for m in mentions
    ]


def without_passed(mentions: Sequence[Mention], headline: str) -> list[Mention]:
    """Films that a headline sets behind another, and a lead names only as passed by it: no news of theirs."""
    if _WEEKEND.search(headline):
        return list(mentions)
    told: dict[str, list[bool]] = {}
    for mention in mentions:
        if mention.where == "lead":
            told.setdefault(mention.key, []).append(mention.passing)
    first = min((m.start for m in mentions if m.where == "title"), default=0)
    return [
        m._replace(passing=True)
        if m.where == "title" and m.start > first and all(told.get(m.key, [False]))
        else m
        for m in mentions
    ]


def _lacks_article(key: str, known: Mapping[str, Title]) -> bool:
    alone, whole = known.get(key), known.get(f"the {key}")
    return bool(whole and alone and len(whole.outlets) > 1 and whole.sure > OFTEN * alone.sure)


def _first_of_all(leaders: Counter[str], reports: int) -> list[str]:
    """The film that leads a weekend: by the only report there is, or by more than one of them."""
    (first, said), *others = leaders.most_common() or [("", 0)]
    sure = said > max((n for _, n in others), default=0) and said > min(reports - 1, 1)
    return [first] if sure else []


def _headed(mentions: Sequence[Mention]) -> list[str]:
    return [m.key for m in sorted(mentions, key=lambda m: m.start) if m.where == "title"]


class Weekend(NamedTuple):
    """A weekend’s story: the film that leads and those that open, and those that were there before."""

    films: list[str]
    held: set[str]


def of_weekend(
    shared: Sequence[str], reports: Sequence[Report], mentioned: Sequence[Sequence[Mention]]
) -> Weekend:
    """What all reports of a weekend say together. `shared`: what they lead with."""
    told = list(zip(reports, mentioned, strict=True))
    spoken = Counter(key for _, each in told for key in each_once(m for m in each if m.where != "tag"))
    old = Counter(key for one in told for key in dict.fromkeys(key for key, was in held(*one) if was))
    opened = Counter(key for one in told for key in sorted(opening(*one)))
    leaders = Counter(key for one in told for key in sorted(leading(*one)))
    paid = {key for one in told for key in paid_for(*one)}
    first = Counter(head[0] for head in map(_headed, mentioned) if head and head[0] in spoken)
    headed = {key for head in map(_headed, mentioned) for key in head}
    shared = sorted(shared, key=lambda key: -first[key])
    gone = {key for key in spoken if old[key] > opened[key]}
    beaten = {key for one in told for key in ahead(*one)} - {key for key in spoken if opened[key]}
    by_all = {key for key in spoken if spoken[key] == len(reports) > 2 and key not in beaten}
    hint = headed | paid | by_all | {key for one in told for key in marked(*one)}
    hinted = {key for key in spoken if key in hint}
    new = [key for key in spoken if key not in gone and (opened[key] or key in hinted)]
    openers = [key for key in new if len(reports) > 1 and spoken[key] > 1]
    found = dict.fromkeys(
        [
            *shared[:1],
            *(key for key in shared[1:] if key in new),
            *openers,
            *_first_of_all(leaders, len(reports)),
        ]
    )
    named = {key for key in headed if opened[key]}  # a film may be called as all of them are
    return Weekend([key for key in found if key not in FRANCHISES or key in named] or list(found), gone)
