"""Which film news is of: a possessive subtitle, a hero’s name, a role, a series, films told as examples."""

from __future__ import annotations

from reader.stories.box_office.openings import opening
from reader.stories.films.unquoted import unquoted
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from tests.stories.test_charts_marked import named
from tests.stories.test_own_titles import about
from tests.stories.test_reading import report, tell
from tests.stories.test_subjects import films


def test_a_subtitle_with_a_possessive_is_its_film() -> None:
    told = about(
        report(1, "‘Orla: The Ferryman’s Oath’ Review", "Slow and lovely."),
        report(2, "‘Orla: The Ferryman’s Oath’ Sets Sail", "It opens in May.", outlet="Wire"),
        report(3, "The Ferryman’s Oath Ending Explained: Who Rang the Bell?", "It was Ned.", outlet="Slate"),
    )
    assert told == [("Orla: The Ferryman’s Oath",)] * 3


def test_a_newcomer_named_behind_a_film_is_not_that_film() -> None:
    lead = "‘Nightfall’ $40M. ‘Kiln’ $16M, newcomer ‘Reed’ $8M."
    assert opening(report(1, "A weekend", lead), named(lead, "Nightfall", "Kiln", "Reed")) == {"reed"}


def test_what_two_reports_of_a_weekend_name_need_not_be_new() -> None:
    told = films(
        report(1, "‘Nightfall’ Opens to $71M", "‘Nightfall’ opened to $71M. ‘Kiln’ made $6M."),
        report(
            2, "‘Nightfall’ tops box office", "‘Nightfall’ opened first. ‘Kiln’ did well.", outlet="Wire"
        ),
    )  # fmt: skip
    assert told == [("Nightfall",)] * 2


def test_films_from_one_to_another_are_examples() -> None:
    shown = "Studios paid a lot. Here are ‘Kiln,’ ‘Silver Nib 2,’ ‘Reed’ and ‘Nightfall.’"
    assert films(report(1, "Every Big Game Movie Trailer, From ‘Kiln’ to ‘Nib 2’", shown)) == [()]
    told = report(1, "Ann Mull Goes From ‘Kiln’ to ‘Nightfall’", "Ann Mull will direct ‘Nightfall’ next.")
    assert films(told) == [("Nightfall",)]


def test_who_won_with_a_film_is_no_news_of_it() -> None:
    lead = "Ann Mull, who took the Silver Bear with ‘Kiln’ in 2019, will chair the Locarno jury."
    assert films(report(1, "Ann Mull to chair Locarno jury", lead)) == [()]


def test_a_series_by_the_title_of_a_film_hints_at_no_film() -> None:
    of_film = [
        report(n, "‘Quill Street’ Review", "It stars Ann Mull.", outlet=f"Post {n}") for n in (1, 2)
    ]  # fmt: skip
    news = report(3, "‘Quill Street’ Series Planned By Channel 4", "Ann Mull is to write all six parts.")
    assert about(*of_film, news)[2] == ()


def test_a_hero_in_a_headline_is_in_the_film_that_the_lead_begins_with() -> None:
    news = [
        report(n, "‘The Iron Coast’ Sets a Date", "‘The Iron Coast’ opens in May.", outlet=f"Post {n}")
        for n in range(1, 6)
    ]
    old = report(6, "‘Voltar’ Gets a Restoration", "‘Voltar’ starred Ann Mull.")
    seen = report(
        7, "Voltar lands on a roof", "In The Iron Coast he is back, as is Ann Mull.", outlet="Slate"
    )
    assert about(*news, old, seen)[6] == ("The Iron Coast",)


def test_a_film_that_is_continued_is_itself_where_its_sequel_is_named_beside_it() -> None:
    news = [
        report(n, f"‘{title}’ Review", f"‘{title}’ is good.", outlet=f"Post {n}")
        for n, title in enumerate(["Tessera", "Tessera", "Tessera Falls", "Tessera Falls", "Tessera Falls"])
    ]
    recap = report(7, "Recap: All That Happens in TESSERA", "Ned drowns. Now for ‘Tessera Falls’.")
    assert about(*news, recap)[5] == ("Tessera",)


def test_whom_somebody_plays_is_no_title_where_the_headline_has_one() -> None:
    told = tell(report(1, "‘The Iron Coast’ Review", "It is long. Ann Mull’s Voltar is all paint."))
    assert told[0].mentioned == ()


def test_a_chart_says_in_brackets_what_is_new_with_its_sum() -> None:
    lead = "Nightfall $40M, Kiln $16M, Power Chord (new, $3.0M), Reed $2M."
    assert "Power Chord" in unquoted(lead)


def test_a_weekend_is_of_the_film_too_that_a_headline_has_bare() -> None:
    room = Newsroom(Memory())
    lead = "The Tallow Lamp took £3.4m here, and Nightfall £5m."
    news = [
        report(1, "‘Nightfall’ Opens to $31M", "‘Nightfall’ opened to $31M."),
        report(2, "‘Nightfall’ tops the weekend", "‘Nightfall’ opened first with $31M.", outlet="Wire"),
        report(3, "The Tallow Lamp lights up the box office", lead, outlet="Post"),
    ]
    room.learn([*news, report(4, "‘The Tallow Lamp’ Review", "It is dark.", outlet="Slate")])
    assert room.tell(news)[2].films == ("Nightfall", "The Tallow Lamp")


def test_a_usual_word_of_a_title_is_not_the_film() -> None:
    news = [
        report(1, "‘Nightfall’ and ‘Power Chord’ open", "‘Nightfall’ opened to $31M, ‘Power Chord’ to $9M."),
        report(2, "Weekend: ‘Nightfall’ $31M, ‘Power Chord’ $9M", "Both are new.", outlet="Wire"),
        report(3, "Box Office: ‘Nightfall’ Opens", "By the power of dark, it took $31M.", outlet="Post"),
    ]
    assert films(*news)[2] == ("Nightfall",)
