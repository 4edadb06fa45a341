"""Films recognised in texts: printed as titles there, or bare where something vouches for them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.patterns import late
from reader.stories.films.bare_mentions import is_capital, is_meant_bare
from reader.stories.films.channel_headlines import film_shown
from reader.stories.films.context import (
    AND,
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
from reader.stories.films.unquoted import unquoted
from reader.stories.films.unquoted_headlines import looked_at
from reader.stories.language.spans import in_capitals, quoted
from reader.stories.language.terms import AT_HAND
from reader.stories.language.tokens import Row, key_of, tokens

HEADLINE = 200
"""Longer texts are no headlines: capitals there are names of bodies."""


_IN_WORDS = late(r" part (?:two|2)")
"""Behind a title, in small letters: what continues it is told of, and no title."""
_LISTED = late(r"[”»\"’']?(?:,[”»\"’']? (?:and |& |or )?| (?:and|&|or|vs\.?|versus) )[“«\"‘']?")
"""Between two titles of a list: what is printed bare there is one, if only of one word."""

_PAST_AFTER = late(r"[”»\"’',]* ?(?:\(|(?:(?:back|all the way back) )?(?:in|from|of) )((?:19|20)\d\d)\b")
_PAST_BEFORE = late(
    r"\b((?:19|20)\d\d)(?:[’']s)? (?:(?:film|movie|hit|sequel|entry|reboot|prequel) )?[“«\"‘']?$"
)
"""Around a title: which year it is of."""

_NEXT_OF = late(r"[”»\"’']? (?:follow-?up|successor)\b", re.I)
"""After a title in a headline that begins with who made it: what they make next, and no sequel."""


_TITLED = late(
    r"[”»\"’']*(?:[’']s)? (?:follow-?up|(?:stand-?alone |spiritual |legacy )?sequel|threequel|"
    r"prequel|spin-?off|"
    r"successor|companion(?: piece| film| movie)?|offshoot|reboot|remake)"
    r"(?: (?:film|movie))?(?: (?:is|now|officially|finally|has|will|to|been|be|gets|given|the|title|as))*"
    r"(?: (?:titled|entitled|called|named|retitled|christened|dubbed|known as|becomes))?[:,]? [“«\"‘][\w]",
    re.I,
)
"""After a title in a headline that prints that of what follows it: the ‘Heat’ sequel titled ‘Ember’."""


class Mention(NamedTuple):
    """A film named in a report. `passing`: only to say who somebody is, or what something resembles."""

    key: str
    surface: str
    """As printed."""
    where: str
    """`title` (the headline), `lead`, `tag`, or `project`: one without a title."""
    start: int
    sure: bool
    """Printed as a title: in quotes, italics, capitals, or vouched for by a tag."""
    passing: bool = False
    sequel: int = 0
    """The number of the sequel that is told of in its place; 0 where it is meant itself."""


def each_once(mentions: Iterable[Mention]) -> list[str]:
    """The keys of the films named, each once, in the order in which they are."""
    return list(dict.fromkeys(mention.key for mention in mentions))


def find(
    titles: Titles,
    text: str,
    where: str,
    *,
    marked: Collection[str] = (),
    beside: Collection[str] = (),
    alone: Collection[str] = (),
) -> list[Mention]:
    """Every title in a text, longest match first; one-word titles only where something vouches for them.

    `marked`: keys the report sets in italics or tags. `beside`: the people it names. `alone`: keys that the
    text sets in italics, without a number that may stand behind them.
    """
    found: list[Mention] = []
    for accepted in _accepted(titles, text, marked=marked, beside=beside, alone=alone):
        mention = _mention(text, where, *accepted)
        if where == "title" and (_made_next(text, mention, beside) or _TITLED.match(text, _end(mention))):
            mention = mention._replace(passing=True, sequel=0)
        if found and found[-1].passing and AND.fullmatch(text[_end(found[-1]) : mention.start]):
            mention = mention._replace(passing=True)  # the director of one and another
        found.append(mention)
    return found


def places(titles: Titles, text: str, marked: Collection[str]) -> list[tuple[int, int]]:
    """Return where a text prints known titles: where each begins and ends."""
    return [(start, end) for _, start, end, _ in _accepted(titles, text, marked=marked)]


def _accepted(
    titles: Titles,
    text: str,
    *,
    marked: Collection[str] = (),
    beside: Collection[str] = (),
    alone: Collection[str] = (),
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
        if not (sure or is_capital(texts[place]) or key in marked):
            continue
        final = place + words - 1
        start, end = starts[place], starts[final] + len(texts[final])
        vouched = key in marked or (bool(sure) and any(a <= start and end <= b for a, b in sure))
        large = is_capital(texts[place])
        listed = last >= 0 and large and titles.usual(key) and _LISTED.fullmatch(text, last, start)
        if not (vouched or listed or is_meant_bare(titles, key, text, row, place, words, beside)):
            continue
        last = end
        extra, longer, end = _longer(text, row, place + words, key, end)
        if key in alone and longer not in known:
            extra, longer, end = 0, key, last  # how many prizes it has
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
