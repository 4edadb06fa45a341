"""What of a query stands where in a text: as the index has it, and nothing that is excluded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document import Document, Paragraph, Span
from reader.library import Library
from reader.model import View
from reader.store.query import parse
from reader.store.spotting import TOKENIZER, Spotter
from tests.store.shelf import Clock, entry, save


def met(library: Library, query: str, text: str, field: str = "body") -> list[str]:
    return [text[a:b] for a, b, _ in Spotter(library._db, parse(query)).spots(text, field)]


def test_words_are_told_apart_as_the_index_tells_them(library: Library) -> None:
    name, options = TOKENIZER
    made = library._db.value("SELECT sql FROM sqlite_schema WHERE name = 'search'")
    assert f"tokenize = '{' '.join((name, *options))}'" in made


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("heat 2", "Heat 2 has heat, 12 of 2.", ["Heat", "2", "heat", "2"]),
        ('"heat 2"', "Heat of 2; HEAT: 2 and heat", ["HEAT: 2"]),
        ("trail*", "trailers trail a retrailed Trail", ["trailers", "trail", "Trail"]),
        ('"the trail"*', "the trailers, the tail", ["the trailers"]),
        ("amelie", "Amélie, AME\u0301LIE, Ameli", ["Amélie", "AME\u0301LIE"]),
        ("Amélie", "Amelie", ["Amelie"]),
        ("venice -jury", "Venice jury", ["Venice"]),
        ("venice -(jury OR prize)", "jury of Venice, prize", ["Venice"]),
        ("a OR b", "b c a", ["b", "a"]),
        ("title:venice lion", "Venice lion", ["lion"]),
        ("body:venice", "Venice", ["Venice"]),
        ("spider-man", "Spider-Man, Spider Man, spider", ["Spider-Man", "Spider Man"]),
        ("M*A*S*H", "On M*A*S*H", ["M*A*S*H"]),
        ("映画館の灯り", "映画館の灯り: letters", ["映画館の灯り"]),
        ("is:unread feed:grain after:2026-01-01 film:heat", "unread grain 2026 heat", []),
        ("is:none", "is none", ["is none"]),
        ("Fast & Furious", "fast and & furious", ["fast", "furious"]),
        ("", "anything", []),
    ],
)
def test_words_are_met_as_the_index_meets_them(
    library: Library, query: str, text: str, expected: list[str]
) -> None:
    assert met(library, query, text) == expected


def test_a_fields_words_are_met_in_that_field_alone(library: Library) -> None:
    assert met(library, "title:venice lion", "Venice lion", "title") == ["Venice", "lion"]
    assert met(library, "author:ruiz", "by Ana Ruiz", "author") == ["Ruiz"]


WORDS = st.lists(st.sampled_from(["heat", "Héat", "2", "heater", "ﬁlm", "straße", "日本", "x"]), max_size=8)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.sampled_from(["heat", '"heat 2"', "hea*", "film", "strasse", "Straße", "日本", '"2 x"*']))
def test_there_is_something_to_set_off_where_the_index_finds_an_article(
    tmp_path_factory: pytest.TempPathFactory, said: list[str], query: str
) -> None:
    text = " ".join(said)
    with Library(tmp_path_factory.mktemp("spots") / "library.db", clock=Clock()) as library:
        feed = library.subscribe("https://film.test/feed")
        save(library, feed, entry("none", document=Document((Paragraph((Span(text),)),))))
        while library.index_batch():
            pass
        found = library.keys(View("search", query=f"body:{query}"))
        assert bool(met(library, query, text)) == bool(found)
