"""What the reports of one story know together: its films, its people, its kind of news.

A headline that hides the title, a nickname, a bare surname: the other outlets say what is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import chain
from typing import NamedTuple

from reader.patterns import late
from reader.stories.beats import Beat, Verdict, decide, pooled
from reader.stories.charts import of_weekend
from reader.stories.films.around import NTHS
from reader.stories.films.remakes import without_first
from reader.stories.films.subjects import ASIDE, of_none
from reader.stories.films.titles import TELLING, numbered
from reader.stories.names import Named, Names, at_last
from reader.stories.openers import held, opening
from reader.stories.phrases import said
from reader.stories.prizes import first_won, of_prize
from reader.stories.report import Report
from reader.stories.reshuffles import moved_too
from reader.stories.slips import misspelt
from reader.stories.terms import AT_HAND, stem, usual
from reader.stories.words import FRANCHISES, STOP

MOST, SOME, NAMED_BY_MOST = 0.5, 0.34, 0.7
FEW = 3
"""So few reports prove nothing but by all of them."""
COMPANIONS = 12
NOT_IN_HEAD = 1 << 16
"""Where a film stands that the headline does not name: behind those that it does."""
_BESIDE_NAME = late(rf"^untitled (?:{'|'.join(filter(None, NTHS.values()))})?|^the | (?:\d\d?|film|sequel)$")
"""What a film may be called without: its article, its number, that it has no title."""
WINNERS = frozenset({"box-office", "awards", "festival"})
"""News of several films at once: one that a third of the outlets lead with counts."""


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
    whole = _whole(reports, named, verdicts, beats, names)
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


class _Whole(NamedTuple):
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


def _whole(
    reports: Sequence[Report], named: Sequence[Named], verdicts: Sequence[Verdict], beats: Sequence[Beat],
    names: Names,
) -> _Whole:  # fmt: skip
    named = _in_full(_titled(_as_spelt(named, names)), names)
    kind = Counter(beat.name for beat in beats).most_common(1)[0][0]
    if kind in ASIDE:
        named = [
            one._replace(films=()) if at_last(one) and decide(verdict).name not in ASIDE else one
            for one, verdict in zip(named, verdicts, strict=True)
        ]
    named = _by_one_name(named, names) if kind not in WINNERS else _well_spelt(named, names)
    named = named if kind in _OF_FIRSTS else _continuing(reports, named)
    if kind == "box-office":
        named = _in_full(named, names, {m.key for one in named for m in one.mentions})
    films, all_of_them = _shared(named, kind)
    films = without_first(names.titles, films)
    old: Collection[str] = ()
    if kind == "box-office":
        weekend, old = of_weekend(films, reports, [one.mentions for one in named])
        films = [film for film in weekend if not any(film != one and covers(one, film) for one in films)]
        all_of_them = set(films)
    lone = kind in ASIDE and len(named) > 1 == sum(bool(one.films) for one in named)
    led = {m.key for one in named for m in one.mentions if m.where == "title" and m.sure}
    return _Whole(kind, named, films, all_of_them, lone, led, old)


def _about(report: Report, one: Named, beat: str, whole: _Whole, names: Names) -> tuple[str, ...]:
    """The films that one report of a story is about."""
    none = of_none(one.mentions, beat, report) or names.apart(one.mentions, report)
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
        return (*own, *(film for film in moved_too(report, one, whole.led) if film not in own))
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


def _in_full(named: Sequence[Named], names: Names, spoken: Collection[str] = ()) -> Sequence[Named]:
    """Let a film that some reports call by its first words alone be the one that others name in full.

    `spoken`: films that are told of beside those that the reports are about.
    """
    films = {film for one in named for film in one.films}.union(spoken)
    longer = {film: [other for other in films if names.subtitled(other, film)] for film in films}
    whole = {film: found[0] for film, found in longer.items() if len(found) == 1}
    both = [{m.key for m in one.mentions} for one in named] if spoken and whole else ()
    whole = {film: full for film, full in whole.items() if not any({film, full} <= each for each in both)}
    if not whole:
        return named
    return [_as(one, whole) for one in named]


def _as_spelt(named: Sequence[Named], names: Names) -> Sequence[Named]:
    """Let whom one report alone names, and hardly any other ever did, be whom others name nearly so."""
    spoken = Counter(person for one in named for person in set(one.people))
    if len(named) < 2 or not any(number == 1 for number in spoken.values()):
        return named
    found = []
    for one in named:
        others = [person for person in spoken if person not in one.people]
        slips = {person: names.people.meant(person, others) for person in one.people if spoken[person] == 1}
        people = tuple(dict.fromkeys(slips.get(person, person) for person in one.people))
        found.append(one._replace(people=people))
    return found


def _titled(named: Sequence[Named]) -> Sequence[Named]:
    """Let a project that some reports know no title of be the film that others name."""
    films = Counter(film for one in named for film in set(one.films))
    nameless = [film for film in films if film.startswith("untitled ")]
    others = [film for film in films if film not in nameless and not any(f" {film} " in f for f in nameless)]
    if not nameless or len(others) > 1:
        return named
    if not others or (films[others[0]] == 1 and numbered(others[0])[1]):
        if sum(films[film] for film in nameless) == 1:
            return named
        full = max(nameless, key=len)  # one outlet's number is no title yet
        return [
            _as(one, {film: full for film in (*nameless, *others) if _in_short(full, film)}) for one in named
        ]
    people = {person for one in named if others[0] in one.films for person in one.people}
    same = [film for film in nameless if _is_of(film, people)]
    return [_as(one, dict.fromkeys(same, others[0])) for one in named]


_OF_FIRSTS = WINNERS | {"review", "list", "obituary", "interview"}
"""News in which a film and what continues it are told of side by side."""
_CONTINUES = frozenset(
    {"sequel", "follow", "followup", "second", "third", "threequel", "recast", "recasting"}
)
"""What a report says of a film that it only calls by the one before it."""


def _continuing(reports: Sequence[Report], named: Sequence[Named]) -> Sequence[Named]:
    """Let the first film be its sequel where others name that, and most have words for it: the follow-up."""
    told = {m.key for one in named for m in one.mentions if m.sure and m.where != "tag"}
    sequels = {numbered(key)[0]: key for key in sorted(told) if numbered(key)[1]}
    firsts = [
        report for report, one in zip(reports, named, strict=True) if not sequels.keys().isdisjoint(one.films)
    ]
    continuing = [each for each in firsts if not _CONTINUES.isdisjoint(said(each.title) | said(each.lead))]
    if not firsts or 2 * len(continuing) < len(firsts):
        return named
    return [
        one._replace(films=tuple(dict.fromkeys(sequels.get(film, film) for film in one.films)))
        for one in named
    ]


def _is_of(project: str, people: Collection[str]) -> bool:
    """Tell whether a project known by who makes it may be a film with these people, if they are named."""
    maker = project.removeprefix("untitled ").removesuffix(" project")
    return not (project.endswith(" project") and people) or maker in people


def _in_short(full: str, film: str) -> bool:
    """Tell whether a sequel without a title is called by fewer words of the first’s title, or a number."""
    first, short = full.removesuffix(" sequel"), film.removesuffix(" sequel").removeprefix("untitled ")
    base, number = numbered(short)
    return first != full and number in (0, 2) and f"{first} ".startswith(f"untitled {base} ")


def _by_one_name(named: Sequence[Named], names: Names) -> Sequence[Named]:
    """Let a title that one outlet alone prints be the film of the others: a translation, a slip of the pen.

    Where the people are the same, or its tags say so.
    """
    spoken = Counter(key for one in named for key in {m.key for m in one.mentions})
    found = []
    for one in named:
        others = Counter(each.films[0] for each in named if each.films and each.films != one.films)
        film = others.most_common(1)[0][0] if len(one.films) == 1 and others else ""
        if (
            not film
            or spoken[one.films[0]] > 1
            or any(m.key == film for m in one.mentions if m.where != "tag")
        ):
            found.append(one)
            continue
        mine = names.titles.known.get(one.films[0])
        people = {person for each in named if film in each.films for person in each.people}
        tagged = any(m.key == film for m in one.mentions)
        told = tagged or misspelt(one.films[0], film)
        told = told or (others[film] > 1 and len(people & set(one.people)) > 1)
        same = told and mine is not None and len(mine.outlets) == 1
        found.append(_as(one, {one.films[0]: film}) if same else one)
    return found


def _well_spelt(named: Sequence[Named], names: Names) -> Sequence[Named]:
    """Let a title that one outlet alone prints, and misspells, be the film that several others name."""
    films = Counter(key for one in named for key in {m.key for m in one.mentions})
    usual = [film for film, times in films.items() if times > 1]
    slips = {
        film: meant
        for film, times in films.items()
        if times == 1 and (mine := names.titles.known.get(film)) and len(mine.outlets) == 1
        for meant in usual
        if misspelt(film, meant)
    }
    return [_as(one, slips) for one in named] if slips else named


def _as(one: Named, whole: Mapping[str, str]) -> Named:
    return one._replace(
        films=tuple(dict.fromkeys(whole.get(film, film) for film in one.films)),
        mentions=tuple(m._replace(key=whole.get(m.key, m.key)) for m in one.mentions),
    )


def _shared(named: Sequence[Named], beat: str) -> tuple[list[str], set[str]]:
    """The films a story is about, and those of most reports; at the box office also those that most name."""
    told = [one.films for one in named if one.films]
    count = Counter(film for films in told for film in films)
    if beat in ("box-office", "awards") and len(named) > 1:
        led = {m.key for one in named for m in one.mentions if m.where != "lead" and not m.credit}
        spoken = Counter(key for one in named for key in {m.key for m in one.mentions if not m.credit})
        enough = max(NAMED_BY_MOST * len(named), min(len(named), FEW) if beat == "awards" else 0)
        count.update({film: len(named) for film, n in spoken.items() if film in led and n >= enough})
    least = (SOME if beat in WINNERS else MOST) * len(told)
    alone = len(named) == 1 or (len(told) == 1 and beat not in WINNERS)
    found = [film for film, number in count.most_common() if number >= least and (number > 1 or alone)]
    return found, {film for film in found if count[film] >= MOST * len(told)}


def _of_chart(report: Report, one: Named, whole: _Whole) -> tuple[str, ...]:
    """The films of a weekend that a report names, and others that its own headline says open in it."""
    named = {m.key for m in one.mentions}
    old = {key for key, was in held(report, one.mentions) if was}
    new = [key for key in opening(report, one.mentions) if key not in old]
    films, there = whole.films, old.union(whole.held)
    head = [m.key for m in one.mentions if m.where == "title" and m.sure and not (m.credit or m.key in there)]
    told = [film for film in films if film in named or _tells_of(report, film)]
    found = [key for key in [*head, *sorted(new)] if key not in FRANCHISES]
    more = [key for key in found if told and not any(covers(f, key) for f in films)]
    return tuple(dict.fromkeys([*told, *more]))


def _tells_of(report: Report, film: str) -> bool:
    """Tell whether a report has a word of a title by which it may call the film."""
    spoken = (said(report.title) | said(report.lead)) - STOP
    return not spoken.isdisjoint(_telling(film))


def _telling(film: str) -> Iterator[str]:
    """The words of a title by which a report may call a film: the first, and those that tell."""
    words = film.removeprefix("the ").split()
    yield words[0]
    yield from (word for word in words if len(word) >= TELLING and stem(word) not in usual())


def _own(one: Named, films: Sequence[str], of_all: Collection[str], names: Names) -> tuple[str, ...]:
    """A report's films: what the story agrees on, and what its own headline adds to that."""
    if not films:
        return one.films
    head = {m.key for m in one.mentions if m.where == "title" and (m.sure or names.titles.usual(m.key))}
    told = [film for film in one.films if film in head]
    also = {m.key for m in one.mentions if m.where == "lead" and not m.credit and m.key in films}
    if told and not also and not any(covers(whole, film) for film in told for whole in films):
        return tuple(told)  # it tells of another film than the others do
    added = [film for film in one.films if film in head and not any(covers(whole, film) for whole in films)]
    mine = [film for film in films if film in of_all or film in one.films]
    placed = {m.key: m.start for m in reversed(one.mentions) if m.where == "title"}
    own = dict.fromkeys([*mine, *added])
    return tuple(sorted(own, key=lambda film: placed.get(film, NOT_IN_HEAD)))


def covers(whole: str, part: str) -> bool:
    """Tell whether one title is the short or numbered form of another: Dune 3, Avatar, The Bone Temple."""
    return f" {_in_short_form(part)} " in f" {whole} "


@lru_cache(AT_HAND)
def _in_short_form(film: str) -> str:
    return _BESIDE_NAME.sub("", film)
