"""The first film of a title by its year, where another of that title is on its way."""

from __future__ import annotations

from tests.stories.apart import films
from tests.stories.test_reading import report


def test_an_old_film_of_the_title_of_a_new_one_goes_by_its_year() -> None:
    told = films(
        report(1, "‘Captain Heron’ trailer is here", "‘Captain Heron’ opens in July."),
        report(
            2,
            "Tom Reeve’s ‘Captain Heron’ Soars Back Into Theaters",
            "Ahead of the summer reboot, the one that began it is back. Ann Mull’s ‘Captain Heron’ from 1978 "
            "is shown in a 4K restoration.",
            outlet="Shelf",
        ),
    )
    assert told == [("Captain Heron",), ("Captain Heron (1978)",)]


def test_an_old_film_of_which_there_is_no_other_goes_by_its_title() -> None:
    (told,) = films(
        report(1, "‘Captain Heron’ back in theaters", "Ann Mull’s ‘Captain Heron’ from 1978 is shown in 4K.")
    )
    assert told == ("Captain Heron",)
