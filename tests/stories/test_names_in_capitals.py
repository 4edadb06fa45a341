"""What a chart has in capitals and is somebody's name: a title there, and a person everywhere else."""

from __future__ import annotations

import pytest

from reader.stories.films.title_spans import title_spans
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, in_order
from tests.stories.test_reading import report

SONGS = "Mary Toll: The Last Night of the Tour leads with $9.0M. Then Gull Island ($3.1M) and Kiln ($2.0M)."


def capitals(headline: str, lead: str) -> set[str]:
    return {span for _, span, how in title_spans(report(1, headline, lead)) if how == "capitals"}


def read(*reports: Report) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The films and the people of each report by itself, with what all of them taught."""
    room = Newsroom(Memory())
    room.learn(in_order(reports))
    return [(told.films, told.people) for each in reports for told in room.tell([each])]


def test_a_singer_is_no_film_where_a_chart_shortens_that_of_her_tour() -> None:
    chart = report(
        1, "Estimates: MARY TOLL Sings to $9M", SONGS, emphases=("Mary Toll: The Last Night of the Tour",)
    )
    song = report(2, "Toll’s song is out", "Mary Toll’s twelfth song was heard on Monday.", outlet="Slate")
    (films, _), (none, people) = read(chart, song)
    assert films[:1] == ("Mary Toll: The Last Night of the Tour",)
    assert (none, people) == ((), ("Mary Toll",))


def test_a_name_that_others_print_as_a_title_is_one_bare_too() -> None:
    chart = report(1, "MARY TOLL Opens to $9M", "Mary Toll opens to $9.0M.")
    other = report(2, "‘Mary Toll’ Trailer", "‘Mary Toll’ is a biopic of a ferrywoman.", outlet="Slate")
    last = report(3, "The ferry film Mary Toll has a date", "It comes in May.", outlet="Wire")
    assert read(chart, other, last)[-1][0] == ("Mary Toll",)


@pytest.mark.parametrize(
    ("headline", "lead", "expected"),
    [
        ("SALTMARSH Goes Chapter 11: What It Means", "Saltmarsh has 38 sites.", set()),
        ("SALTMARSH Files for Bankruptcy", "Saltmarsh has 38 sites.", set()),
        ("SALTMARSH Q3: Fewer Heads, More Seats", "Saltmarsh has 38 sites.", set()),
        ("SALTMARSH Shares Sink", "Saltmarsh has 38 sites.", set()),
        ("SALTMARSH Goes Past $100M", "Saltmarsh has made $101M.", {"SALTMARSH"}),
        ("SALTMARSH Files In at No. 2", "Saltmarsh has made $10M.", {"SALTMARSH"}),
        ("XYFF: B12 Buys a Ferry Film", "B12 has paid $2M.", set()),
    ],
)
def test_a_firm_is_no_film(headline: str, lead: str, expected: set[str]) -> None:
    assert capitals(headline, lead) == expected


def test_whose_film_it_is_stands_before_no_title_that_is_marked_without() -> None:
    lead = "A best debut for Ann Mull: One Ferry After Another leads with $22.4M."
    marked = report(
        1, "Estimates: ONE FERRY AFTER ANOTHER Starts", lead, emphases=("One Ferry After Another",)
    )
    assert "Ann Mull: One Ferry After Another" not in {span for _, span, _ in title_spans(marked)}
