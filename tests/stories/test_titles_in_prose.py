"""Titles that local papers, disc sites and interviews print as any other words."""

from __future__ import annotations

import pytest

from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import in_order
from tests.stories.test_reading import report
from tests.stories.test_subjects import films


@pytest.mark.parametrize(
    ("title", "lead", "film"),
    [
        ("Lantern Hill UHD delayed", "The set, due in May, will now ship in July.", "Lantern Hill"),
        ("The 12 Doors 4K Due in June", "Arrow will bring out the thriller in June.", "The 12 Doors"),
        ("Kestrel Comes to Blu-ray", "The cult favourite arrives in August with both cuts.", "Kestrel"),
        (
            "Vintage buses to mark anniversary",
            "Thirty buses will line the street for a showing of Kestrel. Fans will travel from Cork.",
            "Kestrel",
        ),
        (
            "Reeve: “I’d rather be broke in Bootle”",
            "The actor talks about The Glass Man, the boxing film that he and his wife have produced.",
            "The Glass Man",
        ),
        (
            "Reeve on fathers and sons",
            "Tom Reeve discusses Lantern Hill, his first film as director, and the dog in it.",
            "Lantern Hill",
        ),
        (
            "Lena Mull takes her family story to the screen",
            "The Ferryman’s Wife, a drama about a widow on Mull, starts shooting in May.",
            "The Ferryman’s Wife",
        ),
        (
            "Cast reunite in Leeds",
            "The stars of the 1996 comedy Lantern Hill met in Leeds on Sunday.",
            "Lantern Hill",
        ),
        (
            "“Thanks, Mum”: nurse’s debut wins top prize",
            "Lena Mull wept as Lantern Hill, the film she wrote between shifts, won.",
            "Lantern Hill",
        ),
        (
            "The Director of Kestrel Just Dropped the Best Trailer of the Year",
            "Lena Mull’s ‘Lantern Hill’ trailer is here.",
            "Lantern Hill",
        ),
    ],
)
def test_a_title_told_by_what_stands_around_it(title: str, lead: str, film: str) -> None:
    assert films(report(1, title, lead)) == [(film,)]


def test_a_word_that_the_lead_has_in_small_letters_is_no_title() -> None:
    batch = in_order(
        [
            report(1, "‘Kestrel’ trailer is here", "‘Kestrel’ opens in May."),
            report(2, "‘Kestrel’ trailer drops", "‘Kestrel’ is out in May.", outlet="Wire"),
            report(3, "Kestrel opens in old picture house", "A tame kestrel has moved in.", outlet="Local"),
            report(4, "Kestrel opens in Leeds", "The film has come home.", outlet="Local"),
        ]
    )
    room = Newsroom(Memory())
    room.learn(batch)
    assert [room.tell([each])[0].films for each in batch] == [("Kestrel",), ("Kestrel",), (), ("Kestrel",)]


def test_the_public_vote_of_a_festival_is_news_of_what_won_it() -> None:
    told = films(
        report(
            1,
            "Donegal drama is audience favourite",
            "‘Lantern Hill’ has won the public vote. The jury’s prize went to ‘Cold Water’.",
        ),
        report(2, "‘Cold Water’ wins top prize", "‘Cold Water’ won the jury’s prize.", outlet="Wire"),
        report(3, "Jury picks ‘Cold Water’", "‘Cold Water’ won the jury’s prize.", outlet="Press"),
    )
    assert "Lantern Hill" in told[0]


def test_where_a_film_was_sold_is_no_part_of_its_title() -> None:
    lead = "Arrow has closed on Spain, the UK and Africa for Lantern Hill, the Mull drama that won at Cannes."
    assert films(report(1, "Arrow Buys ‘Lantern Hill’", lead)) == [("Lantern Hill",)]
