"""Projects without a title: known by who makes them, until they are given one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from reader.patterns import late
from reader.stories.films.canonical import canonical
from reader.stories.films.context import CAPITAL, UNTITLED
from reader.stories.films.in_turn import meant, project_of
from reader.stories.films.mentions import Mention
from reader.stories.films.nameless import WORDS, nameless
from reader.stories.films.titles import Titles
from reader.stories.language.tokens import key_of, tokens, word_set
from reader.stories.people.people import People
from reader.stories.report import Report

_NAMED = late(
    r"\b(?:previously|formerly|hitherto|until now|once|long)[- ]untitled\b|\buntitled no (?:more|longer)\b|"
    r"\bno longer untitled\b|\b(?:gets?|got|has|finds?|given|reveals?|acquires?d?|lands?|landed|picks up|"
    r"picked up|receive[sd]|earn(?:s|ed)|settle[sd] on|christened|unveils?) "
    r"(?:(?:an?|its|the) (?:\w+ ){0,2})?"
    r"(?:title|name)\b|\bannounced without a (?:title|name)\b|\b(?:has|have) named\b|"
    r"\b(?:film|movie|project|drama|thriller|comedy|feature) titled\.|"
    r"\b(?:known as|called) [“«\"‘']?untitled\b|"
    r"(?<!yet )(?<!still )\b(?:is|was|will be|to be|we[’']re to) (?:now )?(?:call|titled|named|called)\b"
    r"(?! (?:as )?(?:(?:the|our|a) )?(?:(?:new|next) )?(?:james )?(?:bond|007)\b)|"
    r"\b(?:film|movie|drama|next|project|thriller|comedy|feature) (?:is )?(?:now )?(?:named|titled|called)\b|"
    r"\b(?:film|movie|drama|next|project|thriller|comedy|feature|picture) "
    r"(?:(?:with|from|by) (?:[\w’'.-]+ ){1,3})?"
    r"(?:becomes|retitled|titled|named|called)\b"
)
"""Said where a project is given its title."""
_NOT_NAMED = late(
    r"(?:n[’']t|\b(?:not|never|nobody|no one|without|before|until|yet|to|could|may|might|soon|when|if|"
    r"declin\w+|refus\w+))(?: (?:yet|ever|even|be|to|have|been|want|say|he|she|they|it))* $"
)
"""Before that: it is given none so far."""
_TITLE_SAID = late(
    r"\b(?:titled|entitled|retitled|called|named|titles?|names?|becomes?|became|christened|dubbed|"
    r"call (?:it|the \w+)|known as)(?: (?:is|of|will be|to be|it is|officially|now|simply|being|it|as)){0,3}"
    r"[:,]? ?(?:the )?[“«\"‘']?$",
    re.I,
)
"""Before a title: it is said to be one."""
_SAID_AFTER = late(
    r"[”»\"’'.,!]* (?:is|becomes?|was|as|confirmed|revealed|announced|officially|chosen)\b"
    r"[^.;]{0,40}\b(?:title|name|called)\b|"
    r"[”»\"’'.,!]* [^.;]{0,40}\b(?:previously|formerly|hitherto|until now|once|long)[- ]untitled\b",
    re.I,
)
"""Behind one."""
_NAME = rf"{CAPITAL}(?:-[^\W\d_]+)?(?: {CAPITAL}(?:-[^\W\d_]+)?){{0,2}}"
_MAKER = late(
    rf"({_NAME}) has (?:an? |another )(?:new )?(?:one|film|movie|project) |"
    rf"({_NAME})[’']s?(?: [\w-]+)? (?i:next|follow-up|new|untitled|upcoming|first|second|third|mystery|"
    rf"mysterious|latest|[a-z]+-language|"
    rf"(?:[\w-]+ ){{1,2}}(?:film|movie|drama|picture|thriller|project|comedy))\b|"
    r"\b(?i:(?:film|movie|feature|drama|thriller|comedy|project|directed) (?:by|from|for)) (?:[a-z-]+ ){0,2}"
    rf"({_NAME})|\b(?i:director|filmmaker|film-maker|helmer|auteur|writer-director|winner) ({_NAME})|"
    rf"\b[Uu]ntitled ({_NAME}) |"
    rf"^({_NAME}) (?i:sets|plots|plans|lines up|readies|preps|unveils|announces|directs|to direct|to shoot)\b"
)
"""Who makes a project."""

_FOR = late(
    rf"\b[Ww]ith ({_NAME}) (?i:for|on) (?:an? |the )?(?i:untitled|unnamed|mystery|secret|as-yet-untitled)\b"
)
"""With whom somebody makes a project: who directs it, where nothing else says."""

_AGENT = frozenset({"bond", "007"})
BOND = "untitled james bond film"
"""The one project that everybody tells of by whom it is about, until it has a title."""
_BOND = late(
    r"\b(?:[Nn]ext|[Nn]ew|NEXT|NEW|[Ff]uture|[Uu]ntitled|[Uu]pcoming) (?:James |JAMES )?(?:Bond|BOND|007)\b"
    r"(?![ -](?:girl|villain|theme|song|book|novel|box|game|series))|"
    r"\b(?:Bond|BOND|007)(?:[’']s)? (?i:26|xxvi|shortlist|race|role|gig|job|casting|auditions?|screen tests?|"
    r"candidates?|contenders?|hopefuls?|search|hunt|reboot|script|chiefs|bosses|favourite|favorite|"
    r"front-?runner)\b|^BOND\b|"
    r"\b(?:relaunch|reboot|revival|restart|reinvention|overhaul) of (?:the )?(?:James )?(?:Bond|007)\b|"
    r"\b(?:Bond|007) (?:will|to) (?:return|be back)\b|"
    r"(?<!Craig)(?<!Brosnan)(?<!Connery)(?<!Moore)(?<!Dalton)(?<!Lazenby)(?<!Fleming)[’']s? (?:James )?Bond\b"
    r"(?! (?:films|movies|era|girl|song|theme|novel|book|years|villain|exit|run|tenure))|"
    r"(?i:\b(?:announc|cast|nam|confirm|unveil|reveal|pick|chos|choos|sign|tap)(?:e?s|e|ed|en|ing|ped)?)"
    r"(?:(?! (?i:former|late|once)\b)[^.;:]){1,60} (?i:as|in the role of|to play|to be) (?:the )?"
    r"(?:James Bond|JAMES BOND|007)\b(?![’'])|"
    r"\b(?:first|debut) (?:\w+ )?(?:outing|film|turn|appearance|adventure) as (?:James Bond|Bond|007)\b|"
    r"^[\w’. -]{3,40} (?i:is|as) (?:JAMES BOND|James Bond|007)[.!]?$"
)


_NTH = late(r"\b(\d\d)(?:st|nd|rd|th) (?:official )?(?:James )?(?:Bond|007)\b|\b(?:Bond|BOND) (\d\d)\b")
"""Which one of the films of James Bond it is."""


def nth_bond(report: Report) -> str:
    """What the next film of James Bond goes by where a report counts it; empty where it does not."""
    for text in (report.title, report.lead):
        if not _AGENT.isdisjoint(word_set(text)) and (match := _NTH.search(text)):
            return f"bond {match[1] or match[2]}"
    return ""


_SOMEBODYS_NEXT = late(
    r"[’']s? (?:[\w-]+ )?(?:[Nn]ext|[Nn]ew|[Ss]econd|[Ss]ophomore) (?:[\w-]+ )?"
    r"(?:[Ff]ilm|[Mm]ovie|[Ff]eature|[Pp]roject|[Pp]icture|[Tt]hriller|[Dd]rama|[Cc]omedy)\b"
)
"""In a headline: what is only called whose next it is."""


def mentions(
    report: Report, people: People, named: Iterable[str] = (), *, alone: bool = False
) -> Iterator[Mention]:
    """The projects without a title that a report tells of.

    `named`: whom it names. `alone`: it names no film.
    """
    found = False
    for text, where in ((report.title, "title"), (report.lead, "lead")):
        if bond := _bond(text):
            found = True
            yield Mention(BOND, bond[0], where, bond.start(), True)
        for match in UNTITLED.finditer(text) if "ntitled " in text else ():
            person = people.same(key_of(match[1]))
            if people.is_person(person):
                found = True
                yield Mention(project_of(person), match[0], where, match.start(), True)
    for category in report.categories if not found else ():
        if project := _filed(category, people):
            found = True
            yield Mention(project, category, "project", 0, True)
    if not found and (nameless(report) or (alone and _SOMEBODYS_NEXT.search(report.title))):
        for person in makers(report, named)[:1]:
            yield Mention(project_of(person), "", "project", 0, True)


def _filed(category: str, people: People) -> str:
    """The project that a tag names: Untitled Ann Mull film; empty where it names none."""
    words = key_of(category).split()
    if words[:1] != ["untitled"] or words[-1] not in _CALLED_SO:
        return ""
    if not _AGENT.isdisjoint(words):
        return BOND
    person = people.same(" ".join(words[1:-1]))
    return project_of(person) if people.is_person(person) else ""


_CALLED_SO = frozenset({"film", "movie", "project", "feature"})


def _bond(text: str) -> re.Match[str] | None:
    """Where a text tells of the next film of James Bond."""
    return None if _AGENT.isdisjoint(word_set(text)) else _BOND.search(text)


def named_now(report: Report) -> bool:
    """Tell whether a report says that what it tells of is given a title."""
    spoken = tokens(report.title).keys + tokens(report.lead).keys
    return not WORDS.isdisjoint(spoken) and _is_named(f"{report.title}. {report.lead}")


def _is_named(text: str) -> bool:
    told = text.lower()
    return any(
        not _NOT_NAMED.search(told, max(0, each.start() - 40), each.start()) for each in _NAMED.finditer(told)
    )


def is_said_title(report: Report, mention: Mention) -> bool:
    """Tell whether a report says of a film's title that it is one: beside it, or as all its news."""
    text = report.title if mention.where == "title" else report.lead
    start, end = mention.start, mention.start + len(mention.surface)
    if mention.where == "lead" and _is_named(f"{report.title}. "):
        return True
    return bool(_TITLE_SAID.search(text, max(0, start - 60), start) or _SAID_AFTER.match(text, end))


def makers(report: Report, named: Iterable[str]) -> list[str]:
    """Those of the people named whose project a report tells of."""
    texts = (report.title, report.lead)
    spoken = [key_of(next(filter(None, m.groups()))) for text in texts for m in _MAKER.finditer(text)]
    spoken += [key_of(match[1]) for match in _FOR.finditer(report.title) if "ith " in report.title]
    known = list(named)
    return [key for name in spoken for key in _ending(name, known) or _ending(name, known, surname=True)]


_OF_PROJECTS = frozenset({"casting", "production", "announcement", "release-date", "other"})
"""Kinds of news that may be of a film without a title so far."""


def titled_since(titles: Titles, report: Report, people: Collection[str], beat: str) -> str | None:
    """The film that a report can only call somebody’s next, where that was given a title since.

    Whoever else tells of it is named, too, or the report says whose film it is.
    """
    found = set()
    for person in people if beat in _OF_PROJECTS else ():
        project = meant(titles, project_of(person), report.published)
        film = titles.renamed.get(project, project)
        title = titles.known.get(film)
        beside = title and any(title.beside[one] for one in people if one != person)
        if title and (beside or person in makers(report, people)):
            found.add(canonical(titles, film))
    return found.pop() if len(found) == 1 else None


def of_makers(report: Report, named: Iterable[str]) -> list[str]:
    """The project that a report tells of by whoever makes it; none where it does not say who does."""
    return list(map(project_of, makers(report, named)[:1]))


def _ending(name: str, known: Iterable[str], *, surname: bool = False) -> list[str]:
    """Those of the people known with whose name some words end: with all of it, or only the surname."""
    return [key for key in known if f" {name}".endswith(f" {key.split()[-1] if surname else key}")]


def titled(report: Report, named: Sequence[str]) -> tuple[list[str], list[str]]:
    """The keys of projects that a report gives a title to: of whoever makes what it tells of.

    And of whom it names: those are given it only where they were told of before and are still without one.
    """
    if not named_now(report):
        return [], []
    bond = [BOND] if _bond(report.title) or _bond(report.lead) else []
    return [*map(project_of, makers(report, named)), *bond], list(map(project_of, named))
