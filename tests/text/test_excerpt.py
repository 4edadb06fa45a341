"""The passage of a text that shows what was searched for."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.text.excerpt import LONGEST, excerpt


def spots(text: str, *words: str) -> list[tuple[int, int, int]]:
    found = [
        (each.start(), each.end(), at) for at, word in enumerate(words) for each in re.finditer(word, text)
    ]
    return sorted(found)


def test_it_begins_with_its_line_where_that_is_near() -> None:
    text = "One line.\nThe book goes both ways."
    assert excerpt(text, spots(text, "book"), {0}) == ("The book goes both ways.", ((4, 8),), 0)


def test_it_begins_with_a_word_and_says_that_there_is_more_before() -> None:
    text = f"{'far away ' * 30}the book goes both ways"
    passage, marks, _ = excerpt(text, spots(text, "book"), {0})
    assert passage.startswith(("…far", "…away"))
    assert [passage[a:b] for a, b in marks] == ["book"]


def test_it_is_where_most_of_the_words_stand_together() -> None:
    text = f"lion alone. {'filler ' * 60}\nthe lion of venice. {'filler ' * 60}\nvenice alone"
    passage, marks, _ = excerpt(text, spots(text, "lion", "venice"), {0, 1})
    assert [passage[a:b] for a, b in marks] == ["lion", "venice"]


def test_what_is_lacking_elsewhere_goes_before_what_is_not() -> None:
    text = f"lion lion. {'filler ' * 60}\nvenice alone"
    passage, _, _ = excerpt(text, spots(text, "lion", "venice"), {1})
    assert passage == "venice alone"


def test_it_is_shown_for_what_is_lacking() -> None:
    text = "the lion of venice"
    passage, marks, first = excerpt(text, spots(text, "lion", "venice"), {1})
    assert (passage, len(marks), passage[slice(*marks[first])]) == (text, 2, "venice")


def test_lines_of_it_are_one() -> None:
    text = "the book\nends here"
    assert excerpt(text, spots(text, "book"), {0})[0] == "the book ends here"


@given(st.text(alphabet="ab \n", min_size=1, max_size=900), st.data())
def test_marks_are_where_the_words_are(text: str, data: st.DataObject) -> None:
    met = spots(f"{text}ab", "ab")
    passage, marks, first = excerpt(f"{text}ab", met, {0})
    assert marks
    assert {passage[a:b] for a, b in marks} == {"ab"}
    assert 0 <= first < len(marks)
    assert len(passage) <= LONGEST + 1
