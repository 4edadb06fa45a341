"""Films printed bare at the head of a sentence, what stars whom, tallies, line-ups that name a few."""

from __future__ import annotations

import pytest

from tests.stories.test_own_titles import about
from tests.stories.test_reading import report, tell
from tests.stories.test_subjects import films

KNOWN = [
    report(n, f"‘{title}’ Sets a Date", f"‘{title}’ opens in May.", outlet=f"Post {n}")
    for n, title in enumerate(["Tessera", "Tessera", "The Gondolier", "The Gondolier"])
]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("The prize went north. Tessera won’t be far behind. We wait.", ("Tessera",)),
        ("Ten nods each. The Gondolier followed with nine.", ("The Gondolier",)),
        ("A gull laughs. The gondolier followed him home.", ()),
        ("New at number one: Tessera.", ("Tessera",)),
    ],
)
def test_a_known_title_begins_a_sentence_bare(lead: str, expected: tuple[str, ...]) -> None:
    assert about(*KNOWN, report(9, "A night to remember", lead, outlet="Slate"))[-1] == expected


def test_behind_a_colon_a_known_title_is_a_film() -> None:
    essay = report(9, "Stones beneath the floor: Tessera in Trieste", "It is slow.", outlet="Slate")
    assert about(*KNOWN, essay)[-1] == ("Tessera",)


def test_a_film_stars_somebody_and_its_stars_are_somebody() -> None:
    lead = "It was shot in a mill. Tessera stars Ann Mull as a miller who cannot sleep."
    assert about(*KNOWN, report(9, "Welsh chiller picked for Trieste film festival", lead))[-1] == (
        "Tessera",
    )
    lead = "The two met in Rome. ‘Tessera’ stars Ann Mull and Rob Lane wed on Friday."
    assert about(*KNOWN, report(9, "A wedding in Rome", lead))[-1] == ()


def test_a_line_up_that_names_a_few_is_of_none() -> None:
    lead = "The first list of the festival has sixteen films. ‘Reed’ is one more. So is ‘Nib.’"
    assert films(report(1, "Trieste: ‘Kiln,’ ‘Nightfall’ Among 16 Contenders", lead)) == [()]


def test_a_tally_counts_prizes_and_no_sequels() -> None:
    titles = ("Tessera", "The Gondolier", "Kiln")
    lead = "Tessera 5, The Gondolier 4, Kiln 2. We had fourteen right."
    told = tell(*KNOWN, report(9, "All the winners", lead, emphases=titles))[-1]
    assert sorted((*told.films, *told.mentioned)) == ["Kiln", "Tessera", "The Gondolier"]


def test_who_is_left_out_wins_nothing_for_their_film() -> None:
    told = films(
        report(1, "“Tessera” leads Oscar nominations", "“Tessera” had ten nominations."),
        report(
            2,
            "Oscar Nominations: ‘Tessera’ Leads; Ann Mull In, Rob Lane Snubbed",
            "‘Tessera’ had ten. Ann Mull is up for ‘Tessera.’ Rob Lane missed for ‘Kiln.’",
            outlet="Wire",
        ),
    )
    assert told == [("Tessera",)] * 2


@pytest.mark.parametrize(
    ("title", "lead", "categories", "expected"),
    [
        ("What the tide leaves: on The Lanterns of the Fen", "It is one long shot.", ("Essays",), True),
        ("Rewatching The Salt Orchard in winter", "A scene in a mill.", ("Film",), True),
        ("Traffic is bad on The Salt Orchard road", "Drivers wait.", ("Local",), False),
        ("A street behind The Salt Orchard is shut", "Drivers wait for hours.", ("Film",), False),
    ],
)
def test_an_essay_is_on_what_begins_with_a_capital_article(
    title: str, lead: str, categories: tuple[str, ...], expected: bool
) -> None:
    assert films(report(1, title, lead, categories=categories)) == [
        (title[title.index("The") :].removesuffix(" in winter"),) if expected else ()
    ]


def test_a_title_has_two_small_words_in_a_row() -> None:
    lead = "Ann Mull is to star in Lanterns of the Fen, a drama about a flood."
    assert films(report(1, "Mull takes to the water", lead)) == [("Lanterns of the Fen",)]


def test_a_number_tells_of_a_sequel_in_a_section_of_films() -> None:
    lead = f"A clerk {'says and says and says it ' * 8}that a sixth is on the way."
    told = report(1, "Gondola Story 6 May Be on the Way", lead, categories=("Movies",))
    assert films(told) == [("Gondola Story 6",)]
    assert films(report(1, "Gondola Story 6 May Be on the Way", lead)) == [()]
