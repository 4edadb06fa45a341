"""Where a film's making stands: that cameras roll is never the news that they stand still."""

from __future__ import annotations

from functools import lru_cache

from reader.patterns import late
from reader.stories.language.terms import TOLD

HALTED, BEGUN = 16, 32
"""Values of `Item.stance`."""
_WORK = r"(?:the )?(?:filming|production|shooting|(?:the )?shoot|cameras|work)\b"
_HALTED = late(
    rf"\b(?:halts?|halted|paus(?:es?|ed)|suspends?|suspended|stops?|stopped|shuts? down|interrupts?|"
    rf"delays?) {_WORK}|"
    r"\b(?:filming|production|shoot|shooting) (?:\w+ )?(?:halted|paused?|suspended|stopped|stops|halts|shut|"
    r"shuts|grinds|on hold|interrupted)\b"
)
_BEGUN = late(
    rf"\b(?:begins?|starts?|kicks? off|commences?) {_WORK}|\b(?:filming|production|shoot|shooting|cameras) "
    r"(?:\w+ )?(?:begins?|starts?|under ?way|rolls?|rolling|gets? under way|kicks? off)\b|"
    r"\bis (?:now |officially |finally )*(?:filming|shooting)\b"
)


@lru_cache(TOLD)
def stage(title: str) -> int:
    """Tell what a headline says of a film's making: `HALTED`, `BEGUN`, or 0 for neither."""
    head = title.lower()
    return HALTED if _HALTED.search(head) else BEGUN if _BEGUN.search(head) else 0
