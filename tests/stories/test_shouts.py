"""Houses that print titles in capitals: what else is in capitals there, and is no title."""

from __future__ import annotations

import pytest

from reader.stories.language.spans import in_capitals
from tests.stories.test_reading import report, tell
from tests.stories.test_subjects import films


@pytest.mark.parametrize(
    ("headline", "titles"),
    [
        ("RUMOR: HARROW LANE Will Lose Its Lead", ["HARROW LANE"]),
        ("NOOOO! HARROW LANE Is Put Off Again", ["HARROW LANE"]),
        ("BOX OFFICE: HARROW LANE Sinks in Its Second Week", ["HARROW LANE"]),
        ("HARROW LANE: LAST LIGHT Sets a Date", ["HARROW LANE: LAST LIGHT"]),
        ("OKLAHOMA! REVISITED Sets a Date", ["OKLAHOMA! REVISITED"]),
        ("HARROW LANE Is Put Off AGAIN by Its Studio", ["HARROW LANE"]),
        ("Ann Mull Is VORNA in HARROW LANE", ["HARROW LANE"]),
        ("VORNA and HARROW LANE Share a Date", ["VORNA", "HARROW LANE"]),
    ],
)
def test_what_is_called_out_is_no_part_of_a_title(headline: str, titles: list[str]) -> None:
    assert [span.text for span in in_capitals(headline)] == titles


def test_the_lead_tells_where_a_title_begins() -> None:
    told = films(
        report(
            1,
            "CLEAR YOUR DIARY: HARROW LANE: LAST LIGHT Has a Date",
            "HARROW LANE: LAST LIGHT is out in May.",
        ),
        report(
            2, "‘Harrow Lane: Last Light’ dated", "“Harrow Lane: Last Light” opens in May.", outlet="Wire"
        ),
    )
    assert told == [("Harrow Lane: Last Light",)] * 2


def test_a_lead_with_a_subtitle_alone_takes_nothing_from_the_title() -> None:
    (told,) = films(
        report(1, "HARROW LANE: LAST LIGHT Has a Date in the Autumn", "Last Light will be out in May.")
    )
    assert told == ("HARROW LANE: LAST LIGHT",)


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("HARROW LANE Poster Is Here (And It’s LOUD)", "The poster of Harrow Lane has eleven colours."),
        ("HARROW LANE Gets a Poster; What a BARGAIN It Is", "The poster of Harrow Lane has eleven colours."),
    ],
)
def test_one_word_said_aloud_beside_a_title_is_none(headline: str, lead: str) -> None:
    assert films(report(1, headline, lead)) == [("HARROW LANE",)]


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("QFDS Clears ‘Harrow Lane’ for Families", "The board passed ‘Harrow Lane’ without a cut."),
        ("VKIDS Buys Ann Mull’s ‘Harrow Lane’", "VKIDS has bought ‘Harrow Lane’ for North America."),
    ],
)
def test_the_letters_of_a_body_are_no_title(headline: str, lead: str) -> None:
    assert films(report(1, headline, lead)) == [("Harrow Lane",)]


@pytest.mark.parametrize(
    ("headline", "lead", "title"),
    [
        ("KILN Sets Its Cast", "The potters of Kiln have been cast.", "KILN"),
        ("KILN Trailer Glows", "It is hot.", "KILN"),
        ("KILN Opens on Top", "KILN took $9M, ahead of HARROW LANE.", "KILN"),
    ],
)
def test_a_short_title_in_capitals_is_told_by_what_stands_around_it(
    headline: str, lead: str, title: str
) -> None:
    assert title in tell(report(1, headline, lead))[0].films


def test_a_headline_may_have_the_subtitle_alone() -> None:
    told = films(
        report(
            1, "LAST LIGHT Tickets on Sale in May", "Tickets for Harrow Lane: Last Light go on sale in May."
        ),
        report(
            2, "‘Harrow Lane: Last Light’ tickets", "“Harrow Lane: Last Light” opens in May.", outlet="Wire"
        ),
    )
    assert told == [("Harrow Lane: Last Light",)] * 2


@pytest.mark.parametrize(
    "headline",
    [
        "SINKING FEELING: Ann Mull Sails in ‘Harrow Lane’",
        "ROW, ROW, ROW! Ann Mull Sails in ‘Harrow Lane’",
        "ONCE MORE (WITH OARS)! Ann Mull Sails in ‘Harrow Lane’",
        "Ann Mull tells us why she ROWED! ‘Harrow Lane’ is out",
    ],
)
def test_a_cry_over_the_news_is_no_title(headline: str) -> None:
    lead = "Ann Mull crosses a lake in “Harrow Lane,” which opens in May."
    assert films(report(1, headline, lead)) == [("Harrow Lane",)]


def test_a_title_over_the_news_is_one_where_the_lead_has_it() -> None:
    assert films(report(1, "HARROW LANE: First Look", "Harrow Lane opens in May.")) == [("HARROW LANE",)]


def test_how_a_film_is_shown_is_no_part_of_its_title() -> None:
    assert [span.text for span in in_capitals("HARROW LANE 4K Opens in August")] == ["HARROW LANE"]
