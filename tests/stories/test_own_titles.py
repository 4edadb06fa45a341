"""Which film is meant: by fewer words, by its maker's name, by a number; a project, a remake, a franchise."""

from __future__ import annotations

import pytest

from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, in_order
from reader.stories.threads import Follow, Telling, belongs
from tests.stories.test_reading import report, tell

PART = (
    report(1, "‘A Loud Room Part III’ Trailer", "‘A Loud Room Part III’ is out in July."),
    report(2, "‘A Loud Room Part III’ Wraps", "‘A Loud Room Part III’ is done.", outlet="Slate"),
)


def about(*reports: Report) -> list[tuple[str, ...]]:
    """What each report by itself is about, with what all of them taught."""
    room = Newsroom(Memory())
    room.learn(in_order(reports))
    return [room.tell([each])[0].films for each in reports]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("‘A Loud Room 3’ has a price", "It cost $80 million."),
        ("“Loud Room 3” has a price", "It cost $80 million."),
        ("LOUD ROOM 3 CAST LEAKS", "Take it with salt."),
        ("Hull will miss the ‘Loud Room’ trucks", "The third ‘Loud Room’ film was made in its docks."),
        ("‘Loud Room’ sequel gets new date", "The third ‘Loud Room’ film comes in September."),
    ],
)
def test_a_part_is_known_by_any_numeral_and_without_its_article(title: str, lead: str) -> None:
    assert about(*PART, report(9, title, lead, outlet="Ledger"))[-1] == ("A Loud Room Part III",)


def test_a_title_with_its_makers_name_is_the_same_film_without_it() -> None:
    told = tell(
        report(
            1,
            "‘The Vampire’ Review: Fangs Out",
            "Dee Hart bites.",
            categories=("Dee Hart’s The Vampire", "Reviews"),
        ),
        report(2, "Dee Hart’s ‘The Vampire’ Review", "‘Dee Hart’s The Vampire’ bites.", outlet="Slate"),
    )
    assert [one.films for one in told] == [("Dee Hart’s The Vampire",)] * 2


def test_one_word_in_a_headline_is_the_film_that_the_lead_names_in_full() -> None:
    news = [
        report(
            key,
            f"PLUMBO Wins Once More {key}",
            "‘The Grand Plumbo Kart Movie’ sold most.",
            outlet=outlet,
        )
        for key, outlet in ((1, "Slate"), (2, "Wire"))
    ]
    other = report(3, "‘The Grand Plumbo Kart Movie’ Trailer", "‘The Grand Plumbo Kart Movie’.", "Ledger")
    assert about(*news, other) == [("The Grand Plumbo Kart Movie",)] * 3


def test_a_title_with_and_without_its_article_is_one_film() -> None:
    told = tell(
        report(1, "‘The Martin Vane Affair’ Trailer", "‘The Martin Vane Affair’ opens in May."),
        report(
            2,
            "“Martin Vane Affair” Trailer",
            "Here is the trailer for “The Martin Vane Affair.”",
            outlet="Slate",
        ),
    )
    assert [one.films for one in told] == [("The Martin Vane Affair",)] * 2


def test_a_headline_names_the_first_film_and_the_lead_says_that_its_sequel_is_meant() -> None:
    told = about(
        report(
            1,
            "“Maze of Glass” Calls Hart",
            "In May she directs a sequel to “Maze of Glass,” the cult puzzle film.",
        )
    )
    assert told == [("Untitled Maze of Glass sequel",)]


@pytest.mark.parametrize(
    "title",
    [
        "007 AUDITIONS BRING A SURPRISE",
        "Who Will Be the Next James Bond? Bookies Have a New Favourite",
        "BOND: IS HE THE ONE?",
        "Bond 26 casting begins in earnest",
        "Studio hunts for new Bond in drama schools",
    ],
)
def test_the_next_film_of_james_bond_is_one_project(title: str) -> None:
    assert about(report(1, title, "Screen tests were held at Pinewood.")) == [("Untitled James Bond film",)]


def test_bonds_of_old_and_other_bonds_are_no_project() -> None:
    assert about(
        report(1, "Former Bond actor joins a thriller", "He was 007 four times."),
        report(2, "The bond between two sisters", "A new bond is forged in a lighthouse.", outlet="Slate"),
    ) == [(), ()]


def test_the_next_film_of_james_bond_is_given_its_title() -> None:
    told = about(
        report(1, "Bond 26 casting begins", "Screen tests were held."),
        report(
            2,
            "‘No Grave Hour’ Is the Title",
            "The next Bond film is called ‘No Grave Hour,’ its makers said.",
            outlet="Slate",
        ),
    )
    assert told == [("No Grave Hour",)] * 2


def test_a_tag_with_a_year_of_long_ago_tells_the_older_film_from_its_remake() -> None:
    remake = report(1, "Tom Hale to remake ‘The Boarder’", "Tom Hale will film ‘The Boarder’ in May.")
    old = report(
        2,
        "The first Boarder tours again",
        "Ahead of a remake the silent one gets an organist.",
        outlet="Slate",
        categories=("The Boarder (1929)",),
    )
    print_ = report(3, "‘The Boarder’ restored", "The new print of ‘The Boarder’ tours.", outlet="Wire")
    assert about(remake, old, print_) == [("The Boarder",), ("The Boarder (1929)",), ("The Boarder (1929)",)]


def test_a_tag_with_the_year_of_a_film_of_these_days_is_its_title_alone() -> None:
    [told] = about(
        report(
            1,
            "First look at Copperwing",
            "The cape is back in this new picture.",
            categories=("Copperwing (2026)", "News"),
        )
    )
    assert told == ("Copperwing",)


def test_the_original_in_a_headline_is_what_the_news_is_about() -> None:
    told = about(
        report(1, "‘The Vane Affair’ Trailer", "A first look at the remake of ‘The Vane Affair,’ in March."),
        report(
            2,
            "The Original Vane Affair Arrives in 4K",
            "Norma Pell’s 1961 thriller is on disc in July, and its remake in March.",
            outlet="Slate",
        ),
    )
    assert told == [("The Vane Affair",), ("The Vane Affair (1961)",)]


def test_a_title_that_a_thread_looks_for_is_printed_as_one_and_stands_alone() -> None:
    follow = Follow("A Loud Room", "film")
    titles = (
        "In a loud room nobody hears the bell",
        "A Loud Room is loud again",
        "The crew of A Loud Room gathers",
    )
    told = [belongs(follow, [Telling(title, "", (), (), (), "other")]) for title in titles]
    lead = "On consoles soon: A Loud Room: Drowned, from Riga."
    assert [*told, belongs(follow, [Telling("For the thumbs", lead, (), (), (), "other")])] == [
        False,
        True,
        True,
        False,
    ]


def test_a_headline_of_a_weekend_calls_a_sequel_by_one_word_and_its_number() -> None:
    follow = Follow("The Grand Plumbo Kart 2", "film")
    chart = Telling(
        "Weekend: ‘Delve’ Wins, ‘Plumbo 2’ Not Far Behind",
        "",
        ("delve",),
        ("the grand plumbo kart 2",),
        (),
        "box-office",
    )
    other = Telling("Weekend: ‘Delve’ Wins", "", ("delve",), ("the grand plumbo kart 2",), (), "box-office")
    assert (belongs(follow, [chart]), belongs(follow, [other])) == (True, False)


def test_a_film_with_movie_in_its_title_is_known_without() -> None:
    told = about(
        report(1, "‘The Plumbo Kart Movie’ Trailer", "‘The Plumbo Kart Movie’ is out."),
        report(2, "“The Plumbo Kart Movie” Gets a Date", "It is out in May.", outlet="Slate"),
        report(3, "‘Plumbo Kart’ Stays on Track", "It sold tickets.", outlet="Wire"),
    )
    assert told == [("The Plumbo Kart Movie",)] * 3


def test_who_talks_of_several_films_is_asked_about_the_one_in_the_news() -> None:
    told = about(
        report(1, "‘Plot’ Trailer", "‘Plot’ is out. It follows ‘Rust Bride.’"),
        report(2, "“Plot” Gets a Date", "“Plot” is out in May.", outlet="Slate"),
        report(
            3,
            "‘Mud is honest’: an interview with Tam Orr",
            "Of ‘Rust Bride’ she keeps a boot. Of ‘Plot’ she keeps nothing, not even the script, she says.",
            outlet="Wire",
        ),
    )
    assert told[-1] == ("Plot",)
