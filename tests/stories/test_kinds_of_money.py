"""What is bought, taken, shown and given the go-ahead, in the words of headlines that name none of it."""

from __future__ import annotations

import pytest

from reader.stories.kinds.beats import beat

NEWS = [
    ("box-office", "‘_____’ Has Made a Silly Amount of Money", "It passed the mark on Tuesday."),
    (
        "box-office",
        "The ferry thriller has already earned back its budget",
        "One of the year’s best openings.",
    ),
    ("business", "Mubi Grabs Venice Sidebar Thriller ‘_____’ Before Its Premiere", "It has taken UK rights."),
    (
        "business",
        "Curzon swims off with ‘_____’",
        "It has landed all U.K. rights to the ferry film, now being cast.",
    ),
    ("announcement", "“_____” Is Go", "The studio has formally committed to it."),
    ("announcement", "Hooray: ‘_____’ Is Really, Finally Happening", "Ida Morrow will be back."),
    (
        "announcement",
        "After Its Record Weekend, the Ferry Hit Is Getting a Sequel",
        "The studio confirmed it.",
    ),
    (
        "announcement",
        "A second ‘_____’ movie is on the way after record opening",
        "The studio said so on Monday.",
    ),
    ("casting", "Ida Morrow may return for ‘_____’", "It is only talks, two days after the green light."),
    (
        "list",
        "What’s on this weekend: ferries, foxes and a night at sea",
        "Ida Morrow is back in the sequel.",
    ),
    ("list", "At the cinema this week: ferries and foxes", "Two openings, one of them good."),
]


@pytest.mark.parametrize(("kind", "title", "lead"), NEWS)
def test_a_headline_is_of_the_kind_that_it_means(kind: str, title: str, lead: str) -> None:
    assert (title, beat(title, lead).name) == (title, kind)


@pytest.mark.parametrize(
    ("kind", "title", "lead"),
    [
        ("box-office", "Lenders are making money off fuel prices", ""),
        ("casting", "‘_____’ to play in 70mm at nine theaters", "The prints run for a week."),
        ("casting", "The town that wants its cinema back", ""),
        ("business", "‘_____’ grabs ten Oscar nominations", "It leads the field."),
        ("list", "What’s on at the box office? ‘_____’ wins the weekend", "It took $40 million."),
    ],
)
def test_what_only_sounds_like_it_is_not(kind: str, title: str, lead: str) -> None:
    assert beat(title, lead).name != kind
