"""Release dates as a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.news import StatedDate
from reader.text.ics import calendar, days, events

NOW = datetime(2026, 10, 12, 9, 41, tzinfo=UTC)


def stated(film: str = "Heat 2", when: str = "2026-12-18", **more: str) -> StatedDate:
    known = {"region": None, "moved_from": None, "words": "", "outlet": "Slate Line", "title": "A headline"}
    return StatedDate(film=film, date=when, article_id=1, story_id=1, said=0, **{**known, **more})  # type: ignore[arg-type]


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


@given(st.text(max_size=200), st.text(max_size=200))
def test_every_line_is_short_and_none_is_made_of_data(film: str, outlet: str) -> None:
    data = calendar([stated(film, outlet=outlet)], NOW)
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert sum(line == b"BEGIN:VEVENT" for line in lines) == 1
    data.decode()
