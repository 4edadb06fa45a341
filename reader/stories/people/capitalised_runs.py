"""Names as a text prints them: runs of capitalised words, alone, in lists, in families and as tags."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from reader.patterns import late
from reader.stories.language.spans import Spans, inside, title_case
from reader.stories.language.terms import AT_HAND, fold, stem, usual
from reader.stories.language.tokens import key_of
from reader.stories.language.word_lists import ACTS, MONONYMS, NAMESAKES, NO_NAME, ROLES
from reader.stories.people.evidence import NameCandidate, candidate_of
from reader.stories.people.name_parts import PART, POSSESSIVE, is_given, is_no_part
from reader.stories.people.name_splitting import BREAK, RUN, split_names

SHORTEST_NAME, LONGEST_GIVEN = 3, 20
"""In letters."""
_LISTED = late(r"(?:,? (?:for|in|with) [“‘\"][^”’\"]{1,40}[”’\"],?)?,? (?:and|&) |, ")
_ENOUGH_KNOWN, _BY_AND, _BY_COMMA = 1.5, 1.5, 1.5
"""The weight of a name that vouches for others in its list, and how much it adds to the next."""
_ON_SUBJECT = late(r" on ")
_SIBLINGS = late(rf" (?:and|&) ({PART}) ({PART})\b")
_NICKNAMED = late(rf"\b({PART}) [“\"‘]({PART})[”\"’] ({PART})\b")
_ALONE = late(rf"(?:(\S+) )?\b({PART})$")


def capitalised_runs(text: str, where: str, avoid: Iterable[tuple[int, int]] = ()) -> list[NameCandidate]:
    """Capitalised runs of a text that may be names, outside the spans to avoid."""
    blocked = list(avoid)
    loose = title_case(text)
    found = []
    for match in RUN.finditer(text):
        run = match[0]
        if len(run) < SHORTEST_NAME or not (" " in run or BREAK.search(run)):
            continue  # one word is no name
        for place, form in split_names(run, loose):
            start = match.start() + place
            if not (blocked and inside(start, start + len(form), blocked)):
                found.append(candidate_of(text, start, form, where, loose, blocked))
    return _in_lists(text, found) if len(found) > 1 else found


def _in_lists(text: str, cues: list[NameCandidate]) -> list[NameCandidate]:
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
def siblings(text: str) -> tuple[tuple[NameCandidate, str], ...]:
    """Names that share their surname with the next, and that: Anthony of Anthony and Joe Russo."""
    found = []
    for match in _SIBLINGS.finditer(text):
        one = _ALONE.search(text, max(0, match.start() - LONGEST_GIVEN), match.start())
        alone = one and (not one[1] or not one[1][0].isupper() or fold(one[1]) in ROLES)
        if one and alone and _of_one_family(one[2], match[1], match[2]):
            surname = POSSESSIVE.sub("", match[2])
            cue = NameCandidate(f"{one[2]} {surname}", one.start(2), 2.0, False, "lead")
            found.append((cue, f"{match[1]} {surname}"))
    return tuple(found)


def nicknamed(text: str) -> list[NameCandidate]:
    """Names with a nickname amid them, in full and by that alone: Willem “Bud” Vance goes by Bud Vance."""
    found = []
    for match in _NICKNAMED.finditer(text) if "“" in text or '"' in text or "‘" in text else ():
        given, called, surname = match[1], match[2], POSSESSIVE.sub("", match[3])
        if is_given(given) and not is_no_part(surname, True, [(0, given)]):
            found += [
                NameCandidate(f"{name} {surname}", match.start(), 2.0, False, "lead")
                for name in (given, called)
            ]
    return found


def _of_one_family(one: str, other: str, surname: str) -> bool:
    given = is_given(one) and is_given(other) and not {key_of(one), key_of(other)} & MONONYMS
    return given and not is_given(surname) and not is_no_part(surname, True, [(0, one)])


def tagged(tag: str, text: str, where: str, blocked: Spans) -> NameCandidate | None:
    """What a text says of a tag that it prints bare: a name, where something personal stands beside it."""
    start = text.find(tag)
    if start < 0 or inside(start, start + len(tag), blocked):
        return None
    words = [fold(word) for word in tag.split()]
    words = words[:-1] if words[-1] in NAMESAKES else words
    if any(word in NO_NAME or word in ACTS or word in ROLES or stem(word) in usual() for word in words):
        return None
    cue = candidate_of(text, start, tag, where, title_case(text), blocked)
    return cue._replace(weight=cue.weight + 1.0 + (not start and bool(_ON_SUBJECT.match(text, len(tag)))))
