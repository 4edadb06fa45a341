"""What the reports of one story know together: its films, its people, its kind of news.

A headline that hides the title, a nickname, a bare surname: the other outlets say what is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import chain
from typing import NamedTuple

from reader.patterns import late
from reader.stories.box_office.openings import held, marked, opening
from reader.stories.box_office.weekend import of_weekend
from reader.stories.calendar_changes import also_moved
from reader.stories.films.about_no_film import about_no_film
from reader.stories.films.context import NTHS
from reader.stories.films.mentions import each_once
from reader.stories.films.remakes import without_first
from reader.stories.films.subjects import ASIDE
from reader.stories.films.title import numbered
from reader.stories.films.titles import TELLING
from reader.stories.kinds.beats import Beat, Verdict, decide, pooled
from reader.stories.language.terms import AT_HAND, stem, usual
from reader.stories.language.tokens import word_set
from reader.stories.language.word_lists import FRANCHISES, STOP
from reader.stories.names import Named, Names, named_late_only
from reader.stories.prizes import first_won, of_prize
from reader.stories.report import Report
from reader.stories.story_aliases import (
    as_sequels,
    expand_short_titles,
    merge_lone_titles,
    merge_misspelt_people,
    merge_misspelt_titles,
    name_projects,
)

MOST, SOME, NAMED_BY_MOST = 0.5, 0.34, 0.7
"""Shares of the reports of a story that make a film its own: that lead with it, in news of one film and of
several; that name it at all."""
FEW = 3
"""So few reports prove nothing but by all of them."""
COMPANIONS = 12
"""So many people named most often, in a story and with a film, may be meant by a surname in it."""
NOT_IN_HEAD = 1 << 16
"""Where a film stands that the headline does not name: behind those that it does."""
_BESIDE_NAME = late(rf"^untitled (?:{'|'.join(filter(None, NTHS.values()))})?|^the | (?:\d\d?|film|sequel)$")
"""What a film may be called without: its article, its number, that it has no title."""
WINNERS = frozenset({"box-office", "awards", "festival"})
"""News of several films at once: one that a third of the outlets lead with counts."""
OF_FIRSTS = WINNERS | {"review", "list", "obituary", "interview"}
"""News in which a film and what continues it are told of side by side."""


class Reading(NamedTuple):
    """What one report is about, in the light of its story."""

    films: tuple[str, ...]
    mentioned: tuple[str, ...]
    people: tuple[str, ...]
    beat: Beat


def read(
    reports: Sequence[Report], named: Sequence[Named], verdicts: Sequence[Verdict], names: Names
) -> list[Reading]:
    """Read the reports of one story together."""
    together = pooled(verdicts)
    beats = [decide(verdict, together) for verdict in verdicts]
    whole = _story(reports, named, verdicts, beats, names)
    spoken = Counter(person for one in whole.named for person in one.people)
    near = [person for person, _ in spoken.most_common(COMPANIONS)]
    beside = cache(partial(names.companions, limit=COMPANIONS))
    for film in whole.films:
        near += beside(film)
    readings = []
    for report, one, beat in zip(reports, whole.named, beats, strict=True):
        own = _about(report, one, beat.name, whole, names)
        further = names.people.by_surname(report, *one.places, chain(near, *map(beside, own)), one.people)
        people = tuple(dict.fromkeys((*one.people, *further)))
        own = tuple(without_first(names.titles, own, whole.films))
        passing = tuple(dict.fromkeys(m.key for m in one.mentions if m.key not in own))
        readings.append(Reading(own, passing, people, beat))
    return readings


class _Story(NamedTuple):
    """A story as a whole: its kind, what its reports name, its films and those that all of it is about."""

    kind: str
    named: Sequence[Named]
    films: list[str]
    all_of_them: Collection[str]
    lone: bool
    """It is an aside, and one report alone has a film."""
    led: Collection[str]
    """What its headlines print as titles."""
    held: Collection[str]
    """Of a weekend: the films that were there before."""


def _story(
    reports: Sequence[Report], named: Sequence[Named], verdicts: Sequence[Verdict], beats: Sequence[Beat],
    names: Names,
) -> _Story:  # fmt: skip
    named = expand_short_titles(name_projects(merge_misspelt_people(named, names), names), names)
    kind = Counter(beat.name for beat in beats).most_common(1)[0][0]
    if kind in ASIDE:
        named = [
            one._replace(films=()) if named_late_only(one) and decide(verdict).name not in ASIDE else one
            for one, verdict in zip(named, verdicts, strict=True)
        ]
    named = merge_lone_titles(named, names) if kind not in WINNERS else merge_misspelt_titles(named, names)
    named = named if kind in OF_FIRSTS else as_sequels(reports, named)
    if kind == "box-office":
        named = expand_short_titles(named, names, {m.key for one in named for m in one.mentions})
    films, all_of_them = _shared(named, kind)
    films = without_first(names.titles, films)
    old: Collection[str] = ()
    if kind == "box-office":
        weekend, old = of_weekend(films, reports, [one.mentions for one in named])
        films = [film for film in weekend if not any(film != one and covers(one, film) for one in films)]
        all_of_them = set(films)
    lone = kind in ASIDE and len(named) > 1 == sum(bool(one.films) for one in named)
    led = {m.key for one in named for m in one.mentions if m.where == "title" and m.sure}
    return _Story(kind, named, films, all_of_them, lone, led, old)


def _about(report: Report, one: Named, beat: str, whole: _Story, names: Names) -> tuple[str, ...]:
    """The films that one report of a story is about."""
    none = about_no_film(one.mentions, beat, report) or names.apart(one.mentions, report)
    own = () if none else _own(one, whole.films, whole.all_of_them, names)
    if whole.lone and not one.films:
        own = tuple(film for film in own if _tells_of(report, film))
    if none or beat != whole.kind:
        return own
    if beat == "awards":
        shared = [film for film in whole.films if film in whole.all_of_them]
        won = of_prize(report, one, shared) or _local(one, whole.named, whole.films)
        return won or first_won(report.lead, one, whole.films) or _spoken(one, own)
    if beat == "release-date" and own:
        return (*own, *(film for film in also_moved(report, one, whole.led) if film not in own))
    first = [film for film in whole.films if not numbered(film)[1]]
    if beat == "box-office" and not {f"untitled {film} sequel" for film in first}.isdisjoint(one.films):
        return one.films  # what is to come of a hit
    if beat == "box-office" and whole.films:
        return _of_chart(report, one, whole) or one.films
    return own


def _local(one: Named, named: Sequence[Named], films: Collection[str]) -> tuple[str, ...]:
    """The films of a report that names none of its story’s, where others name them, too: what won at home."""
    if any(m.key in films for m in one.mentions):
        return ()
    spoken = {m.key for other in named if other is not one for m in other.mentions}
    return tuple(film for film in one.films if film in spoken)


def _spoken(one: Named, films: Sequence[str]) -> tuple[str, ...]:
    """Those of a story’s films that a report of prizes names; all where it names no film."""
    told = {m.key for m in one.mentions}
    return tuple(film for film in films if not told or film in told)


def _shared(named: Sequence[Named], beat: str) -> tuple[list[str], set[str]]:
    """The films a story is about, and those of most reports; at the box office also those that most name."""
    told = [one.films for one in named if one.films]
    count = Counter(film for films in told for film in films)
    if beat in ("box-office", "awards") and len(named) > 1:
        led = {m.key for one in named for m in one.mentions if m.where != "lead" and not m.passing}
        spoken = Counter(key for one in named for key in each_once(m for m in one.mentions if not m.passing))
        enough = max(NAMED_BY_MOST * len(named), min(len(named), FEW) if beat == "awards" else 0)
        count.update({film: len(named) for film, n in spoken.items() if film in led and n >= enough})
    least = (SOME if beat in WINNERS else MOST) * len(told)
    alone = len(named) == 1 or (len(told) == 1 and beat not in WINNERS)
    found = [film for film, number in count.most_common() if number >= least and (number > 1 or alone)]
    return found, {film for film in found if count[film] >= MOST * len(told)}


def _of_chart(report: Report, one: Named, whole: _Story) -> tuple[str, ...]:
    """The films of a weekend that a report names, and others that its own headline says open in it."""
    named = {m.key for m in one.mentions}
    old = {key for key, was in held(report, one.mentions) if was}
    opened = opening(report, one.mentions) | marked(report, one.mentions)
    new = [key for key in opened if key not in old]
    films, there = whole.films, old.union(whole.held)
    head = [
        m.key
        for m in one.mentions
        if m.where == "title" and (m.sure or m.key in one.films) and not (m.passing or m.key in there)
    ]
    told = [film for film in films if film in named or _tells_of(report, film)]
    found = [key for key in [*head, *sorted(new)] if key not in FRANCHISES]
    more = [key for key in found if told and not any(covers(f, key) for f in films)]
    return tuple(dict.fromkeys([*told, *more]))


def _tells_of(report: Report, film: str) -> bool:
    """Tell whether a report has a word of a title by which it may call the film."""
    spoken = (word_set(report.title) | word_set(report.lead)) - STOP
    return not spoken.isdisjoint(_telling(film))


def _telling(film: str) -> Iterator[str]:
    """The words of a title by which a report may call a film: its only one, or those that tell."""
    words = film.removeprefix("the ").split()
    yield from words if len(words) == 1 else ()
    yield from (word for word in words if len(word) >= TELLING and stem(word) not in usual())


def _own(one: Named, films: Sequence[str], of_all: Collection[str], names: Names) -> tuple[str, ...]:
    """A report's films: what the story agrees on, and what its own headline adds to that."""
    if not films:
        return one.films
    head = {m.key for m in one.mentions if m.where == "title" and (m.sure or names.titles.usual(m.key))}
    told = [film for film in one.films if film in head]
    also = {m.key for m in one.mentions if m.where == "lead" and not m.passing and m.key in films}
    if told and not also and not any(covers(whole, film) for film in told for whole in films):
        return tuple(told)  # it tells of another film than the others do
    added = [film for film in one.films if film in head and not any(covers(whole, film) for whole in films)]
    mine = [film for film in films if film in of_all or film in one.films]
    spoken = {m.key for m in one.mentions}
    mine = [film for film in mine if film in spoken or film in one.films] if spoken & set(mine) else mine
    placed = {m.key: m.start for m in reversed(one.mentions) if m.where == "title"}
    own = dict.fromkeys([*mine, *added])
    return tuple(sorted(own, key=lambda film: placed.get(film, NOT_IN_HEAD)))


def covers(whole: str, part: str) -> bool:
    """Tell whether one title is the short or numbered form of another: Dune 3, Avatar, The Bone Temple."""
    return f" {_in_short_form(part)} " in f" {whole} "


@lru_cache(AT_HAND)
def _in_short_form(film: str) -> str:
    return _BESIDE_NAME.sub("", film)
