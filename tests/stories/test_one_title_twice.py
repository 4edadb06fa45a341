"""Two films by one title, one of which is given another; a sequel that only one outlet gives a number."""

from __future__ import annotations

from reader.stories.films import nameless
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report
from tests.stories.test_links import library
from tests.stories.test_reading import report

NEWS = (
    report(1, "Ann Mull’s ‘Kelp’ goes to Cork", "Ann Mull directs Tom Hale in ‘Kelp’, shot in May."),
    report(2, "Tom Hale dives for ‘Kelp’", "Tom Hale swims in Ann Mull’s ‘Kelp’.", outlet="Slate"),
    report(3, "First look at ‘Kelp’", "Ann Mull shows Tom Hale in ‘Kelp’ at last.", outlet="Gate"),
    report(4, "Mary Toll Boards ‘Kelp’", "Mary Toll leads Ida Brandt’s space film ‘Kelp’.", outlet="Globe"),
    report(5, "Studio Retitles ‘Kelp’ as ‘Ember’", "Ida Brandt and Mary Toll agreed.", outlet="Globe"),
    report(6, "Mary Toll starts on ‘Ember’", "Mary Toll is in Ida Brandt’s ‘Ember’.", outlet="Slate"),
    report(7, "Ida Brandt delays ‘Ember’", "Ida Brandt says Mary Toll’s ‘Ember’ is late.", outlet="Gate"),
)  # fmt: skip


def _about(*more: Report) -> list[tuple[str, ...]]:
    return [one.films for one in library(*NEWS, *more).values()]


def test_a_title_that_one_film_gives_up_stays_the_other_film_s() -> None:
    expected = [("Kelp",)] * 3 + [("Ember",)] * 4
    assert _about() == expected


def test_a_report_that_names_nobody_tells_of_the_film_that_still_has_the_title() -> None:
    told = _about(report(8, "‘Kelp’ waits until May", "The sea film ‘Kelp’ is late.", outlet="Rex"))
    assert told[-1] == ("Kelp",)


def test_a_film_that_shares_no_name_with_another_is_not_without_one() -> None:
    assert not nameless.nameless(report(1, "A quarrel ends", "The drama won’t share a name with Mull’s."))
    assert nameless.nameless(report(1, "A film is made", "The studio won’t share a name yet."))


def test_a_sequel_s_number_that_one_outlet_alone_prints_is_no_title_for_the_others() -> None:
    room = Newsroom(Memory())
    reports = (
        report(1, "‘Kelp’ opens", "Ann Mull’s ‘Kelp’ opens in May."),
        report(2, "‘Kelp’ is a hit", "Ann Mull’s ‘Kelp’ made a lot.", outlet="Slate"),
        report(
            3, "Studio greenlights ‘Kelp’ sequel", "Ann Mull will direct a second ‘Kelp’.", outlet="Globe"
        ),
        report(4, "‘Kelp 2’ gets greenlight", "Ann Mull makes another ‘Kelp’. No title.", outlet="Gate"),
        report(6, "‘Kelp’ sequel is announced", "Ann Mull makes another.", outlet="Ledger"),
        report(5, "Kelp 2 is coming", "Ann Mull will direct another ‘Kelp’.", outlet="Rex"),
    )
    room.learn(reports)
    assert [one.films for one in room.tell(reports[2:])] == [("Untitled Kelp sequel",)] * 4
