"""Who and what reports name: in lists, by halves of a name, by short, numbered and translated titles."""

from __future__ import annotations

from reader.stories.filed import Told
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report
from tests.stories.test_reading import report, tell


def people(*reports: Report) -> list[set[str]]:
    return [set(one.people) for one in tell(*reports)]


def films(told: list[Told]) -> list[tuple[str, ...]]:
    return [one.films for one in told]


def test_a_name_in_a_list_with_a_surer_one_is_a_name() -> None:
    found = people(
        report(1, "‘Kestrel’ adds three", "Mina Okafor joins Emma Vance, Bram Ovink and Tom Reed.")
    )
    assert found == [{"Mina Okafor", "Emma Vance", "Bram Ovink", "Tom Reed"}]


def test_siblings_share_a_surname_and_are_meant_by_its_plural() -> None:
    found = people(
        report(1, "‘Kestrel 4’ begins", "It is directed by brothers Luke and Thomas Marchetti in Rome."),
        report(2, "‘Kestrel 4’ begins", "The Marchettis began shooting ‘Kestrel 4’ in Rome.", outlet="Other"),
    )
    assert found == [{"Luke Marchetti", "Thomas Marchetti"}] * 2


def test_a_surname_may_be_a_place_or_a_hall() -> None:
    lead = "Dominic West and Denzel Washington won. Rebecca Hall was there, and so was New York."
    assert people(report(1, "‘Kestrel’ wins", lead)) == [
        {"Dominic West", "Denzel Washington", "Rebecca Hall"}
    ]


def test_half_a_name_is_no_other_person() -> None:
    lead = "It stars Ana de Armas. De Armas plays a spy as marshal Cole Ironside hunts her."
    assert people(report(1, "‘Kestrel’ begins", lead)) == [{"Ana de Armas"}]


def test_a_tag_printed_bare_with_something_personal_beside_it_is_a_name() -> None:
    tags = ("Film", "Kestrel", "Quilla Ndoro")
    title = "Quilla Ndoro on the KESTREL Ending"
    assert people(report(1, title, "She talks of the last scene.", categories=tags)) == [{"Quilla Ndoro"}]


def test_a_verb_of_headlines_is_no_surname() -> None:
    assert people(report(1, "Lukas Rolls On ‘Kestrel’", "Maria Lukas is shooting.")) == [{"Maria Lukas"}]


def test_a_surname_misspelt_once_is_that_of_who_is_often_named() -> None:
    often = [
        report(n, "‘Kestrel’ begins", "Director Mina Hallam is in Rome.", f"Outlet {n}") for n in (1, 2, 3)
    ]
    told = people(*often, report(4, "‘Kestrel’ begins", "Director Mina Hallum is in Rome.", "Gossip"))
    assert told == [{"Mina Hallam"}] * 4


def test_who_is_named_as_often_as_another_is_no_slip() -> None:
    told = people(
        report(1, "‘Kestrel’ begins", "Director Mina Hallam is in Rome."),
        report(2, "‘Kestrel’ begins", "Director Mina Hallum is in Rome.", "Gossip"),
    )
    assert told == [{"Mina Hallam"}, {"Mina Hallum"}]


def test_an_outlet_a_hotel_and_a_role_are_nobody() -> None:
    lead = "Emma Vance told Tom Marquee that she reprises Mina Okafor. She spoke at the Beverly Harlan."
    told = people(
        report(1, "‘Kestrel’ is back", lead), report(2, "‘Nib’ Review", "It is long.", outlet="Tom Marquee")
    )
    assert told[0] == {"Emma Vance"}


def test_what_a_maker_is_named_with_is_no_title() -> None:
    told = tell(
        report(1, "THE SEED GAME IS LONG", "Max Hale’s Nintendo flick is long.", outlet="Gossip"),
        report(2, "‘The Seed’ opens with Nintendo at hand", "‘The Seed’ opens.", outlet="Trade"),
    )
    assert "Nintendo" not in {name for one in told for name in (*one.films, *one.mentioned)}


def test_short_numbered_and_full_titles_are_one_film() -> None:
    told = tell(
        report(
            1, "‘The Salt Line Affair’ opens", "‘The Salt Line Affair’ opens with $9 million.", outlet="A"
        ),
        report(
            2, "‘Salt Line’ opens", "‘Salt Line’ opens with $9 million: ‘The Salt Line Affair.’", outlet="B"
        ),
        report(3, "“Salt Line Affair” opens", "“Salt Line Affair” opens with $9 million.", outlet="C"),
    )
    assert films(told) == [("The Salt Line Affair",)] * 3
    assert films(
        tell(report(1, "‘Kestrel III’ wraps", "It is done."), report(2, "Kestrel 3 wraps", "Done."))
    ) == [
        ("Kestrel III",),
        ("Kestrel III",),
    ]


def test_a_translated_title_is_the_films() -> None:
    told = tell(
        report(1, "“Der Turm” begins", "“Der Turm,” which translates as “The Water Tower,” is shooting."),
        report(2, "‘The Water Tower’ begins", "‘The Water Tower’ is shooting.", outlet="Other"),
    )
    assert films(told) == [("Der Turm",)] * 2


def test_one_word_of_a_title_means_it_where_its_people_are_named() -> None:
    news = "Max Hale’s film ‘The Legend of Kestrel’ is done."
    batch = [
        report(1, "‘The Legend of Kestrel’ is done", news, outlet="A"),
        report(2, "‘The Legend of Kestrel’ is done", news, outlet="B"),
        report(
            3, "KESTREL MOVIE IS LONG", "A projectionist says that Max Hale’s film runs long.", outlet="C"
        ),
        report(4, "Kestrels nest in a cinema", "A pair has moved in above the screen.", outlet="D"),
    ]
    room = Newsroom(Memory())
    room.learn(batch)
    filed = room.file(batch, {})
    assert [filed[3].films, filed[4].films] == [["the legend of kestrel"], []]


def test_an_owner_or_a_manager_is_somebody_whatever_their_first_name() -> None:
    lead = "At the Rialto, manager Bev Novotny borrowed chairs. Owner Trish Mallory says it will do."
    (told,) = tell(report(1, "Cinemas keep cool", lead))
    assert told.people == ("Bev Novotny", "Trish Mallory")


def test_what_is_said_behind_a_hyphen_is_no_part_of_a_name() -> None:
    lead = "The Ann Hull-approved print has a Tom Reeve-less ending, says Ann Hull. Tom Reeve does not mind."
    (told,) = tell(report(1, "‘Kiln’ restored", lead))
    assert set(told.people) == {"Ann Hull", "Tom Reeve"}
