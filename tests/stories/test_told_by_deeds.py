"""Titles that running text prints bare, told by what films do: open, are shot, are looked at."""

from __future__ import annotations

import pytest

from reader.stories.films.unquoted_by_verb import told_bare
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from tests.stories.test_own_titles import about
from tests.stories.test_reading import report


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("The Salt Doll, directed by Orla Quane, arrives in Irish cinemas on 9 October.", ["The Salt Doll"]),
        ("A film on eels: The Fens of June is shown at Ely in May, and they come.", ["The Fens of June"]),
        ("The film is set in Hull. The Eel Wife will shoot on the Humber this autumn.", ["The Eel Wife"]),
        ("She looks lost in the first pictures from The Eel Wife. The film is out in May.", ["The Eel Wife"]),
        ("The movie is late, but filming begins on The Eel Wife, a new take on a ballad.", ["The Eel Wife"]),
        ("Now there’s a film of it, The Eel Wife, with Orla Quane as the wife.", ["The Eel Wife"]),
        ("The film drew crowds. Orla Quane will film in Hull next month.", []),
        ("The film drew crowds. Lantern Studios opens in Leeds cinemas next week.", []),
        ("Here is new footage of Orla Quane and Matt Hale. The film is out in May.", []),
        ("The Eel Wife opens in Hull, where the fair runs on Sunday.", []),
        ("The film is on. Zurab Álvarez starts shooting in Hull this spring.", []),
        ("Here is a first look at Zurab Álvarez. The film is out in May.", []),
        ("Filming on the M62 delayed drivers. Traffic is back to normal.", []),
    ],
)  # fmt: skip
def test_a_bare_title_is_told_by_what_only_films_do(lead: str, expected: list[str]) -> None:
    assert list(dict.fromkeys(told_bare(lead))) == expected


def test_a_film_that_one_plain_sentence_tells_of_is_what_the_report_is_about() -> None:
    told = about(
        report(
            1,
            "Quane film to open in October",
            "The Eel Wife, starring Orla Quane, reaches British cinemas then.",
        )
    )
    assert told == [("The Eel Wife",)]


def test_a_nickname_amid_a_name_is_no_title() -> None:
    told = about(
        report(
            1,
            "First look at the new ‘Harrow’ romp",
            "Joe “The Hook” Bell is back in a movie with a very cross ostrich.",
        )
    )
    assert told == [("Harrow",)]


def test_what_is_somebodys_is_a_title_only_where_titles_are_printed_so() -> None:
    lead = "A photo from the set of Nightfall is here, and it’s our best view of Lars Holm’s Vexor: green."
    told = about(report(1, "NIGHTFALL: first official photo", lead, emphases=("Nightfall",)))
    assert told == [("Nightfall",)]


def test_a_phrase_of_another_tongue_in_italics_is_a_title_where_it_is_told_to_be_a_film() -> None:
    lead = (
        "The festival will begin with Zahrada na hranici, a comedy by Jan Novotny about a garden cut in two."
    )
    told = about(report(1, "Festival opens with comedy", lead, emphases=("Zahrada na hranici",)))
    assert told == [("Zahrada na hranici",)]
    spoken = "He called it Zlaté české ruce, a phrase of which the press is fond, and walked off."
    assert about(report(1, "Star walks off", spoken, emphases=("Zlaté české ruce",))) == [()]


def test_a_project_is_known_by_the_tag_it_is_filed_under() -> None:
    told = about(
        report(
            1, "Dates set for spy film", "It comes in November.", categories=("Untitled James Bond film",)
        ),
        report(
            2, "Casting news", "Ann Mull directs. Ann Mull is busy.", categories=("Untitled Ann Mull film",)
        ),
    )
    assert told[0] == ("Untitled James Bond film",)


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Paragon dates Ann Mull’s James Bond for November 17", "007 has an appointment."),
        ("Paragon sets a date", "Ann Mull directs the relaunch of the James Bond franchise."),
        ("James Bond will return in 2028", "There’s no title yet."),
    ],
)
def test_the_next_bond_is_known_by_who_makes_it_anew(headline: str, lead: str) -> None:
    assert about(report(1, headline, lead)) == [("Untitled James Bond film",)]


def test_the_bond_of_an_actor_before_is_no_project() -> None:
    assert about(report(1, "The suits of Daniel Craig’s Bond", "They are for sale.")) == [()]


def test_all_that_leave_out_what_a_title_says_it_is_tell_of_the_same_film() -> None:
    told = about(
        report(1, "‘The Larks’ Final Trailer", "It is for ‘The Larks – A Three-Film Event’, out in May."),
        report(2, "‘The Larks’ Review: Loud", "Three films, one racket.", outlet="Slate"),
    )
    assert told == [("The Larks – A Three-Film Event",)] * 2


def test_a_sequel_that_a_sentence_comes_to_call_by_its_title_goes_by_that() -> None:
    lead = (
        "A sequel to ‘The Gulls’ is at last on the way from Paragon and Lantern, called ‘The Gulls Abroad’."
    )
    assert about(report(1, "The Gulls Are Getting Another Holiday", lead))[-1] == ("The Gulls Abroad",)


def test_a_word_as_any_other_is_a_title_where_a_report_is_filed_under_it() -> None:
    lead = "The hush-hush chiller is called Yet, and Paragon has parked it in October."
    assert about(report(1, "Ghost movie has a title", lead, categories=("News", "Yet"))) == [("Yet",)]
    assert about(report(1, "Ghost movie has a title", lead, categories=("News",))) == [()]


def test_a_name_of_one_headline_gives_way_to_the_film_it_is_filed_under() -> None:
    told = about(
        report(
            1, "Paragon’s Live-Action LIZARDS Movie Finds Its Villain",
            "Ann Mull will play him in Paragon’s ‘The Last Lizard’.",
            categories=("The Last Lizard", "Casting"),
        )
    )  # fmt: skip
    assert told == [("The Last Lizard",)]


def test_many_words_in_capitals_behind_a_title_in_quotes_only_shout() -> None:
    told = about(
        report(
            1,
            "[Review] ‘Nightfall’ SAYS FAREWELL WITH ONE HELL OF A BANG",
            "We hid.",
            categories=("Reviews",),
        )
    )
    assert told == [("Nightfall",)]


def test_what_is_ordered_in_episodes_is_no_film() -> None:
    lead = "Lantern has given a ten-episode order to “Night Porter”, from the writer of a hit."
    assert about(report(1, "Lantern orders comedy", lead)) == [()]


def test_what_others_go_by_is_kept_though_it_was_met_once() -> None:
    room = Newsroom(Memory())
    first = [
        report(1, "‘The Larks’ Final Trailer", "It is for ‘The Larks – A Three-Film Event’, by Ann Mull."),
        report(2, "‘The Larks’ Review: Loud", "Ann Mull’s ‘The Larks’ is one racket.", outlet="Slate"),
        report(3, "‘The Larks’ Poster", "Ann Mull drew ‘The Larks’ herself.", outlet="Wire"),
    ]
    room.learn(first)
    room.memory = room.memory.forget_rare()
    late = report(9, "New Larks photo is here", "Ann Mull is in it.", outlet="Post")
    room.learn([late])
    assert room.tell([late])[0].films == ("The Larks – A Three-Film Event",)
