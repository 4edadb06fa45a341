"""Films recognised in texts: printed as titles there, or bare where something vouches for them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.patterns import late
from reader.stories.films.channel_headlines import film_shown
from reader.stories.films.context import (
    AND,
    BEGINS,
    BEGINS_AMID,
    BEGINS_RARE,
    CONTEXT_AFTER,
    CONTEXT_BEFORE,
    COUNTED,
    NTH,
    NTH_AFTER,
    NUMBER,
    ORDINALS,
    PART,
    SEQUEL_AFTER,
    SEQUEL_BEFORE,
)
from reader.stories.films.in_passing import in_passing
from reader.stories.films.title import numbered
from reader.stories.films.titles import Titles
from reader.stories.films.unquoted import looked_at, unquoted
from reader.stories.language.spans import in_capitals, quoted, shouted, title_case
from reader.stories.language.terms import AT_HAND, stem, usual
from reader.stories.language.tokens import Part, Row, key_of, tokens
from reader.stories.language.word_lists import (
    CHARACTERS,
    COUNTRIES,
    NAMESAKES,
    NO_NAME,
    SMALL,
    STOP,
    first_names,
)

HEADLINE = 200
"""Longer texts are no headlines: capitals there are names of bodies."""


_IN_WORDS = late(r" part (?:two|2)")
"""Behind a title, in small letters: what continues it is told of, and no title."""
_LISTED = late(r"[”»\"’']?,? (?:and |& |or |vs\.? |versus )?[“«\"‘']?")
"""Between two titles of a list: what is printed bare there is one, if only of one word."""

_PAST_AFTER = late(r"[”»\"’',]* ?(?:\(|(?:(?:back|all the way back) )?(?:in|from|of) )((?:19|20)\d\d)\b")
_PAST_BEFORE = late(
    r"\b((?:19|20)\d\d)(?:[’']s)? (?:(?:film|movie|hit|sequel|entry|reboot|prequel) )?[“«\"‘']?$"
)
"""Around a title: which year it is of."""

_NEXT_OF = late(r"[”»\"’']? (?:follow-?up|successor)\b", re.I)
"""After a title in a headline that begins with who made it: what they make next, and no sequel."""

_PLACE_BEFORE = late(
    r"\b(?:city|cities|town|township|village|hamlet|port|seaport|resort|suburb|borough|district|county|"
    r"province|region|state|island|isle|peninsula|valley|gulf|bay|kingdom|republic|capital|parish|people|"
    r"mayor|bishop|university|college|port city|coast|streets|outskirts|siege|battle) of $|"
    r"\b(?:mayor|council|capital|city|town|village|resort|port|suburb) (?:in|at|near|outside) $"
)
"""Before one word, in small letters: it is the name of a place."""
_PLACES = COUNTRIES | NAMESAKES

_AND_WHO = late(r" (?:and|&|vs\.?|with|meets|fights|faces|joins (?:hands|forces) with) ([A-Z]\w+ [A-Z]\w+)")
"""After one word that may be a title, or who a film is about: somebody else in it."""
_AMID = late(r"[a-z’'][,;]? $")


class Mention(NamedTuple):
    """A film named in a report. `passing`: only to say who somebody is, or what something resembles."""

    key: str
    surface: str
    where: str
    start: int
    sure: bool
    passing: bool = False
    sequel: int = 0


def each_once(mentions: Iterable[Mention]) -> list[str]:
    """The keys of the films named, each once, in the order in which they are."""
    return list(dict.fromkeys(mention.key for mention in mentions))


def find(
    titles: Titles, text: str, where: str, *, marked: Collection[str] = (), beside: Collection[str] = ()
) -> list[Mention]:
    """Every title in a text, longest match first; one-word titles only where something vouches for them.

    `marked`: keys the report sets in italics or tags. `beside`: the people it names.
    """
    found: list[Mention] = []
    for accepted in _accepted(titles, text, marked=marked, beside=beside):
        mention = _mention(text, where, *accepted)
        if where == "title" and _made_next(text, mention, beside):
            mention = mention._replace(passing=True, sequel=0)
        if found and found[-1].passing and AND.fullmatch(text[_end(found[-1]) : mention.start]):
            mention = mention._replace(passing=True)  # the director of one and another
        found.append(mention)
    return found


def places(titles: Titles, text: str, marked: Collection[str]) -> list[tuple[int, int]]:
    """Where a text prints titles."""
    return [(start, end) for _, start, end, _ in _accepted(titles, text, marked=marked)]


def _accepted(
    titles: Titles, text: str, *, marked: Collection[str] = (), beside: Collection[str] = ()
) -> Iterator[tuple[str, int, int, bool]]:
    """The titles of a text: key, where, and whether the text prints it as one."""
    found = titles.phrases.found(text)
    if not found:
        return
    sure, row, free, last = _sure(text), tokens(text), 0, -1
    known, starts, texts = titles.known, row.starts, row.texts
    for place, spoken, words in found:
        if place < free:
            continue
        key = spoken if spoken in known else titles.spoken[spoken]
        if not (sure or _large(texts[place]) or key in marked):
            continue
        final = place + words - 1
        start, end = starts[place], starts[final] + len(texts[final])
        vouched = key in marked or (bool(sure) and any(a <= start and end <= b for a, b in sure))
        listed = last >= 0 and titles.usual(key) and _LISTED.fullmatch(text, last, start)
        if (
            vouched
            or listed
            or (
                _bare(titles, key, text, row.part(place, words), start, end, beside)
                and not _goes_on(titles, text, row, place + words, end)
            )
        ):
            last = end
            extra, longer, end = _longer(text, row, place + words, key, end)
            if longer == key and numbered(spoken)[1] > numbered(key)[1]:
                longer = spoken
            free = place + words + extra
            if longer == key and known[key].elsewhere * 2 >= sum(known[key].forms.values()):
                free = place + words
            else:
                yield longer, start, end, vouched


def _made_next(text: str, mention: Mention, beside: Collection[str]) -> bool:
    """Tell whether a headline is on what somebody makes after a film: Ann Mull Sets ‘Kiln’ Follow-Up."""
    if mention.sequel == 0 or not _NEXT_OF.match(text, _end(mention)):
        return False
    before = f"{key_of(text[: mention.start])} "
    return any(f"{person} " in before for person in beside)


def _mention(text: str, where: str, key: str, start: int, end: int, vouched: bool) -> Mention:
    before, after = text[max(0, start - 80) : start].lower(), text[end : end + 60].lower()
    nth = NTH.search(before) or NTH_AFTER.match(text, end)
    sequel = 2 if SEQUEL_AFTER.search(after) or SEQUEL_BEFORE.search(before) else 0
    if nth:
        sequel = ORDINALS[nth.group(1).lower()]
    credit = in_passing(text, start, end, where, sequel=bool(sequel))
    return Mention(key, text[start:end], where, start, vouched, credit, sequel)


def _bare(
    titles: Titles,
    key: str,
    text: str,
    part: Part,
    start: int,
    end: int,
    beside: Collection[str],
) -> bool:
    large = [word for word, spoken in zip(*part, strict=True) if spoken not in SMALL]
    title, first, called = titles.known[key], part.texts[0], part.keys[0]
    if len(large) == 1 and (other := _AND_WHO.match(text, end)) and key_of(other[1]) in CHARACTERS:
        return False  # Plumbo and Lex Luthor
    if not all(map(_large, large)):
        return len(large) > 1 and title.forms[text[start:end]] > 1  # Il custode
    if not _large(first) or any(one.endswith(f" {key}") for one in beside):
        return False  # the surname of somebody named beside
    if " " not in key and _is_no_title(key, text, start, first):
        return False
    if len(large) >= 2 and title.sure:
        return True
    if not start and text[end : end + 2] == ": " and titles.usual(key):
        return True
    before, after = text[max(0, start - 30) : start].lower(), text[end : end + 40].lower()
    if CONTEXT_AFTER.search(after) or CONTEXT_BEFORE.search(before):
        return bool(title.sure or len(title.outlets) > 1)
    if (
        called == "the"
        and title.sure
        and _AMID.search(text, max(0, start - 3), start)
        and not title_case(text)
    ):
        return True  # a capital article amid a sentence
    if start and text[start - 2] in ".!?—" and titles.usual(key) and BEGINS_AMID.match(text, end):
        return stem(called) not in usual()
    if not start and titles.usual(key):
        rare = stem(called) not in usual()
        if BEGINS.match(text, end) or (rare and BEGINS_RARE.match(text, end)):
            return True
    if (
        title.sure > 1
        and len(title.outlets) > 1
        and start
        and not (title_case(text) or shouted(text))
        and first[1:] == first[1:].lower()
        and len(first) > 3
        and called not in first_names()
    ):
        amid = text[start - 2] not in ".!?:;" and not text[end : end + 2].strip()[:1].isupper()
        return amid and not before.endswith("the ") and not _of_a_name(text[max(0, start - 30) : start])
    if len(first) > 3 and first.isupper() and title.sure and not shouted(text):
        return True  # a chart sets its films in capitals
    if not title_case(text) and _of_a_name(text[max(0, start - 30) : start]):
        return False  # The Devil Wears Prada is no Prada
    return bool(title.sure) and any(title.beside[name] for name in beside)


def _is_no_title(key: str, text: str, start: int, printed: str) -> bool:
    """Tell whether one bare word is where something is, or a body’s letters: in Berlin, the US film."""
    letters = printed.isupper() and key in STOP and not shouted(text)
    return key in _PLACES or letters or bool(_PLACE_BEFORE.search(text[max(0, start - 30) : start].lower()))


def _of_a_name(before: str) -> bool:
    """Tell whether a capitalised word right before one makes it part of a longer name: Cathy Come Home."""
    last = before.rstrip(' “«"‘').rpartition(" ")[2]
    whole = last[:1].isupper() and last[-1:].isalnum() and not last.endswith(("’s", "'s"))
    return whole and key_of(last) not in NO_NAME


_OF_OLD = late(
    r" the (?:Great|Elder|Younger|Terrible|Conqueror|Magnificent|Pious|Bold|Wise|Confessor|Baptist|"
    r"Apostle|Evangelist|Hun|Impaler|Lionheart|First|Second|Third|Fourth|Fifth)\b"
)
"""Behind one word: it is a ruler's or a saint's name."""


def _goes_on(titles: Titles, text: str, row: Row, at: int, end: int) -> bool:
    """Tell whether a name goes on behind a title in running text: Heat Requiem is no Heat."""
    if _OF_OLD.match(text, end):
        return True
    if at >= len(row) or text[end : row.starts[at]] != " " or row.cases[at] != "u" or title_case(text):
        return False
    word, key = row.texts[at], row.keys[at]
    if (
        word.isupper()
        or key in NO_NAME
        or key in first_names()
        or stem(key) in usual()
        or NUMBER.fullmatch(key)
    ):
        return False
    return not any(place == at for place, _, _ in titles.phrases.found(text))


def _longer(text: str, row: Row, at: int, key: str, end: int) -> tuple[int, str, int]:
    """A title followed by a sequel number is another title: Heat 2 is not Heat."""
    part = PART.match(text, end)
    if part and not _IN_WORDS.fullmatch(part.group()):
        extra = sum(start < part.end() for start in row.starts[at:])
        return extra, f"{key} {key_of(part.group())}", part.end()
    if at < len(row.keys) and text[end : row.starts[at]] == " " and NUMBER.fullmatch(row.keys[at]):
        number = row[at]
        if number.key not in ("i", "v", "x") and not COUNTED.match(text, number.end):
            return 1, f"{key} {number.key}", number.end
    return 0, key, end


@lru_cache(AT_HAND)
def _sure(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text prints something as a title, known or not."""
    spans = quoted(text)
    if len(text) < HEADLINE:
        spans = (*spans, *in_capitals(text))
    bare = (*unquoted(text), *(() if spans else looked_at(text)), *filter(None, [film_shown(text)]))
    placed = [(text.find(title), len(title)) for title in bare]
    return (*((span.start, span.end) for span in spans), *((at, at + size) for at, size in placed))


def of_past(text: str, mention: Mention, year: int) -> bool:
    """Tell whether a text gives the year of a film it names, and that is some time before `year`."""
    start, end = mention.start, _end(mention)
    match = _PAST_AFTER.match(text, end) or _PAST_BEFORE.search(text, max(0, start - 40), start)
    return match is not None and int(match[1]) < year - 1


def _end(mention: Mention) -> int:
    return mention.start + len(mention.surface)


def _large(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()
