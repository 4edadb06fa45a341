"""`python -m tests.bench.bag_of_words FOLDER...`: fits the weights of `reader.stories.kinds.bag_of_words`.

Each folder is a labelled set, as `shared/gold` is. A softmax regression over which words a report has, held
back from trusting any of them; words that are mostly printed large are names and say nothing.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reader.stories.kinds.bag_of_words import TENTHS, wording
from reader.stories.kinds.cue_matching import words_in
from reader.stories.language.spans import blank
from reader.stories.language.terms import folded
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, in_order
from tests.bench.gold import gold

ROUNDS, RATE, HELD_BACK = 30, 0.2, 2.0
TRUST = 1.6
"""How much the words weigh beside the cues, whose weights were set by hand."""
LEAST = 0.3
SETS, TIMES = 3, 5
"""A word of fewer sets, or reports, may be theirs alone."""
_IN_RUNNING_TEXT = re.compile(r"(?<=[a-z,;’'] )[^\W_]+")
LARGE_AND_NO_NAMES = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december easter halloween thanksgiving christmas cannes venice berlin sundance
    toronto oscar oscars bafta baftas cesar imax netflix blu i
"""
"""Printed large, and yet neither people nor films."""

Rows = list[tuple[tuple[str, ...], str]]


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bag_of_words", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--to", type=Path, default=Path("reader/stories/kinds/bag_of_words.txt"))
    options = parser.parse_args()
    sets = [read(folder) for folder in options.folders]
    known = vocabulary(sets)
    rows = [(tuple(sorted(words & known)), kind) for each in sets for words, kind, _ in each]
    options.to.write_text("".join(written(fitted(rows))), "utf-8")


def read(folder: Path) -> list[tuple[set[str], str, str]]:
    """The wording of each report of a set, without its titles; its kind; and its text in full."""
    labelled = gold(0, folder)
    room = Newsroom(Memory())
    batch = in_order(labelled.reports)
    room.learn(batch)
    found = []
    for report in batch:
        label = labelled.labels[report.key]
        if label:
            found.append((_wording(room, report), label["beat"], report.lead))
    return found


def _wording(room: Newsroom, report: Report) -> set[str]:
    places = room.memory.names.places(report)
    text = folded(f"{blank(report.title, places[0])} {blank(report.lead, places[1])}")
    return wording(words_in(text), text)


def vocabulary(sets: Iterable[Sequence[tuple[set[str], str, str]]]) -> set[str]:
    """The words that are usual enough, and no names."""
    large_and_no_names = frozenset(LARGE_AND_NO_NAMES.split())
    of_sets: dict[str, set[int]] = defaultdict(set)
    times: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for number, each in enumerate(sets):
        for words, _, lead in each:
            times.update(words)
            for word in words:
                of_sets[word].add(number)
            for word in _IN_RUNNING_TEXT.findall(lead):
                large[folded(word)] += 1 if word[0].isupper() else -1
    return {
        word
        for word, number in times.items()
        if number >= TIMES and len(of_sets[word]) >= SETS and (large[word] <= 0 or word in large_and_no_names)
    }


def fitted(rows: Rows) -> dict[str, dict[str, float]]:
    """How much each word says for each kind of news, by stochastic descent; the same rows give the same."""
    kinds = sorted({kind for _, kind in rows})
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(kinds))
    steps: dict[str, list[float]] = defaultdict(lambda: [1e-3] * len(kinds))
    times = Counter(word for words, _ in rows for word in words)
    rows, chance = [row for row in rows if row[0]], random.Random(1)
    for _ in range(ROUNDS):
        chance.shuffle(rows)
        for words, kind in rows:
            wrong = _wrong([weights[word] for word in words], kinds.index(kind))
            for word in words:
                own, step, pull = weights[word], steps[word], HELD_BACK / times[word]
                for place, error in enumerate(wrong):
                    slope = error + pull * own[place]
                    step[place] += slope * slope
                    own[place] -= RATE * slope * step[place] ** -0.5
    return {word: dict(zip(kinds, _centred(own), strict=True)) for word, own in weights.items()}


def _wrong(said: Sequence[Sequence[float]], true: int) -> list[float]:
    """How far off each kind’s odds are."""
    scores = [sum(column) for column in zip(*said, strict=True)]
    most = max(scores)
    odds = [math.exp(score - most) for score in scores]
    total = sum(odds)
    return [one / total - (place == true) for place, one in enumerate(odds)]


def _centred(own: Sequence[float]) -> list[float]:
    return [one - sum(own) / len(own) for one in own]


def written(weights: Mapping[str, Mapping[str, float]]) -> Iterable[str]:
    """Lines of a word and what it says, in tenths; what it says too softly is left out."""
    for word in sorted(weights):
        trusted = {kind: TRUST * weight for kind, weight in weights[word].items()}
        says = {kind: weight for kind, weight in trusted.items() if abs(weight) >= LEAST}
        if says:
            loudest = sorted(says.items(), key=lambda item: -item[1])
            yield f"{word} {' '.join(f'{kind} {round(TENTHS * weight)}' for kind, weight in loudest)}\n"


if __name__ == "__main__":
    main()
