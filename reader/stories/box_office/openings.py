"""What one report of a weekend says of each film: that it opens, that it held on, that it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.patterns import late
from reader.stories.box_office.weekend_words import FIRST, HELD, HOLDS, OPENS, WEEK
from reader.stories.films.mentions import Mention
from reader.stories.language.terms import TOLD
from reader.stories.language.tokens import key_of
from reader.stories.report import Report

_MANY = 4
"""A lead that tells of so many films is a chart."""
_TO_COME = late(
    r"\b(?:arrives|opens|bows|lands|premieres|debuts|launches|starts)"
    r"(?: (?:on |this |next |in \w+ |wide )*(?:mon|tues|wednes|thurs|fri)day\b| next (?:week|month|frame)\b)"
)
"""Behind a title: it opens in the week to come."""
_PAID_FOR = late(
    r"\bcinemascore\b|\bpreviews\b|\bbudget\w*\b|\bproduction (?:cost|budget)|\bcost(?:s|ing)? (?:\w+ ){0,4}?"
    r"[$£€]|\b(?:per|a)[- ](?:screen|theat(?:er|re)|site|location|venue) average|\b(?:site|screen|"
    r"theat(?:er|re)|"
    r"cinema) average|"
    r"\ban? [$£€][\d.]+ ?(?:m|million|bn|billion)?[ -](?:[\w-]+ ){0,2}?(?:film|movie|feature|picture|romance|"
    r"thriller|drama|comedy|epic|western|musical|sequel|prequel|reboot|remake|adaptation|biopic|fantasy|"
    r"adventure|production|animation|cartoon|tentpole|blockbuster)\b|"
    r"\bon (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:screens|sites)\b|"
    r"\b(?:forecasts?|tracking|projections|expectations|predictions|overperform\w*|underperform\w*)\b"
)
"""Behind a title: what is told of a film when it opens, for want of a drop."""
_NEWCOMERS = late(
    r"\b(?:newcomers?|openers?|new (?:\w+ )?(?:releases?|entr(?:y|ies|ants?)|arrivals?|offerings?|films?|"
    r"movies?|titles?)|debutants?|counter-?programm\w+|debuting|"
    r"new (?:was|were|is|are|this \w+|to the)|other (?:\w+ )?(?:release|debut)|"
    r"(?:making|in|with) (?:its|their) (?:\w+ )?(?:debut|bow|first (?:week(?:end)?|frame)|"
    r"opening (?:week(?:end)?|frame)))\b"
    r"(?:[^.;]|no\.){0,60}$|"
    r"\b(?:the|a) (?:\w+ )?(?:debut|launch|bow|arrival) of (?:[\w’'.&-]+ ){0,4}[“«\"‘']?$|"
    r"\b(?:newcomers|openers|debutants|new (?:\w+ )?(?:releases|entries|entrants|arrivals|films|movies|"
    r"titles))\b(?:[^.;]|\.\d){0,60}$|"
    r"\bnew (?:[\w’'.-]+ ){0,4}?(?:version|adaptation|take|film|movie|comedy|thriller|drama|horror|sequel|"
    r"biopic|"
    r"musical|cartoon|animation|romance|western|documentary|spin-?off|reboot|remake),? (?:(?:of|on|from|"
    r"by) )?(?:[\w’'.-]+ ){0,4}[“«\"‘']?$"
)
_AMONG_NEW = late(
    r"(?:^|[.;!?] )(?:also |then |plus )?(?:(?:two|three|four|five|several|the|other|more) )*"
    r"(?:new(?: (?:this week(?:end)?|in (?:the )?\w+|entries|releases))?|arrivals|newcomers|openers|debuts|"
    r"debutants): "
    r"(?:[^.;]|\.\d)*$|\b(?:debut|launch|opening|bow|start) of the (?:week(?:end)?|frame|session) (?:was|is|"
    r"belong(?:s|ed) to|came from|went to) [^.;]{0,40}$|"
    r"(?:^|[.;!?] )(?:also |further down, )?(?:opening|bowing|debuting|arriving|launching|"
    r"premiering) [^.;]{0,60}? "
    r"(?:was|is|were|are) [^.;]{0,40}$|"
    r"\b(?:among|of) (?:the |this week(?:end)?[’']s )?(?:\w+ )?(?:openers|newcomers|debutants|"
    r"new (?:\w+ )?(?:releases|entries|entrants|arrivals|films|movies|titles))\b(?:[^.;]|\.\d)*$",
    re.I,
)
"""Before a title: the sentence lists what opens."""
_HOLDOVERS = late(r"\b[Hh]oldovers: ")
"""What a list of all that opened ends with."""
_NEXT_TO = late(
    r"\b(?:ahead of|clear of|behind|over|past|beat(?:s|ing)?|edg(?:es|ed|ing)(?: out)?|best(?:s|ed|ing)?|"
    r"than|top(?:s|ped|ping)|out-?\w+(?:s|ed|ing)|(?:after|against|opposite|versus|vs\.?)) "
    r"(?:[\w’'.&-]+ ){0,5}?[“«\"‘']?$"
)
"""Before a title: another film of the weekend, set beside this one."""
_THE_NEW = late(r"\b(?:new|newcomers?|debutante?|opener) (?:[\w’'-]+ ){0,3}[“«\"‘']?$")
"""Before a title: who holds on keeps the new film in second place."""
_YEAR = late(r"\b(?:19|20)\d\d\b")
_RANKS = late(r"(?:^|[.;,] )\d{1,2}[.)] ")
_MARKED_NEW = late(r"\b(?:new|opener|debut)\b", re.I)
"""Where a ranked list marks what is new, the rest is not."""
_ENDS = late(
    r"(?:(?<=[a-z0-9%)’”\"'])|(?<=\d[MBK]))(?<!\b[Nn]o)[.;!?](?:\s|$)|, (?:while|and|as)\b|"
    r", (?=[A-Z][\w’'& ]{1,40} \()|"
    r" (?:behind|ahead of|past) (?:an? |the )?"
    rf"(?:returning|holdovers?|(?:second|third|fourth|fifth|sixth|\d\w\w) {WEEK})\b"
)
_REST = late(
    r"\bholdovers?:? [^.]*$|\b(?:the rest|others|completing the (?:chart|(?:top )?ten)|"
    r"rounding out the (?:chart|(?:top )?ten|list)): [^.]*$"
)
"""Before the first of those that were there before."""
_TO_NEXT = late(
    r"[,;:]? (?:(?:fellow|the|its|also|rival) )*(?:new(?:comers?|bies?)?|openers?|debutante?s?|"
    r"new (?:release|entry|entrant|arrival|film|movie)|holdovers?|former champ\w*) [“«\"‘']?$|"
    r",? (?:and|with|behind|ahead of|past|over|against|then|followed by|just|close|right|"
    r"in front of) [^.;,]{0,60}$"
)
"""What leads from one film to the next: it is said of that."""
_WITH = late(r"[”»\"’']* with [$£€]")
_CHAMPION = late(
    r"\b(?:former|reigning|defending|deposed|[\w-]+-time|last (?:week|weekend|"
    r"frame)[’']s) (?:box[- ]office )?"
    r"(?:no\. ?1|number one|champ\w*|leader|winner|chart-topper|victor)\b[^.;]{0,30}$|"
    rf"\b(?:{WEEK} (?:two|three|four)|(?:second|third|fourth|fifth) {WEEK}) (?:of|for) [^.;]{{0,20}}$"
)
"""Before a title: it led the weekend before."""
_OPENED_TO = late(
    r"\b(?:open(?:s|ed)|debut(?:s|ed)|bow(?:s|ed)|start(?:s|ed)|launch(?:es|ed)) (?:to|with|at|on) "
    r"[$£€][^;]*$"
)
_AND = late(r"[^;]{0,60}\band [“«\"‘']?|\W*")
_TO_A_SUM = late(r"[”»\"’',]* (?:to|with|at|on) [$£€]")
"""Of two films the second of which is only said to do as the first: Harrow opens to $9M and Kiln to $8M."""


class _Told(NamedTuple):
    """What a report says of one film."""

    film: Mention
    before: str
    """What leads up to its title from the film before it."""
    sentence: str
    """What leads up to its title in its sentence."""
    said: str
    """The clause behind its title."""
    listed: bool
    """It stands in a list of what opens."""
    ranked: bool
    """It stands in a ranking that marks what is new."""


@lru_cache(TOLD)
def _told(report: Report, mentions: tuple[Mention, ...]) -> tuple[_Told, ...]:
    """What a report of the box office says of each film that it names; asked for whatever a weekend tells."""
    return tuple(_read(report, mentions))


def _read(report: Report, mentions: Sequence[Mention]) -> Iterator[_Told]:
    for where, text in (("title", report.title), ("lead", report.lead)):
        named = sorted((m for m in mentions if m.where == where), key=lambda m: m.start)
        bounds = [m.start for m in named] + [len(text)]
        ranked = len(_RANKS.findall(text)) > 1 and bool(_MARKED_NEW.search(text))
        for place, mention in enumerate(named):
            after = text[mention.start + len(mention.surface) : bounds[place + 1]]
            end = _ENDS.search(after)
            said = after[: end.start() if end else None].lower()
            if not end and place + 1 < len(named):
                said = _TO_NEXT.sub("", said)
            if where == "title" and place and _WITH.match(said):
                said = ""  # who beats it has so much
            before = _clause_before(text[bounds[place - 1] if place else 0 : mention.start])
            listed = bool(_AMONG_NEW.search(text, max(0, mention.start - 240), mention.start))
            yield _Told(mention, before, _clause_before(text[: mention.start]), said, listed, ranked)


def held(report: Report, mentions: Sequence[Mention]) -> Iterator[tuple[str, bool]]:
    """Every film a report of the box office names, and whether it was there before: by what is said of it."""
    holding = False
    for film, before, _, said, _, ranked in _told(report, tuple(mentions)):
        listed = _REST.search(before)
        holding = bool(listed) or (holding and bool(re.fullmatch(r"[\s,”»\"’']*(?:and )?", before)))
        falls, opens = HELD.search(said) or HOLDS.search(said), OPENS.search(said)
        gone = (
            falls
            or HELD.search(before)
            or _CHAMPION.search(before)
            or (film.passing and not _NEXT_TO.search(before))
        )
        anew = opens is not None and (falls is None or opens.start() < falls.start())
        was = bool(gone) and not anew and not _THE_NEW.search(before)
        yield film.key, was or holding or (ranked and not OPENS.search(said))


def _clause_before(text: str) -> str:
    """What leads up to a title in its own sentence."""
    return re.split(r"(?<!\b[Nn]o)[.;!?] |,? (?:while|as)\b|, and\b", text)[-1][-60:].lower()


def opening(report: Report, mentions: Sequence[Mention]) -> set[str]:
    """The films of which a report says that they open."""
    found, beside = set(), False
    for film, between, before, said, listed, _ in _told(report, tuple(mentions)):
        new = FIRST.search(said) and not any(each.search(said) for each in (_YEAR, HOLDS, _TO_COME))
        likewise = beside and _AND.fullmatch(between) and _TO_A_SUM.match(said)
        if not film.passing and (listed or new or likewise or _NEWCOMERS.search(before)):
            found.add(film.key)
        beside = bool(_OPENED_TO.search(said))
    return found | set(_before_holdovers(report.lead, mentions))


def marked(report: Report, mentions: Sequence[Mention]) -> set[str]:
    """The films that a chart marks, in italics or bold, where it lists others bare: its news is of these."""
    told = [m for m in mentions if m.where == "lead"]
    marks = set(map(key_of, report.emphases))
    own = [m for m in told if not (m.passing or m.surface.isupper())]  # capitals are marks enough
    chosen = {m.key for m in own if key_of(m.surface) in marks}
    bare = {m.key for m in told if not m.sure} - chosen
    return chosen if bare and len(bare | chosen) >= _MANY else set()


def paid_for(report: Report, mentions: Sequence[Mention]) -> set[str]:
    """The films of which a report says what they cost or were to bring in: they seem to open."""
    told = _told(report, tuple(mentions))
    return {each.film.key for each in told if not each.film.passing and _PAID_FOR.search(each.said)}


def _before_holdovers(lead: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """The films that stand in a list before those that were there before."""
    rest = _HOLDOVERS.search(lead)
    for mention in mentions if rest else ():
        if rest and mention.where == "lead" and mention.start < rest.start() and not mention.passing:
            yield mention.key
