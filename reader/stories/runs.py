"""Runs of capitalised words that may be names, and how much around each speaks for a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reader.patterns import late
from reader.stories.phrases import key_of
from reader.stories.roles import role
from reader.stories.spans import title_case
from reader.stories.terms import AT_HAND, fold, folded, stem, usual
from reader.stories.words import (
    ACTS,
    BODY_TAIL,
    COUNTRIES,
    MONONYMS,
    NAMESAKES,
    NO_NAME,
    ROLES,
    SURNAMES_TOO,
    first_names,
    listed,
)

_PART = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_INITIAL = r"(?:[A-Z]\.(?:[A-Z]\.)*)"
_INITIALS = late(_INITIAL)
_SMALL = r"(?:de|del|della|der|di|du|la|le|van|von|den|ten|bin|al|el|da|dos|y)"
_PARTICLES = listed("de del della di du la le van von den da dos")
_RUN = late(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:(?<=[A-Z])\.(?:[A-Z]\.)*|[^\W\d_]*(?:['’-][^\W\d_]+)*)"
    rf"(?:[ \u00a0-](?:{_SMALL}[ ])*(?:{_INITIAL}|{_PART}))*"
)
"""It begins with one letter of a set, for which `re` looks fastest."""
_POSSESSIVE = late(r"['’]s?$")
_BREAK = late(r"([ \u00a0]|(?<=[^\W_])-(?=[A-Z]))")
_NEXT_WORD = late(r" ([a-z]+)")
_PREVIOUS = late(r"([^\W_]+(?:-[^\W_]+)*),?\s*$")
_FOLLOWING = late(r"(?:['’]s)?[ ,]*([^\W_]+)")
_PERSONAL = late(
    r"(?:['’]s)?,? (?:(?:co-)?(?:wrote|writes|pens|adapts|composes|edits|produces|executive-produces|"
    r"(?:scripted|penned|adapted|composed|scored|shot|lensed|edited|produced)"
    r"(?! (?:by|from|in|on|at|for|as|with|to|over)\b))|has (?:an option|written|penned|signed|"
    r"scripted|a script)|"
    r"plays?|played|portrays?|co-?stars?|stars?|starred|(?:also|both|all) star|head(?:s|"
    r"ed)? the cast|lead(?:s)? the cast|round(?:s|ed)? out|returns?|reunites?|directs|directed|co-wrote|"
    r"reprises|"
    r"(?:will|to|would) (?:play|star|direct|voice|portray|helm)|ha(?:s|ve) been cast|"
    r"is (?:set to|attached|in talks|playing|starring|directing)|"
    r"(?:who )?(?:has |had )?(?:died|dies|passed away)|is dead|dead at|\d\d,|as (?:an?|the) [a-z]+)\b|"
    r", (?:the|an?|his|her|its|their|our) (?:[\w’'-]+ ){0,4}?(?:actor|actress|director|film-?maker|writer|"
    r"screenwriter|playwright|composer|editor|cinematographer|cameraman|animator|comedian|comic|singer|novelist|"
    r"author|designer|photographer|farceur|critic|journalist|presenter|broadcaster|dancer|choreographer|musician|"
    r"stuntman|stuntwoman|puppeteer|projectionist|lyricist|songwriter|dramatist|documentarian|critic|historian)\b|"
    r", who (?:once |first |also |later )?(?:filmed|shot|lit|photographed|directed|wrote|co-wrote|"
    r"played|starred|"
    r"produced|edited|composed|scored|voiced|designed|won|died|made|sang|danced|taught|was born|grew up)\b|"
    r" \((?:18|19|20)\d\d ?[–-] ?20\d\d\)"
)
"""After a name: what nobody but a person does, or what they are."""
_WORK_OF = late(rf"[”»\"’']? (?:directed )?by {_PART}")
"""After a capitalised run: it is what somebody made."""
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
    r"family)[’']s?) (?:[a-z-]+ )?(?:agent|publicist|"
    r"lawyer|manager|spokes\w+|widow|widower|wife|husband|son|daughter|brother|sister|nephew|niece|cousin|mother|"
    r"father|friend|mentor|partner|biographer|assistant|representative)s?, $",
    re.I,
)
"""Before a name: whose bearer is somebody’s."""
_PLAYED_BY = late(r"\b[a-z]+ \($")
"""A role and who plays it: the widow (Jane Roe)."""
FROM_TITLE = 12
"""So near to a name a title ends, where `from` between the two says who made it."""
_BODY_ENDS = late(r"[.,;)]|$")
_OF_THEIRS = late(r"['’]s (?:[a-z]|‘|“)")
_THEIR_WORK = late(
    r"(?:['’]s|(?<=s)['’]) (?:[a-z-]+ ){0,2}(?:screenplay|script|memoir|short story|direction|"
    r"performances?|cinematography|camerawork|score|editing|portrayal|debut|filmography)\b"
)
"""After a name: what somebody wrote, made, played."""
SHORTEST_NAME, LONGEST_NAME, LONGEST_GIVEN = 3, 4, 20
"""In letters; in words; in letters."""
_LISTED = late(r",? (?:and|&) |, ")
_ENOUGH_KNOWN, _BY_AND, _BY_COMMA = 1.5, 1.5, 1.5
_ON_SUBJECT = late(r" on ")
_SIBLINGS = late(rf" (?:and|&) ({_PART}) ({_PART})\b")
_NICKNAMED = late(rf"\b({_PART}) [“\"‘]({_PART})[”\"’] ({_PART})\b")
_ALONE = late(rf"(?:(\S+) )?\b({_PART})$")
_SUFFIX = late(
    r"-(?:directed|led|starring|produced|penned|fronted|scripted|style|esque|written|helmed|scored|composed|shot|"
    r"lensed|edited|created|voiced|backed|hosted|adapted|designed|costumed|narrated|anchored|nominated|winning|"
    r"based|born|bound|set|trained|educated|adjacent|era|like|less|free|approved|supervised|endorsed|"
    r"headlined|toplined|headed|owned|founded|curated|inspired|heavy)$",
    re.I,
)
_SUFFIXED = late(r"(?:Jr|Sr)\.?|III?")
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

Spans = Sequence[tuple[int, int]]


class Cue(NamedTuple):
    """One capitalised run that may be a name: how much speaks for a person, whether it is a character."""

    form: str
    start: int
    weight: float
    character: int
    where: str


def runs(text: str, where: str, avoid: Iterable[tuple[int, int]] = ()) -> list[Cue]:
    """Capitalised runs of a text that may be names, outside the spans to avoid."""
    blocked = list(avoid)
    loose = title_case(text)
    found = []
    for match in _RUN.finditer(text):
        run = match[0]
        if len(run) < SHORTEST_NAME or not (" " in run or _BREAK.search(run)):
            continue  # one word is no name
        for place, form in _names(run, loose):
            start = match.start() + place
            if not (blocked and inside(start, start + len(form), blocked)):
                found.append(_cue(text, start, form, where, loose, blocked))
    return _in_lists(text, found) if len(found) > 1 else found


def _in_lists(text: str, cues: list[Cue]) -> list[Cue]:
    """Let a name in one list with a surer one be surer: A, B and C."""
    sure = [cue.weight >= _ENOUGH_KNOWN for cue in cues]
    if all(sure) or not any(sure):
        return cues
    links = [_LISTED.fullmatch(text, one.start + len(one.form), other.start) for one, other in pairwise(cues)]
    for order in (range(len(links)), range(len(links) - 1, -1, -1)):
        for place in order:
            link = links[place]
            if link and sure[place] != sure[place + 1]:
                weaker = place + sure[place]
                weight = cues[weaker].weight + (_BY_COMMA if link[0] == ", " else _BY_AND)
                cues[weaker] = cues[weaker]._replace(weight=weight)
                sure[weaker] = weight >= _ENOUGH_KNOWN
                links[place] = None
    return cues


@lru_cache(AT_HAND)
def siblings(text: str) -> tuple[tuple[Cue, str], ...]:
    """Names that share their surname with the next, and that: Anthony of Anthony and Joe Russo."""
    found = []
    for match in _SIBLINGS.finditer(text):
        one = _ALONE.search(text, max(0, match.start() - LONGEST_GIVEN), match.start())
        alone = one and (not one[1] or not one[1][0].isupper() or fold(one[1]) in ROLES)
        if one and alone and _of_one_family(one[2], match[1], match[2]):
            surname = _POSSESSIVE.sub("", match[2])
            cue = Cue(f"{one[2]} {surname}", one.start(2), 2.0, False, "lead")
            found.append((cue, f"{match[1]} {surname}"))
    return tuple(found)


def nicknamed(text: str) -> list[Cue]:
    """Names with a nickname amid them, in full and by that alone: Willem “Bud” Vance goes by Bud Vance."""
    found = []
    for match in _NICKNAMED.finditer(text) if "“" in text or '"' in text or "‘" in text else ():
        given, called, surname = match[1], match[2], _POSSESSIVE.sub("", match[3])
        if _given(given) and not _no_part(surname, True, [(0, given)]):
            found += [Cue(f"{name} {surname}", match.start(), 2.0, False, "lead") for name in (given, called)]
    return found


def _of_one_family(one: str, other: str, surname: str) -> bool:
    given = _given(one) and _given(other) and not {key_of(one), key_of(other)} & MONONYMS
    return given and not _given(surname) and not _no_part(surname, True, [(0, one)])


def tagged(tag: str, text: str, where: str, blocked: Spans) -> Cue | None:
    """What a text says of a tag that it prints bare: a name, where something personal stands beside it."""
    start = text.find(tag)
    if start < 0 or inside(start, start + len(tag), blocked):
        return None
    words = [fold(word) for word in tag.split()]
    if any(word in NO_NAME or word in ACTS or word in ROLES or stem(word) in usual() for word in words):
        return None
    cue = _cue(text, start, tag, where, title_case(text), blocked)
    return cue._replace(weight=cue.weight + 1.0 + (not start and bool(_ON_SUBJECT.match(text, len(tag)))))


@lru_cache(1 << 12)
def _names(run: str, loose: bool) -> tuple[tuple[int, str], ...]:
    """The names in a run and where they stand in it; most runs of a day are met in several reports."""
    return tuple(_cut(run, loose))


def _cut(run: str, loose: bool) -> Iterator[tuple[int, str]]:
    """Cut a run where no name can go on: after a possessive, before and after words that start none."""
    pieces: list[tuple[int, str]] = []
    words = list(_parts(run, loose))
    for (at, word), (_, following) in zip(words, [*words[1:], (0, "")], strict=True):
        stripped = _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word
        if "-" in stripped:
            stripped = _SUFFIX.sub("", stripped)
        given_too = fold(stripped) in _GIVEN_TOO and not loose and stripped == word and _surname(following)
        if not word or (_no_part(stripped, loose, pieces) and not given_too):
            if pieces:
                yield from _piece(pieces)
            pieces = []
        else:
            pieces.append((at, stripped))
            # In a headline: Ana de Armas, F. Gary Gray, Gus Van Sant
            whole = loose and sum(_counts(part) for _, part in pieces) == 2
            if (whole and not _SUFFIXED.fullmatch(following)) or stripped != word:
                yield from _piece(pieces)
                pieces = []
    if pieces:
        yield from _piece(pieces)


def _counts(part: str) -> bool:
    """Tell whether a part of a name is more than an initial or a particle."""
    return part[:1].isupper() and not _INITIALS.fullmatch(part) and fold(part) not in _PARTICLES


def _surname(word: str) -> bool:
    """Tell whether a word behind a given name can only be a surname."""
    key = fold(_POSSESSIVE.sub("", word))
    return bool(key) and not (key in NO_NAME or key in ACTS or key in BODY_TAIL or stem(key) in usual())


def _parts(run: str, loose: bool) -> Iterator[tuple[int, str]]:
    """The words of a run and where they stand; an empty one where a hyphen stands between two people."""
    start, at, held = 0, 0, ""
    if "-" not in run and "\u00a0" not in run:
        for word in run.split(" "):
            yield start, word
            start += len(word) + 1
        return
    for word in _BREAK.split(run):
        if word.isspace():
            yield start, held
            start, held = at + len(word), ""
        elif word == "-" and " " in run[:at] and _begins_another(run[at + 1 :], loose):
            yield start, held
            yield at, ""
            start, held = at + 1, ""
        else:
            held += word
        at += len(word)
    if held:
        yield start, held


def _begins_another(rest: str, loose: bool) -> bool:
    """Tell whether a whole name stands behind a hyphen: Leonardo DiCaprio-Christian Bale."""
    given, _, surname = rest.partition(" ")
    surname = surname.partition(" ")[0]
    return _given(given) and surname[:1].isupper() and not _no_part(surname, loose, [(0, given)])


_GIVEN_TOO = frozenset(
    {"oscar", "june", "april", "sydney", "jan", "may", "august", "summer", "autumn", "paris"}
)
"""Given names that are more often no names: in running text, with a surname behind them, they are."""


_HONOURS = frozenset({"dame", "sir", "mr", "mrs", "ms", "mx", "dr", "prof"})
"""Before a name, and no part of it."""
_NO_INITIALS = frozenset({"r i p", "u s", "u k", "l a", "d c", "p s"})


def _no_part(word: str, loose: bool, before: list[tuple[int, str]]) -> bool:
    """Tell whether a capitalised word belongs to no name; in a headline that capitalises all, most do not."""
    key = key_of(word)
    if not before and key in _HONOURS:
        return True  # Dame Judi Dench
    if before and key in NAMESAKES and _given(before[0][1]) and key_of(before[0][1]) not in NAMESAKES:
        return False  # Denzel Washington
    if key in NO_NAME or key in _NO_INITIALS or (key in COUNTRIES and not _given(word)):
        return True
    if not loose:
        doing = word.endswith("ing") and len(word) > LONGEST_NAME + 1 and not _given(word)
        return not before and (key in ROLES or doing)
    return (not before and not _given(word)) or (
        bool(before) and (key in ACTS or stem(key) in usual()) and not _given(word)
    )


def _given(word: str) -> bool:
    first = word.partition("-")[0]
    return fold(first) in first_names() or ("." in word and bool(_INITIALS.fullmatch(word)))


def _piece(pieces: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    if fold(pieces[0][1]) in _PARTICLES and not _given(pieces[0][1]):
        return  # De Niro is half a name
    while len(pieces) > 2 and not _given(pieces[0][1]) and _given(pieces[1][1]):
        pieces = pieces[1:]  # Plus Sam Raimi
    if 2 <= len(pieces) <= LONGEST_NAME:
        yield pieces[0][0], " ".join(word for _, word in pieces)


def _cue(text: str, start: int, form: str, where: str, loose: bool, blocked: Spans) -> Cue:
    words = [fold(word) for word in form.split()]
    before, after = text[max(0, start - 60) : start], text[start + len(form) : start + len(form) + 60]
    next_word = _NEXT_WORD.match(folded(after[:20]))
    weight = -4.0 if next_word and next_word[1] in NOT_AFTER else 0.0
    if _given(form.split(" ")[0]):
        weight += 2.0
    previous = _PREVIOUS.search(before[before.rstrip().rfind(" ") + 1 :])
    following = _FOLLOWING.match(after)
    real = 0.0
    if previous and fold(previous.group(1)) in _HONOURS:
        real += 1.6
    if previous and fold(previous.group(1)) in ROLES:
        real += 1.5
    if following and fold(following.group(1)) in ACTS:
        real += 1.0
    weight -= _of_a_body(words)
    if before.endswith("the ") and _BODY_ENDS.match(after):
        weight -= 3.0  # from the Beverly Hilton
    if not loose and _PERSONAL.match(after) and not before.endswith((" from ", " of ", " in ", " at ")):
        real += 1.6
    if _WORK_OF.match(after):
        weight -= 3.0
    if _OF_THEIRS.match(after):
        weight += 0.5
    if not loose and (
        _MADE_BY.search(before)
        or _SPOKE.search(before)
        or (before.endswith(", ") and _OF_SOMEBODY.search(before))
        or (after[:1] == ")" and _PLAYED_BY.search(before))
    ):
        real += 1.6
    elif before.endswith(("from ", "by ")) and any(start - FROM_TITLE <= b < start for _, b in blocked):
        real += 1.6  # ‘Night Bus,’ from its maker
    if any(start + len(form) < a <= start + len(form) + 4 for a, _ in blocked) and after[:1] in "'’":
        real += 2.0  # the maker of the film named next
    character = role(form, before, after, previous[1] if previous else "")
    if not loose and after[:1] in "'’" and _THEIR_WORK.match(after):
        real += 1.1
    return Cue(form, start, weight + (0 if character else real) - (0.5 if loose else 0), character, where)


def _of_a_body(words: Sequence[str]) -> float:
    """How much speaks for a body or a place: its last word, unless people are named so, too."""
    if (words[0] in NO_NAME and words[0] not in _GIVEN_TOO) or any(word in BODY_TAIL for word in words[1:-1]):
        return 4.0
    last, given = words[-1], words[0] in first_names()
    if given and last in NAMESAKES:
        return 0.0
    if given and last in SURNAMES_TOO and len(words) == 2:
        return 1.0
    return 4.0 if last in BODY_TAIL or last in COUNTRIES else 0.0


def inside(start: int, end: int, spans: Spans) -> bool:
    """Tell whether a stretch of text touches one of the spans."""
    return any(start < b and a < end for a, b in spans)
