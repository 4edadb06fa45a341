"""One film by one name: what the reports of a story call it, in short, misspelt, by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from reader.stories.films.aliases_in_report import subtitled
from reader.stories.films.in_turn import maker_of
from reader.stories.films.mentions import each_once
from reader.stories.films.title import numbered
from reader.stories.language.misspellings import misspelt
from reader.stories.language.tokens import word_set
from reader.stories.names import Named, Names
from reader.stories.report import Report


def expand_short_titles(
    named: Sequence[Named], names: Names, spoken: Collection[str] = ()
) -> Sequence[Named]:
    """Let a film that some reports call by its first words alone be the one that others name in full.

    `spoken`: films that are told of beside those that the reports are about.
    """
    films = {film for one in named for film in one.films}.union(spoken)
    longer = {film: [other for other in films if subtitled(names.titles, other, film)] for film in films}
    whole = {film: found[0] for film, found in longer.items() if len(found) == 1}
    both = [{m.key for m in one.mentions} for one in named] if spoken and whole else ()
    whole = {film: full for film, full in whole.items() if not any({film, full} <= each for each in both)}
    if not whole:
        return named
    return [_as(one, whole) for one in named]


def merge_misspelt_people(named: Sequence[Named], names: Names) -> Sequence[Named]:
    """Let whom one report alone names, and hardly any other ever did, be whom others name nearly so."""
    spoken = Counter(person for one in named for person in dict.fromkeys(one.people))
    if len(named) < 2 or not any(number == 1 for number in spoken.values()):
        return named
    found = []
    for one in named:
        others = [person for person in spoken if person not in one.people]
        slips = {person: names.people.meant(person, others) for person in one.people if spoken[person] == 1}
        people = tuple(dict.fromkeys(slips.get(person, person) for person in one.people))
        found.append(one._replace(people=people))
    return found


def name_projects(named: Sequence[Named], names: Names) -> Sequence[Named]:
    """Let a project that some reports know no title of be the film that others name."""
    films = Counter(film for one in named for film in dict.fromkeys(one.films))
    nameless = [film for film in films if film.startswith("untitled ")]
    others = [film for film in films if film not in nameless and not any(f" {film} " in f for f in nameless)]
    if not nameless or len(others) > 1:
        return named
    if not others or (
        numbered(others[0])[1] and (films[others[0]] == 1 or not names.titles.usual(others[0]))
    ):
        if sum(films[film] for film in nameless) == 1:
            return named
        full = max(nameless, key=len)  # one outlet's number is no title yet
        return [
            _as(one, {film: full for film in (*nameless, *others) if _in_short(full, film)}) for one in named
        ]
    if films[others[0]] < sum(bool(one.films) for one in named) - films[others[0]]:
        return named  # one report's film is not what all the others cannot name
    people = {person for one in named if others[0] in one.films for person in one.people}
    same = [film for film in nameless if _is_of(film, people)]
    return [_as(one, dict.fromkeys(same, others[0])) for one in named]


_CONTINUES = frozenset(
    {"sequel", "follow", "followup", "second", "third", "threequel", "recast", "recasting"}
)
"""What a report says of a film that it only calls by the one before it."""


def as_sequels(reports: Sequence[Report], named: Sequence[Named]) -> Sequence[Named]:
    """Let the first film be its sequel where others name that, and most have words for it: the follow-up."""
    told = {m.key for one in named for m in one.mentions if m.sure and m.where != "tag"}
    sequels = {numbered(key)[0]: key for key in sorted(told) if numbered(key)[1]}
    firsts = [
        report for report, one in zip(reports, named, strict=True) if not sequels.keys().isdisjoint(one.films)
    ]
    telling = [
        each for each in firsts if not _CONTINUES.isdisjoint(word_set(each.title) | word_set(each.lead))
    ]
    if not firsts or 2 * len(telling) < len(firsts):
        return named
    return [
        one._replace(films=tuple(dict.fromkeys(sequels.get(film, film) for film in one.films)))
        for one in named
    ]


def _is_of(project: str, people: Collection[str]) -> bool:
    """Tell whether a project known by who makes it may be a film with these people, if they are named."""
    return not (project.endswith(" project") and people) or maker_of(project) in people


def _in_short(full: str, film: str) -> bool:
    """Tell whether a sequel without a title is called by fewer words of the first’s title, or a number."""
    first, short = full.removesuffix(" sequel"), film.removesuffix(" sequel").removeprefix("untitled ")
    base, number = numbered(short)
    return first != full and number in (0, 2) and f"{first} ".startswith(f"untitled {base} ")


def merge_lone_titles(named: Sequence[Named], names: Names) -> Sequence[Named]:
    """Let a title that one outlet alone prints be the film of the others: a translation, a slip of the pen.

    Where the people are the same, or its tags say so.
    """
    spoken = Counter(key for one in named for key in each_once(one.mentions))
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


def merge_misspelt_titles(named: Sequence[Named], names: Names) -> Sequence[Named]:
    """Let a title that one outlet alone prints, and misspells, be the film that several others name."""
    films = Counter(key for one in named for key in each_once(one.mentions))
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
