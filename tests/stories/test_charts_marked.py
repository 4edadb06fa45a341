"""Films of a weekend that a chart marks amid others, or of which it says how they did when they opened."""

from __future__ import annotations

from reader.stories.box_office.openings import held, marked, opening, paid_for
from reader.stories.films.mentions import Mention
from reader.stories.report import Report
from tests.stories.test_reading import report

CHART = "Kiln leads with $9M. Also: Gull Island, Marsh, Undertow, Harrow Lane."


def named(lead: str, *titles: str, sure: tuple[str, ...] = ()) -> list[Mention]:
    return [Mention(title.lower(), title, "lead", lead.index(title), title in sure) for title in titles]


def chart(lead: str, *marks: str) -> tuple[Report, list[Mention]]:
    """A report of a weekend, and its films: the marked ones surely."""
    one = report(1, "Weekend estimates", lead, emphases=marks)
    return one, named(lead, "Kiln", "Gull Island", "Marsh", "Undertow", "Harrow Lane", sure=marks)


def test_of_a_list_those_marked_are_its_news() -> None:
    assert marked(*chart(CHART, "Kiln", "Marsh")) == {"kiln", "marsh"}


def test_where_all_or_none_are_marked_or_few_told_of_marks_say_nothing() -> None:
    assert marked(*chart(CHART)) == set()
    assert marked(*chart(CHART, "Kiln", "Gull Island", "Marsh", "Undertow", "Harrow Lane")) == set()
    lead = "Kiln beats Marsh."
    assert (
        marked(report(1, "A duel", lead, emphases=("Kiln",)), named(lead, "Kiln", "Marsh", sure=("Kiln",)))
        == set()
    )


def test_what_it_could_not_reach_is_not_where_it_was() -> None:
    lead = "Kiln, a $45M romance with Ann Mull, couldn’t reach $4M in 3,300 theaters."
    one, films = report(1, "Kiln fails", lead), named(lead, "Kiln", sure=("Kiln",))
    assert [key for key, was in held(one, films) if was] == []
    assert paid_for(one, films) == {"kiln"}
    lead = "Kiln has reached $40M in 3,300 theaters."
    assert [key for key, was in held(report(1, "Kiln", lead), named(lead, "Kiln")) if was] == ["kiln"]


def test_a_steady_sum_is_one_to_begin_with() -> None:
    lead = "Older crowds had Marsh, while Kiln began with a steady $11.5 million."
    assert opening(report(1, "A weekend", lead), named(lead, "Marsh", "Kiln")) == {"kiln"}
    lead = "Older crowds had Marsh, while Kiln stayed steady at $11.5 million."
    assert opening(report(1, "A weekend", lead), named(lead, "Marsh", "Kiln")) == set()


def test_what_opens_on_friday_has_not_opened() -> None:
    lead = "Marsh leads with $9M. Kiln arrives Friday with presales north of $80M."
    assert opening(report(1, "A weekend", lead), named(lead, "Marsh", "Kiln")) == set()
    lead = "Marsh leads with $9M. Kiln arrives with $8M."
    assert opening(report(1, "A weekend", lead), named(lead, "Marsh", "Kiln")) == {"kiln"}


def test_where_films_are_in_capitals_other_marks_say_nothing() -> None:
    lead = "KILN grabs $19M. MARSH dips 39%. Then Gull Island, Undertow and Harrow Lane."
    films = named(lead, "KILN", "MARSH", "Gull Island", "Undertow", "Harrow Lane", sure=("KILN", "MARSH"))
    assert marked(report(1, "A weekend", lead, emphases=("MARSH",)), films) == set()
