"""People who go by a given name alone, and names with a slip of the pen."""

from __future__ import annotations

from reader.stories.people.people import People
from tests.stories.test_links import library
from tests.stories.test_quoted_people import people
from tests.stories.test_reading import report

KNOWN = [
    report(key, "‘Kestrel’ goes on", f"Saoirse Vance stars in ‘Kestrel,’ day {key}.", outlet=f"Other {key}")
    for key in range(1, 5)
]


def test_a_given_name_is_whose_film_it_is() -> None:
    told = report(9, "‘Kestrel’ is on its way", "Fans of ‘Kestrel’ will be glad that Saoirse is back.")
    assert people(*KNOWN, told)[-1] == {"Saoirse Vance"}


def test_a_given_name_is_nobody_in_speech_in_another_film_or_before_another_name() -> None:
    speech = report(
        9, "‘Kestrel’ is on its way", "“If Saoirse calls, I pick up,” somebody said of ‘Kestrel.’"
    )
    other = report(9, "‘Saltmarsh’ is on its way", "In ‘Saltmarsh’ a girl by the name of Saoirse digs.")
    longer = report(9, "‘Kestrel’ is on its way", "‘Kestrel’ was seen by Saoirse Bell.")
    assert people(*KNOWN, speech)[-1] == set()
    assert library(*KNOWN, other)[9].people == ()
    assert people(*KNOWN, longer)[-1] == {"Saoirse Bell"}


def test_a_given_name_that_two_bear_says_nothing() -> None:
    two = [
        report(key + 20, "‘Kestrel’ goes on", "Saoirse Mull directs ‘Kestrel.’", outlet=f"Other {key}")
        for key in range(1, 5)
    ]
    told = report(90, "‘Kestrel’ is on its way", "‘Kestrel’ will be proud of Saoirse.")
    assert people(*KNOWN, *two, told)[-1] == set()


def test_a_name_as_it_is_heard_is_who_is_often_named() -> None:
    told = report(9, "‘Kestrel’ is on its way", "Saoirsse Vannce stars in ‘Kestrel.’")
    assert people(*KNOWN, told)[-1] == {"Saoirse Vance"}


def test_a_slip_in_one_report_is_whom_the_others_of_its_story_name() -> None:
    told = report(9, "‘Kestrel’ goes on", "Saoirse Lance stars in ‘Kestrel,’ day 3.", outlet="Slate")
    assert people(*KNOWN, told)[-1] == {"Saoirse Vance"}


def test_another_of_a_like_name_is_no_slip() -> None:
    told = report(9, "‘Kestrel’ goes on", "Saoirse Holt stars in ‘Kestrel,’ day 3.", outlet="Slate")
    assert people(*KNOWN, told)[-1] == {"Saoirse Holt"}


def test_a_name_that_was_never_printed_whole_is_a_slip_for_nobody() -> None:
    assert People().meant("damian g", ["damian gray"]) == "damian g"
