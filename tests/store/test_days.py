"""Days in local time, summer time included."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from reader.store.days import day_group, midnight

NOW = 1_790_000_000  # Monday, 2026-09-21 14:13:20 UTC
DAY = 86_400


@pytest.fixture(params=["UTC", "Asia/Kathmandu", "America/Los_Angeles", "Pacific/Kiritimati"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_groups_by_local_days(zone: str) -> None:
    start = midnight(NOW)
    assert time.strftime("%H:%M:%S", time.localtime(start)) == "00:00:00"
    assert 0 <= NOW - start < DAY
    days = [day_group(start - n * DAY, NOW) for n in range(8)]
    week = ["Sunday", "Saturday", "Friday", "Thursday", "Wednesday", "Tuesday", "Monday"] * 2
    today = week.index(time.strftime("%A", time.localtime(NOW)))
    assert days == ["Today", "Yesterday", *week[today + 2 : today + 7], "September 2026"]
    assert (day_group(start - 1, NOW), day_group(NOW + DAY, NOW)) == ("Yesterday", "Today")
    assert day_group(NOW - 400 * DAY, NOW) == "August 2025"


def test_a_day_of_23_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    noon = 1_774_785_600  # Sunday, 2026-03-29, when clocks went forward at 2
    assert (noon - midnight(noon), day_group(midnight(noon) - 1, noon)) == (13 * 3600, "Yesterday")
    monkeypatch.undo()
    time.tzset()
