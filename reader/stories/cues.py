"""Finds the cues of a text: each is tried only where a match of it can begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.stories.kinds import CUES

_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_PLAIN = re.compile(r"(?:[^\W_A-Z]|[' ,:&★☆-]|\\[$\[.])*")
_NUMBER = re.compile(r"\d")
_NUMBERED = re.compile(r"\^?\\d")
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
    for beat, text in CUES.items():
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
    return re.compile(f"{start}(?:{pattern}){end}")


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
    return [NUMBER if _NUMBERED.match(pattern) else _read(literal)]


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


@lru_cache(1 << 15)
def _beginning(word: str) -> tuple[Needle, ...]:
    """The cues that may begin with a word."""
    near = (each for size in range(1, min(len(word), 4) + 1) for each in _cues().get(word[:size], ()))
    return tuple((needle, cue) for needle, cue in near if _begins(needle, word))


def _begins(needle: str, word: str) -> bool:
    first = _first_word(needle)
    return word.startswith(first) if first == needle else word == first


@lru_cache(8)
def words_in(text: str) -> frozenset[str]:
    """The words of a folded text, wherever they stand."""
    return frozenset(_WORD.findall(text))


def heard(text: str) -> list[tuple[Cue, str]]:
    """The cues in a folded text, each with the words it was first heard in."""
    found: dict[Cue, tuple[int, str]] = {}
    numbers = [match.start() for match in _NUMBER.finditer(text)]
    for needle, cue in _cues()[""]:
        if needle in (NUMBER, START):
            for at in numbers if needle == NUMBER else (0,):
                if match := cue.pattern.match(text, at):
                    _note(found, cue, at, match[0])
                    break
        elif (at := text.find(needle)) >= 0:
            _look(found, needle, cue, text, at)
    find = text.find
    for word in words_in(text):
        for needle, cue in _beginning(word):
            if (at := find(needle)) >= 0:  # most are not there: this is asked thirty times a text
                _look(found, needle, cue, text, at)
    return [(cue, words) for cue, (_, words) in found.items()]


def _look(found: dict[Cue, tuple[int, str]], needle: str, cue: Cue, text: str, at: int) -> None:
    """Note the first match of a cue that begins with the needle, first met at a place: it is tried nowhere else."""
    while at >= 0:
        if match := cue.pattern.match(text, at):
            _note(found, cue, at, match[0])
            return
        at = text.find(needle, at + 1)


def _note(found: dict[Cue, tuple[int, str]], cue: Cue, at: int, words: str) -> None:
    hit = (at, words)
    found[cue] = min(found.get(cue, hit), hit)
