"""Spans of a text that may be titles or names: quoted, set in italics, in capitals, or merely capitalised."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.patterns import late
from reader.stories.language.terms import AT_HAND, fold
from reader.stories.language.tokens import case, tokens
from reader.stories.language.word_lists import CALLS, SMALL, STOP, listed

Places = list[tuple[int, int]]
"""Where each of some parts of a text begins and ends."""

Spans = Sequence[tuple[int, int]]

LONGEST_TITLE = 9
"""Words."""
RUNNING = 7
"""So many words without a capital are running text, however many names are in it."""
ENOUGH = 300
"""How much of a text shows how it is printed."""

_QUOTES = late("[“«\"‘']")
_QUOTED = late(
    r"(?<![^\W_])(?:“([^“”]{1,90})[”\"]|«([^«»]{1,90})»|\"([^\"]{1,90})\"|‘([^‘]{1,90}?)[’'](?![^\W_])|"
    r"'([^']{1,90}?)'(?![^\W_])"
    r"|'([^'‘’]{1,40}'s?[^']{0,40})'(?![^\W_]))"
)
_WORD = late(r"[^\W_]+(?:['’][^\W_]+)*")
_SPEECH_BEFORE = late(
    r"(?:\b(?:says?|said|tells?|told|adds?|added|asks?|asked|calls?|called|warns?|"
    r"quips?)\b[^“\"‘']{0,40}|,)\s*$",
    re.I,
)
_SAYS_THEY = late(
    r"\b(?:says?|said|admits?|insists?|jokes?|calls?|called) (?:he|she|they|it|we|i|him|her|"
    r"them)(?:[’'](?:ll|d|s|re|m))?"
    r"(?: (?:is|was|would|will|are|were))?(?: an?)? $",
    re.I,
)
_COLON_BEFORE = late(r":\s*$")
_HOW = late(r"\b(?:is|are|was|were|looks?|so|very|absolutely|totally|it[’']s) $", re.I)
_CAPS = late(
    r"(?!\d[\d–-]*[:.])(?:[A-Z0-9][A-Z0-9’'&.-]*[:!]?)(?:[ ]+(?:[A-Z0-9][A-Z0-9’'&.-]*[:!]?|&))*(?![a-z]|/\d)"
)


_CALLED_OUT = late(r"([A-Z0-9][A-Z0-9’' &.,-]*?)(?::|!+)\s+(?=[A-Z0-9])")
"""Before a title in capitals: a label, an exclamation."""
_DRAWN_OUT = late(r"([A-Z])\1\1")
"""A word that is shouted at length: NOOO."""
_PLAYS = late(
    r"\b(?:is|as|plays?|playing|played|portrays?|voices?|becomes?|introduces?|teases?|meet) (?:the )?"
    r"(?:new |next )?$",
    re.I,
)
"""Before a word in capitals, where that of another stands behind `in`: who is played there."""
_OF_TIME = late(
    r"(?:next |this |in |until |by )*(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|christmas|halloween|thanksgiving|summer|spring|"
    r"autumn|fall|winter)(?: \d{1,2},?)?(?: \d{4})?"
)
"""When something is, said aloud."""
_SHOWN_IN = late(r" (?:4K|3D|4DX|IMAX|UHD|70MM|35MM)(?: .*)?$")
"""Behind a title: how it is shown."""
_IN = late(r"[’']?s? (?:in|for) (?:the |an? )?$", re.I)


ABROAD = listed(
    """
    Il Lo La Le Les Gli El Los Las Der Die Das O Os As Un Une Una Uno Ein Eine Den Det Mi Mon Ma
    """
)
"""Words that begin titles in other languages."""


_SMALL_ABROAD = listed("das dos da dei della delle degli del du des und et y e och og ved til der den dem")
"""Words that stay small inside a title of another language."""


class Span(NamedTuple):
    """Where some words stand in a text."""

    start: int
    end: int
    text: str


def trim(text: str) -> str:
    """Take punctuation that belongs to the sentence off a title."""
    return text.strip(" ,.;–—-\u200b\u00a0").strip()


def titled(text: str) -> bool:
    """Tell whether words are written as a title: every word but the small ones capital, not a sentence."""
    words = _WORD.findall(text)
    if not words or len(words) > LONGEST_TITLE:
        return False
    if text.endswith((",", ".")) and len(words) > 5:
        return False
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    if 1 < len(words) <= 4 and words[0] in ABROAD:
        return True  # Il custode: only English capitalises every word
    large = [word for word in words if fold(word) not in SMALL and fold(word) not in _SMALL_ABROAD]
    return all(word[0].isupper() or not word[0].isalpha() for word in large)


@lru_cache(AT_HAND)
def quoted(text: str) -> tuple[Span, ...]:
    """Titles in quotes of any house style; speech is passed over, as is double beside single."""
    if not _QUOTES.search(text):
        return ()
    found = list(_quoted(text))
    double = [text[span.start - 1] in '“"' for span in found]
    if all(double):
        return tuple(found)
    return tuple([span for span, said in zip(found, double, strict=True) if not said])


def _quoted(text: str) -> Iterator[Span]:
    for match in _QUOTED.finditer(text):
        group = next(number for number in range(1, 7) if match.group(number) is not None)
        inner = trim(match.group(group))
        words = len(_WORD.findall(inner))
        told = words > 3 and _speech(text, match.start(), match.end())
        if not titled(inner) or told or (words > 1 and _SAYS_THEY.search(text, 0, match.start())):
            continue
        yield Span(match.start(group), match.end(group), inner)


def _speech(text: str, start: int, end: int) -> bool:
    """Tell whether quotes hold what somebody says: behind a verb of saying, or a colon and nothing after."""
    before = text[max(0, start - 60) : start]
    return bool(_SPEECH_BEFORE.search(before)) or (
        bool(_COLON_BEFORE.search(before)) and not text[end:].strip(" .,!?")
    )


@lru_cache(AT_HAND)
def in_capitals(text: str) -> tuple[Span, ...]:
    """Titles some outlets print in capitals; none where the whole headline shouts."""
    found = () if shouted(text) else tuple(_in_capitals(text))
    if len(found) > 1:
        found = tuple(
            span
            for span, other in zip(found, (*found[1:], None), strict=True)
            if not _played(text, span, other)
        )
    if len(found) > 1 and not found[0].start and text[found[0].end] == ":" and " " not in found[0].text:
        found = found[1:]  # CONFIRMED: what comes is news of another
    if found and quoted(text):  # where titles are in quotes, a word in capitals is only said aloud
        return tuple(span for span in found if not span.start or " " in span.text)
    return found


def _played(text: str, span: Span, other: Span | None) -> bool:
    """Tell whether one word in capitals is who is played in the film named next: Is VORNA in HEAT 2."""
    if other is None or " " in span.text or not _IN.fullmatch(text, span.end, other.start):
        return False
    return _PLAYS.search(text, 0, span.start) is not None


def _called_out(text: str) -> int:
    """How much of words in capitals is called out before the title: RUMOR: HEAT 2; NOOO! HEAT 2."""
    at = 0
    while call := _CALLED_OUT.match(text, at):
        words = fold(call[1]).split()
        if not (_DRAWN_OUT.search(call[1]) or all(word in CALLS for word in words)):
            break
        at = call.end()
    return at


def _in_capitals(text: str) -> Iterator[Span]:
    for match in _CAPS.finditer(text):
        whole = match.group().rstrip(" :&.-")
        called = _called_out(whole) if ": " in whole or "! " in whole else 0
        found = whole[called:]
        if found.endswith(("'S", "’S")):
            found = found[:-2]
        found = _SHOWN_IN.sub("", found)
        if match.start() and text[match.start() - 1] in "$£€":
            continue  # $11M TIFF Deal
        if _OF_TIME.fullmatch(found.lower()):
            continue  # until NOVEMBER 2028
        if not text[match.end() :].strip(" .!") and _HOW.search(text, 0, match.start()):
            continue  # it is only said aloud: the trailer is TERRIFYING
        if " " not in found and (fold(found.rstrip("!")) in STOP or _DRAWN_OUT.search(found)):
            continue  # AGAIN, NOOO
        if sum(map(str.isalpha, found)) >= 4 and any(len(word) >= 4 for word in _WORD.findall(found)):
            start = match.start() + called
            yield Span(start, start + len(found), found)


@lru_cache(AT_HAND)
def shouted(text: str) -> bool:
    """Tell whether a whole headline is in capitals, so that capitals prove nothing."""
    text = text[:ENOUGH]
    return sum(map(str.isupper, text)) > 0.75 * sum(map(str.isalpha, text))


@lru_cache(AT_HAND)
def title_case(text: str) -> bool:
    """Tell whether a headline capitalises its words, so that a capital proves little."""
    row = tokens(text)
    shown = bisect_left(row.starts, ENOUGH)
    cases = row.cases[1:shown]
    if cases and len(text) > ENOUGH and (last := _WORD.match(text, row.starts[shown - 1], ENOUGH)):
        cases = cases[:-1] + case(last[0])  # as far as it is shown
    large, small = cases.count("u"), cases.count("l")
    return large > 0.7 * (large + small) and small < RUNNING


def blank(text: str, places: Iterable[tuple[int, int]]) -> str:
    """A text with its titles blotted out, so that 28 Years Later tells nothing of years."""
    for start, end in places:
        text = f"{text[:start]}{'_' * (end - start)}{text[end:]}"
    return text


def inside(start: int, end: int, spans: Spans) -> bool:
    """Tell whether a stretch of text touches one of the spans."""
    return any(start < b and a < end for a, b in spans)
