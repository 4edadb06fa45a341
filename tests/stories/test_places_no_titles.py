"""One word of a title that is also the name of a place, or the letters of a body."""

from __future__ import annotations

from tests.stories.apart import films
from tests.stories.test_reading import report

KNOWN = (
    report(1, "‘Halden’ reviewed", "‘Halden’, with Tom Reeve, is a slow burn."),
    report(2, "‘Halden’ finds a buyer", "‘Halden’ was sold to Neon. Tom Reeve stars.", outlet="Wire"),
    report(3, "‘Us’ reviewed", "‘Us’, with Mina Okafor, is a riot.", outlet="Post"),
    report(4, "‘Madrid’ reviewed", "‘Madrid’, with Mina Okafor, is long.", outlet="Post"),
)


def test_a_city_called_as_a_film_is_is_none() -> None:
    told = films(
        *KNOWN,
        report(
            5,
            "Halden lays out a red carpet for shorts",
            "The Norwegian city of Halden will hold its first festival of shorts in May.",
            outlet="Ledger",
        ),
    )
    assert told[-1] == ()


def test_the_film_is_still_known_by_its_word() -> None:
    told = films(
        *KNOWN, report(5, "A second look at Halden", "Tom Reeve is at sea in Halden again.", outlet="Ledger")
    )
    assert told[-1] == ("Halden",)


def test_where_a_festival_is_and_what_a_country_is_called_are_no_films() -> None:
    told = films(
        *KNOWN,
        report(
            5,
            "Tin Reed picked for Madrid contest",
            "‘Tin Reed’ will be the only US film at the Madrid festival, Mina Okafor said.",
            outlet="Ledger",
        ),
    )
    assert told[-1] == ("Tin Reed",)
