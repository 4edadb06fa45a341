"""What stands beside a capitalised run, and how much of it speaks for a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.patterns import late
from reader.stories.language.spans import Spans
from reader.stories.language.terms import fold, folded
from reader.stories.language.word_lists import (
    ACTS,
    BODY_TAIL,
    COUNTRIES,
    NAMESAKES,
    NO_NAME,
    ROLES,
    SURNAMES_TOO,
    first_names,
)
from reader.stories.people.name_parts import GIVEN_TOO, HONOURS, PART, is_given
from reader.stories.people.roles import role

_NEXT_WORD = late(r" ([a-z]+)")
_PREVIOUS = late(r"([^\W_]+(?:-[^\W_]+)*),?\s*$")
_FOLLOWING = late(r"(?:['’]s)?[ ,]*([^\W_]+)")
_PERSONAL = late(
    r"(?:['’]s)?,? (?:(?:co-)?(?:wrote|writes|pens|adapts|composes|edits|produces|executive-produces|"
    r"(?:scripted|penned|adapted|composed|scored|shot|lensed|edited|produced)"
    r"(?! (?:by|from|in|on|at|for|as|with|to|over)\b))|has (?:an option|written|penned|signed|"
    r"scripted|a script)|"
    r"plays?|played|portrays?|co-?stars|stars|starred|"
    r"(?:co-)?star(?= (?:as|opposite|alongside|together|with|in(?! talks\b))\b|[.;]|,(?! (?:who|"
    r"whose|to)\b))|"
    r"(?:also|both|all) stars?|head(?:s|"
    r"ed)? the cast|lead(?:s)? the cast|round(?:s|ed)? out|returns?|reunites?|directs|directed|co-wrote|"
    r"reprises|recorded|"
    r"(?:will|to|would) (?:play|star|direct|voice|portray|helm)|ha(?:s|ve) been cast|"
    r"is (?:set to|attached|in talks|playing|starring|directing)|"
    r"(?:who )?(?:has |had )?(?:died|dies|passed away)|is dead|dead at|\d\d,|"
    r"steals? (?:it|the (?:film|show|picture|movie|scene)|every|scenes)|as (?:an?|the) [a-z]+)\b|"
    r", (?:the|an?|his|her|its|their|our) (?:[\w’'-]+ ){0,4}?(?:actor|actress|director|film-?maker|writer|"
    r"screenwriter|playwright|composer|editor|cinematographer|cameraman|animator|comedian|comic|singer|novelist|"
    r"author|designer|photographer|farceur|critic|journalist|presenter|broadcaster|dancer|choreographer|musician|"
    r"stuntman|stuntwoman|puppeteer|projectionist|lyricist|songwriter|dramatist|documentarian|critic|historian)\b|"
    r", who (?:once |first |also |later )?(?:filmed|shot|lit|photographed|directed|wrote|co-wrote|"
    r"played|starred|"
    r"produced|edited|composed|scored|voiced|designed|won|died|made|sang|danced|taught|was born|grew up|"
    r"drove|started|began|left|trained|learn(?:ed|t)|studied|worked|spent|lives?|lived|ran|served|joined|married|"
    r"turn(?:s|ed) \d\d)\b|"
    r" (?:is|was|are|were) (?:\w+ly )?(?:(?:marvell?ous|superb|terrific|wonderful|excellent|"
    r"magnificent|splendid|"
    r"delightful|charming|brilliant|compelling|captivating|fantastic|touching|moving|funny|"
    r"hilarious|memorable|impressive|electrifying|riveting|mesmeri[sz]ing|convincing|chilling|"
    r"wasted|miscast) "
    r"as|all (?:eyes|eyebrows|charm|smiles|cheekbones))\b|"
    r" \((?:18|19|20)\d\d ?[–-] ?20\d\d\)"
)
"""After a name: what nobody but a person does, or what they are."""
_WORK_OF = late(rf"[”»\"’']? (?:directed )?by {PART}")
"""After a capitalised run: it is what somebody made."""
_CALLED_AFTER = late(r" (?:Movie|Film|Show|Saga|Universe|Trilogy|Musical|Adventure|Experience|Collection)\b")
"""After a capitalised run in running text, where kinds of works have no capital: it is part of a title."""
_MADE_BY = late(
    r"\b(?:film|movie|drama|thriller|comedy|feature|debut|project|picture|documentary|western|adaptation|"
    r"script|"
    r"screenplay|novel|book|memoir|play|score) (?:from|by) (?:[a-z-]+ ){0,2}$"
)
"""Before a name: whoever bears it made something."""
_SPOKE = late(
    r"[”\"’'] (?:said|says|asked|asks|adds?|added|jokes?|joked|recalls?|recalled|insists?|insisted|laughs?|"
    r"laughed|shrugs?|admits?|admitted|according to) (?:the |its |their |her |his )?(?:[a-z-]+ ){0,4}$"
)
"""Before a name: whoever bears it was just quoted."""
_OF_SOMEBODY = late(
    r"\b(?:his|her|their|whose|the (?:star|actor|actress|director|"
    r"family)[’']s?) (?:[a-z-]+ )?(?:agent|publicist|teacher|tutor|coach|boss|employer|colleague|"
    r"neighbou?r|landlady|landlord|headteacher|"
    r"lawyer|manager|spokes\w+|widow|widower|wife|husband|son|daughter|brother|sister|nephew|niece|cousin|mother|"
    r"father|friend|mentor|partner|biographer|assistant|representative)s?, $",
    re.I,
)
"""Before a name: whose bearer is somebody’s."""
_ONCE = late(
    r"\b(?:former|retired|veteran|one-time|sometime) (?:[a-z-]+ ){0,2}"
    r"(?!leader |holder |winner |number |contender )"
    r"(?:[a-z-]+(?:er|or|ist|ian|man|woman|ant|ee|eer|ess)|star|chief|head|cop|nurse|guide|model|"
    r"chef|clerk) $"
)
"""Before a name: what its bearer was before; of a film it is said that it led."""
_FORMER = ("former ", "retired ", "veteran ", "time ", "sometime ")
"""One of them is said there."""
_PLAYED_BY = late(r"\b[a-z]+ \($")
"""A role and who plays it: the widow (Jane Roe)."""
FROM_TITLE = 12
"""So near to a name a title ends, where `from` between the two says who made it."""
_KOREAN = late(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
"""A surname, and a given name in two parts: Han Ji-won."""
_BEGINS = late(r"(?:^|[.!?][”»\"’')]?\s|\n)$")
_SAYS = late(r",(?! (?:(?:who|whose|whom|\d\d)\b|(?:an?|the) [\w’-]+(?: [\w’-]+){0,3},))")
"""After the name of whoever is the source of what follows: not what somebody is, or how old."""
_BODY_ENDS = late(r"[.,;)]|$")
_OF_THEIRS = late(r"['’]s (?:[a-z]|‘|“)")
_THEIR_WORK = late(
    r"(?:['’]s|(?<=s)['’]) (?:[a-z-]+ ){0,2}(?:screenplay|script|memoir|short stor(?:y|ies)|novels?|"
    r"direction|performances?|cinematography|camerawork|score|editing|portrayal|debut|filmography)\b"
)
"""After a name: what somebody wrote, made, played."""
NOT_AFTER = frozenset(
    [
        "weekend",
        "day",
        "festival",
        "theatre",
        "theater",
        "award",
        "prize",
        "foundation",
        "school",
        "center",
        "museum",
        "street",
    ]
)


_THE, _OF_THEM = (
    late(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Uu]ntitled|new) $"),
    late(
        r" (?:adaptation|vehicle|starrer|comedy|drama|rom-?com|romance|introduction|biopic|two-hander|"
        r"retrospective)s?\b"
    ),
)
"""Around a name: what was made of a book of theirs, or what they are in."""


class NameCandidate(NamedTuple):
    """One capitalised run that may be a name: how much speaks for a person, whether it is a character."""

    form: str
    start: int
    weight: float
    """What speaks for a person, less what speaks for a place, a body or a work; `people.PERSON` is enough."""
    character: int
    where: str
    """`title` (the headline), `lead` or `tag`."""


def candidate_of(text: str, start: int, form: str, where: str, loose: bool, blocked: Spans) -> NameCandidate:
    """Weigh what is in a run and beside it; `loose`: the text prints most words with a capital."""
    end = start + len(form)
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    previous = _PREVIOUS.search(before[before.rstrip().rfind(" ") + 1 :])
    weight = _as_printed(form, before, after, loose)
    real = _by_neighbours(previous[1] if previous else "", after)
    if not loose:
        real += _by_clause(before, after)
    real += _by_works(before, after, start, end, loose, blocked)
    character = role(form, before, after, previous[1] if previous else "")
    if not loose and (_THEIR_WORK.match(after) if after[:1] in "'’" else _is_theirs(before, after)):
        real += 1.1
    return NameCandidate(
        form, start, weight + (0 if character else real) - (0.5 if loose else 0), character, where
    )


def _is_theirs(before: str, after: str) -> bool:
    """Tell whether a name says whose book was made a film of, or who is in one: the Ann Mull adaptation."""
    return _OF_THEM.match(after) is not None and _THE.search(before) is not None


def _as_printed(form: str, before: str, after: str, loose: bool) -> float:
    """What its own words say, and whether it stands as a body, a place or a work does."""
    words = [fold(word) for word in form.split()]
    next_word = _NEXT_WORD.match(folded(after[:20]))
    weight = -4.0 if next_word and next_word[1] in NOT_AFTER else 0.0
    weight += 2.0 if is_given(form.split(" ")[0]) or _KOREAN.fullmatch(form) else 0.0
    weight -= _of_a_body(words)
    if before.endswith("the ") and _BODY_ENDS.match(after):
        weight -= 3.0  # from the Beverly Hilton
    if before.endswith(" The ") and not _BEGINS.search(before[:-4]):
        weight -= 4.0  # known for The White Lotus
    if form.startswith("Per ") and _SAYS.match(after) and _BEGINS.search(before):
        weight -= 4.0  # Per Reel Ticker, it is a hit
    if _WORK_OF.match(after) or (not loose and _CALLED_AFTER.match(after)):
        weight -= 3.0
    return weight + (0.5 if _OF_THEIRS.match(after) else 0.0)


def _by_neighbours(previous: str, after: str) -> float:
    """What the words right before and behind it say: a title, a role, an act."""
    following = _FOLLOWING.match(after)
    real = 1.6 if previous and fold(previous) in HONOURS else 0.0
    real += 1.5 if previous and fold(previous) in ROLES else 0.0
    return real + (1.0 if following and fold(following[1]) in ACTS else 0.0)


def _by_clause(before: str, after: str) -> float:
    """What running text tells of whoever stands there."""
    return 1.6 if _PERSONAL.match(after) and not before.endswith((" from ", " of ", " in ", " at ")) else 0.0


def _by_works(before: str, after: str, start: int, end: int, loose: bool, blocked: Spans) -> float:
    """What speaks for a maker of films: who made one, was quoted, or is somebody’s, who plays a role."""
    real = 0.0
    if not loose and (
        _MADE_BY.search(before)
        or _SPOKE.search(before)
        or (any(word in before for word in _FORMER) and _ONCE.search(before))
        or (before.endswith(", ") and _OF_SOMEBODY.search(before))
        or (after[:1] == ")" and _PLAYED_BY.search(before))
    ):
        real += 1.6
    elif before.endswith(("from ", "by ")) and any(start - FROM_TITLE <= b < start for _, b in blocked):
        real += 1.6  # ‘Night Bus,’ from its maker
    if any(end < a <= end + 4 for a, _ in blocked) and after[:1] in "'’":
        real += 2.0  # the maker of the film named next
    elif before.endswith(", ") and after[:1] in "'’" and any(start - 3 <= b < start for _, b in blocked):
        real += 2.0  # or of the one named last
    return real


def _of_a_body(words: Sequence[str]) -> float:
    """How much speaks for a body or a place: its last word, unless people are named so, too."""
    if (words[0] in NO_NAME and words[0] not in GIVEN_TOO) or any(word in BODY_TAIL for word in words[1:-1]):
        return 4.0
    last, given = words[-1], words[0] in first_names()
    if given and last in NAMESAKES:
        return 0.0
    if given and last in SURNAMES_TOO and len(words) == 2:
        return 1.0
    return 4.0 if last in BODY_TAIL or last in COUNTRIES else 0.0
