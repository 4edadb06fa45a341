"""Titles that are one film's: a sequel's new one, a number for a subtitle, projects, code names."""

from __future__ import annotations

from reader.stories.filed import Told
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, in_order
from tests.stories.test_reading import report


def library(*reports: Report) -> dict[int, Told]:
    """Read reports one by one, in a library that has learnt from all."""
    room, batch = Newsroom(Memory()), in_order(reports)
    room.learn(batch)
    return {each.key: room.tell([each])[0] for each in batch}


def test_a_sequel_is_known_by_the_title_that_stands_in_the_text() -> None:
    told = library(
        report(
            1,
            "‘The Cartographer’ Sequel Sets 2027 Release Date at Focus",
            "Focus will open ‘The Mapmaker’s War,’ the follow-up to ‘The Cartographer,’ on March 5, 2027.",
        ),
        report(
            2,
            "The Cartographer sequel has a title",
            "Lena Ortiz’s sequel to The Cartographer is called The Mapmaker’s War.",
            outlet="Slate",
            emphases=("The Cartographer", "The Mapmaker’s War"),
        ),
        report(3, "‘The Cartographer’ Sequel Adds a Villain", "He is from Hull.", outlet="Ledger"),
    )
    assert [one.films for one in told.values()] == [("The Mapmaker’s War",)] * 3
    claim = told[1].claim
    assert (claim and claim.date) == "2027-03-05"


def test_a_number_stands_for_the_subtitle_that_reports_have_in_its_place() -> None:
    told = library(
        report(1, "‘Gridline 3’ Review", "There is one good scene in ‘Gridline: Last Exit.’"),
        report(2, "‘Gridline 3’ Stalls", "Nobody needs ‘Gridline: Last Exit.’", outlet="Slate"),
        report(3, "‘Gridline 3’ Gets a Disc", "Out in March.", outlet="Ledger"),
    )
    assert [one.films for one in told.values()] == [("Gridline: Last Exit",)] * 3


def test_a_number_stands_for_the_subtitle_that_reports_are_filed_under() -> None:
    numbered = [
        report(
            number,
            f"‘Kiln 2’ Loses {what}",
            "The sequel goes on without.",
            outlet=f"Outlet {number}",
            categories=("News", "Kiln: Ashes"),
        )
        for number, what in enumerate(("Its Maker", "Its Star"), 1)
    ]
    titled = [
        report(number, "Ferry stays", "‘Kiln: Ashes’ stays on its ferry.", outlet=f"Outlet {number}")
        for number in (3, 4)
    ]
    told = library(*numbered, *titled)
    assert [one.films for one in told.values()] == [("Kiln: Ashes",)] * 4


def test_a_number_beside_a_subtitle_is_another_film() -> None:
    told = library(
        *(
            report(
                number,
                "‘Gridline 4’ Is Not Certain",
                "‘Gridline: Last Exit’ must earn $900 million before ‘Gridline 4’ can roll.",
                outlet=f"Outlet {number}",
            )
            for number in (1, 2)
        )
    )
    assert [one.films for one in told.values()] == [("Gridline 4",)] * 2


def test_a_project_without_a_title_is_the_film_it_becomes() -> None:
    told = library(
        report(
            1,
            "Marcus Thole’s Western Adds Rosa Quint",
            "Rosa Quint has joined Marcus Thole’s next, a western that is still without a title.",
        ),
        report(
            2,
            "Marcus Thole’s Western Gets a Title: ‘Dust Choir’",
            "Marcus Thole’s previously untitled western will be called ‘Dust Choir.’",
            outlet="Slate",
        ),
    )
    assert [one.films for one in told.values()] == [("Dust Choir",)] * 2


def test_a_code_name_is_the_film_named_beside_it() -> None:
    told = library(
        report(1, "‘Undertow’ Casts a Villain", "‘Undertow’ has found its villain."),
        report(
            2,
            "What I saw on the set",
            "The production calling itself ‘Lowwater’ is, as every driver knows, ‘Undertow.’",
            outlet="Slate",
        ),
        report(3, "‘Lowwater’ goes on", "The ‘Lowwater’ crew had a party.", outlet="Ledger"),
    )
    assert told[3].films == ("Undertow",)


def test_names_that_go_in_a_ring_stay_as_they_are() -> None:
    names = Newsroom(Memory()).memory.names
    names.titles.rename("one", "two")
    names.titles.rename("two", "one")
    from reader.stories.films.canonical import canonical

    assert [canonical(names.titles, key) for key in ("one", "two")] == ["one", "two"]


def test_a_fourth_film_in_the_making_is_its_number() -> None:
    told = library(
        report(1, "‘Gridline 4’ a Go", "‘Gridline 4’ will shoot in May. ‘Gridline’ began it all."),
        report(2, "‘Gridline’ Is Getting a Fourth Movie", "Honk if you are glad.", outlet="Slate"),
    )
    assert told[2].films == ("Gridline 4",)


def test_what_was_learnt_of_titles_in_place_of_others_is_kept() -> None:
    memory = Memory()
    reports = [
        report(1, "‘Gridline 3’ Review", "There is one good scene in ‘Gridline: Last Exit.’"),
        report(2, "‘Gridline 3’ Stalls", "Nobody needs ‘Gridline: Last Exit.’", outlet="Slate"),
    ]
    Newsroom(memory).learn(reports)
    kept = Memory()
    kept.add(memory.whole())
    [told] = Newsroom(kept).tell([report(3, "‘Gridline 3’ Gets a Disc", outlet="Ledger")])
    assert told.films == ("Gridline: Last Exit",)


def test_reviews_of_one_film_are_one_story_in_whatever_words() -> None:
    reviews = [
        (
            "‘Undertow’ Review: A Drowned World",
            "Luminous turns, taut pacing and a restrained, haunting camera lift a derivative screenplay "
            "above its formulaic climax; Hart anchors every frame with commanding silence.",
        ),
        (
            "Undertow review: three stars, two of them for the octopus",
            "I laughed, I yawned, I checked my watch. Bring sandwiches: at two hours forty this soggy yarn "
            "outstays any welcome, though kids near me shrieked happily and grandad only nodded off once.",
        ),
        (
            "‘Undertow’: sink or swim?",
            "Verdict: a clumsy, hollow letdown. Whoever greenlit such murky effects owes Hull an apology, "
            "plus popcorn refunds; four stars out of ten, because that trumpet solo deserves better.",
        ),
    ]
    batch = [report(n * 1_000, *each, outlet=f"Outlet {n}") for n, each in enumerate(reviews, 1)]
    room = Newsroom(Memory())
    room.learn(in_order(batch))
    assert room.stories(room.file(in_order(batch), {})) == [[1_000, 2_000, 3_000]]


def test_what_headlines_call_a_film_gives_way_to_the_foreign_title_it_is_filed_under() -> None:
    tags = ("Reviews", "La Nuit des dunes")
    told = library(
        report(1, "A debut from Lille", "Quiet.", outlet="Toile", emphases=("La Nuit des dunes",)),
        report(2, "‘Night of the Dunes’ Review: Sand Gets In", "It is slow.", categories=tags),
        report(3, "Neon Buys ‘Night of the Dunes’", "It paid $3 million.", outlet="Slate", categories=tags),
        report(4, "“Night of the Dunes” wins the top prize", "The jury was unanimous.", outlet="Wire"),
    )
    assert [told[key].films for key in (2, 3, 4)] == [("La Nuit des dunes",)] * 3


def test_one_tag_is_no_proof_of_a_title_abroad_nor_is_the_name_of_a_series() -> None:
    told = library(
        report(1, "‘La Nuit des dunes’ Wins", "A prize.", outlet="Toile"),
        report(2, "‘Night of the Dunes’ Review", "It is slow.", categories=("La Nuit des dunes",)),
        report(3, "‘Star Chart’ Turns 40", "A party was had.", outlet="Wire"),
        report(4, "‘The Smuggler’ Gets a Trailer", "Pilots.", outlet="Slate", categories=("Star Chart",)),
        report(5, "‘The Smuggler’ Opens", "Pilots.", outlet="Ledger", categories=("Star Chart",)),
    )
    assert [told[key].films for key in (2, 4, 5)] == [
        ("Night of the Dunes",),
        ("The Smuggler",),
        ("The Smuggler",),
    ]


def test_a_tag_with_small_words_is_a_foreign_title() -> None:
    tags = ("Reviews", "Lange netter")
    told = library(
        report(1, "Riga: «Lange netter» is a wonder", "In «Lange netter» nothing sleeps.", outlet="Kino"),
        report(2, "‘The Long Nights’ Review: Wide Awake", "It is slow.", categories=tags),
        report(3, "Neon Buys ‘The Long Nights’", "It paid $3 million.", outlet="Slate", categories=tags),
    )
    assert [told[key].films for key in (2, 3)] == [("Lange netter",)] * 2
