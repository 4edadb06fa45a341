"""The query language, sentence by sentence of the contract."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.store.lexemes import named_whole
from reader.store.query import LONGEST, And, Node, Not, Or, Term, doubt, parse


def words(*values: str) -> Node:
    return And(tuple(map(Term, values)))


MEANINGS = {
    # words, phrases, exclusion, either
    "": And(),
    " \t ": And(),
    "heat": Term("heat"),
    "heat 2": words("heat", "2"),
    '"heat 2"': Term("heat 2"),
    "-heat": Not(Term("heat")),
    "heat -dune": And((Term("heat"), Not(Term("dune")))),
    "heat OR dune": Or((Term("heat"), Term("dune"))),
    "heat 2 OR dune": Or((words("heat", "2"), Term("dune"))),
    "heat or dune": words("heat", "or", "dune"),
    "word*": Term("word", prefix=True),
    '"heat 2"*': Term("heat 2", prefix=True),
    "wo*rd": Term("wo*rd"),
    # titles are words
    "Dune: Part Three": words("Dune:", "Part", "Three"),
    "Mission: Impossible": words("Mission:", "Impossible"),
    "M*A*S*H": Term("M*A*S*H"),
    "(500) Days": words("(500)", "Days"),
    "(500) Days of Summer -review": And(
        (*map(Term, ("(500)", "Days", "of", "Summer")), Not(Term("review"))),
    ),
    "spider-man": Term("spider-man"),
    "Fast & Furious": words("Fast", "&", "Furious"),
    "heat - 2": words("heat", "-", "2"),
    'a 7" single': words("a", "7", "single"),
    "Star Trek: The Motion Picture": words("Star", "Trek:", "The", "Motion", "Picture"),
    "title: heat": words("title:", "heat"),
    "Story: a film": words("Story:", "a", "film"),
    "x:heat": Term("x:heat"),
    "heat :)": words("heat", ":)"),
    "heat(2)": Term("heat(2)"),
    "(heat 2": words("(heat", "2"),
    # as copied from a page, with letters in it that show as nothing
    "he\xadat \u200b2 \u2066dune\u2069": words("heat", "2", "dune"),
    'film:"he\u200bat"': Term("heat", "film"),
    "می\u200cخواهم": Term("می\u200cخواهم"),
    "a) heat": words("a)", "heat"),
    "OR": Term("OR"),
    "heat OR": words("heat", "OR"),
    "OR heat": words("OR", "heat"),
    "(OR heat)": words("(OR", "heat)"),
    "x (-y)": words("x", "(-y)"),
    "Ocean’s Eleven": words("Ocean’s", "Eleven"),
    "‘Heat’": Term("‘Heat’"),
    # curly quotes quote
    "“heat 2”": Term("heat 2"),
    "„heat 2“": Term("heat 2"),
    '“heat 2"': Term("heat 2"),
    # fields
    "title:heat": Term("heat", "title"),
    "TITLE:heat": Term("heat", "title"),
    'title:"heat 2"': Term("heat 2", "title"),
    "title:(500) days": And((Term("(500)", "title"), Term("days"))),
    "-title:heat": Not(Term("heat", "title")),
    "feed:https://a.example/x": Term("https://a.example/x", "feed"),
    "is:unread": Term("unread", "is"),
    "is:Followed": Term("followed", "is"),
    "is:heavy": Term("is:heavy"),
    "beat:Box-Office": Term("box-office", "beat"),
    "beat:foo": Term("beat:foo"),
    "beat:(trailer OR foo)": Or((Term("trailer", "beat"), Term("beat:foo"))),
    "has:full-text": Term("full-text", "has"),
    "after:2026-01-01 before:7d": And((Term("2026-01-01", "after"), Term("7d", "before"))),
    "after:Today": Term("today", "after"),
    # parentheses
    "(heat OR dune) 2": And((Or((Term("heat"), Term("dune"))), Term("2"))),
    "-(heat OR dune)": Not(Or((Term("heat"), Term("dune")))),
    "title:(heat OR dune)": Or((Term("heat", "title"), Term("dune", "title"))),
    "(-heat OR dune)": Or((Not(Term("heat")), Term("dune"))),
    "(title:heat)": Term("heat", "title"),
    "((500) OR dune)": Or((Term("(500)"), Term("dune"))),
    "((heat OR dune))": Or((Term("heat"), Term("dune"))),
    '-(-"heat")': Term("heat"),
    "heat\x00dune": words("heat", "dune"),
}


@pytest.mark.parametrize("text", MEANINGS)
def test_meaning(text: str) -> None:
    assert MEANINGS[text] == parse(text)


@pytest.mark.parametrize("text", MEANINGS)
def test_written_and_read_again(text: str) -> None:
    assert MEANINGS[text] == parse(str(parse(text)))


@pytest.mark.parametrize(
    ("text", "position", "begins"),
    [
        ('say "heat', 4, "The quotation mark here is never closed"),
        ("say “heat", 4, "The quotation mark here is never closed"),
        ("x (heat OR dune", 2, "The parenthesis here is never closed"),
        ("(heat OR", 0, "The parenthesis here is never closed"),
        ("x (heat -dune", 2, "The parenthesis here is never closed"),
        ("heat OR dune) x", 12, "The parenthesis here closes none"),
        ("title:", 0, "“title:” needs a value"),
        ("x -Title:", 3, "“title:” needs a value"),
        ('title:""', 6, "“title:” needs a value"),
        ("title:\u200b", 6, "“title:” needs a value right after it"),
        ("(heat OR title:)", 9, "“title:” needs a value"),
        ("is:", 0, "“is:” needs a value"),
        ("after:soon", 6, "“soon” is not a date"),
        ("after:2026-13", 6, "“2026-13” is not a date"),
        ("before:2026-02-30", 7, "“2026-02-30” is not a date"),
        ("after:0000", 6, "“0000” is not a date"),
        ("x" * (LONGEST + 1), LONGEST, "A query holds at most"),
    ],
)
def test_mistakes(text: str, position: int, begins: str) -> None:
    with pytest.raises(QueryError, match=begins) as caught:
        parse(text)
    assert position == caught.value.position


def test_live_the_last_word_may_still_grow() -> None:
    assert And((Term("heat"), Term("du", prefix=True))) == parse("heat du", live=True)
    assert words("heat", "du") == parse("heat du ", live=True)
    assert Term("heat 2") == parse('"heat 2"', live=True)
    assert Term("heat", "title", prefix=True) == parse("title:heat", live=True)
    assert Term("unread", "is") == parse("is:unread", live=True)
    assert Term("*", "feed", prefix=True) == parse("feed:*", live=True)


PIECES = st.sampled_from(
    ["heat", "2", " ", " ", "-", '"', "“", "”", "(", ")", "OR", " OR ", "*", "title:", "is:", "is:unread"]  # noqa: RUF005
    + ["after:", "2026-01-01", "7d", "M*A*S*H", "’", "\x00", "\ud800", "é", ":", "feed:", "&", "\u200b"]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60))


@settings(max_examples=1500, deadline=None)
@given(TEXTS, st.booleans())
def test_any_text_is_read_or_its_mistake_placed(text: str, live: bool) -> None:
    tree = position = None
    try:
        tree = parse(text, live=live)
    except QueryError as error:
        position = error.position
    if tree is not None:
        assert tree == parse(str(tree))
    else:
        assert position in range(len(text))


def test_depth_and_length_are_no_danger() -> None:
    deep = "(" * 900 + "a OR b" + ")" * 900
    assert parse(deep) == parse(str(parse(deep)))
    assert len(parse("a " * 500).items) == 500  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "live", "position"),
    [
        ("heat is:foo", False, 8),
        ("-has:text", False, 5),
        ("IS:unre", False, 3),
        ("is:unre", True, None),
        ("is:unre ", True, 3),
        ("is:unread has:image this: is", False, None),
        ("-beat:foo", False, 6),
        ("beat:trail", True, None),
        ("beat:trailer", False, None),
    ],
)
def test_an_unknown_value_is_words_and_that_is_said(text: str, live: bool, position: int | None) -> None:
    found = doubt(text, live=live)
    assert position == (found and found.position)


def test_the_values_there_are_are_named() -> None:
    assert str(doubt("is:foo")) == (
        "“is:” knows bookmarked, followed, guarded, read or unread; “is:foo” is looked for as words."
    )
    assert str(doubt("beat:foo")) == (
        "“beat:” knows announcement, awards, box-office, business, casting, festival, interview, list, "
        "obituary, other, production, release-date, review or trailer; “beat:foo” is looked for as words."
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("film:Heat 2", 'film:"Heat 2"'),
        ("-film:Heat 2", '-film:"Heat 2"'),
        ("FEED:The Backlot Rep*", 'FEED:"The Backlot Rep"*'),
        ("film:Dune: Part Three", 'film:"Dune: Part Three"'),
        ("film:(500) Days of Summer", 'film:"(500) Days of Summer"'),
        ("film:Mission: Impossible - Fallout", 'film:"Mission: Impossible - Fallout"'),
        *(
            (text, text)
            for text in (
                *('film:"Heat 2"', 'film:Heat "2"', "film: Heat 2", "Dune: Part Three", "x:heat 2", "heat 2"),
                *("is:unread heat", "after:2026 heat", "beat:review heat", "story:1 heat"),
                *("film:heat is:unread", "film:heat OR dune", "film:heat -dune", "title:heat (dune OR"),
                *("film:(heat OR dune) review", "film:", ""),
            )
        ),
    ],
)
def test_what_the_shell_kept_together_is_one_value(typed: str, meant: str) -> None:
    assert named_whole(typed) == meant
