"""What every match of a pattern has in it is told by its needles."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.needles import needles
from reader.patterns import Late, rare

ROOT = Path(__file__).resolve().parents[1]
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in sorted((ROOT / "reader").rglob("*.py"))
    if re.search(r"from reader.patterns import .*\brare\b", path.read_text("utf-8"))
]
_WORDS = st.text("abc", min_size=1, max_size=3)
_PARTS = st.sampled_from(
    [r"\b", r"\w+", "b?", "c*", "a{2}", "b{0,2}", "[ab]", "(?=ab)", "(?<!b)", "(?:)", "(a|bc)", "(?P<x>b)",
     "ab+?", "^"]
)  # fmt: skip
_GROUP = st.lists(_WORDS | _PARTS, min_size=1, max_size=3).map(lambda words: f"(?:{'|'.join(words)})")
_TIMES = st.sampled_from(["", "?", "*", "+", "{1,2}", "{0,1}"])
_PHRASE = st.lists(_WORDS | _PARTS | st.builds("{}{}".format, _GROUP, _TIMES), min_size=1, max_size=4)


@given(st.lists(_PHRASE.map("".join), min_size=1, max_size=4).map("|".join), st.text("abc "))
def test_what_a_pattern_matches_has_one_of_its_needles(pattern: str, text: str) -> None:
    if pattern.count("(?P<x>") > 1:
        return
    some = needles(pattern)
    for match in re.finditer(pattern, text):
        assert not some or any(needle in match[0] for needle in some)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:re-?)?new(?:s|ed)\b", {"new"}),
        (r"\bfilms?\b|\bmovies?\b", {"film", "movie"}),
        (r"\b(?:to|of)(?: the)? sequel\b", {" sequel"}),
        (r"\bpod\b|podcast", {"pod"}),
        (r"\(ab\.c\)+", {"(ab.c)"}),
        (r"film(?! of)|\w+", set()),
        (r"[ab]\d", set()),
        (r"a\u00a0bc", set()),
    ],
)
def test_needles_are_what_says_most(pattern: str, expected: set[str]) -> None:
    assert needles(pattern) == expected


@pytest.mark.parametrize("flags", [re.IGNORECASE, re.VERBOSE])
def test_what_may_be_printed_otherwise_is_no_needle(flags: int) -> None:
    assert not needles("film", flags)


def test_a_rare_pattern_is_found_where_it_is() -> None:
    film = rare(r"\b(?:new|old) films?\b")
    texts = [("a new film",), ("a new drama",), ("a new film", 2), ("a new film", 3)]
    assert [bool(film.search(*each)) for each in texts] == [True, False, True, False]


def test_all_of_a_rare_pattern_is_found_where_it_is() -> None:
    films = rare(r"\b(?:new|old) films?\b")
    texts = ["an old film, a new film", "a new drama"]
    assert [films.findall(each) for each in texts] == [["old film", "new film"], []]
    assert [[match.start() for match in films.finditer(each)] for each in texts] == [[3, 15], []]


def test_one_without_needles_is_searched_everywhere() -> None:
    assert rare(r"\w\d").search("q4")


@pytest.mark.parametrize("name", MODULES)
def test_every_rare_pattern_of_the_house_has_needles(name: str) -> None:
    patterns = [each for each in vars(importlib.import_module(name)).values() if isinstance(each, Late)]
    assert [each for each in patterns if each.is_rare and not needles(*each.source)] == []
