"""Texts are scanned once and cheaply: what is found is what a plain, slow look finds."""

from __future__ import annotations

import re
import time
from itertools import chain
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.stories.centroids import GROUP, join_groups
from reader.stories.kinds.cue_matching import _cues, cues_in
from reader.stories.kinds.cues_english import CUES
from reader.stories.language.terms import folded
from reader.stories.language.tokens import tokens
from reader.stories.similarity import Item

_WORDS = sorted(set(re.findall(r"[a-z]+|\d+", " ".join(CUES.values()))) | {",", "$5", "the", "oscars"})
texts = st.text(st.sampled_from("aZéÀø’'‘“”–½.,- 7ß_\u0301\u00a0"), max_size=60)


@pytest.fixture(scope="module", autouse=True)
def _cues_compiled() -> None:
    """They are made and compiled once, and not at the cost of the first text."""
    for _, cue in chain.from_iterable(_cues().values()):
        cue.pattern.search("")


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_the_cues_heard_are_those_that_a_plain_search_finds(text: str) -> None:
    plain = {
        (cue.beat, cue.pattern.pattern, match[0])
        for needles in _cues().values()
        for _, cue in needles
        if (match := cue.pattern.search(text))
    }
    assert {(cue.beat, cue.pattern.pattern, words) for cue, words in cues_in(text)} == plain


def test_every_cue_is_looked_for_by_something() -> None:
    assert [cue.pattern.pattern for needle, cue in _cues()[""] if not needle] == []


@given(texts)
def test_every_word_is_where_it_is_said_to_be(text: str) -> None:
    row = tokens(text)
    assert [text[token.start : token.end] for token in row] == list(row.texts)
    assert [row[place].key for place in range(len(row))] == list(row.keys)


@given(texts)
def test_folding_takes_the_same_letters_whether_it_looks_closely_or_not(text: str) -> None:
    special = str.maketrans({"ø": "o", "ß": "ss"})
    apart = normalize("NFKD", text.lower()).translate(special)
    plain = re.sub("[\u0300-\u036f]", "", apart).replace("’", "'").replace("‘", "'")
    assert folded(text) == plain


def test_time_for_groups_that_are_all_alike_grows_with_their_number() -> None:
    few, many = (min(_gathering(number) for _ in range(2)) for number in (200, 800))
    assert many < 11 * few  # four times as many; were each compared with each, 16 times as long


def _gathering(groups: int) -> float:
    vector = {f"word{number}": 0.2 for number in range(25)}
    items = {key: Item(key, 60 * key, vector) for key in range(groups * GROUP)}
    stories = [list(range(start, start + GROUP)) for start in range(0, len(items), GROUP)]
    begun = time.process_time()
    assert join_groups(stories, items) == [sorted(items)]
    return time.process_time() - begun
