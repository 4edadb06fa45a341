"""How a kind of news is written where nothing names it: what each word says for a kind and against it.

A cue is a phrase that is enough by itself. These are words that say little alone and much together, small
ones too: an obituary says `was` and `her`, a review `but` and `is`, a date is full of months and numbers.
Their weights are fitted to labelled news by `tests/bench/bag_of_words.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from reader.stories.kinds.cues_english import CUES

MARKS = "$£€?!★«"
"""What says as much as a word does, wherever it stands."""
TENTHS = 10
"""The weights in the file are whole tenths."""
KINDS = tuple(CUES)
Says = tuple[int, ...]
"""How much a word speaks for each of `KINDS`, in tenths; less than nothing: against it."""


@lru_cache(1)
def _weights() -> Mapping[str, Says]:
    found: dict[str, Says] = {}
    for line in files("reader.stories.kinds").joinpath("bag_of_words.txt").read_text("utf-8").splitlines():
        word, *says = line.split()
        tenths = dict(zip(says[::2], map(int, says[1::2]), strict=True))
        found[word] = tuple(tenths.get(kind, 0) for kind in KINDS)
    return found


def wording(words: Iterable[str], text: str) -> set[str]:
    """The words of a folded text, and its marks; all numbers are alike, but for years and what is counted."""
    found = {_number(word) if word[0] <= "9" else word for word in words}
    found.update(mark for mark in MARKS if mark in text)
    return found


def _number(word: str) -> str:
    unit = word.lstrip("0123456789")
    return "0000" if not unit and len(word) == len("2027") else f"0{unit}"


def kind_weights(words: Iterable[str]) -> dict[str, tuple[float, str]]:
    """Tell how much the wording of a text sounds of each kind of news, and the word that does so most."""
    weights = _weights()
    met = sorted(weights.keys() & words)
    found = {}
    for kind, column in zip(KINDS, zip(*map(weights.__getitem__, met), strict=True), strict=False):
        tenths = sum(column)
        found[kind] = (tenths / TENTHS, met[column.index(max(column))] if tenths > 0 else "")
    return found
