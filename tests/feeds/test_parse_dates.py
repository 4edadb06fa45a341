"""Dates as feeds write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.parse_dates import seconds

MORNING = "2023-10-10T09:12:00"


def when(text: str) -> str | None:
    found = seconds(text)
    return None if found is None else datetime.fromtimestamp(found, UTC).isoformat().removesuffix("+00:00")


@pytest.mark.parametrize(
    "text",
    [
        "Tue, 10 Oct 2023 09:12:00 GMT",
        "Tue, 10 Oct 2023 11:12:00 +0200",
        "Tue, 10 Oct 2023 05:12:00 EDT",
        "Tue, 10 Oct 2023 02:12 PDT",
        "tue,10 oct 2023 09:12:00 gmt",
        "10 Oct 23 09:12 UT",
        "Tuesday, 10 October 2023 09:12:00 Z",
        "Tue, 10 Oct 2023 11:12:00 GMT+2",
        "Tue Oct 10 09:12:00 2023",
        "Tue Oct 10 05:12:00 EDT 2023",
        "Oct 10, 2023 9:12 am",
        "Tuesday, October 10, 2023 - 09:12",
        "mar., 10 oct. 2023 11:12:00 +0200",
        "Di, 10 Okt 2023 11:12:00 +0200",
        "10 de octubre de 2023 09:12",
        "2023-10-10T09:12:00Z",
        "2023-10-10T09:12:00.123456Z",
        "2023-10-10t11:12:00+02:00",
        "2023-10-10T11:12+0200",
        "2023-10-10 09:12:00 UTC",
        "2023/10/10 09:12",
        " \n2023-10-10T09:12:00Z ",
    ],
)
def test_one_morning_in_many_hands(text: str) -> None:
    assert when(text) == MORNING


@pytest.mark.parametrize(
    ("text", "day"),
    [("2023-10-10", "2023-10-10T00:00:00"), ("2023-10", "2023-10-01T00:00:00"),
     ("2023", "2023-01-01T00:00:00"),
     ("Tue, 10 Oct 2023", "2023-10-10T00:00:00"), ("2023-10-09T24:00:00Z", "2023-10-10T00:00:00"),
     ("29 Feb 2024", "2024-02-29T00:00:00"), ("31 Dec 1969 23:59:60 GMT", "1970-01-01T00:00:00")],
)  # fmt: skip
def test_days_without_a_time(text: str, day: str) -> None:
    assert when(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "   ", "yesterday", "1e309", "Mon, 01 Jan 0000 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 -1200",
     "Fri, 31 Dec 99999 23:59:59 GMT", "31 Feb 2026 25:61:61 GMT", "31 Feb 2026", "2026-13-45T99:99:99Z",
     "0001-01-01T00:00:00+14:00", "-0001-01-01", "1696929120", "2023-10-10T25:00:00Z",
     "Tue, 10 Foo 2023 09:12:00 GMT",
     "10 Oct 2023 " + "9" * 500],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert seconds(text) is None


def test_no_date_at_all() -> None:
    assert seconds(None) is None


SENSIBLE = st.builds(
    lambda at, minutes: datetime.fromtimestamp(at, timezone(timedelta(minutes=minutes))),
    st.integers(0, 7_000_000_000),
    st.integers(-14 * 60, 14 * 60),
)


@given(SENSIBLE)
def test_what_standards_write_is_read_exactly(at: datetime) -> None:
    assert [seconds(format_datetime(at)), seconds(at.isoformat())] == [int(at.timestamp())] * 2


@given(st.text(alphabet="0123456789 -+:/.,TZtzGMTOctJanFebPMamde²١é\x00", max_size=60) | st.text(max_size=90))
def test_nothing_raises(text: str) -> None:
    assert isinstance(seconds(text), int | None)
