"""Where a line may end inside a word: after a dash and beside a CJK character, as its punctuation allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from reader.patterns import late

_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
_NO_START = (
    "、。，．・：；？！ゝゞ々ー）］｝」』】〉》〕〗’”)]}.,:;?!%…—～"
    "ぁぃぅぇぉっゃゅょァィゥェォッャュョ\ufe0f\u200d"
)
_NO_END = "（［｛「『【〈《〔〖‘“([{$£¥"
BREAKABLE = late(f"[—{_CJK}]")


@cache
def _cut() -> re.Pattern[str]:
    """Return what finds the places; it takes 6 ms to compile, and most texts never ask."""
    before, after = re.escape(_NO_END), re.escape(_NO_START)
    return re.compile(rf"(?!^)(?<![{before}])(?:(?<=[—{_CJK}])(?=.)|(?=[{_CJK}]))(?![{after}])", re.DOTALL)


def cuts(text: str) -> Iterator[int]:
    """Yield the places inside a word where a line may end."""
    return (match.start() for match in _cut().finditer(text))


def parts(word: str) -> list[str]:
    """Return a word in the parts a line may end between; most words are one."""
    if word.isascii() or not BREAKABLE.search(word):
        return [word]
    return [word[start:end] for start, end in pairwise([0, *cuts(word), len(word)])]
