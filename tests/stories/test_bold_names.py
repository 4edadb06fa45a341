"""Houses that set people in bold as they set titles, and who is meant by a surname that is a title."""

from __future__ import annotations

from tests.stories.test_reading import report, tell
from tests.stories.test_subjects import films


def test_people_in_bold_are_no_films() -> None:
    (told,) = tell(
        report(
            1,
            "Jenna Quill Joins ‘Kiln’",
            "Jenna Quill has joined Kiln. Writer/director Ann Mull shoots in May, with Tom Reeve.",
            emphases=("Jenna Quill", "Kiln", "Ann Mull", "Tom Reeve"),
        )
    )
    assert told.films == ("Kiln",)
    assert {"Jenna Quill", "Ann Mull"} <= set(told.people)


def test_what_a_headline_has_bare_beside_a_title_in_quotes_is_none() -> None:
    (told,) = films(
        report(
            1,
            "‘Heron v Crane’ Trailer Unleashes MegaHeron",
            "The trailer of Heron v Crane has MegaHeron in it.",
            emphases=("Heron v Crane", "MegaHeron"),
        )
    )
    assert told == ("Heron v Crane",)


def test_a_film_that_is_called_by_a_name_is_one() -> None:
    (told,) = films(
        report(1, "‘Annie Marsh’ Finds a Home", "Focus has bought Annie Marsh.", emphases=("Annie Marsh",))
    )
    assert told == ("Annie Marsh",)


def test_a_surname_is_no_film_where_its_bearer_is_named() -> None:
    told = films(
        report(1, "‘Bishop’ trailer", "The trailer of ‘Bishop’ is out."),
        report(2, "‘Bishop’ opens", "‘Bishop’ opens in May.", outlet="Wire"),
        report(
            3,
            "Ann Mull leads ‘Kiln’",
            "Kelly Bishop wrote ‘Kiln’. Once asked, Bishop shrugged.",
            outlet="Post",
        ),
    )
    assert told[2] == ("Kiln",)


def test_a_name_in_bold_before_what_its_bearer_made_is_no_film() -> None:
    (told,) = tell(
        report(
            1,
            "[Review] ‘Kiln’ Fires Up",
            "The first hour of Dara Mullow’s Kiln is dark. Ann Quill, Tom Reeve and Kate Hale run about.",
            emphases=("Dara Mullow", "Kiln", "Ann Quill", "Tom Reeve", "Kate Hale"),
        )
    )
    assert (told.films, told.mentioned) == (("Kiln",), ())
    assert {"Ann Quill", "Tom Reeve", "Kate Hale"} <= set(told.people)
