"""A list of phrases in order of its letters finds what the list finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.phrasing import FEWEST, LONG, by_letter

_WORDS = st.text("abc", min_size=1, max_size=3)
_CHOICE = st.lists(_WORDS, min_size=1, max_size=3).map(lambda words: f"(?:{'|'.join(words)})")
_PARTS = st.sampled_from([r"\b", r"\w+", "b?", "c*", "[ab]", "(?=a)", "(?<!b)", r"\.", "a+?", "b??"])
_PHRASE = st.lists(
    _WORDS | _CHOICE | _CHOICE.map(lambda each: f"{each}?") | _PARTS, min_size=1, max_size=4
).map("".join)
_LISTS = st.lists(_PHRASE, min_size=FEWEST, max_size=2 * FEWEST).map("|".join)


def _found(pattern: str, text: str, flags: int = 0) -> list[tuple[str, ...]]:
    return [(match[0], *match.groups("")) for match in re.finditer(pattern, text, flags)]


@given(_LISTS, _LISTS, st.text("aBbc ."), st.sampled_from([0, re.IGNORECASE]))
def test_it_finds_the_same(one: str, other: str, text: str, flags: int) -> None:
    pattern = rf"\b(?:{one}) ?(?:{other}|{'|'.join(['bca'] * LONG)})"
    assert _found(by_letter(pattern, flags), text, flags) == _found(pattern, text, flags)


def test_phrases_of_one_letter_stand_together_in_their_order() -> None:
    words = ["ab", "ba", "(?:c|a)c", "a", r"\w\w", "bc", "a?d", *["x"] * LONG]
    assert by_letter(f"(?:{'|'.join(words)})").startswith(r"(?:a(?:b|c|)|ba|cc|\w\w|bc|ad|d|x(?:")


@pytest.mark.parametrize("first", ["(?P<a>a)", "(a)"])
def test_what_counts_its_groups_stays(first: str) -> None:
    whole = "|".join([first, *["b", "a"] * LONG])
    assert by_letter(whole) == whole


@pytest.mark.parametrize("first", ["[^()]", r"\("])
def test_a_bracket_that_begins_no_group_is_none_of_them(first: str) -> None:
    whole = "|".join([first, *["b", "a"] * LONG])
    assert by_letter(whole).startswith(f"{first}|b(?:|")


def test_what_is_short_stays() -> None:
    assert by_letter("(?:a|b|a|b|a|b|a|b|a|b)") == "(?:a|b|a|b|a|b|a|b|a|b)"


def test_a_pattern_with_comments_stays() -> None:
    pattern = "|".join(["a b"] * 2 * LONG)
    assert by_letter(pattern, re.VERBOSE) == pattern


def test_what_is_no_pattern_stays_none() -> None:
    with pytest.raises(re.error):
        re.compile(by_letter("(?:" + "|".join(["a"] * 2 * LONG)))
