"""Which film is meant: the next one of a name, a part in small words, the maker’s own, one filed under."""

from __future__ import annotations

from tests.stories.apart import films
from tests.stories.test_reading import report


def test_the_next_film_of_a_name_is_the_one_that_the_lead_has() -> None:
    told = films(
        report(1, "‘Captain Heron’ reviewed", "‘Captain Heron’ is a joy."),
        report(
            2,
            "The Next Captain Heron Movie Just Cast a Villain",
            "Fans, rejoice. Tom Reeve is the baddie of ‘Girl of Iron.’",
            outlet="Fans",
        ),
    )
    assert told[1] == ("Girl of Iron",)


def test_part_two_in_small_letters_is_what_continues_a_film() -> None:
    told = films(
        report(1, "‘Kiln’ Sequel Official", "A second ‘Kiln’ is on its way, with Tom Reeve."),
        report(2, "Kiln part two is a go", "‘Kiln’ will have a sequel, with Tom Reeve.", outlet="Row"),
    )
    assert set(told) == {("Untitled Kiln sequel",)}


def test_a_film_told_of_beside_its_second_part_is_itself() -> None:
    told = films(
        report(1, "‘Kiln’ reviewed", "‘Kiln’ is a musical."),
        report(2, "‘Kiln: For Ever’ dated", "‘Kiln: For Ever’ opens in May.", outlet="Post"),
        report(
            9_000,
            "‘Kiln’ Has a Date With Your Couch",
            "‘Kiln’ comes to disc in March. Part two, ‘Kiln: For Ever’, is in theaters only.",
            outlet="Row",
        ),
    )
    assert told[2] == ("Kiln",)


def test_a_film_that_goes_with_its_makers_name_is_known_without() -> None:
    told = films(
        report(1, "‘Ann Mull’s The Kiln’ Review: Hot", "‘Ann Mull’s The Kiln’ is grim."),
        report(2, "‘Ann Mull’s The Kiln’ trailer", "‘Ann Mull’s The Kiln’ has a trailer.", outlet="Post"),
        report(3, "The Kiln Ending Explained", "Ann Mull lets the potter live in the end.", outlet="Fans"),
        report(9_000, "The Kiln Poster Explained", "Tom Reeve is blue on it.", outlet="Row"),
    )
    assert told[2] == ("Ann Mull’s The Kiln",)
    assert told[3] != ("Ann Mull’s The Kiln",)


def test_what_an_interview_is_filed_under_it_is_about_however_late_it_comes_to_it() -> None:
    lead = (
        "She has two of the biggest films this summer, and she would like to talk of shoes and of hats "
        "and of the rain in Leeds. In our next issue Mary Oduya tells why it took her so long to say yes "
        "to ‘The Kiln Wears Red 2’, and lets slip who hums on the set of ‘Heron’."
    )
    told = films(
        report(1, "‘The Kiln Wears Red 2’ reviewed", "‘The Kiln Wears Red 2’ is loud."),
        report(
            9_000,
            "Mary Oduya on stilettos and rain",
            lead,
            outlet="Row",
            categories=("The Kiln Wears Red 2", "Interviews"),
        ),
    )
    assert told[1] == ("The Kiln Wears Red 2",)


def test_two_films_of_a_headline_that_are_both_real_are_both_news() -> None:
    told = films(
        report(1, "Hollow Gate III Is Real, and So Is Hollow Gate IV", "‘Hollow Gate III’ is set for May."),
        report(2, "‘Hollow Gate III’ and ‘Hollow Gate IV’ set", "Both were shot at once.", outlet="Post"),
    )
    assert set(told[0]) == {"Hollow Gate III", "Hollow Gate IV"}


def test_a_film_in_a_season_of_the_year_is_no_series() -> None:
    told = films(
        report(
            1,
            "“Kiln” sequel is the season’s first hit",
            "“The Long Kiln 2” collected $84 million from Thursday through Sunday, with Mary Oduya.",
        ),
        report(
            2, "‘The Long Kiln 2’ Opens On Top", "‘The Long Kiln 2’ opened to $84 million.", outlet="Post"
        ),
    )
    assert told[0] == ("The Long Kiln 2",)


def test_what_is_sold_to_whom_is_no_part_of_a_title() -> None:
    (told,) = films(
        report(
            1,
            "‘Dust Choir’ crosses over",
            "Ann Mull has sold her own comedy Dust Choir’s rights. "
            "The seller handed Ann Mull’s comedy Dust Choir to Searchlight, which is new to it.",
        )
    )
    assert told == ("Dust Choir",)


def test_whose_possessive_number_it_is() -> None:
    told = films(
        report(1, "‘Heron 3’ reviewed", "‘Heron 3’ is loud."),
        report(2, "‘Heron’ reviewed", "‘Heron’ is old.", outlet="Post"),
        report(3, "Heron 3’s Last Scene, Explained", "Heron wakes in New York.", outlet="Fans"),
    )
    assert told[2] == ("Heron 3",)


def test_a_franchise_that_a_lead_compares_with_is_no_subject() -> None:
    told = films(
        report(1, "‘Star Wars’ at fifty", "‘Star Wars’ is fifty."),
        report(2, "‘Hollow Gate III’ dated", "‘Hollow Gate III’ opens in May.", outlet="Post"),
        report(
            3,
            "This Huge Fantasy Saga Will End in Two Parts",
            "It takes a leaf out of Star Wars and goes on. ‘Hollow Gate III’ will be in theaters in May.",
            outlet="Fans",
        ),
    )
    assert told[2] == ("Hollow Gate III",)


def test_a_word_without_its_article_is_the_film_of_the_same_people() -> None:
    with_article = [
        report(
            number,
            f"‘The Kiln’ {news}",
            "‘The Kiln’ has Mary Oduya and Tom Reeve in it.",
            outlet=f"Paper {number}",
        )
        for number, news in enumerate(("wraps", "has a trailer", "is dated", "moves"), 1)
    ]
    told = films(
        *with_article,
        report(
            10, "Mary Oduya on the ‘Kiln’ Scene She Cut", "With Tom Reeve she cut it twice.", outlet="Row"
        ),
        report(3_000, "‘Reed’ and rain", "‘Reed’ is by Ann Mull.", outlet="Row"),
    )
    assert told[4] == ("The Kiln",)
    assert told[5] == ("Reed",)


def test_a_recap_is_of_its_film_and_not_of_an_episode() -> None:
    told = films(
        report(1, "Kong v Heron: The New Shore Recap: What to Remember", "It is three years since."),
        report(2_000, "Saltmarsh Recap: Season 2, Episode 4", "The nuns are back.", outlet="Row"),
    )
    assert told == [("Kong v Heron: The New Shore",), ()]


def test_a_podcast_is_about_what_its_headline_has() -> None:
    told = films(
        report(1, "‘Brides of Kells’ reviewed", "‘Brides of Kells’ is grim."),
        report(
            2,
            "Crypt Chat #88: Lakes, Nuns and Themes",
            "This week we talk of wet horror. Then Trish defends ‘Brides of Kells.’",
            outlet="Row",
            categories=("Podcast",),
        ),
        report(
            3_000,
            "Crypt Chat #89: ‘Brides of Kells’",
            "This week we talk of ‘Brides of Kells.’",
            outlet="Row",
            categories=("Podcast",),
        ),
    )
    assert told[1:] == [(), ("Brides of Kells",)]


def test_what_a_juror_once_competed_with_is_no_news() -> None:
    (told,) = films(
        report(1, "Ann Mull to head the jury", "Ann Mull was in competition with ‘Dust Choir’ and ‘Reed.’")
    )
    assert told == ()
