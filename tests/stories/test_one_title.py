"""When a longer title is the film of a shorter one, and when it is another, or only one outlet's slip."""

from __future__ import annotations

import pytest

from tests.stories.test_own_titles import about
from tests.stories.test_reading import report
from tests.stories.test_subjects import films

OUTLETS = ("Post", "Wire", "Slate")


def test_an_older_film_with_a_subtitle_is_not_the_new_one_without() -> None:
    (told,) = films(
        report(
            1,
            "‘Night Ward’ Opens With $41 Million",
            "The reboot of ‘Night Ward’ beat the $26 million of ‘Night Ward: Relapse’ back in 2010.",
        )
    )
    assert told == ("Night Ward",)


def test_a_film_in_short_is_the_one_that_the_lead_has_in_full() -> None:
    (told,) = films(
        report(1, "‘Night Ward’ Opens With $41 Million", "‘Night Ward: Relapse’ opened on Friday.")
    )
    assert told == ("Night Ward: Relapse",)


def test_one_outlet_renames_no_title_that_many_print() -> None:
    many = [
        report(n, "‘The Heron Part II’ Is Put Off", "“The Heron Part II” will be late.", outlet=outlet)
        for n, outlet in enumerate(OUTLETS, 2)
    ]
    told = films(
        report(1, "Oh no: ‘Sigh the Heron Part II’ is late", "‘Sigh the Heron Part II’ is late."), *many
    )
    assert told[1:] == [("The Heron Part II",)] * 3


def test_initials_behind_a_colon_stand_for_no_title() -> None:
    told = about(
        report(1, "‘Envoys: U.S.’ Finds a Buyer", "‘Envoys: U.S.’ was sold."),
        report(2, "More cinemas close in U.S. towns", "They were small.", outlet="Wire"),
    )
    assert told[1] == ()


def test_a_star_is_known_from_another_film_than_the_remake() -> None:
    told = films(
        report(
            1,
            "Reeve eyed for remake of “Lantern Hill”",
            "Tom Reeve, who chased storms in “Squall,” may climb. He is to be in a remake of “Lantern Hill,” "
            "two papers say.",
        ),
        report(2, "Tom Reeve in Talks for ‘Lantern Hill’ Remake", "The remake has no date.", outlet="Wire"),
    )
    assert told[1] == ("Lantern Hill",)


@pytest.mark.parametrize(
    ("headline", "lead", "title"),
    [
        (
            "Heron in the Reeds Anime Film Returns",
            "The firm will screen Anna Mull's Heron in the Reeds anime film in May.",
            "Heron in the Reeds",
        ),
        ("Mull's film returns", "Crowds saw Anna Mull's Heron in Tokyo.", "Heron"),
    ],
)
def test_small_words_are_part_of_a_title_where_it_is_printed_so(headline: str, lead: str, title: str) -> None:
    assert films(report(1, headline, lead)) == [(title,)]


def test_a_name_that_goes_on_is_no_film() -> None:
    told = about(
        report(1, "‘Night Ward’ opens", "‘Night Ward’ opens in May."),
        report(2, "Night Ward Vigil's big update is out in a month", "It adds a boat.", outlet="Wire"),
        report(3, "Night Ward tickets are out in a month", "Queues are long.", outlet="Slate"),
    )
    assert told[1:] == [(), ("Night Ward",)]


def test_a_count_is_what_the_next_bond_goes_by() -> None:
    told = films(
        report(1, "A new Bond is found", "The still untitled 26th Bond film shoots in May."),
        report(2, "The next Bond is a tall man", "He is very tall.", outlet="Wire"),
    )
    assert told == [("Bond 26",)] * 2


def test_what_somebody_makes_after_a_film_is_no_sequel() -> None:
    told = films(
        report(
            1,
            "Ann Quill Sets ‘Lantern Hill’ Follow-Up",
            "Ann Quill, who made ‘Lantern Hill’, has a new feature set. The untitled project is funny.",
        ),
        report(
            2, "Ann Quill’s Secret Second Film Is Called ‘Kiln’", "Ann Quill shoots it in May.", outlet="Wire"
        ),
    )
    assert told == [("Kiln",)] * 2


def test_a_follow_up_that_nobody_is_named_to_make_is_a_sequel() -> None:
    (told,) = films(report(1, "‘Lantern Hill’ Follow-Up in the Works", "The studio has said so."))
    assert told == ("Untitled Lantern Hill sequel",)


def test_a_label_in_a_lead_heads_no_title() -> None:
    (told,) = films(report(1, "Calendar: LANTERN HILL Goes Limited in May", "Added: Lantern Hill, a drama."))
    assert told == ("Lantern Hill",)


def test_words_before_a_colon_that_one_outlet_alone_has_make_no_other_film() -> None:
    told = films(
        *(report(n, "‘Gull Island’ wins", "‘Gull Island’ is first.", outlet=f"Wire {n}") for n in range(3)),
        report(3, "Weekend sums", "They have a Golden Sword: ‘Golden Sword: Gull Island’ is first."),
        report(4, "‘Golden Sword: Gull Island’ wins again", "It is first."),
    )
    assert told[4] == ("Gull Island",)
