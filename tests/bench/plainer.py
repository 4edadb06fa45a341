"""The plainer ways: TF-IDF with a window and a threshold, and NewsBlur's rule for titles."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.stories.language.word_lists import STOP
from reader.stories.report import Report

THRESHOLDS = (0.08, 0.10, 0.12, 0.14, 0.16, 0.18, 0.20, 0.24)
"""The bench shows plain TF-IDF at the best of these for each set, which a reader could not know."""
WINDOW = 72 * 3600
NEWSBLUR_WINDOW = 120 * 3600


def plain_tfidf(reports: Sequence[Report], threshold: float = 0.18) -> dict[int, int]:
    """Title twice and lead, one pass in time, joined at the mean of the three likest members."""
    order = sorted(reports, key=lambda report: (report.published, report.key))
    bags = [Counter(_words(f"{r.title} {r.title} {r.lead}")) for r in order]
    seen = Counter(word for bag in bags for word in bag)
    vectors = [_unit({w: n * math.log((len(bags) + 1) / seen[w]) for w, n in bag.items()}) for bag in bags]
    holding: dict[str, list[int]] = defaultdict(list)
    home: list[int] = []
    last: dict[int, int] = {}
    for place, vector in enumerate(vectors):
        near = {other for word in vector for other in holding[word]}
        alike: dict[int, list[float]] = defaultdict(list)
        for other in near:
            if order[place].published - last[home[other]] <= WINDOW:
                alike[home[other]].append(sum(v * vectors[other].get(w, 0.0) for w, v in vector.items()))
        best = max(
            ((sum(sorted(s)[-3:]) / min(3, len(s)), -story) for story, s in alike.items()), default=(0.0, 0)
        )
        home.append(-best[1] if best[0] >= threshold else place)
        last[home[-1]] = order[place].published
        for word in vector:
            holding[word].append(place)
    return {report.key: story for report, story in zip(order, home, strict=True)}


def newsblur(reports: Sequence[Report]) -> dict[int, int]:
    """Titles alike once normalised, or sharing 3 words and 0.6 of the shorter, within 120 h; in chains."""
    order = sorted(reports, key=lambda report: (report.published, report.key))
    words = [set(_title_words(report.title)) for report in order]
    parent = list(range(len(order)))

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    holding: dict[str, list[int]] = defaultdict(list)
    for place, mine in enumerate(words):
        for other in {near for word in mine for near in holding[word][-50:]}:
            theirs = words[other]
            near = order[place].published - order[other].published <= NEWSBLUR_WINDOW
            shared = len(mine & theirs)
            long = min(len(mine), len(theirs)) >= 5 and shared >= 3
            if near and (mine == theirs or (long and shared / min(len(mine), len(theirs)) >= 0.6)):
                parent[max(root(place), root(other))] = min(root(place), root(other))
        for word in mine:
            holding[word].append(place)
    return {report.key: root(place) for place, report in enumerate(order)}


def _words(text: str) -> list[str]:
    return [
        word
        for word in re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))
        if word not in STOP
    ]


def _title_words(title: str) -> list[str]:
    """NewsBlur drops figures and words of one or two letters: Heat 2 is heat to it."""
    return [word for word in re.findall(r"[a-z]{3,}", title.lower()) if word not in STOP]


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}
