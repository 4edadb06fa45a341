"""Weekends: what one report says of a film tells whether it opens; that others name it proves nothing."""

from __future__ import annotations

import pytest

from reader.stories.threads import Follow, Telling, belongs
from tests.stories.test_reading import report
from tests.stories.test_subjects import films

FIRST = report(
    1, "Box Office: ‘Lark’ Sings With $40 Million Debut", "‘Lark’ opened well. ‘Old Salt’ was second."
)

HELD = """
    ‘Old Salt’ was second, off a mere 31%.
    ‘Old Salt’ slipped to second in its fourth frame.
    ‘Old Salt’ placed second after topping the chart a week earlier.
    ‘Old Salt’ suffered a 62% drop.
    ‘Old Salt’ was third, with $7.1 million after two weeks in theaters.
    ‘Old Salt’ followed with $11.9 million, pushing its total to $155 million.
    ‘Old Salt’ ceded the top spot.
    ‘Old Salt’ fell to No. 2.
    Former No. 1 ‘Old Salt’ took $3 million.
    ‘Old Salt’ shows good legs in second place.
    ‘Old Salt’ keeps drawing families.
    ‘Old Salt’ was second, now well past $150 million at home.
    """


@pytest.mark.parametrize("said", HELD.strip().splitlines())
def test_what_one_report_says_held_on_opens_in_none(said: str) -> None:
    other = report(2, "Weekend: LARK Soars to $40M, OLD SALT $21M", f"LARK leads. {said.strip()}", outlet="B")
    assert films(FIRST, other) == [("Lark",)] * 2


NEW = """
    ‘Old Salt’ is new ($4.8M).
    ‘Old Salt’ premiered to $15 million.
    ‘Old Salt,’ a drama released for the holiday, did $9 million.
    ‘Old Salt’ flopped in seventh.
    ‘Old Salt’ overperformed with $9 million on a budget of pocket change.
    New: ‘Old Salt’ ($9.1M) and ‘Pier’ ($6.6M).
    New to the chart at No. 4 is ‘Old Salt’.
    Making its debut in third was ‘Old Salt’.
    The weekend’s other wide release, ‘Old Salt’, did $8 million.
    The launch of the weekend belongs to ‘Old Salt’.
    """


@pytest.mark.parametrize("said", NEW.strip().splitlines())
def test_what_one_report_says_is_new_opens_in_all_that_name_it(said: str) -> None:
    other = report(2, "Weekend: LARK Soars to $40M", f"LARK leads. {said.strip()}", outlet="B")
    told = films(FIRST, other)
    assert {"Lark", "Old Salt"} == set(told[0])
    assert {"Lark", "Old Salt"} <= set(told[1])


def test_a_second_place_of_which_nobody_says_more_is_none_that_opens() -> None:
    others = [
        report(2, "“Lark” tops weekend", "“Lark” led. “Old Salt” was a distant second.", outlet="B"),
        report(3, "“Lark” takes the weekend", "“Lark” made $40 million.", outlet="C"),
    ]
    assert films(FIRST, *others) == [("Lark",)] * 3


def test_a_drop_told_behind_a_film_is_not_that_of_the_one_before_it() -> None:
    told = films(
        report(
            1,
            "Box Office: ‘Lark’ Sings With $40 Million",
            "‘Lark’ led. ‘Pier’ bowed third with $9.2 million behind ‘Old Salt,’ which fell 40%.",
        ),
        report(2, "“Lark” tops weekend", "“Lark” beat “Old Salt” and “Pier.”", outlet="B"),
    )
    assert [set(each) for each in told] == [{"Lark", "Pier"}] * 2


def test_the_sum_of_who_beats_a_film_is_not_its_own() -> None:
    told = films(
        report(
            1,
            "Box Office: ‘Lark’ Catches ‘Old Salt’ With $29 Million Debut",
            "‘Lark’ opened to $29 million. ‘Old Salt’ eased 40%.",
        ),
        report(2, "“Lark” tops weekend", "“Lark” led. “Old Salt” held in second.", outlet="B"),
    )
    assert told == [("Lark",)] * 2


def test_a_title_without_its_article_in_a_chart_is_the_film_printed_with_it() -> None:
    known = [
        report(n, "‘The Ferry’ Trailer", "‘The Ferry’ sails in ‘The Ferry’ style.", outlet=f"Wire {n}")
        for n in (5, 6, 7)
    ]
    chart = report(
        9, "Weekend: LARK Soars to $40M, FERRY Sinks to $9M", "LARK leads with $40M.", outlet="Chart"
    )
    assert set(films(*known, chart)[-1]) <= {"Lark", "The Ferry"}


def telling(title: str, films: tuple[str, ...], mentioned: tuple[str, ...] = ()) -> Telling:
    return Telling(title, "", films, mentioned, (), "box-office")


def test_a_film_that_a_headline_of_a_weekend_calls_by_its_first_word_is_on_its_timeline() -> None:
    weekend = [telling("LARK Soars to $40M, MONGEESE Drop Half", ("lark",), ("mongeese and men",))]
    assert belongs(Follow("Mongeese & Men", "film"), weekend)
    sequel = [telling("Tale Lane 5 Opens to $90M", ("tale lane 5",), ("tale lane 4",))]
    assert not belongs(Follow("Tale Lane 4", "film"), sequel)


def test_a_list_of_what_is_on_is_about_none_though_it_reads_like_a_chart() -> None:
    told = films(
        report(
            1,
            "What’s on this weekend: ‘Lark’ and ‘Old Salt’",
            "‘Lark’ opens on Friday; ‘Old Salt’ is still drawing crowds at the box office.",
        )
    )
    assert told == [()]
