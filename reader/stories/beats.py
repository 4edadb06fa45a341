"""What kind of news a report brings, whether it is hearsay, and the words that decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from reader.patterns import late
from reader.stories.kinds.cues import heard, words_in
from reader.stories.kinds.manner import manners, wording
from reader.stories.kinds.sections import SECTIONS, Section
from reader.stories.terms import fold, folded

HEADLINE, FIRST, REST = 1.0, 0.34, 0.12
ENOUGH = 2.5
DOUBT = 1.0
"""What speaks for no kind of news in particular before a word is read."""
AS_WELL = 0.25
"""What each further cue of a kind adds to the strongest."""
ALONE = 0.7
"""How much of its weight wording has where no cue speaks for that kind: it is the writer's manner, too."""
CALLED = frozenset({"list", "obituary", "release-date"})
"""What no wording alone makes of a report: a word calls it so. All news is full of dates and numbers."""

_SENTENCE = late(r"(?<=[a-z0-9”»\"’')][.!?])\s+(?=[a-z0-9“«\"‘'])")


SHARED = 0.9


class Beat(NamedTuple):
    """A kind of news, and the words that decided."""

    name: str
    words: tuple[str, ...] = ()


Verdict = dict[str, tuple[float, tuple[str, ...]]]
"""How much speaks for each kind of news, and in which words."""


def weigh(title: str, lead: str, categories: Iterable[str] = ()) -> Verdict:
    """Weigh what a headline, its lead and its sections say of the kind of news."""
    first, rest = _opening(folded(lead))
    verdict: Verdict = {}
    head = folded(title)
    spoken: set[str] = set()
    for text, share in ((head, HEADLINE), (first, FIRST), (rest, REST)):
        by_beat: dict[str, list[tuple[float, str]]] = {}
        words = words_in(text)
        spoken.update(words)
        for cue, word in heard(text, words) if text else ():
            by_beat.setdefault(cue.beat, []).append((cue.weight, word))
        for name, cues in by_beat.items():
            strongest, word = max(cues)
            _add(verdict, name, share * (strongest + AS_WELL * (len(cues) - 1)), word)
    for name, (weight, word) in manners(wording(spoken, f"{title} {lead}")).items():
        if name in verdict or name not in CALLED:
            told = name in verdict
            _add(verdict, name, weight if told or weight < 0 else ALONE * weight, "" if told else word)
    for category in categories:
        if section := _section(category):
            _add(verdict, section.beat, section.weight, category)
    return verdict


@lru_cache(1 << 10)
def _section(category: str) -> Section | None:
    """The kind of news that a section is for."""
    return SECTIONS.get(re.sub(r"[^a-z0-9]+", "-", fold(category)).strip("-"))


def _add(verdict: Verdict, name: str, weight: float, word: str) -> None:
    before, words = verdict.get(name, (0.0, ()))
    verdict[name] = (before + weight, (*words, word) if word else words)


def pooled(story: Sequence[Verdict]) -> dict[str, float]:
    """What the reports of one story say together of its kind of news: the others have a say in each."""
    total: dict[str, float] = {}
    for verdict in story if len(story) > 1 else ():
        for name, (weight, _) in verdict.items():
            total[name] = total.get(name, 0.0) + weight
    return {name: SHARED * weight * len(story) ** -0.5 for name, weight in total.items()}


def decide(verdict: Verdict, shared: Mapping[str, float] = MappingProxyType({})) -> Beat:
    """Tell the kind of news. `shared`: what its story says together. `other` where nothing speaks."""
    scores = dict(shared)
    for name, (weight, _) in verdict.items():
        scores[name] = scores.get(name, 0.0) + weight
    scores["other"] = scores.get("other", 0.0) + DOUBT
    weight, best = max(zip(scores.values(), scores, strict=True))
    if weight < ENOUGH:
        return Beat("other")
    return Beat(best, verdict.get(best, (0.0, ()))[1])


def beat(title: str, lead: str, categories: Iterable[str] = ()) -> Beat:
    """Tell what kind of news one report brings by itself."""
    return decide(weigh(title, lead, categories))


def _opening(lead: str) -> tuple[str, str]:
    sentences = _SENTENCE.split(lead, maxsplit=1)
    return sentences[0], sentences[1] if len(sentences) > 1 else ""
