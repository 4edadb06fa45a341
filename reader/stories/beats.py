"""What kind of news a report brings, whether it is hearsay, and the words that decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.stories.cues import SECTION_WEIGHT, SECTIONS, USUAL_SECTION_WEIGHT, compiled
from reader.stories.terms import fold

HEADLINE, FIRST, REST = 1.0, 0.34, 0.12
ENOUGH = 2.0

_SENTENCE = re.compile(r"(?<=[a-z0-9”\"’')][.!?])\s+(?=[A-Z“\"‘'])")
_BEAT_OF_SECTION = {name: beat for beat, names in SECTIONS.items() for name in names.split()}


class Beat(NamedTuple):
    """A kind of news, and the words that decided."""

    name: str
    words: tuple[str, ...] = ()


def beat(title: str, lead: str, categories: Iterable[str] = ()) -> Beat:
    """Tell what kind of news this is: `other` where nothing says."""
    first, _, rest = _opening(fold(lead))
    scores: dict[str, float] = {}
    said: dict[str, list[str]] = {}
    for text, share in ((fold(title), HEADLINE), (first, FIRST), (rest, REST)):
        for name, cues in compiled().items():
            strongest = _strongest(text, cues)
            if strongest:
                scores[name] = scores.get(name, 0.0) + share * strongest[0]
                said.setdefault(name, []).append(strongest[1])
    for category in categories:
        name = _BEAT_OF_SECTION.get(re.sub(r"[^a-z0-9]+", "-", fold(category)).strip("-"))
        if name:
            scores[name] = scores.get(name, 0.0) + SECTION_WEIGHT.get(name, USUAL_SECTION_WEIGHT)
            said.setdefault(name, []).append(category)
    best = max(scores, key=lambda name: (scores[name], name), default="other")
    return Beat(best, tuple(said[best])) if scores.get(best, 0.0) >= ENOUGH else Beat("other")


def _opening(lead: str) -> tuple[str, str, str]:
    sentences = _SENTENCE.split(lead, maxsplit=1)
    return sentences[0], "", sentences[1] if len(sentences) > 1 else ""


def _strongest(text: str, cues: list[tuple[float, re.Pattern[str]]]) -> tuple[float, str] | None:
    found = [(weight, match.group()) for weight, cue in cues if (match := cue.search(text))]
    if not found:
        return None
    weight, word = max(found)
    return weight + 0.25 * (len(found) - 1), word
