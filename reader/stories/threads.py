"""Threads: everything about one followed film or person, and which of it is worth telling.

A thread is made of stories, never of likeness: a story belongs to it by what its reports are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.stories.phrases import key_of, tokens
from reader.stories.words import SMALL

ASIDE = re.compile(
    r"\b(?:ranked|recap|podcast|explained|explainer|quiz|gift guide|round-?up|the week in|"
    r"everything (?:you|we)|what to (?:watch|stream)|\d+ (?:best|worst|greatest|movies|films|"
    r"things))\b|^(?:every|the best|all the)\b",
    re.I,
)
ASIDE_SECTIONS = frozenset(
    ["podcast", "podcasts", "lists", "list", "explained", "recaps", "essays", "essay", "opinion", "quiz"]
)
OF_MANY = frozenset({"awards", "box-office", "festival"})
STARRING = frozenset({"trailer", "review", "announcement", "casting", "production", "release-date"})


@dataclass(frozen=True, slots=True)
class Follow:
    """What someone follows, by key: the name itself, its other names, who tells a short title from a word."""

    name: str
    kind: str = "topic"
    aliases: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    year: int | None = None

    def keys(self) -> frozenset[str]:
        """Every key this follow answers to."""
        return frozenset(key_of(name) for name in (self.name, *self.aliases))


@dataclass(frozen=True, slots=True)
class Telling:
    """One report as a thread sees it; names by key."""

    title: str
    lead: str
    films: tuple[str, ...]
    mentioned: tuple[str, ...]
    people: tuple[str, ...]
    beat: str
    categories: tuple[str, ...] = ()


def aside(report: Telling) -> bool:
    """Tell whether a report is a list, a recap, a podcast: it names films as examples."""
    sections = {key_of(category) for category in report.categories}
    return (
        report.beat == "list" or bool(ASIDE.search(report.title)) or not ASIDE_SECTIONS.isdisjoint(sections)
    )


def belongs(follow: Follow, story: Sequence[Telling]) -> bool:
    """Tell whether a story is told on the timeline of what is followed."""
    told = [report for report in story if not aside(report)]
    if not told:
        return False
    if follow.kind == "film":
        return _of_film(follow, told)
    if follow.kind == "person":
        return _of_person(follow.keys(), told)
    return any(_said(key, report) for key in sorted(follow.keys()) for report in told)


def _of_film(follow: Follow, told: Sequence[Telling]) -> bool:
    keys = follow.keys()
    company = frozenset(map(key_of, follow.companions))
    subject = sum(
        not keys.isdisjoint(report.films)
        or (_in_head(keys, report) and not company.isdisjoint(report.people))
        for report in told
    )
    if 2 * subject >= len(told):
        return True
    if told[0].beat == "announcement":  # of its sequel: news of the first film too
        return 2 * sum(_in_head(keys, report) or _sequel_of(keys, report) for report in told) >= len(told)
    return told[0].beat in OF_MANY and any(_named_in_head(keys, report) for report in told)


def _in_company(follow: Follow, report: Telling) -> bool:
    """Tell whether a headline has the name, and the report the people that the film goes with."""
    company = map(key_of, follow.companions)
    return _in_head(follow.keys(), report) and not set(report.people).isdisjoint(company)


def _sequel_of(keys: frozenset[str], report: Telling) -> bool:
    return any(film.startswith("untitled ") and f" {key} " in film for film in report.films for key in keys)


def _of_person(keys: frozenset[str], told: Sequence[Telling]) -> bool:
    named = sum(not keys.isdisjoint(report.people) for report in told)
    if told[0].beat == "awards":
        return 3 * named >= len(told) or any(_in_head(keys, report, surname=True) for report in told)
    if 2 * named < len(told) or told[0].beat == "box-office":
        return False
    head = sum(_in_head(keys, report, surname=True) for report in told)
    return head * 3 >= len(told) or told[0].beat in STARRING


def _named_in_head(keys: frozenset[str], report: Telling) -> bool:
    return _in_head(keys, report) and not keys.isdisjoint((*report.films, *report.mentioned))


def _in_head(keys: Iterable[str], report: Telling, *, surname: bool = False) -> bool:
    words = f" {key_of(report.title.replace('’s', '').replace(chr(39) + 's', ''))} "
    return any(f" {key} " in words or (surname and f" {key.split()[-1]} " in words) for key in keys)


def _said(key: str, report: Telling) -> bool:
    """Tell whether words are said, in order, capital letters where a short name needs them."""
    parts = key.split()
    large = [part for part in parts if part not in SMALL]
    for text in (report.title, report.lead):
        row = tokens(text)
        for place in range(len(row) - len(parts) + 1):
            span = row[place : place + len(parts)]
            if [token.key for token in span] == parts and (len(large) > 1 or span[0].text[0].isupper()):
                return True
    return False


def new_facts(known: Iterable[str], report: Telling) -> list[str]:
    """What a later report adds: numbers and names not in the story so far."""
    before = set(known)
    found = [token.text for token in tokens(f"{report.title} {report.lead}") if token.key[0].isdigit()]
    return [fact for fact in dict.fromkeys(found) if fact.lower() not in before]
