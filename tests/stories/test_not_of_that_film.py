"""What a report is not about, though its story or its headline has it; what is second; films of an age."""

from __future__ import annotations

import pytest

from reader.stories.report import Report
from tests.stories.test_own_titles import about
from tests.stories.test_reading import report
from tests.stories.test_subjects import films

KNOWN = [
    report(n, f"‘{title}’ Sets a Date", f"‘{title}’ opens in May.", outlet=f"Post {n}")
    for n, title in enumerate(["Tessera", "Tessera", "Nib", "Nib"])
]


def last(title: str, lead: str) -> tuple[str, ...]:
    return about(*KNOWN, report(9, title, lead, outlet="Slate"))[-1]


def test_a_report_that_names_one_of_two_films_is_about_that_one() -> None:
    both = "‘Tessera’ now opens on March 3, 2028. ‘Nib’ has its old place on October 8."
    lone = report(3, "Tessera will be late", "Sony has put it off to March 2028.", outlet="Wire")
    told = films(
        report(1, "Sony Delays ‘Tessera’ and Moves ‘Nib’ Up", both),
        report(2, "‘Tessera’ to 2028, ‘Nib’ to October", both, outlet="Gross"),
        lone,
    )
    assert told[2] == ("Tessera",)


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("What we know about Nib so far", "Who is in it, and whether the goat sings.", ("Nib",)),
        ("A baker takes on Nib’s sequel", "Rob Lane is hired.", ("Untitled Nib sequel",)),
        ("Dates: TESSERA 7/9", "Summer fills up.", ("Tessera",)),
        ("Ann Mull, 1931–2027", "I think of her hands in ‘Tessera’, and of ‘Nib’.", ()),
        ("Chain to close four cinemas", "A last night of Tessera in Hull sold out at once.", ()),
        ("Palace cinemas go into administration", "Tickets for ‘Tessera’ are still good.", ()),
        ("Nib at 30: the goat that sang", "It was shot in the hills, with nine goats.", ("Nib",)),
        ("Ann Mull on Her ‘Quite Mad’ New Film", "She talks of ‘Tessera’ over tea.", ("Tessera",)),
        ("“Nobody Slept for Days”: Ann Mull on ‘Tessera’", "She has tea.", ("Tessera",)),
        ("Ann Mull to make ‘The Dull Month’", "First ‘Tessera’ has to be seen.", ("The Dull Month",)),
    ],
)
def test_words_that_are_no_news_of_a_film(title: str, lead: str, expected: tuple[str, ...]) -> None:
    assert last(title, lead) == expected


@pytest.mark.parametrize(
    "second",
    ["‘Nib’ has eight.", "It is ahead of ‘Nib’ with eight.", "Behind it is ‘Nib’ (8)."],
)
def test_the_second_of_a_field_is_the_first_counted_behind_the_first(second: str) -> None:
    news = report(1, "César Nominations: ‘Tessera’ Leads", f"‘Tessera’ is up for nine Césars. {second}")
    other: Report = report(2, "“Tessera” heads the Césars", "“Tessera” got nine nods.", outlet="Wire")
    assert films(news, other)[0] == ("Tessera", "Nib")


def test_what_won_less_is_no_news_behind_what_won() -> None:
    title = "Trieste Winners: ‘Tessera’ Triumphs, ‘Nib’ Lands Jury Prize"
    news = [
        report(1, title, "Ann Mull was best actress. It rained."),
        report(2, "“Tessera” wins Trieste", "“Tessera” won the top prize.", outlet="Wire"),
    ]
    assert films(*news) == [("Tessera",)] * 2


@pytest.mark.parametrize(
    ("title", "lead", "categories", "expected"),
    [
        ("Day two: I cried at a bridge", "I went into Tessera grumpy.", ("Podcast",), ("Tessera",)),
        ("Day two: I cried at a bridge", "First ‘Tessera’, then ‘Nib’, then mail.", ("Podcast",), ()),
        ("Ann Mull: “I wanted mud”", f"{'She pours tea and laughs at the rain. ' * 6}Then she "
         "tells us why ‘Tessera’ was nearly a play.", ("Interviews",), ("Tessera",)),
    ],
)  # fmt: skip
def test_talk_that_names_one_film_is_about_it(
    title: str, lead: str, categories: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    told = about(*KNOWN, report(9, title, lead, outlet="Slate", categories=categories))
    assert told[-1] == expected
