"""When a feed is asked again: each rule as a table, and what must hold whatever comes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import FetchError
from reader.feeds import schedule
from reader.feeds.schedule import DAY, HOUR, MINUTE, WEEK, Plan

NOW = 1_800_000_000


@pytest.mark.parametrize(
    ("minutes", "kept"), [(None, 60), (0, 60), (1, 30), (30, 30), (45, 45), (240, 240), (10**9, 10_080)]
)
def test_interval(minutes: int | None, kept: int) -> None:
    assert schedule.interval(minutes) == kept


@pytest.mark.parametrize(
    ("max_age", "expires", "wait"),
    [
        (None, None, HOUR),
        (0, None, HOUR),
        (600, 9999, HOUR),
        (2 * HOUR, 0, 2 * HOUR),
        (None, 3 * HOUR, 3 * HOUR),
        (16 * 366 * DAY, None, DAY),
        (0, 5 * HOUR, HOUR),
    ],
)
def test_after_an_answer(max_age: int | None, expires: int | None, wait: int) -> None:
    assert schedule.after_answer(NOW, 60, max_age=max_age, expires=expires) == NOW + wait


@pytest.mark.parametrize(
    ("urgency", "next_due", "last_fetched", "asked"),
    [
        ("due", NOW, NOW - HOUR, True),
        ("due", NOW + 1, NOW - HOUR, False),
        ("due", None, NOW - HOUR, False),
        ("due", None, None, True),
        ("again", NOW + HOUR, NOW - 5 * MINUTE, True),
        ("again", NOW + HOUR, NOW - 5 * MINUTE + 1, False),
        ("again", NOW + HOUR, NOW + DAY, True),  # the clock went back
        ("again", NOW - 1, NOW - 60, True),
        ("force", NOW + HOUR, NOW, True),
        ("force", None, NOW, True),
    ],
)
def test_who_may_be_asked(
    urgency: schedule.Urgency, next_due: int | None, last_fetched: int | None, asked: bool
) -> None:
    assert schedule.may_ask(urgency, NOW, next_due=next_due, last_fetched=last_fetched) is asked


def failed(error: FetchError, failures: int = 0, **more: bool) -> Plan:
    return schedule.after_failure(error, NOW, failures=failures, minutes=60, jitter=0, **more)


@pytest.mark.parametrize("status", [401, 403, 404])
def test_not_for_us_waits_an_hour_then_longer_then_a_week(status: int) -> None:
    error = FetchError("no", kind="http", status=status)
    waits = [failed(error, n).next_due or 0 for n in range(9)]
    hours = [(due - NOW) / HOUR for due in waits]
    assert hours == [1, 2, 4, 8, 16, 24, 168, 168, 168]


def test_requests_to_a_missing_feed_over_thirty_days() -> None:
    now, asked, error = NOW, 0, FetchError("no", kind="http", status=404)
    while now < NOW + 30 * DAY:
        plan = schedule.after_failure(error, now, failures=asked, minutes=60, jitter=1)
        now, asked = plan.next_due or 0, asked + 1
    assert asked == 10


def test_gone_is_not_asked_again() -> None:
    assert failed(FetchError("gone", kind="http", status=410)) == Plan(None, "gone")


@pytest.mark.parametrize("kind", ["timeout", "connect", "truncated", "too_big", "tls", "other", "resolve"])
def test_trouble_doubles_up_to_a_day(kind: str) -> None:
    waits = [(failed(FetchError("x", kind=kind), n).next_due or 0) - NOW for n in (0, 1, 2, 4, 5, 99)]
    assert waits == [HOUR, 2 * HOUR, 4 * HOUR, 16 * HOUR, DAY, DAY]


@pytest.mark.parametrize("kind", ["resolve", "connect", "timeout"])
def test_no_network_is_nobodys_fault(kind: str) -> None:
    plan = failed(FetchError("x", kind=kind), 5, offline=True)
    assert plan == Plan(NOW + 10 * MINUTE, counts=False)


def test_names_not_found_while_others_are_not_either_are_not_counted() -> None:
    assert failed(FetchError("x", kind="resolve"), 5, others_unknown=True) == Plan(NOW + HOUR, counts=False)
    assert failed(FetchError("x", kind="timeout"), 1, others_unknown=True) == Plan(NOW + 2 * HOUR)


def test_a_feed_that_killed_a_worker_waits_a_day() -> None:
    assert schedule.after_killed(NOW) == Plan(NOW + DAY)


@pytest.mark.parametrize(
    ("retry_after", "strikes", "wait"),
    [
        (120, 0, 120),
        (120, 9, 120),
        (None, 0, 600),
        (0, 0, 600),
        (None, 1, 1200),
        (None, 3, 4800),
        (None, 30, DAY),
        (366 * DAY, 0, DAY),
    ],
)
def test_a_host_is_left_alone(retry_after: int | None, strikes: int, wait: int) -> None:
    assert schedule.hold_until(NOW, retry_after, strikes) == NOW + wait


kinds = st.sampled_from(["resolve", "connect", "timeout", "http", "truncated", "other", "too_big"])
times = st.integers(0, 2**40)


@given(
    kinds, st.sampled_from([None, 400, 403, 404, 500, 503]), times, times, times, st.floats(), st.booleans()
)
@example("resolve", None, 0, 0, 0, float("nan"), False)
def test_a_failure_is_asked_again_but_not_at_once(
    kind: str, status: int | None, now: int, failures: int, minutes: int, jitter: float, offline: bool
) -> None:
    error = FetchError("x", kind=kind, status=status)
    plan = schedule.after_failure(
        error, now, failures=failures, minutes=minutes, jitter=jitter, offline=offline
    )
    assert plan.next_due is not None
    floor = 10 * MINUTE if offline else 30 * MINUTE
    assert now + floor <= plan.next_due <= now + WEEK + WEEK // 4


@given(times, times, st.none() | times, st.none() | times)
def test_an_answer_never_brings_the_next_request_closer_than_the_floor(
    now: int, minutes: int, max_age: int | None, expires: int | None
) -> None:
    due = schedule.after_answer(now, minutes, max_age=max_age, expires=expires)
    assert now + 30 * MINUTE <= due <= now + max(DAY, schedule.interval(minutes) * MINUTE)


@given(times, st.none() | times, times)
def test_a_hold_lasts_a_day_at_most(now: int, retry_after: int | None, strikes: int) -> None:
    assert now < schedule.hold_until(now, retry_after, strikes) <= now + DAY
