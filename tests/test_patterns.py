"""Patterns compiled late are patterns."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from reader.patterns import Late, late

ROOT = Path(__file__).resolve().parents[1]
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in sorted((ROOT / "reader").rglob("*.py"))
    if "from reader.patterns import" in path.read_text("utf-8")
]


def test_it_does_what_the_pattern_does() -> None:
    words, same = late(r"(?P<first>\w)\w*", re.IGNORECASE), re.compile(r"(?P<first>\w)\w*", re.IGNORECASE)
    assert words.findall("Heat 2") == same.findall("Heat 2")
    assert words.sub(r"\1.", "Heat two") == "H. t."
    assert (words.pattern, words.flags, words.groupindex) == (same.pattern, same.flags, same.groupindex)


def test_what_no_pattern_has_it_has_not_either() -> None:
    assert not hasattr(late("a+"), "isdisjoint")


def test_it_is_compiled_once_and_not_before() -> None:
    broken, words = late("("), late("a+")
    with pytest.raises(re.error):
        broken.match("a")
    assert words.search("ba")
    assert words.search is words.search


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_of_the_house_can_be_compiled(name: str) -> None:
    patterns = [value for value in vars(importlib.import_module(name)).values() if isinstance(value, Late)]
    assert [each for each in patterns if not each.pattern] == []
