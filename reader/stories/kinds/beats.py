"""What kind of news a report brings, whether it is hearsay, and the words that decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from reader.patterns import late
from reader.stories.kinds.bag_of_words import kind_weights, wording
from reader.stories.kinds.casting_changes import hired, leaves_cast
from reader.stories.kinds.cue_matching import cues_in, words_in
from reader.stories.kinds.sections import SECTIONS
from reader.stories.kinds.series_and_games import OF_FILMS, series_or_game_word
from reader.stories.language.terms import fold, folded

HEADLINE, FIRST, REST = 1.0, 0.34, 0.12
"""How much a cue weighs in the headline, in the first sentence of the lead, and in what follows that."""
ENOUGH = 3.0
"""The least weight that makes news one of a kind; set with the weights of the cues, on labelled news."""
DOUBT = 1.5
"""What speaks for no kind of news in particular before a word is read."""
AS_WELL = 0.25
"""What each further cue of a kind adds to the strongest."""
ALONE = 0.7
"""How much of its weight wording has where no cue speaks for that kind: it is the writer's manner, too."""
CALLED = frozenset({"list", "obituary", "release-date"})
"""What no wording alone makes of a report: a word calls it so. All news is full of dates and numbers."""

_SENTENCE = late(r"(?<=[a-z0-9”»\"’')][.!?])\s+(?=[a-z0-9“«\"‘'])")


SHARED = 0.9
"""How much of what its story says of the kind of news counts for each report."""
LEFT = 12.0
"""What it says for casting that a player leaves a film: the words for it are those of any other exit."""
WITH_DATE = 0.4
"""How much of a date is left beside the news of who is new to a film: it moves for them."""


class Beat(NamedTuple):
    """A kind of news, and the words that decided."""

    name: str
    words: tuple[str, ...] = ()


Verdict = dict[str, tuple[float, tuple[str, ...]]]
"""How much speaks for each kind of news, and in which words."""


def weigh(title: str, lead: str, categories: Iterable[str] = ()) -> Verdict:
    """Weigh what a headline, its lead and its sections say of the kind of news."""
    body, head = folded(lead), folded(title)
    in_head = frozenset(words_in(head))
    verdict: Verdict = {}
    spoken = _weigh_cues(verdict, head, body)
    _weigh_wording(verdict, spoken, f"{title} {lead}")
    sections = {_section(category): category for category in categories}
    for each, category in sections.items():
        if section := SECTIONS.get(each):
            add(verdict, section.beat, section.weight, category)
    if word := leaves_cast(head, body):
        add(verdict, "casting", LEFT, word)
    if word := series_or_game_word(head, spoken, in_head, sections):
        _of_no_film(verdict, word)
    return verdict


def _weigh_cues(verdict: Verdict, head: str, body: str) -> set[str]:
    """Add what the cues in headline, first sentence and rest say; return all words of these."""
    first, rest = _opening(body)
    spoken: set[str] = set()
    for text, share in ((head, HEADLINE), (first, FIRST), (rest, REST)):
        by_beat: dict[str, list[tuple[float, str]]] = {}
        words = words_in(text)
        spoken.update(words)
        for cue, word in cues_in(text, words) if text else ():
            by_beat.setdefault(cue.beat, []).append((cue.weight, word))
        if text is head and "release-date" in by_beat and hired(head):
            by_beat["release-date"] = [(WITH_DATE * weight, word) for weight, word in by_beat["release-date"]]
        for name, cues in by_beat.items():
            strongest, word = max(cues)
            add(verdict, name, share * (strongest + AS_WELL * (len(cues) - 1)), word)
    return spoken


def _weigh_wording(verdict: Verdict, spoken: set[str], text: str) -> None:
    """Add what all words together say of each kind: less of one for which no cue speaks."""
    for name, (weight, word) in kind_weights(wording(spoken, text)).items():
        if name in verdict or name not in CALLED:
            told = name in verdict
            add(verdict, name, weight if told or weight < 0 else ALONE * weight, "" if told else word)


@lru_cache(1 << 10)
def _section(category: str) -> str:
    """A section as `SECTIONS` has it."""
    return re.sub(r"[^a-z0-9]+", "-", fold(category)).strip("-")


def _of_no_film(verdict: Verdict, word: str) -> None:
    """What speaks for news of a film speaks for none where it is told of a series or a game."""
    told = [verdict.pop(name)[0] for name in OF_FILMS if name in verdict]
    add(verdict, "other", max([DOUBT, *told]), word)


def add(verdict: Verdict, name: str, weight: float, word: str) -> None:
    """Add what speaks for a kind of news, and in which word."""
    before, words = verdict.get(name, (0.0, ()))
    verdict[name] = (before + weight, (*words, word) if word else words)


def pooled(story: Sequence[Verdict]) -> dict[str, float]:
    """Add up what the reports of a story say of their kind of news: for each, the others have a say."""
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
