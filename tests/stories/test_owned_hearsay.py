"""Words by which alone an outlet owns that it cannot vouch for what it tells."""

from __future__ import annotations

import pytest

from reader.stories.kinds.rumours import rumour


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("TOLLGATE 2: THE CAST", "Three names, two of them new. We can’t stand any of this up."),
        ("Is Jo Lund in Tollgate 2", "An alleged cast list was posted on Sunday."),
        ("OUR GUY AT THE MILL SAYS TOLLGATE IS OFF", "Officially it is on."),
        ("Lund for Tollgate", "A cook told his sister. Make of that what you will."),
    ],
)
def test_one_word_is_enough(title: str, lead: str) -> None:
    assert rumour(title, lead)


def test_what_somebody_calls_untrue_is_no_rumour() -> None:
    lead = (
        "A fan account claimed that Jo Lund had joined. The director says it simply isn’t true. A rumor less."
    )
    assert not rumour("Is Jo Lund in Tollgate?", lead)


def test_alleged_crimes_are_no_hearsay_of_films() -> None:
    assert not rumour("Court hears Tollgate producer", "The alleged fraud took place in May.")
