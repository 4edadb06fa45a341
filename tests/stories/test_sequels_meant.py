"""A sequel that reports call by the film before it, and a hero who is called as a film is."""

from __future__ import annotations

from tests.stories.test_own_titles import about
from tests.stories.test_reading import report, tell


def test_the_follow_up_that_most_tell_of_is_the_sequel_that_one_names() -> None:
    told = tell(
        report(1, "Ann Mull Out Of ‘Harrow II’", "Paragon and Ann Mull part on ‘Harrow II’."),
        report(
            2,
            "Star of “Harrow” will not return for sequel",
            "The lead of “Harrow” leaves its sequel.",
            outlet="Wire",
        ),
        report(
            3,
            "‘Harrow’ Star Ann Mull Quits",
            "Mull of last year’s hit ‘Harrow’ leaves its follow-up.",
            outlet="Slate",
        ),
    )
    assert [one.films for one in told] == [("Harrow II",)] * 3


def test_a_hero_beside_a_title_is_no_film() -> None:
    told = about(
        report(1, "‘Skyman’ Review", "‘Skyman’ soars."),
        report(2, "‘Nightfall’ Review: Ann Mull Steals It From Skyman", "She is very funny.", outlet="Wire"),
    )
    assert told[1] == ("Nightfall",)


def test_whose_film_it_was_is_not_what_they_make_next() -> None:
    lead = (
        "Orla Quane is to star in the second feature from Aino Berg, whose low-budget shocker Mire was a hit."
    )
    told = about(
        report(1, "‘Mire’ Review", "‘Mire’ by Aino Berg is wet. Orla Quane is not in it. Aino Berg is."),
        report(2, "Orla Quane To Star In Aino Berg’s Next Film", lead, outlet="Wire"),
    )
    assert "Mire" not in told[1]


def test_one_word_is_a_title_where_its_maker_is_told() -> None:
    lead = (
        "A film shot on Islay is in competition. Peatbog, by the Port Ellen-born director Mhairi Rae, is wet."
    )
    assert about(report(1, "Islay film picked for Berlin", lead)) == [("Peatbog",)]
