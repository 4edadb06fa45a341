"""People told by what stands around them: who is quoted, what a name is part of, how it is spelt."""

from __future__ import annotations

from reader.stories.report import Report
from tests.stories.test_reading import report, tell


def people(*reports: Report) -> list[set[str]]:
    return [set(one.people) for one in tell(*reports)]


def test_who_is_quoted_is_somebody_whatever_the_name() -> None:
    lead = (
        "The cinema shuts on Friday. “It was our living room,” said retired usher Quill Tattersby, in tears."
    )
    assert people(report(1, "Cinema shuts", lead)) == [{"Quill Tattersby"}]


def test_a_prize_and_a_trade_behind_a_hyphen_are_no_part_of_a_name() -> None:
    lead = "The Oscar-nominated Vance returns. She wrote the Anna Reyes-scored ‘Kestrel’ with Tom Reed."
    assert people(report(1, "‘Kestrel 2’ set", lead)) == [{"Anna Reyes", "Tom Reed"}]


def test_letters_of_farewell_are_no_initials() -> None:
    assert people(report(1, "R.I.P. Emma Vance", "The actress Emma Vance has died at 90.")) == [
        {"Emma Vance"}
    ]


def test_a_surname_of_several_words_is_whole_in_a_headline_of_capitals() -> None:
    title = "How Sound Editor Thomas Van der Hoek Made the Silence of ‘Kestrel’"
    assert people(report(1, title, "It took Thomas Van der Hoek a year.")) == [{"Thomas Van der Hoek"}]


def test_an_initial_stands_for_the_name_that_others_print() -> None:
    found = people(
        report(1, "‘Kestrel’ finds a director", "Carlos Ibarra Vance will direct ‘Kestrel’ in Oslo."),
        report(
            2, "‘Kestrel’ director chosen", "Carlos I. Vance will direct ‘Kestrel’ in May.", outlet="Other"
        ),
    )
    assert found == [{"Carlos Ibarra Vance"}] * 2


def test_a_slip_of_letters_that_sound_alike_is_the_same_person() -> None:
    rows = [
        report(
            key, "‘Kestrel’ begins", f"Anna Brozovski directs ‘Kestrel’, day {key}.", outlet=f"Other {key}"
        )
        for key in range(1, 4)
    ]
    found = people(*rows, report(4, "‘Kestrel’ begins", "Anna Brosovski directs ‘Kestrel’."))
    assert found[3] == {"Anna Brozovski"}
