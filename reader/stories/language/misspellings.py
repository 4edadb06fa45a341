"""Slips of the pen: names and titles that are meant for others, by how they look and how they sound."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from reader.patterns import late

_SILENT, _DOUBLED = late("[aeiouyhw]+"), late(r"(.)\1+")
_ALIKE = str.maketrans("zckq", "sskk")
"""Letters that a slip takes for one another."""
SHORTEST_SLIP = 5
"""Letters of a word of a title in which a slip shows."""
WORD_ALIKE, SURNAME_ALIKE, NAME_ALIKE = 0.8, 0.75, 0.86
"""How alike a word of a title, a surname and a whole name are to what was meant."""


def misspelt(key: str, other: str) -> bool:
    """Tell whether a key is another with a slip in one of its longer words, or in how it is cut."""
    if "".join(key.split()) == "".join(other.split()):
        return key != other
    one, two = key.split(), other.split()
    odd = [pair for pair in zip(one, two, strict=False) if pair[0] != pair[1]]
    if len(one) != len(two) or len(odd) != 1:
        return False
    mine, theirs = odd[0]
    long = min(len(mine), len(theirs)) >= SHORTEST_SLIP and mine.isalpha() and theirs.isalpha()
    return long and mine[0] == theirs[0] and _near(mine, theirs, WORD_ALIKE)


def is_slip(key: str, other: str) -> bool:
    """Tell whether two names are alike but for a few letters: Vivian Hart and Vivienne Harte."""
    if key[0] != other[0] or not _near(key.split()[-1], other.split()[-1], SURNAME_ALIKE):
        return False
    return _near(key, other, NAME_ALIKE)


def _near(one: str, other: str, least: float) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= least


def variants(key: str) -> Iterator[str]:
    """What two ways to print one name have in common: in another order, cut otherwise, letters swapped."""
    words = key.split()
    yield "".join(sorted("".join(words)))  # order, spaces and swapped letters aside
    if len(words) == 2:
        yield "".join(reversed(words))


def sound(key: str) -> str:
    """A name with what is heard of its surname: consonants, each once where it is doubled, z as s."""
    given, _, surname = key.rpartition(" ")
    heard = _DOUBLED.sub(r"\1", _SILENT.sub("", surname[1:].translate(_ALIKE)))
    return f"{_given_sound(given)} {surname[:1]}{heard.removesuffix('s')}"


def _given_sound(given: str) -> str:
    """A given name as it is heard, its vowels kept: Suzanne as Susanne, Honour as Honor, Jon as John."""
    heard = given.replace("ou", "o").replace("ph", "f").replace("h", "").replace("y", "i").translate(_ALIKE)
    return _DOUBLED.sub(r"\1", heard)
