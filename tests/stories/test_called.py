"""One film, however it is called: in short, without its article, in another language; what moves with it."""

from __future__ import annotations

from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from tests.stories.test_links import library
from tests.stories.test_reading import report
from tests.stories.test_subjects import films


def test_a_title_in_brackets_behind_another_is_the_same_films() -> None:
    told = library(
        report(1, "‘Les Eaux calmes’ Sells to Six", "‘Les Eaux calmes’ was the talk of the market."),
        report(
            2, "“Still Waters” wins in Riga", "“Still Waters” (“Les Eaux calmes”) took the prize.", "Slate"
        ),
        report(3, "‘Les Eaux calmes’ Review", "‘Les Eaux calmes’ is a slow one.", outlet="Ledger"),
    )
    assert [one.films for one in told.values()] == [("Les Eaux calmes",)] * 3


def test_a_sequel_is_known_without_its_article_and_by_its_last_words() -> None:
    told = library(
        report(1, "‘The Duke of Salford 2’ Review", "‘The Duke of Salford 2’ is out."),
        report(2, "‘The Duke of Salford 2’ Opens", "‘The Duke of Salford 2’ opens.", outlet="Slate"),
        report(3, "Our verdict on ‘Salford 2’", "Three stars.", outlet="Ledger"),
        report(4, "Tom Hale wants a ‘Duke of Salford 3’", "He would, he says.", outlet="Herald"),
    )
    assert [one.films for one in told.values()] == [("The Duke of Salford 2",)] * 3 + [
        ("The Duke of Salford 3",)
    ]


def test_one_word_calls_a_film_that_the_lead_names_in_full() -> None:
    told = library(
        report(1, "‘The Lamplighter’ Review", "‘The Lamplighter’ and ‘Nib & the Ink Sea’ are out."),
        report(2, "‘Dawn of the Gathering’ Opens", "‘Dawn of the Gathering’ opens.", outlet="Slate"),
        report(3, "Weekend: GATHERING Holds", "‘Dawn of the Gathering’ adds $9M.", outlet="Ledger"),
        report(4, "‘Lamplighter’ Glows", "‘The Lamplighter’ adds $2M. He is glad.", outlet="Ledger"),
        report(5, "‘Nib’ Sails On", "‘Nib & the Ink Sea’ opens in Hull.", outlet="Herald"),
    )
    assert [told[key].films for key in (3, 4, 5)] == [
        ("Dawn of the Gathering",),
        ("The Lamplighter",),
        ("Nib & the Ink Sea",),
    ]


def test_a_tag_says_a_title_in_full() -> None:
    told = library(
        report(
            1,
            "A lost reel of ‘The Boarder’ is found",
            "The reel of ‘The Boarder’ lay in Prague.",
            categories=("The Boarder: A Tale of the Thames", "News"),
        )
    )
    assert told[1].films == ("The Boarder: A Tale of the Thames",)


def test_one_outlets_number_is_the_sequel_that_others_know_no_title_of() -> None:
    told = films(
        report(
            1,
            "‘Nib & the Ink Sea’ Sequel Dated for 2028",
            "A follow-up to ‘Nib & the Ink Sea’ will open in June 2028.",
        ),
        report(2, "Calendar: NIB 2 Claims a Date", "An untitled follow-up to ‘Nib & the Ink Sea.’", "Slate"),
        report(3, "Studio Plans Second ‘Nib’ Film", "Nib, the duck, will swim again, says Hull.", "Ledger"),
    )
    assert told == [("Untitled Nib & the Ink Sea sequel",)] * 3


def test_movies_of_a_series_are_no_film() -> None:
    told = library(
        report(
            1,
            "Mary Oduya knows there are too many ‘Harrow’ movies",
            "She made four, and ‘Harrow: The Long Gate’ is the best of them.",
        )
    )
    assert told[1].films == ("Harrow: The Long Gate",)


def test_what_other_reports_lead_with_is_a_film_of_the_reshuffle_where_a_lead_says_that_it_moves() -> None:
    told = films(
        report(
            1,
            "‘Nightfall’ Delayed to October; ‘Dust Choir’ Takes Its Date",
            "‘Nightfall’ moves from May 1 to Oct. 9, 2026. ‘Dust Choir’ opens on May 1.",
        ),
        report(
            2,
            "Nightfall Delayed Five Months",
            "‘Nightfall’ goes from May 1 to Oct. 9, 2026. ‘Dust Choir’ comes forward to May 1, while ‘Low "
            "Water’ stays where it is. Nobody asked ‘The Beekeepers.’",
            outlet="Ledger",
        ),
    )
    assert told == [("Nightfall", "Dust Choir")] * 2


def test_a_subtitle_alone_is_the_film() -> None:
    told = library(
        report(1, "‘Harrow: The Long Gate’ Review", "‘Harrow: The Long Gate’ is out."),
        report(
            2, "Mary Oduya on her favourite", "She is proud of The Long Gate, she tells us.", outlet="Slate"
        ),
        report(3, "‘Harrow’ Review", "‘Harrow’ was the first.", outlet="Ledger"),
        report(4, "‘Harrow: The Long Gate’ Opens", "‘Harrow: The Long Gate’ opens.", outlet="Herald"),
        report(5, "HARROW 2 IN DEEP WATER", "Half of it is shot again.", outlet="Gossip"),
    )
    assert [told[key].films for key in (2, 3, 5)] == [
        ("Harrow: The Long Gate",),
        ("Harrow",),
        ("Harrow: The Long Gate",),
    ]


def test_a_film_of_old_that_is_made_again_goes_by_its_year() -> None:
    told = library(
        report(
            1,
            "Mary Oduya to Direct Remake of ‘The Last Lamp’ for A24",
            "Mary Oduya will direct a retelling of ‘The Last Lamp,’ the 1961 thriller about a night nurse.",
        ),
        report(
            2,
            "Four lost minutes of ‘The Last Lamp’ have been found",
            "The restored print of ‘The Last Lamp’ will be shown in Riga in October.",
            outlet="Slate",
        ),
        report(3, "Tom Hale Joins ‘The Last Lamp’", "Tom Hale has joined ‘The Last Lamp’ at A24.", "Wire"),
        report(4, "A restored ‘Saltmine’ is coming", "The restored ‘Saltmine’ tours in May.", "Ledger"),
    )
    assert [one.films for one in told.values()] == [
        ("The Last Lamp",),
        ("The Last Lamp (1961)",),
        ("The Last Lamp",),
        ("Saltmine",),
    ]


def test_a_restored_version_of_a_film_of_old_is_no_remake() -> None:
    lead = "A restored 4K version of the 1957 classic ‘The Last Lamp’ tours from May 8, its archive said."
    told = library(
        report(1, "‘The Last Lamp’ Returns to Theaters in 4K", lead),
        report(2, "‘The Last Lamp’ Is Back", "The restored ‘The Last Lamp’ tours in May.", outlet="Slate"),
    )
    assert [one.films for one in told.values()] == [("The Last Lamp",), ("The Last Lamp",)]


def test_a_sequel_only_shouted_about_is_printed_as_the_film_before_it() -> None:
    told = library(
        report(1, "‘Hollow Pines’ Review", "‘Hollow Pines’ is a slow one."),
        report(2, "HOLLOW PINES 2 IS A GO", "HOLLOW PINES 2 was told of at the market.", outlet="Slate"),
        report(3, "‘Hollow Pines’ Sells to Six", "‘Hollow Pines’ was the talk of the market.", "Wire"),
    )
    assert told[2].films == ("Hollow Pines 2",)


def test_a_part_is_known_by_its_number_from_the_word_of_whoever_follows_it() -> None:
    room = Newsroom(Memory())
    room.memory.names.titles.given("Tidal: Part Three")
    shouted = report(1, "SPOILERS: HERE IS WHO DIES IN TIDAL 3", "Our mole says that she does.")
    room.learn([shouted])
    assert room.file([shouted], {})[1].films == ["tidal part three"]
