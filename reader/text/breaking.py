"""Where a line may end inside a word: after a dash and beside a CJK character, as its punctuation allows."""

from __future__ import annotations

import re
from itertools import pairwise

_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
_NO_START = (
    "、。，．・：；？！ゝゞ々ー）］｝」』】〉》〕〗’”)]}.,:;?!%…—～"
    "ぁぃぅぇぉっゃゅょァィゥェォッャュョ\ufe0f\u200d"
)
_NO_END = "（［｛「『【〈《〔〖‘“([{$£¥"
BREAKABLE = re.compile(f"[—{_CJK}]")
CUT = re.compile(
    rf"(?!^)(?<![{re.escape(_NO_END)}])(?:(?<=[—{_CJK}])(?=.)|(?=[{_CJK}]))(?![{re.escape(_NO_START)}])",
    re.DOTALL,
)


def parts(word: str) -> list[str]:
    """Return a word in the parts a line may end between; most words are one."""
    if word.isascii() or not BREAKABLE.search(word):
        return [word]
    cuts = [0, *(match.start() for match in CUT.finditer(word)), len(word)]
    return [word[start:end] for start, end in pairwise(cuts)]
