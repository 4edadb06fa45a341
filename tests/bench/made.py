"""A large library of made-up news: the labelled reports told again and again of other films and people."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reader.stories.report import Report
from tests.bench.gold import DAY, Labelled, gold

START = 1_700_000_000
CHANGED = 0.85
"""The share of longer words that each made-up story says otherwise."""
_LONG = re.compile(r"\b[A-Za-z][a-z]{3,}\b")
OTHERS = 3
"""One report in so many is a headline about anything else."""

_FIRST = (
    "Ada Bela Cora Dario Elena Fergus Gita Hugo Ines Jonas Kira Luca Mara Nils Olga Pablo Rosa Sven Tess Uma"
)
_SYLLABLES = (
    "bar ven lor mis tan kel dor ruk hal sen vik mar pol zan fer gul nim ost pra tel wen yor quil dras"
)
_TITLES = (
    "Harbour Winter Glass River Paper Silent Crimson Lantern Orchard Copper Hollow Signal Velvet Thunder Salt"
)


def made_up(number: int, *, per_day: int = 800, folder: Any = None) -> list[Report]:
    """So many reports in the order they come in, as many a day as given."""
    source = gold(2000, folder)
    chance = random.Random(7)
    days = max(1, number // per_day)
    found: list[Report] = []
    stories, strangers = _stories(source), [r for r in source.reports if source.labels[r.key] is None]
    pool = sorted({word.lower() for report in strangers for word in _LONG.findall(report.title)})
    while len(found) < number:
        shift = START + chance.randrange(days * DAY)
        told = _told_of(chance.choice(stories), source, pool, chance)
        first = min(report.published for report in told)
        found += [replace(report, published=report.published - first + shift) for report in told]
        for stranger in chance.sample(strangers, -(-len(told) // OTHERS)):
            found.append(replace(stranger, published=START + chance.randrange(days * DAY)))
    found = sorted(found[:number], key=lambda report: report.published)
    return [replace(report, key=key) for key, report in enumerate(found)]


def _stories(source: Labelled) -> list[list[Report]]:
    by_story: dict[str, list[Report]] = defaultdict(list)
    for report in source.reports:
        if label := source.labels[report.key]:
            by_story[label["story"]].append(report)
    return list(by_story.values())


def _told_of(story: list[Report], source: Labelled, pool: list[str], chance: random.Random) -> list[Report]:
    """The reports of one story, of other films and people, and half of what they say in other words."""
    labels = [label for report in story if (label := source.labels[report.key])]
    films = {name for label in labels for name in (*label["films"], *label["films_mentioned"])}
    people = {name for label in labels for name in label["people"]}
    names = {film: _title(film, chance) for film in films}
    for person in people:
        first, last = chance.choice(_FIRST.split()), _word(chance)
        names |= {person: f"{first} {last}", person.split()[-1]: last}
    tell = _teller(names, pool, chance)
    return [
        replace(
            report,
            title=tell(report.title),
            lead=tell(report.lead),
            emphases=tuple(map(tell, report.emphases)),
            categories=tuple(map(tell, report.categories)),
        )
        for report in story
    ]


def _teller(names: dict[str, str], pool: list[str], chance: random.Random) -> Callable[[str], str]:
    ordered = sorted(names, key=len, reverse=True)
    pattern = re.compile(
        "(" + ("|".join(rf"\b{re.escape(name)}\b" for name in ordered) or r"(?!)") + ")", re.I
    )
    by_key = {name.lower(): new for name, new in names.items()}
    other: dict[str, str] = {}

    def word(found: re.Match[str]) -> str:
        if found[0] not in other:
            new = chance.choice(pool) if chance.random() < CHANGED else found[0]
            other[found[0]] = new.capitalize() if found[0][0].isupper() else new
        return other[found[0]]

    def tell(text: str) -> str:
        pieces = pattern.split(text)
        return "".join(
            by_key[piece.lower()] if place % 2 else _LONG.sub(word, piece)
            for place, piece in enumerate(pieces)
        )

    return tell


def _title(film: str, chance: random.Random) -> str:
    words = film.split()
    new = [chance.choice(_TITLES.split()) if n % 2 else _word(chance) for n in range(min(len(words), 3))]
    return " ".join(new) + (f" {words[-1]}" if words[-1].isdigit() and len(words) > 1 else "")


def _word(chance: random.Random) -> str:
    return "".join(chance.sample(_SYLLABLES.split(), 2)).capitalize()
