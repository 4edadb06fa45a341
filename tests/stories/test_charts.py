"""A weekend's films as charts and trades print them: who is new, who held on, who was only passed."""

from __future__ import annotations

from tests.stories.test_reading import report
from tests.stories.test_subjects import films

OPENS = "Box Office: ‘Nightfall’ Opens to $64 Million"


def test_a_film_that_holds_or_takes_more_in_a_headline_is_none_that_opens() -> None:
    told = films(
        report(1, OPENS, "‘Nightfall’ opened to $64 million. ‘Kiln’ took another $20 million."),
        report(2, "Weekend: NIGHTFALL Struts to $64M, KILN Holds at $20M", "KILN eased 50%.", outlet="Chart"),
        report(3, "Weekend: NIGHTFALL Stacks $64M, KILN Dims 52%", "NIGHTFALL: $64M.", outlet="Figures"),
        report(
            4,
            "“Nightfall” dresses up box office",
            "“Nightfall” brought in $64 million and knocked “Kiln” down to second.",
            outlet="Wire",
        ),
        report(
            5, "“Nightfall” outguns “Kiln” at the box office", "“Kiln” was first a week ago.", outlet="Post"
        ),
    )
    assert told == [("Nightfall",)] * 5


def test_a_record_that_a_film_passes_is_not_its_weekend() -> None:
    (told,) = films(
        report(
            1,
            OPENS,
            "“Nightfall” collected $64 million. It passed “Clay Hymn” for the top opening by its kind.",
        )
    )
    assert told == ("Nightfall",)


def test_a_newcomer_in_capitals_is_known_by_what_is_said_of_it_alone() -> None:
    told = films(
        report(1, OPENS, "‘Nightfall’ opened to $64 million. ‘Hollow’ was dead on arrival with $4 million."),
        report(
            2,
            "Weekend Estimates: NIGHTFALL Moonwalks to $64M",
            "NIGHTFALL did $64.2M. Newcomer HOLLOW started with a sleepy $4.4M. KILN added $3.9M.",
            outlet="Chart",
        ),
    )
    assert told == [("Nightfall", "Hollow")] * 2
