"""Why reports are together, in words for a reader: the films, people and words they share, and how soon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from reader.stories.facts import Said
from reader.stories.language.terms import stem, usual
from reader.stories.language.tokens import key_of, tokens, words
from reader.stories.language.word_lists import STOP

SHARED_WORDS, SHARED_NAMES = 4, 3
"""So many words, and names, are told at most."""
SHORT = 3
"""Letters; a word no longer than that tells nothing."""


def together(reports: Sequence[Said], *, joined: bool = False, outlets: Collection[str] = ()) -> list[str]:
    """Say why reports are one story, in words; the names of their outlets are none they share."""
    found = ["you put them together"] if joined else []
    if len(reports) < 2:
        return found
    least = max(2, (len(reports) + 1) // 2)
    for kind, names in (
        ("about", [each.films for each in reports]),
        ("naming", [each.people for each in reports]),
    ):
        common = [name for name, number in _common(names) if number >= least][:SHARED_NAMES]
        if common:
            found.append(f"{kind} {_listed(common)}")
    shared = _shared_words(reports, least, outlets)
    if shared:
        found.append(f"sharing the {'words' if len(shared) > 1 else 'word'} {_listed(shared)}")
    times = [each.published for each in reports]
    return [*found, _within(max(times) - min(times))]


def _common(names: Iterable[Sequence[str]]) -> list[tuple[str, int]]:
    return Counter(name for each in names for name in dict.fromkeys(each)).most_common()


def _shared_words(reports: Sequence[Said], least: int, outlets: Collection[str]) -> list[str]:
    """The telling words most reports share, as they are printed; names are told of apart."""
    names = [name for each in reports for name in (*each.films, *each.people)]
    named = {part for name in (*names, *outlets) for part in key_of(name).split()}
    printed: dict[str, str] = {}
    count: Counter[str] = Counter()
    for each in reports:
        text = f"{each.title} {each.lead}"
        for token in tokens(text):
            if token.key not in STOP and token.key not in named:
                printed.setdefault(stem(token.key), token.text.lower())
        count.update(set(words(text)))
    shared = [
        printed[word]
        for word, number in sorted(count.items(), key=lambda item: (-item[1], item[0]))
        if number >= least and word in printed and word not in usual() and len(word) > SHORT
    ]
    return [f"“{word}”" for word in shared[:SHARED_WORDS]]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _within(seconds: int) -> str:
    if seconds <= 3600:
        return "within the hour"
    hours = -(-seconds // 3600)
    return f"within {hours} hours" if hours <= 48 else f"within {-(-hours // 24)} days"
