"""Which way text runs. A line of right-to-left text stands at the right, its bars and bullets on that side.

Its characters stay in the order they are read: a terminal that knows both directions turns them itself,
and turning them here would turn them back there. The first letter decides, as Unicode says (UAX 9, P2).
A number stays at the left: behind such text, those terminals would take it for a part of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import bidirectional

from reader.ui.typeset.lines import Run, Runs

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]")

BULLET = 2
"""The width of a bar or a bullet and the blank beside it; what is wider is a number, or the room of one."""


def runs_left(runs: Iterable[Run]) -> bool:
    """Tell whether text begins with a letter that is read from right to left."""
    for run in runs:
        if first := _RTL.search(run.text):
            before = run.text[: first.start()]
            return not any(map(_is_letter, before)) and bidirectional(first[0]) in ("R", "AL")
        if any(map(_is_letter, run.text)):
            return False
    return False


def _is_letter(character: str) -> bool:
    return bidirectional(character) == "L"


def sides(prefix: Runs) -> tuple[Runs, Runs]:
    """Divide what stands before a line into what stays there, numbers, and what goes behind it, turned."""
    stays = tuple(run for run in prefix if len(run.text) > BULLET)
    moved = (run._replace(text=_turned(run.text)) for run in reversed(prefix) if len(run.text) <= BULLET)
    return stays, tuple(moved)


def _turned(text: str) -> str:
    core = text.strip(" ")
    start = text.find(core)
    return text[start + len(core) :] + core + text[:start]
