"""Release dates as a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.news import StatedDate
from reader.store import releases
from reader.store.releases import superseded
from reader.text.ics import calendar, days, events

NOW = datetime(2026, 10, 12, 9, 41, tzinfo=UTC)


def stated(film: str = "Heat 2", when: str = "2026-12-18", said: int = 0, **more: Any) -> StatedDate:
    known = {"region": None, "moved_from": None, "words": "", "outlet": "Slate Line", "title": "A headline"}
    return StatedDate(film=film, date=when, article_id=1, story_id=1, said=said, **{**known, **more})


def known(dates: list[StatedDate]) -> dict[str, str]:
    """By what a calendar knows each event, by its day and region."""
    told = calendar(superseded(dates), NOW).decode().replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    fields = [dict(line.split(":", 1) for line in event.splitlines() if ":" in line) for event in told]
    return {f"{f['SUMMARY']} {f['DTSTART;VALUE=DATE']}": f"{f['UID']} {f['SEQUENCE']}" for f in fields}


@pytest.mark.parametrize(
    ("when", "span"),
    [
        ("2026-12-18", (date(2026, 12, 18), date(2026, 12, 19))),
        ("2026-12", (date(2026, 12, 1), date(2027, 1, 1))),
        ("2026-Q4", (date(2026, 10, 1), date(2027, 1, 1))),
        ("2026", None),
        ("2026-13", None),
        ("9999-12-31", None),
        ("soon", None),
    ],
)
def test_a_date_is_as_long_as_it_was_stated(when: str, span: tuple[date, date] | None) -> None:
    assert days(when) == span


def test_outlets_that_agree_are_one_event_and_those_that_differ_two() -> None:
    dates = [
        stated(),
        stated(outlet="Marquee; Daily", moved_from="2026-11"),
        stated(when="2026-12-25"),
        stated(when="2026-12-19", region="UK"),
        stated(when="2027"),
    ]
    text = calendar(dates, NOW).decode()
    assert text.count("BEGIN:VEVENT\r\n") == text.count("END:VEVENT\r\n") == 3
    unfolded = text.replace("\r\n ", "")
    assert "DESCRIPTION:As stated by Slate Line\\, Marquee\\; Daily. Moved from 2026-11.\r\n" in unfolded
    assert "SUMMARY:Heat 2 (UK)\r\n" in unfolded
    assert "DTSTAMP:20261012T094100Z\r\n" in unfolded
    assert calendar(dates, NOW) == text.encode()


def test_outlets_that_differ_on_what_a_date_was_moved_from_are_told_apart() -> None:
    dates = [
        stated(moved_from="2026-11-20"),
        stated(outlet="Marquee", moved_from="2026-11"),
        stated(outlet="Courier", moved_from="2026-11-20"),
        stated(outlet="Grain"),
    ]
    text = calendar(dates, NOW).decode().replace("\r\n ", "")
    who = "Slate Line\\, Marquee\\, Courier\\, Grain"
    moved = "2026-11-20 (Slate Line\\, Courier)\\, 2026-11 (Marquee)"
    assert f"DESCRIPTION:As stated by {who}. Moved from {moved}.\r\n" in text


def test_what_moved_on_is_no_event_nor_what_says_less_than_another() -> None:
    dates = [
        stated(moved_to="2027-03-05"),
        stated(when="2027-03-05"),
        stated(when="2027-03-05", region="US", outlet="Marquee"),
        stated(when="2027-03-12", region="UK"),
        stated("Kestrel", when="2027-03-05"),
    ]
    assert list(events(dates)) == [
        ("Heat 2", "2027-03-05", "US"),
        ("Heat 2", "2027-03-12", "UK"),
        ("Kestrel", "2027-03-05", ""),
    ]
    assert calendar(dates, NOW).count(b"BEGIN:VEVENT") == 3


WINTER = stated(said=1)
SPRING = stated(when="2027-03-05", moved_from="2026-12-18", said=2, outlet="Marquee")
LATER = stated(when="2027-03-12", moved_from="2026-12-18", said=3, outlet="Courier")
BACK = stated(moved_from="2027-03-05", said=4)


def test_a_date_that_moved_is_the_same_event_in_a_calendar() -> None:
    winter = known([WINTER])["Heat 2 20261218"].split()[0]
    assert known([WINTER]) == {"Heat 2 20261218": f"{winter} 0"}
    assert known([WINTER, SPRING]) == {"Heat 2 20270305": f"{winter} 1"}
    autumn = stated(when="2027-09-10", moved_from="2027-03-05", said=3)
    assert known([WINTER, SPRING, autumn]) == {"Heat 2 20270910": f"{winter} 2"}
    assert known([WINTER, SPRING, BACK]) == {"Heat 2 20261218": f"{winter} 2"}


def test_where_outlets_differ_on_where_it_moved_the_first_is_the_same_event() -> None:
    found = known([WINTER, SPRING, LATER])
    assert found["Heat 2 20270305"].split()[0] == known([WINTER])["Heat 2 20261218"].split()[0]
    assert len({told.split()[0] for told in found.values()}) == 2
    still = stated(said=5, outlet="Grain")  # says what held before
    stays = known([WINTER, SPRING, still])
    assert stays["Heat 2 20261218"].split()[0] == known([WINTER])["Heat 2 20261218"].split()[0]
    assert len({told.split()[0] for told in stays.values()}) == 2


def test_a_date_that_many_told_to_have_moved_is_counted_by_days(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the reports of years, each with each: that was a second for a film of which 250 tell it."""
    asked: list[str] = []

    real = releases.within

    def count(date: str, vague: str) -> bool:
        asked.append(date)
        return real(date, vague)

    monkeypatch.setattr(releases, "within", count)
    dates = [stated(said=n) for n in range(30)]
    moves = [stated(when=f"2027-03-0{1 + n % 5}", moved_from="2026-12-18", said=30 + n) for n in range(30)]
    told = superseded([*dates, *moves])
    assert [each.moved_to for each in told] == ["2027-03-05"] * 30 + [None] * 30
    assert len(asked) < 10 * len(dates) * len(moves)


def test_a_date_that_is_told_to_be_of_a_region_is_the_same_event() -> None:
    first = known([WINTER])["Heat 2 20261218"]
    american = stated(region="US", said=2)
    assert known([WINTER, american, stated(region="UK", said=3)])["Heat 2 (US) 20261218"] == first
    assert known([stated(region="US", said=0), WINTER]) == known([american])


def test_a_date_that_is_told_to_the_day_is_the_same_event_as_its_month() -> None:
    month = stated(when="2026-12", said=0)
    first = known([month])["Heat 2 20261201"].split()[0]
    assert known([month, WINTER]) == {"Heat 2 20261218": f"{first} 1"}
    assert known([month, WINTER, SPRING]) == {"Heat 2 20270305": f"{first} 2"}


def test_a_month_is_no_event_beside_its_day() -> None:
    dates = [
        stated(),
        stated(when="2026-12", outlet="Marquee"),
        stated(when="2026-Q4", outlet="Grain"),
        stated(when="2026-12", outlet="Courier", region="UK"),
    ]
    assert list(events(dates)) == [("Heat 2", "2026-12-18", ""), ("Heat 2", "2026-12", "UK")]


@given(st.text(max_size=200), st.text(max_size=200))
def test_every_line_is_short_and_none_is_made_of_data(film: str, outlet: str) -> None:
    data = calendar([stated(film, outlet=outlet)], NOW)
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert sum(line == b"BEGIN:VEVENT" for line in lines) == 1
    data.decode()
