"""Finds the cues of a text: each is tried only where a match of it can begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from reader.patterns import late
from reader.stories.kinds.cues_english import CUES
from reader.stories.kinds.cues_other_languages import TONGUES
from reader.stories.language.terms import Cache
from reader.stories.language.word_lists import STOP

_WORD = late(r"[a-z0-9]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_PLAIN = late(r"(?:[^\W_A-Z]|[' ,:&★☆-]|\\[$\[.])*")
_TWO_WORDS = late(r"([a-z0-9]+)[^a-z0-9]+([a-z0-9]{3}|[a-z0-9]+(?=[^a-z0-9]))")
_NUMBER = late(r"\d")
_NUMBERED = late(r"\^?\\d")
"""How a pattern reads of which every match begins with a number."""
NUMBER, START = "\\d", "^"
"""The needles of a cue that begins with a number, whichever; of one that begins where a text does."""


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A phrase that tells what kind of news this is."""

    beat: str
    weight: float
    pattern: re.Pattern[str]


Needle = tuple[str, Cue]
"""A text that a match of a cue begins with."""


@lru_cache(1)
def _cues() -> dict[str, list[Needle]]:
    """Every cue with its needles, by the first letters of these."""
    found: dict[str, list[Needle]] = {}
    for beat, text in chain(CUES.items(), TONGUES.items()):
        whole = re.sub(r"(?<=\S)\|\s+", "|", " ".join(text.split()))  # a long choice is written in lines
        for each in whole.split(" | "):
            weight, pattern = each.strip().split(" ", 1)
            cue = Cue(beat, float(weight), _compiled(pattern))
            for needle in _needles(pattern):
                found.setdefault(_first_word(needle)[:4], []).append((needle, cue))
    return found


def _first_word(needle: str) -> str:
    return needle[: len(needle) - len(needle.lstrip(_LETTERS))]


def _compiled(pattern: str) -> re.Pattern[str]:
    start = "" if pattern[0] in "\\^[,★" else r"\b"
    end = r"\b" if pattern[-1].isalnum() or pattern[-1] in "?)" else ""
    return late(f"{start}(?:{pattern}){end}")


def _needles(pattern: str) -> list[str]:
    """The plain texts that matches of a pattern begin with; `NUMBER` where that is a number."""
    if pattern.startswith("(?:"):
        choices, rest = _choices(pattern)
        after = rest.removeprefix("?")
        needles = [needle for part in choices for needle in _needles(part + after)]
        return needles + _needles(after) if rest != after else needles
    if pattern.startswith("^") and not _NUMBERED.match(pattern):
        return [START]
    plain = _PLAIN.match(pattern)
    literal = plain[0] if plain else ""
    rest = pattern[len(literal) :]
    if rest[:1] in ("?", "*", "{"):
        fewer = re.sub(r"\\?.$", "", literal)
        whole = (fewer, literal) if rest[0] == "?" and len(rest) > 1 else (fewer,)
        tails = _needles(rest[1:]) if len(whole) > 1 else [""]
        return [_read(each) + tail.replace(NUMBER, "") for each in whole for tail in tails]
    if rest.startswith("(?:") and literal.strip() in STOP:  # in the: what comes next is seldom there
        return [_read(literal) + tail.replace(NUMBER, "") for tail in _next(rest)]
    return [NUMBER if _NUMBERED.match(pattern) else _read(literal)]


def _next(rest: str) -> list[str]:
    """The plain texts that a group and what follows it begin with."""
    choices, after = _choices(rest)
    if after[:1] in ("*", "+", "{"):
        return [""]
    needles = [needle for part in choices for needle in _needles(part + after.removeprefix("?"))]
    return needles + _needles(after[1:]) if after[:1] == "?" else needles


def _read(literal: str) -> str:
    return literal.replace("\\", "")


def _choices(pattern: str) -> tuple[list[str], str]:
    """Cut a pattern that begins with a group: what there is to choose from, and what follows."""
    choices, depth = [""], 0
    for place, letter in enumerate(pattern[3:], 3):
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return choices, pattern[place + 1 :]
        if letter == "|" and not depth:
            choices.append("")
        else:
            choices[-1] += letter
    raise ValueError(pattern)


def _begun(word: str) -> tuple[Needle, ...]:
    """The cues that may begin with a word; for none, those that begin with a mark."""
    if not word:
        return tuple(each for each in _cues()[""] if each[0] not in (NUMBER, START))
    near = (each for size in range(1, min(len(word), 4) + 1) for each in _cues().get(word[:size], ()))
    return tuple((needle, cue) for needle, cue in near if _begins(needle, word) and not _pair(needle))


_beginning = Cache(_begun)


@lru_cache(2)
def _at(needle: str) -> tuple[list[Cue], re.Pattern[str]]:
    """The cues with a needle that is no text, and what is found wherever one of them is."""
    cues = [cue for each, cue in _cues()[""] if each == needle]
    return cues, late("|".join(cue.pattern.pattern for cue in cues))


@lru_cache(1)
def _by_pair() -> tuple[dict[str, list[Needle]], frozenset[str]]:
    """The needles of two words and more by these: in, to, the alone begin a hundred that are not there.

    And the words that begin one.
    """
    found: dict[str, list[Needle]] = {}
    for needle, cue in chain.from_iterable(_cues().values()):
        if pair := _pair(needle):
            found.setdefault(pair, []).append((needle, cue))
    return found, frozenset(pair.split()[0] for pair in found)


def _pair(needle: str) -> str:
    """The first word of a needle and three letters of its second; nothing where there are no two."""
    two = _TWO_WORDS.match(needle)
    return f"{two[1]} {two[2]}" if two else ""


def _begins(needle: str, word: str) -> bool:
    first = _first_word(needle)
    return word.startswith(first) if first == needle else word == first


def words_in(text: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(text)


def cues_in(text: str, words: Sequence[str] | None = None) -> list[tuple[Cue, str]]:
    """The cues in a folded text, each with the words it was first heard in. `words`: its words, if known."""
    found: dict[Cue, tuple[int, str]] = {}
    words = words_in(text) if words is None else words
    numbers = [match.start() for match in _NUMBER.finditer(text)]
    for needle, places in ((NUMBER, numbers), (START, (0,))):
        cues, any_of_them = _at(needle)
        held = [at for at in places if any_of_them.match(text, at)]
        for cue in cues if held else ():
            for at in held:
                if match := cue.pattern.match(text, at):
                    _note(found, cue, at, match[0])
                    break
    near = list(chain.from_iterable(map(_beginning.__getitem__, set(words))))
    by_pair, firsts = _by_pair()
    pairs = [f"{one} {two[:3]}" for one, two in pairwise(words) if one in firsts]
    for pair in by_pair.keys() & pairs:
        near += by_pair[pair]
    for needle, cue in chain(_beginning[""], near):
        if (at := text.find(needle)) >= 0:
            _look(found, needle, cue, text, at)
    return [(cue, words) for cue, (_, words) in found.items()]


def _look(found: dict[Cue, tuple[int, str]], needle: str, cue: Cue, text: str, at: int) -> None:
    """Note the first match of a cue, looked for where its needle is: from the first place on."""
    while at >= 0:
        if match := cue.pattern.match(text, at):
            _note(found, cue, at, match[0])
            return
        at = text.find(needle, at + 1)


def _note(found: dict[Cue, tuple[int, str]], cue: Cue, at: int, words: str) -> None:
    hit = (at, words)
    found[cue] = min(found.get(cue, hit), hit)
