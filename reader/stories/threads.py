"""Threads: everything about one followed film or person, and which of it is worth telling.

A thread is made of stories, never of likeness: a story belongs to it by what its reports are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise

from reader.patterns import late
from reader.stories.kinds.own_pieces import SECTIONS
from reader.stories.kinds.plot_explainers import explains
from reader.stories.language.spans import quoted, title_case
from reader.stories.language.terms import stem, usual
from reader.stories.language.tokens import Row, key_of, tokens
from reader.stories.language.word_lists import NO_NAME, SMALL, first_names

ASIDE = late(
    r"\b(?:ranked|recap|podcast|explained|explainer|quiz|a guide to|gift guide|round-?up|the week in|"
    r"everything (?:you|we)|"
    r"things that happened|what to (?:watch|stream)|\d+ (?:best|worst|greatest|movies|films|"
    r"things))\b|^(?:every|the best|all the)\b",
    re.I,
)
SEQUEL = late(r"\d|ii|iii|iv|vi|vii|viii|ix|part|chapter|volume")
SERIES = r"\b(?:series|miniseries|sitcom)\b"
TELLING = 4
"""Letters of a word that calls a sequel, with its number."""
OF_MANY = frozenset({"awards", "box-office"})
FEATURED = frozenset({"trailer", "review"})
"""News of a film's own look: whoever a few outlets name with it is in it, or made it."""
STARRING = frozenset({"trailer", "review", "announcement", "casting", "production", "release-date"})


@dataclass(frozen=True, slots=True)
class Follow:
    """What someone follows, by key: the name itself, its other names, who tells a short title from a word."""

    name: str
    kind: str = "topic"
    aliases: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    year: int | None = None
    excludes: tuple[str, ...] = ()

    def keys(self) -> frozenset[str]:
        """Every key this follow answers to; a name without a word has none."""
        return frozenset(filter(None, map(key_of, (self.name, *self.aliases))))


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
    walks = bool(ASIDE.search(report.title)) or explains(report.title)
    return report.beat == "list" or walks or not SECTIONS.isdisjoint(sections)


def belongs(follow: Follow, story: Sequence[Telling]) -> bool:
    """Tell whether a story is told on the timeline of what is followed."""
    told = [report for report in story if not aside(report) and not _other(follow, report)]
    if not told:
        return False
    if follow.kind == "film":
        return _of_film(follow, told)
    if follow.kind == "person":
        return _of_person(follow.keys(), told)
    return any(_said(key, report) for key in sorted(follow.keys()) for report in told)


def concerns(follow: Follow, story: Sequence[Telling]) -> bool:
    """Tell whether a story is about a film, though it may be no news of it: its ending explained."""
    keys = follow.keys() if follow.kind == "film" else frozenset()
    return any(not keys.isdisjoint(report.films) and not _other(follow, report) for report in story)


def mentions(follow: Follow, story: Sequence[Telling]) -> bool:
    """Tell whether a story names in passing what is followed."""
    keys = follow.keys()
    return any(
        not keys.isdisjoint((*report.films, *report.mentioned, *report.people)) or _bare(follow, report)
        for report in story
        if not _other(follow, report)
    )


def _other(follow: Follow, report: Telling) -> bool:
    """Tell whether a report names something that what is followed is not to be mistaken for."""
    if any(_said(key_of(name), report) for name in follow.excludes if key_of(name)):
        return True
    if follow.kind != "film":
        return False
    return _of_another_year(follow, report) or _of_a_series(follow, report)


def _of_a_series(follow: Follow, report: Telling) -> bool:
    """Tell whether a headline is on a series of a film’s name, and none is named whom the film goes with."""
    company = [key_of(name) for name in follow.companions]
    if not company or not any(_serial(name, report.title) for name in (follow.name, *follow.aliases)):
        return False
    return not any(key in report.people or _said(key, report) for key in company if key)


def _serial(name: str, title: str) -> bool:
    told = rf"{re.escape(name)}[”»\"’']?,? (?:\w+ )?{SERIES}|{SERIES},? [“«\"‘']?{re.escape(name)}(?!\w)"
    return re.search(told, title, re.I) is not None


def _of_another_year(follow: Follow, report: Telling) -> bool:
    if follow.year is None:
        return False
    printed = re.compile(rf"{re.escape(follow.name)}[”»\"’']? \((\d{{4}})\)", re.I)
    years = {int(year) for text in (report.title, report.lead) for year in printed.findall(text)}
    return bool(years) and all(abs(year - follow.year) > 1 for year in years)


def _bare(follow: Follow, report: Telling) -> bool:
    """Tell whether a report prints the name: quoted, in full, or beside a companion."""
    beside = {key_of(name) for name in follow.companions}
    known = bool(beside) and any(_said(key, report) for key in sorted(beside))
    for key in sorted(follow.keys()):
        if any(key_of(span.text) == key for text in (report.title, report.lead) for span in quoted(text)):
            return True
        long = len([part for part in key.split() if part not in SMALL]) > 1
        if (long or known) and _said(key, report, alone=True):
            return True
    return False


def _of_film(follow: Follow, told: Sequence[Telling]) -> bool:
    keys = follow.keys()
    company = frozenset(map(key_of, follow.companions))
    subject = sum(
        not keys.isdisjoint(report.films)
        or (_in_head(keys, report) and not company.isdisjoint(report.people))
        for report in told
    )
    if not subject and not any(report.films for report in told):
        taught = [report for report in told if keys.isdisjoint(report.mentioned)]
        subject = sum(_bare(follow, report) for report in taught)  # a title the library does not know
    if 2 * subject >= len(told):
        return True
    if told[0].beat == "announcement":  # of its sequel: news of the first film too
        long = frozenset(key for key in keys if " " in key)  # one word in a headline is no title yet
        continued = sum(
            _named_in_head(follow, each) or _in_head(long, each) or _sequel_of(keys, each) for each in told
        )
        return 2 * continued >= len(told)
    if told[0].beat not in OF_MANY:
        return False
    return subject > 0 or any(_named_in_head(follow, one) or _called_in_head(keys, one) for one in told)


def _sequel_of(keys: frozenset[str], report: Telling) -> bool:
    return any(film.startswith("untitled ") and f" {key} " in film for film in report.films for key in keys)


def _of_person(keys: frozenset[str], told: Sequence[Telling]) -> bool:
    head = partial(_in_head, keys, surname=True)
    named = sum(not keys.isdisjoint(report.people) for report in told)
    if told[0].beat == "awards":
        return 4 * named >= len(told) or any(map(head, told))
    if told[0].beat == "box-office":
        return False
    if told[0].beat in FEATURED and 3 * named >= len(told):
        return True
    if 2 * named < len(told):
        return False
    by_the_way = named == 1 or told[0].beat == "festival"  # one of a programme's many
    return told[0].beat in STARRING or not by_the_way or 3 * sum(map(head, told)) >= len(told)


def _named_in_head(follow: Follow, report: Telling) -> bool:
    """Tell whether a report names a film, and its headline does, if without article, subtitle, most words."""
    keys = follow.keys()
    if keys.isdisjoint((*report.films, *report.mentioned)):
        return False
    short = [key_of(name.split(": ")[0]).removeprefix("the ") for name in (follow.name, *follow.aliases)]
    return _in_head({*keys, *filter(None, short), *chain.from_iterable(map(_numbered, keys))}, report)


def _called_in_head(keys: frozenset[str], report: Telling) -> bool:
    """Tell whether a report names a film that its headline calls by its first word, or by two of it."""
    head, named = f" {key_of(report.title)} ", {*report.films, *report.mentioned}
    for other in sorted(named - keys, key=len, reverse=True):
        head = head.replace(f" {other.removeprefix('the ')} ", " _ ")
    return any(f" {called} " in head for key in keys & named for called in _short(key))


def _short(key: str) -> Iterator[str]:
    """What a title of several words is called in a headline: by a first word that tells, by any two."""
    words = key.removeprefix("the ").split()
    if len(words) > 1 and len(words[0]) >= TELLING and stem(words[0]) not in usual():
        yield words[0]
    yield from (f"{one} {two}" for one, two in pairwise(words) if not {one, two} & SMALL)


def _numbered(key: str) -> list[str]:
    """What headlines make of a sequel's title: one word of it and the number, Kart 2 for Plumbo Kart 2."""
    *words, last = key.split()
    return [f"{word} {last}" for word in words if len(word) >= TELLING] if SEQUEL.fullmatch(last) else []


def _in_head(keys: Iterable[str], report: Telling, *, surname: bool = False) -> bool:
    words = f" {key_of(report.title.replace('’s', '').replace(chr(39) + 's', ''))} "
    return any(f" {key} " in words or (surname and f" {key.split()[-1]} " in words) for key in keys)


def _said(key: str, report: Telling, *, alone: bool = False) -> bool:
    """Tell whether words are said, in order, capital letters where a short name needs them.

    `alone`: as a title that stands alone: with a capital, and no number, part or subtitle behind it.
    """
    parts = tuple(key.split())
    large = [part for part in parts if part not in SMALL]
    for text in (report.title, report.lead):
        row = tokens(text)
        for place in range(len(row) - len(parts) + 1):
            end = place + len(parts)
            if (
                row.keys[place:end] == parts
                and ((len(large) > 1 and not alone) or any(map(str.isupper, _firsts(row, place, end))))
                and not (alone and end < len(row) and _goes_on(text, row, end, head=text is report.title))
            ):
                return True
    return False


def _firsts(row: Row, place: int, end: int) -> list[str]:
    """The first letters of the words of a title, but for those that stay small."""
    spread = range(place, end)
    return [row.texts[at][0] for at in spread if row.keys[at] not in SMALL] or [row.texts[place][0]]


def _goes_on(text: str, row: Row, end: int, *, head: bool) -> bool:
    """Tell whether a number, a part or, in running text, a subtitle behind a title makes it another."""
    between = text[row[end - 1].end : row.starts[end]]
    subtitled = not head and between == ": " and row.texts[end][0].isupper()
    return subtitled or SEQUEL.fullmatch(row.keys[end]) is not None or (head and _named_on(text, row, end))


def _named_on(headline: str, row: Row, end: int) -> bool:
    """Tell whether a headline in small letters goes on with a capital: Kiln Requiem is no Kiln."""
    word, key = row.texts[end], row.keys[end]
    if headline[row[end - 1].end : row.starts[end]] != " " or not word[0].isupper() or word.isupper():
        return False
    return not (title_case(headline) or key in NO_NAME or key in first_names() or stem(key) in usual())
